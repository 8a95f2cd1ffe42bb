"""ML436: work where the receiver was operated on or broke a bone not long ago."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import days_of, told_of
from massagelang.rules.receiver.local import finding_without_place, findings_at
from massagelang.rules.receiver.work import touches
from massagelang.rules.rule import rule

_WEEK = 7


@rule(
    code="ML436",
    severity=Severity.ERROR,
    message="{act} {meets} the place of {told}; education sources advise against work there until it has healed.",
    hint="Wait six weeks or for the surgeon's word (and write how long ago it was), or write `except {place}`.",
    sources=("S74", "S86", "S76"),
    confidence="M",
    limits={"healed_weeks": 6},
    bad="""
        receiver: supine, recent_surgery left knee
        knead both «over left knee»
        """,
    good="""
        receiver: supine, recent_surgery left knee
        knead both over right knee
        """,
)
def recent_surgery(plan: Plan, kind: Kind, limits: dict[str, float]) -> Iterator[Finding]:
    """The area of an operation, a broken bone or a joint that slipped out is left alone.

    One list says six weeks, others a doctor's word. Where it is told that more time has gone by, nothing is found.
    Work on the very place is an error; a wider place with it inside is a warning.
    """
    for told in told_of(plan, ("recent_surgery", "fracture", "dislocation")):
        days = days_of(told)
        if days is None or days < limits["healed_weeks"] * _WEEK:
            yield from findings_at(plan, kind, told, touches(plan))
            yield from finding_without_place(told, kind, "left knee")
