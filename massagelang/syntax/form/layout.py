"""Sets the pieces of a logical line in lines of text: blanks, indents, and blocks over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from massagelang.syntax.form.pieces import TAIL, Piece
from massagelang.syntax.scanner import COMMENT
from massagelang.values import Record

INDENT = "  "
ASIDE = "  "
"""What stands before a comment at a line's end, and before what is said about a statement."""

_NO_BLANK_BEFORE = frozenset(",;:()-")
_NO_BLANK_BEHIND = frozenset("(-")


@frozen(slots=False, repr=False, eq=False)
class _Row(Record):
    """One line of text: its pieces, and whether a blank line stands before it."""

    pieces: tuple[Piece, ...]
    after_blank: bool = False

    @property
    def ends_in_comment(self) -> bool:
        return self.pieces[-1].kind == COMMENT

    @property
    def last_word(self) -> str:
        """The last word or mark; nothing where only a comment stands."""
        return next((piece.text for piece in reversed(self.pieces) if piece.kind != COMMENT), "")


def laid_out(text: str, pieces: Sequence[Piece]) -> str:
    """The pieces of the logical line `text`, broken where the writer broke it. No line end stands at its end."""
    rows = _rows(text, pieces)
    tall = _tall_braces(rows)
    return "\n".join(_lines(text, [part for row in rows for part in _broken(row, tall)], tall))


def _rows(text: str, pieces: Sequence[Piece]) -> list[_Row]:
    rows: list[list[Piece]] = []
    blank: list[bool] = []
    end = 0
    for piece in pieces:
        breaks = text.count("\n", end, piece.start)
        if breaks or not rows:
            rows.append([])
            blank.append(breaks > 1)
        rows[-1].append(piece)
        end = piece.end
    return [_Row(tuple(row), after) for row, after in zip(rows, blank, strict=True)]


def _tall_braces(rows: Sequence[_Row]) -> set[int]:
    """Where the braces of blocks over several lines stand."""
    tall: set[int] = set()
    opened: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        for piece in row.pieces:
            if piece.text == "{":
                opened.append((number, piece.start))
            elif piece.text == "}":
                begun, start = opened.pop()
                if begun < number:
                    tall |= {start, piece.start}
    return tall


def _broken(row: _Row, tall: set[int]) -> Iterator[_Row]:
    """A row, broken behind each brace that opens a tall block and before each that closes one.

    Not where it ends in a comment: that speaks of all that stands on its line.
    """
    if row.ends_in_comment:
        yield row
        return
    part: list[Piece] = []
    first = True
    for piece in row.pieces:
        if part and (_is(piece, "}", tall) or _is(part[-1], "{", tall)):
            yield _Row(tuple(part), row.after_blank and first)
            part, first = [], False
        part.append(piece)
    yield _Row(tuple(part), row.after_blank and first)


def _is(piece: Piece, brace: str, tall: set[int]) -> bool:
    return piece.text == brace and piece.start in tall


def _lines(text: str, rows: Sequence[_Row], tall: set[int]) -> Iterator[str]:
    depth = 0
    word = above = ""
    for row in rows:
        closed = _leading_closers(row, tall)
        goes_on = word == ","
        if row.after_blank and not (goes_on or closed or above == "{"):
            yield ""
        yield INDENT * (depth - closed + goes_on) + _spaced(text, row.pieces)
        depth += sum(_is(piece, "{", tall) - _is(piece, "}", tall) for piece in row.pieces)
        above = row.last_word
        word = above or word


def _leading_closers(row: _Row, tall: set[int]) -> int:
    count = 0
    while count < len(row.pieces) and _is(row.pieces[count], "}", tall):
        count += 1
    return count


def _spaced(text: str, pieces: Sequence[Piece]) -> str:
    line = pieces[0].text
    for left, right in pairwise(pieces):
        line += _gap(text, left, right) + right.text
    return line


def _gap(text: str, left: Piece, right: Piece) -> str:
    """What stands between two pieces of one line."""
    if right.kind in (COMMENT, TAIL):
        return ASIDE
    if right.text in _NO_BLANK_BEFORE or left.text in _NO_BLANK_BEHIND:
        return ""
    return "_" if text[left.end : right.start] == "_" else " "
