"""A table of words that was saved: unpacked when the first of its words is looked up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from massagelang.vocabulary.model import Word

Kind = TypeVar("Kind", bound=Word)


class Shelf(Mapping[str, Kind]):
    """A saved table: from every spelling to its word, made when it is first asked for.

    `kind` gives the type of its words, `text` is what was saved.
    """

    def __init__(self, kind: Callable[[], type[Kind]], text: str) -> None:
        self._kind, self._text = kind, text
        self._rows: dict[str, dict[str, Any]] = {}
        self._ids: dict[str, str] = {}
        self._words: dict[str, Kind] = {}

    def __getitem__(self, spelling: str) -> Kind:
        """The word that is spelt so. Errors: KeyError."""
        id_ = self._open()[spelling]
        word = self._words.get(id_)
        if word is None:
            row: dict[str, Any] = {
                name: tuple(value) if isinstance(value, list) else value for name, value in self._rows[id_].items()
            }
            word = self._words[id_] = self._kind()(id=id_, **row)
        return word

    def __contains__(self, spelling: object) -> bool:
        """Whether a word is spelt so."""
        return spelling in self._open()

    def __iter__(self) -> Iterator[str]:
        """All spellings, in the order of the files."""
        return iter(self._open())

    def __len__(self) -> int:
        """How many spellings there are."""
        return len(self._open())

    def each(self, field: str) -> Iterator[tuple[str, Any]]:
        """The id of every word with one of its fields, None where it has the usual value; no word is made for that."""
        self._open()
        return ((id_, row.get(field)) for id_, row in self._rows.items())

    def _open(self) -> dict[str, str]:
        if self._text:
            self._rows, self._text = json.loads(self._text), ""
            for id_, row in self._rows.items():
                self._ids[id_.lower()] = id_
                self._ids.update((name.lower(), id_) for name in row.get("names", ()))
                if row.get("plural"):
                    self._ids[row["plural"]] = id_
        return self._ids
