"""Which function makes the node of which rule, and ways to pick among a rule's parts.

A function gets the rule's parts (nodes, and tokens of kept words) and the stretch of text that they make up. The
grammar promises what stands among the parts; `node`, `token` and `word` rely on it, their `maybe_` forms do not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.scanner import Token
from massagelang.syntax.spellings import spelling

Parts = list[Any]
Make = TypeVar("Make", bound=Callable[[Parts, Span], Any])
Kind = TypeVar("Kind")

_RULES: dict[str, Callable[[Parts, Span], Any]] = {}


def build(name: str, parts: Parts, span: Span) -> Any:
    """The node of a rule; a tuple of nodes or a token for rules that are only parts of others."""
    return _RULES[name](parts, span)


def rule(*names: str) -> Callable[[Make], Make]:
    """Marks the function that makes the nodes of the grammar's rules `names`."""

    def marked(make: Make) -> Make:
        _RULES.update(dict.fromkeys(names, make))
        return make

    return marked


def nodes(parts: Iterable[Any], kind: type[Kind]) -> tuple[Kind, ...]:
    """The nodes of one kind, in order."""
    return tuple(part for part in parts if isinstance(part, kind))


def maybe_node(parts: Iterable[Any], kind: type[Kind]) -> Kind | None:
    """The first node of a kind, if there is one."""
    return next((part for part in parts if isinstance(part, kind)), None)


def node(parts: Iterable[Any], kind: type[Kind]) -> Kind:
    """The first node of a kind."""
    return next(part for part in parts if isinstance(part, kind))


def tokens(parts: Parts, *terminals: str) -> list[Token]:
    """The tokens of any of the terminals, in order."""
    return [part for part in parts if isinstance(part, Token) and part.kind in terminals]


def maybe_token(parts: Parts, *terminals: str) -> Token | None:
    """The first token of any of the terminals, if there is one."""
    return next(iter(tokens(parts, *terminals)), None)


def token(parts: Parts, *terminals: str) -> Token:
    """The first token of any of the terminals."""
    return tokens(parts, *terminals)[0]


def has(parts: Parts, terminal: str) -> bool:
    """Whether a token of the terminal is among the parts."""
    return maybe_token(parts, terminal) is not None


def split(parts: Parts, terminal: str) -> list[Parts]:
    """The parts before, between and after the tokens of a terminal."""
    pieces: list[Parts] = [[]]
    for part in parts:
        if isinstance(part, Token) and part.kind == terminal:
            pieces.append([])
        else:
            pieces[-1].append(part)
    return pieces


def as_word(written: Token) -> ast.Word:
    """A token as a word, its pieces joined by `_`."""
    text = unicodedata.normalize("NFC", "_".join(spelling(written).split()))
    return ast.Word(text, span=Span(written.start, written.end))


def word(parts: Parts, *terminals: str) -> ast.Word:
    """The first token of any of the terminals, as a word."""
    return as_word(token(parts, *terminals))


def maybe_word(parts: Parts, *terminals: str) -> ast.Word | None:
    """The first token of any of the terminals as a word, if there is one."""
    return next(iter(words(parts, *terminals)), None)


def words(parts: Parts, *terminals: str) -> tuple[ast.Word, ...]:
    """The tokens of any of the terminals, as words."""
    return tuple(as_word(found) for found in tokens(parts, *terminals))


def text(parts: Parts) -> str:
    """What the first quoted text among the parts says, or nothing."""
    quoted = maybe_token(parts, "STRING")
    return unquoted(quoted.text) if quoted else ""


def unquoted(quoted: str) -> str:
    """A quoted text without its marks."""
    return quoted[1:-1].replace('\\"', '"').replace("\\\\", "\\")
