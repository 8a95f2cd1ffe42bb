"""What an action aims at, crosses or only touches (R16), so that every rule about a place asks the same way."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.plan.model import Act, Plan, Target, Way
from massagelang.rules.body.strength import DEEP, strength_of
from massagelang.source import Spot
from massagelang.vocabulary import Region, Vocabulary

__all__ = ["AIMED", "CROSSED", "DEEP", "EDGE", "actions", "how_it_meets", "is_deep"]

AIMED, CROSSED, EDGE = "aimed at", "crossed", "edge"
_AIMING = frozenset({"", "on", "over", "along", "at"})
_CROSSING = frozenset({"across", "through"})
_AT_THE_EDGE = frozenset({"to", "from", "toward", "past", "into", "onto", "away_from"})

_NARROW = frozenset({"spine", "bone", "coccyx", "xiphoid", "floating_ribs", "eye"})
"""Sites so narrow that a part such as `side of spine` lies beside them."""

_BESIDE = frozenset({
    "side", "edge", "inner_side", "outer_side", "inner_edge", "outer_edge", "upper_edge", "lower_edge", "muscles",
    "skin", "corner",
})  # fmt: skip


def actions(plan: Plan) -> Iterator[Act]:
    """The actions of a plan; each that differs is there once."""
    return (act for act in plan.acts() if act.kind == "action" and act.technique is not None and act.understood)


def manner_of(way: Way) -> str:
    """How a leg of a path meets its place: AIMED, CROSSED, EDGE, or the preposition that keeps off it."""
    if way.relation or way.offset is not None:
        return way.relation or way.word
    if way.word in _AIMING:
        return AIMED
    return CROSSED if way.word in _CROSSING else EDGE if way.word in _AT_THE_EDGE else way.word


def keeps_off(target: Target, site: Region) -> bool:
    """Whether the part that is named lies beside a narrow site: `side of spine`."""
    return target.part is not None and target.part.id in _BESIDE and site.caution in _NARROW


def is_left_out(site: Region, act: Act, vocabulary: Vocabulary) -> bool:
    """Whether the writer has taken the site out: `except kidney_zone`."""
    return any(besides.region and vocabulary.is_within(site, besides.region) for besides in act.how.besides)


def stands_on(act: Act) -> Iterator[Target]:
    """The places where the tools of an action stand before it, where it names none itself."""
    for limb in (limb for tool in act.tools for limb in tool.limbs):
        for contact in act.before.of(limb):
            if contact and contact.target and contact.target.region:
                yield contact.target


def how_it_meets(act: Act, caution: str, vocabulary: Vocabulary) -> tuple[str, Spot]:
    """How an action meets places of that caution (AIMED, CROSSED or nothing), and the words that say so."""
    found = {"": act.spot}
    for way, target in _places(act):
        found.setdefault(_meets(way, target, caution, act, vocabulary), way.spot or act.spot)
    met = AIMED if AIMED in found else CROSSED if CROSSED in found else ""
    return met, found[met]


def _places(act: Act) -> Iterator[tuple[Way, Target]]:
    """The places of an action; where it names none, those where its tools stand."""
    ways = (*act.ways, *act.how.travel)
    named = [(way, target) for way in ways for target in way.targets if target.region]
    yield from named or ((Way(word="on"), target) for target in stands_on(act))


def _meets(way: Way, target: Target, caution: str, act: Act, vocabulary: Vocabulary) -> str:
    region, met = target.region, manner_of(way)
    if region is None or target.own or met not in (AIMED, CROSSED):
        return ""
    site = next((site for site in vocabulary.around(region) if site.caution == caution), None)
    if site is not None and not is_left_out(region, act, vocabulary):
        return "" if keeps_off(target, site) else met
    sites = (site for site in vocabulary.cautions_in(region) if site.caution == caution)
    whole = target.part is None or target.part.paired
    return CROSSED if whole and any(not is_left_out(site, act, vocabulary) for site in sites) else ""


def is_deep(act: Act) -> bool:
    """Whether an action presses deep: by its pressure, or at less with a small tool such as an elbow."""
    return strength_of(act).deep
