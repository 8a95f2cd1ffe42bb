"""ML433: pressure on varicose veins or below them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan, Target, Told
from massagelang.rules.receiver.conditions import told_of, words_of
from massagelang.rules.receiver.firmness import depth_of, firmness_of
from massagelang.rules.receiver.meeting import Met, meetings
from massagelang.rules.receiver.work import strikes, verb_of, works
from massagelang.rules.rule import rule

_FIRM, _DEEP = 3.0, 4.0
_BELOW = {"thigh": ("knee", "lower_leg", "ankle", "foot"), "knee": ("lower_leg", "ankle", "foot"),
          "lower_leg": ("ankle", "foot"), "ankle": ("foot",)}  # fmt: skip
"""What drains through a part of the leg: what lies further from the heart."""


@rule(
    code="ML433",
    severity=Severity.ERROR,
    message="{act} {meets} {told}; education sources advise against it: {advice}.",
    hint="Stroke lightly toward the heart there, or write `except {place}`.",
    sources=("S69", "S86", "S16"),
    confidence="H",
    bad="""
        receiver: prone, varicose_veins left calf
        stroke both «up left calf», firm
        """,
    good="""
        receiver: prone, varicose_veins left calf
        stroke both up left calf, light
        """,
)
def varicose_veins(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """On swollen veins there is no pressure and no percussion, and nothing deep further from the heart than they are.

    From pressure 3 on, and for any percussion, work on them is an error, and a warning where a wider place has them
    inside. Without a place the legs are meant. Light strokes toward the heart pass.
    """
    for told in told_of(plan, ("varicose_veins",)):
        places = told.places or _legs(told, plan)
        found = [met for met in meetings(works(plan), places, plan) if _presses(met, plan)]
        yield from (_finding(met, told, plan, kind) for met in found)
        seen = {id(met.act) for met in found}
        others = [act for act in works(plan) if id(act) not in seen]
        below = [one for place in places for one in _below(place, plan)]
        for met in meetings(others, below, plan):
            if _is_deep(met, plan):
                yield _finding(met, told, plan, kind, below=True)


def _finding(met: Met, told: Told, plan: Plan, kind: Kind, *, below: bool = False) -> Finding:
    firm = firmness_of(met.act, plan.vocabulary, met.place)
    struck = strikes(met.act)
    said = firm.words(met.act, plan) if firm and not struck else f"`{verb_of(met.act)}`"
    advice = "nothing deep below them" if below else "no percussion there at all" if struck else "no pressure on them"
    meets = f"{met.how} what lies below" if below else met.how
    place = met.place.region.id if met.place.region else ""
    arguments = (("act", said), ("meets", meets), ("told", words_of(told)), ("advice", advice), ("place", place))
    known = struck or (firm is not None and firm.written)
    severe = met.aimed and known and not below
    return Finding(kind, met.spot, arguments, severity=Severity.ERROR if severe else Severity.WARNING)


def _legs(told: Told, plan: Plan) -> tuple[Target, ...]:
    leg = plan.vocabulary.region("leg")
    return (Target(leg, told.side),) if leg else ()


def _presses(met: Met, plan: Plan) -> bool:
    firm = firmness_of(met.act, plan.vocabulary, met.place)
    return strikes(met.act) or (firm is not None and firm.reaches(_FIRM))


def _is_deep(met: Met, plan: Plan) -> bool:
    firm = depth_of(met.act, plan.vocabulary, met.place)
    return firm is not None and firm.reaches(_DEEP)


def _below(place: Target, plan: Plan) -> Iterator[Target]:
    """The parts of a leg that lie further from the heart than a place."""
    around = plan.vocabulary.around(place.region) if place.region else ()
    for name in next((_BELOW[region.id] for region in around if region.id in _BELOW), ()):
        yield evolve(place, region=plan.vocabulary.region(name), part=None)
