"""The vocabulary as JSON for programs, as `mass words --json` prints it."""

from __future__ import annotations

import json
from typing import Any

from attrs import fields

from massagelang.report.word_page import KINDS, words_of
from massagelang.vocabulary import Vocabulary, Word

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""

_TOLD = (*KINDS, "homonym", "hint", "source")


def words_json(vocabulary: Vocabulary, word: str = "") -> str:
    """All words, or all that are spelt as `word`, each with the table that it is in and all that is known of it."""
    wanted = word.strip().lower().replace(" ", "_")
    told = [
        _data(one, kind)
        for kind in _TOLD
        for one in words_of(vocabulary, kind)
        if not wanted or wanted in (spelling.lower() for spelling in one.spellings)
    ]
    editions = [{"name": one.name, "version": one.version, "print": one.print} for one in vocabulary.editions]
    return json.dumps({"version": VERSION, "vocabulary": editions, "words": told}, indent=1, allow_nan=False) + "\n"


def _data(word: Word, kind: str) -> dict[str, Any]:
    """A word as data; `prose` is left out where the language has it."""
    known = {item.name: getattr(word, item.name) for item in fields(type(word))}
    told = {name: value for name, value in known.items() if value or not name.startswith("prose")}
    return {"table": kind, **told}
