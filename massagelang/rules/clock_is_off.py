"""ML305: a `check` line that does not agree with the plan."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import NO_TIME, Mark, Plan, Planned, Repeat, Section, Sequence, Time
from massagelang.plan.said import duration_words
from massagelang.rules.rule import rule

TOLERANCE = 30_000
"""Milliseconds that a check may be off when it says nothing itself."""


@rule(
    code="ML305",
    severity=Severity.WARNING,
    message="Here {about}{now} have gone by, not {clock}.",
    hint="Change the times above or the check; `check {mend}` would be right.",
    bad="""
        hold both on back for 2min
        «check 5:00»
        """,
    good="""
        hold both on back for 5min
        check 5:00
        """,
)
def clock_is_off(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """`check 15:00` says which time should have gone by at that line, so that a routine keeps to its clock.

    After `wait` or `until` only what is too early can be told, since nobody knows how long they take.
    """
    for mark, before in _marks(plan.body, NO_TIME):
        tolerance = mark.tolerance or TOLERANCE
        early = before.ideal - mark.clock > tolerance
        late = mark.clock - before.ideal > tolerance and not before.open
        if early or late:
            about = "" if before.shortest == before.longest else "about "
            if before.open:
                about = "without the waits about "
            arguments = (
                ("about", about),
                ("now", duration_words(before.ideal)),
                ("clock", _clock(mark.clock)),
                ("mend", _clock(round(before.ideal, -3))),
            )
            yield Finding(kind, mark.spot, arguments)


def _clock(milliseconds: int) -> str:
    return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02}"


def _marks(part: Planned, before: Time) -> Iterator[tuple[Mark, Time]]:
    """The checks of a plan, each with the time that goes before it."""
    match part:
        case Mark():
            yield part, before
        case Section(body=body):
            yield from _marks(body, before)
        case Repeat(passes=passes):
            yield from _marks(passes[0], before)
        case Sequence(parts=parts):
            for inside in parts:
                yield from _marks(inside, before)
                before = before + inside.time
        case _:
            return
