"""What is told of the receiver, for rules to ask, and how findings say it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan, Told

_DAYS = {"hours": 1 / 24, "days": 1, "weeks": 7, "months": 365 / 12, "years": 365}


def told_of(plan: Plan, ids: Collection[str]) -> Iterator[Told]:
    """What is told of the receiver with one of these words, in order."""
    return (told for told in plan.receiver if told.word is not None and told.word.id in ids)


def words_of(told: Told) -> str:
    """The writer's own words: “`pregnant 24 weeks`”, and `today` when the file does not say them."""
    return f"`{told.words}`{' today' if told.today else ''}"


def says_of(told: Told) -> str:
    """The beginning of a sentence about it: “`receiver:` says `fever`”."""
    who = "Today's `receiver`" if told.today else "`receiver:`"
    return f"{who} says `{told.words}`"


def days_of(told: Told) -> float | None:
    """How many days ago, or how many days on; None where it is not told."""
    return float(told.number) * _DAYS[told.unit] if told.number and told.unit else None


def findings_at_words(
    plan: Plan, kind: Kind, ids: Collection[str], severity: Severity | None = None
) -> Iterator[Finding]:
    """A finding at each of these words, for what concerns the whole routine."""
    for told in told_of(plan, ids):
        if told.spot is not None:
            yield Finding(kind, told.spot, (("says", says_of(told)),), severity=severity or kind.severity)


def first_told(plan: Plan, ids: Collection[str]) -> Told | None:
    """The first of what is told with one of these words; None where nothing is."""
    return next(told_of(plan, ids), None)
