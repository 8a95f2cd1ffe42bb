"""ML455: percussion in pregnancy, and heavy vibration of the low back."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.force import is_fast
from massagelang.rules.receiver.meeting import meetings
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.pregnant_legs import legs_struck_or_deep
from massagelang.rules.receiver.work import family_of, strikes, things_of, verb_of, works
from massagelang.rules.rule import rule

_HEAVY = 3.0
_LOW = ("lower_back", "sacrum")


@rule(
    code="ML455",
    severity=Severity.WARNING,
    message="{act} ({told}); education sources advise against it then.",
    hint="Leave it out, or hold and stroke there instead.",
    sources=("S101", "S103"),
    confidence="M",
    bad="""
        receiver: side_lying, pregnant 24 weeks
        «cup both over upper_back, light»
        """,
    good="""
        receiver: side_lying, pregnant 24 weeks
        stroke both over upper_back, light
        """,
)
def pregnant_percussion(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """In pregnancy there is no percussion, and no heavy vibration of the low back; a period leaves out the latter.

    Percussion of the legs has a finding of its own. Heavy is pressure 3 or more, a fast shake, or a machine.
    """
    found = pregnancy_of(plan)
    period = first_told(plan, ("menstruation",))
    told = found.words if found else words_of(period) if period else ""
    if not told:
        return
    if found:
        legs = {id(met.act) for met in legs_struck_or_deep(plan)}
        for act in works(plan):
            if strikes(act) and id(act) not in legs:
                yield Finding(kind, act.spot, (("act", f"`{verb_of(act)}` is percussion"), ("told", told)))
    low = [Target(region) for name in _LOW if (region := plan.vocabulary.region(name))]
    for met in meetings((act for act in works(plan) if _is_heavy(act, plan)), low, plan):
        said = f"`{verb_of(met.act)}` is heavy vibration of the low back"
        yield Finding(kind, met.act.spot, (("act", said), ("told", told)))


def _is_heavy(act: Act, plan: Plan) -> bool:
    if "vibrator" in things_of(act):
        return True
    firm = firmness_of(act, plan.vocabulary)
    fast = any(is_fast(word.manner.kind, word.manner.value) for word in act.how.words)
    return family_of(act) == "vibration" and (fast or (firm is not None and firm.reaches(_HEAVY)))
