"""Nodes of the receiver's places and of paths."""

from __future__ import annotations

from attrs import frozen

from massagelang.syntax.ast.nodes import Node, Word
from massagelang.syntax.ast.numbers import Count, Length, Number


@frozen(slots=False, repr=False, eq=False)
class Moved(Node):
    """`their left foot`, `it`: the part of the receiver that is moved."""

    place: Place


@frozen(slots=False, repr=False, eq=False)
class Place(Node):
    """`each left toe of foot`, `10 oclock of abdomen`, `your hands`, `each_other`, `it`, `you`.

    `own` marks the giver's body; `clock` is the hour when a clock place is meant, else 0.
    """

    region: Word | None
    side: Word | None = None
    each: bool = False
    of: Place | None = None
    own: bool = False
    clock: int = 0


@frozen(slots=False, repr=False, eq=False)
class Leg(Node):
    """`up right_side`, `2 fingers beside spine`, `in circles`: one leg of a path.

    `degree` is how far it goes: `slightly forward`.
    """

    directions: tuple[Word, ...] = ()
    degree: Word | None = None
    preposition: Word | None = None
    relation: Word | None = None
    offset: Length | None = None
    places: tuple[Place, ...] = ()
    shape: Word | None = None
    steps: Count | None = None
    degrees: Number | None = None


@frozen(slots=False, repr=False, eq=False)
class Path(Node):
    """`up right_side around shoulder`: legs in order."""

    legs: tuple[Leg, ...]
