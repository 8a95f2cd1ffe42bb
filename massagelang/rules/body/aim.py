"""What an action aims at, crosses or only touches (R16), so that every rule about a place asks the same way."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.plan.making.hows import pressure_of
from massagelang.plan.model import Act, Plan, Target, Way
from massagelang.source import Spot
from massagelang.vocabulary import Region, Vocabulary

AIMED, CROSSED = "aimed at", "crossed"
_AIMING = frozenset({"", "on", "over", "along", "at"})
_CROSSING = frozenset({"across", "through"})
DEEP = 4.0
"""From this pressure on (of 1 to 5) an action is called deep."""

_SMALL_TOOLS = frozenset({"elbow", "knuckles"})
_DEEP_WITH_SMALL_TOOLS = 3.0


def actions(plan: Plan) -> Iterator[Act]:
    """The actions of a plan; each that differs is there once."""
    return (act for act in plan.acts() if act.kind == "action" and act.technique is not None and act.understood)


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
    if named:
        yield from named
        return
    for limb in (limb for tool in act.tools for limb in tool.limbs):
        for contact in act.before.of(limb):
            if contact and contact.target and contact.target.region:
                yield Way(word="on"), contact.target


def _meets(way: Way, target: Target, caution: str, act: Act, vocabulary: Vocabulary) -> str:
    region = target.region
    if region is None or target.own:
        return ""
    sites = [site for site in vocabulary.cautions_in(region) if site.caution == caution]
    sites = [site for site in sites if not _left_out(site, act, vocabulary)]
    is_site = any(site.caution == caution for site in vocabulary.around(region))
    if is_site and not _left_out(region, act, vocabulary):
        return AIMED if way.word in _AIMING and not way.relation else CROSSED if way.word in _CROSSING else ""
    whole = target.part is None or target.part.paired
    return CROSSED if sites and whole and way.word in _AIMING | _CROSSING else ""


def _left_out(site: Region, act: Act, vocabulary: Vocabulary) -> bool:
    """Whether the writer has taken the site out: `except kidney_zone`."""
    return any(besides.region and vocabulary.is_within(site, besides.region) for besides in act.how.besides)


def is_deep(act: Act) -> bool:
    """Whether an action presses deep: by its pressure, or at less with a small tool such as an elbow."""
    level = pressure_of(act.how, act.technique)
    if level is None:
        return False
    most = max(level.start, level.end)
    small = any(tool.part in _SMALL_TOOLS for tool in act.tools)
    return most >= (_DEEP_WITH_SMALL_TOOLS if small else DEEP)
