"""ML440: what speaks for putting a massage off."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import findings_at_words
from massagelang.rules.rule import rule


@rule(
    code="ML440",
    severity=Severity.WARNING,
    message="{says}; education sources advise to put the massage off.",
    hint="Choose another day: an hour after a meal, sober, or once a doctor has looked at it.",
    sources=("S124",),
    confidence="M",
    bad="""
        receiver: prone, «full_meal»
        stroke both up back, light
        """,
    good="""
        receiver: prone, "ate two hours ago"
        stroke both up back, light
        """,
)
def better_another_day(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """After drink or drugs, within an hour of a full meal, and with a lump or pain that nobody has looked at.

    The first two pass by themselves; a lump or a pain that is not explained goes to a doctor before it is worked on.
    """
    yield from findings_at_words(plan, kind, ("intoxicated", "full_meal", "lump", "unexplained_pain"))
