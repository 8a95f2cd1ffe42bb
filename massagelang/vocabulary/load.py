"""Reads the vocabulary's tables and refuses those that are not sound; the shipped ones are read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from attrs import NOTHING, fields

from massagelang.vocabulary import checked
from massagelang.vocabulary.model import (
    Deed,
    Implement,
    Manner,
    Part,
    Posture,
    PropertyKey,
    Region,
    SourceNote,
    Surface,
    Technique,
    Vocabulary,
    Word,
)

Row = Mapping[str, Any]
"""One word as it is written in a table: field to value."""

Tables = Mapping[str, Mapping[str, Row]]
"""File name without its ending, then id, then fields."""

FILES = (
    "techniques",
    "regions",
    "parts",
    "implements",
    "surfaces",
    "manner",
    "receivers",
    "deeds",
    "sources",
    "properties",
)
"""The files of the vocabulary."""

_GRAMMAR = """
    mass routine section step define use do receiver giver say ask note why caution pause wait check apply place
    remove cover uncover repeat together optional if or variant it each you your their off left right both other
    near far inside outside side sides same mirrored reversed swapped more times several and of on from to in by
    at for about least most exactly until except moving with within without facing pressure one steps whenever
    time the very fairly slightly much two three four up down inward outward forward backward sideways apart
    clockwise counterclockwise anticlockwise over along across around between beside toward towards through
    above below under behind past into onto away per degrees hour hours minute minutes second seconds breath
    breaths hand hands palm palms heel heels finger fingers fingertip fingertips thumb thumbs knuckle knuckles
    fist fists forearm forearms elbow elbows knee knees shin shins foot feet stop unless them like way against
"""
GRAMMAR_WORDS = frozenset(_GRAMMAR.split())
"""Words of the grammar; where one stands, no technique, how-word or implement can be read."""

_NOT_GRAMMAR = ("techniques", "implements", "manner")
_CHOICES = {
    ("techniques", "family"): "stroking kneading friction percussion vibration pressing holding moving stretching",
    ("techniques", "arms"): "one both either",
    ("techniques", "tools"): "hand palm heel finger fingertips thumb knuckles fist forearm elbow knee shin foot edge",
    ("techniques", "takes"): "tools path place object",
    ("techniques", "ends"): "resting off",
    ("techniques", "confidence"): "H M L K E",
    ("regions", "faces"): "back front side",
    ("regions", "basis"): "cited estimate",
    ("implements", "kind"): "tool medium measure drape support",
    ("manner", "kind"): "pressure tempo quality hands giver sound feel direction breath shape",
    ("manner", "scale"): "pressure tempo",
    ("manner", "confidence"): "H M L K E",
    ("receivers", "kind"): "position person",
    ("deeds", "who"): "receiver giver",
    ("properties", "where"): "file step both",
    ("properties", "value"): "text names place duration choice",
}
_SPELLING = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_HEADER = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
_LINE = re.compile(r"^(\w+) = (.+)$", re.MULTILINE)

_FITS: dict[str, Callable[[Any], bool]] = {
    "str": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "tuple[str, ...]": lambda value: isinstance(value, list) and all(isinstance(word, str) for word in value),
}
_IN_WORDS = {"str": "a text", "bool": "true or false", "float": "a number", "tuple[str, ...]": "a list of texts"}

_KINDS: dict[str, type[Word]] = {
    "techniques": Technique,
    "regions": Region,
    "parts": Part,
    "implements": Implement,
    "surfaces": Surface,
    "manners": Manner,
    "postures": Posture,
    "deeds": Deed,
    "sources": SourceNote,
    "property_keys": PropertyKey,
}

Kind = TypeVar("Kind", bound=Word)


class VocabularyError(Exception):
    """A table that is not sound: the file, the word in it, and what is wrong, in one line."""

    def __init__(self, file: str, word: str, message: str) -> None:
        super().__init__(f"{file}.toml: {word}: {message}")
        self.file, self.word, self.message = file, word, message


@cache
def load() -> Vocabulary:
    """The vocabulary that comes with the package. Errors: VocabularyError."""
    rows = checked.rows(shipped_texts())
    return build(shipped_tables()) if rows is None else _as_checked(rows)


def save() -> None:
    """Check the shipped tables and keep what they make, for quicker starts. Errors: VocabularyError."""
    texts = shipped_texts()
    if checked.rows(texts) is None:
        checked.save(texts, build(shipped_tables()))


def shipped_texts() -> dict[str, bytes]:
    """The files that come with the package, by name."""
    folder = Path(__file__).parent
    return {file: (folder / f"{file}.toml").read_bytes() for file in FILES}


def shipped_tables() -> dict[str, Mapping[str, Row]]:
    """The tables that come with the package, as written."""
    return {file: read_table(text.decode()) for file, text in shipped_texts().items()}


def read_table(text: str) -> Mapping[str, Row]:
    """The rows of a table in TOML. Errors: ValueError when it is no TOML.

    The shipped form (a header, then one field a line) is also JSON but for its punctuation, and read ten times as
    fast that way; whatever is written otherwise goes to the TOML reader.
    """
    import json  # noqa: PLC0415

    lines = _LINE.sub(r'"\1":\2,', _COMMENT.sub("", text))
    body, headers = _HEADER.subn(r'"":0},"\1":{', lines)
    try:
        rows: dict[str, dict[str, Any]] = json.loads('{"":{' + body + '"":0}}')
    except ValueError:
        rows = {}
    if len(rows) != headers + 1:
        import tomllib  # noqa: PLC0415

        return tomllib.loads(text)
    del rows[""]
    for row in rows.values():
        del row[""]
    return rows


def build(tables: Tables) -> Vocabulary:
    """A vocabulary from tables as written. A file that is not given is empty. Errors: VocabularyError."""
    vocabulary = Vocabulary(
        techniques=_read("techniques", Technique, tables),
        regions=_read("regions", Region, tables),
        parts=_read("parts", Part, tables),
        implements=_read("implements", Implement, tables),
        surfaces=_read("surfaces", Surface, tables),
        manners=_read("manner", Manner, tables),
        postures=_read("receivers", Posture, tables),
        deeds=_read("deeds", Deed, tables),
        sources=_read("sources", SourceNote, tables),
        property_keys=_read("properties", PropertyKey, tables),
    )
    for check in (_check_regions, _check_techniques, _check_manners):
        check(vocabulary)
    return vocabulary


def _as_checked(rows: checked.Rows) -> Vocabulary:
    """A vocabulary from rows that were checked when they were saved."""
    return Vocabulary(**{table: _spelt(_KINDS[table], rows[table]) for table in _KINDS})


def _spelt(kind: type[Word], rows: Mapping[str, Row]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for id_, row in rows.items():
        fitting: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
        }
        word = kind(id=id_, **fitting)
        for spelling in word.spellings:
            table[spelling.lower()] = word
    return table


def _read(file: str, kind: type[Kind], tables: Tables) -> dict[str, Kind]:
    """Every spelling of a table, each with its word."""
    table: dict[str, Kind] = {}
    rows = tables.get(file, {})
    neighbours = _neighbours(rows) if file == "regions" else {}
    shape = _shape(file, kind)
    for id_, row in rows.items():
        values = _values(file, id_, row, shape)
        values.update(neighbours.get(id_, {}))
        word = kind(id=id_, **values)
        for spelling in word.spellings:
            _check_spelling(file, id_, spelling, table)
            table[spelling.lower()] = word
    return table


def _shape(file: str, kind: type[Word]) -> dict[str, tuple[str, bool, frozenset[str] | None]]:
    """For each field of a kind of word: its type, whether it must be written, and what it may say."""
    return {
        attribute.name: (
            str(attribute.type).removesuffix(" | None"),
            attribute.default is NOTHING,
            frozenset(_CHOICES[file, attribute.name].split()) if (file, attribute.name) in _CHOICES else None,
        )
        for attribute in fields(kind)
        if attribute.name != "id"
    }


def _values(
    file: str, id_: str, row: Row, shape: Mapping[str, tuple[str, bool, frozenset[str] | None]]
) -> dict[str, Any]:
    """The fields of a row, lists made tuples. Errors: VocabularyError for an unknown, wrong or missing field."""
    if not isinstance(row, dict):
        raise VocabularyError(file, id_, "is not a table of fields")
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name not in shape:
            raise VocabularyError(file, id_, f"there is no field `{name}`")
        type_, _, choices = shape[name]
        if not _FITS[type_](value):
            raise VocabularyError(file, id_, f"`{name}` should be {_IN_WORDS[type_]}")
        values[name] = tuple(value) if isinstance(value, list) else value
        if choices and not choices.issuperset(values[name] if isinstance(value, list) else (value,)):
            raise VocabularyError(file, id_, f"`{name}` may be {', '.join(sorted(choices))}")
    for name, (_, required, _) in shape.items():
        if required and name not in values:
            raise VocabularyError(file, id_, f"the field `{name}` is missing")
    return values


def _check_spelling(file: str, id_: str, spelling: str, table: Mapping[str, Word]) -> None:
    if spelling.lower() in table:
        raise VocabularyError(file, id_, f"`{spelling}` is already spelt so by `{table[spelling.lower()].id}`")
    if file != "sources" and not _SPELLING.match(spelling):
        raise VocabularyError(file, id_, f"`{spelling}` is not written in snake_case")
    if file in _NOT_GRAMMAR and spelling in GRAMMAR_WORDS:
        raise VocabularyError(file, id_, f"`{spelling}` is a word of the grammar")


def _neighbours(rows: Mapping[str, Row]) -> dict[str, dict[str, tuple[str, ...]]]:
    """`near` and `beside` of each region, closed so that neighbours name each other; `near` holds both."""
    order = {id_: place for place, id_ in enumerate(rows)}
    near: dict[str, set[str]] = {id_: set() for id_ in rows}
    beside: dict[str, set[str]] = {id_: set() for id_ in rows}
    for id_, row in rows.items():
        for other in _written(row, "near") + _written(row, "beside"):
            if other not in order:
                raise VocabularyError("regions", id_, f"the neighbour `{other}` is not a region")
            near[id_].add(other)
            near[other].add(id_)
        for other in _written(row, "beside"):
            beside[id_].add(other)
            beside[other].add(id_)
    return {
        id_: {"near": tuple(sorted(near[id_], key=order.__getitem__)), "beside": tuple(sorted(beside[id_]))}
        for id_ in rows
    }


def _written(row: Row, name: str) -> list[str]:
    """A list of words in a row that is not checked yet; nothing where something else is written."""
    value = row.get(name, []) if isinstance(row, dict) else []
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _check_regions(vocabulary: Vocabulary) -> None:
    for region in _each(vocabulary.regions):
        if region.within == "" and region.id != "body":
            raise VocabularyError("regions", region.id, "the field `within` is missing")
        if region.within and region.within not in vocabulary.regions:
            raise VocabularyError("regions", region.id, f"the region around it, `{region.within}`, is not known")
        seen = {region.id}
        outer = region.within
        while outer:
            if outer in seen:
                raise VocabularyError("regions", region.id, f"lies within itself, by way of `{outer}`")
            seen.add(outer)
            outer = vocabulary.regions[outer].within if outer in vocabulary.regions else ""


def _check_techniques(vocabulary: Vocabulary) -> None:
    for technique in _each(vocabulary.techniques):
        for other in technique.combines:
            if other not in vocabulary.techniques:
                raise VocabularyError("techniques", technique.id, f"combines with `{other}`, which is not known")
        tempo = vocabulary.manners.get(technique.tempo or "")
        if technique.tempo and (tempo is None or tempo.kind != "tempo"):
            raise VocabularyError("techniques", technique.id, f"the tempo `{technique.tempo}` is no how-word for tempo")
        if not technique.travels and technique.seconds is None:
            raise VocabularyError("techniques", technique.id, "works in place, so it needs `seconds`")
        _check_evidence("techniques", technique, vocabulary)


def _check_manners(vocabulary: Vocabulary) -> None:
    adverbs: dict[str, str] = {}
    for manner in _each(vocabulary.manners):
        if manner.comparative and (manner.scale is None or manner.step is None):
            raise VocabularyError("manner", manner.id, "compares, so it needs `scale` and `step`")
        if manner.kind in ("pressure", "tempo") and manner.value is None and not manner.comparative:
            raise VocabularyError("manner", manner.id, f"is a {manner.kind}, so it needs a `value`")
        for adverb in manner.adverbs:
            if adverb in vocabulary.manners or adverb in adverbs:
                raise VocabularyError("manner", manner.id, f"the adverb `{adverb}` is already spelt so")
            adverbs[adverb] = manner.id
        _check_evidence("manner", manner, vocabulary)


def _check_evidence(file: str, word: Technique | Manner, vocabulary: Vocabulary) -> None:
    for source in word.sources:
        if source.lower() not in vocabulary.sources:
            raise VocabularyError(file, word.id, f"the source `{source}` is not known")
    if word.sources and word.confidence in "KE":
        raise VocabularyError(file, word.id, f"confidence {word.confidence} is for facts without a source")
    if not word.sources and word.confidence in "HML":
        raise VocabularyError(file, word.id, f"confidence {word.confidence} needs a source")


def _each(table: Mapping[str, Kind]) -> Iterator[Kind]:
    """The words of a table, each once."""
    return iter(dict.fromkeys(table.values()))
