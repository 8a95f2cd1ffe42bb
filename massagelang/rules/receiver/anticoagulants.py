"""ML432: firm work on a receiver whose blood does not clot well."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import DEEP, depth_of
from massagelang.rules.receiver.force import is_sharp
from massagelang.rules.receiver.work import family_of, things_of, verb_of, works
from massagelang.rules.rule import rule

_FIRM = 3.0
_PULLS = frozenset({"stretching", "moving"})


@rule(
    code="ML432",
    severity=Severity.ERROR,
    message="{act} is more than education sources advise for this receiver ({told}).",
    hint="Stay at pressure 2 (3 where a doctor agrees and it has long been stable), and use no percussion devices.",
    sources=("S71", "S71b", "S71c"),
    confidence="M",
    bad="""
        receiver: prone, anticoagulants
        stroke both up left calf, «deep»
        """,
    good="""
        receiver: prone, anticoagulants
        stroke both up left calf, light
        """,
)
def anticoagulants(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """With thin blood, or an illness that makes it bleed, pressure stays at 2, and a doctor is asked.

    Pressure 3 is a warning, 4 an error, and so is a percussion device: a case report tells of a large bleeding in the
    wall of the belly after repeated use of one. Stretches are careful ones; a sharp pull is a warning.
    """
    told = first_told(plan, ("anticoagulants", "bleeding_disorder"))
    if told is None:
        return
    for act in works(plan):
        firm = depth_of(act, plan.vocabulary)
        if "percussion_device" in things_of(act):
            said, spot, severity = f"`{verb_of(act)}` with a percussion device", act.spot, Severity.ERROR
        elif firm is not None and firm.reaches(_FIRM):
            deep = firm.written and firm.level >= DEEP
            said, spot, severity = firm.words(act, plan), firm.spot, Severity.ERROR if deep else Severity.WARNING
        elif family_of(act) in _PULLS and is_sharp(act):
            said, spot, severity = f"A sharp `{verb_of(act)}`", act.spot, Severity.WARNING
        else:
            continue
        yield Finding(kind, spot, (("act", said), ("told", words_of(told))), severity=severity)
