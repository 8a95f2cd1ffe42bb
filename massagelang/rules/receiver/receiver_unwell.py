"""ML430: a receiver with fever or an illness that passes to others."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import findings_at_words
from massagelang.rules.rule import rule


@rule(
    code="ML430",
    severity=Severity.ERROR,
    message="{says}; education sources advise against any massage then.",
    hint="Put it off until the receiver is well again, and ask a doctor where in doubt.",
    sources=("S75", "S74", "S124"),
    confidence="H",
    bad="""
        receiver: prone, «fever»
        stroke both up back, light
        """,
    good="""
        receiver: prone, "had a fever last month"
        stroke both up back, light
        """,
)
def receiver_unwell(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """With a fever, an infection that goes through the body or an illness that passes to others there is no massage.

    One list of contraindications names 38 °C. Whoever just does not feel well (`unwell`) gets a warning.
    """
    yield from findings_at_words(plan, kind, ("fever", "infection"))
    yield from findings_at_words(plan, kind, ("unwell",), Severity.WARNING)
