"""ML408: firm pressure on the inside of the upper arm."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, finding, meetings
from massagelang.rules.rule import rule

_FIRM = 3.0


@rule(
    code="ML408",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against firm pressure inside the upper arm.",
    hint="Press lightly there, or work on `biceps` and `triceps`.",
    sources=("S04",),
    confidence="M",
    bad="""
        press thumbs «along inner_upper_arm», firm
        """,
    good="""
        stroke both up inner_upper_arm, light
        """,
)
def inner_arm_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The nerves and the artery of the arm run along its inside from armpit to elbow, close below the skin.

    A pressure of 3 or more on it is a warning.
    """
    for met in meetings(plan, "inner_arm"):
        passed = met.met == CROSSED and met.way.word in ("to", "into")
        if (met.met == AIMED or passed) and met.strength.level >= _FIRM:
            yield finding(kind, plan, met)
