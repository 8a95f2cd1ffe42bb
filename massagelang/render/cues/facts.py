"""What an act shows whenever it is done: the hands, the places, the pressure, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from massagelang.plan.making.hands import limbs_of
from massagelang.plan.making.hows import pressure_of
from massagelang.plan.model import Act, Contact, Limb, Plan, Together, Way, parts_of
from massagelang.render.cues.places import Place, place_of, side_of
from massagelang.render.cues.sides import sides_of
from massagelang.source import Spot

WORKS, RESTS = "works", "rests"
"""What a hand does during a cue."""

Key = tuple[str, int]
"""One limb of the giver, whichever side it turns out to be: arm or leg, and its index."""


@frozen
class Hand:
    """A limb of the giver: which arm or leg (left, right, one, other), what of it touches, where, and what it does.

    `index` (0 or 1) is the same for the same limb throughout, also while nothing says which is left. `place` is None
    where it is not known, or may be one of several.
    """

    limb: str
    side: str
    index: int
    part: str
    place: Place | None
    does: str


@frozen
class Pressure:
    """On the scale 1 to 5: from `start` to `end` in the course of the act where `ramp` is set, else between them."""

    start: float
    end: float
    ramp: bool
    basis: str


@frozen
class Origin:
    """Where something is written. Lines and columns count from 1, in code points; the end is the first not meant."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@frozen
class Note:
    """Words about an act that are not spoken: `kind` is note, caution or why."""

    kind: str
    text: str


@frozen
class Facts:
    """All that an act shows. `limbs` are those that it engages; `hands` has those first, then the ones that rest.

    `keys` tells for each of the hands which limb it is; `sides` are the receiver's that it works on.
    """

    limbs: frozenset[Key]
    keys: tuple[Key, ...]
    hands: tuple[Hand, ...]
    technique: str
    regions: tuple[Place, ...]
    pressure: Pressure | None
    notes: tuple[Note, ...]
    origin: Origin
    sides: frozenset[str]


def facts_of(act: Act, plan: Plan, busy: frozenset[Key] = frozenset()) -> Facts:
    """What an act shows; limbs in `busy` are engaged by something else at the same time, so they do not rest."""
    engaged = frozenset(_key(limb) for limb in limbs_of(act.tools))
    hands = dict(_working(act)) | dict(_resting(act, engaged | busy))
    return Facts(
        limbs=engaged,
        keys=tuple(hands),
        hands=tuple(hands.values()),
        technique=act.technique.id if act.technique else "",
        regions=tuple(dict.fromkeys(_places(act))),
        pressure=_pressure(act),
        notes=tuple(Note(kind, text) for kind, text in act.tails if kind != "say"),
        origin=origin_of(act.spot, plan),
        sides=sides_of(act),
    )


def origin_of(spot: Spot, plan: Plan) -> Origin:
    """Where a spot is, in lines and columns of its file."""
    source, span = plan.where(spot)
    return Origin(source.name, *source.line_and_column(span.start), *source.line_and_column(span.end))


# ── hands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _key(limb: Limb) -> Key:
    return limb.kind, limb.index


def _working(act: Act) -> Iterator[tuple[Key, Hand]]:
    arrives = act.kind in ("placement", "move", "reset")
    states = (act.after, act.before) if arrives else (act.before, act.after)
    for limb in limbs_of(act.tools):
        part = next(tool.part for tool in act.tools if limb in tool.limbs)
        contact = next((found for hands in states if (found := _only(hands.of(limb)))), None)
        place = place_of(contact.target) if contact and contact.target else None
        yield _key(limb), Hand(limb.kind, side_of(limb, act.after), limb.index, part, place, WORKS)


def _resting(act: Act, engaged: frozenset[Key]) -> Iterator[tuple[Key, Hand]]:
    for kind, limbs in (("arm", act.before.arms), ("leg", act.before.legs)):
        for index, contacts in enumerate(limbs):
            limb = Limb(kind, index)
            if None not in contacts and (kind, index) not in engaged:
                contact = _only(contacts)
                place = place_of(contact.target) if contact and contact.target else None
                part = contact.part if contact else ""
                yield (kind, index), Hand(kind, side_of(limb, act.after), index, part, place, RESTS)


def _only(contacts: frozenset[Contact | None]) -> Contact | None:
    """The contact where there is but one; after a choice there may be several."""
    return next(iter(contacts)) if len(contacts) == 1 else None


# ── places and pressure ───────────────────────────────────────────────────────────────────────────────────────────


def _places(act: Act) -> Iterator[Place]:
    alone = tuple(target for target in (act.moved, act.object) if target)
    for way in (Way(targets=alone), *act.ways, *act.how.travel):
        for target in way.targets:
            place = place_of(target, way.word)
            if place is not None:
                yield place


def _pressure(act: Act) -> Pressure | None:
    level = pressure_of(act.how, act.technique)
    return Pressure(level.start, level.end, level.ramp, level.basis.value) if level else None


# ── together ──────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen(eq=False)
class Blocks:
    """The `together` blocks of a plan: the limbs that each engages, those that several members do, and the sides."""

    _of_act: dict[int, tuple[frozenset[Key], frozenset[Key], frozenset[str]]] = field(factory=dict)

    @classmethod
    def of(cls, plan: Plan) -> Blocks:
        """The blocks of a plan; of nested ones the outermost counts."""
        blocks = cls()
        for part in plan.parts():
            if isinstance(part, Together):
                blocks._take(part)
        return blocks

    def engaged_around(self, act: Act) -> frozenset[Key]:
        """The limbs that the block around an act engages."""
        return self._of_act[id(act)][0]

    def shared_around(self, act: Act) -> frozenset[Key]:
        """The limbs that several members of the block around an act engage."""
        return self._of_act[id(act)][1]

    def sides_around(self, act: Act) -> frozenset[str]:
        """The receiver's sides that the block around an act is about."""
        return self._of_act[id(act)][2]

    def _take(self, block: Together) -> None:
        inside = list(parts_of(block))
        engaged = frozenset(_engaged(inside))
        shared = frozenset(key for part in inside if isinstance(part, Together) for key in _shared(part))
        acts = [part for part in inside if isinstance(part, Act)]
        sides = frozenset(side for act in acts for side in sides_of(act))
        for act in acts:
            self._of_act.setdefault(id(act), (engaged, shared, sides))


def _shared(block: Together) -> Iterator[Key]:
    members = [frozenset(_engaged(parts_of(member))) for member in block.members]
    return (key for key in frozenset().union(*members) if sum(key in member for member in members) > 1)


def _engaged(parts: Iterable[object]) -> Iterator[Key]:
    for part in parts:
        if isinstance(part, Act):
            yield from (_key(limb) for limb in limbs_of(part.tools))
