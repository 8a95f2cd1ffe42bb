"""`mass time`: when each heading begins and how long it takes, by hand and over all routines."""

import json
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from strategies import routines

from massagelang.cli import main
from massagelang.pipeline import check
from massagelang.plan.events import events
from massagelang.plan.timetable import timetable
from massagelang.report.table import table
from massagelang.report.timetable import as_json, render

ROOT = Path(__file__).parent.parent

LEGS = """\
routine "Legs"
hands on back for 2s
section "Legs" for 1min, both sides
step "Calf" for 10s
hands on calf for 1s; knead both, light
step "Thigh"
hands on thigh for 20s
section "Back"
step "Short way", variant "short"
hold both on back for 5s
step "Rest", 2 times, optional
hold both on back for 10-20s
step "End"
wait
"""


def rows(text):
    return [(entry.title, entry.start, entry.length) for entry in timetable(check(text).plan).entries]


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, list(arguments), input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


# ── the table ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_headings_begin_one_after_the_other():
    # Two sides of 10 s + 20 s make the minute; a variant is in no sum, and may have left the hands on the back, so
    # that the rest is twice 15 s and no more; a wait is about 10 s.
    assert rows(LEGS) == [
        ("", 0, 2_000),
        ("Legs", 2_000, 60_000),
        ("Calf", 2_000, 10_000),
        ("Thigh", 12_000, 20_000),
        ("Calf", 32_000, 10_000),
        ("Thigh", 42_000, 20_000),
        ("Back", 62_000, 40_000),
        ("Short way", None, 6_500),
        ("Rest", 62_000, 30_000),
        ("End", 92_000, 10_000),
    ]


def test_the_table_by_hand():
    assert render(timetable(check(LEGS).plan)) == (
        "Legs\n"
        "\n"
        "begins                                shortest   ideal  longest\n"
        "  0:00  before the first step             0:02    0:02     0:02\n"
        "  0:02  Legs, both sides                  1:00    1:00     1:00\n"
        "  0:02    Calf, right side                0:10    0:10     0:10\n"
        "  0:12    Thigh, right side               0:20    0:20     0:20\n"
        "  0:32    Calf, left side                 0:10    0:10     0:10\n"
        "  0:42    Thigh, left side                0:20    0:20     0:20\n"
        "  1:02  Back                              0:20  ≈ 0:40     open\n"
        "     –    Short way, variant “short”      0:05  ≈ 0:07     0:08\n"
        "  1:02    Rest, 2 times, optional         0:20    0:30     0:40\n"
        "  1:32    End                             0:00  ≈ 0:10     open\n"
        "        in all                            1:22  ≈ 1:42     open\n"
        "\n"
        "≈ has estimates in it: no time is written for all of this.\n"
        "– is in only when its variant is chosen, and not in the sum.\n"
        "open: it ends when you say so.\n"
    )


def test_steps_under_a_budget_have_their_share_of_it():
    text = 'session: 30s\nstep "A"\nhold both on back for 10s\nstep "B"\nknead both on back\n'
    # The move (at most 3 s) and the kneading (at most 2 min) stretch alike to fill the 20 s that are left.
    first, second = rows(text)
    assert first[1] == 0
    assert first[2] + second[2] == 30_000
    assert second[1] == first[2]


def test_a_routine_without_headings_has_only_its_whole():
    found = timetable(check("hold both on back for 10s\n").plan)
    assert found.entries == ()
    assert render(found).splitlines()[1].split() == ["the", "whole", "0:10", "≈", "0:12", "0:13"]


@pytest.mark.parametrize(
    ("body", "basis"),
    [
        ("hands on back for 10s", "written"),
        ("hands on back for 10s; press both", "mixed"),
        ("hands on back", "estimated"),
        ("hands on back for 10s\nor hands on back", "written"),
        ('hands on back for 10s\nif "tight" { press both }', "written"),
        ("optional { press both }\nhands on back for 10s", "mixed"),
        ("repeat 2 times, for 20s { knead both on back }", "written"),
        ('say "a"', "estimated"),
        ("note \"a\"", "written"),
    ],
)  # fmt: skip
def test_a_time_is_written_or_estimated(body, basis):
    assert timetable(check(f'step "A"\n{body}\n').plan).whole.basis == basis


def test_a_total_that_is_kept_makes_what_it_heads_written_and_one_that_is_not_does_not():
    kept, short = (
        timetable(check(f'step "A" for {time}\nhands on back for 1s; press both\n').plan).entries[0]
        for time in ("5s", "60s")
    )
    assert (kept.basis, kept.length, kept.budget) == ("written", 5_000, 5_000)
    assert (short.basis, short.length, short.budget) == ("mixed", 7_000, 60_000)


@settings(max_examples=60)
@given(routines())
def test_headings_begin_where_their_first_event_does(text):
    plan = check(text).plan
    found = timetable(plan)
    seen = {}
    for event in islice(events(plan), 500):
        for heading in event.headings:
            seen.setdefault(heading.id, event.start)
    begins = {}
    for entry in found.entries:
        if entry.start is not None:
            begins.setdefault(entry.id, entry.start)
            assert 0 <= entry.start <= entry.start + entry.length <= plan.time.ideal
    assert all(begins[id_] == start for id_, start in seen.items() if id_ in begins)
    outer = [entry for entry in found.entries if not entry.within and entry.start is not None]
    assert sum(entry.length for entry in outer) in (plan.time.ideal, 0)


@settings(max_examples=30)
@given(routines(wrong=True))
def test_every_routine_has_a_table(text):
    found = timetable(check(text).plan)
    data = json.loads(as_json(found))
    assert [part["id"] for part in data["parts"]] == [entry.id for entry in found.entries]
    assert all(len(line) <= 80 for line in render(found).splitlines() if "  " in line and line.isascii())


# ── columns ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_words_are_wrapped_and_the_others_stay_on_the_first_line():
    words = "  a title that is so long that nobody could ever have it on one line of eighty columns alone"
    lines = table([("0:00", words, "1:00"), ("10:00", "short", "2")], 1).splitlines()
    assert lines == [
        " 0:00    a title that is so long that nobody could ever have it on one      1:00",
        "           line of eighty columns alone",
        "10:00  short                                                                   2",
    ]


def test_wide_letters_take_two_columns():
    assert table([("按摩", "1"), ("abcd", "1")], 0) == "按摩  1\nabcd  1\n"


def test_no_letter_of_a_title_reaches_the_terminal_as_a_command():
    assert "\x1b" not in table([("a\x1b[31m", "1")], 0)


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_command_prints_the_table(tmp_path):
    (tmp_path / "legs.mass").write_text(LEGS)
    result = mass("time", str(tmp_path / "legs.mass"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == render(timetable(check(LEGS).plan))


def test_json_is_whole_milliseconds():
    result = mass("time", "-", "--json", stdin=LEGS)
    data = json.loads(result.stdout)
    assert data["version"] == 1
    assert data["whole"] | {"start": 0, "end": 102_000, "basis": "mixed", "budget": None} == data["whole"]
    calf = data["parts"][2]
    assert calf == {
        "id": "calf",
        "level": "step",
        "title": "Calf",
        "within": "legs",
        "side": "right",
        "start": 2_000,
        "end": 12_000,
        "shortest": 10_000,
        "ideal": 10_000,
        "longest": 10_000,
        "open": False,
        "basis": "written",
        "budget": 10_000,
        "both_sides": False,
        "times": 1,
        "optional": False,
        "variant": None,
    }


def test_what_is_not_understood_has_no_table():
    result = mass("time", "-", stdin='step "A"\nefleurage both up back\n')
    assert (result.exit_code, result.stdout) == (1, "")
    assert "ML101" in result.stderr


def test_a_total_that_cannot_be_kept_is_shown_all_the_same():
    result = mass("time", "-", stdin='step "A" for 20s\nhands on back for 65s\n')
    assert result.exit_code == 1
    assert "1:05" in result.stdout
    assert result.stderr == "<stdin>: 1 error (`mass check` shows them)\n"


@pytest.mark.parametrize("arguments", [("time", "none.mass"), ("time",), ("time", "-", "--yaml")])
def test_trouble_is_status_2_and_nothing_on_standard_output(arguments):
    result = mass(*arguments, stdin="")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_the_table_in_the_manual_is_that_of_the_example():
    manual = (ROOT / "docs" / "time.md").read_text(encoding="utf-8")
    shown = [line.strip() for line in manual.splitlines() if line.startswith("    ")]
    printed = [line.strip() for line in mass("time", str(ROOT / "examples" / "back_massage.mass")).stdout.splitlines()]
    assert len(shown) == 4
    assert [line for line in printed if line in shown] == shown
