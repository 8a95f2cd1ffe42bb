"""Places and paths with their words looked up."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.plan.model.times import Amount, Basis
from massagelang.source import Spot
from massagelang.values import Shown
from massagelang.vocabulary import Implement, Manner, Part, Region


@frozen(repr=False)
class Target(Shown):
    """A place on the receiver: a region, its side (left, right, both, near, far, one, other or none), a part of it.

    `part` is a part such as `top`, with its own side (`right side of spine`). `within` is the wider place that was
    named after `of`. `special` is you, each_other or it-without-a-place; `own` marks the giver's body; `clock` is an
    hour on the region, else 0. `plural` is the word as written (`right toes`), `from_it` that it was written as `it`.
    `thing` is set where something other than the body is meant (`onto pillow`).
    `side_basis` tells how the side is known. `seen` is the left or right that a near or far place has for a giver whose
    place is known (R11), else empty.
    """

    region: Region | None
    side: str = ""
    thing: Implement | None = field(default=None, kw_only=True)
    part: Part | None = None
    within: Target | None = None
    special: str = ""
    own: bool = False
    clock: int = 0
    every: bool = False
    plural: bool = False
    from_it: bool = field(default=False, eq=False)
    side_basis: Basis = field(default=Basis.WRITTEN, eq=False)
    seen: str = ""

    @property
    def true_side(self) -> str:
        """The side with near and far made left and right where that is known."""
        return self.seen or self.side

    @property
    def paired(self) -> bool:
        """Whether the place has a left and a right one."""
        return bool((self.part and self.part.paired) or (self.region and self.region.paired))


@frozen(repr=False)
class Offset(Shown):
    """`2 fingers`: a distance as written, and in centimetres (about 2 cm for a finger's breadth, 8 for a hand's)."""

    low: float
    high: float
    unit: str
    centimetres: float


@frozen(repr=False)
class Way(Shown):
    """One leg of a path: directions, a preposition and the places it names, or a shape, or a number of steps.

    `degree` is how far directions lead (`slightly`, or nothing).
    `word` is the preposition (`on`, `to`, `around` …; empty for `up back`), `relation` the one after from or to.
    `centimetres` is the estimated length of the leg; 0 where it does not travel.
    """

    word: str = ""
    directions: tuple[str, ...] = ()
    degree: str = ""
    relation: str = ""
    offset: Offset | None = None
    targets: tuple[Target, ...] = ()
    shape: Manner | None = None
    steps: Amount | None = None
    degrees: float | None = None
    centimetres: float = 0
    spot: Spot | None = field(default=None, eq=False, repr=False)
