"""ML418: pressure on the notch below the ear."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, finding, meetings
from massagelang.rules.rule import rule

_FELT = 2.0


@rule(
    code="ML418",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against pressure on a point below the ear.",
    hint="Pass it lightly, or press on the muscle of the jaw (`masseter`) instead.",
    sources=("S04",),
    confidence="M",
    bad="""
        press fingertips of both hands «on ear_notch»
        """,
    good="""
        stroke both over ear_notch, light
        """,
)
def ear_notch_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """In the notch behind the jaw, below the ear, the nerve of the face and vessels come to the surface."""
    for met in meetings(plan, "ear_notch"):
        if met.met == AIMED and (met.strength.level >= _FELT or met.strength.strikes):
            yield finding(kind, plan, met)
