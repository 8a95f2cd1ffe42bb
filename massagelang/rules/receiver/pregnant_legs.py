"""ML453: deep pressure or percussion on the legs in pregnancy."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.receiver.firmness import DEEP, depth_of
from massagelang.rules.receiver.meeting import Met, meetings, places_of
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.work import strikes, verb_of, works
from massagelang.rules.rule import rule


@rule(
    code="ML453",
    severity=Severity.ERROR,
    message="{act} {meets} a leg ({told}); education sources advise against deep pressure and percussion there "
    "(one writer calls the evidence weak).",
    hint="Stay light on the legs, above all at the inner thigh and the calf.",
    sources=("S73", "S73b", "S73c"),
    confidence="M",
    bad="""
        receiver: side_lying, pregnant 24 weeks
        stroke both «up left calf», deep
        """,
    good="""
        receiver: side_lying, pregnant 24 weeks
        stroke both up left calf, light
        """,
)
def pregnant_legs(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Because of clots the legs get no deep pressure and no percussion in pregnancy.

    The inner thigh and the calf matter most; the feet are not among them. Sources disagree on how strong the evidence
    is. Crossing a leg inside a wider place is a warning.
    """
    found = pregnancy_of(plan)
    if found is None:
        return
    for met in legs_struck_or_deep(plan):
        firm = depth_of(met.act, plan.vocabulary)
        struck = strikes(met.act)
        said = firm.words(met.act, plan) if firm and not struck else f"`{verb_of(met.act)}`"
        sure = met.aimed and (struck or (firm is not None and firm.written))
        arguments = (("act", said), ("meets", met.how), ("told", found.words))
        yield Finding(kind, met.spot, arguments, severity=Severity.ERROR if sure else Severity.WARNING)


def legs_struck_or_deep(plan: Plan) -> Iterator[Met]:
    """Where legs, but not feet alone, get deep pressure or percussion."""
    leg = plan.vocabulary.region("leg")
    for met in meetings(works(plan), (Target(leg),), plan):
        firm = depth_of(met.act, plan.vocabulary)
        deep = strikes(met.act) or (firm is not None and firm.reaches(DEEP))
        if deep and not _is_on_feet(met.act, plan):
            yield met


def _is_on_feet(act: Act, plan: Plan) -> bool:
    foot = plan.vocabulary.region("foot")
    regions = [target.region for _, target in places_of(act) if target.region]
    return foot is not None and all(plan.vocabulary.is_within(region, foot) for region in regions)
