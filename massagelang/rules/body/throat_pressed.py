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
    message="`{verb}` is more than a light touch on `{place}`; education sources advise against that at the throat.",
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
    warning.
    """
    for met in meetings(plan, "throat"):
        if met.is_work and _is_aimed(met):
            if met.strength.strikes or met.strength.level > _LIGHT:
                yield finding(kind, plan, met)
            elif not met.strength.written and met.strength.usual > _LIGHT:
                yield finding(kind, plan, met, Severity.WARNING)
        elif not met.is_work and _is_aimed(met) and met.strength.level > _LIGHT:
            yield finding(kind, plan, met)


def _is_aimed(met: Meeting) -> bool:
    return met.met == AIMED or (met.met == CROSSED and met.way.word in ("across", "through"))


def _is_passed(met: Meeting) -> bool:
    return met.met == CROSSED and met.way.word not in ("on", "over", "along", "")
