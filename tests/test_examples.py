"""The routines of `examples/`: no errors, the findings they deserve and no other, and the prose and cues as read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from golden_files import GOLDEN, assert_same_as_golden

from massagelang.pipeline import check, render

FOLDER = Path(__file__).parent.parent / "examples"
ROUTINES = sorted(path.stem for path in FOLDER.glob("*.mass"))
ALLOWED = "# mass: allow "
CUES_KEPT = 60

# What an example deserves and does not settle itself: code and line.
DESERVED = {
    "back_massage": [("ML502", 13), ("ML401", 28), ("ML403", 28), ("ML401", 39), ("ML402", 51), ("ML415", 51)],
}

# What an example settles with a reason.
SETTLED = {
    "abdomen_massage": ["ML501"],
    "back_massage": ["ML506", "ML511"],
    "hot_stone": ["ML415"],
    "indian_head_massage": ["ML504"],
    "pregnancy_side_lying": ["ML204"],
    "thai_massage": ["ML605"],
    "tui_na": ["ML501"],
}


def text_of(name):
    return (FOLDER / f"{name}.mass").read_text(encoding="utf-8")


@cache
def checked(name):
    return check(text_of(name), name=f"{name}.mass", read=lambda path: (FOLDER / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ROUTINES)
def test_findings(name):
    found = [(one.code, text_of(name).count("\n", 0, one.span.start) + 1) for one in checked(name).diagnostics]
    assert not checked(name).has_errors
    assert found == DESERVED.get(name, [])


@pytest.mark.parametrize("name", ROUTINES)
def test_what_is_settled_has_a_reason(name):
    allowed = re.findall(re.escape(ALLOWED) + r'(ML\d{3}) "[^"]+"', text_of(name))
    assert text_of(name).count(ALLOWED) == len(allowed)
    assert allowed == SETTLED.get(name, [])


@pytest.mark.parametrize("name", ROUTINES)
def test_what_is_settled_would_be_found(name):
    bare = check(text_of(name).replace(ALLOWED, "# "), read=lambda path: (FOLDER / path).read_text(encoding="utf-8"))
    assert {one.code for one in bare.diagnostics} == {
        *SETTLED.get(name, []),
        *(code for code, _ in DESERVED.get(name, [])),
    }


@pytest.mark.parametrize("name", ROUTINES)
def test_prose(name, accept):
    assert_same_as_golden(f"examples/{name}.txt", render(checked(name), "text"), accept)


@pytest.mark.parametrize("name", ROUTINES)
def test_cues(name, accept):
    assert_same_as_golden(f"examples/{name}.vtt", first_cues(render(checked(name), "vtt")), accept)


def first_cues(captions):
    """Captions up to the last that is kept: a long routine says the same again and again."""
    blocks = captions.split("\n\n")
    timed = [index for index, block in enumerate(blocks) if " --> " in block]
    return "\n\n".join(blocks[: timed[CUES_KEPT]]) + "\n" if len(timed) > CUES_KEPT else captions


def test_no_golden_file_without_its_example():
    assert {path.stem for path in (GOLDEN / "examples").iterdir()} == set(ROUTINES)


def test_the_table_names_every_file():
    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| \[(\w+)\.mass\]\(\1\.mass\) \|", table, re.MULTILINE)) == ROUTINES


def test_an_example_is_as_long_as_a_page():
    for name in ROUTINES:
        assert len(text_of(name).splitlines()) <= 60, name
