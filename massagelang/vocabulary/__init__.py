"""The words of the massage room: techniques, regions, how-words and the rest, read from tables."""

from massagelang.vocabulary.load import (
    FILES,
    GRAMMAR_WORDS,
    VocabularyError,
    build,
    load,
    read_table,
    save,
    shipped_tables,
)
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

__all__ = [
    "FILES",
    "GRAMMAR_WORDS",
    "Deed",
    "Implement",
    "Manner",
    "Part",
    "Posture",
    "PropertyKey",
    "Region",
    "SourceNote",
    "Surface",
    "Technique",
    "Vocabulary",
    "VocabularyError",
    "Word",
    "build",
    "load",
    "read_table",
    "save",
    "shipped_tables",
]
