"""Where the hands are after a thing is done (R5): pure steps from one state of the hands to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from massagelang.plan.model import Contact, Hands, How, Limb, Target, Tool, Way
from massagelang.vocabulary import Technique, Vocabulary

OFF: frozenset[Contact | None] = frozenset({None})
GRIPS = frozenset({"hold", "grasp", "pick_up", "squeeze", "pinch", "lift", "cradle"})
"""Techniques after which the tools hold what they took."""

_OPPOSITE = {"left": "right", "right": "left", "near": "far", "far": "near", "inside": "outside", "outside": "inside"}
_AGAINST = {"up": "down", "down": "up"}


def put(hands: Hands, contacts: Mapping[Limb, Contact | None]) -> Hands:
    """The hands with some limbs somewhere else."""
    arms, legs = list(hands.arms), list(hands.legs)
    for limb, contact in contacts.items():
        (arms if limb.kind == "arm" else legs)[limb.index] = frozenset({contact})
    return evolve(hands, arms=(arms[0], arms[1]), legs=(legs[0], legs[1]))


def laid(hands: Hands, tools: Sequence[Tool], targets: Sequence[Target], *, grips: bool = False, at: str = "") -> Hands:
    """The hands after tools were laid on places: one each where there are two of both, else all on all (R10).

    `at` is the edge of the place, bottom or top, where that is known.
    """
    return put(hands, {limb: Contact(part, target, grips, at) for limb, part, target in placed(tools, targets)})


def placed(tools: Sequence[Tool], targets: Sequence[Target]) -> Iterable[tuple[Limb, str, Target | None]]:
    """Which limb comes to which place."""
    engaged = limbs_of(tools)
    several = len(engaged) == 2 and len(targets) == 2
    for position, limb in enumerate(engaged):
        part = next(tool.part for tool in tools if limb in tool.limbs)
        target = targets[position] if several else targets[-1] if targets else None
        yield limb, part, _one_each(target, position, len(engaged))


def _one_each(target: Target | None, position: int, limbs: int) -> Target | None:
    """Two tools on both of a pair: one on each."""
    if target is not None and target.side == "both" and limbs == 2:
        return evolve(target, side=("left", "right")[position])
    return target


def limbs_of(tools: Sequence[Tool]) -> list[Limb]:
    """The limbs that tools engage, each once, in the order of writing."""
    engaged = {(limb.kind, limb.index): limb for tool in reversed(tools) for limb in reversed(tool.limbs)}
    return list(engaged.values())[::-1]


def begins_at(ways: Sequence[Way]) -> tuple[Target, ...]:
    """Where a path begins, if it says so: at `from`, or where its first leg lies."""
    return _real(_first_leg(ways))


def ends_at(ways: Sequence[Way]) -> tuple[Target, ...]:
    """Where a path ends; nothing for one that only turns or draws a shape."""
    return _real(_last_leg(ways))


def edge(ways: Sequence[Way], *, at_start: bool) -> str:
    """At which end of its region a path begins or ends: bottom, top, or nothing where that has no meaning."""
    way = _first_leg(ways) if at_start else _last_leg(ways)
    going = [direction for direction in way.directions if direction in _AGAINST] if way else []
    if not going:
        return ""
    direction = going[0] if at_start else going[-1]
    return "bottom" if (direction == "up") == at_start else "top"


def _first_leg(ways: Sequence[Way]) -> Way | None:
    for way in ways:
        if way.word in ("to", "toward", "away_from", "past", "into", "onto", "off"):
            return None
        if _real(way):
            return way
    return None


def _last_leg(ways: Sequence[Way]) -> Way | None:
    for way in reversed(ways):
        if way.word == "away_from" or (way.word == "from" and not way.directions):
            continue
        if _real(way) and not (way.word == "over" and len(ways) > 1):
            return way
    return None


def _real(way: Way | None) -> tuple[Target, ...]:
    return tuple(target for target in way.targets if target.region) if way else ()


def after_action(hands: Hands, technique: Technique, tools: Sequence[Tool], ways: Sequence[Way]) -> Hands:
    """The hands after an action: at the path's end, where they stood, or off, as the technique says."""
    if technique.ends == "off":
        return put(hands, dict.fromkeys(limbs_of(tools)))
    travelled = [way for way in ways if way.word != "over"]
    ends = ends_at(travelled)
    if not ends:
        return hands
    return laid(hands, tools, ends, grips=technique.id in GRIPS, at=edge(travelled, at_start=False))


def is_there(hands: Hands, tools: Sequence[Tool], targets: Sequence[Target], at: str, vocabulary: Vocabulary) -> bool:
    """Whether the tools stand where a path begins, or in it."""
    return all(
        any(_touches(contact, target, at, vocabulary) for contact in hands.of(limb))
        for limb, _, target in placed(tools, targets)
    )


def _touches(contact: Contact | None, target: Target | None, at: str, vocabulary: Vocabulary) -> bool:
    if contact is None or contact.target is None or target is None:
        return contact is not None and target is None
    here, there = contact.target.region, target.region
    if here is None or there is None:
        return True
    if not _same_side(contact.target.true_side, target.true_side):
        return False
    if contact.edge and at and here == there and contact.edge != at:
        return False
    return vocabulary.is_within(here, there) or vocabulary.is_within(there, here)


def _same_side(here: str, there: str) -> bool:
    return here == there or "" in (here, there) or "both" in (here, there)


def gait_of(technique: Technique, how: How) -> str:
    """How an action goes on, and a `return` after it comes back; skin that is rolled on foot is left to glide."""
    on_foot = any(word.manner.id == "walking" for word in how.words)
    if technique.id == "roll":
        return "" if on_foot else "roll"
    return "walk" if on_foot or "walk" in technique.id.split("_") else ""


def joined(several: Sequence[Hands]) -> Hands:
    """The hands after a choice: each limb may be where any of the options left it (R6)."""
    first = several[0]
    arms = tuple(frozenset().union(*(hands.arms[index] for hands in several)) for index in (0, 1))
    legs = tuple(frozenset().union(*(hands.legs[index] for hands in several)) for index in (0, 1))
    return evolve(first, arms=(arms[0], arms[1]), legs=(legs[0], legs[1]))


def turned_memory(hands: Hands, *, swapped: bool) -> Hands:
    """The hands where a pass begins in which they are exchanged: `one` and missing tools now mean the other hand."""
    if not swapped:
        return hands
    one = 1 - hands.one if hands.one >= 0 else -1
    return evolve(hands, one=one, tools=tuple(map(_exchanged, hands.tools)))


def _exchanged(tool: Tool) -> Tool:
    limbs = tuple(evolve(limb, index=1 - limb.index, side=opposite(limb.side)) for limb in tool.limbs)
    return evolve(tool, limbs=limbs, said=opposite(tool.said))


def opposite(side: str) -> str:
    """The side across from one: right for left, far for near; a word without a counterpart stays."""
    return _OPPOSITE.get(side, side)


def without_memory(hands: Hands) -> Hands:
    """The hands at a new step: they stay where they are, but `one`, `other` and missing tools start afresh."""
    return evolve(hands, one=-1, tools=(), ways=(), start=(OFF, OFF), moved=None, gait="")
