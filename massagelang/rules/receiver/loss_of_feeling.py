"""ML435: deep work or heat where the receiver feels less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Told
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import DEEP, depth_of
from massagelang.rules.receiver.heat import STONES, WARMERS, hot_acts
from massagelang.rules.receiver.meeting import meetings
from massagelang.rules.receiver.work import verb_of, works
from massagelang.rules.rule import rule


@rule(
    code="ML435",
    severity=Severity.ERROR,
    message="{act} is more than education sources advise for this receiver ({told}), who may not feel what is too "
    "much.",
    hint="Stay at pressure 3 or less, leave hot stones out, and look at the feet.",
    sources=("S70", "S70b", "S116"),
    confidence="M",
    bad="""
        receiver: prone, neuropathy
        «stroke both up left calf, deep»
        """,
    good="""
        receiver: prone, neuropathy
        stroke both up left calf, medium
        """,
)
def loss_of_feeling(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Where feeling is less, as with diabetes or a neuropathy, pressure stays at 3 and heat is left out.

    Pressure from 4 on and hot stones are errors; where a place is told (`numbness left hand`), only there.
    """
    told = first_told(plan, ("neuropathy", "diabetes"))
    if told is None:
        return
    for act in _there(works(plan), told, plan):
        firm = depth_of(act, plan.vocabulary)
        if firm is not None and firm.reaches(DEEP):
            severity = Severity.ERROR if firm.written else Severity.WARNING
            yield _finding(act, firm.words(act, plan), told, kind, severity)
    for act in list(_there(hot_acts(plan, STONES | WARMERS), told, plan))[:1]:
        yield _finding(act, f"`{verb_of(act)}` with heat", told, kind, Severity.ERROR)


def _there(acts: Iterable[Act], told: Told, plan: Plan) -> Iterator[Act]:
    if not told.places:
        return iter(acts)
    return (met.act for met in meetings(acts, told.places, plan))


def _finding(act: Act, said: str, told: Told, kind: Kind, severity: Severity) -> Finding:
    return Finding(kind, act.spot, (("act", said), ("told", words_of(told))), severity=severity)
