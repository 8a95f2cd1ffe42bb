"""ML410: deep or long pressure on the front of the wrist."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Basis, Plan
from massagelang.rules.body.sites import AIMED, finding, meetings
from massagelang.rules.rule import Limits, rule

_FIRM = 3.0


@rule(
    code="ML410",
    severity=Severity.INFO,
    message="`{verb}` puts {what} on `{place}`, where a nerve runs close below the skin.",
    hint="Press less, or not for long.",
    confidence="K",
    limits={"longest_s": 60},
    bad="""
        press thumbs «on inner_wrist», deep
        """,
    good="""
        press thumbs on inner_wrist, light
        """,
)
def front_of_wrist_pressed(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """The nerve of the palm runs in a channel in the front of the wrist; deep or long pressure makes it tingle.

    This is common knowledge, for which we name no source; how long is long is our own estimate.
    """
    for met in meetings(plan, "wrist"):
        strength, time = met.strength, met.act.time
        lasts = time.basis is Basis.WRITTEN and time.ideal > limits["longest_s"] * 1000 and strength.level >= _FIRM
        if met.met == AIMED and (strength.deep or lasts):
            yield finding(kind, plan, met, what="deep pressure" if strength.deep else "long pressure")
