"""Words that a house adds by a file of its own: read, checked like ours, and put beside ours, which never change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from massagelang.vocabulary.building import KINDS, build, shipped_tables
from massagelang.vocabulary.checked import FIELDS
from massagelang.vocabulary.load import load, print_of
from massagelang.vocabulary.model import Edition, Manner, Region, VocabularyError, Word
from massagelang.vocabulary.rows import Keywords, Row, Rows
from massagelang.vocabulary.whole import Vocabulary

LONGEST = 200_000
"""Characters of a file; no house comes near."""

_NAMES = "names"
_CLOSED = ("properties", "scales")
"""Tables that a house cannot add to: what they say is done by the program."""

_TABLES = {table: kind for kind, (table, _) in KINDS.items()} | {"animals": "region"}
_SLOT = re.compile(r"\{(\w*)\}")
_SLOTS = {"regions": {"side"}, "animals": {"side"}, "manner": {"degree", "person"}}


def with_house(words: Vocabulary, texts: tuple[str, ...], keywords: Keywords) -> Vocabulary:
    """The vocabulary with the words of house files, by their texts. Errors: VocabularyError, ValueError for no TOML."""
    every = tuple(dict.fromkeys((*words.house, *texts)))
    return _housed(every, _Hashed(keywords)) if every != words.house else words


class _Hashed(dict[str, frozenset[str]]):
    """Keywords as a key of a cache: there is one grammar."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self))


@lru_cache(maxsize=8)
def _housed(texts: tuple[str, ...], keywords: _Hashed) -> Vocabulary:
    words = load()
    tables: dict[str, dict[str, Row]] = {table: dict(rows) for table, rows in shipped_tables().items()}
    editions = list(words.editions)
    owners = {(table, spelling): editions[0] for table in _TABLES for spelling in _spellings(table, words)}
    for text in texts:
        edition, added, names = _read(text)
        for table, rows in added.items():
            _add(table, rows, edition, tables[table], owners)
        for table, more in names.items():
            _name(table, more, edition, tables[table], owners)
        editions.append(edition)
    return build(tables, keywords, tuple(editions), texts)


def _spellings(table: str, words: Vocabulary) -> list[str]:
    whole = words.base or words
    if table == "animals":
        return list(whole.animal_regions)
    young = whole.young_regions if table == "regions" else {}
    return [*getattr(whole, FIELDS[_TABLES[table]]), *young]


# ── one file ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _read(text: str) -> tuple[Edition, Mapping[str, Rows], Mapping[str, Mapping[str, list[str]]]]:
    """The name and version of a house file, the words that it adds, and the names for words that are there."""
    data, told = _toml(text), {}
    for field in ("name", "version"):
        value = data.pop(field, None)
        if not isinstance(value, str) or not value.strip() or not value.isprintable() or len(value) > 100:
            raise VocabularyError(
                "house", field, f'write `{field} = "…"` at the top, so that plans can tell these words'
            )
        told[field] = value
    edition = Edition(name=told["name"], version=told["version"], print=print_of(text.encode(errors="replace")))
    names = data.pop(_NAMES, {})
    _tables_of(edition.name, data)
    _tables_of(edition.name, names if isinstance(names, dict) else {_NAMES: names})
    for table, rows in data.items():
        for id_, row in rows.items():
            _check_prose(table, id_, row)
    return edition, data, names


def _toml(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  (only where a house has words of its own)

    if len(text) > LONGEST:
        raise VocabularyError("house", "file", f"is longer than {LONGEST:,} characters")
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except ValueError as error:
        raise ValueError(f"it is no TOML: {error}") from None


def _tables_of(house: str, tables: Mapping[str, Any]) -> None:
    for table, rows in tables.items():
        if table not in _TABLES or table in _CLOSED:
            known = ", ".join(sorted(set(_TABLES) - set(_CLOSED)))
            raise VocabularyError(house, table, f"there is no table for words of this name; there are {known}")
        if not isinstance(rows, dict):
            raise VocabularyError(house, table, "is not a table of words")


def _check_prose(table: str, id_: str, row: Any) -> None:
    """Whether what a house says in prose can be filled: a side is never lost, and braces are slots."""
    if not isinstance(row, dict):
        raise VocabularyError(table, id_, "is not a table of fields")
    for field in ("prose", "prose_both"):
        form = row.get(field, "")
        allowed = _SLOTS.get(table, {"person"}) if field == "prose" else set()
        if isinstance(form, str) and not _fills(form, allowed):
            known = " and ".join(f"`{{{slot}}}`" for slot in sorted(allowed)) or "none"
            raise VocabularyError(table, id_, f"`{field}` has slots that nothing fills; there are {known}")
    prose = row.get("prose", "")
    if row.get("paired") is True and prose and not ("{side}" in str(prose) and row.get("prose_both")):
        raise VocabularyError(table, id_, "is paired: its `prose` needs `{side}`, and beside it `prose_both`")
    if table == "manner" and row.get("kind") != "shape" and not prose and not row.get("adverbs"):
        raise VocabularyError(table, id_, "needs `prose` or `adverbs`: how it is said in a sentence")


def _fills(form: str, allowed: set[str]) -> bool:
    return set(_SLOT.findall(form)) <= allowed and not set(_SLOT.sub("", form)) & set("{}")


# ── beside ours ───────────────────────────────────────────────────────────────────────────────────────────────────


def _add(
    table: str, rows: Rows, edition: Edition, known: dict[str, Row], owners: dict[tuple[str, str], Edition]
) -> None:
    kind = KINDS[_TABLES[table]][1]
    for id_, row in rows.items():
        for spelling in _written(id_, row, kind):
            _claim(table, id_, spelling, edition, owners)
        known[id_] = row


def _name(
    table: str, more: Mapping[str, Any], edition: Edition, known: dict[str, Row], owners: dict[tuple[str, str], Edition]
) -> None:
    """More names for words that are there."""
    for id_, names in more.items():
        if id_ not in known:
            raise VocabularyError(edition.name, f"names.{table}.{id_}", "is no word; write one that `mass words` lists")
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise VocabularyError(edition.name, f"names.{table}.{id_}", "should be a list of texts")
        for name in names:
            _claim(table, id_, name, edition, owners)
        row = known[id_]
        known[id_] = {**row, "names": [*row.get("names", []), *names]}


def _claim(table: str, id_: str, spelling: str, edition: Edition, owners: dict[tuple[str, str], Edition]) -> None:
    owner = owners.setdefault((table, spelling.lower()), edition)
    if owner is not edition:
        ours, theirs = f"{edition.name} {edition.version}", f"{owner.name} {owner.version}"
        mend = f"spell yours otherwise, or give theirs a name under `[names.{table}]`"
        raise VocabularyError(ours, f"{table}.{id_}", f"`{spelling}` is a word of {theirs} already; {mend}")


def _written(id_: str, row: Row, kind: type[Word]) -> list[str]:
    names = row.get("names", [])
    plural = [row["plural"]] if kind is Region and isinstance(row.get("plural"), str) and row["plural"] else []
    adverbs = row.get("adverbs", []) if kind is Manner else []
    found = [id_, *(names if isinstance(names, list) else []), *plural, *(adverbs if isinstance(adverbs, list) else [])]
    return [spelling for spelling in found if isinstance(spelling, str)]
