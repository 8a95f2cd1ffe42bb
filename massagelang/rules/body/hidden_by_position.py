"""ML426: work on a place that the receiver's position hides."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Touch, place_as_written, touches
from massagelang.rules.rule import rule
from massagelang.vocabulary import Posture

_HIDDEN_FACE = {"prone": "front", "floor_prone": "front", "seated_massage_chair": "front"}
"""Which side of the body a position hides; that of all others is the back."""

_TURNS = {"prone": " (`receiver turns supine`)", "supine": " (`receiver turns prone`)"}
_LIMBS = frozenset({"leg", "thigh", "lower_leg", "knee"})


@rule(
    code="ML426",
    severity=Severity.WARNING,
    message="The position `{position}` hides `{place}`.",
    hint="Let the receiver turn first{how}, or choose a place that the position leaves free.",
    confidence="E",
    bad="""
        receiver: prone
        circle both clockwise «over abdomen», light
        """,
    good="""
        receiver: prone
        stroke both up back, light
        receiver turns supine
        circle both clockwise over abdomen, light
        """,
)
def hidden_by_position(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Who lies on the front has the chest, the belly, the face and the front of the legs on the table.

    Who lies on the back, the back, the buttocks and the back of the thighs; who sits, the buttocks and the back of the
    thighs. Places that reach round to the side are not meant, nor is a hand that goes under the body. Where nothing
    says how the receiver lies, nothing is said here.
    """
    known = {one.id: one for one in plan.vocabulary.words("posture") if isinstance(one, Posture) and one.hides}
    for touch in touches(plan):
        posture = known.get(touch.act.before.posture)
        if posture is not None and touch.met in (AIMED, CROSSED) and _is_hidden(touch, posture, plan):
            arguments = (
                ("place", place_as_written(plan, touch.spot, touch.target)),
                ("position", posture.id),
                ("how", _TURNS.get(posture.id, "")),
            )
            yield Finding(kind, touch.spot, arguments)


def _holds_a_leg(touch: Touch, plan: Plan) -> bool:
    """Whether the leg was lifted, bent or held just before: then its back is free."""
    held = touch.act.before.moved
    return (
        held is not None
        and held.region is not None
        and any(region.id == "leg" for region in plan.vocabulary.around(held.region))
    )


def _is_hidden(touch: Touch, posture: Posture, plan: Plan) -> bool:
    if _holds_a_leg(touch, plan) and any(region.id in _LIMBS for region in plan.vocabulary.around(touch.region)):
        return False
    face = _HIDDEN_FACE.get(posture.id, "back")
    part = touch.target.part.id if touch.target.part else ""
    if part == face == "front" and touch.region.id in _LIMBS:
        return True
    if part in ("side", "outer_side", "inner_side", "edge", "outer_edge", "inner_edge"):
        return False
    inside = any(region.id in posture.hides for region in plan.vocabulary.around(touch.region))
    return inside and set(touch.region.faces) == {face}
