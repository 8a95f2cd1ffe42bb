"""ML414: deep pressure where a nerve lies on bone: below the knee and behind the ankle."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_BEHIND = frozenset({"behind", "below", "under"})


@rule(
    code="ML414",
    severity=Severity.INFO,
    message="`{verb}` goes deep {where} `{place}`; education sources advise against that where a nerve lies on bone.",
    hint="Press less there, or work on the muscle beside it.",
    sources=("S02",),
    confidence="H",
    bad="""
        press thumbs «on head_of_fibula», deep
        """,
    good="""
        press thumbs on head_of_fibula, light
        """,
)
def nerve_at_bone_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Behind and below the head of the fibula a nerve lies on the bone with little over it, and behind the inner ankle.

    Deep pressure there is a note; light work is not meant.
    """
    for met in (*meetings(plan, "fibular"), *meetings(plan, "tarsal"), *meetings(plan, "bone")):
        if met.strength.deep and not met.strength.strikes and _is_at_the_nerve(met):
            yield finding(kind, plan, met, where="on" if met.met == AIMED else met.met)


def _is_at_the_nerve(met: Meeting) -> bool:
    if met.site.caution == "bone":
        return met.site.id == "inner_ankle" and met.met in _BEHIND
    return met.met == AIMED or (met.site.caution == "fibular" and met.met in _BEHIND)
