"""ML438: a heart that needs a doctor's word first."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import findings_at_words
from massagelang.rules.rule import rule


@rule(
    code="ML438",
    severity=Severity.ERROR,
    message="{says}; education sources want a doctor's word before any massage.",
    hint='Ask the doctor, keep it quiet and light, and write that down: `# mass: allow ML438 "doctor agreed"`.',
    sources=("S74",),
    confidence="M",
    bad="""
        receiver: semi_reclined, «heart_failure»
        stroke both up left forearm, light
        """,
    good="""
        receiver: semi_reclined, "heart checked last year, all well"
        stroke both up left forearm, light
        """,
)
def heart_condition(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A failing heart, angina or high blood pressure asks for a doctor's word first, then for quiet, light work.

    The words are `heart_failure`, `angina` and `hypertension`, which means a pressure that is not under control.
    """
    yield from findings_at_words(plan, kind, ("heart_failure", "angina", "hypertension"))
