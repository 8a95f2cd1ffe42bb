"""ML413: deep pressure on a point, or an elbow, at the sciatic notch."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_BROAD = frozenset({"palm", "forearm", "hand", "heel", "fist", "foot"})


@rule(
    code="ML413",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against deep pressure on one point there.",
    hint="Use a broad palm or forearm on the buttock instead.",
    sources=("S02",),
    confidence="H",
    bad="""
        press thumbs «on sciatic_notch», deep
        """,
    good="""
        compress palms on buttocks, deep
        """,
)
def sciatic_notch_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The great nerve of the leg leaves the pelvis there, below the muscles of the buttock.

    An elbow, and deep pressure on a point, are a warning; a broad palm or forearm is not meant.
    """
    for met in meetings(plan, "sciatic"):
        if met.met == AIMED and (_by_elbow(met) or (met.strength.deep and not _is_broad(met))):
            yield finding(kind, plan, met)


def _by_elbow(met: Meeting) -> bool:
    own = met.act.technique is not None and met.act.technique.tools == ("elbow",)
    return met.strength.level > 0 and (own or any(tool.part == "elbow" for tool in met.act.tools))


def _is_broad(met: Meeting) -> bool:
    return bool(met.act.tools) and all(tool.part in _BROAD for tool in met.act.tools) and met.act.tools_written
