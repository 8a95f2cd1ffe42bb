"""Rows of text in columns, as wide as a terminal shows them; one column has words, which are wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from massagelang.report.excerpt import columns_of
from massagelang.report.printable import printable

WIDTH = 80
_GAP = 2
_LEAST = 16
"""Columns that the words have at least, however wide the others are."""

Cells = Sequence[str]


def table(rows: Sequence[Cells], words: int) -> str:
    """Rows as text. Column `words` is set left and wrapped, a row's own indent kept; the others are set right."""
    plain = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*plain, strict=True)]
    others = sum(widths) - widths[words] + _GAP * (len(widths) - 1)
    widths[words] = min(widths[words], max(_LEAST, WIDTH - others))
    return "".join(f"{line}\n" for row in plain for line in _lines(row, words, widths))


def _lines(row: Cells, words: int, widths: Sequence[int]) -> Iterator[str]:
    first, *more = _wrapped(row[words], widths[words])
    yield _line([*row[:words], first, *row[words + 1 :]], words, widths)
    empty = [""] * len(row)
    for rest in more:
        yield _line([*empty[:words], rest, *empty[words + 1 :]], words, widths)


def _wrapped(text: str, width: int) -> list[str]:
    indent = text[: len(text) - len(text.lstrip())]
    return wrap(text.strip(), width, initial_indent=indent, subsequent_indent=f"{indent}  ") or [""]


def _line(cells: Cells, words: int, widths: Sequence[int]) -> str:
    placed = []
    for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        room = " " * (width - columns_of(cell))
        placed.append(cell + room if index == words else room + cell)
    return (" " * _GAP).join(placed).rstrip()
