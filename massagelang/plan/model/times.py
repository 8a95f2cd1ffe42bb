"""How long things take, how often, and how that is known."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from massagelang.values import Shown


class Basis(Enum):
    """How something is known: it was written, it follows from what was written, or the program estimates it."""

    WRITTEN = "written"
    INFERRED = "inferred"
    ESTIMATED = "estimated"


@frozen(repr=False)
class Amount(Shown):
    """A count or a number with a range: `word` is set when it was written as one (`several`).

    `either` is `3 or 5`: one of the two, and nothing between. `bound` is at_least, at_most or nothing.
    """

    low: int
    high: int
    about: bool = False
    word: str = ""
    either: bool = False
    bound: str = ""

    @property
    def middle(self) -> int:
        """The count that is planned."""
        return self.low if self.either else (self.low + self.high) // 2


@frozen(repr=False)
class Time(Shown):
    """How long something takes, in whole milliseconds: fixed when all three are the same, else elastic.

    `open` time (`wait`, `until`) ends when the giver says so; its lengths are then only an estimate. `full` is the
    longest without drawing out waits. `counted` and `unit` keep what was written as a number of something: 3 breaths,
    several minutes.
    """

    shortest: int
    ideal: int
    longest: int
    basis: Basis = Basis.ESTIMATED
    open: bool = False
    counted: Amount | None = field(default=None, eq=False)
    unit: str = field(default="", eq=False)
    full: int = field(kw_only=True, eq=False, repr=False)

    @full.default
    def _as_long_as_it_can(self) -> int:
        return self.longest

    def __add__(self, other: Time) -> Time:
        return Time(
            self.shortest + other.shortest,
            self.ideal + other.ideal,
            self.longest + other.longest,
            self.basis if self.basis == other.basis else Basis.INFERRED,
            self.open or other.open,
            full=self.full + other.full,
        )

    def times(self, low: int, middle: int, high: int) -> Time:
        """The time of so many in a row: `low` at least, `middle` ideally, `high` at most."""
        shortest, ideal, longest = self.shortest * low, self.ideal * middle, self.longest * high
        return Time(shortest, ideal, longest, self.basis, self.open, full=self.full * high)


NO_TIME = Time(0, 0, 0, Basis.INFERRED)
