"""ML431: a clot in a vein, known or suspected."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan, Target
from massagelang.rules.receiver.conditions import says_of, told_of, words_of
from massagelang.rules.receiver.meeting import meetings
from massagelang.rules.receiver.work import touches, verb_of
from massagelang.rules.rule import rule
from massagelang.vocabulary import Region

_LIMBS = ("leg", "arm")


@rule(
    code="ML431",
    severity=Severity.ERROR,
    message="{What}; education sources advise against massage of that limb, and most of them against any.",
    hint="Leave this receiver to a doctor first, and write the routine for afterwards.",
    sources=("S72", "S71", "S74", "S76"),
    confidence="H",
    bad="""
        receiver: supine, «dvt»
        stroke both up left leg, light
        """,
    good="""
        receiver: supine, hypotension
        stroke both up left leg, light
        """,
)
def clot(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """With thrombosis or phlebitis, also suspected, the limb is left alone, and by most lists everything is.

    Where the place is told (`dvt left leg`) and worked on, the
    finding stands at the work, else at the words for the receiver: as a warning where only other limbs are worked.
    """
    for told in told_of(plan, ("dvt",)):
        limbs = tuple(_limb(place, plan) for place in told.places)
        work = list(meetings(touches(plan), limbs, plan))
        for met in work:
            yield Finding(kind, met.spot, (("What", f"`{verb_of(met.act)}` {met.how} the limb of {words_of(told)}"),))
        if not work and told.spot is not None:
            severity = Severity.WARNING if limbs else Severity.ERROR
            yield Finding(kind, told.spot, (("What", says_of(told)),), severity=severity)


def _limb(place: Target, plan: Plan) -> Target:
    """The whole limb that a place is on."""
    around: list[Region] = list(plan.vocabulary.around(place.region)) if place.region else []
    limb = next((region for region in around if region.id in _LIMBS), place.region)
    return evolve(place, region=limb, part=None)
