"""Pieces of a text put in the place of others; nothing else in it changes."""

from __future__ import annotations

from collections.abc import Iterable

from massagelang.source import Span

Change = tuple[Span, str]
"""A stretch of the text and what stands there instead; an empty stretch is a place to put something in."""


def rewritten(text: str, changes: Iterable[Change]) -> str:
    """The text with all changes made; no two may touch the same letters."""
    pieces, done = [], 0
    for span, new in sorted(changes, key=lambda change: (change[0].start, change[0].end)):
        pieces += [text[done : span.start], new]
        done = span.end
    return "".join([*pieces, text[done:]])


def moved(offset: int, changes: Iterable[Change]) -> int:
    """Where the letter before an offset ends once the changes are made."""
    return offset + sum(len(new) - (span.end - span.start) for span, new in changes if span.end <= offset)
