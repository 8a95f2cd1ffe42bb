"""ML406: firm pressure or percussion on the side of the neck."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_FIRM = 3.0


@rule(
    code="ML406",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against {what} at the side of the neck.",
    hint="Press no more than lightly there, or work on `back_of_neck`.",
    sources=("S04", "S05b"),
    confidence="H",
    bad="""
        press thumbs «on side_of_neck»
        """,
    good="""
        knead both on side_of_neck, gentle
        """,
)
def side_of_neck_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Great vessels and the nerves of the arm run along the side of the neck, with little over them.

    A pressure of 3 or more and percussion are a warning; so are percussion and deep work that cover the whole neck.
    """
    for met in meetings(plan, "side_of_neck"):
        strength = met.strength
        crossed = met.met == CROSSED and strength.deep
        if met.met not in (AIMED, CROSSED) or not (strength.strikes or crossed or _is_firm(met)):
            continue
        yield finding(kind, plan, met, what="percussion" if strength.strikes else "firm pressure")


def _is_firm(met: Meeting) -> bool:
    return met.met == AIMED and met.strength.level >= _FIRM
