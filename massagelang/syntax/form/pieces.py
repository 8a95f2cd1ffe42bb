"""The pieces of a logical line in their canonical spelling: words, marks and comments, in order.

The grammar's tables say what each word is, so that no list of words stands here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from massagelang.source import Span
from massagelang.syntax.form.units import Shorter, shorter
from massagelang.syntax.reader import read
from massagelang.syntax.scanner import COMMENT, WORD, Names, Token, scan
from massagelang.syntax.spellings import spelling
from massagelang.syntax.tables import tables

TAIL = "TAIL"
"""The kind of the word that begins what is said about a statement: `why "…"`."""

_BARE = " \t!"
"""What may stand right behind the `#` of a comment, besides another `#`."""


class Piece(NamedTuple):
    """A word, a mark or a comment: its kind, its canonical text, and where it stands in the line as written."""

    kind: str
    text: str
    start: int
    end: int


def pieces(text: str, names: Names) -> list[Piece]:
    """The pieces of a logical line. Errors: `Stuck` where the grammar cannot read it."""
    tokens, comments = scan(text, names)
    told = _Told()
    if tokens:
        read(tokens, told.build, names)
    marks = set(tables().punctuation.values())
    found = [
        *(_word(word, told.tails) for word in told.words.values()),
        *(Piece(token.kind, token.text, token.start, token.end) for token in tokens if token.kind in marks),
        *(Piece(COMMENT, _comment(token.text), token.start, token.end) for token in comments),
    ]
    return _shortened(sorted(found, key=lambda piece: piece.start), told.shorter)


class _Told:
    """What the grammar tells of a line's words: each by its start, which begin a tail, and which have a short form."""

    def __init__(self) -> None:
        self.words: dict[int, Token] = {}
        self.tails: set[int] = set()
        self.shorter: dict[int, Shorter] = {}

    def build(self, rule: str, parts: list[Any], span: Span) -> list[Token]:
        """Takes note of a rule's words, and hands them on to the rule around it."""
        words: list[Token] = []
        for part in parts:
            if isinstance(part, Token):
                self.words[part.start] = part
                words.append(part)
            else:
                words.extend(part)
        if rule == "tail":
            self.tails.add(span.start)
        elif rule in ("duration", "rate") and (form := shorter(words)):
            self.shorter[form.start] = form
        return words


def _word(word: Token, tails: set[int]) -> Piece:
    return Piece(TAIL if word.start in tails else WORD, _spelled(word), word.start, word.end)


def _spelled(word: Token) -> str:
    if word.kind == "STRING":
        return word.text
    spaced = " ".join(spelling(word).lower().split())
    joined = spaced.replace(" ", "_")
    return joined if joined in tables().keywords else spaced


def _comment(written: str) -> str:
    """`# text`; the lines and signs that people make of `#` stay."""
    text = written.rstrip().lstrip("#")
    signs = written[: len(written.rstrip()) - len(text)]
    return f"{signs}{'' if not text or text[0] in _BARE else ' '}{text}"


def _shortened(found: list[Piece], forms: dict[int, Shorter]) -> list[Piece]:
    """The pieces with one for all those that a short form stands for."""
    kept: list[Piece] = []
    for piece in found:
        if form := forms.get(piece.start):
            kept.append(Piece(WORD, form.text, form.start, form.end))
        elif not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept
