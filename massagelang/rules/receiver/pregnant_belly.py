"""ML454: pressure on the belly in pregnancy."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan, Target
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.meeting import Met, meetings
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.work import family_of, strikes, verb_of, works
from massagelang.rules.rule import rule

_PRESSURE = 2.0
_SOFT = frozenset({"stroking", "holding", "vibration"})
"""Families that may be meant very lightly when no pressure is written."""


@rule(
    code="ML454",
    severity=Severity.ERROR,
    message="{act} {meets} the belly ({told}); education sources advise no pressure there, or a very light touch.",
    hint="Leave the belly out (`except abdomen`), or write `very light`.",
    sources=("S73", "S127"),
    confidence="H",
    bad="""
        receiver: side_lying, pregnant 24 weeks
        knead both «over abdomen»
        """,
    good="""
        receiver: side_lying, pregnant 24 weeks
        stroke both over abdomen, very light
        """,
)
def pregnant_belly(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """On the belly of a pregnant receiver there is no work, or only a touch that is lighter than pressure 2.

    A stroke whose pressure nobody has written is a warning that asks for it.
    """
    found = pregnancy_of(plan)
    belly = plan.vocabulary.region("abdomen")
    if found is None or belly is None:
        return
    for met in meetings(works(plan), (Target(belly),), plan):
        severity = _weight(met, plan)
        if severity is not None:
            firm = firmness_of(met.act, plan.vocabulary, met.place)
            said = firm.words(met.act, plan) if firm and firm.written else f"`{verb_of(met.act)}`"
            yield Finding(kind, met.spot, (("act", said), ("meets", met.how), ("told", found.words)), severity=severity)


def _weight(met: Met, plan: Plan) -> Severity | None:
    firm = firmness_of(met.act, plan.vocabulary, met.place)
    if firm is None or (firm.level < _PRESSURE and not strikes(met.act)):
        return None
    meant_softly = not firm.written and family_of(met.act) in _SOFT
    return Severity.ERROR if met.aimed and not meant_softly else Severity.WARNING
