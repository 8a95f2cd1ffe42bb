"""ML201: one hand in two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.making.hands import ends_at, limbs_of
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Contact, Limb, Plan, Planned, Target, Together, parts_of
from massagelang.rules.rule import rule
from massagelang.rules.saying import arm_words, place_words, verb_of
from massagelang.vocabulary import Vocabulary


@rule(
    code="ML201",
    severity=Severity.ERROR,
    message="The {arm} would be in two places: on {first} and on {second}.",
    hint="{hint}",
    bad="""
        together {
          hold left on sacrum
          «stroke left up right_side»
        }
        """,
    good="""
        together {
          hold left on sacrum
          stroke right up right_side
        }
        """,
)
def hand_in_two_places(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A hand rests on a place until it moves, and can do one thing at a time.

    An error where it cannot be done: one hand on two places apart, or in two members of `together`. A warning where a
    hand that was just laid down goes to work elsewhere in the same phrase while the other hand is free: very likely
    the other hand was meant.
    """
    for part in plan.parts():
        if isinstance(part, Together):
            yield from _in_members(part, plan, kind)
        elif isinstance(part, Act):
            yield from _on_two_places(part, plan, kind)
    yield from _laid_then_taken(list(plan.acts()), kind)


def _finding(kind: Kind, act: Act, arm: str, first: str, second: str, hint: str, **more: object) -> Finding:
    arguments = (("arm", arm), ("first", first), ("second", second), ("hint", hint))
    return Finding(kind, act.spot, arguments, **more)  # type: ignore[arg-type]


# ── one hand, two places in one statement ─────────────────────────────────────────────────────────────────────────


def _on_two_places(act: Act, plan: Plan, kind: Kind) -> Iterator[Finding]:
    limbs = limbs_of(act.tools)
    holding = act.technique is not None and act.technique.family == "holding"
    if len(limbs) != 1 or not (act.kind == "placement" or holding) or act.how.each:  # `each`: one after the other
        return
    if act.ways and act.ways[-1].word == "between":
        return
    targets = [target for target in ends_at(act.ways) if target.region]
    for first, second in pairwise(targets):
        if not _touch(first, second, plan.vocabulary):
            names = place_words(Contact("", first)), place_words(Contact("", second))
            yield _finding(kind, act, arm_words(limbs[0], act.before), *names, "Use both hands, one on each.")


def _same(first: Target, second: Target, vocabulary: Vocabulary) -> bool:
    here, there = first.region, second.region
    if here is None or there is None:
        return True
    return vocabulary.is_within(here, there) or vocabulary.is_within(there, here)


def _touch(first: Target, second: Target, vocabulary: Vocabulary) -> bool:
    here, there = first.region, second.region
    if here is None or there is None:
        return True
    near = there.id in here.near or here.id in there.near
    return near or _same(first, second, vocabulary)


# ── one hand, two members of `together` ───────────────────────────────────────────────────────────────────────────


def _in_members(together: Together, plan: Plan, kind: Kind) -> Iterator[Finding]:
    members = [[act for act in parts_of(member) if _works(act)] for member in together.members]
    for index, member in enumerate(members):
        for act in member:
            for other in (other for before in members[:index] for other in before):
                yield from _conflict(other, act, plan, kind)


def _works(part: Planned) -> bool:
    return isinstance(part, Act) and part.kind in ("action", "placement") and bool(part.tools)


def _conflict(first: Planned, second: Planned, plan: Plan, kind: Kind) -> Iterator[Finding]:
    assert isinstance(first, Act) and isinstance(second, Act)  # noqa: S101, PT018  (both were chosen as acts)
    shared = [limb for limb in limbs_of(first.tools) if limb.index in _indexes(second, limb.kind)]
    if not shared:
        return
    here, there = ends_at(first.ways), ends_at(second.ways)
    if here and there and not _same(here[-1], there[-1], plan.vocabulary):
        names = place_words(Contact("", here[-1])), place_words(Contact("", there[-1]))
        related = (Related(first.spot, "here the hand is already busy"),)
        hint = "Give one of them to the other hand."
        yield _finding(kind, second, arm_words(shared[0], second.before), *names, hint, related=related)


def _indexes(act: Act, kind: str) -> set[int]:
    return {limb.index for limb in limbs_of(act.tools) if limb.kind == kind}


# ── laid down, then at work elsewhere ─────────────────────────────────────────────────────────────────────────────


def _laid_then_taken(acts: Sequence[Act], kind: Kind) -> Iterator[Finding]:
    """In one line: a hand is laid down, and the same hand works elsewhere while the other is off."""
    for laid, move, work in zip(acts, acts[1:], acts[2:], strict=False):
        if laid.kind != "placement" or move.kind != "move" or work.spot.line != laid.spot.line:
            continue
        limbs = limbs_of(laid.tools)
        if len(limbs) != 1 or limbs[0].kind != "arm" or limbs_of(work.tools) != limbs:
            continue
        if is_off(laid.after.of(_other(limbs[0]))) and work.tools_written:
            yield _taken(laid, work, limbs[0], kind)


def _other(limb: Limb) -> Limb:
    return Limb("arm", 1 - limb.index)


def _taken(laid: Act, work: Act, limb: Limb, kind: Kind) -> Finding:
    (here,) = laid.after.of(limb) if len(laid.after.of(limb)) == 1 else (None,)
    (there,) = work.before.of(limb) if len(work.before.of(limb)) == 1 else (None,)
    hint = f"Let the other hand {verb_of(work)}, or take the first one off before."
    related = (Related(laid.spot, "here it is laid down"),)
    arm = arm_words(limb, work.before)
    names = place_words(here), place_words(there)
    return _finding(kind, work, arm, *names, hint, severity=Severity.WARNING, related=related)
