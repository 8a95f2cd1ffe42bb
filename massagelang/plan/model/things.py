"""How much of a thing, and what it is like."""

from __future__ import annotations

from attrs import frozen

from massagelang.values import Shown
from massagelang.vocabulary import Implement, Manner


@frozen(repr=False)
class Quantity(Shown):
    """`3 drops of`, `2 warm`, `a_little`: how many, in which measure (a drop, a teaspoon), and what the thing is like.

    `low` and `high` are 0 when no number was written; `several` is set for a plural without one (`stones`).
    """

    low: float = 0
    high: float = 0
    measure: Implement | None = None
    quality: Manner | None = None
    several: bool = False
