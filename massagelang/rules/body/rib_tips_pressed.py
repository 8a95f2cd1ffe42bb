"""ML416: firm pressure on the tip of the breastbone or the last ribs."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, finding, meetings
from massagelang.rules.rule import rule

_FIRM = 3.0


@rule(
    code="ML416",
    severity=Severity.WARNING,
    message="`{verb}` puts firm pressure on `{place}`, where the bone is held at one end only.",
    hint="Press lightly there, or leave it out.",
    confidence="K",
    bad="""
        press palms «on xiphoid»
        """,
    good="""
        stroke both over xiphoid, light
        """,
)
def rib_tips_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The tip of the breastbone and the last ribs are held at one end only, and liver, spleen and kidneys lie below.

    This is common knowledge, for which we name no source.
    """
    for met in (*meetings(plan, "xiphoid"), *meetings(plan, "floating_ribs")):
        if met.met == AIMED and (met.strength.level >= _FIRM or (met.strength.strikes and not met.strength.tender)):
            yield finding(kind, plan, met)
