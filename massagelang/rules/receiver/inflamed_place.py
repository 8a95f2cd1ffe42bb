"""ML425: work on an inflammation or a fresh injury."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan, Told
from massagelang.rules.receiver.conditions import days_of, told_of
from massagelang.rules.receiver.local import finding_without_place, findings_at
from massagelang.rules.receiver.work import touches
from massagelang.rules.rule import rule

_FRESH_DAYS, _A_WEEK = 3, 7


@rule(
    code="ML425",
    severity=Severity.ERROR,
    message="{act} {meets} the place of {told}; education sources advise against massage there.",
    hint="Work elsewhere until it has calmed down (72 hours for an injury; a week in one list), or write "
    "`except {place}`.",
    sources=("S72", "S16", "S74"),
    confidence="H",
    bad="""
        receiver: supine, sprain left ankle 2 days
        knead both «over left ankle»
        """,
    good="""
        receiver: supine, sprain left ankle 2 days
        knead both over left thigh
        """,
)
def inflamed_place(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A place that is inflamed, or was hurt less than 72 hours ago, is not massaged.

    One list says a week: between the third day and the seventh it is a warning. Without a time an injury is taken for a
    fresh one. Gentle lymph work nearer to the trunk is elsewhere, and passes.
    """
    for told in told_of(plan, ("inflammation", "acute_injury")):
        severity = _weight(told)
        if severity is not None:
            yield from findings_at(plan, kind, told, touches(plan), severity=_less(severity))
            yield from finding_without_place(told, kind, "left ankle")


def _weight(told: Told) -> Severity | None:
    days = days_of(told)
    if days is None or days < _FRESH_DAYS or (told.word is not None and told.word.id == "inflammation"):
        return Severity.ERROR
    return Severity.WARNING if days < _A_WEEK else None


def _less(severity: Severity) -> Severity | None:
    """Only what is less than usual is told: the usual weight depends on how the place is met."""
    return severity if severity is Severity.WARNING else None
