"""A whole routine in its canonical form. Lines that the grammar cannot read stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from massagelang.source import Source
from massagelang.syntax import ast
from massagelang.syntax.form.layout import laid_out
from massagelang.syntax.form.pieces import pieces
from massagelang.syntax.parser import parse
from massagelang.syntax.reader import Stuck
from massagelang.syntax.scanner import NO_NAMES, Names
from massagelang.values import Record

_MARK = "\ufeff"
_LINE_END = re.compile(r"\r+\n")


@frozen(slots=False, repr=False, eq=False)
class Formatted(Record):
    """A text in its canonical form.

    `unread` are the stretches of lines, first and last counted from 1, that could not be read and stay as they were.
    `refused` is set when the form would have changed what the text says: then `text` is the text as it was.
    """

    text: str
    unread: tuple[tuple[int, int], ...] = ()
    refused: bool = False


@frozen(slots=False, repr=False, eq=False)
class _Part(Record):
    """One logical line in its form (nothing where it could not be read), and where its words end in the file."""

    line: ast.Line
    form: str | None
    end: int


def formatted(text: str, names: Names = NO_NAMES) -> Formatted:
    """The canonical form of a text. Never raises for what a text may hold."""
    file = parse(Source("", text), names).file
    parts = [_part(line, names) for line in file.lines]
    form = "".join(_joined(text, parts))
    if form.startswith(_MARK):
        form = _MARK + form
    if _meaning(parse(Source("", form), names).file) != _meaning(file):
        return Formatted(text, refused=True)
    return Formatted(form, tuple(_stretch(part, file.source) for part in parts if part.form is None))


def _part(line: ast.Line, names: Names) -> _Part:
    if not isinstance(line.content, ast.Junk):
        try:
            found = pieces(line.text, names)
        except Stuck:
            pass
        else:
            return _Part(line, laid_out(line.text, found), line.start + found[-1].end)
    return _Part(line, None, line.start + len(_as_written(line)))


def _as_written(line: ast.Line) -> str:
    """A line without the blank lines and the line end behind it."""
    words = line.text.rstrip(" \t\f\r\n")
    last, _, _ = line.text[len(words) :].partition("\n")
    return words + last.rstrip("\r")


def _joined(text: str, parts: list[_Part]) -> Iterator[str]:
    """The forms of all lines, with at most one blank line between two."""
    above: _Part | None = None
    for part in parts:
        if above and (_blank_between(text, above, part) or _begins(part, above)):
            yield "\n"
        yield _LINE_END.sub("\n", _as_written(part.line)) if part.form is None else part.form
        yield "\n"
        above = part


def _blank_between(text: str, above: _Part, part: _Part) -> bool:
    return text.count("\n", above.end, part.line.start) > 1


def _begins(part: _Part, above: _Part) -> bool:
    """Whether a section or a step begins here; a step right under its section needs no blank line."""
    return isinstance(part.line.content, ast.Heading) and not isinstance(above.line.content, ast.Heading)


def _meaning(file: ast.File) -> list[tuple[object, ...]]:
    """What a file says, comments with it; blanks in comments say nothing."""
    return [
        (line.content, ["".join(comment.text.split()) for comment in line.comments], line.allows) for line in file.lines
    ]


def _stretch(part: _Part, source: Source) -> tuple[int, int]:
    first, _ = source.line_and_column(part.line.start)
    last, _ = source.line_and_column(part.end)
    return first, last
