"""Nodes of numbers: counts, durations and lengths."""

from __future__ import annotations

from attrs import frozen

from massagelang.syntax.ast.nodes import Node


@frozen(slots=False, repr=False, eq=False)
class Number(Node):
    """`3`, `3-5`: a number, or the two ends of a range."""

    low: float
    high: float


@frozen(slots=False, repr=False, eq=False)
class Count(Node):
    """`3`, `3-5`, `3 or 5`, `about 50`, `several`: how often. `word` is set for counts without a numeral.

    `either` is one of the two and nothing between, `bound` at_least, at_most or nothing.
    """

    low: float
    high: float
    about: bool = False
    word: str = ""
    either: bool = False
    bound: str = ""


@frozen(slots=False, repr=False, eq=False)
class Duration(Node):
    """`30s`, `20-30s`, `3 breaths`, `several minutes`: whole milliseconds, both ends.

    With `breaths` they count breaths instead. `word` is set for several and a few, with the `unit` that follows.
    """

    low: int
    high: int
    breaths: bool = False
    word: str = ""
    unit: str = ""


@frozen(slots=False, repr=False, eq=False)
class Amount(Node):
    """`about 30s each`: a duration, how exact it is (about, at_least, at_most, exactly or nothing), and per what."""

    duration: Duration
    bound: str = ""
    each: bool = False


@frozen(slots=False, repr=False, eq=False)
class Length(Node):
    """`5cm`, `2 fingers`: a length with its unit; `low` and `high` in that unit."""

    low: float
    high: float
    unit: str
