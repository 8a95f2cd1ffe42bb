"""One line of a file with the words in question marked below it, as wide as a terminal shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from massagelang.source import Source, Span

WIDTH = 120
"""Columns of the terminal that lines are cut for."""

_TAB = 4
_REACH = 2 * WIDTH
_UNSEEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff")
_CUT = "…"


class Excerpt(NamedTuple):
    """A shown line, and what stands below it: blanks up to the marks, the marks, and words after them."""

    shown: str
    indent: str
    marks: str
    after: str = ""


class _Cell(NamedTuple):
    shown: str
    width: int


def excerpt(source: Source, span: Span, width: int = WIDTH) -> Excerpt:
    """The line in which a span begins. A span that goes on to later lines is marked to the end of this one."""
    start = min(span.start, len(source.text))
    end = min(max(span.end, start), len(source.text))
    first, last = _line_around(source, start)
    left, right = max(first, start - _REACH), min(last, start + _REACH)
    cells = list(_cells(source.text[left:right]))
    begin = min(start - left, len(cells))
    finish = max(min(end - left, len(cells)), begin)
    cut = _cut(cells, begin, finish, width, (left > first, right < last))
    return cut._replace(after=_later_line(source, last, end))


def _line_around(source: Source, offset: int) -> tuple[int, int]:
    """Where the line of an offset starts and ends, its line end left out."""
    start = offset - source.line_and_column(offset)[1] + 1
    end = source.text.find("\n", start)
    end = len(source.text) if end < 0 else end
    return start, end - 1 if source.text[start:end].endswith("\r") else end


def _later_line(source: Source, line_end: int, end: int) -> str:
    written = source.text[line_end:end].rstrip()
    return f"to line {source.line_and_column(line_end + len(written))[0]}" if written else ""


def _cells(text: str) -> Iterator[_Cell]:
    """Each code point as it is shown, and how many columns it takes."""
    column = 0
    for letter in text:
        width = _TAB - column % _TAB if letter == "\t" else _columns(letter)
        column += width
        yield _Cell(_shown(letter, width), width)


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes; it has no tabs."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(letter: str) -> int:
    if letter.isascii() or letter in _UNSEEN:
        return 1
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"} or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _shown(letter: str, width: int) -> str:
    if letter == "\t":
        return " " * width
    strange = letter in _UNSEEN or unicodedata.category(letter) in {"Cc", "Cs"}
    return "\ufffd" if strange else letter


def _cut(cells: Sequence[_Cell], begin: int, end: int, width: int, more: tuple[bool, bool]) -> Excerpt:
    """The cells that fit, the marked ones first, then as much on either side as there is room for."""
    room = width - 2 * len(_CUT)
    fits = sum(cell.width for cell in cells) <= width and not any(more)
    left, right = (0, len(cells)) if fits else _window(cells, begin, end, room)
    before = _CUT if left > 0 or more[0] else ""
    behind = _CUT if right < len(cells) or more[1] else ""
    marked = cells[begin : min(end, right)]
    return Excerpt(
        before + "".join(cell.shown for cell in cells[left:right]) + behind,
        " " * (len(before) + sum(cell.width for cell in cells[left:begin])),
        "^" * max(1, sum(cell.width for cell in marked)),
    )


def _window(cells: Sequence[_Cell], begin: int, end: int, room: int) -> tuple[int, int]:
    left = right = begin
    while right < end and cells[right].width <= room:
        room -= cells[right].width
        right += 1
    while True:
        before = cells[left - 1].width if left > 0 else room + 1
        behind = cells[right].width if right < len(cells) else room + 1
        if before <= room:
            room, left = room - before, left - 1
        if behind <= room:
            room, right = room - behind, right + 1
        if before > room and behind > room:
            return left, right
