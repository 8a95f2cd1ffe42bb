"""The cue stream: its promises over routines of all kinds, and what a cue tells."""

import json
from itertools import islice

import pytest
from cue_programs import ROUTINES, TAILED
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import routines

from massagelang.pipeline import check
from massagelang.plan.events import events, time_with
from massagelang.plan.model import Aside, Choice
from massagelang.render import csv, jsonl, srt, text, vtt
from massagelang.render import json as json_format
from massagelang.render.cues import SIGNALS, TooLong, cues
from massagelang.render.cues.facts import WORKS
from massagelang.render.words import cue_text, spoken_text

BILLION = "hand left on sacrum; stroke right up right_side to shoulder; repeat 1000000000\n"


def plan_of(text):
    checked = check(text)
    assert not checked.has_errors, [one.message for one in checked.diagnostics]
    return checked.plan


def work(made):
    """The cues of what is done; what the signals are like is told in test_signals.py."""
    return [cue for cue in made if cue.kind not in SIGNALS]


def cues_of(text, **choices):
    return work(cues(plan_of(text), **choices))


def assert_promises(made, total):
    """Whole numbers, in order, without holes, each limb in one cue at a time, and an end where the plan ends."""
    reached, busy, ids = 0, {}, set()
    before = 0
    for cue in made:
        assert type(cue.start) is int
        assert type(cue.end) is int
        assert before <= cue.start <= reached, "a hole, or out of order"
        assert cue.start <= cue.end
        for hand in cue.hands:
            limb = (hand.limb, hand.index)
            if hand.does == WORKS:
                assert busy.get(limb, 0) <= cue.start, f"{limb} is in two cues at {cue.start}"
                busy[limb] = cue.end
        assert cue.id not in ids
        ids.add(cue.id)
        before, reached = cue.start, max(reached, cue.end)
    assert reached == total
    assert not made or max(cue.end for cue in made) == total


def assert_next(made):
    for index, cue in enumerate(made):
        signal = cue.kind in SIGNALS
        coming = work(made[index:])
        later = (other.text for other in coming if other.text and (signal or other.start > cue.start))
        assert cue.next == next(later, "")


@pytest.mark.parametrize("name", ROUTINES)
def test_promises(name):
    plan = plan_of(ROUTINES[name])
    made = list(cues(plan))
    assert_promises(made, plan.time.ideal)
    assert_next(made)
    assert list(cues(plan)) == made


@pytest.mark.parametrize("name", ["choices", "words", "calls"])
def test_promises_of_other_choices(name):
    plan = plan_of(ROUTINES[name])
    other = {part.id: 1 for part in plan.parts() if isinstance(part, Choice)}
    other |= {part.id: 0 for part in plan.parts() if isinstance(part, Aside)}
    assert_promises(list(cues(plan, other)), time_with(plan.body, other).ideal)


@given(routines())
def test_promises_of_any_routine(text):
    checked = check(text)
    if not checked.has_errors and checked.plan.time.ideal < 10**8:
        made = list(islice(cues(checked.plan), 20_001))
        assume(len(made) <= 20_000)
        assert_promises(made, checked.plan.time.ideal)


def test_moves_are_timed_and_never_told():
    made = cues_of(ROUTINES["card"])
    moves = [cue for cue in made if cue.kind == "move"]
    assert len(moves) == 3
    assert all(cue.text == cue.spoken == "" and cue.end > cue.start for cue in moves)
    assert all(cue.text for cue in made if cue.kind != "move")


def test_hands_that_work_and_the_one_that_supports():
    stroke = next(cue for cue in cues_of(ROUTINES["card"]) if cue.technique == "stroke")
    told = [(hand.limb, hand.side, hand.part, hand.place.region, hand.does) for hand in stroke.hands]
    assert told == [("arm", "right", "hand", "side", "works"), ("arm", "left", "hand", "sacrum", "rests")]
    assert [(place.region, place.side, place.word) for place in stroke.regions][-1] == ("shoulder", "right", "to")


def test_hands_stay_one_and_other_until_said():
    stroke = next(cue for cue in cues_of(ROUTINES["symbolic hands"]) if cue.technique == "stroke")
    assert [(hand.side, hand.does) for hand in stroke.hands] == [("other", "works"), ("one", "rests")]


def test_passes_are_counted():
    made = cues_of(ROUTINES["card"])
    assert [cue.count for cue in made if cue.technique == "stroke"] == [(1, 3), (2, 3), (3, 3)]


def test_the_same_arms_at_once_are_one_cue():
    made = cues_of(ROUTINES["together, the same arms"])
    (both,) = [cue for cue in made if cue.joined]
    assert both.technique == "squeeze"
    assert [other.technique for other in both.joined] == ["push"]
    assert "; " in both.text
    assert len([hand for hand in both.hands if hand.does == WORKS]) == 2


def test_an_arm_each_are_two_cues_at_once():
    made = [cue for cue in cues_of(ROUTINES["together, an arm each"]) if cue.kind != "move"]
    assert [cue.technique for cue in made] == ["stroke", "hold"]
    assert not any(cue.joined for cue in made)
    assert all(hand.does == WORKS for cue in made for hand in cue.hands), "the other arm works, it does not support"


def test_sides_follow_the_second_side():
    made = cues_of(ROUTINES["both sides"])
    presses = [cue for cue in made if cue.technique == "press"]
    assert [[place.side for place in cue.regions] for cue in presses] == [["left"], ["right"]]


def test_notes_go_to_the_next_cue_or_the_last():
    made = cues_of(ROUTINES["words"])
    assert [(note.kind, note.text) for note in made[0].notes] == [("note", "warm your hands")]
    assert [(note.kind, note.text) for note in made[-1].notes] == [
        ("note", "the last word"),
        ("why", "it soothes"),
        ("caution", "not on the spine"),
    ]
    assert made[0].section.title == "Begin"
    assert made[0].step.title == "Talk"


def test_a_routine_of_notes_only_keeps_them():
    assert [cue.text for cue in cues_of(ROUTINES["only notes"])] == ["Note: one", "Note: two"]


def test_what_waits_is_open():
    made = cues_of(ROUTINES["waits"])
    assert [cue.kind for cue in made if cue.open] == ["rest", "rest", "action"]


def test_written_and_estimated_lengths_are_told_apart():
    made = cues_of(ROUTINES["both sides"])
    assert {cue.technique: cue.basis for cue in made if cue.technique} == {"stroke": "estimated", "press": "written"}


def test_pressure_says_how_it_is_known():
    made = cues_of("stroke both up back, pressure 2 to 4\nstroke both up back\n")
    ramp, usual = (cue.pressure for cue in made if cue.technique == "stroke")
    assert (ramp.start, ramp.end, ramp.ramp, ramp.basis) == (2, 4, True, "written")
    assert usual is None or usual.basis == "estimated"


def test_a_cue_knows_where_it_was_written():
    made = cues_of("\nhand left on sacrum\n")
    origin = made[-1].origin
    assert (origin.line, origin.column, origin.end_line, origin.end_column) == (2, 1, 2, 20)


def test_ids_survive_a_line_above():
    plain = [cue.id for cue in cues_of("stroke both up back; repeat 2\n")]
    assert [cue.id for cue in cues_of("hands off\nstroke both up back; repeat 2\n")][-len(plain) :] == plain


def test_words_behind_a_statement_are_told_with_it():
    (stroke,) = [cue for cue in cues_of('stroke both up back   say "Breathe out."\n') if cue.technique]
    assert stroke.text.endswith("; Say: “Breathe out.”")
    assert stroke.spoken.endswith("back. Say: “Breathe out.”")
    assert not stroke.notes


@pytest.mark.parametrize("name", TAILED)
def test_words_behind_a_part_are_told_where_it_begins(name):
    plan = plan_of(TAILED[name])
    made = list(cues(plan))
    assert_promises(made, plan.time.ideal)
    assert_next(made)
    first, *later = [cue for cue in work(made) if cue.kind != "move"]
    assert [(note.kind, note.text) for note in first.notes] == [("why", "w"), ("note", "n"), ("caution", "c")]
    assert first.text.endswith("; Say: “s”")
    assert first.spoken.endswith(" Say: “s”.")
    assert not any(cue.notes or "“" in cue.text for cue in later)
    assert [(cue.start, cue.end) for cue in work(made)] == [(event.start, event.end) for event in events(plan)]


def test_words_behind_the_last_check_go_to_the_last_cue():
    (_, cue) = cues_of('hold both on back for 5s\ncheck 0:05 note "n" say "s"\n')
    assert [(note.kind, note.text) for note in cue.notes] == [("note", "n")]
    assert cue.text.endswith("; Say: “s”")


def test_words_behind_an_if_are_kept_with_their_condition():
    text = 'if "it is tight" { knead both on back } caution "gently" say "Does it hurt?"\nstroke both up back\n'
    stroke = next(cue for cue in cues_of(text) if cue.technique)
    assert [(note.kind, note.text) for note in stroke.notes] == [
        ("caution", "if it is tight: gently"),
        ("note", "if it is tight: say: “Does it hurt?”"),
    ]
    assert "hurt" not in stroke.spoken
    plan = plan_of(text)
    (aside,) = [part for part in plan.parts() if isinstance(part, Aside)]
    knead = next(cue for cue in cues(plan, {aside.id: 1}) if cue.technique)
    assert knead.text.endswith("; Say: “Does it hurt?”")
    assert [(note.kind, note.text) for note in knead.notes] == [("caution", "gently")]


HOURS = 5 * 60 * 60 * 1000
_KEYS = st.sampled_from(["why", "note", "caution", "say"])
_TAILS = st.lists(_KEYS.map('{} "@"'.format), max_size=2).map(" ".join)
_LEAVES = st.sampled_from(
    [
        *("stroke both up back", "hold left on sacrum for 3s", "pause 2s", "hands on back", "receiver turns supine"),
        *("do long(left leg)", "wait", 'say "hello"', "apply oil over back", "return", "squeeze both over back"),
    ]
)
_LOOKS = st.sampled_from(["", "", "; repeat 3", "; repeat other side", "; repeat for 1min"])
_HEADS = st.sampled_from(["together", "optional", "each toe", "each calf", "repeat 2 times", "repeat moving up back"])
_OUTER = st.sampled_from(["both sides", "both sides same hands"])


def _tailed(statements):
    return st.tuples(statements, _TAILS, _LOOKS, _TAILS).map(
        lambda made: f"{made[0]} {made[1]}{made[2]} {made[3] if made[2] else ''}"
    )


def _blocks(heads, inside):
    lines = st.lists(_tailed(inside), min_size=1, max_size=2).map("\n".join)
    return st.tuples(heads, lines).map(lambda made: f"{made[0]} {{ {made[1]} }}")


_NESTED = st.recursive(_LEAVES, lambda inside: _blocks(_HEADS, inside), max_leaves=6)
_IFS = st.sampled_from(['if "tight" { pause 1s }', 'whenever "it drags" { pause 1s }', "check 0:05"])
_LINES = st.lists(_tailed(_NESTED | _blocks(_OUTER, _NESTED) | _IFS), min_size=1, max_size=4)


@given(_LINES)
def test_no_words_are_dropped(lines):
    numbers = iter(range(1000))
    program = "".join(f"{line}\n" for line in lines)
    program = "".join(f"mark {next(numbers)}." if letter == "@" else letter for letter in program)
    plan = check(f"define long(limb) {{ stroke both up limb }}\n{program}").plan
    if plan.time.ideal < HOURS:
        assert_promises(list(cues(plan)), plan.time.ideal)
    whole = json_format.render(plan)
    prose = " ".join(text.render(plan).split())
    for number in range(next(numbers)):
        assert f"mark {number}." in whole
        assert f"mark {number}." in prose


@pytest.mark.parametrize("name", ROUTINES)
def test_words_are_those_of_the_event(name):
    """They are remembered for each act, so they may not depend on the pass."""
    plan = plan_of(ROUTINES[name])
    told = {event.id: (cue_text(event), spoken_text(event)) for event in events(plan)}
    alone = [cue for cue in work(cues(plan)) if not cue.joined]
    assert alone or not told
    assert all((cue.text, cue.spoken) == told[cue.id] for cue in alone)


@pytest.mark.parametrize("kind", ["swapped", "mirrored", "other side"])
def test_promises_of_passes_that_differ_under_a_budget(kind):
    looks = f"repeat {kind}"
    for minutes in range(1, 12):
        text = f'step "A" for {minutes}min\nstroke left up left_leg; pause 3s; {looks}; repeat 5\n'
        checked = check(text)
        assert_promises(list(cues(checked.plan)), checked.plan.time.ideal)


# ── long routines ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_lines_stream_what_no_file_could_hold():
    plan = plan_of(BILLION)
    lines = list(islice(jsonl.stream(plan), 2000))
    assert json.loads(lines[-1])["count"]["n"] == 10**9
    assert [json.loads(line)["start"] for line in lines] == sorted(json.loads(line)["start"] for line in lines)


def test_a_long_hold_does_not_keep_the_other_arm_waiting():
    plan = plan_of("together { hold left on sacrum for 1000h; repeat 1000000 times { press right on right calf } }\n")
    assert len(list(islice(cues(plan), 100))) == 100


@pytest.mark.parametrize("form", [json_format, csv, vtt, srt])
def test_whole_files_refuse_more_than_a_day(form):
    with pytest.raises(TooLong, match="jsonl"):
        form.render(plan_of(BILLION))
    assert form.render(plan_of("pause 24h\n"))
    with pytest.raises(TooLong, match="24 hours"):
        form.render(plan_of("pause 24h\npause 1s\n"))
