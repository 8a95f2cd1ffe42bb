"""The words of the massage room as objects, and where to find them; knows nothing of files or syntax."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from heapq import heappop, heappush

from attrs import field, frozen

from massagelang.values import Shown

_SHORT = 5
"""Letters of words so short that another first letter makes another word: `hair` is no `chair`."""


@frozen(kw_only=True, repr=False)
class Word(Shown):
    """One entry of a table. Two words of one table are equal when they have the same `id`.

    `names` are its other spellings; `says` is a short definition.
    """

    id: str
    names: tuple[str, ...] = field(default=(), eq=False, repr=False)
    says: str = field(eq=False, repr=False)

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
    """

    family: str
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
    `members` marks a word for several of a kind, which `each` goes through: the fingers, the toes.
    """

    plural: str = ""
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

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write the region, its plural included."""
        return (self.id, *self.names, self.plural) if self.plural else (self.id, *self.names)


@frozen(kw_only=True, eq=False, repr=False)
class Part(Word):
    """`top` in `top of arm`: a part that any region may have; `paired` parts have a left and a right one."""

    paired: bool = False


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
    """`prone`: how the receiver or the giver is placed (`kind` position), or who the receiver is (person)."""

    kind: str


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

    `value` is text, names, place, duration or choice; `choices` are the words to choose from.
    """

    where: str
    value: str
    choices: tuple[str, ...] = ()


@frozen(eq=False, slots=False)
class Vocabulary:
    """All tables, each from every lower-case spelling to the word it means, in the order of the files."""

    techniques: Mapping[str, Technique] = field(repr=False)
    regions: Mapping[str, Region] = field(repr=False)
    parts: Mapping[str, Part] = field(repr=False)
    implements: Mapping[str, Implement] = field(repr=False)
    surfaces: Mapping[str, Surface] = field(repr=False)
    manners: Mapping[str, Manner] = field(repr=False)
    postures: Mapping[str, Posture] = field(repr=False)
    deeds: Mapping[str, Deed] = field(repr=False)
    sources: Mapping[str, SourceNote] = field(repr=False)
    property_keys: Mapping[str, PropertyKey] = field(repr=False)
    _distances: dict[str, dict[str, float]] = field(init=False, factory=dict, repr=False)

    def technique(self, word: str) -> Technique | None:
        """The technique that is spelt so, or None."""
        return self.techniques.get(word.lower())

    def region(self, word: str) -> Region | None:
        """The region that is spelt so, or None."""
        return self.regions.get(word.lower())

    def region_of(self, inner: str, outer: str) -> Region | None:
        """The region with a name of its own for `inner of outer` (`back of hand`, `small of back`), or None."""
        return self.regions.get(f"{inner}_of_{outer}".lower())

    def part(self, word: str) -> Part | None:
        """The part of a region that is spelt so, or None."""
        return self.parts.get(word.lower())

    def implement(self, word: str) -> Implement | None:
        """The thing that is spelt so, or None."""
        return self.implements.get(word.lower())

    def surface(self, word: str) -> Surface | None:
        """The surface of a tool that is spelt so, or None."""
        return self.surfaces.get(word.lower())

    def manner(self, word: str) -> Manner | None:
        """The how-word that is spelt so, or None; adverbs are not among them."""
        return self.manners.get(word.lower())

    def adverb(self, word: str) -> Manner | None:
        """The how-word that the writer of an adverb (`slowly`) should use, or None."""
        return self._adverbs.get(word.lower())

    def posture(self, word: str) -> Posture | None:
        """The position or person that is spelt so, or None."""
        return self.postures.get(word.lower())

    def deed(self, word: str) -> Deed | None:
        """What a person does, by its third person (`turns`) or its id, or None."""
        return self.deeds.get(word.lower())

    def source(self, word: str) -> SourceNote | None:
        """The source with this id (`S18`), or None."""
        return self.sources.get(word.lower())

    def property_key(self, word: str) -> PropertyKey | None:
        """The property with this key, or None."""
        return self.property_keys.get(word.lower())

    def kind_of(self, word: str) -> tuple[str, ...]:
        """The kinds of which this is a word: `cup` is both a technique and an implement."""
        lower = word.lower()
        return tuple(kind for kind, table in self._tables.items() if lower in table)

    def words(self, kind: str) -> tuple[Word, ...]:
        """Every word of a kind, once, in the order of its file."""
        return tuple(dict.fromkeys(self._tables[kind].values()))

    def nearest(self, word: str, kind: str) -> str | None:
        """The spelling of that kind which the writer most likely meant, or None if nothing comes close."""
        from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

        lower = word.lower()
        if kind == "manner" and (meant := self._adverbs.get(lower)):
            return meant.id
        for candidate in _without_endings(lower):
            if candidate in self._tables[kind]:
                return candidate
        candidates = [spelling for spelling in self._tables[kind] if len(lower) > _SHORT or spelling[:1] == lower[:1]]
        cutoff = 0.85 if len(lower) < _SHORT else 0.75
        return next(iter(get_close_matches(lower, candidates, n=1, cutoff=cutoff)), None)

    @cached_property
    def how_words(self) -> frozenset[tuple[str, str]]:
        """Every spelling that only says how, and every adverb, each with the form that the notation has for it."""
        written = {spelling: spelling for spelling in self.manners if self.kind_of(spelling) == ("manner",)}
        return frozenset((written | {adverb: manner.id for adverb, manner in self._adverbs.items()}).items())

    @cached_property
    def several_words(self) -> frozenset[tuple[str, ...]]:
        """The words of every spelling that joins several, but for those with `of`: see `region_of`."""
        spellings = {spelling for table in self._tables.values() for spelling in table if "_" in spelling}
        words = (tuple(spelling.split("_")) for spelling in spellings)
        return frozenset(several for several in words if "of" not in several)

    @cached_property
    def paired_words(self) -> frozenset[str]:
        """Every spelling of a region or part that has a left and a right one, for reading `left_leg` as two words."""
        paired = (*self.words("region"), *self.words("part"))
        return frozenset(
            spelling
            for word in paired
            if isinstance(word, Region | Part) and word.paired
            for spelling in word.spellings
        )

    def children(self, region: Region) -> tuple[Region, ...]:
        """The regions directly within a region, in the order in which `each` takes them."""
        return self._children.get(region.id, ())

    def inside(self, region: Region) -> frozenset[str]:
        """The ids of all regions within a region, however deep, itself not among them."""
        return frozenset(below.id for below in self._below(region))

    def around(self, region: Region) -> Iterator[Region]:
        """The region itself, then the one around it, and so on out to the body."""
        yield region
        while region.within:
            region = self.regions[region.within]
            yield region

    def is_within(self, inner: Region, outer: Region) -> bool:
        """Whether a region is another one or lies within it."""
        return any(region == outer for region in self.around(inner))

    def cautions_in(self, region: Region) -> tuple[Region, ...]:
        """The regions that need care among a region and all within it."""
        return tuple(found for found in (region, *self._below(region)) if found.caution)

    def distance(self, start: Region, end: Region) -> float:
        """Centimetres from the middle of one region to the middle of another, the shortest way over neighbours."""
        if start.id not in self._distances:
            self._distances[start.id] = self._distances_from(start)
        return self._distances[start.id].get(end.id, float("inf"))

    @cached_property
    def _tables(self) -> dict[str, Mapping[str, Word]]:
        return {
            "technique": self.techniques,
            "region": self.regions,
            "part": self.parts,
            "implement": self.implements,
            "surface": self.surfaces,
            "manner": self.manners,
            "posture": self.postures,
            "deed": self.deeds,
            "source": self.sources,
            "property_key": self.property_keys,
        }

    @cached_property
    def _adverbs(self) -> dict[str, Manner]:
        return {adverb: manner for manner in self.manners.values() for adverb in manner.adverbs}

    @cached_property
    def _children(self) -> dict[str, tuple[Region, ...]]:
        children: dict[str, tuple[Region, ...]] = {}
        for region in dict.fromkeys(self.regions.values()):
            children[region.within] = (*children.get(region.within, ()), region)
        return children

    def _below(self, region: Region) -> Iterator[Region]:
        for child in self.children(region):
            yield child
            yield from self._below(child)

    def _steps(self, region: Region) -> Iterator[tuple[Region, float]]:
        """Where one may go from a region without lifting, and how many centimetres that is from middle to middle."""
        for word in region.near:
            other = self.regions[word]
            yield other, _alongside(region, other) if word in region.beside else (region.length + other.length) / 2
        outer = self.regions.get(region.within)
        if region.within:
            yield from ((child, _nested(region, child)) for child in self.children(region))
        if outer and outer.within:
            yield outer, _nested(region, outer)

    def _distances_from(self, start: Region) -> dict[str, float]:
        reached: dict[str, float] = {}
        queue = [(0.0, start.id)]
        while queue:
            so_far, word = heappop(queue)
            if word in reached:
                continue
            reached[word] = so_far
            for other, step in self._steps(self.regions[word]):
                heappush(queue, (so_far + step, other.id))
        return reached


def _alongside(region: Region, other: Region) -> float:
    """Across both, and as far along as the shorter one may stand off the middle of the longer."""
    return (region.width + other.width + abs(region.length - other.length)) / 2


def _nested(region: Region, other: Region) -> float:
    """As far as the smaller one may stand off the middle of the larger."""
    return max(abs(region.length - other.length), abs(region.width - other.width)) / 2


def _without_endings(word: str) -> Iterator[str]:
    """What a word may be a form of: `kneading` of `knead`, `shoulders` of `shoulder`, `squeezing` of `squeeze`."""
    for ending in ("ing", "s", "es", "ed", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e", stem[:-1])
