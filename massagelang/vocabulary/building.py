"""Makes a vocabulary from tables as they are written, and refuses those that are not sound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from massagelang.vocabulary.checked import FIELDS
from massagelang.vocabulary.load import TABLES, shipped_texts
from massagelang.vocabulary.lore import Condition, Hint, Homonym, Scale, Style
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
    VocabularyError,
    Word,
)
from massagelang.vocabulary.rows import Keywords, Row, Rows, read_table, read_words
from massagelang.vocabulary.sound import check
from massagelang.vocabulary.whole import Vocabulary

Tables = Mapping[str, Rows]
"""Name of a table, then its rows."""

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
    "hint": ("hints", Hint),
    "source": ("sources", SourceNote),
    "property_key": ("properties", PropertyKey),
}
"""Each kind of word, the table that it stands in, and its type."""


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
    hidden = keywords or {}
    leading = hidden.get("beginning", frozenset())
    clauses = {kind: leading if kind != "hint" else frozenset[str]() for kind in KINDS}
    made: dict[str, dict[str, Any]] = {
        kind: read_words(table, type_, tables.get(table, {}), hidden.get(kind, frozenset()), clauses[kind])
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
