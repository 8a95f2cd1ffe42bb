"""Prose as plain text: what to do, step by step, in whole sentences and lines of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from massagelang.plan.model import Plan
from massagelang.render.saying.handout import Chapter, handout
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.voice import voice_for

SUFFIX = ".txt"
_COLUMNS = 80


def render(plan: Plan, *, person: str = "", **_: Any) -> str:
    """The routine as plain text; `person` is the word for the receiver."""
    told = handout(plan, voice_for(plan, person))
    blocks = [
        *_titled(told.title, "="),
        *([told.time] if told.time else []),
        *map(_wrapped, told.paragraphs),
        *(block for chapter in told.chapters for block in _chapter(chapter)),
    ]
    return "\n\n".join(blocks) + "\n"


def _titled(title: str, line: str) -> list[str]:
    return [f"{title}\n{line * min(len(title), _COLUMNS)}"] if title else []


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from _titled(chapter.heading, "-") if chapter.level == "section" else [chapter.heading]
    yield from map(_wrapped, chapter.paragraphs)


def _wrapped(paragraph: Paragraph) -> str:
    """A paragraph in lines; one that is set in hangs from a dash."""
    dash = "  " * paragraph.depth + "- " if paragraph.depth else ""
    lines = wrap(
        " ".join(paragraph.sentences),
        _COLUMNS,
        initial_indent=dash,
        subsequent_indent=" " * len(dash),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
