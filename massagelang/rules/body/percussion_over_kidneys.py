"""ML402: percussion or heavy vibration at the kidneys."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, finding, meetings
from massagelang.rules.rule import rule

_HEAVY = 3.0


@rule(
    code="ML402",
    severity=Severity.WARNING,
    message="`{verb}` {meets} the soft area over the kidneys; education sources advise against {what} there.",
    hint='Write `except kidney_zone`, choose another place, or add `# mass: allow ML402 "why"`.',
    sources=("S102", "S103"),
    confidence="M",
    bad="""
        hack both «over back»
        """,
    good="""
        hack both over back, except kidney_zone
        """,
)
def percussion_over_kidneys(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Percussion and heavy vibration are kept off the soft area either side of the spine below the last ribs.

    Aimed at that area it is an error; crossing it inside a wider place (`over back`) is a warning. Tapping with the
    fingertips is no percussion in this sense unless it is firm.
    """
    for met in meetings(plan, "kidney"):
        strength = met.strength
        strikes = strength.strikes and not strength.tender
        shakes = strength.trembles and strength.level >= _HEAVY
        if met.met in (AIMED, CROSSED) and (strikes or shakes):
            severity = Severity.ERROR if met.met == AIMED else Severity.WARNING
            yield finding(kind, plan, met, severity, what="percussion" if strikes else "heavy vibration")
