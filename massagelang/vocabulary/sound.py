"""Whether the words of a vocabulary fit each other: what one names must be there, and facts have their evidence."""

from __future__ import annotations

from collections.abc import Mapping

from massagelang.vocabulary.lore import Condition, Scale, Style
from massagelang.vocabulary.model import Manner, Region, Technique, VocabularyError, Word
from massagelang.vocabulary.rows import each
from massagelang.vocabulary.whole import Vocabulary

Evident = Technique | Region | Manner | Condition | Scale | Style
"""Words that say where they were read, and how far that is to be trusted."""


def check(words: Vocabulary) -> None:
    """Errors: VocabularyError for the first word that does not fit."""
    people = {**words.regions, **words.young_regions}
    _regions("regions", people)
    _regions("animals", words.animal_regions)
    _techniques(words)
    _manners(words)
    _others(words)


def _regions(table: str, regions: Mapping[str, Region]) -> None:
    for region in each(regions):
        if region.within == "" and region.id != "body":
            raise VocabularyError(table, region.id, "the field `within` is missing")
        if region.within and region.within not in regions:
            raise VocabularyError(table, region.id, f"the region around it, `{region.within}`, is not known")
        seen = {region.id}
        outer = region.within
        while outer:
            if outer in seen:
                raise VocabularyError(table, region.id, f"lies within itself, by way of `{outer}`")
            seen.add(outer)
            outer = regions[outer].within if outer in regions else ""


def _techniques(words: Vocabulary) -> None:
    for technique in each(words.techniques):
        for other in technique.combines:
            if other not in words.techniques:
                raise VocabularyError("techniques", technique.id, f"combines with `{other}`, which is not known")
        tempo = words.manners.get(technique.tempo or "")
        if technique.tempo and (tempo is None or tempo.kind != "tempo"):
            raise VocabularyError("techniques", technique.id, f"the tempo `{technique.tempo}` is no how-word for tempo")
        if not technique.travels and technique.seconds is None:
            raise VocabularyError("techniques", technique.id, "works in place, so it needs `seconds`")
        if technique.school and technique.school not in words.styles:
            raise VocabularyError("techniques", technique.id, f"the school `{technique.school}` is not known")
        if technique.pressure is not None and not 0 < technique.pressure <= 5:
            raise VocabularyError("techniques", technique.id, "the pressure lies outside 1 to 5")
        _evidence("techniques", technique, words)


def _manners(words: Vocabulary) -> None:
    adverbs: dict[str, str] = {}
    for manner in each(words.manners):
        if manner.comparative and (manner.scale is None or manner.step is None):
            raise VocabularyError("manner", manner.id, "compares, so it needs `scale` and `step`")
        if manner.kind in ("pressure", "tempo") and manner.value is None and not manner.comparative:
            raise VocabularyError("manner", manner.id, f"is a {manner.kind}, so it needs a `value`")
        if manner.kind == "tempo" and manner.value is not None and manner.value <= 0:
            raise VocabularyError("manner", manner.id, "a tempo is more than 0 centimetres a second")
        for adverb in manner.adverbs:
            if adverb in words.manners or adverb in adverbs:
                raise VocabularyError("manner", manner.id, f"the adverb `{adverb}` is already spelt so")
            adverbs[adverb] = manner.id
        _evidence("manner", manner, words)


def _others(words: Vocabulary) -> None:
    for posture in each(words.postures):
        for hidden in posture.hides:
            if hidden not in words.regions:
                raise VocabularyError("receivers", posture.id, f"hides `{hidden}`, which is no region")
    for homonym in each(words.homonyms):
        for meant in homonym.means:
            if not words.kind_of(meant) and meant not in words.animal_regions:
                raise VocabularyError("homonyms", homonym.id, f"means `{meant}`, which is not known")
        if homonym.asks and homonym.id not in words.techniques:
            raise VocabularyError("homonyms", homonym.id, "asks, but is no technique itself")
    tables = ("conditions", words.conditions), ("scales", words.scales), ("styles", words.styles)
    for table, evident in tables:
        for word in each(evident):
            _evidence(table, word, words)
    for table, regions in (
        ("regions", words.regions),
        ("regions", words.young_regions),
        ("animals", words.animal_regions),
    ):
        for region in each(regions):
            _bodies(table, region, words)
            if region.confidence or region.sources:
                _evidence(table, region, words)


def _bodies(table: str, region: Region, words: Vocabulary) -> None:
    wanted = "animal" if table == "animals" else "person"
    for body in region.bodies:
        one = words.posture(body)
        if one is None or one.kind != wanted:
            raise VocabularyError(table, region.id, f"the body `{body}` is no {wanted}")


def _evidence(table: str, word: Word, words: Vocabulary) -> None:
    assert isinstance(word, Evident)  # noqa: S101  (all tables above are of such words)
    for source in word.sources:
        if source.lower() not in words.sources:
            raise VocabularyError(table, word.id, f"the source `{source}` is not known")
    if word.sources and word.confidence not in ("H", "M", "L"):
        raise VocabularyError(table, word.id, f"confidence {word.confidence} is for facts without a source")
    if not word.sources and word.confidence not in ("K", "E"):
        raise VocabularyError(table, word.id, f"confidence {word.confidence} needs a source")
