"""The plan: what a routine means, with every word looked up, every side resolved and every part timed.

A plan is a tree of parts. Repeats, sides, choices, calls and blocks stay nodes; `plan.events` unfolds them one event
at a time. Times are whole milliseconds. Each attribute knows whether it was written, follows from what was written,
or is an estimate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from attrs import field, frozen

from massagelang.diagnostic import Finding
from massagelang.source import Source, Span, Spot
from massagelang.vocabulary import Deed, Implement, Manner, Part, Posture, Region, Surface, Technique, Vocabulary


class Basis(Enum):
    """How something is known: it was written, it follows from what was written, or the program estimates it."""

    WRITTEN = "written"
    INFERRED = "inferred"
    ESTIMATED = "estimated"


@frozen
class Amount:
    """A count or a number with a range: `word` is set when it was written as one (`several`).

    `either` is `3 or 5`: one of the two, and nothing between.
    """

    low: int
    high: int
    about: bool = False
    word: str = ""
    either: bool = False

    @property
    def middle(self) -> int:
        """The count that is planned."""
        return self.low if self.either else (self.low + self.high) // 2


@frozen
class Time:
    """How long something takes, in whole milliseconds: fixed when all three are the same, else elastic.

    `open` time (`wait`, `until`) ends when the giver says so; its lengths are then only an estimate. `counted` and
    `unit` keep what was written as a number of something: 3 breaths, several minutes.
    """

    shortest: int
    ideal: int
    longest: int
    basis: Basis = Basis.ESTIMATED
    open: bool = False
    counted: Amount | None = field(default=None, eq=False)
    unit: str = field(default="", eq=False)

    def __add__(self, other: Time) -> Time:
        return Time(
            self.shortest + other.shortest,
            self.ideal + other.ideal,
            self.longest + other.longest,
            self.basis if self.basis == other.basis else Basis.INFERRED,
            self.open or other.open,
        )

    def times(self, low: int, middle: int, high: int) -> Time:
        """The time of so many in a row: `low` at least, `middle` ideally, `high` at most."""
        return Time(self.shortest * low, self.ideal * middle, self.longest * high, self.basis, self.open)


NO_TIME = Time(0, 0, 0, Basis.INFERRED)


# ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Target:
    """A place on the receiver: a region, its side (left, right, both, near, far, one, other or none), a part of it.

    `part` is a part such as `top`, with its own side (`right side of spine`). `within` is the wider place that was
    named after `of`. `special` is you, each_other or it-without-a-place; `own` marks the giver's body; `clock` is an
    hour on the region, else 0. `side_basis` tells how the side is known.
    """

    region: Region | None
    side: str = ""
    part: Part | None = None
    within: Target | None = None
    special: str = ""
    own: bool = False
    clock: int = 0
    every: bool = False
    side_basis: Basis = field(default=Basis.WRITTEN, eq=False)

    @property
    def paired(self) -> bool:
        """Whether the place has a left and a right one."""
        return bool((self.part and self.part.paired) or (self.region and self.region.paired))


@frozen
class Offset:
    """`2 fingers`: a distance as written, and in centimetres (about 2 cm for a finger's breadth, 8 for a hand's)."""

    low: float
    high: float
    unit: str
    centimetres: float


@frozen
class Way:
    """One leg of a path: directions, a preposition and the places it names, or a shape, or a number of steps.

    `word` is the preposition (`on`, `to`, `around` …; empty for `up back`), `relation` the one after from or to.
    `centimetres` is the estimated length of the leg; 0 where it does not travel.
    """

    word: str = ""
    directions: tuple[str, ...] = ()
    relation: str = ""
    offset: Offset | None = None
    targets: tuple[Target, ...] = ()
    shape: Manner | None = None
    steps: Amount | None = None
    degrees: float | None = None
    centimetres: float = 0
    spot: Spot | None = field(default=None, eq=False, repr=False)


# ── hands ─────────────────────────────────────────────────────────────────────────────────────────────────────────

FIRST, SECOND = 0, 1
"""The giver's two arms (or legs). Which is left may be open: then they are only one and the other."""


@frozen
class Limb:
    """One limb of the giver: `kind` arm or leg, `index` FIRST or SECOND, `side` left or right, empty while open."""

    kind: str
    index: int
    side: str = ""


@frozen
class Tool:
    """What touches: a body part of the giver (`part`), its fingers (`of`) and surface, or an implement.

    `said` is the word that chose the arm (left right both one other near far inside outside, empty for none);
    `limbs` are the limbs that it engages. `basis` is estimated when the writer named no tool at all.
    """

    part: str
    limbs: tuple[Limb, ...]
    said: str = ""
    surface: Surface | None = None
    of: tuple[str, ...] = ()
    count: str = ""
    implement: Implement | None = None
    basis: Basis = field(default=Basis.WRITTEN, eq=False)


@frozen
class Contact:
    """Where a limb is: the part that touches, and the place; `grips` when it holds rather than rests.

    `edge` is bottom or top of the place when a stroke has led there.
    """

    part: str
    target: Target | None
    grips: bool = False
    edge: str = ""


@frozen
class Hands:
    """Where the giver's limbs are at one moment.

    `arms` and `legs` hold for each limb the places where it may be: one as a rule, several after a choice; None is
    off the body. `left_arm` is the index of the left arm once that is known, else -1. `one` is the arm last called
    `hand` or `one`, -1 before. `tools` are those of the last action of the step, `ways` the path that it came along and
    `start` where the arms were before it.
    """

    arms: tuple[frozenset[Contact | None], frozenset[Contact | None]] = (frozenset({None}), frozenset({None}))
    legs: tuple[frozenset[Contact | None], frozenset[Contact | None]] = (frozenset({None}), frozenset({None}))
    left_arm: int = -1
    one: int = -1
    tools: tuple[Tool, ...] = ()
    ways: tuple[Way, ...] = ()
    start: tuple[frozenset[Contact | None], frozenset[Contact | None]] = (frozenset({None}), frozenset({None}))
    posture: str = ""

    def of(self, limb: Limb) -> frozenset[Contact | None]:
        """Where a limb may be."""
        return (self.arms if limb.kind == "arm" else self.legs)[limb.index]

    def side_of(self, index: int) -> str:
        """`left` or `right` for an arm when that is known, else nothing."""
        if self.left_arm < 0:
            return ""
        return "left" if index == self.left_arm else "right"


# ── how ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class HowWord:
    """`very slow`, `light to deep`, `firmer each time`, `firm on heel`: a how-word and what bounds it."""

    manner: Manner
    degree: str = ""
    to: Manner | None = None
    alternative: Manner | None = None
    each_time: bool = False
    only_on: tuple[Target, ...] = ()
    only_going: tuple[str, ...] = ()


@frozen
class Level:
    """A pressure on the scale 1 to 5, from start to end of the action; `scale` is the one that was written."""

    start: float
    end: float
    basis: Basis
    scale: float = 5
    ramp: bool = False


@frozen
class How:
    """All that bounds an action. `for_time` keeps the bound as written; `travel` is the way of the whole action."""

    words: tuple[HowWord, ...] = ()
    pressure: Level | None = None
    times: Amount | None = None
    for_time: Time | None = None
    bound: str = ""
    each: bool = False
    until: str = ""
    breath: Manner | None = None
    rate: float | None = None
    rate_unit: str = ""
    besides: tuple[Target, ...] = ()
    travel: tuple[Way, ...] = ()
    travel_step: Offset | None = None
    with_tools: tuple[Tool, ...] = ()
    with_words: tuple[Manner, ...] = ()
    without_tools: tuple[str, ...] = ()
    facing: tuple[Target, ...] = ()


# ── parts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Planned:
    """Base of all parts of a plan.

    `id` survives edits elsewhere; `spot` is where the part was written. `before` and `after` are where the hands are.
    `budget` is the total time that was written for all inside, None for none; `bound` how exact it is (about, at_least,
    at_most, exactly or nothing).
    """

    id: str = field(kw_only=True)
    spot: Spot = field(kw_only=True, eq=False, repr=False)
    time: Time = field(kw_only=True)
    before: Hands = field(kw_only=True, repr=False)
    after: Hands = field(kw_only=True, repr=False)
    budget: Time | None = field(kw_only=True, default=None, repr=False)
    bound: str = field(kw_only=True, default="", repr=False)


@frozen
class Act(Planned):
    """A leaf: one thing done or said.

    `kind` is placement, lift, action, move (an implied change of place), reset (getting back to a path's start),
    pause, wait, words, person, thing or drape. `said` is False for what is timed but never spoken (move, reset).
    `other_tools` are the choices after `or`. `understood` is False where a word of it was not; rules then keep silent.
    """

    kind: str
    technique: Technique | None = None
    tools: tuple[Tool, ...] = ()
    tools_written: bool = True
    other_tools: tuple[tuple[Tool, ...], ...] = ()
    understood: bool = True
    moved: Target | None = None
    ways: tuple[Way, ...] = ()
    how: How = How()
    person: str = ""
    deed: Deed | None = None
    posture: Posture | None = None
    object: Target | None = None
    thing: Implement | None = None
    verb: str = ""
    text: str = ""
    tails: tuple[tuple[str, str], ...] = ()
    side: str = ""
    flipped: bool = field(default=False, eq=False)

    @property
    def said(self) -> bool:
        """Whether the act is told to people; moves and resets are only timed."""
        return self.kind not in ("move", "reset")


@frozen
class Sequence(Planned):
    """Parts one after the other."""

    parts: tuple[Planned, ...]


@frozen
class Repeat(Planned):
    """`repeat 3`, `repeat other side`, `repeat moving up back`: one body again and again.

    `passes` are the passes that differ; after the last of them it goes on from index `cycle`. `count` is how many
    passes in all. `reason` is count, more, other_side, swapped, mirrored, moving, time or until; `looks_back` when it
    stood after its body rather than before a block.
    """

    reason: str
    count: Amount
    passes: tuple[Planned, ...]
    cycle: int
    looks_back: bool
    how: How = How()
    ways: tuple[Way, ...] = ()
    until: str = ""
    tails: tuple[tuple[str, str], ...] = ()
    step: Offset | None = None

    def pass_at(self, index: int) -> Planned:
        """The part that stands for the pass of that index, counted from 0."""
        if index < len(self.passes):
            return self.passes[index]
        return self.passes[self.cycle + (index - self.cycle) % (len(self.passes) - self.cycle)]


@frozen
class Sides(Planned):
    """`both sides`: the body as written, then mirrored; `first` and `second` name the receiver's side, if any."""

    first: Planned
    second: Planned
    same_hands: bool = False
    first_side: str = ""
    second_side: str = ""


@frozen
class Together(Planned):
    """`together { … }`: members at the same time."""

    members: tuple[Planned, ...]


@frozen
class Choice(Planned):
    """Lines that begin with `or`: one of the options; the first is planned."""

    options: tuple[Planned, ...]


@frozen
class Aside(Planned):
    """`optional`, `if`, `whenever`: `kind` tells which. Only `optional` is in the timeline, and may be left out."""

    kind: str
    text: str
    body: Planned


@frozen
class Each(Planned):
    """`each toe { … }`: the body for one place after the other."""

    targets: tuple[Target, ...]
    members: tuple[Planned, ...]


@frozen
class Call(Planned):
    """`do long_strokes(left_leg)`: the lines of a definition with places for its parameters."""

    name: str
    arguments: tuple[tuple[Target, ...], ...]
    body: Planned


@frozen
class Gap(Planned):
    """Where something was written that could not be understood."""

    text: str = ""


@frozen
class Mark(Planned):
    """`check 15:00 +- 30s`: the time that should have gone by here; milliseconds."""

    clock: int
    tolerance: int


@frozen
class Section(Planned):
    """A heading and what stands under it. `level` is section or step; `properties` those of the step.

    `variant` names the version that it belongs to.
    """

    level: str
    title: str
    body: Planned
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    optional: bool = False
    variant: str = ""
    rest_of_time: bool = False


@frozen(eq=False, slots=False)
class Plan:
    """A whole routine.

    `title` is empty when there was no `routine` line. `properties` are the file's own. `findings` were made on the
    way. `places` finds the source and the start of each logical line by its key.
    """

    title: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]
    body: Planned
    findings: tuple[Finding, ...]
    vocabulary: Vocabulary = field(repr=False)
    places: Mapping[str, tuple[Source, int]] = field(repr=False)
    has_routine: bool = False

    @property
    def time(self) -> Time:
        """How long the routine takes: milliseconds."""
        return self.body.time

    def property(self, key: str) -> tuple[str, ...]:
        """The values of a property of the file, each as written; none if it is not there."""
        return next((values for name, values in self.properties if name == key), ())

    def where(self, spot: Spot) -> tuple[Source, Span]:
        """The source and the span in it (code points from its start) of a spot."""
        source, start = self.places[spot.line]
        return source, spot.span.shifted(start)

    def parts(self) -> Iterator[Planned]:
        """All parts, outer ones first, in the order of writing; each pass that differs is there once."""
        return parts_of(self.body)

    def acts(self) -> Iterator[Act]:
        """All leaves, as `parts` gives them."""
        return (part for part in self.parts() if isinstance(part, Act))


def inner(part: Planned) -> tuple[Planned, ...]:
    """The parts directly inside a part."""
    match part:
        case Sequence(parts=several) | Repeat(passes=several) | Together(members=several) | Choice(options=several):
            return several
        case Each(members=several):
            return several
        case Sides(first=first, second=second):
            return first, second
        case Aside(body=body) | Call(body=body) | Section(body=body):
            return (body,)
        case _:
            return ()


def parts_of(part: Planned) -> Iterator[Planned]:
    """A part and all parts inside it, outer ones first; what is shared inside is given once."""
    seen: set[int] = set()
    waiting: list[Any] = [part]
    while waiting:
        present = waiting.pop()
        if id(present) in seen:
            continue
        seen.add(id(present))
        yield present
        waiting.extend(reversed(inner(present)))
