"""ML303: a written time of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Basis, Plan
from massagelang.rules.rule import rule


@rule(
    code="ML303",
    severity=Severity.ERROR,
    message="This lasts no time at all.",
    hint="Give it a time, or take it out.",
    bad="""
        «pause 0s»
        """,
    good="""
        pause 10s
        """,
)
def no_time_at_all(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A time of nothing cannot be done, and a cue for it could not be heard."""
    for act in plan.acts():
        if act.time.longest == 0 and act.time.basis is Basis.WRITTEN:
            yield Finding(kind, act.spot)
