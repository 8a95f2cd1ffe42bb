"""The syntax tree: what was written, word for word. Knows nothing of what the words mean.

Nodes are frozen; two nodes are equal when they say the same, wherever they stand. Spans count code points from the
start of the logical line, so that a node stays the same when a line above it is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import field, fields, frozen

from massagelang.source import Source, Span


@frozen
class Node:
    """Base of all nodes; `span` is where the node stands in its logical line."""

    span: Span = field(kw_only=True, eq=False, repr=False)


@frozen
class Word(Node):
    """`sacrum`: one word in lower case, several joined by `_`."""

    text: str


# ── numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Number(Node):
    """`3`, `3-5`: a number, or the two ends of a range."""

    low: float
    high: float


@frozen
class Count(Node):
    """`3`, `3-5`, `3 or 5`, `about 50`, `several`: how often. `word` is set for counts without a numeral.

    `either` is one of the two and nothing between.
    """

    low: float
    high: float
    about: bool = False
    word: str = ""
    either: bool = False


@frozen
class Duration(Node):
    """`30s`, `20-30s`, `3 breaths`, `several minutes`: whole milliseconds, both ends.

    With `breaths` they count breaths instead. `word` is set for several and a few, with the `unit` that follows.
    """

    low: int
    high: int
    breaths: bool = False
    word: str = ""
    unit: str = ""


@frozen
class Amount(Node):
    """`about 30s each`: a duration, how exact it is (about, at_least, at_most, exactly or nothing), and per what."""

    duration: Duration
    bound: str = ""
    each: bool = False


@frozen
class Length(Node):
    """`5cm`, `2 fingers`: a length with its unit; `low` and `high` in that unit."""

    low: float
    high: float
    unit: str


# ── tools: the giver's ────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Tool(Node):
    """`knuckles of ring_finger and little_finger of other hand`: one surface that touches.

    `arm` says whose: left right both one other near far inside outside. `part` is a body part or an implement,
    `surface` a surface of it (`edge of hand`), `of` the fingers whose part it is.
    """

    arm: Word | None = None
    part: Word | None = None
    surface: Word | None = None
    of: tuple[Word, ...] = ()
    count: Word | None = None
    implement: bool = False


@frozen
class Tools(Node):
    """`thumbs and fingertips`, `thumbs or fingertips`: choices, each of tools that work as one."""

    choices: tuple[tuple[Tool, ...], ...]


@frozen
class Moved(Node):
    """`their left foot`, `it`: the part of the receiver that is moved."""

    place: Place


# ── paths and places: the receiver's ──────────────────────────────────────────────────────────────────────────────


@frozen
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


@frozen
class Leg(Node):
    """`up right_side`, `2 fingers beside spine`, `in circles`: one leg of a path."""

    directions: tuple[Word, ...] = ()
    preposition: Word | None = None
    relation: Word | None = None
    offset: Length | None = None
    places: tuple[Place, ...] = ()
    shape: Word | None = None
    steps: Count | None = None
    degrees: Number | None = None


@frozen
class Path(Node):
    """`up right_side around shoulder`: legs in order."""

    legs: tuple[Leg, ...]


# ── how ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Manner(Node):
    """`very slow`, `light to deep`, `firmer each time`, `firm on heel`: a how-word and what bounds it."""

    word: Word
    degree: Word | None = None
    to: Word | None = None
    alternative: Word | None = None
    each_time: bool = False
    only_on: tuple[Place, ...] = ()
    only_going: tuple[Word, ...] = ()


@frozen
class Pressure(Node):
    """`pressure 3`, `pressure 2 to 4`, `pressure 3 of 10`."""

    start: Number
    end: Number | None = None
    scale: float = 5


@frozen
class Times(Node):
    """`3 times`: passes, or repetitions on the spot."""

    count: Count


@frozen
class Breath(Node):
    """`on exhale`."""

    word: Word


@frozen
class Rate(Node):
    """`3cm/s`, `40/min`: a speed or a rate; `unit` is cm/s, /s, /min, /h or /breath."""

    value: float
    unit: str


@frozen
class ForTime(Node):
    """`for about 30s`."""

    amount: Amount


@frozen
class Until(Node):
    """`until "the tissue is warm"`."""

    text: str


@frozen
class Except(Node):
    """`except spine`."""

    places: tuple[Place, ...]


@frozen
class Travel(Node):
    """`moving up back by 5cm`: the way that the whole action travels."""

    path: Path
    step: Length | None = None


@frozen
class With(Node):
    """`with body_weight`, `with both hands`."""

    tools: Tools


@frozen
class Without(Node):
    """`without thumbs`."""

    tools: Tools


@frozen
class Facing(Node):
    """`facing head`."""

    places: tuple[Place, ...]


How = Manner | Pressure | Times | Breath | Rate | ForTime | Until | Except | Travel | With | Without | Facing


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Tail(Node):
    """`why "relaxes taut muscles"`: words about the statement before; `key` is why, note, caution or say."""

    key: str
    text: str


@frozen
class Statement(Node):
    """Base of all statements; `tails` are the words said about it."""

    tails: tuple[Tail, ...] = field(kw_only=True, default=())


@frozen
class Junk(Statement):
    """Words that could not be read; `block` is kept when they stood before one."""

    block: Block | None = None


@frozen
class Placement(Statement):
    """`hand left on sacrum`: a tool of the giver rests on a place until it moves."""

    tools: Tools
    path: Path
    hows: tuple[How, ...] = ()


@frozen
class Lift(Statement):
    """`hand left off`: a tool leaves the body."""

    tools: Tools


@frozen
class Action(Statement):
    """`stroke right up right_side to shoulder, slow`: a technique, and with what, where and how."""

    verb: Word
    tools: Tools | None = None
    moved: Moved | None = None
    path: Path | None = None
    hows: tuple[How, ...] = ()


@frozen
class PersonAct(Statement):
    """`receiver turns supine`, `giver kneels beside left knee`: what `person` does."""

    person: str
    verb: Word
    object: Word | Moved | Place | None = None
    path: Path | None = None
    hows: tuple[How, ...] = ()


@frozen
class Words(Statement):
    """`say "breathe out"`: words of their own; `key` is say, ask, note or caution."""

    key: str
    text: str


@frozen
class Pause(Statement):
    """`pause 10s`: nothing happens for a while."""

    amount: Amount


@frozen
class Wait(Statement):
    """`wait`, `wait until "…"`: until the giver is ready."""

    hows: tuple[How, ...] = ()


@frozen
class Thing(Statement):
    """`apply oil over back`, `place stone on sacrum`, `remove stone`: `verb` is apply, place or remove."""

    verb: str
    thing: Word
    own: bool = False
    path: Path | None = None
    hows: tuple[How, ...] = ()


@frozen
class Drape(Statement):
    """`cover legs`, `uncover back`: `verb` is cover or uncover."""

    verb: str
    places: tuple[Place, ...]
    hows: tuple[How, ...] = ()


@frozen
class Transform(Node):
    """`other side`, `swapped`, `mirrored`: `kind` is one of other_side, swapped, mirrored."""

    kind: str


@frozen
class RepeatCount(Node):
    """`3`, `3 times`, `3 more`."""

    count: Count
    more: bool = False


@frozen
class Repeat(Statement):
    """`repeat 3`, `repeat other side`, `repeat 3 times { … }`: again; without a block it looks back over its phrase."""

    what: RepeatCount | Transform | ForTime | Until | Travel
    hows: tuple[How, ...] = ()
    block: Block | None = None


@frozen
class BothSides(Node):
    """`both sides`, `both sides same hands`."""

    same_hands: bool = False


@frozen
class Each(Node):
    """`each toe except big_toe`: the places in turn, and those left out."""

    places: tuple[Place, ...]
    but: tuple[Place, ...] = ()


@frozen
class Group(Statement):
    """`together { … }`, `if "tight" { … }`: a block and what holds it; `kind` names the head."""

    kind: str
    block: Block
    text: str = ""
    each: Each | None = None
    sides: BothSides | None = None


@frozen
class Call(Statement):
    """`do long_strokes(left_leg), other side`: the lines of a definition, with places for its parameters."""

    name: Word
    arguments: tuple[tuple[Place, ...], ...] = ()
    transform: Transform | None = None


@frozen
class Check(Statement):
    """`check 15:00 +- 30s`: the clock that the writer expects here; times in whole milliseconds."""

    clock: int
    tolerance: int = 0


@frozen
class Phrase(Node):
    """`hand left on sacrum; stroke right up right_side; repeat 3`: statements of one line."""

    statements: tuple[Statement, ...]
    alternative: bool = False


@frozen
class Block(Node):
    """`{ … }`: phrases in braces."""

    phrases: tuple[Phrase, ...]


# ── a file's own lines ────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class Edition(Node):
    """`mass 1`: the edition of the language."""

    number: float


@frozen
class Title(Node):
    """`routine "Back massage"`."""

    text: str


@frozen
class Use(Node):
    """`use "moves.mass"`."""

    file: str


@frozen
class Text(Node):
    """`"loose clothing"`: words in quotes."""

    text: str


@frozen
class Value(Node):
    """One value of a property: words, texts, numbers and durations in order."""

    parts: tuple[Word | Text | Number | Duration | Length, ...]


@frozen
class Property(Node):
    """`receiver: prone`."""

    key: Word
    values: tuple[Value, ...]


@frozen
class Definition(Node):
    """`define long_strokes(leg) { … }`."""

    name: Word
    parameters: tuple[Word, ...]
    block: Block


@frozen
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


@frozen
class Comment(Node):
    """`# taught on the first day`: the words after `#`."""

    text: str


@frozen
class Allow(Node):
    """`# mass: allow ML402 "reason"`: a finding that the writer has considered; `code` is a code or a rule's name."""

    code: str
    reason: str


@frozen
class Line:
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


@frozen
class File:
    """A whole file: its logical lines in order."""

    lines: tuple[Line, ...]
    source: Source = field(eq=False, repr=False)


Kind = TypeVar("Kind")


def walk(tree: object, kind: type[Kind]) -> Iterator[Kind]:
    """All nodes of one kind in a tree (or a tuple of trees), outer ones first, in the order of writing."""
    if isinstance(tree, kind):
        yield tree
    for child in children(tree):
        yield from walk(child, kind)


def children(tree: object) -> Iterator[object]:
    """The nodes directly inside a node, a line, a file or a tuple."""
    if isinstance(tree, tuple):
        yield from tree
    elif isinstance(tree, (Node, Line, File)):
        for slot in fields(type(tree)):
            value = getattr(tree, slot.name)
            if isinstance(value, (Node, tuple, Line)):
                yield value
