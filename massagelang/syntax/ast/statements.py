"""Nodes of statements, phrases and blocks."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.syntax.ast.hows import ForTime, How, Travel, Until
from massagelang.syntax.ast.nodes import Node, Word
from massagelang.syntax.ast.numbers import Amount, Count, Number
from massagelang.syntax.ast.places import Moved, Path, Place
from massagelang.syntax.ast.tools import Tools


@frozen(slots=False, repr=False, eq=False)
class Tail(Node):
    """`why "relaxes taut muscles"`: words about the statement before; `key` is why, note, caution, say or like."""

    key: str
    text: str


@frozen(slots=False, repr=False, eq=False)
class Statement(Node):
    """Base of all statements; `tails` are the words said about it."""

    tails: tuple[Tail, ...] = field(kw_only=True, default=())


@frozen(slots=False, repr=False, eq=False)
class Junk(Statement):
    """Words that could not be read; `block` is kept when they stood before one."""

    block: Block | None = None


@frozen(slots=False, repr=False, eq=False)
class Placement(Statement):
    """`hand left on sacrum`: a tool of the giver rests on a place until it moves."""

    tools: Tools
    path: Path
    hows: tuple[How, ...] = ()


@frozen(slots=False, repr=False, eq=False)
class Lift(Statement):
    """`hand left off`: a tool leaves the body."""

    tools: Tools


@frozen(slots=False, repr=False, eq=False)
class Action(Statement):
    """`stroke right up right_side to shoulder, slow`: a technique, and with what, where and how.

    `also` are techniques done in the same motion: `squeeze and twist both over arm`; with `either`, in its place:
    `hack or cup both over thighs`.
    """

    verb: Word
    tools: Tools | None = None
    moved: Moved | None = None
    path: Path | None = None
    hows: tuple[How, ...] = ()
    also: tuple[Word, ...] = ()
    either: bool = False


@frozen(slots=False, repr=False, eq=False)
class PersonAct(Statement):
    """`receiver turns supine`, `giver kneels beside left knee`: what `person` does.

    `measure` is the word before a thing that says what it is like: `receiver holds soft pillow`; `side` is the side
    that they lie on: `receiver turns side_lying left`.
    """

    person: str
    verb: Word
    object: Word | Moved | Place | None = None
    path: Path | None = None
    hows: tuple[How, ...] = ()
    measure: Word | None = None
    side: Word | None = None


@frozen(slots=False, repr=False, eq=False)
class Words(Statement):
    """`say "breathe out"`: words of their own; `key` is say, ask, note or caution."""

    key: str
    text: str


@frozen(slots=False, repr=False, eq=False)
class Pause(Statement):
    """`pause 10s`: nothing happens for a while."""

    amount: Amount


@frozen(slots=False, repr=False, eq=False)
class Wait(Statement):
    """`wait`, `wait until "…"`: until the giver is ready."""

    hows: tuple[How, ...] = ()


@frozen(slots=False, repr=False, eq=False)
class Stop(Statement):
    """`stop`: the work ends here; it stands in `if` and `whenever`."""


@frozen(slots=False, repr=False, eq=False)
class Thing(Statement):
    """`apply 3 drops of oil over back`, `place 2 warm stones beside spine`: `verb` is apply, place or remove.

    `count` is how many, `measure` the word before the thing: a unit (drops) or what it is like (warm).
    """

    verb: str
    thing: Word
    own: bool = False
    path: Path | None = None
    hows: tuple[How, ...] = ()
    count: Number | None = None
    measure: Word | None = None


@frozen(slots=False, repr=False, eq=False)
class Drape(Statement):
    """`cover legs`, `uncover back`: `verb` is cover or uncover."""

    verb: str
    places: tuple[Place, ...]
    hows: tuple[How, ...] = ()


@frozen(slots=False, repr=False, eq=False)
class Transform(Node):
    """`other side`, `swapped`, `mirrored`: `kind` is one of other_side, swapped, mirrored."""

    kind: str


@frozen(slots=False, repr=False, eq=False)
class RepeatCount(Node):
    """`3`, `3 times`, `3 more`."""

    count: Count
    more: bool = False


@frozen(slots=False, repr=False, eq=False)
class Repeat(Statement):
    """`repeat 3`, `repeat other side`, `repeat 3 times { … }`: again; without a block it looks back over its phrase."""

    what: RepeatCount | Transform | ForTime | Until | Travel
    hows: tuple[How, ...] = ()
    block: Block | None = None


@frozen(slots=False, repr=False, eq=False)
class BothSides(Node):
    """`both sides`, `both sides same hands`."""

    same_hands: bool = False


@frozen(slots=False, repr=False, eq=False)
class Each(Node):
    """`each toe except big_toe reversed`: the places in turn, those left out, and whether the last comes first."""

    places: tuple[Place, ...]
    but: tuple[Place, ...] = ()
    backward: bool = False


@frozen(slots=False, repr=False, eq=False)
class Group(Statement):
    """`together { … }`, `if "tight" { … }`: a block and what holds it; `kind` names the head."""

    kind: str
    block: Block
    text: str = ""
    each: Each | None = None
    sides: BothSides | None = None


@frozen(slots=False, repr=False, eq=False)
class Call(Statement):
    """`do long_strokes(left_leg), other side`: the lines of a definition, with places for its parameters."""

    name: Word
    arguments: tuple[tuple[Place, ...], ...] = ()
    transform: Transform | None = None


@frozen(slots=False, repr=False, eq=False)
class Check(Statement):
    """`check 15:00 +- 30s`: the clock that the writer expects here; times in whole milliseconds."""

    clock: int
    tolerance: int = 0


@frozen(slots=False, repr=False, eq=False)
class Phrase(Node):
    """`hand left on sacrum; stroke right up right_side; repeat 3`: statements of one line."""

    statements: tuple[Statement, ...]
    alternative: bool = False


@frozen(slots=False, repr=False, eq=False)
class Block(Node):
    """`{ … }`: phrases in braces."""

    phrases: tuple[Phrase, ...]
