"""Text and places in it. Knows nothing of the language."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import field, frozen

from massagelang.values import Shown


@frozen(repr=False)
class Span(Shown):
    """A stretch of text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.end + by)


@frozen(repr=False)
class Spot(Shown):
    """A place that survives edits elsewhere: a span inside one logical line.

    `line` is the key of the logical line (see `syntax.lines`); the span counts from that line's start.
    """

    line: str
    span: Span


@frozen(slots=False)
class Source:
    """One file's text under the name that people know it by."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(index + 1 for index, letter in enumerate(self.text) if letter == "\n")
        return starts

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1) without its line end."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
