"""ML458: a pregnancy with signs that a doctor must look at."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import findings_at_words
from massagelang.rules.rule import rule


@rule(
    code="ML458",
    severity=Severity.ERROR,
    message="{says}; education sources want a doctor's word before any massage.",
    hint='Send her to her doctor or midwife first, and write what they said: `# mass: allow ML458 "…"`.',
    sources=("S73e",),
    confidence="M",
    bad="""
        receiver: side_lying, «pre_eclampsia»
        stroke both up left forearm, light
        """,
    good="""
        receiver: side_lying, pregnant 30 weeks
        stroke both up left forearm, light
        """,
)
def high_risk_pregnancy(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """High risk, pre-eclampsia, bleeding, or signs that labour begins too early: a doctor comes first."""
    yield from findings_at_words(plan, kind, ("high_risk_pregnancy",))
