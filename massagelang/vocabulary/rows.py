"""Reads tables as they are written and makes words of their rows; refuses fields and values that do not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import NOTHING, fields

from massagelang.vocabulary.model import VocabularyError, Word

Row = Mapping[str, Any]
"""One word as it is written in a table: field to value."""

Rows = Mapping[str, Row]
"""One table: id, then the row."""

Keywords = Mapping[str, frozenset[str]]
"""For each kind of word, the words of the grammar that hide a name in a place where that kind stands."""

_CHOICES = {
    ("techniques", "family"): "stroking kneading friction percussion vibration pressing holding moving stretching",
    ("techniques", "arms"): "one both either",
    ("techniques", "tools"): "hand palm heel finger fingertips thumb knuckles fist forearm elbow knee shin foot edge",
    ("techniques", "takes"): "tools path place object",
    ("techniques", "ends"): "resting off",
    ("techniques", "frame"): "tool with place flesh moved back",
    ("regions", "faces"): "back front side",
    ("regions", "basis"): "cited estimate",
    ("implements", "kind"): "tool medium measure drape support",
    ("manner", "kind"): "pressure tempo quality hands giver body sound feel direction breath shape",
    ("manner", "scale"): "pressure tempo",
    ("receivers", "kind"): "position limbs person animal",
    ("conditions", "counted"): "days weeks months years",
    ("deeds", "who"): "receiver giver",
    ("hints", "at"): "technique region part implement surface manner posture condition deed",
    ("properties", "where"): "file step both",
    ("properties", "value"): "text names place duration choice hows",
}
_CONFIDENCE = frozenset("HMLKE")
_FIELDS_OF_REGIONS = {"animals": "regions"}
_SPELLING = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_HEADER = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
_LINE = re.compile(r"^(\w+) = (.+)$", re.MULTILINE)

_MOST = 1_000_000
_LONGEST = 400
_LONGEST_NAME = 60


def _is_text(value: Any) -> bool:
    """A text on one line, without what could turn or hide what stands beside it."""
    return isinstance(value, str) and value.isprintable() and len(value) <= _LONGEST


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -_MOST <= value <= _MOST


_FITS: dict[str, Callable[[Any], bool]] = {
    "str": _is_text,
    "bool": lambda value: isinstance(value, bool),
    "float": _is_number,
    "tuple[str, ...]": lambda value: isinstance(value, list) and all(map(_is_text, value)),
    "tuple[float, ...]": lambda value: isinstance(value, list) and all(map(_is_number, value)),
}
_IN_WORDS = {
    "str": "a text on one line",
    "bool": "true or false",
    "float": "a number",
    "tuple[str, ...]": "a list of texts",
    "tuple[float, ...]": "a list of numbers",
}

Kind = TypeVar("Kind", bound=Word)


def read_table(text: str) -> Rows:
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


def read_words(
    table: str, kind: type[Kind], rows: Rows, keywords: frozenset[str], leading: frozenset[str] = frozenset()
) -> dict[str, Kind]:
    """Every spelling of a table, each with its word. Errors: VocabularyError."""
    words: dict[str, Kind] = {}
    neighbours = _neighbours(table, rows) if table in ("regions", "animals") else {}
    shape = _shape(_FIELDS_OF_REGIONS.get(table, table), kind)
    for id_, row in rows.items():
        values = _values(table, id_, row, shape)
        values.update(neighbours.get(id_, {}))
        word = kind(id=id_, **values)
        for spelling in word.spellings:
            _check_spelling(table, id_, spelling, words, keywords)
            if "_" in spelling and spelling.partition("_")[0] in leading:
                raise VocabularyError(table, id_, f"`{spelling}` would hide what `{spelling.partition('_')[0]}` begins")
            words[spelling.lower()] = word
    return words


def _shape(table: str, kind: type[Word]) -> dict[str, tuple[str, bool, frozenset[str] | None]]:
    """For each field of a kind of word: its type, whether it must be written, and what it may say."""
    return {
        attribute.name: (
            str(attribute.type).removesuffix(" | None"),
            attribute.default is NOTHING,
            frozenset(_CHOICES[table, attribute.name].split())
            if (table, attribute.name) in _CHOICES
            else _CONFIDENCE
            if attribute.name == "confidence" and table != "sources"
            else None,
        )
        for attribute in fields(kind)
        if attribute.name != "id"
    }


def _values(
    table: str, id_: str, row: Row, shape: Mapping[str, tuple[str, bool, frozenset[str] | None]]
) -> dict[str, Any]:
    """The fields of a row, lists made tuples. Errors: VocabularyError for an unknown, wrong or missing field."""
    if not isinstance(row, dict):
        raise VocabularyError(table, id_, "is not a table of fields")
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name not in shape:
            raise VocabularyError(table, id_, f"there is no field `{name}`")
        type_, _, choices = shape[name]
        if not _FITS[type_](value):
            raise VocabularyError(table, id_, f"`{name}` should be {_IN_WORDS[type_]}")
        values[name] = tuple(value) if isinstance(value, list) else value
        if choices and not choices.issuperset(values[name] if isinstance(value, list) else (value,)):
            raise VocabularyError(table, id_, f"`{name}` may be {', '.join(sorted(choices))}")
    for name, (_, required, _) in shape.items():
        if required and name not in values:
            raise VocabularyError(table, id_, f"the field `{name}` is missing")
    return values


def _check_spelling(table: str, id_: str, spelling: str, words: Mapping[str, Word], keywords: frozenset[str]) -> None:
    if spelling.lower() in words:
        raise VocabularyError(table, id_, f"`{spelling}` is already spelt so by `{words[spelling.lower()].id}`")
    if table != "sources" and not _SPELLING.match(spelling):
        raise VocabularyError(table, id_, f"`{spelling}` is not written in snake_case")
    if len(spelling) > _LONGEST_NAME:
        raise VocabularyError(table, id_, f"a name may have {_LONGEST_NAME} letters")
    if spelling in keywords:
        raise VocabularyError(table, id_, f"`{spelling}` is a word of the grammar where this would stand")


def _neighbours(table: str, rows: Rows) -> dict[str, dict[str, tuple[str, ...]]]:
    """`near` and `beside` of each region, closed so that neighbours name each other; `near` holds both."""
    order = {id_: place for place, id_ in enumerate(rows)}
    near: dict[str, set[str]] = {id_: set() for id_ in rows}
    beside: dict[str, set[str]] = {id_: set() for id_ in rows}
    for id_, row in rows.items():
        for other in _written(row, "near") + _written(row, "beside"):
            if other not in order:
                raise VocabularyError(table, id_, f"the neighbour `{other}` is not a region")
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


def each(table: Mapping[str, Kind]) -> Iterator[Kind]:
    """The words of a table, each once."""
    return iter(dict.fromkeys(table.values()))
