"""The way of each hand over the body, point by point, as far as the plan knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from massagelang.plan.making.hands import limbs_of
from massagelang.plan.model import Act, Contact, Limb, Target, Way
from massagelang.render.cues.places import Place, place_of, side_of

_EDGES = {"up": "top", "down": "bottom"}
_REACHES = ("", "on", "at", "to", "from")
"""Prepositions that say where a hand comes to be, and no more."""


@frozen
class Point:
    """A place that a hand reaches. `gone` is how far along its way that is, in thousandths.

    `edge` is the end of the region (bottom or top) where that is known; `word`, `directions` and `shape` tell how the
    hand came there, `centimetres` how far that was by estimate (0 where it is not known).
    """

    place: Place
    edge: str
    gone: int
    directions: tuple[str, ...]
    shape: str
    centimetres: float


@frozen
class Track:
    """The way of one limb in a cue, done `times` times; `travel` is the way along which the whole of it moves on."""

    limb: str
    side: str
    index: int
    part: str
    times: int
    points: tuple[Point, ...]
    travel: tuple[Point, ...]


def tracks_of(act: Act) -> tuple[Track, ...]:
    """The ways of the limbs that an act engages; nothing for a limb whose place is not known."""
    tracks = (_track(act, limb) for limb in limbs_of(act.tools))
    return tuple(track for track in tracks if track.points or track.travel)


def _track(act: Act, limb: Limb) -> Track:
    return Track(
        limb=limb.kind,
        side=side_of(limb, act.after),
        index=limb.index,
        part=next(tool.part for tool in act.tools if limb in tool.limbs),
        times=act.how.times.middle if act.how.times else 1,
        points=_spread([*_contact(act.before.of(limb)), *_legs(act.ways, act, limb), *_contact(act.after.of(limb))]),
        travel=_spread(list(_legs(act.how.travel, act, limb))),
    )


def _contact(contacts: frozenset[Contact | None]) -> Iterator[Point]:
    """Where a limb stands, when there is but one place where it may be."""
    contact = next(iter(contacts)) if len(contacts) == 1 else None
    place = place_of(contact.target) if contact and contact.target else None
    if contact and place:
        yield Point(place, contact.edge, 0, (), "", 0)


def _legs(ways: Iterable[Way], act: Act, limb: Limb) -> Iterator[Point]:
    for way in ways:
        places = [place for target in way.targets if (place := _place(target, way, act, limb))]
        turns = [direction for direction in way.directions if direction in _EDGES] if len(places) == 1 else []
        shape = way.shape.id if way.shape else ""
        for place in places:
            if len(turns) > 1:  # to and fro: it turns at each end
                own = way.centimetres / len(turns)
                yield from (Point(place, _EDGES[turn], 0, (turn,), shape, own) for turn in turns)
            else:
                edge = _EDGES[turns[0]] if turns else ""
                yield Point(place, edge, 0, way.directions, shape, way.centimetres / len(places))


def _place(target: Target, way: Way, act: Act, limb: Limb) -> Place | None:
    """A place of a path; of a pair, the one that this limb has to itself."""
    if target.side == "both":
        contacts = [contact for hands in (act.after, act.before) for contact in hands.of(limb) if contact]
        own = (contact.target for contact in contacts if contact.target and contact.target.region == target.region)
        target = next((one for one in own if one.side in ("left", "right")), target)
    return place_of(target, way.word)


def _spread(points: Sequence[Point]) -> tuple[Point, ...]:
    """Points, each place once in a row, with how far along the way each of them is."""
    kept: list[Point] = []
    for point in points:
        if kept and point.edge and not kept[-1].edge and _is_there(evolve(kept[-1], edge=point.edge), point):
            kept[-1] = evolve(kept[-1], edge=point.edge)
        elif not kept or not _is_there(kept[-1], point):
            kept.append(point)
    if len(kept) < 2:
        return tuple(kept)
    lengths = [point.centimetres for point in kept[1:]]
    if not all(lengths):
        lengths = [1.0] * len(lengths)
    gone = [round(1000 * sum(lengths[:index]) / sum(lengths)) for index in range(len(kept))]
    return tuple(evolve(point, gone=so_far) for point, so_far in zip(kept, gone, strict=True))


def _is_there(here: Point, there: Point) -> bool:
    """Whether a point says nothing that the one before has not said."""
    same = evolve(here.place, word="", basis="") == evolve(there.place, word="", basis="")
    only_there = there.place.word in _REACHES and not there.shape
    return same and only_there and not there.directions and there.edge in ("", here.edge)
