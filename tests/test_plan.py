"""What a plan is as a data structure: ids that last, bases, shared parts, choices. The rules of meaning are cases."""

import time
from itertools import islice

import pytest

from massagelang.pipeline import check
from massagelang.plan.events import events, time_with
from massagelang.plan.making.scene import Scene
from massagelang.plan.model import Act, Aside, Basis, Choice, Repeat, Section, Sides, parts_of
from massagelang.plan.timing.time import MOVING

CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n"


def plan_of(text):
    return check(text).plan


def parts(text, kind):
    return [part for part in parts_of(plan_of(text).body) if isinstance(part, kind)]


def acts(text):
    return [part for part in parts(text, Act) if part.said]


# ── ids ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_ids_of_events_are_unique():
    text = CARD + "step 'x'\n".replace("'", '"') + "both sides { press both on calf; repeat 2 }\n" + CARD
    found = [event.id for event in events(plan_of(text))]
    assert len(set(found)) == len(found)


def test_ids_and_parts_of_other_lines_stay_when_a_line_is_added_above():
    before, after = plan_of(CARD), plan_of('say "hello"\n' + CARD)
    assert list(before.acts()) == list(after.acts())[1:]


def test_ids_stay_when_another_line_is_changed():
    plain, changed = ({act.id for act in acts(f"press both on {place}\n{CARD}")} for place in ("back", "neck"))
    assert len(plain ^ changed) == 2


def test_headings_with_one_title_have_ids_of_their_own_and_keep_them_on_both_sides():
    text = 'section "Leg", both sides\nstep "Calf"\npress both on calf\nstep "Calf"\nhold both on calf\n'
    found = [section.id for section in parts(text, Section)]
    assert found == ["routine", "leg", "calf", "calf_2", "calf", "calf_2"]


# ── how things are known ──────────────────────────────────────────────────────────────────────────────────────────


def test_tools_are_written_inferred_or_estimated():
    text = "press both on back\nhold\nstep 'B'\npress on back\n".replace("'", '"')
    bases = [act.tools[0].basis for act in acts(text)]
    assert bases == [Basis.WRITTEN, Basis.INFERRED, Basis.ESTIMATED]


def test_sides_that_spread_are_inferred():
    (stroke,) = acts("stroke both up right leg to buttock\n")
    assert [way.targets[0].side_basis for way in stroke.ways] == [Basis.WRITTEN, Basis.INFERRED]


def test_times_are_written_or_estimated():
    hold, stroke = acts("hold both on back for 5s\nstroke both up back\n")
    assert (hold.time.basis, stroke.time.basis) == (Basis.WRITTEN, Basis.ESTIMATED)


def test_moves_and_resets_are_never_said():
    kinds = [(event.act.kind, event.act.said) for event in events(plan_of("stroke both up back; repeat 2\n"))]
    assert kinds == [("move", False), ("action", True), ("reset", False), ("action", True)]


# ── nodes stay nodes ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_repeat_stays_one_node_with_the_passes_that_differ():
    (repeat,) = parts("press both on back; repeat 1000\n", Repeat)
    assert (repeat.count.middle, len(repeat.passes), repeat.cycle, repeat.looks_back) == (1000, 2, 1, True)
    assert repeat.pass_at(999) is repeat.passes[1]


def test_both_sides_stay_one_node_that_names_its_sides():
    (sides,) = parts("both sides { press both on left calf }\n", Sides)
    assert (sides.first_side, sides.second_side, sides.same_hands) == ("left", "right", False)


@pytest.mark.parametrize("kind", ["other_side", "swapped", "mirrored"])
def test_each_transform_of_a_scene_is_its_own_inverse(kind):
    scene = Scene("line", side="left")
    assert scene.turned(kind) != scene
    assert scene.turned(kind).turned(kind) == scene


def test_mirrored_is_both_others():
    scene = Scene("line")
    assert scene.turned("other_side").turned("swapped") == scene.turned("mirrored")


# ── choices ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_another_option_may_be_chosen():
    plan = plan_of("hold both on sacrum for 5s\nor hold both on back for 9s\n")
    (choice,) = (part for part in parts_of(plan.body) if isinstance(part, Choice))
    assert [event.act.time.ideal for event in events(plan, {choice.id: 1}) if event.act.said] == [9_000]
    assert time_with(plan.body, {choice.id: 1}).ideal == 1_500 + 9_000


def test_an_aside_may_be_left_out_or_taken_in():
    plan = plan_of('hold both on neck for 1s\noptional { hold both on neck for 5s }\nif "x" { hold both for 7s }\n')
    optional, question = (part.id for part in parts_of(plan.body) if isinstance(part, Aside))
    lengths = [event.end - event.start for event in events(plan, {optional: 0, question: 1}) if event.act.said]
    assert lengths == [1_000, 7_000]


def test_choices_of_nothing_change_nothing():
    plan = plan_of('step "A" for 1min\nrepeat 3 times, for 40s { press both on back }\npress both; repeat for 9s\n')
    assert list(events(plan, {"nobody": 1})) == list(events(plan))


# ── bounds (R15) ──────────────────────────────────────────────────────────────────────────────────────────────────


def took(text):
    begun = time.perf_counter()
    plan = plan_of(text)
    for _ in islice(events(plan), 1_000):
        pass
    return time.perf_counter() - begun


def test_two_thousand_lines_are_quick():
    steps = (f'step "Step {number}"\n{CARD * 9}' for number in range(200))
    assert took("".join(steps)) < 3


def test_counts_cost_nothing():
    took(CARD)
    small, large = (min(took(CARD.replace("3", str(count))) for _ in range(5)) for count in (10, 10**12))
    assert large < 3 * small + 0.05


def test_repeats_within_repeats_are_quick():
    inner = "hand on sacrum; stroke other up right_side; press other; repeat swapped"
    assert took("repeat 4 { " * 31 + inner + " }" * 31) < 1


def test_looks_back_upon_looks_back_are_quick():
    assert took("hand on sacrum; press other on calf" + "; repeat mirrored" * 40) < 1


@pytest.mark.parametrize("leaf", ["stroke both up back", "stroke both up bakc", "or stroke efleurage"])
def test_calls_within_calls_are_quick(leaf):
    inner = (f"do d{depth}\n" * 5 for depth in range(1, 8))
    calls = "".join(f"define d{depth} {{\n{five}}}\n" for depth, five in enumerate(inner))
    assert took(f"{calls}define d7 {{ {leaf} }}\ndo d0\n") < 1


def test_calls_more_than_eight_deep_are_a_finding():
    calls = "".join(f"define d{depth} {{ do d{depth + 1} }}\n" for depth in range(9))
    checked = check(f"{calls}define d9 {{ press both on back }}\ndo d0\n")
    assert [diagnostic.code for diagnostic in checked.diagnostics if diagnostic.severity.value == "error"] == ["ML113"]


def test_calls_eight_deep_that_each_call_ten_times_stay_linear():
    """Ten to the power of eight strokes: planned once for each definition and state of the hands."""

    def routine(deep):
        inner = [f"do d{n + 1}\n" * 10 for n in range(deep - 1)] + ["stroke both up back; return\n"]
        return "".join(f"define d{n} {{\n{lines}}}\n" for n, lines in enumerate(inner)) + "do d0\n"

    assert not check(routine(8)).has_errors
    two, eight = (min(took(routine(deep)) for _ in range(3)) for deep in (2, 8))
    assert eight < 8 * two + 0.1


def test_a_million_million_passes_stream_their_first_event_at_once():
    text = "repeat 1000000 times { repeat 1000000 times { stroke both up back; return } }\n"
    plan = check(text).plan
    few = check(text.replace("1000000", "2")).plan
    first, few_first = next(iter(events(plan))), next(iter(events(few)))

    move = MOVING.ideal  # once, to where the first stroke begins
    assert (plan.time.ideal - move) * 4 == (few.time.ideal - move) * 10**12
    assert (first.start, first.end, first.act.kind) == (few_first.start, few_first.end, few_first.act.kind)
