"""ML305: a `check` line that does not agree with the plan."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Mark, Plan
from massagelang.plan.said import duration_words
from massagelang.rules.rule import rule


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
    if not any(isinstance(part, Mark) for part in plan.parts()):
        return
    from massagelang.plan.events import marks  # noqa: PLC0415  (most routines have no checks)

    for reached in marks(plan):
        mark, now = reached.mark, reached.now
        if not reached.is_right:
            about = "without the waits about " if reached.waited else "" if reached.exact else "about "
            arguments = (
                ("about", about),
                ("now", duration_words(round(now, -3))),
                ("clock", _clock(mark.clock)),
                ("mend", _clock(round(now, -3))),
            )
            yield Finding(kind, mark.spot, arguments)


def _clock(milliseconds: int) -> str:
    return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02}"
