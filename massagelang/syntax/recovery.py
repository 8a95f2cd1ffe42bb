"""Reads one logical line, and where the grammar cannot go on, all of it that can be read.

The line is cut at `;`, braces and line ends; each piece that cannot be read by itself is put aside as junk, and the
rest is read again. So mistakes are independent and blocks keep their contents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from massagelang.source import Span
from massagelang.syntax import ast, mistakes
from massagelang.syntax.build import build
from massagelang.syntax.reader import Stuck, read
from massagelang.syntax.scanner import NEWLINE, Names, Token
from massagelang.syntax.sentences import ARTICLES, NUMBERS_OF_TIMES, Mistake, mistake_at
from massagelang.syntax.slips import LEGS, Stop, keyword_of, slip_at

DEEPEST = 32
"""How many blocks may stand in one another."""

MOST_MENDS = 20
"""How often one statement is mended and read again before it is put aside."""

_SEPARATORS = frozenset({"SEMICOLON", "LBRACE", "RBRACE", NEWLINE})
_STRAY = "STRAY"
_MARKS = _SEPARATORS | {_STRAY}


def read_line(tokens: list[Token], names: Names) -> tuple[ast.LineContent | None, list[Mistake]]:
    """What the tokens of a logical line hold, and the mistakes in them."""
    return _Attempt(tokens, names).content()


class _Attempt:
    """The reading of one logical line, with the mistakes met on the way."""

    def __init__(self, tokens: list[Token], names: Names) -> None:
        self.tokens = tokens
        self.names = names
        self.mistakes: list[Mistake] = []

    def content(self) -> tuple[Any, list[Mistake]]:
        whole = Span(self.tokens[0].start, self.tokens[-1].end)
        if not self.balance_braces():
            return ast.Junk(span=whole), self.mistakes
        try:
            return self.read(self.tokens), self.mistakes
        except Stuck:
            pass
        try:
            return self.read(self.without_bad_pieces()), self.mistakes
        except Stuck as stuck:
            if not self.mistakes:
                self.mistakes.append(mistake_at(self.tokens, stuck.index, stuck.expected, whole.end))
            return ast.Junk(span=whole), self.mistakes

    def read(self, tokens: Sequence[Token]) -> Any:
        return read(tokens, build, self.names)

    def balance_braces(self) -> bool:
        """Close what is open, drop what closes nothing; false when blocks stand too deep to go on."""
        kept: list[Token] = []
        opened: list[Token] = []
        for token in self.tokens:
            if token.kind == "LBRACE":
                opened.append(token)
                if len(opened) > DEEPEST:
                    here = Span(token.start, token.end)
                    self.mistakes.append(Mistake(mistakes.TOO_DEEP, here, (("most", str(DEEPEST)),)))
                    return False
            elif token.kind == "RBRACE":
                if not opened:
                    self.mistakes.append(Mistake(mistakes.STRAY_BRACE, Span(token.start, token.end)))
                    kept.append(token._replace(kind=_STRAY))
                    continue
                opened.pop()
            kept.append(token)
        end = self.tokens[-1].end
        for token in reversed(opened):
            self.mistakes.append(Mistake(mistakes.OPEN_BRACE, Span(token.start, token.end)))
            kept.append(Token("RBRACE", "", end, end))
        self.tokens = _trimmed(_without_stray(kept))
        return bool(self.tokens)

    def without_bad_pieces(self) -> list[Token]:
        kept: list[Token] = []
        piece: list[Token] = []
        left: Token | None = None
        for token in [*self.tokens, None]:
            if token is not None and token.kind not in _SEPARATORS:
                piece.append(token)
                continue
            if piece:
                kept.extend(self.readable(piece, left, token))
            elif _lacks_statement(left, token):
                kept.extend(self.missing(left, token))
            if token is not None:
                kept.append(token)
            piece, left = [], token
        return kept

    def readable(self, piece: list[Token], left: Token | None, right: Token | None) -> list[Token]:
        """The piece as it is, or with small mends, or as junk of the same extent."""
        before, after = _context(left, right)
        for mends_left in reversed(range(MOST_MENDS)):
            try:
                self.read([*before, *piece, *after])
            except Stuck as stuck:
                index = stuck.index - len(before)
                mended = self.mended(piece, index) if mends_left and stuck.expected != {"STRING"} else None
                if mended is None:
                    mended = self.as_meant(Stop(piece, index, stuck.expected, _opens(right), self.names))
                if mended is None or not mends_left:
                    break
                piece = mended
            else:
                return piece
        return _junk(left, piece[0].start, piece[-1].end)

    def as_meant(self, stop: Stop) -> list[Token] | None:
        """The piece without a slip that is known; nothing where that is not plain. Says the mistake in any case."""
        slip = slip_at(stop)
        end = stop.piece[-1].end
        self.mistakes.append(slip.mistake if slip else mistake_at(stop.piece, stop.at, stop.expected, end))
        return slip.meant if slip else None

    def missing(self, left: Token | None, right: Token | None) -> list[Token]:
        """Junk of no extent where no words stand between two marks that need some."""
        before, _ = _context(left, right)
        wrong = [right] if right is not None and right.kind in ("SEMICOLON", "LBRACE") else []
        here = wrong[0].start if wrong else left.end if left else 0
        try:
            self.read([*before, *wrong])
        except Stuck as stuck:
            self.mistakes.append(mistake_at(wrong, 0, stuck.expected, here))
        return _junk(left, here, here)

    def mended(self, piece: list[Token], index: int) -> list[Token] | None:
        """The piece without an article, or with `2` for `twice`; nothing when that is not the trouble."""
        for position in (index, index - 1):
            if not 0 <= position < len(piece):
                continue
            token = piece[position]
            here = Span(token.start, token.end)
            if (token.text in ARTICLES or _needless_their(piece, position)) and len(piece) > 1:
                gap = Span(token.start, piece[position + 1].start) if position + 1 < len(piece) else here
                self.mistakes.append(Mistake(mistakes.ARTICLE, here, (("words", token.text),), ((gap, ""),)))
                return piece[:position] + piece[position + 1 :]
            if token.text in NUMBERS_OF_TIMES and position == index:
                return self.counted(piece, position, here)
        return None

    def counted(self, piece: list[Token], position: int, here: Span) -> list[Token]:
        token = piece[position]
        number = Token("NUMBER", NUMBERS_OF_TIMES[token.text], token.start, token.end)
        after_repeat = position > 0 and piece[position - 1].text == "repeat"
        mend = number.text if after_repeat else f"{number.text} times"
        self.mistakes.append(
            Mistake(mistakes.COUNT_WORD, here, (("words", token.text), ("mend", mend)), ((here, mend),))
        )
        times = [] if after_repeat else [Token("WORD", "times", token.end, token.end)]
        return [*piece[:position], number, *times, *piece[position + 1 :]]


def _needless_their(piece: list[Token], position: int) -> bool:
    """`between their fingers`, `facing their head`: places are the receiver's anyway."""
    leads = keyword_of(piece[position - 1]) if position > 0 else ""
    return piece[position].text == "their" and (leads in LEGS or leads in ("FACING", "EXCEPT"))


def _context(left: Token | None, right: Token | None) -> tuple[list[Token], list[Token]]:
    """Tokens that put a piece where it stands: at the line's start, after `;`, inside a block or after one."""
    junk, opens, closes = (Token(kind, "", 0, 0) for kind in ("JUNK", "LBRACE", "RBRACE"))
    after = [opens, closes] if _opens(right) else []
    match left.kind if left else "":
        case "SEMICOLON":
            return [junk, Token("SEMICOLON", "", 0, 0)], after
        case "LBRACE" | "_NL":
            return [junk, opens], [*after, closes]
        case "RBRACE":
            return [junk], after
        case _:
            return [], after


def _opens(right: Token | None) -> bool:
    return right is not None and right.kind == "LBRACE"


def _junk(left: Token | None, start: int, end: int) -> list[Token]:
    """Junk after `left`; after a block it needs a `;` to stand."""
    junk = Token("JUNK", "", start, end)
    return [_separator(start), junk] if left is not None and left.kind == "RBRACE" else [junk]


def _lacks_statement(left: Token | None, right: Token | None) -> bool:
    """Whether words must stand between two marks."""
    before, after = left.kind if left else "", right.kind if right else ""
    if after == "LBRACE":
        return True
    if after == "SEMICOLON":
        return before != "RBRACE"
    return before == "SEMICOLON"


def _separator(at: int) -> Token:
    return Token("SEMICOLON", "", at, at)


def _without_stray(tokens: list[Token]) -> list[Token]:
    """Without braces that close nothing; where one stands between words it parts them, as it was meant to."""
    kept: list[Token] = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.kind != _STRAY:
            kept.append(token)
        elif kept and after and kept[-1].kind not in _MARKS and after.kind not in _MARKS:
            kept.append(_separator(token.end))
    return kept


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].kind == NEWLINE:
        tokens.pop()
    return tokens
