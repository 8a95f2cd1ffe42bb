"""`mass fit`: routines of another length, by hand and over generated ones with many numbers."""

import re

import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import routines

import massagelang
from massagelang import RoutineError, fit
from massagelang.cli import main
from massagelang.pipeline import check
from massagelang.plan.events import events
from massagelang.plan.fitting.fit import CannotFit
from massagelang.plan.timetable import timetable

MINUTE = 60_000


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def changed(text, seconds):
    """The lines that are not as they were, after a fit to so many seconds."""
    found = fit(text, seconds * 1000)
    assert check(found.text).plan.time.ideal == seconds * 1000
    old = text.splitlines()
    return [line for line in found.text.splitlines() if line not in old]


# ── by hand ───────────────────────────────────────────────────────────────────────────────────────────────────────

PRESSES = "hands on back for 10s\npress both, 2 times, for 5s each; repeat 5\nhold both for 40s\n"
"""10 + 5 × 10 + 40 = 100 seconds, all of them written."""


@pytest.mark.parametrize(
    ("seconds", "lines"),
    [
        (100, []),
        # Counts alone: six times 10 s.
        (110, ["press both, 2 times, for 5s each; repeat 6"]),
        # 3 times 5 s, 6 times: 90 + 50.
        (140, ["press both, 3 times, for 5s each; repeat 6"]),
    ],
)
def test_counts_change_before_seconds(seconds, lines):
    assert changed(PRESSES, seconds) == lines


def test_seconds_change_where_counts_cannot_do_it():
    # The counts that come nearest give 100 s; the longest written time takes what is missing.
    assert changed(PRESSES, 103) == ["hold both for 43s"]
    assert changed(PRESSES, 99) == ["hold both for 39s"]


def test_a_time_that_cannot_be_shared_in_whole_seconds_becomes_a_range():
    # Three times 20 s are 60; the 61st second goes to all three, 20 s and a third each.
    found = fit('step "A", 3 times\nhands on back for 20s\n', 61_000)
    assert "hands on back for 20-21s" in found.text
    assert found.plan.time.ideal == 61_000


def test_elastic_times_take_what_counts_leave_and_written_ones_stay():
    text = "hands on back for 10s\nknead both\nhold both for 40s\n"
    # Kneading may take up to two minutes; nothing else changes.
    assert changed(text, 120) == ["session: 2min"]
    assert [event.end - event.start for event in events(fit(text, 120_000).plan)] == [10_000, 70_000, 40_000]


def test_totals_go_by_the_same_measure_as_counts():
    text = (
        'section "Back" for 20min\nstep "A" for 5min\nstroke both up back, slow; return; repeat 20\n'
        'step "B" for the rest\nknead both on back; repeat 200\n'
    )
    # Half the counts and totals for half the time.
    assert changed(text, 600) == [
        'section "Back" for 10min',
        'step "A" for 2min30s',
        "stroke both up back, slow; return; repeat 10",
        "knead both on back; repeat 100",
    ]


def test_a_total_never_goes_below_what_stands_under_it():
    text = 'step "A" for 5min\nhold both on back for 4min\nstep "B" for 5min\nknead both, 100 times\n'
    found = fit(text, 7 * MINUTE)
    first, second = timetable(found.plan).entries
    # The hold and the way there need 4 minutes and up to 3 seconds.
    assert (first.length, second.length) == (240_000, 180_000)
    assert 'step "A" for 4min\n' in found.text


@pytest.mark.parametrize(
    "line",
    [
        "hold both for exactly 40s",
        "hold both for at least 40s",
        "hold both for 30-50s",
        "hold both for about 40s",
        "press both, 3 or 5 times",
        "press both, several times",
        "press both, 3-5 times",
        "press both; repeat 3 or 5",
    ],
)
@pytest.mark.parametrize("seconds", [60, 200])
def test_ranges_and_bounds_are_the_writers_and_stay(line, seconds):
    text = f"hands on back for 10s\n{line}\nknead both, 20 times\n"
    assert line in fit(text, seconds * 1000).text.splitlines()


def test_a_count_with_two_ends_stays_between_them():
    assert "repeat 3-5" not in changed("hold both on back for 10s; repeat 3-5\n", 30)[0]
    assert changed("hands on back for 2s; press both for 8s; repeat 3-5\n", 50) == [
        "hands on back for 2s; press both for 8s; repeat 5"
    ]
    with pytest.raises(CannotFit):
        fit("hands on back, for exactly 2s; press both for exactly 8s; repeat 3-5\n", 60_000)


def test_nothing_goes_below_one_pass():
    assert changed("hands on back for 5s; press both for 5s; repeat 3\n", 10) == [
        "hands on back for 5s; press both for 5s; repeat 1"
    ]


OPTIONAL = """\
routine "Feet"
step "Back"
hands on back for 30s
step "Left foot", optional   # may go
knead both on left foot for 20s

step "Right foot", optional
knead both on right foot for 20s
step "Face", optional
hold both on face for 50s
step "End"
hold both on back for 30s
"""


def test_optional_parts_go_by_name_and_in_pairs_and_are_set_in_comments():
    found = fit(OPTIONAL, 115_000)
    # Both feet are 40 s and the ways there: enough, and less than the face.
    assert found.dropped == ("Left foot", "Right foot")
    assert (
        '# step "Left foot", optional   # may go\n# knead both on left foot for 20s\n\n'
        '# step "Right foot", optional\n# knead both on right foot for 20s\n'
        'step "Face", optional\nhold both on face for 52s\n'
    ) in found.text
    assert fit(OPTIONAL, 62_000).dropped == ("Face", "Left foot", "Right foot")


def test_definitions_stay_where_an_optional_step_goes():
    text = OPTIONAL.replace(
        "knead both on left foot for 20s\n", "do both_feet\ndefine both_feet { knead both on foot for 20s }\n"
    )
    found = fit(text + "do both_feet\n", 120_000)
    assert not check(found.text).has_errors
    assert "\ndefine both_feet" in found.text


def test_an_optional_block_on_its_own_line_goes_and_one_within_a_line_stays():
    text = "hands on back for 60s\noptional {\n  hold both for 60s\n}\n"
    text += "hold both for 60s; optional { press both for 20s }\n"
    found = fit(text, 150_000)
    assert found.dropped == ("the optional block in line 2",)
    assert "# optional {\n  # hold both for 60s\n# }\n" in found.text


def test_an_allow_comment_goes_with_what_it_allows():
    text = (
        'step "End"\nhands on upper_back for 60s\nstep "Hack", optional\n'
        '# mass: allow ML402 "trained"\nhack both over back, light, for 60s\n'
        'step "Again"\nhack both over back, for 20s\n'
    )
    found = fit(text, 85_000)
    assert found.dropped == ("Hack",)
    assert [one.code for one in check(found.text).diagnostics] == ["ML402"]


def test_variants_and_questions_are_left_alone():
    text = (
        'step "A"\nhands on back for 10s\npress both for 5s; repeat 10\nif "tight" { press both, 8 times }\n'
        'step "Short", variant "short" for 3min\npress both for 5s; repeat 8\n'
    )
    assert changed(text, 110) == ["press both for 5s; repeat 20"]


def test_checks_that_were_right_are_set_and_others_stay():
    text = "hands on back for 60s\ncheck 1:00\npress both for 10s; repeat 6\ncheck 9:00\ncheck 2:00 +- 5s\n"
    assert changed(text, 180) == ["press both for 10s; repeat 12", "check 3:00 +- 5s"]
    assert [one.code for one in check(fit(text, 180_000).text).diagnostics] == ["ML305"]


def test_waits_are_not_drawn_out_to_fill_a_length():
    text = "hands on back for 10s\nwait\npress both for 10s; repeat 6\n"
    found = fit(text, 200_000)
    assert "repeat 18" in found.text
    wait = next(event for event in events(found.plan) if event.act.kind == "wait")
    assert wait.end - wait.start <= 10_000


def test_both_sides_of_a_step_share_alike():
    text = 'step "Back"\nhands on back for 7s\nstep "Calf", both sides\nhands on calf\nknead both, 4 times; repeat 3\n'
    for seconds in (40, 55, 90, 123):
        plan = fit(text, seconds * 1000).plan
        lengths = {"right": 0, "left": 0}
        for event in events(plan):
            if event.act.side:
                lengths[event.act.side] += event.end - event.start
        assert abs(lengths["right"] - lengths["left"]) <= 1
        assert sum(lengths.values()) == seconds * 1000 - 7_000


# ── the session line ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("session: 1min\n", "session: 50s\n"),
        ("session: 1 minute within 2min   # so\n", "session: 50s within 2min   # so\n"),
        ("session: 55-65s\n", "session: 50s\n"),
        ("", "session: 50s\n"),
        ("mass 1\n\n# who\n", "mass 1\nsession: 50s\n\n# who\n"),
        ('routine "A"\r\n', 'routine "A"\r\nsession: 50s\r\n'),
        ('step "A"\n', 'session: 50s\n\nstep "A"\n'),
        ("\ufeff", "\ufeffsession: 50s\n"),
        ("tags: a,\n  b\ndefine x { knead both }\n", "tags: a,\n  b\nsession: 50s\ndefine x { knead both }\n"),
    ],
)
def test_the_session_is_changed_where_it_stands_or_put_below_the_lines_of_the_file(before, after):
    body = "hands on back for 5s\r\nknead both\r\n" if "\r" in before else "hands on back for 5s\nknead both\n"
    assert fit(before + body, 50_000).text == after + body


def test_no_more_than_the_whole_appointment_can_be_filled():
    with pytest.raises(CannotFit) as caught:
        fit("session: 1min within 2min\nknead both on back for 1min; repeat 9\n", 3 * MINUTE)
    assert (caught.value.longest, "`within`" in caught.value.in_the_way) == (2 * MINUTE, True)


# ── what cannot be done ───────────────────────────────────────────────────────────────────────────────────────────


def test_what_cannot_be_done_names_the_bounds_and_the_step_in_the_way():
    text = 'step "Hold"\nhands on back for exactly 60s\nstep "Press"\npress both for exactly 5s; repeat 4\n'
    with pytest.raises(CannotFit) as caught:
        fit(text, 50_000)
    assert (caught.value.shortest, caught.value.longest, caught.value.in_the_way) == (65_000, 260_000, "“Hold”")
    with pytest.raises(CannotFit) as caught:
        fit(text, 300_000)
    assert (caught.value.longest, caught.value.in_the_way) == (260_000, "“Hold”")
    with pytest.raises(CannotFit) as caught:
        fit(text, 81_000)
    assert caught.value.shortest < 81_000 < caught.value.longest


def test_what_cannot_be_read_is_not_fitted():
    with pytest.raises(RoutineError):
        fit("efleurage both up back\n", 10_000)


def test_a_session_that_could_not_be_kept_can_be_by_fitting():
    text = "session: 1min\nhands on back for 10s\npress both for 10s; repeat 9\n"
    assert check(text).has_errors
    found = fit(text, 60_000)
    assert not check(found.text).diagnostics
    assert "repeat 5" in found.text


def test_counts_of_a_million_million_cost_no_more():
    text = "repeat 1000 times { repeat 1000 times { repeat 1000 times { press both on back for 2s; repeat 1000 } } }\n"
    whole = check(text).plan.time.ideal
    assert check(fit(text, whole * 2 // 1000 * 1000).text).plan.time.ideal == whole * 2 // 1000 * 1000


# ── over many routines ────────────────────────────────────────────────────────────────────────────────────────────

count = st.sampled_from(["1", "2", "3", "8", "20", "about 30", "2-6"])
time = st.sampled_from(
    ["5s", "20s", "1min", "1min30s", "20-40s", "about 30s", "exactly 10s", "2 minutes", "at least 5s"]
)
work = st.one_of(
    st.tuples(count, count).map(lambda n: f"stroke both up back, {n[0]} times; return; repeat {n[1]}"),
    st.tuples(time).map(lambda n: f"hold both on calf for {n[0]}"),
    st.tuples(count, time).map(lambda n: f"press thumbs on foot, {n[0]} times, for {n[1]} each"),
    st.tuples(count, time).map(lambda n: f"repeat {n[0]} times {{ hands on calf for {n[1]}; knead both }}"),
    st.tuples(time).map(lambda n: f"hold both on sacrum for {n[0]}; knead both on calf, 12 times"),
    st.tuples(time).map(lambda n: f"pause {n[0]}"),
    st.sampled_from(["knead both on back", "stroke both over back", "wait", "optional { hold both on back for 40s }"]),
    st.sampled_from(
        ["check 1:00", "knead both on foot; repeat for 1min", "stroke both up right_side; repeat other side"]
    ),
)
clause = st.sampled_from(["", "", ", both sides", ", 3 times", " for 2min", " for 30s each, both sides", ", optional"])
step = st.tuples(clause, st.lists(work, min_size=1, max_size=3))
numbered = st.lists(step, min_size=1, max_size=4).map(
    lambda steps: "".join(
        f'step "Step {index}"{how}\n' + "".join(f"{line}\n" for line in lines)
        for index, (how, lines) in enumerate(steps)
    )
)
own = st.sampled_from(["", "", "session: 10min\n", 'routine "A"\n'])
numbered_routines = st.tuples(own, numbered).map("".join)


def bounds(text):
    with pytest.raises(CannotFit) as caught:
        fit(text, 10**11)
    return -(-caught.value.shortest // 1000), caught.value.longest // 1000


@settings(max_examples=40)
@given(numbered_routines, st.floats(0, 1))
def test_a_fit_takes_exactly_the_length_or_names_the_bounds(text, where):
    shortest, longest = bounds(text)
    assume(0 < shortest <= longest)
    usual = check(text).plan.time.ideal // 1000
    length = 1000 * round(shortest + (min(longest, 4 * usual) - shortest) * where)
    try:
        found = fit(text, length)
    except CannotFit:
        assume(False)
    again = check(found.text)
    assert again.plan.time.ideal == found.plan.time.ideal == length
    assert {one.code for one in again.diagnostics} <= {"ML304", *(one.code for one in check(text).diagnostics)}
    assert fit(found.text, length).text == found.text
    assert massagelang.format(text) != text or massagelang.format(found.text) == found.text
    assert numberless(found.text, found.dropped) == numberless(text, found.dropped)


def numberless(text, dropped):
    """A text without its numbers, its session and what a fit has set in comments."""
    lines = [line.removeprefix("# ") for line in text.splitlines() if line and not line.startswith("session: ")]
    return [re.sub(r"\d+(:\d\d|min|s| minutes?| seconds?)*(\d+s)?(-\d+(min)?(\d+)?s?)?", "N", line) for line in lines]


@settings(max_examples=20)
@given(numbered, st.floats(0.3, 3))
def test_both_sides_get_the_same(text, ratio):
    left, right = (sided(text, side) for side in ("left", "right"))
    whole = f"{left}{right}"
    length = 1000 * max(1, round(check(whole).plan.time.ideal * ratio / 1000))
    try:
        found = fit(whole, length)
    except CannotFit:
        return
    lines = [re.sub(r"check .*", "check", line) for line in found.text.splitlines() if line and "session" not in line]
    half = len(lines) // 2
    assert [sided(line, "") for line in lines[:half]] == [sided(line, "") for line in lines[half:]]


def sided(text, side):
    """The same work on one side; without a side, on neither."""
    if not side:
        return re.sub("left |right ", "", text)
    return re.sub("calf|foot|Step", lambda word: f"{side} {word[0]}", text.replace("right_side", "back"))


@settings(max_examples=30)
@given(routines(), st.integers(1, 600))
def test_any_routine_fits_or_is_refused(text, seconds):
    try:
        found = fit(text, seconds * 1000)
    except (CannotFit, RoutineError):
        return
    assert check(found.text).plan.time.ideal == seconds * 1000


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_command_shows_what_changes_and_writes_nothing(tmp_path):
    path = tmp_path / "feet.mass"
    path.write_text(OPTIONAL)
    result = mass("fit", path, "115s")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Feet\n"
        "\n"
        "               old       new\n"
        "Back          0:30      0:30\n"
        "Left foot   ≈ 0:22  left out\n"
        "Right foot  ≈ 0:22  left out\n"
        "Face        ≈ 0:52    ≈ 0:55\n"
        "End           0:30      0:30\n"
        "in all      ≈ 2:35      1:55\n"
        "\n"
        "line 2: `session: 1min55s` is new\n"
        "line 10: `for 50s` becomes `for 52s`\n"
        "left out: “Left foot”\n"
        "left out: “Right foot”\n"
    )
    assert path.read_text() == OPTIONAL


def test_numbers_are_named_with_their_words():
    text = 'session: 42s\nstep "A" for 42s\nhands on back for 10s\npress both, 4 times, for 2s each; repeat about 4\n'
    # Half the presses, half as often: 10 + 2 × 2 × 2 seconds.
    assert mass("fit", "-", "18s", stdin=text).stdout.splitlines()[-4:] == [
        "line 1: `session: 42s` becomes `session: 18s`",
        "line 2: `for 42s` becomes `for 18s`",
        "line 4: `4 times` becomes `2 times`",
        "line 4: `repeat about 4` becomes `repeat about 2`",
    ]


def test_the_routine_is_written_to_a_file_or_to_standard_output(tmp_path):
    out = tmp_path / "short.mass"
    assert mass("fit", "-", "115s", "-o", out, stdin=OPTIONAL).stdout == ""
    assert out.read_text() == fit(OPTIONAL, 115_000).text
    assert mass("fit", "-", "115s", "-o", "-", stdin=OPTIONAL).stdout == out.read_text()


def test_a_routine_may_be_written_in_its_own_place(tmp_path):
    path = tmp_path / "feet.mass"
    path.write_text(OPTIONAL)
    assert mass("fit", path, "115s", "-o", path).exit_code == 0
    assert path.read_text() == fit(OPTIONAL, 115_000).text
    assert mass("fit", path, "115s").stdout == "It takes 1min55s as it is. Nothing changes.\n"


def test_words_of_a_house_and_of_used_files_are_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.toml").write_text('name = "Spa"\nversion = "1"\n[names.techniques]\nknead = ["kned"]\n')
    (tmp_path / "moves.mass").write_text("define work { kned both on calf, 10 times }\n")
    text = 'words: "house.toml"\nuse "moves.mass"\nhands on calf for 5s\ndo work; repeat 4\nkned both, 10 times\n'
    (tmp_path / "a.mass").write_text(text)
    # 5 + 4 × 15 + 15 seconds; the numbers of the other file stay.
    result = mass("fit", "a.mass", "155s", "-o", "-")
    assert (result.exit_code, "do work; repeat 8\nkned both, 20 times\n" in result.stdout) == (0, True)
    (tmp_path / "pyproject.toml").write_text('[tool.massagelang]\nvocabulary = "house.toml"\n')
    (tmp_path / "b.mass").write_text("kned both on calf, 10 times\n")
    assert mass("fit", "b.mass", "30s").exit_code == 0


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "out.mass")])
def test_what_cannot_be_done_is_one_line_and_status_1(output, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = mass("fit", "-", "10min", *output, stdin='step "Hold"\nhands on back for exactly 60s\n')
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "error: standard input: it cannot be brought to 10min. It can take from 1min to 1min. In the way is “Hold”.\n"
    )
    assert not list(tmp_path.iterdir())


def test_what_is_not_understood_is_status_1():
    result = mass("fit", "-", "10min", stdin="efleurage both up back\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "ML101" in result.stderr


@pytest.mark.parametrize("length", ["45", "", "0s", "min", "1.5s", "10:00", "-5min", "1min1h", "9999999h", "nan"])
def test_no_length_is_wrong_use(length):
    result = mass("fit", "-", "--", length, stdin=OPTIONAL)
    assert result.exit_code == 2
    assert "is no length. Write `45min`, `1h30min` or `90s`." in result.stderr


@pytest.mark.parametrize(
    ("typed", "seconds"), [("45min", 2700), ("1h30min", 5400), ("90s", 90), ("1H 5s", 3605), ("1.5min", 90)]
)
def test_lengths(typed, seconds):
    from massagelang.cli.lengths import Length

    assert Length().convert(typed, None, None) == seconds * 1000


@pytest.mark.parametrize("arguments", [("none.mass", "5min"), ("-", "5min", "-o", "none/out.mass"), ("-",)])
def test_trouble_is_status_2(arguments):
    result = mass("fit", *arguments, stdin="hands on back for 2min; repeat 5\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
