"""ML203: a one-handed stroke without a support hand."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.making.hands import limbs_of
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Limb, Plan, Together, parts_of
from massagelang.rules.body.aim import actions
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of

_ONE_HANDED = frozenset({"stroking", "friction"})


@rule(
    code="ML203",
    severity=Severity.WARNING,
    message="One hand works here and the other is off the body.",
    hint="Let it rest somewhere first: `hand on sacrum`.",
    sources=("S22", "S90"),
    confidence="M",
    bad="""
        «stroke right up right_side, slow»
        """,
    good="""
        hand left on sacrum
        stroke right up right_side, slow
        """,
)
def no_support_hand(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """When one hand strokes, the other usually rests on the body, so that the receiver is never left.

    Strokes with both hands need no support, nor does self-massage, where the other hand may be what is worked on.
    """
    if "self" in plan.property("giver"):
        return
    helped = _along_with_others(plan)
    for act in actions(plan):
        if act.technique is not None and act.technique.family in _ONE_HANDED and act.id not in helped:
            limbs = limbs_of(act.tools)
            if len(limbs) == 1 and limbs[0].kind == "arm" and act.tools_written and _alone(act, limbs[0]):
                yield Finding(kind, act.spot, (("verb", verb_of(act)),))


def _along_with_others(plan: Plan) -> frozenset[str]:
    """Acts of `together` blocks: the other hand is busy there too."""
    blocks = [part for part in plan.parts() if isinstance(part, Together)]
    return frozenset(act.id for block in blocks for act in parts_of(block) if isinstance(act, Act))


def _alone(act: Act, limb: Limb) -> bool:
    other = Limb("arm", 1 - limb.index)
    return is_off(act.before.of(other)) and act.technique is not None and act.technique.id != "return"
