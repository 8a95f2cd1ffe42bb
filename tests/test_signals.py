"""Signals between the cues: get ready, change the side, the end; and the side that a cue works on."""

from itertools import islice

import pytest
from cue_programs import ROUTINES
from test_cues import BILLION, assert_promises, plan_of, work

from massagelang.render.cues import SIGNALS, cues
from massagelang.render.words import Options

TWO_LEGS = 'step "Legs", both sides\nstroke both up left_leg\n'


def told(text):
    """The kinds and texts of all cues but moves."""
    return [(cue.kind, cue.text) for cue in cues(plan_of(text)) if cue.kind != "move"]


def switches(text):
    return [cue for cue in cues(plan_of(text)) if cue.kind == "switch"]


@pytest.mark.parametrize("name", ROUTINES)
def test_each_routine_begins_with_a_lead_in_and_stops_with_an_end(name):
    plan = plan_of(ROUTINES[name])
    first, *inside, last = cues(plan)
    assert (first.kind, first.start, first.end, first.id) == ("lead_in", 0, 0, "lead_in")
    assert (last.kind, last.start, last.end, last.id) == ("end", plan.time.ideal, plan.time.ideal, "end")
    assert {cue.kind for cue in inside} & set(SIGNALS) <= {"switch"}
    assert all(cue.start == cue.end and not cue.hands for cue in inside if cue.kind == "switch")


def test_both_sides_are_told_apart():
    assert told(TWO_LEGS) == [
        ("lead_in", "Get ready"),
        ("action", "Stroke both hands up the left leg"),
        ("switch", "Now the right side"),
        ("action", "Stroke both hands up the right leg"),
        ("end", "End of the routine"),
    ]


def test_the_signals_say_what_comes_next():
    made = [cue for cue in cues(plan_of('routine "Legs"\n' + TWO_LEGS)) if cue.kind in SIGNALS]
    assert [(cue.text, cue.spoken, cue.next) for cue in made] == [
        ("Get ready: Legs", "Get ready: Legs.", "Stroke both hands up the left leg"),
        ("Now the right side", "Now the right side.", "Stroke both hands up the right leg"),
        ("End of the routine", "End of the routine.", ""),
    ]
    assert made[1].step.title == "Legs"


def test_the_hands_get_to_the_other_side_after_the_switch():
    made = list(cues(plan_of("both sides { hand on left hip; stroke other down left_leg }\n")))
    where = next(index for index, cue in enumerate(made) if cue.kind == "switch")
    before, switch, *after = made[where - 1 :]
    assert before.technique == "stroke"
    assert before.end == switch.start == after[0].start
    assert switch.next == "Rest one hand on the right hip"
    assert [cue.kind for cue in after[:-1]][-1] == "action"
    assert [cue.side for cue in after if cue.kind == "action"] == ["right"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("stroke both up left_leg\nstroke both up left arm\n", []),
        ("stroke both up left_leg\nstroke both up back\nstroke both up left_leg\n", []),
        ("stroke both up left_leg\nstroke both up back\nstroke both up right_leg\n", ["right"]),
        ("stroke both up left_leg; repeat other side; repeat 2\n", ["right", "left", "right"]),
        ("press thumbs on left calf for 5s\nknead both on calves\npress thumbs on left calf for 5s\n", []),
        ("hand left on left hip; stroke right up right_leg; repeat 2\n", []),
        ("together { press left on left calf; press right on right calf }; repeat 3\n", []),
        ("stroke both up near leg\nstroke both up far leg\n", ["far"]),
        ("giver stands at left side\nstroke both up left leg\nstroke both up near leg\n", []),
        ("giver stands at left side\nstroke both up left leg\nstroke both up far leg\n", ["right"]),
        ("stroke both up one leg\nstroke both up other leg\n", ["other"]),
        ("pull both across back from left hip to right shoulder\n", []),
    ],
)
def test_when_the_side_changes(text, sides):
    assert [cue.side for cue in switches(text)] == sides


def test_glides_know_their_side_by_the_hands():
    made = cues(plan_of("stroke both up left_leg; return\n"))
    assert [cue.side for cue in made if cue.kind == "action"] == ["left", "left"]


def test_a_lead_in_moves_all_by_its_length():
    plan = plan_of(TWO_LEGS)
    usual, later = list(cues(plan)), list(cues(plan, options=Options(lead_in=5000)))
    assert (later[0].start, later[0].end) == (0, 5000)
    assert [(cue.start, cue.end) for cue in later[1:]] == [(cue.start + 5000, cue.end + 5000) for cue in usual[1:]]
    assert [cue.next for cue in later] == [cue.next for cue in usual]
    assert_promises(later, plan.time.ideal + 5000)


def test_nothing_waits_for_a_side_that_never_comes():
    placements = "repeat 1000000000 times { hands on back; hands on sacrum }\n"
    for text in (BILLION, placements, "stroke both up left_leg\n" + BILLION, "stroke both up left_leg\n" + placements):
        made = list(islice(cues(plan_of(text)), 200))
        assert len(made) == 200
        assert work(made)[0].start == 0
