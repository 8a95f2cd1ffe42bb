"""ML403: deep pressure at the kidneys."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.aim import AIMED, actions, how_it_meets, is_deep
from massagelang.rules.rule import rule


@rule(
    code="ML403",
    severity=Severity.WARNING,
    message="Deep pressure {meets} the soft area over the kidneys; education sources advise against it there.",
    hint='Press less deeply, write `except kidney_zone`, or add `# mass: allow ML403 "why"`.',
    sources=("S04", "S05b"),
    confidence="M",
    bad="""
        circle forearms clockwise «over back», deep
        """,
    good="""
        circle forearms clockwise over upper_back, deep
        """,
)
def deep_pressure_over_kidneys(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Below the last ribs nothing shields the kidneys, so deep pressure, elbows and knuckles are kept off there.

    Aimed at that area it is an error; crossing it inside a wider place (`over back`) is a warning.
    """
    for act in actions(plan):
        if act.technique is None or act.technique.family == "percussion" or not is_deep(act):
            continue
        met, spot = how_it_meets(act, "kidney", plan.vocabulary)
        if met:
            severity = Severity.ERROR if met == AIMED else Severity.WARNING
            meets = "is aimed at" if met == AIMED else "crosses"
            yield Finding(kind, spot, (("meets", meets),), severity=severity)
