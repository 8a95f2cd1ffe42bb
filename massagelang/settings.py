"""What a house has set for its routines: which findings are told, how much they weigh, limits, words, what is left out.

Knows the table of settings, not the file that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.values import Record

_LIKE_DIGITS = str.maketrans("OIS", "015")
_PREFIX = re.compile(r"ML\d{0,3}", re.IGNORECASE)


@frozen(slots=False, repr=False, eq=False)
class Settings(Record):
    """`select` and `ignore` are codes or their beginnings; `severities` and `limits` go by code.

    `vocabulary` is the name of a file of words, `exclude` patterns of files and folders that walks leave out.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(factory=dict)
    limits: Mapping[str, Mapping[str, float]] = field(factory=dict)
    vocabulary: str = ""
    exclude: tuple[str, ...] = ()

    def tells(self, kind: Kind) -> bool:
        """Whether findings of a kind are told. What could not be understood, and private parts, always are."""
        if always_told(kind):
            return True
        return (not self.select or kind.code.startswith(self.select)) and not kind.code.startswith(self.ignore)

    def weighed(self, finding: Finding) -> Finding:
        """A finding with the severity that the house gives it."""
        severity = self.severities.get(finding.kind.code)
        return finding if severity is None else evolve(finding, severity=severity)


def always_told(kind: Kind) -> bool:
    """Whether no house can leave a kind of finding out or make less of it."""
    return kind.code < "ML2" or not kind.settled


def settings_of(table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Settings:
    """The settings that a table holds; `kinds` are all findings by code. Errors: ValueError, in one line."""
    for key in table:
        if key not in _READERS:
            raise ValueError(f"I do not know the setting `{key}`.{near(key, _READERS)}{_list_of(_READERS)}")
    return Settings(**{key: _READERS[key](key, value, kinds) for key, value in table.items()})


def near(word: str, known: Iterable[str]) -> str:
    """` Did you mean ...?` with the one that comes nearest, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    by_lower = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), by_lower, n=1)
    return f" Did you mean `{by_lower[found[0]]}`?" if found else ""


def _list_of(known: Iterable[str]) -> str:
    return f" There is {', '.join(sorted(known))}."


# ── one setting each ──────────────────────────────────────────────────────────────────────────────────────────────


def _codes(key: str, value: Any, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """`["ML4", "ML203", "sides_uneven"]` as codes and beginnings of codes."""
    if not _is_list_of_texts(value):
        raise ValueError(f'`{key}` should be a list of codes, beginnings of codes or names: `{key} = ["ML4"]`.')
    return tuple(_code(key, item, kinds) for item in value)


def _code(key: str, word: str, kinds: Mapping[str, Kind]) -> str:
    code = word.upper()
    if _PREFIX.fullmatch(word) and any(known.startswith(code) for known in kinds):
        if key == "ignore" and all(always_told(kind) for known, kind in kinds.items() if known.startswith(code)):
            raise ValueError(f"`{key}`: `{word}` is always told. Take it out.")
        return code
    kind = _kind(key, word, kinds)
    if key == "ignore":
        _can_be_set(key, word, kind)
    return kind.code


def _kind(key: str, word: str, kinds: Mapping[str, Kind]) -> Kind:
    named = {kind.name: kind for kind in kinds.values()}
    kind = kinds.get(word.upper()) or named.get(word.lower().replace("-", "_"))
    if kind is None:
        digits = word.upper().translate(_LIKE_DIGITS)
        hint = near(digits if digits in kinds else word, (*kinds, *named)) or " `mass rules` lists them."
        raise ValueError(f"`{key}`: I do not know the finding `{word}`.{hint}")
    return kind


def _can_be_set(key: str, word: str, kind: Kind) -> None:
    if always_told(kind):
        raise ValueError(f"`{key}`: `{word}` is always told as it is. Take it out.")


def _severities(key: str, value: Any, kinds: Mapping[str, Kind]) -> Mapping[str, Severity]:
    """`{ML203 = "info"}` by code."""
    known = {severity.value: severity for severity in Severity}
    found = {}
    for kind, word, name in _by_kind(key, value, kinds):
        _can_be_set(key, word, kind)
        if not isinstance(name, str) or name not in known:
            hint = near(str(name), known) or " Write error, warning or info."
            raise ValueError(f"`{key}`: `{word}` cannot weigh `{name}`.{hint}")
        found[kind.code] = known[name]
    return found


def _limits(key: str, value: Any, kinds: Mapping[str, Kind]) -> Mapping[str, Mapping[str, float]]:
    """`{ML505 = {longest_s = 90}}` by code."""
    return {kind.code: dict(_limits_of(kind, numbers)) for kind, _, numbers in _by_kind(key, value, kinds)}


def _limits_of(kind: Kind, numbers: Any) -> Iterator[tuple[str, float]]:
    if not kind.limits:
        raise ValueError(f"`limits`: {kind.code} {kind.name} has no limits. Take it out.")
    if not isinstance(numbers, dict):
        example = ", ".join(f"{name} = {number:g}" for name, number in kind.limits.items())
        raise ValueError(f"`limits`: {kind.code} should be a table: `{kind.code} = {{ {example} }}`.")
    for name, number in numbers.items():
        if name not in kind.limits:
            hint = near(name, kind.limits) or _list_of(kind.limits)
            raise ValueError(f"`limits`: {kind.code} {kind.name} has no limit `{name}`.{hint}")
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number < float("inf"):
            raise ValueError(f"`limits`: `{name}` of {kind.code} should be a number above 0.")
        yield name, float(number)


def _by_kind(key: str, value: Any, kinds: Mapping[str, Kind]) -> Iterator[tuple[Kind, str, Any]]:
    if not isinstance(value, dict):
        raise ValueError(f"`{key}` should be a table of codes or names: `[tool.massagelang.{key}]`.")
    for word, what in value.items():
        yield _kind(key, word, kinds), word, what


def _file(key: str, value: Any, kinds: Mapping[str, Kind]) -> str:  # noqa: ARG001  (one of the readers)
    if not isinstance(value, str) or not value:
        raise ValueError(f"`{key}` should be the name of a file.")
    return value


def _patterns(key: str, value: Any, kinds: Mapping[str, Kind]) -> tuple[str, ...]:  # noqa: ARG001  (one of the readers)
    if not _is_list_of_texts(value):
        raise ValueError(f'`{key}` should be a list of names or patterns: `{key} = ["drafts", "old/*.mass"]`.')
    return tuple(value)


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


_READERS: Mapping[str, Callable[[str, Any, Mapping[str, Kind]], Any]] = {
    "select": _codes,
    "ignore": _codes,
    "severities": _severities,
    "limits": _limits,
    "vocabulary": _file,
    "exclude": _patterns,
}
