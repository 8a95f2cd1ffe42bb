"""Nodes of a file's own lines, and the file."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.source import Source
from massagelang.syntax.ast.nodes import Node, Word
from massagelang.syntax.ast.numbers import Amount, Count, Duration, Length, Number
from massagelang.syntax.ast.statements import Block, BothSides, Junk, Phrase
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Edition(Node):
    """`mass 1`: the edition of the language."""

    number: float


@frozen(slots=False, repr=False, eq=False)
class Title(Node):
    """`routine "Back massage"`."""

    text: str


@frozen(slots=False, repr=False, eq=False)
class Use(Node):
    """`use "moves.mass"`."""

    file: str


@frozen(slots=False, repr=False, eq=False)
class Text(Node):
    """`"loose clothing"`: words in quotes."""

    text: str


@frozen(slots=False, repr=False, eq=False)
class Value(Node):
    """One value of a property: words, texts, numbers and durations in order."""

    parts: tuple[Word | Text | Number | Duration | Length, ...]


@frozen(slots=False, repr=False, eq=False)
class Property(Node):
    """`receiver: prone`."""

    key: Word
    values: tuple[Value, ...]


@frozen(slots=False, repr=False, eq=False)
class Definition(Node):
    """`define long_strokes(leg) { … }`."""

    name: Word
    parameters: tuple[Word, ...]
    block: Block


@frozen(slots=False, repr=False, eq=False)
class Heading(Node):
    """`step "Long strokes", both sides`: `level` is section or step."""

    level: str
    title: str
    both_sides: BothSides | None = None
    times: Count | None = None
    time: Amount | None = None
    rest_of_time: bool = False
    optional: bool = False
    variant: str = ""


LineContent = Edition | Title | Use | Property | Definition | Heading | Phrase | Junk


@frozen(slots=False, repr=False, eq=False)
class Comment(Node):
    """`# taught on the first day`: the words after `#`."""

    text: str


@frozen(slots=False, repr=False, eq=False)
class Allow(Node):
    """`# mass: allow ML402 "reason"`: a finding that the writer has considered; `code` is a code or a rule's name.

    `reason` is empty where none is written.
    """

    code: str
    reason: str


@frozen(slots=False, repr=False, eq=False)
class Line(Record):
    """One logical line: a line with its comma continuations, its braces and the comments directly above it.

    `content` is nothing where only comments stand. `key` names the line across edits elsewhere; `start` is where it
    begins in its file. Neither counts when two lines are compared.
    """

    content: LineContent | None
    comments: tuple[Comment, ...] = ()
    allows: tuple[Allow, ...] = ()
    text: str = field(default="", eq=False, repr=False)
    key: str = field(default="", eq=False, repr=False)
    start: int = field(default=0, eq=False, repr=False)


@frozen(slots=False, repr=False, eq=False)
class File(Record):
    """A whole file: its logical lines in order."""

    lines: tuple[Line, ...]
    source: Source = field(eq=False, repr=False)
