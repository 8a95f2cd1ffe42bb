"""ML412: pressure, percussion or friction in the hollow of the knee."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_HIDING = frozenset({"supine", "floor_supine", "semi_reclined", "seated", "long_sitting"})
_ON_THE_FRONT = frozenset({"prone", "floor_prone"})
_FELT, _FIRM = 2.0, 3.0


@rule(
    code="ML412",
    severity=Severity.ERROR,
    message="`{verb}` {meets} the hollow of the knee; education sources advise against {what} there.",
    hint="Glide over it lightly (`feather on back_of_knee`), or write `except back_of_knee`.",
    sources=("S02", "S03", "S05", "S13"),
    confidence="H",
    bad="""
        press thumbs «on back_of_knee»
        """,
    good="""
        stroke both over back_of_knee, feather
        """,
)
def back_of_knee_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Vessels and a nerve lie in the hollow of the knee with no muscle over them: a light glide goes over it, no more.

    Aimed at it, a pressure of 3 or more is an error, a pressure of 2, friction and percussion a warning. Deep work and
    percussion that cross it on the way up a leg are a warning, unless the receiver lies on the back; where it is known
    that the way runs on the back of the leg, so is any pressure above 3.
    """
    for met in meetings(plan, "back_of_knee"):
        severity = _severity(met)
        if severity is not None:
            yield finding(kind, plan, met, severity, what=_what(met))


def _severity(met: Meeting) -> Severity | None:
    strength = met.strength
    if met.met == CROSSED:
        strikes = strength.strikes and not strength.tender
        presses = strength.deep or (strength.written and strength.level > _FIRM and _is_behind(met))
        return Severity.WARNING if met.act.before.posture not in _HIDING and (strikes or presses) else None
    if met.met != AIMED or not (strength.strikes or strength.level >= _FELT):
        return None
    return Severity.ERROR if strength.level >= _FIRM else Severity.WARNING


def _is_behind(met: Meeting) -> bool:
    """Whether it is known that the way runs on the back of the leg."""
    part = met.target.part.id if met.target.part else ""
    return part == "back" or met.act.before.posture in _ON_THE_FRONT


def _what(met: Meeting) -> str:
    if met.strength.strikes:
        return "percussion"
    return "friction" if met.strength.rubs else "deep pressure" if met.strength.deep else "pressure"
