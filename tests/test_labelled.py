"""The labelled set against the checker: each planted fault found at its place, and nothing else told anywhere."""

import re

import pytest
from labelled_set import FOLDER, Outcome, cases_in, figures, outcome, whole_set

from massagelang.formatting import form_of
from massagelang.pipeline import kinds

SET = whole_set()

PAGE = """\
# Two of ours

### 1 · Hacking wanders up to the ribs
Planted: ML402 percussion_over_kidneys · row R-KIDNEY-PERC

```mass
hold both on back for 10s
hack both «over lower_back»
```

### 2 · Hacking stays on the flesh
Clean · near miss of ML402: the strokes stop below the zone
```mass
hack both over buttock
```
"""


@pytest.fixture(scope="session")
def outcomes(request):
    made = [outcome(case) for case in SET]
    request.config.stash[request.config.labelled_figures] = figures(made)
    return made


# ── the set ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_set_is_large_enough_and_numbered_through():
    assert len({case.number for case in SET}) == len(SET)
    assert sum(bool(case.code) for case in SET) >= 75
    assert sum(not case.code for case in SET) >= 75


@pytest.mark.parametrize("case", SET, ids=lambda case: f"{case.number} {case.title}")
def test_a_case_is_read_and_well_formed(case):
    assert not any("ML0" in alarm or "ML1" in alarm for alarm in outcome(case).alarms)
    assert form_of(case.text).text == case.text
    assert case.code not in kinds() or kinds()[case.code].name == case.name


def test_every_case_comes_out_as_its_label_says(outcomes):
    assert [one.line for one in outcomes if not one.is_right] == []


# ── how it is judged ──────────────────────────────────────────────────────────────────────────────────────────────


def test_two_sample_cases_are_judged_as_a_reader_would():
    planted, clean = cases_in(PAGE)
    assert (planted.number, planted.code, planted.name) == (1, "ML402", "percussion_over_kidneys")
    assert planted.text == "hold both on back for 10s\nhack both over lower_back\n"
    assert planted.text[slice(*planted.marks[0])] == "over lower_back"
    assert (clean.code, clean.marks) == ("", ())
    assert outcome(planted) == Outcome(planted, True, ())
    assert outcome(clean) == Outcome(clean, False, ())
    assert figures([outcome(planted), outcome(clean)]) == (
        "labelled set: 1 planted, 1 found at their place; 1 clean, 0 with a false alarm; "
        "0 planted with another finding besides"
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("«over lower_back»", "«over buttock»", "1 Hacking wanders up to the ribs: ML402 not found\n"),
        ("hack both «", "«hack» both ", "1 Hacking wanders up to the ribs: ML402 not found, ML402 at 2:11\n"),
        ("ML402 perc", "ML403 perc", "1 Hacking wanders up to the ribs: ML403 not found, ML402 at 2:11\n"),
        ("over buttock", "over back", "2 Hacking stays on the flesh: ML402 at 1:11\n"),
        ("for 10s", "for 0s", "1 Hacking wanders up to the ribs: ML303 at 1:1\n"),
    ],
)
def test_what_is_missed_or_falsely_told_is_seen(old, new, line):
    page = PAGE.replace(old, new, 1)
    if new.startswith("«hack»"):
        page = page.replace("lower_back»", "lower_back")
    wrong = [one for one in map(outcome, cases_in(page)) if not one.is_right]
    assert [one.line for one in wrong] == [line]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Planted:", "planted:"),
        ("Clean", "Planted: ML402 x\nClean"),
        ("«over lower_back»", "over lower_back"),
        ("### 2 ·", "### 2:"),
    ],
)
def test_a_case_of_another_form_is_refused(old, new):
    with pytest.raises(ValueError, match=r"case|cases"):
        cases_in(PAGE.replace(old, new, 1))


def test_the_pages_are_those_of_the_readme():
    assert re.search(r"^# The labelled set", (FOLDER / "README.md").read_text(encoding="utf-8"))
