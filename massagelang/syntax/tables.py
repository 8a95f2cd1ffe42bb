"""The grammar as tables that the reader runs on: made once by Lark, saved beside this file, never used when stale.

This is the only module that imports lark, and it does so only where tables are made: when the package is built, when
the tests start, or when the saved tables do not belong to `grammar/massage.lark`.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from massagelang.values import Record

SAVED = Path(__file__).with_name("tables.json")
"""Where the saved tables stand in an installed package; not kept in git."""

_FORMAT = 2
_BLANKS = "[ \t]+"
_WORD_TERMINAL = re.compile(r"[a-z_]+( [a-z]+)*\Z")

DROP, KEEP, SPLICE = 0, 1, 2
"""What a rule does with each part: leave it out, keep it, or take over its parts."""


@frozen(slots=False, repr=False, eq=False)
class Tables(Record):
    """What the reader needs of the grammar.

    `keywords` maps a word (or words joined by one blank) to its terminal; `patterns` are the other terminals as
    regular expressions in the order in which they are tried. `actions[state][symbol]` is the next state when it is 0
    or more, else `~rule`. A rule is (name, symbol, what to do with each part); a name in `_` makes no node.
    """

    keywords: dict[str, str]
    patterns: list[tuple[str, str]]
    punctuation: dict[str, str]
    actions: list[dict[str, int]]
    rules: list[tuple[str, list[int]]]
    start: int
    end: int


def grammar_text() -> str:
    """The text of `grammar/massage.lark`, from the installed package or from the checkout that it lives in."""
    inside = Path(__file__).parent.parent / "grammar" / "massage.lark"
    beside = Path(__file__).parent.parent.parent / "grammar" / "massage.lark"
    return (inside if inside.exists() else beside).read_text(encoding="utf-8")


@cache
def tables() -> Tables:
    """The tables of the present grammar: the saved ones if they belong to it, else made anew."""
    grammar = grammar_text()
    saved = _read_saved()
    if not belong(saved, grammar):
        saved = made(grammar)
    named = {name: saved[name] for name in Tables.__annotations__ if name != "actions"}
    return Tables(**named, actions=_unpacked(saved))


def save(path: Path = SAVED) -> None:
    """Make the tables from the grammar and write them to `path`, unless they stand there already."""
    grammar = grammar_text()
    if not belong(_read_saved(path), grammar):
        # Written aside and moved into place, so that another process never reads half of it.
        aside = path.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(made(grammar), separators=(",", ":")), encoding="utf-8")
        aside.replace(path)


def belong(saved: dict[str, Any], grammar: str) -> bool:
    """Whether saved tables were made from this very grammar, in the form that is read here."""
    return saved.get("format") == _FORMAT and saved.get("grammar") == grammar


def _read_saved(path: Path = SAVED) -> dict[str, Any]:
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return saved if isinstance(saved, dict) else {}


def lark_of(grammar: str, **options: Any) -> Any:
    """The grammar as Lark itself reads it; the tests hold our reader against it."""
    from lark import Lark  # noqa: PLC0415  (only here, and only when tables are made)

    return Lark(grammar, parser="lalr", start="line", maybe_placeholders=False, **options)


def made(grammar: str) -> dict[str, Any]:
    """Tables from the text of a grammar. Errors: lark.exceptions.GrammarError when the grammar is not LALR(1)."""
    lark = lark_of(grammar)
    table = lark.parser.parser._parse_table
    states = _numbered(table)
    rules: dict[Any, int] = {}
    actions = [_actions(table.states[state], states, rules) for state in states]
    return {
        "format": _FORMAT,
        "grammar": grammar,
        **_terminals(lark.terminals),
        **_packed(actions),
        "rules": [_rule(rule) for rule in rules],
        "start": states[table.start_states["line"]],
        "end": states[table.end_states["line"]],
    }


def _numbered(table: Any) -> dict[Any, int]:
    """The states in the order in which they are met from the start; Lark's own numbers change from run to run."""
    found = [table.start_states["line"]]
    numbers = {found[0]: 0}
    for state in found:
        for _, (action, target) in sorted(table.states[state].items()):
            if _shifts(action) and target not in numbers:
                numbers[target] = len(found)
                found.append(target)
    return numbers


def _shifts(action: Any) -> bool:
    return str(action) == "Shift"


def _actions(row: dict[str, Any], states: dict[Any, int], rules: dict[Any, int]) -> dict[str, int]:
    numbered = {}
    for symbol in sorted(row):
        action, target = row[symbol]
        numbered[symbol] = states[target] if _shifts(action) else ~rules.setdefault(target, len(rules))
    return numbered


def _packed(actions: list[dict[str, int]]) -> dict[str, Any]:
    """The rows in less room: most of them only finish one rule, before one of a few sets of terminals."""
    sets: dict[tuple[str, ...], int] = {}
    rows: list[Any] = []
    for row in actions:
        codes = set(row.values())
        if len(codes) == 1 and len(row) > 1:
            rows.append([codes.pop(), sets.setdefault(tuple(row), len(sets))])
        else:
            rows.append(row)
    return {"sets": [list(terminals) for terminals in sets], "rows": rows}


def _unpacked(saved: dict[str, Any]) -> list[dict[str, int]]:
    sets = saved["sets"]
    return [row if isinstance(row, dict) else dict.fromkeys(sets[row[1]], row[0]) for row in saved["rows"]]


def _rule(rule: Any) -> tuple[str, list[int]]:
    return rule.origin.name, [_part(symbol) for symbol in rule.expansion]


def _part(symbol: Any) -> int:
    if symbol.is_term:
        return DROP if symbol.filter_out else KEEP
    return SPLICE if symbol.name.startswith("_") else KEEP


def _terminals(terminals: Any) -> dict[str, Any]:
    keywords: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    punctuation: dict[str, str] = {}
    for terminal in sorted(terminals, key=lambda terminal: (-terminal.priority, terminal.name)):
        words = _words(terminal.pattern.value)
        if words:
            keywords.update(dict.fromkeys(words, terminal.name))
        elif terminal.pattern.type == "str":
            punctuation[terminal.pattern.value] = terminal.name
        else:
            patterns.append((terminal.name, terminal.pattern.value))
    return {"keywords": keywords, "patterns": patterns, "punctuation": punctuation}


def _words(pattern: str) -> list[str]:
    """The words of a keyword terminal; none if the pattern is something else."""
    if not pattern.endswith(r"(?!\w)"):
        return []
    words = pattern.replace(r"(?!\w)", "").strip("()").replace(_BLANKS, " ").split("|")
    return words if all(_WORD_TERMINAL.match(word) for word in words) else []
