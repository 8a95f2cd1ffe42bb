"""ML304: a single statement, or a whole routine, of absurd length."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Basis, Plan
from massagelang.plan.said import duration_words
from massagelang.rules.rule import rule

LONGEST_STATEMENT = 60 * 60 * 1000
LONGEST_ROUTINE = 24 * 60 * 60 * 1000
"""Milliseconds; both are our own estimates."""


@rule(
    code="ML304",
    severity=Severity.WARNING,
    message="{what} lasts {time}.",
    hint="Is a number or a unit wrong?",
    bad="""
        «hold both on back for 90min»
        """,
    good="""
        hold both on back for 90s
        """,
)
def very_long(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Nobody holds one grip for more than an hour, nor gives a massage for more than a day: a slip of the pen.

    A routine of more than a day can only be streamed (`jsonl`); whole files of it are refused.
    """
    for act in plan.acts():
        if act.time.basis is Basis.WRITTEN and act.time.shortest > LONGEST_STATEMENT:
            yield Finding(kind, act.spot, (("what", "This"), ("time", duration_words(act.time.ideal))))
    if plan.time.ideal > LONGEST_ROUTINE:
        time = duration_words(plan.time.ideal)
        yield Finding(kind, plan.body.spot, (("what", "The whole routine"), ("time", time)))
