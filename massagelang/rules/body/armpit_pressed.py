"""ML407: deep pressure, friction or percussion in the armpit."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, Meeting, finding, meetings
from massagelang.rules.body.strength import DEEP
from massagelang.rules.rule import rule

_FELT, _FIRM = 2.0, 3.0


@rule(
    code="ML407",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against {what} in the armpit.",
    hint="Lay a broad, light hand there, or stay on the muscles before and behind it.",
    sources=("S03", "S04", "S05"),
    confidence="H",
    bad="""
        friction fingertips of both hands «on armpit»
        """,
    good="""
        stroke both over armpit, light
        """,
)
def armpit_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Vessels, nerves and lymph nodes lie open in the armpit, so it is touched broadly and lightly.

    Firm pressure, friction and percussion are a warning, a pressure of 4 or more an error.
    """
    for met in meetings(plan, "axilla"):
        if met.met == AIMED and (what := _what(met)):
            severity = Severity.ERROR if met.strength.level >= DEEP else Severity.WARNING
            yield finding(kind, plan, met, severity, what=what)


def _what(met: Meeting) -> str:
    strength = met.strength
    if strength.strikes:
        return "percussion"
    if strength.rubs and strength.level >= _FELT:
        return "friction"
    return "firm pressure" if strength.level >= _FIRM else ""
