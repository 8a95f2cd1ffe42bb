"""Nodes of how a thing is done."""

from __future__ import annotations

from attrs import frozen

from massagelang.syntax.ast.nodes import Node, Word
from massagelang.syntax.ast.numbers import Amount, Count, Length, Number
from massagelang.syntax.ast.places import Path, Place
from massagelang.syntax.ast.tools import Tools


@frozen(slots=False, repr=False, eq=False)
class Manner(Node):
    """`very slow`, `light to deep`, `firmer each time`, `firm on heel`: a how-word and what bounds it."""

    word: Word
    degree: Word | None = None
    to: Word | None = None
    alternative: Word | None = None
    each_time: bool = False
    only_on: tuple[Place, ...] = ()
    only_going: tuple[Word, ...] = ()


@frozen(slots=False, repr=False, eq=False)
class Pressure(Node):
    """`pressure 3`, `pressure 2 to 4`, `pressure 3 of 10`."""

    start: Number
    end: Number | None = None
    scale: float = 5


@frozen(slots=False, repr=False, eq=False)
class Times(Node):
    """`3 times`: passes, or repetitions on the spot; with `each_way`, so many in either direction."""

    count: Count
    each_way: bool = False


@frozen(slots=False, repr=False, eq=False)
class Breath(Node):
    """`on exhale`."""

    word: Word


@frozen(slots=False, repr=False, eq=False)
class Rate(Node):
    """`3cm/s`, `120-160/min`: a speed or a rate; `unit` is cm/s, /s, /min, /h or /breath, `high` the end of a range."""

    value: float
    unit: str
    high: float | None = None


@frozen(slots=False, repr=False, eq=False)
class ForTime(Node):
    """`for about 30s`."""

    amount: Amount


@frozen(slots=False, repr=False, eq=False)
class Until(Node):
    """`until "the tissue is warm"`."""

    text: str


@frozen(slots=False, repr=False, eq=False)
class Except(Node):
    """`except spine`."""

    places: tuple[Place, ...]


@frozen(slots=False, repr=False, eq=False)
class Travel(Node):
    """`moving up back by 5cm`: the way that the whole action travels."""

    path: Path
    step: Length | None = None


@frozen(slots=False, repr=False, eq=False)
class By(Node):
    """`by 20cm`: how far something is moved."""

    length: Length


@frozen(slots=False, repr=False, eq=False)
class With(Node):
    """`with body_weight`, `with both hands`."""

    tools: Tools


@frozen(slots=False, repr=False, eq=False)
class Without(Node):
    """`without thumbs`."""

    tools: Tools


@frozen(slots=False, repr=False, eq=False)
class Facing(Node):
    """`facing head`."""

    places: tuple[Place, ...]


How = Manner | Pressure | Times | Breath | Rate | ForTime | Until | Except | Travel | By | With | Without | Facing
