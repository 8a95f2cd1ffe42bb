"""Reads the vocabulary that comes with the package and refuses tables that are not sound; read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from massagelang.vocabulary import checked
from massagelang.vocabulary.model import Edition
from massagelang.vocabulary.whole import Vocabulary

if TYPE_CHECKING:
    from massagelang.vocabulary.rows import Keywords

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "techniques": (
        "effleurage", "stroking", "kneading", "friction", "percussion", "vibration", "pressing", "holding", "moving",
        "stretching", "tui_na", "tui_na_limbs", "schools", "everyday",
    ),
    "regions": (
        "whole", "head", "face", "neck", "back", "pelvis", "front", "arm", "hand", "leg", "foot", "points",
        "points_of_limbs", "more_points", "lines", "reflexes", "infants",
    ),
    "manner": ("pressure", "tempo", "quality", "direction", "hands", "giver", "body", "sense", "shape"),
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
    "hints",
    "sources",
    "properties",
)
"""The tables of the vocabulary, each `TABLE.toml` or a folder."""

FILES = tuple(f"{table}/{part}" if part else table for table in TABLES for part in FOLDERS.get(table, ("",)))
"""The files of the vocabulary, without their ending."""

NAME, VERSION = "massagelang", "2026.1"
"""Who gives out these words, and which edition of them; it goes up with each release that changes words."""


@cache
def load() -> Vocabulary:
    """The vocabulary that comes with the package. Errors: VocabularyError."""
    texts = shipped_texts()
    saved = checked.saved(texts)
    if saved is not None:
        return checked.vocabulary(saved)
    from massagelang.vocabulary.building import build, shipped_tables  # noqa: PLC0415  (only where nothing is saved)

    return build(shipped_tables(), editions=(_edition(texts),))


def save(keywords: Keywords) -> None:
    """Check the shipped tables and keep what they make, for quicker starts. Errors: VocabularyError."""
    texts = shipped_texts()
    if checked.saved(texts) is None:
        from massagelang.vocabulary.building import build, shipped_tables  # noqa: PLC0415

        checked.save(texts, build(shipped_tables(), keywords, (_edition(texts),)))


def shipped_texts() -> dict[str, bytes]:
    """The files that come with the package, by name."""
    folder = str(Path(__file__).parent)
    texts = {}
    for file in FILES:
        with open(f"{folder}/{file}.toml", "rb") as opened:  # noqa: PTH123  (fifty paths cost more than their files)
            texts[file] = opened.read()
    return texts


def _edition(texts: Mapping[str, bytes]) -> Edition:
    return Edition(name=NAME, version=VERSION, print=print_of(*texts.values()))


def print_of(*texts: bytes) -> str:
    """A print of texts: two that differ in a letter have different ones."""
    from hashlib import sha256  # noqa: PLC0415  (only where words are read anew)

    return sha256(b"\0".join(texts)).hexdigest()[:16]
