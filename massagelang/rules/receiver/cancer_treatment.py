"""ML437: firm work on a receiver with cancer."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.work import works
from massagelang.rules.rule import rule

_FIRM = 3.0


@rule(
    code="ML437",
    severity=Severity.WARNING,
    message="{act} is more than education sources advise for this receiver ({told}) before the team has agreed.",
    hint="Plan the pressure with the team, and write it: `pressure 1` or `pressure 2`; or allow it with their word.",
    sources=("S54",),
    confidence="M",
    bad="""
        receiver: supine, cancer
        «stroke both up left forearm, firm»
        """,
    good="""
        receiver: supine, cancer
        stroke both up left forearm, pressure 1
        """,
)
def cancer_treatment(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """In oncology the pressure is planned with those who treat; the scale of 1 to 5 was made for that.

    Pressure from 3 on is a warning here, which a word of the team settles.
    """
    told = first_told(plan, ("cancer",))
    for act in works(plan) if told else ():
        firm = firmness_of(act, plan.vocabulary)
        if told and firm is not None and firm.reaches(_FIRM):
            yield Finding(kind, act.spot, (("act", firm.words(act, plan)), ("told", words_of(told))))
