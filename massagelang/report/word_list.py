"""All words of the vocabulary as `mass words` prints them: techniques by family, how-words by kind, regions by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill

from massagelang.report.word_page import KINDS
from massagelang.vocabulary import Implement, Manner, Posture, Region, Technique, Vocabulary, Word

_WIDTH = 118
_KINDS_OF_REGIONS = {"reflex": "reflex zones", "meridian": "meridians", "vessel": "meridians"}
"""Regions that are found by their kind rather than by the part of the body, by the last word of their name."""

_LONE = 3
"""Fewer regions than these get no line of their own."""


def all_words(vocabulary: Vocabulary) -> str:
    """Every word under its kind, in groups; `mass words WORD` tells what is known of each."""
    return "\n".join("\n".join(_kind(vocabulary, kind)) + "\n" for kind in KINDS)


def _kind(vocabulary: Vocabulary, kind: str) -> Iterator[str]:
    title, meaning = KINDS[kind]
    yield f"{title} – {meaning}"
    for name, words in _groups(vocabulary, kind).items():
        said = ", ".join(dict.fromkeys(words))
        lead = f"  {name}: " if name else "  "
        yield fill(said, _WIDTH, initial_indent=lead, subsequent_indent="    ", break_on_hyphens=False)


def _groups(vocabulary: Vocabulary, kind: str) -> Mapping[str, Iterable[str]]:
    if kind == "region":
        return _regions(vocabulary)
    groups: dict[str, list[str]] = {}
    for word in vocabulary.words(kind):
        groups.setdefault(_group(word).replace("_", " "), []).append(word.id)
    return groups


def _group(word: Word) -> str:
    match word:
        case Technique():
            return word.school or word.family
        case Manner() | Implement() | Posture():
            return word.kind
    return ""


def _regions(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The parts of the body, each with all that lies within it; points, the youngest and animals by themselves."""
    whole = vocabulary.base or vocabulary
    groups: dict[str, list[str]] = {}
    for region in whole.words("region"):
        assert isinstance(region, Region)  # noqa: S101  (its table says so)
        group = "points" if region.point else _limb(region, whole)
        groups.setdefault(group, []).append(_with_name(region) if region.point else region.id)
    small = [name for name, words in groups.items() if len(words) < _LONE]
    others = [word for name in small for word in groups.pop(name)]
    return {
        "whole": others,
        **groups,
        "only babies": [region.id for region in dict.fromkeys(whole.young_regions.values())],
        "animals": [f"`mass words {posture.id}` lists theirs" for posture in _animals(whole)],
    }


def _limb(region: Region, vocabulary: Vocabulary) -> str:
    """The part of the body that a region is listed under: face, hand, foot, else what lies in the body itself."""
    last = region.id.rpartition("_")[2]
    if last in _KINDS_OF_REGIONS:
        return _KINDS_OF_REGIONS[last]
    around = [outer.id for outer in vocabulary.around(region)]
    own = next((name for name in ("face", "hand", "foot") if name in around), "")
    return own or (around[-2] if len(around) > 1 else "")


def _with_name(point: Region) -> str:
    """`li4 (hegu)`: a point with the name that people say."""
    name = next((name for name in point.names if name.isalpha()), "")
    return f"{point.id} ({name})" if name and not point.id.isalpha() else point.id


def _animals(vocabulary: Vocabulary) -> Iterator[Posture]:
    for posture in vocabulary.words("posture"):
        if isinstance(posture, Posture) and posture.kind == "animal":
            yield posture
