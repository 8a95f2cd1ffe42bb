"""What holds of every plan, whatever is written: programs come from `strategies.routines`."""

import re
from itertools import islice

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import routines, step_lines

from massagelang.pipeline import check
from massagelang.plan.events import events
from massagelang.plan.model import Plan, parts_of

ENOUGH = 2_000
"""Events that are looked at; a routine may unfold into millions."""

TURNED = {"left": "right", "near": "far", "inside": "outside"}
TURNED |= {right: left for left, right in TURNED.items()}
SIDED_WORD = re.compile(rf"\b({'|'.join(TURNED)})(?=\b|_)")
any_routine = st.booleans().flatmap(lambda wrong: routines(wrong=wrong))
lines = st.lists(step_lines(), min_size=1, max_size=4).map("\n".join)


def some_events(plan):
    found = list(islice(events(plan), ENOUGH + 1))
    return found[:ENOUGH], len(found) <= ENOUGH


@settings(max_examples=150)
@given(any_routine)
def test_every_text_has_a_plan_that_keeps_to_its_rules(text):
    checked = check(text)
    assert isinstance(checked.plan, Plan)
    findings_lie_in_the_text(checked, text)
    parts_keep_to_their_bounds(checked.plan)
    found, all_of_them = some_events(checked.plan)
    events_are_in_order(found)
    events_keep_to_the_bounds_of_their_acts(found)
    ids_are_unique(found)
    an_arm_does_one_thing_at_a_time(found)
    if all_of_them:
        assert max((event.end for event in found), default=0) == checked.plan.time.ideal


def findings_lie_in_the_text(checked, text):
    for diagnostic in checked.diagnostics:
        spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
        spans.extend(edit.span for edit in diagnostic.edits)
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def parts_keep_to_their_bounds(plan):
    for part in parts_of(plan.body):
        assert 0 <= part.time.shortest <= part.time.ideal <= part.time.full <= part.time.longest


def events_are_in_order(found):
    assert [event.start for event in found] == sorted(event.start for event in found)


def events_keep_to_the_bounds_of_their_acts(found):
    for event in found:
        assert event.act.time.shortest <= event.end - event.start <= event.act.time.longest


def ids_are_unique(found):
    assert len({event.id for event in found}) == len(found)


def an_arm_does_one_thing_at_a_time(found):
    last = {}
    for event in found:
        for limb in {(limb.kind, limb.index) for tool in event.act.tools for limb in tool.limbs}:
            before = last.get(limb)
            assert before is None or before.end <= event.start or (event.together and event.together == before.together)
            last[limb] = event


@settings(max_examples=30)
@given(any_routine)
def test_the_same_text_has_the_same_plan(text):
    first, second = check(text), check(text)
    assert first.plan.body == second.plan.body
    assert first.diagnostics == second.diagnostics


@given(routines())
def test_a_line_above_leaves_the_ids_and_parts_of_the_others(text):
    added = check('say "entirely new"\n' + text).plan
    assert [act for act in added.acts() if act.text != "entirely new"] == list(check(text).plan.acts())


# ── mirrors ───────────────────────────────────────────────────────────────────────────────────────────────────────


def called(body, transform=""):
    return f"define own(leg) {{\n{body}\n}}\ndefine around {{ do own(leg){transform} }}\n"


def seen(plan):
    """What happens, without where it was written: kind, tools, places, time."""
    return [(event.start, event.end, *seen_act(event.act)) for event in some_events(plan)[0]]


def seen_act(act):
    tools = [(tool.part, tool.said, tool.of, tool.limbs) for tool in act.tools]
    ways = [(way.word, seen_directions(way), way.targets) for way in (*act.ways, *act.how.travel)]
    return act.kind, act.technique, act.verb, tools, ways, act.moved, act.object, seen_hands(act.after)


def seen_directions(way):
    """Directions but for turns, which flip with the place and not with the words."""
    return [direction for direction in way.directions if "clockwise" not in direction]


def seen_hands(hands):
    return hands.arms, hands.legs, hands.left_arm


@given(lines)
def test_mirrored_twice_is_the_same(body):
    once = check(called(body) + "do around\n").plan
    twice = check(called(body, ", mirrored") + "do around, mirrored\n").plan
    assert seen(once) == seen(twice)


@given(lines)
def test_words_turned_round_are_the_mirrored_plan(body):
    assume(
        "both sides" not in body and "each" not in body
    )  # without a named side they begin on the right, mirrored or not
    turned = SIDED_WORD.sub(lambda word: TURNED[word[1]], body)
    mirrored = check(called(body, ", mirrored") + "do around\n").plan
    assert seen(mirrored) == seen(check(called(turned) + "do around\n").plan)
