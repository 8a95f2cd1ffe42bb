"""ML421: pressure or percussion on the tailbone."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, finding, meetings
from massagelang.rules.rule import rule

_FELT = 2.0


@rule(
    code="ML421",
    severity=Severity.WARNING,
    message="`{verb}` works with pressure on `{place}`, a thin bone right under the skin.",
    hint="Work on `sacrum` or the buttocks beside it.",
    confidence="K",
    bad="""
        press thumbs «on coccyx»
        """,
    good="""
        stroke both over sacrum, light
        """,
)
def coccyx_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The tailbone is thin, easily hurt, and close to what is private.

    This is common knowledge, for which we name no source.
    """
    for met in meetings(plan, "coccyx"):
        if met.met == AIMED and (met.strength.level >= _FELT or met.strength.strikes):
            yield finding(kind, plan, met)
