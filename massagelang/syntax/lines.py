"""A text as its logical lines: a line with its comma continuations, its braces and the comments directly above it.

Lines never depend on one another, so each can be read by itself and remembered by its text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from attrs import frozen

from massagelang.values import Record

_PIECE = re.compile(r'#[^\r\n]*|"(?:\\["\\]|[^"\\\r\n])*"|"[^\r\n]*|[{}]|[^\s#"{}]+')
_HEADING = re.compile(r"\s*(?:step|section|routine|define|use)(?!\w)\s*(?:\"|[^\W\d]\w*\s*[({])", re.IGNORECASE)


@frozen(slots=False, repr=False, eq=False)
class _Shape(Record):
    """What one physical line does to the logical line that it stands in."""

    closes: int
    opens: int
    goes_on: bool
    blank: bool
    only_comment: bool
    heading: bool


@frozen(slots=False, repr=False, eq=False)
class Stretch(Record):
    """One logical line: where it begins in the file, its text, and a key that survives edits elsewhere."""

    start: int
    text: str
    key: str


def logical_lines(text: str) -> Iterator[Stretch]:
    """The logical lines of a text in order. Blank lines belong to none."""
    keys = Counter[str]()
    step = ""
    for start, line in _stretches(text):
        if _shape(line).heading:
            step = line.strip()
        name = f"{crc32(f'{step}{chr(10)}{line.strip()}'.encode(errors='surrogatepass')):08x}"
        keys[name] += 1
        yield Stretch(start, line, name if keys[name] == 1 else f"{name}.{keys[name]}")


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """Where each logical line begins, and its text. An open brace ends where a heading begins."""
    start = position = depth = 0
    held = goes_on = False
    for line in text.splitlines(keepends=True) if _ordinary(text) else _split(text):
        shape = _shape(line)
        if held and ((depth and shape.heading) or (not depth and not goes_on and shape.blank)):
            yield start, text[start:position]
            held, depth, goes_on = False, 0, False
        if not held:
            start = position
        position += len(line)
        if shape.blank and not held:
            continue
        depth = max(0, depth - shape.closes) + shape.opens
        goes_on = shape.goes_on or (goes_on and (shape.blank or shape.only_comment))
        held = depth > 0 or goes_on or shape.only_comment
        if not held:
            yield start, text[start:position]
    if held:
        yield start, text[start:position]


def _ordinary(text: str) -> bool:
    """Whether `str.splitlines` splits at line feeds only; it also splits at a dozen rare characters."""
    return text.isascii() and not any(letter in text for letter in "\v\f\x1c\x1d\x1e\r")


def _split(text: str) -> list[str]:
    return [line for line in re.split(r"(?<=\n)", text) if line]


@lru_cache(maxsize=65536)
def _shape(line: str) -> _Shape:
    pieces: list[str] = _PIECE.findall(line)
    words = [piece for piece in pieces if not piece.startswith("#")]
    closes, opens = _braces(words)
    return _Shape(
        closes=closes,
        opens=opens,
        goes_on=bool(words) and words[-1].endswith(",") and not words[-1].startswith('"'),
        blank=not pieces,
        only_comment=bool(pieces) and not words,
        heading=bool(_HEADING.match(line)),
    )


def _braces(words: list[str]) -> tuple[int, int]:
    """How many blocks of the lines before a line closes, and how many it leaves open."""
    closes = opens = 0
    for word in words:
        if word == "{":
            opens += 1
        elif word == "}" and opens:
            opens -= 1
        elif word == "}":
            closes += 1
    return closes, opens
