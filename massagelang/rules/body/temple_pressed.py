"""ML419: strong pressure or suction at the temples."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_CUPS = frozenset({"cup", "face_cup", "silicone_cup", "set_cup", "slide_cup"})


@rule(
    code="ML419",
    severity=Severity.INFO,
    message="`{verb}` puts {what} on `{place}`; one education source advises against that at the temples.",
    hint="Light circles will do there.",
    sources=("S12",),
    confidence="L",
    bad="""
        press thumbs «on temples», strong
        """,
    good="""
        circle fingertips of both hands on temples, light
        """,
)
def temple_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """An artery runs over the thin bone of the temple: light circles are usual there.

    Strong pressure and cups are a note.
    """
    for met in meetings(plan, "temple"):
        if met.met == AIMED and (met.strength.deep or _sucks(met)):
            yield finding(kind, plan, met, what="suction" if _sucks(met) else "strong pressure")


def _sucks(met: Meeting) -> bool:
    act = met.act
    things = [act.thing, *(tool.implement for tool in (*act.tools, *act.how.with_tools))]
    cups = act.technique is not None and act.technique.id in _CUPS
    return cups or any(thing is not None and thing.id in _CUPS for thing in things)
