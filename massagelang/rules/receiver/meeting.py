"""Whether an act works on a place and its side, crosses it or keeps off (R16), also on the way between two ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from massagelang.plan.model import Act, Plan, Target, Way
from massagelang.source import Spot
from massagelang.values import Record
from massagelang.vocabulary import Region, Vocabulary

_AIMING = frozenset({"", "on", "over", "along", "at", "around"})
_CROSSING = frozenset({"across", "through"})
_OPEN = frozenset({"", "both", "one", "other"})
_CHAINS: tuple[Mapping[str, float], ...] = (
    {"foot": 0, "ankle": 1, "lower_leg": 2, "knee": 3, "thigh": 4, "hip": 5, "buttock": 5},
    {"hand": 0, "wrist": 1, "forearm": 2, "elbow": 3, "upper_arm": 4, "shoulder": 5, "neck": 6},
    {"buttock": 0, "sacrum": 0.5, "lower_back": 1, "middle_back": 2, "upper_back": 3, "shoulder": 3.5, "neck": 4,
     "head": 5},
)  # fmt: skip
"""Which parts of the body follow one another from one end to the other."""

_PAST: Mapping[str, float] = {"above": 0.5, "below": -0.5}


@frozen(slots=False, repr=False, eq=False)
class Met(Record):
    """An act that works on a place (`aimed`), or crosses it on its way; `spot` are the words that say so."""

    act: Act
    place: Target
    aimed: bool
    spot: Spot

    @property
    def how(self) -> str:
        """`works on` or `crosses`, for findings."""
        return "works on" if self.aimed else "crosses"


def meetings(acts: Iterable[Act], places: Iterable[Target], plan: Plan) -> Iterator[Met]:
    """The acts that meet one of these places, each once."""
    several = tuple(places)
    for act in acts:
        met = [found for place in several if (found := meeting(act, place, plan))]
        yield from sorted(met, key=lambda one: not one.aimed)[:1]


def meeting(act: Act, place: Target, plan: Plan) -> Met | None:
    """How an act meets a place, or None; what the writer has taken out (`except calf`) is not met."""
    words = plan.vocabulary
    if place.region is None or _left_out(act, place, words):
        return None
    crossed: Spot | None = None
    for way, target in places_of(act):
        meets = _meets(way, target, place, act, plan)
        if meets == "aimed":
            return Met(act, place, True, way.spot or act.spot)
        if meets and crossed is None:
            crossed = way.spot or act.spot
    crossed = crossed or _on_the_way(act, place, words)
    return Met(act, place, False, crossed) if crossed else None


def said_place(place: Target) -> str:
    """`left knee`: a place as one writes it."""
    part = f"{place.part.id} of " if place.part else ""
    side = f"{place.side} " if place.side in ("left", "right") else ""
    return f"{side}{part}{place.region.id if place.region else ''}"


def places_of(act: Act) -> Iterator[tuple[Way, Target]]:
    """The places of an act; where it names none, those where its tools stand; what it moves is one of them."""
    named = [(way, target) for way in (*act.ways, *act.how.travel) for target in way.targets if target.region]
    yield from named
    if act.moved is not None:
        yield Way(word="on", relation="moved"), act.moved
    elif not named:
        for limb in (limb for tool in act.tools for limb in tool.limbs):
            for contact in act.before.of(limb):
                if contact and contact.target and contact.target.region:
                    yield Way(word="on"), contact.target


def _meets(way: Way, target: Target, place: Target, act: Act, plan: Plan) -> str:
    words, region, site = plan.vocabulary, target.region, place.region
    own = target.own and "self" not in plan.property("giver")
    if region is None or site is None or own or not _same_side(target, place):
        return ""
    moved = way.relation == "moved"
    if way.word not in _AIMING | _CROSSING or (way.relation and not moved):
        return ""
    if words.is_within(region, site):
        return "aimed" if way.word in _AIMING else "crossed"
    whole = (target.part is None or target.part.paired) and not moved
    crosses = whole and words.is_within(site, region) and not _beyond_the_ends(act, way, site, words)
    return "crossed" if crosses else ""


def _same_side(one: Target, other: Target) -> bool:
    sides = one.true_side, other.true_side
    return sides[0] == sides[1] or any(side in _OPEN or side in ("near", "far") for side in sides)


def _left_out(act: Act, place: Target, words: Vocabulary) -> bool:
    return any(
        besides.region is not None
        and place.region is not None
        and words.is_within(place.region, besides.region)
        and _same_side(besides, place)
        for besides in act.how.besides
    )


# ── from one end to another ───────────────────────────────────────────────────────────────────────────────────────


def _beyond_the_ends(act: Act, way: Way, site: Region, words: Vocabulary) -> bool:
    """Whether a site inside a wide place lies outside the way: `from above knee up leg` keeps off the ankle."""
    for end in act.ways:
        if end.word not in ("from", "to") or not end.targets or end.targets[-1].region is None:
            continue
        edge = end.targets[-1].region
        if not end.relation and words.is_within(site, edge):
            return True
        pair = _in_a_chain(edge, site, words)
        if pair is None:
            continue
        at, where = pair[0] + _PAST.get(end.relation, 0), pair[1]
        upward = _leads_up(act, way)
        if upward is not None and (where < at if upward == (end.word == "from") else where > at):
            return True
    return False


def _leads_up(act: Act, way: Way) -> bool | None:
    """Whether the way leads toward the head or the trunk; None where that is not said."""
    directions = {*way.directions, *(word for other in act.ways for word in other.directions)}
    if ("up" in directions) == ("down" in directions):
        return None
    return "up" in directions


def _on_the_way(act: Act, place: Target, words: Vocabulary) -> Spot | None:
    """Where a way from one end to another passes a place that it does not name: `from ankle to thigh`."""
    ends = [way for way in act.ways if way.word in ("from", "to") and way.targets and way.targets[-1].region]
    if len(ends) != 2 or any(way.directions and way.targets for way in act.ways) or place.region is None:
        return None
    if not all(_same_side(way.targets[-1], place) for way in ends):
        return None
    edges = [way.targets[-1].region for way in ends]
    if all(edge and words.is_within(edge, place.region) for edge in edges):
        return ends[0].spot
    found = []
    for way in ends:
        edge = way.targets[-1].region
        pair = _in_a_chain(edge, place.region, words) if edge else None
        if edge is None or pair is None or (not way.relation and words.is_within(place.region, edge)):
            return None
        found.append(pair[0] + _PAST.get(way.relation, 0) - pair[1])
    return ends[0].spot if min(found) <= 0 <= max(found) else None


def _in_a_chain(one: Region, other: Region, words: Vocabulary) -> tuple[float, float] | None:
    """Where two regions stand in a chain that has both."""
    for chain in _CHAINS:
        first, second = _index(one, chain, words), _index(other, chain, words)
        if first is not None and second is not None:
            return first, second
    return None


def _index(region: Region, chain: Mapping[str, float], words: Vocabulary) -> float | None:
    return next((chain[outer.id] for outer in words.around(region) if outer.id in chain), None)
