"""The shipped tables once they were found sound, saved so that they need not be read and checked at every start.

They are used only as long as the tables beside them are, byte for byte, those that were checked. A table is unpacked
when the first of its words is looked up, and a word when it is asked for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from zlib import adler32, crc32

from massagelang.vocabulary import model
from massagelang.vocabulary.model import Edition, Word
from massagelang.vocabulary.shelf import Shelf
from massagelang.vocabulary.whole import Names, Vocabulary, names_of

SAVED = Path(__file__).with_name("checked.json")
"""Where they stand in an installed package; not kept in git."""

FIELDS = {
    "technique": "techniques",
    "region": "regions",
    "part": "parts",
    "implement": "implements",
    "surface": "surfaces",
    "manner": "manners",
    "posture": "postures",
    "condition": "conditions",
    "deed": "deeds",
    "scale": "scales",
    "style": "styles",
    "homonym": "homonyms",
    "hint": "hints",
    "source": "sources",
    "property_key": "property_keys",
}
"""Each kind of word and the field of the vocabulary that holds its table."""

_TYPES = {
    "techniques": "Technique",
    "regions": "Region",
    "young_regions": "Region",
    "animal_regions": "Region",
    "parts": "Part",
    "implements": "Implement",
    "surfaces": "Surface",
    "manners": "Manner",
    "postures": "Posture",
    "conditions": "Condition",
    "deeds": "Deed",
    "scales": "Scale",
    "styles": "Style",
    "homonyms": "Homonym",
    "hints": "Hint",
    "sources": "SourceNote",
    "property_keys": "PropertyKey",
}
"""Each field of the vocabulary and the name of the type of its words."""


def _type_of(table: str) -> type[Word]:
    name = _TYPES[table]
    if not hasattr(model, name):
        from massagelang.vocabulary import lore  # noqa: PLC0415  (most routines need none of these)

        return getattr(lore, name)  # type: ignore[no-any-return]
    return getattr(model, name)  # type: ignore[no-any-return]


def saved(texts: Mapping[str, bytes]) -> dict[str, Any] | None:
    """What was saved for these tables; None when they were not these that were checked."""
    try:
        found: dict[str, Any] = json.loads(SAVED.read_bytes())
        return found if found["prints"] == _prints(texts) and found["tables"].keys() == _TYPES.keys() else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def vocabulary(found: dict[str, Any]) -> Vocabulary:
    """The vocabulary that was saved."""
    tables: dict[str, Any] = {name: Shelf(partial(_type_of, name), text) for name, text in found["tables"].items()}
    several, paired, hows = found["names"]
    names = Names(frozenset(map(tuple, several)), frozenset(paired), frozenset(map(tuple, hows)))
    return Vocabulary(**tables, editions=(Edition(**found["edition"]),), saved_names=names)


def save(texts: Mapping[str, bytes], words: Vocabulary) -> None:
    """Keep a vocabulary that was built, and so checked, from these tables."""
    names, edition = names_of(words), words.editions[0]
    kept = {
        "prints": _prints(texts),
        "edition": {"name": edition.name, "version": edition.version, "print": edition.print},
        "names": [sorted(names.several_words), sorted(names.paired_words), sorted(names.how_words)],
        "tables": {name: _packed(dict(_each(getattr(words, name)))) for name in _TYPES},
    }
    aside = SAVED.with_suffix(f".{os.getpid()}")
    aside.write_text(_packed(kept), encoding="utf-8")
    aside.replace(SAVED)


def _packed(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _prints(texts: Mapping[str, bytes]) -> dict[str, list[int]]:
    return {file: [len(text), crc32(text), adler32(text)] for file, text in texts.items()}


def _each(table: Mapping[str, Word]) -> Iterator[tuple[str, dict[str, Any]]]:
    from attrs import fields  # noqa: PLC0415  (only when tables are saved)

    for word in dict.fromkeys(table.values()):
        named = {
            item.name: (getattr(word, item.name), item.default) for item in fields(type(word)) if item.name != "id"
        }
        yield word.id, {name: value for name, (value, usual) in named.items() if value != usual}
