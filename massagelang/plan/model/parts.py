"""The parts of a plan: acts, and the nodes that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from massagelang.plan.model.hands import Hands, Tool
from massagelang.plan.model.how import NO_HOW, How
from massagelang.plan.model.places import Offset, Target, Way
from massagelang.plan.model.receiver import Avoided
from massagelang.plan.model.things import Quantity
from massagelang.plan.model.times import Amount, Time
from massagelang.source import Spot
from massagelang.values import Record
from massagelang.vocabulary import Deed, Implement, Posture, Technique


@frozen(slots=False, repr=False, eq=False)
class Planned(Record):
    """Base of all parts of a plan.

    `id` survives edits elsewhere; `spot` is where the part was written. `before` and `after` are where the hands are.
    `tails` are words about it: pairs of why, note, caution or say, and the text.
    `budget` is the total time that was written for all inside, None for none, `budget_spot` where it was; `bound` how
    exact it is (about, at_least, at_most, exactly or nothing).
    """

    id: str = field(kw_only=True)
    spot: Spot = field(kw_only=True, eq=False, repr=False)
    time: Time = field(kw_only=True)
    before: Hands = field(kw_only=True, repr=False)
    after: Hands = field(kw_only=True, repr=False)
    tails: tuple[tuple[str, str], ...] = field(kw_only=True, default=())
    budget: Time | None = field(kw_only=True, default=None, repr=False)
    budget_spot: Spot | None = field(kw_only=True, default=None, eq=False, repr=False)
    bound: str = field(kw_only=True, default="", repr=False)


@frozen(slots=False, repr=False, eq=False)
class Act(Planned):
    """A leaf: one thing done or said.

    `kind` is placement, lift, action, move (an implied change of place), reset (getting back to a path's start),
    pause, wait, stop, words, person, thing or drape. `also` are techniques in the same motion, or,
    with `either`, in its place.
    `said` is False for what is timed but never spoken (move, reset).
    `other_tools` are the choices after `or`. `understood` is False where a word of it was not; rules then keep silent.
    `lies_on` is the side that somebody comes to lie on.
    """

    kind: str
    technique: Technique | None = None
    also: tuple[Technique, ...] = ()
    either: bool = False
    tools: tuple[Tool, ...] = ()
    tools_written: bool = True
    other_tools: tuple[tuple[Tool, ...], ...] = ()
    understood: bool = True
    moved: Target | None = None
    ways: tuple[Way, ...] = ()
    how: How = NO_HOW
    person: str = ""
    deed: Deed | None = None
    posture: Posture | None = None
    lies_on: str = ""
    object: Target | None = None
    thing: Implement | None = None
    quantity: Quantity | None = None
    verb: str = ""
    text: str = ""
    side: str = ""
    flipped: bool = field(default=False, eq=False)

    @property
    def said(self) -> bool:
        """Whether the act is told to people; moves and resets are only timed."""
        return self.kind not in ("move", "reset")


@frozen(slots=False, repr=False, eq=False)
class Sequence(Planned):
    """Parts one after the other."""

    parts: tuple[Planned, ...]


@frozen(slots=False, repr=False, eq=False)
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
    how: How = NO_HOW
    ways: tuple[Way, ...] = ()
    until: str = ""
    step: Offset | None = None

    def pass_at(self, index: int) -> Planned:
        """The part that stands for the pass of that index, counted from 0."""
        if index < len(self.passes):
            return self.passes[index]
        return self.passes[self.cycle + (index - self.cycle) % (len(self.passes) - self.cycle)]


@frozen(slots=False, repr=False, eq=False)
class Sides(Planned):
    """`both sides`: the body as written, then mirrored; `first` and `second` name the receiver's side, if any."""

    first: Planned
    second: Planned
    same_hands: bool = False
    first_side: str = ""
    second_side: str = ""


@frozen(slots=False, repr=False, eq=False)
class Together(Planned):
    """`together { … }`: members at the same time."""

    members: tuple[Planned, ...]


@frozen(slots=False, repr=False, eq=False)
class Choice(Planned):
    """Lines that begin with `or`: one of the options; the first is planned."""

    options: tuple[Planned, ...]


@frozen(slots=False, repr=False, eq=False)
class Aside(Planned):
    """`optional`, `unless`, `if`, `whenever`, `variant`: `kind` tells which, `text` the condition or the name."""

    kind: str
    text: str
    body: Planned

    @property
    def usually_in(self) -> bool:
        """Whether it is in the timeline when nobody has chosen."""
        return self.kind in ("optional", "unless")


@frozen(slots=False, repr=False, eq=False)
class Each(Planned):
    """`each toe { … }`: the body for one place after the other; `backward` when the last was to come first."""

    targets: tuple[Target, ...]
    members: tuple[Planned, ...]
    backward: bool = False


@frozen(slots=False, repr=False, eq=False)
class Call(Planned):
    """`do long_strokes(left_leg)`: the lines of a definition with places for its parameters."""

    name: str
    arguments: tuple[tuple[Target, ...], ...]
    body: Planned


@frozen(slots=False, repr=False, eq=False)
class Gap(Planned):
    """Where something was written that could not be understood."""

    text: str = ""


@frozen(slots=False, repr=False, eq=False)
class Mark(Planned):
    """`check 15:00 +- 30s`: the time that should have gone by here; milliseconds."""

    clock: int
    tolerance: int


@frozen(slots=False, repr=False, eq=False)
class Section(Planned):
    """A heading and what stands under it. `level` is section or step; `properties` those of the step.

    `variant` names the version that it belongs to, `avoided` what is left alone in it.
    """

    level: str
    title: str
    body: Planned
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    optional: bool = False
    variant: str = ""
    rest_of_time: bool = False
    avoided: tuple[Avoided, ...] = ()


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
