"""The `session:` line of a routine's text: the time that it gives, and how to give another."""

from __future__ import annotations

from attrs import frozen

from massagelang.plan.fitting.figures import exact_duration
from massagelang.plan.fitting.rewriting import Change
from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Session(Record):
    """Where the time of the hands-on work stands in the text, or where it could be put in (an empty span).

    `limit` is that of the whole appointment (`within 60min`) in milliseconds, None where none is written; `before` and
    `behind` are what is put in around the time.
    """

    span: Span
    limit: int | None = None
    before: str = ""
    behind: str = ""

    @property
    def is_written(self) -> bool:
        """Whether the routine gives a time already."""
        return self.span.start < self.span.end

    def changed(self, length: int) -> Change:
        """The change that gives another time."""
        return self.span, f"{self.before}{exact_duration(length)}{self.behind}"


def session_of(file: ast.File) -> Session:
    """The session's time in a file."""
    place = 1 if file.source.text.startswith("\ufeff") else 0
    for line in file.lines:
        match line.content:
            case ast.Property(key=ast.Word(text="session"), values=(ast.Value(parts=parts), *_)):
                lengths = [part for part in parts if isinstance(part, ast.Duration)]
                if lengths:
                    limit = lengths[1].high if len(lengths) > 1 else None
                    return Session(lengths[0].span.shifted(line.start), limit)
            case ast.Edition() | ast.Title() | ast.Use() | ast.Property():
                place = line.start + len(line.text)
            case ast.Heading() | ast.Phrase() | ast.Junk():
                break
    opens = next((isinstance(line.content, ast.Heading) for line in file.lines), False)
    return _put_in(file.source.text, place, opens_with_heading=opens)


def _put_in(text: str, place: int, *, opens_with_heading: bool) -> Session:
    """A line of its own, below those of the file itself, and an empty one before a heading that opened the file."""
    end = "\r\n" if "\r\n" in text else "\n"
    closed = place == 0 or text[place - 1] in "\n\ufeff"
    return Session(Span(place, place), None, ("" if closed else end) + "session: ", end * (1 + opens_with_heading))
