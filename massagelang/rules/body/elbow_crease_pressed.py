"""ML409: deep pressure or percussion in the crease or the groove of the elbow."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, finding, meetings
from massagelang.rules.rule import rule


@rule(
    code="ML409",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against {what} where nerves pass the elbow.",
    hint="Go lightly over it, or work on the muscles above and below the elbow.",
    sources=("S05b", "S04", "S15"),
    confidence="H",
    bad="""
        press thumbs «on elbow_crease», deep
        """,
    good="""
        stroke both over elbow_crease, light
        """,
)
def elbow_crease_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """In the crease of the elbow lie vessels and a nerve, in the groove behind it the nerve of the “funny bone”."""
    for met in meetings(plan, "elbow_crease"):
        if met.met == AIMED and (met.strength.strikes or met.strength.deep):
            yield finding(kind, plan, met, what="percussion" if met.strength.strikes else "deep pressure")
