"""The words of the massage room as objects, and where to find them; knows nothing of files or syntax."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.values import Shown


@frozen(kw_only=True, repr=False)
class Word(Shown):
    """One entry of a table. Two words of one table are equal when they have the same `id`.

    `names` are its other spellings; `says` is a short definition. `prose` is how it is said where its name does not do
    (the words of the package have theirs in `phrases`).
    """

    id: str
    names: tuple[str, ...] = field(default=(), eq=False, repr=False)
    says: str = field(eq=False, repr=False)
    prose: str = field(default="", eq=False, repr=False)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write the word, its id first."""
        return (self.id, *self.names)


@frozen(kw_only=True, eq=False, repr=False)
class Technique(Word):
    """`stroke`: something that the giver's arms do.

    `arms` (one, both, either) is the default when no tools are written. `takes` lists what it may be given (tools,
    path, place, object). `travels`: moves along its path, else works in place. `ends`: where the arms are afterwards
    (resting, off). `combines` are ids that the same arm may do at the same time. `pressure` is 1 to 5, `tempo` the id
    of a how-word, `seconds` the time of one unit, `strikes` the strikes per second. `warm_up` marks what may open.
    `school` is the id of the style that it belongs to, empty for what many have in common; `frame` is how its sentence
    is put together, empty for the usual way of its family.
    """

    family: str
    school: str = ""
    frame: str = ""
    arms: str
    tools: tuple[str, ...] = ()
    takes: tuple[str, ...]
    travels: bool
    ends: str
    combines: tuple[str, ...] = ()
    pressure: float | None = None
    tempo: str | None = None
    seconds: float | None = None
    strikes: float | None = None
    warm_up: bool = False
    sources: tuple[str, ...] = ()
    confidence: str


@frozen(kw_only=True, eq=False, repr=False)
class Region(Word):
    """`sacrum`: a place on the receiver.

    `within` is the id of the region around it (empty for the body itself), `near` the ids that it touches, `beside`
    those of them that lie alongside rather than end to end. `length` and `width` are centimetres of a default adult,
    `basis` whether the length is cited or an estimate. `caution` names the kind of care it needs, empty for none.
    `members` marks what one limb has several of; `each` goes through those that are words: the fingers, the toes.
    `point` marks a spot with a name of its own. `bodies` are the ids of the receivers that have it, empty for everybody
    of its kind. `prose_both` is how both of a pair are said.
    """

    plural: str = ""
    prose_both: str = ""
    within: str = ""
    paired: bool = False
    members: bool = False
    near: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    length: float
    width: float
    caution: str = ""
    faces: tuple[str, ...] = ()
    basis: str = "estimate"
    point: bool = False
    bodies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str = ""

    @property
    def plurals(self) -> frozenset[str]:
        """Every spelling that means both of a pair: its plural, and that of its other names."""
        others = (name for name in self.names if name.endswith("s") and name[:-1] in (self.id, *self.names))
        return frozenset((self.plural, *others)) if self.plural else frozenset()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write the region, its plural included."""
        return (self.id, *self.names, self.plural) if self.plural else (self.id, *self.names)


@frozen(kw_only=True, eq=False, repr=False)
class Part(Word):
    """`top` in `top of arm`: a part that any region may have; `paired` parts have a left and a right one.

    `share` is how much of the region's length it has, from 0 to 1.
    """

    paired: bool = False
    share: float = 1 / 3


@frozen(kw_only=True, eq=False, repr=False)
class Implement(Word):
    """`towel`: a thing that is used or laid; `kind` is tool, medium, drape or support."""

    kind: str


@frozen(kw_only=True, eq=False, repr=False)
class Surface(Word):
    """`pads` in `pads of thumbs`: the surface of a tool that touches."""


@frozen(kw_only=True, eq=False, repr=False)
class Manner(Word):
    """`slow`: how a thing is done.

    `kind` is one of pressure, tempo, quality, hands, giver, sound, feel, direction, breath, shape. `value` is the
    pressure (0.5 to 5) or the tempo (centimetres per second). A comparative changes `scale` by `step`: points added
    to a pressure, a factor upon a tempo. `adverbs` are spellings that are not words of the notation but mean this one.
    """

    kind: str
    value: float | None = None
    comparative: bool = False
    scale: str | None = None
    step: float | None = None
    adverbs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str


@frozen(kw_only=True, eq=False, repr=False)
class Posture(Word):
    """`prone`: how somebody is placed (`kind` position), or who the receiver is (person or animal).

    `hides` are the ids of regions that cannot be reached in a position. `stature` is the usual height of a person, or
    of an animal at the withers, in centimetres: lengths of regions go by it; 0 for that of a default adult.
    """

    kind: str
    hides: tuple[str, ...] = ()
    stature: float = 0


@frozen(kw_only=True, eq=False, repr=False)
class Deed(Word):
    """`turn` in `receiver turns supine`: something that a person does; `who` lists receiver, giver or both.

    The first of `names` is the third person (`turns`). `moves` marks those that bring a person to another place.
    """

    who: tuple[str, ...]
    moves: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class SourceNote(Word):
    """`S18`: where a fact was read; `says` is its title, `address` where it stands, `confidence` a letter if known."""

    address: str
    confidence: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class PropertyKey(Word):
    """`stance` in `stance: "feet apart"`: a key, `where` it may stand (file, step, both) and what its value is.

    `value` is text, names, place, duration, choice or hows; `choices` are the words to choose from.
    """

    where: str
    value: str
    choices: tuple[str, ...] = ()


@frozen(kw_only=True)
class Edition(Shown):
    """Which words a plan was made with: who gives them out, in which version, and a print of the very text."""

    name: str
    version: str
    print: str


class VocabularyError(Exception):
    """A table that is not sound: the table, the word in it, and what is wrong, in one line."""

    def __init__(self, file: str, word: str, message: str) -> None:
        super().__init__(f"{file}: {word}: {message}")
        self.file, self.word, self.message = file, word, message
