"""ML401: pressure, percussion or friction straight on the spine."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, EDGE, Meeting, finding, meetings
from massagelang.rules.rule import rule

_FOLDS_THE_SKIN = frozenset({"skin_roll", "nie", "nie_ji", "pinch", "pluck"})
"""Techniques that lift the skin off the spine rather than press on it."""

_FIRM, _LIGHT = 3.0, 2.0


@rule(
    code="ML401",
    severity=Severity.ERROR,
    message="`{verb}` {meets} `{place}`; education sources advise against {what} on the spine itself.",
    hint="Work beside it (`2 fingers beside spine`), glide over it lightly, or write `except spine`.",
    sources=("S07", "S08", "S84"),
    confidence="M",
    bad="""
        press thumbs «on spine»
        """,
    good="""
        press thumbs 2 fingers beside spine
        stroke both down spine, light
        """,
)
def pressure_on_spine(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The spinous processes lie right under the skin: the muscles beside them are worked, and they are not.

    Percussion and a pressure of 3 or more that are aimed at the spine are an error, a pressure of 2 a warning. So is a
    deep action that covers the whole back, or one across the spine. A light glide along it is not meant. Where thumbs
    upon each other, knuckles or an elbow come toward the spine, a note says that they should end before the bones.
    """
    for met in meetings(plan, "spine"):
        severity = _severity(met)
        if severity is not None and met.act.technique is not None:
            yield finding(kind, plan, met, severity, what=_what(met), meets=_meets(met))


def _severity(met: Meeting) -> Severity | None:
    strength, technique = met.strength, met.act.technique
    if technique is not None and technique.id in _FOLDS_THE_SKIN:
        return None
    if met.met == EDGE and met.way.word in ("to", "toward", "into", "onto"):
        return Severity.INFO if strength.small or strength.deep else None
    if met.met == CROSSED:
        covers = met.way.word == "over" and strength.deep and not strength.strikes
        cuts = met.way.word in ("across", "through") and strength.level >= _FIRM
        return Severity.WARNING if covers or cuts else None
    if met.met != AIMED or not (strength.strikes or strength.level >= _LIGHT):
        return None
    return Severity.ERROR if strength.strikes or strength.level >= _FIRM else Severity.WARNING


def _what(met: Meeting) -> str:
    strength = met.strength
    return "percussion" if strength.strikes else "friction" if strength.rubs and not strength.deep else "pressure"


def _meets(met: Meeting) -> str:
    if met.met == CROSSED:
        return "covers the spine with" if met.way.word == "over" else "crosses"
    return "comes up to" if met.met == EDGE else "is aimed at"
