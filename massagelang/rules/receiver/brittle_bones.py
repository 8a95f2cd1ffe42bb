"""ML434: firm work on brittle bones."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.force import is_forced
from massagelang.rules.receiver.work import strikes, verb_of, works
from massagelang.rules.rule import rule

_FIRM, _A_TAP = 3.0, 1.0


@rule(
    code="ML434",
    severity=Severity.ERROR,
    message="{act} is more than education sources advise for this receiver ({told}).",
    hint="Stay at pressure 2, above all at the spine; leave out percussion, and move joints only as far as they go.",
    sources=("S43", "S76", "S125"),
    confidence="H",
    bad="""
        receiver: prone, osteoporosis
        «hack both over left thigh»
        """,
    good="""
        receiver: prone, osteoporosis
        stroke both over left thigh, light
        """,
)
def brittle_bones(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Bones that break easily bear no pressure from 3 on, no percussion and no forced movement of joints.

    Tapping with the fingertips, and techniques that are firm by themselves while no pressure is written, are a warning.
    """
    told = first_told(plan, ("osteoporosis",))
    for act in works(plan) if told else ():
        found = _too_much(act, plan)
        if found and told:
            said, severity = found
            yield Finding(kind, act.spot, (("act", said), ("told", words_of(told))), severity=severity)


def _too_much(act: Act, plan: Plan) -> tuple[str, Severity] | None:
    firm = firmness_of(act, plan.vocabulary)
    if strikes(act):
        light = firm is not None and firm.level <= _A_TAP
        return f"`{verb_of(act)}`, which is percussion,", Severity.WARNING if light else Severity.ERROR
    if is_forced(act, plan):
        return f"`{verb_of(act)}` with force", Severity.ERROR
    if firm is not None and firm.reaches(_FIRM):
        return firm.words(act, plan), Severity.ERROR if firm.written else Severity.WARNING
    return None
