"""ML429: circles on the abdomen that do not run with the clock."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, finding, meetings
from massagelang.rules.rule import rule

_AGAINST = {"ascending_colon": "down", "descending_colon": "up"}


@rule(
    code="ML429",
    severity=Severity.WARNING,
    message="`{verb}` runs against the colon on `{place}`; education sources advise to follow the clock there.",
    hint="Write `clockwise`: up on the receiver's right, across, and down on the left.",
    sources=("S122",),
    confidence="H",
    bad="""
        circle both «counterclockwise» over abdomen, light
        """,
    good="""
        circle both clockwise over abdomen, light
        """,
)
def against_the_colon(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The colon goes up on the receiver's right, across below the ribs, and down on the left: that is clockwise.

    Tui na has a technique of its own for either way round, of which nothing is said.
    """
    for met in meetings(plan, "abdomen"):
        if not met.is_work or (met.act.technique is not None and met.act.technique.school == "tui_na"):
            continue
        turns = [way for way in (met.way, *met.act.ways) if "counterclockwise" in way.directions]
        against = _AGAINST.get(met.site.id) in met.way.directions
        if turns and met.met in (AIMED, "around"):
            yield finding(kind, plan, met, spot=turns[0].spot)
        elif against and met.met == AIMED:
            yield finding(kind, plan, met)
