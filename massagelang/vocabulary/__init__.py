"""The words of the massage room: techniques, regions, how-words and the rest, read from tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from massagelang.vocabulary.load import FILES, TABLES, load, save
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
from massagelang.vocabulary.whole import Vocabulary

if TYPE_CHECKING:
    from massagelang.vocabulary.building import build, shipped_tables
    from massagelang.vocabulary.lore import Condition, Hint, Homonym, Scale, Style
    from massagelang.vocabulary.rows import read_table

_LATER = {
    "Condition": "lore",
    "Hint": "lore",
    "Homonym": "lore",
    "Scale": "lore",
    "Style": "lore",
    "build": "building",
    "read_table": "rows",
    "shipped_tables": "building",
}
"""Names that most starts do not need, and the modules that they are in."""

__all__ = [
    "FILES",
    "TABLES",
    "Condition",
    "Deed",
    "Edition",
    "Hint",
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


def __getattr__(name: str) -> Any:
    """The names that are brought in when they are first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  (the point of it)

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
