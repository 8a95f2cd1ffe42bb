"""ML403: deep pressure, or an elbow, at the kidneys."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_FELT = 2.0


@rule(
    code="ML403",
    severity=Severity.WARNING,
    message="{what} {meets} the soft area over the kidneys; education sources advise against it there.",
    hint='Press less deeply, write `except kidney_zone`, or add `# mass: allow ML403 "why"`.',
    sources=("S04", "S05b"),
    confidence="M",
    bad="""
        circle forearms clockwise «over lower_back», deep
        """,
    good="""
        circle forearms clockwise over upper_back, deep
        """,
)
def deep_pressure_over_kidneys(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Below the last ribs nothing shields the kidneys, so deep pressure, elbows and knuckles are kept off there.

    It speaks of what is aimed at that area and of what crosses it inside a wider place (`over back`): of a pressure of
    4 or more, of 3 with knuckles or thumbs upon each other, and of an elbow or the weight of the body on a small tool.
    """
    for met in meetings(plan, "kidney"):
        if met.met in (AIMED, CROSSED) and not _shakes(met) and (what := _what(met)):
            yield finding(kind, plan, met, what=what)


def _shakes(met: Meeting) -> bool:
    """Whether it is percussion or vibration, of which another rule speaks."""
    return met.strength.strikes or met.strength.trembles


def _what(met: Meeting) -> str:
    strength = met.strength
    if any(tool.part == "elbow" for tool in met.act.tools) and strength.level >= _FELT:
        return "An elbow"
    if strength.deep:
        return "Deep pressure"
    return "The weight of the body on a small tool" if strength.small and strength.leans else ""
