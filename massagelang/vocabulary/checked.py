"""The shipped tables once they were found sound, saved so that they need not be read and checked at every start.

They are used only as long as the tables beside them are, byte for byte, those that were checked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import adler32, crc32

from massagelang.vocabulary.model import Vocabulary, Word

SAVED = Path(__file__).with_name("checked.json")
"""Where they stand in an installed package; not kept in git."""

Rows = dict[str, dict[str, dict[str, Any]]]
"""Table, then id, then the fields that are not empty."""


def rows(texts: Mapping[str, bytes]) -> Rows | None:
    """The checked rows of these tables; None when they were not these that were checked."""
    try:
        saved = json.loads(SAVED.read_bytes())
        return saved["rows"] if saved["prints"] == _prints(texts) else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def save(texts: Mapping[str, bytes], vocabulary: Vocabulary) -> None:
    """Keep a vocabulary that was built, and so checked, from these tables."""
    tables = {name: dict(_each(getattr(vocabulary, name))) for name in vocabulary.__annotations__ if name[0] != "_"}
    aside = SAVED.with_suffix(f".{os.getpid()}")
    aside.write_text(json.dumps({"prints": _prints(texts), "rows": tables}, separators=(",", ":")), encoding="utf-8")
    aside.replace(SAVED)


def _prints(texts: Mapping[str, bytes]) -> dict[str, list[int]]:
    return {file: [len(text), crc32(text), adler32(text)] for file, text in texts.items()}


def _each(table: Mapping[str, Word]) -> Iterator[tuple[str, dict[str, Any]]]:
    from attrs import fields  # noqa: PLC0415  (only when tables are saved)

    for word in dict.fromkeys(table.values()):
        named = {item.name: getattr(word, item.name) for item in fields(type(word))}
        yield word.id, {name: value for name, value in named.items() if name != "id" and value not in ((), "", None)}
