"""ML402: percussion at the kidneys."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.aim import AIMED, actions, how_it_meets
from massagelang.rules.rule import rule


@rule(
    code="ML402",
    severity=Severity.WARNING,
    message="`{verb}` {meets} the soft area over the kidneys; education sources advise against percussion there.",
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
    """Percussion is kept off the soft area either side of the spine below the last ribs.

    Aimed at that area it is an error; crossing it inside a wider place (`over back`) is a warning.
    """
    for act in actions(plan):
        if act.technique is None or act.technique.family != "percussion":
            continue
        met, spot = how_it_meets(act, "kidney", plan.vocabulary)
        if met:
            severity = Severity.ERROR if met == AIMED else Severity.WARNING
            arguments = (("verb", act.technique.id), ("meets", "is aimed at" if met == AIMED else "crosses"))
            yield Finding(kind, spot, arguments, severity=severity)
