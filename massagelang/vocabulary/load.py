"""Reads the vocabulary that comes with the package and refuses tables that are not sound; read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from massagelang.vocabulary import checked
from massagelang.vocabulary.checked import FIELDS
from massagelang.vocabulary.model import (
    Condition,
    Deed,
    Edition,
    Homonym,
    Implement,
    Manner,
    Part,
    Posture,
    PropertyKey,
    Region,
    Scale,
    SourceNote,
    Style,
    Surface,
    Technique,
    Word,
)
from massagelang.vocabulary.rows import Keywords, Row, Rows, VocabularyError, read_table, read_words
from massagelang.vocabulary.whole import Vocabulary

Tables = Mapping[str, Rows]
"""Name of a table, then its rows."""

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "techniques": (
        "effleurage", "stroking", "kneading", "friction", "percussion", "vibration", "pressing", "holding", "moving",
        "stretching", "tui_na", "tui_na_limbs", "schools",
    ),
    "regions": (
        "whole", "head", "face", "neck", "back", "pelvis", "front", "arm", "hand", "leg", "foot", "points",
        "points_of_limbs", "infants",
    ),
    "manner": ("pressure", "tempo", "quality", "direction", "hands", "giver", "sense", "shape"),
    "animals": ("body", "head", "forehand", "hindquarters"),
}  # fmt: skip
"""Tables that stand in several files of a folder, in the order in which they are read."""

TABLES = (
    "techniques",
    "regions",
    "animals",
    "parts",
    "implements",
    "surfaces",
    "manner",
    "receivers",
    "conditions",
    "deeds",
    "scales",
    "styles",
    "homonyms",
    "sources",
    "properties",
)
"""The tables of the vocabulary, each `TABLE.toml` or a folder."""

FILES = tuple(f"{table}/{part}" if part else table for table in TABLES for part in FOLDERS.get(table, ("",)))
"""The files of the vocabulary, without their ending."""

NAME, VERSION = "massagelang", "2026.1"
"""Who gives out these words, and which edition of them; it goes up with each release that changes words."""

KINDS: Mapping[str, tuple[str, type[Word]]] = {
    "technique": ("techniques", Technique),
    "region": ("regions", Region),
    "part": ("parts", Part),
    "implement": ("implements", Implement),
    "surface": ("surfaces", Surface),
    "manner": ("manner", Manner),
    "posture": ("receivers", Posture),
    "condition": ("conditions", Condition),
    "deed": ("deeds", Deed),
    "scale": ("scales", Scale),
    "style": ("styles", Style),
    "homonym": ("homonyms", Homonym),
    "source": ("sources", SourceNote),
    "property_key": ("properties", PropertyKey),
}
"""Each kind of word, the table that it stands in, and its type."""


@cache
def load() -> Vocabulary:
    """The vocabulary that comes with the package. Errors: VocabularyError."""
    texts = shipped_texts()
    saved = checked.saved(texts)
    return build(shipped_tables(), editions=(_edition(texts),)) if saved is None else checked.vocabulary(saved)


def save(keywords: Keywords) -> None:
    """Check the shipped tables and keep what they make, for quicker starts. Errors: VocabularyError."""
    texts = shipped_texts()
    if checked.saved(texts) is None:
        checked.save(texts, build(shipped_tables(), keywords, (_edition(texts),)))


def shipped_texts() -> dict[str, bytes]:
    """The files that come with the package, by name."""
    folder = str(Path(__file__).parent)
    texts = {}
    for file in FILES:
        with open(f"{folder}/{file}.toml", "rb") as opened:  # noqa: PTH123  (fifty paths cost more than their files)
            texts[file] = opened.read()
    return texts


def shipped_tables() -> dict[str, Rows]:
    """The tables that come with the package, as written. Errors: VocabularyError for a word in two files."""
    tables: dict[str, dict[str, Row]] = {table: {} for table in TABLES}
    for file, text in shipped_texts().items():
        table = tables[file.partition("/")[0]]
        for id_, row in read_table(text.decode()).items():
            if id_ in table:
                raise VocabularyError(file, id_, "stands in two files")
            table[id_] = row
    return {**tables}


def build(
    tables: Tables, keywords: Keywords | None = None, editions: tuple[Edition, ...] = (), house: tuple[str, ...] = ()
) -> Vocabulary:
    """A vocabulary from tables as written. A table that is not given is empty. Errors: VocabularyError.

    `keywords` are the words of the grammar that each kind must not be spelt like; without them none is refused.
    """
    from massagelang.vocabulary.sound import check  # noqa: PLC0415  (the shipped tables were checked before)

    hidden = keywords or {}
    leading = hidden.get("beginning", frozenset())
    made: dict[str, dict[str, Any]] = {
        kind: read_words(table, type_, tables.get(table, {}), hidden.get(kind, frozenset()), leading)
        for kind, (table, type_) in KINDS.items()
    }
    animals = read_words("animals", Region, tables.get("animals", {}), hidden.get("region", frozenset()), leading)
    people = made.pop("region")
    others: dict[str, Any] = {FIELDS[kind]: words for kind, words in made.items()}
    whole = Vocabulary(
        regions={spelling: region for spelling, region in people.items() if not region.bodies},
        young_regions={spelling: region for spelling, region in people.items() if region.bodies},
        animal_regions=animals,
        editions=editions,
        house=house,
        **others,
    )
    check(whole)
    return whole


def _edition(texts: Mapping[str, bytes]) -> Edition:
    return Edition(name=NAME, version=VERSION, print=print_of(*texts.values()))


def print_of(*texts: bytes) -> str:
    """A print of texts: two that differ in a letter have different ones."""
    from hashlib import sha256  # noqa: PLC0415  (only where words are read anew)

    return sha256(b"\0".join(texts)).hexdigest()[:16]
