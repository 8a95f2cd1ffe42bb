"""ML205: both hands go to a far place at once where contact is promised."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Contact, Plan, Target
from massagelang.rules.course import course_of, keeps_contact
from massagelang.rules.rule import rule
from massagelang.rules.saying import region_words
from massagelang.rules.where import around
from massagelang.source import Spot
from massagelang.vocabulary import Vocabulary

_LIMBS = frozenset({"arm", "leg"})
_IN_REACH = 35.0
"""Centimetres that hands cross without seeming to leave: about a hand and a half (our own estimate)."""


@rule(
    code="ML205",
    severity=Severity.WARNING,
    message="Both hands go at once from {first} to {second}, but contact was to be kept throughout.",
    hint="Glide there, or let one hand go ahead: `hand on {region}`.",
    sources=("S90", "S91"),
    confidence="M",
    bad="""
        throughout: contact
        hold both on right foot
        «hold both on left shoulder»
        """,
    good="""
        throughout: contact
        hold both on right foot
        hand on left shoulder
        hold both on left shoulder
        """,
)
def both_hands_jump(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """`throughout: contact` is kept when hands glide on, or when one stays until the other has arrived.

    Both hands that are on the body and then at once on another limb, or far away, must have left it in between.
    """
    said: set[Spot] = set()
    for done in course_of(plan).every:
        act = done.act
        if len(done.arms) < 2 or act.kind not in ("move", "placement"):
            continue
        jump = _jump(act, plan.vocabulary)
        if jump is not None and act.spot not in said and keeps_contact(plan, done):
            said.add(act.spot)
            first, second = jump
            region = second.region.id if second.region else "back"
            arguments = (("first", region_words(first)), ("second", region_words(second)), ("region", region))
            yield Finding(kind, act.spot, arguments)


def _jump(act: Act, vocabulary: Vocabulary) -> tuple[Target, Target] | None:
    """Where the hands were and are, when both have gone far."""
    found = None
    for before, after in zip(act.before.arms, act.after.arms, strict=True):
        first, second = _only(before), _only(after)
        if first is None or second is None or not _far(first, second, vocabulary):
            return None
        found = found or (first, second)
    return found


def _only(contacts: frozenset[Contact | None]) -> Target | None:
    contact = next(iter(contacts)) if len(contacts) == 1 else None
    return contact.target if contact else None


def _far(first: Target, second: Target, vocabulary: Vocabulary) -> bool:
    if first.region is None or second.region is None:
        return False
    here, there = around(first.region, vocabulary), around(second.region, vocabulary)
    if first.region.id in there or second.region.id in here:
        return bool(here & there & _LIMBS) and _other_side(first, second)
    if here & there & _LIMBS and _other_side(first, second):
        return True
    half = (max(one.length, one.width) / 2 for one in (first.region, second.region))
    return vocabulary.distance(first.region, second.region) - sum(half) > _IN_REACH


def _other_side(first: Target, second: Target) -> bool:
    return {first.true_side, second.true_side} == {"left", "right"}
