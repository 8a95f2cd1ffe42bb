"""The words of the massage room: techniques, regions, how-words and the rest, read from tables."""

from massagelang.vocabulary.load import FILES, TABLES, build, load, save, shipped_tables
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
from massagelang.vocabulary.rows import VocabularyError, read_table
from massagelang.vocabulary.whole import Vocabulary

__all__ = [
    "FILES",
    "TABLES",
    "Condition",
    "Deed",
    "Edition",
    "Homonym",
    "Implement",
    "Manner",
    "Part",
    "Posture",
    "PropertyKey",
    "Region",
    "Scale",
    "SourceNote",
    "Style",
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
