"""Findings about work on a place where something is the matter, for the rules about wounds, injuries and joints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target, Told
from massagelang.rules.receiver.conditions import words_of
from massagelang.rules.receiver.meeting import Met, meetings, said_place
from massagelang.rules.receiver.work import verb_of


def findings_at(
    plan: Plan, kind: Kind, told: Told, acts: Iterable[Act], *, severity: Severity | None = None
) -> Iterator[Finding]:
    """A finding where one of these acts works on a place that is told of (an error), or crosses it (a warning)."""
    for met in meetings(acts, told.places, plan):
        yield finding_of(met, told, kind, severity)


def finding_of(met: Met, told: Told, kind: Kind, severity: Severity | None = None) -> Finding:
    """`{act} {meets} … {told}`, with what settles it as `{place}`."""
    arguments = (
        ("act", f"`{verb_of(met.act)}`"),
        ("meets", met.how),
        ("told", words_of(told)),
        ("place", said_place(met.place)),
    )
    weighs = severity or (kind.severity if met.aimed else Severity.WARNING)
    return Finding(kind, met.spot, arguments, severity=weighs)


def finding_without_place(told: Told, kind: Kind, example: Target | str) -> Iterator[Finding]:
    """That nobody says where it is, so that work on it cannot be seen."""
    if told.spot is None or told.places:
        return
    word = told.word.id if told.word else told.words
    hint = f"Write where it is: `{word} {example}`; a word in quotation marks is yours alone."
    arguments = (("act", "Any work"), ("meets", "may be on"), ("told", words_of(told)), ("place", "the place"))
    yield Finding(kind, told.spot, arguments, severity=Severity.WARNING, hint=hint)
