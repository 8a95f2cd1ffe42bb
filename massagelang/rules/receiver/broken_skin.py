"""ML424: work on skin that is wounded, infected, burnt, bruised or has a rash."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import told_of
from massagelang.rules.receiver.local import finding_without_place, findings_at
from massagelang.rules.receiver.work import touches
from massagelang.rules.rule import rule

_SKIN = ("open_skin", "skin_infection", "burns", "sunburn", "rash", "bruise")


@rule(
    code="ML424",
    severity=Severity.ERROR,
    message="{act} {meets} the place of {told}; education sources advise against all strokes there.",
    hint="Work elsewhere, or write `except {place}`.",
    sources=("S16", "S86", "S74"),
    confidence="H",
    bad="""
        receiver: prone, sunburn upper_back
        stroke both «over upper_back», light
        """,
    good="""
        receiver: prone, sunburn upper_back
        stroke both up left calf, light
        """,
)
def broken_skin(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """On a wound, an infection, a burn, a rash or a bruise there are no strokes; elsewhere there may be.

    Work on the very place is an error; a wider place with it inside is a warning. Where nothing tells the place, the
    words for the receiver are asked for it. What is only applied (aloe on sunburn) is not work.
    """
    acts = None
    for told in told_of(plan, _SKIN):
        acts = list(touches(plan)) if acts is None else acts
        yield from findings_at(plan, kind, told, acts)
        yield from finding_without_place(told, kind, "left calf")
