"""All words together: which word a spelling is, what lies within what, and whose body is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from massagelang.vocabulary.distances import distance_between
from massagelang.vocabulary.model import (
    Deed,
    Edition,
    Implement,
    Manner,
    Part,
    Posture,
    PropertyKey,
    Region,
    SourceNote,
    Surface,
    Technique,
    Word,
)
from massagelang.vocabulary.shelf import Shelf

if TYPE_CHECKING:
    from massagelang.vocabulary.lore import Condition, Hint, Homonym, Scale, Style

_SHORT = 5
"""Letters of words so short that another first letter makes another word: `hair` is no `chair`."""

STATURE = {"person": 170.0, "animal": 55.0}
"""Centimetres of the adult, and of the animal at the withers, whose lengths stand in the tables."""


@frozen(eq=False, slots=False)
class Vocabulary:
    """All tables, each from every lower-case spelling to the word it means, in the order of the files.

    `regions` are those of the body that is worked on: of an adult, until `for_body` chooses another. `young_regions`
    are those that only some people have, `animal_regions` those of animals. `editions` tell where the words are from,
    `house` are the texts of the files that a house has added.
    """

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
    conditions: Mapping[str, Condition] = field(repr=False)
    scales: Mapping[str, Scale] = field(repr=False)
    styles: Mapping[str, Style] = field(repr=False)
    homonyms: Mapping[str, Homonym] = field(repr=False)
    hints: Mapping[str, Hint] = field(repr=False)
    young_regions: Mapping[str, Region] = field(repr=False)
    animal_regions: Mapping[str, Region] = field(repr=False)
    editions: tuple[Edition, ...] = ()
    body: str = ""
    house: tuple[str, ...] = field(default=(), repr=False)
    base: Vocabulary | None = field(default=None, repr=False)
    saved_names: Names | None = field(default=None, repr=False)
    _bodies: dict[tuple[str, float], Vocabulary] = field(init=False, factory=dict, repr=False)
    _distances: dict[tuple[str, str], float] = field(init=False, factory=dict, repr=False)

    def technique(self, word: str) -> Technique | None:
        """The technique that is spelt so, or None."""
        return self.techniques.get(word.lower())

    def region(self, word: str) -> Region | None:
        """The region that is spelt so, or None."""
        return self.regions.get(word.lower())

    def region_of(self, inner: str, outer: str) -> Region | None:
        """The region with a name of its own for `inner of outer` (`back of hand`, `tops of shoulder`), or None."""
        joined = f"{inner}_of_{outer}".lower()
        return self.regions.get(joined) or self.regions.get(joined.replace("s_of_", "_of_", 1))

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

    def condition(self, word: str) -> Condition | None:
        """The condition of a receiver that is spelt so, or None."""
        return self.conditions.get(word.lower())

    def scale(self, word: str) -> Scale | None:
        """The scale of pressure that is spelt so, or None."""
        return self.scales.get(word.lower())

    def style(self, word: str) -> Style | None:
        """The school or kind of treatment that is spelt so, or None."""
        return self.styles.get(word.lower())

    def homonym(self, word: str) -> Homonym | None:
        """What schools mean by this word, where they mean different things, or None."""
        return self.homonyms.get(word.lower())

    def hint(self, word: str, kind: str) -> Hint | None:
        """What to write for this word where a word of that kind should stand, or None."""
        found = self.hints.get(word.lower())
        return found if found is not None and kind in found.at else None

    def for_body(self, who: str = "", stature: float = 0) -> Vocabulary:
        """The same words with the regions of another body: `who` is a person or an animal (`infant`, `dog`).

        `stature` is centimetres, of an animal at the withers; 0 for what is usual for `who`. Lengths go by it.
        """
        whole = self.base or self
        one = whole.posture(who)
        who = one.id if one else ""
        if (who, stature) not in whole._bodies:
            whole._bodies[who, stature] = whole._of_body(one, stature)
        return whole._bodies[who, stature]

    def bodies_with(self, word: str) -> tuple[str, ...]:
        """The ids of other receivers who have a region that is spelt so: `("dog", "horse")`; `adult` for people."""
        whole, lower = self.base or self, word.lower()
        kinds = [one for one in whole.words("posture") if isinstance(one, Posture)]
        if lower in whole.regions and self.base is not None and self._is_animal:
            return ("adult",)
        if (young := whole.young_regions.get(lower)) is not None:
            return young.bodies
        animal = whole.animal_regions.get(lower)
        if animal is None:
            return ()
        return animal.bodies or tuple(one.id for one in kinds if one.kind == "animal")

    def every_region(self) -> tuple[Region, ...]:
        """The regions of all bodies, those of adults first; animals have some under the same ids."""
        whole = self.base or self
        tables = (whole.regions, whole.young_regions, whole.animal_regions)
        return tuple(region for table in tables for region in dict.fromkeys(table.values()))

    def kind_of(self, word: str) -> tuple[str, ...]:
        """The kinds of which this is a word: `cup` is both a technique and an implement."""
        lower = word.lower()
        return tuple(kind for kind, table in self._tables.items() if lower in table)

    def spellings(self, kind: str) -> Iterator[str]:
        """Every spelling of a kind, in the order of its file."""
        return iter(self._tables[kind])

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
    def names(self) -> Names:
        """What the reader must know of the words before it can read."""
        return self.saved_names or names_of(self)

    @property
    def how_words(self) -> frozenset[tuple[str, str]]:
        """Every spelling that only says how, and every adverb, each with the form that the notation has for it."""
        return self.names.how_words

    @property
    def several_words(self) -> frozenset[tuple[str, ...]]:
        """The words of every spelling that joins several, but for those with `of`: see `region_of`."""
        return self.names.several_words

    @property
    def paired_words(self) -> frozenset[str]:
        """Every spelling of a region or part that has a left and a right one, for reading `left_leg` as two words."""
        return self.names.paired_words

    def children(self, region: Region) -> tuple[Region, ...]:
        """The regions directly within a region, in the order in which `each` takes them."""
        return tuple(self.regions[id_] for id_ in self._children.get(region.id, ()))

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
        pair = (start.id, end.id) if start.id < end.id else (end.id, start.id)
        if pair not in self._distances:
            self._distances[pair] = distance_between(start, end, self.regions, self.children)
        return self._distances[pair]

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
            "condition": self.conditions,
            "scale": self.scales,
            "style": self.styles,
        }

    @property
    def _is_animal(self) -> bool:
        one = self.posture(self.body)
        return one is not None and one.kind == "animal"

    def _of_body(self, one: Posture | None, stature: float) -> Vocabulary:
        kind = "animal" if one and one.kind == "animal" else "person"
        factor = (stature or (one.stature if one else 0) or STATURE[kind]) / STATURE[kind]
        theirs = self.animal_regions if kind == "animal" else self.young_regions
        own = {spelling: region for spelling, region in theirs.items() if one and _has(one, region)}
        if factor == 1 and not own:
            return self
        regions = own if kind == "animal" else {**self.regions, **own}
        sized = {region.id: _sized(region, factor) for region in regions.values()}
        of_body = {spelling: sized[region.id] for spelling, region in regions.items()}
        return evolve(self, regions=of_body, body=one.id if one else "", base=self)

    @cached_property
    def _adverbs(self) -> dict[str, Manner]:
        return {adverb: manner for manner in self.manners.values() for adverb in manner.adverbs}

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        """The ids of the regions directly within each; of a saved table no region is made for that."""
        regions = self.regions
        each = dict.fromkeys(regions.values()) if not isinstance(regions, Shelf) else ()
        pairs = regions.each("within") if isinstance(regions, Shelf) else ((one.id, one.within) for one in each)
        children: dict[str, tuple[str, ...]] = {}
        for id_, outer in pairs:
            children[outer or ""] = (*children.get(outer or "", ()), id_)
        return children

    def _below(self, region: Region) -> Iterator[Region]:
        for child in self.children(region):
            yield child
            yield from self._below(child)


@frozen
class Names:
    """What the reader must know of the words: see the properties of `Vocabulary` with the same names."""

    several_words: frozenset[tuple[str, ...]]
    paired_words: frozenset[str]
    how_words: frozenset[tuple[str, str]]


def names_of(words: Vocabulary) -> Names:
    """What the reader must know of a vocabulary; the regions of all bodies are among them."""
    whole = words.base or words
    tables = (*whole._tables.values(), whole.young_regions, whole.animal_regions)
    spellings = {spelling for table in tables for spelling in table if "_" in spelling}
    several = (tuple(spelling.split("_")) for spelling in spellings)
    sided: tuple[Region | Part, ...] = (*whole.every_region(), *dict.fromkeys(whole.parts.values()))
    paired = [word for word in sided if word.paired]
    hows = {spelling: spelling for spelling in whole.manners if whole.kind_of(spelling) == ("manner",)}
    return Names(
        frozenset(joined for joined in several if "of" not in joined),
        frozenset(spelling for word in paired for spelling in word.spellings),
        frozenset((hows | {adverb: manner.id for adverb, manner in whole._adverbs.items()}).items()),
    )


def _has(one: Posture, region: Region) -> bool:
    return one.id in region.bodies or (one.kind == "animal" and not region.bodies)


def _sized(region: Region, factor: float) -> Region:
    return evolve(region, length=round(region.length * factor, 1), width=round(region.width * factor, 1))


def _without_endings(word: str) -> Iterator[str]:
    """What a word may be a form of: `kneading` of `knead`, `shoulders` of `shoulder`, `squeezing` of `squeeze`."""
    for ending in ("ing", "s", "es", "ed", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e", stem[:-1])
