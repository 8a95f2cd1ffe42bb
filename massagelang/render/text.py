"""Prose as plain text: what to do, step by step, in whole sentences and lines of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import Any

from massagelang.plan.model import Plan
from massagelang.render.saying.page import Chapter
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.styles import page_of

SUFFIX = ".txt"

STYLED = True
"""This format takes the options of prose: style, person, units, with_conditions."""

_COLUMNS = 80
_CLOSE = ("line", "how", "term")
"""Kinds of paragraphs that stand close together."""


def render(plan: Plan, **options: Any) -> str:
    """The routine as plain text; the options are those of `styles.page_of`."""
    told = page_of(plan, **options)
    blocks = [
        *_titled(told.title, "="),
        *([told.time] if told.time else []),
        *_blocks(told.paragraphs),
        *(block for chapter in told.chapters for block in _chapter(chapter)),
    ]
    return "\n\n".join(blocks) + "\n"


def _titled(title: str, line: str) -> list[str]:
    return [f"{title}\n{line * min(len(title), _COLUMNS)}"] if title else []


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from [chapter.heading] if chapter.level == "step" else _titled(chapter.heading, "-")
    yield from _blocks(chapter.paragraphs)


def _blocks(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """Paragraphs with a blank line between them, where they do not belong close together."""
    for kind, alike in groupby(paragraphs, key=lambda one: one.kind):
        made = [_LAYOUTS[kind](one) for one in alike]
        yield from ["\n".join(made)] if kind in _CLOSE else made


def _prose(paragraph: Paragraph) -> str:
    """A paragraph in lines; one that is set in hangs from a dash."""
    return _hanging(paragraph.sentences, "  " * paragraph.depth + "- " if paragraph.depth else "")


def _box(paragraph: Paragraph) -> str:
    return "\n".join(_hanging([words], "  " * paragraph.depth + "[ ] ") for words in paragraph.sentences)


def _line(paragraph: Paragraph) -> str:
    """A line that is not wrapped: it stands for one step, or one field of a note."""
    return " ".join(_named(paragraph))


def _how(paragraph: Paragraph) -> str:
    return _hanging(_named(paragraph), "  > ")


def _term(paragraph: Paragraph) -> str:
    return _hanging(_named(paragraph), "", "    ")


def _named(paragraph: Paragraph) -> list[str]:
    name, *rest = paragraph.sentences
    return [f"{name}:", *rest] if rest and name else [name, *rest]


def _hanging(sentences: tuple[str, ...] | list[str], first: str, rest: str | None = None) -> str:
    lines = wrap(
        " ".join(sentences),
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


_LAYOUTS = {"": _prose, "box": _box, "line": _line, "how": _how, "term": _term}
