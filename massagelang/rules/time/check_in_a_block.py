"""ML306: a `check` that does not stand at file level."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Mark, Plan
from massagelang.rules.rule import rule


@rule(
    code="ML306",
    severity=Severity.ERROR,
    message="A `check` in a block would be met at more than one time.",
    hint="Put it on a line of its own, outside of blocks and of steps that are done more than once.",
    bad="""
        repeat 3 times { stroke both up back; «check 0:20» }
        """,
    good="""
        repeat 3 times { stroke both up back }
        check 0:20
        """,
)
def check_in_a_block(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """`check` names one moment of the whole routine; what is repeated, mirrored or chosen has no such moment."""
    if not any(isinstance(part, Mark) for part in plan.parts()):
        return
    from massagelang.plan.events import marks  # noqa: PLC0415  (most routines have no checks)

    reached = {reached.mark.id for reached in marks(plan)}
    inside = {part.id: part for part in plan.parts() if isinstance(part, Mark) and part.id not in reached}
    for part in inside.values():
        yield Finding(kind, part.spot)
