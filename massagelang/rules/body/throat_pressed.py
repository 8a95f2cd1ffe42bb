"""ML405: pressure, percussion or friction on the front of the neck."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_LIGHT = 1.0


@rule(
    code="ML405",
    severity=Severity.ERROR,
    message="`{verb}` works {on} `{place}`; education sources advise against more than a light touch on the throat.",
    hint="Leave the front of the neck out, or write `light` for a glide down over it.",
    sources=("S03", "S04", "S05"),
    confidence="H",
    bad="""
        press thumbs «on throat»
        """,
    good="""
        stroke both down front_of_neck, light
        """,
)
def throat_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Windpipe, great vessels and glands lie open at the front of the neck: only a very light glide goes there.

    Percussion, friction and any pressure above 1 are an error. A stroke of which nothing says that it is light gets a
    warning, and so does one with pressure that passes the throat on its way from the chin to the chest.
    """
    for met in meetings(plan, "throat"):
        severity = _severity(met)
        if severity is not None:
            yield finding(kind, plan, met, severity, on="past the throat" if _is_passed(met) else "on")


def _severity(met: Meeting) -> Severity | None:
    strength = met.strength
    presses = strength.strikes or strength.level > _LIGHT
    if _is_passed(met):
        return Severity.WARNING if presses else None
    if not _is_aimed(met):
        return None
    if presses:
        return Severity.ERROR
    return Severity.WARNING if met.is_work and not strength.written and strength.usual > _LIGHT else None


def _is_aimed(met: Meeting) -> bool:
    return met.met == AIMED or (met.met == CROSSED and met.way.word in ("across", "through"))


def _is_passed(met: Meeting) -> bool:
    """Whether a path leads over it without naming it."""
    return met.met == CROSSED and met.way.word not in ("on", "over", "along", "")
