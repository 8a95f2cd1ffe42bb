"""Text into tokens. Words are not yet told apart here: whether `hand` is a keyword, the grammar's state decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from attrs import frozen

from massagelang.syntax.tables import tables
from massagelang.values import Shown

WORD, COMMENT, NUMERAL, OPEN_STRING, STRANGE, NEWLINE = "WORD", "COMMENT", "NUMERAL", "OPEN_STRING", "STRANGE", "_NL"
QUOTED = "QUOTED"
"""Kinds of tokens that are not terminals of the grammar (`_NL` is both)."""

_NOT_JOINED = frozenset(
    {"PREPOSITION", "DIRECTION", "OF", "ON", "OFF", "TO", "FROM", "IN", "AND", "OR", "AT", "FOR", "DEGREE"}
)


_NOT_SCANNED = frozenset({"NAME", "JUNK"})
"""Words are scanned as `WORD`; only recovery makes junk."""

_NUMERALS = frozenset({"NUMBER", "DURATION", "LENGTH", "SPEED", "RATE", "CLOCK", "OCLOCK"})
LONGEST_NUMERAL = 20
"""More digits than any number that is meant; it keeps them all far from overflowing."""

_BETWEEN_OTHER_MARKS = (
    r"""[“”„‟][^“”„‟"{}#\\\r\n]*[“”‟]|[«»][^«»"{}#\\\r\n]*[«»]|[‹›][^‹›"{}#\\\r\n]*[‹›]"""
    r"""|(?<!\w)['‘’‚][^"{}#\\\r\n]*?['’‘](?!\w)"""
)
"""A text in quotation marks that the notation does not know; braces and comments in it keep their meaning."""


class Token(NamedTuple):
    """A stretch of text: its kind, its text (words in lower case) and where it stands. `parts` are what it joins."""

    kind: str
    text: str
    start: int
    end: int
    parts: tuple[Token, ...] = ()


@frozen(repr=False)
class Names(Shown):
    """Words of the vocabulary that the reader must know of: those of several words, and those with a left and right.

    `hows` are words that say how, adverbs among them, each with the form that the notation has for it.
    """

    several_words: frozenset[tuple[str, ...]] = frozenset()
    paired: frozenset[str] = frozenset()
    hows: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted({*filter(_may_join, self.several_words), *_keywords_of_several_words()}, key=len):
            by_first.setdefault(words[0], []).insert(0, words)
        return by_first

    def beginning_with(self, word: str) -> list[tuple[str, ...]]:
        """The names of several words that begin with `word`, longest first."""
        return self._by_first.get(word, [])

    def how(self, word: str) -> str:
        """The how-word that is meant by a word; empty when it says something else."""
        return self._meant_by.get(word, "")

    @cached_property
    def _meant_by(self) -> dict[str, str]:
        return dict(self.hows)


NO_NAMES = Names()


def _may_join(words: tuple[str, ...]) -> bool:
    """Not where it would hide a word of the grammar: `hand over hand` is a path before it is a name."""
    return not any(tables().keywords.get(word) in _NOT_JOINED for word in words)


@cache
def _keywords_of_several_words() -> frozenset[tuple[str, ...]]:
    words = (tuple(re.split("[ _]", word)) for word in tables().keywords)
    return frozenset(several for several in words if len(several) > 1)


@cache
def _pattern() -> re.Pattern[str]:
    terminals = [(name, pattern) for name, pattern in tables().patterns if name not in _NOT_SCANNED]
    punctuation = "|".join(re.escape(text) for text in tables().punctuation)
    alternatives = [
        (COMMENT, r"#[^\r\n]*"),
        *terminals,
        (WORD, dict(tables().patterns)["NAME"]),
        ("PUNCTUATION", punctuation),
        (NUMERAL, r"[0-9][\w.:/]*"),
        (QUOTED, _BETWEEN_OTHER_MARKS),
        (OPEN_STRING, r'"[^\r\n]*'),
        ("BLANK", r"[ \t\f]+"),
        (STRANGE, r"[^\w\s\"#{};,]+|."),
    ]
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in alternatives), re.IGNORECASE | re.DOTALL)


def scan(text: str, names: Names = NO_NAMES) -> tuple[list[Token], list[Token]]:
    """The tokens of a logical line, and its comments. Every code point is in one of them or is blank."""
    tokens: list[Token] = []
    comments: list[Token] = []
    for token in _raw(text):
        if token.kind == COMMENT:
            comments.append(token)
        elif token.kind == NEWLINE and (not tokens or tokens[-1].kind == "COMMA"):
            continue
        else:
            tokens.append(token)
    while tokens and tokens[-1].kind == NEWLINE:
        tokens.pop()
    return list(_joined(tokens, names)), comments


def _raw(text: str) -> Iterator[Token]:
    punctuation = tables().punctuation
    for match in _pattern().finditer(text):
        kind, word = match.lastgroup or STRANGE, match.group()
        if kind == "BLANK":
            continue
        if kind == "PUNCTUATION":
            kind = punctuation[word]
        elif kind in _NUMERALS and (not word.isascii() or len(word) > LONGEST_NUMERAL):
            kind = NUMERAL
        yield Token(kind, word.lower() if kind == WORD else word, match.start(), match.end())


def _joined(tokens: list[Token], names: Names) -> Iterator[Token]:
    position = 0
    while position < len(tokens):
        length = _join_length(tokens, position, names)
        yield tokens[position] if length == 1 else _join(tokens[position : position + length])
        position += length


def _join_length(tokens: list[Token], position: int, names: Names) -> int:
    first = tokens[position]
    if first.kind == WORD:
        for words in names.beginning_with(first.text):
            stretch = tokens[position : position + len(words)]
            if tuple(token.text for token in stretch) == words and all(token.kind == WORD for token in stretch):
                return len(words)
    return 1


def _join(parts: Iterable[Token]) -> Token:
    parts = tuple(parts)
    words = [part.text for part in parts]
    spaced = " ".join(words)
    text = spaced if spaced in tables().keywords else "_".join(words)
    return Token(WORD, text, parts[0].start, parts[-1].end, parts)
