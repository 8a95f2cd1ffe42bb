"""ML450: the first trimester."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import says_of
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.rule import rule

_LAST_WEEK = 12


@rule(
    code="ML450",
    severity=Severity.WARNING,
    message="{says}, which is the first trimester: many therapists decline then or ask for a doctor's word, and "
    "education sources disagree on it.",
    hint="Ask the doctor or midwife first; one prenatal writer says that evidence of harm is lacking.",
    sources=("S73", "S73b", "S73c"),
    confidence="M",
    bad="""
        receiver: side_lying, «pregnant 10 weeks»
        stroke both up left forearm, light
        """,
    good="""
        receiver: side_lying, pregnant 13 weeks
        stroke both up left forearm, light
        """,
)
def early_pregnancy(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Up to the end of the 12th week many therapists decline, or ask for a doctor's word.

    Sources disagree: two advise it, a prenatal writer answers that no harm has been shown.
    """
    found = pregnancy_of(plan)
    if found is not None and found.last and found.last <= _LAST_WEEK and found.told.spot is not None:
        yield Finding(kind, found.told.spot, (("says", says_of(found.told)),))
