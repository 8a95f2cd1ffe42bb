"""Prose in Markdown: a title, a heading for each step, and what to do in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from massagelang.plan.model import Plan
from massagelang.render.saying.page import Chapter
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.styles import page_of

SUFFIX = ".md"

STYLED = True
"""This format takes the options of prose: style, person, units, with_conditions."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!$])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")
_MARKS = {"box": "- [ ] ", "line": "- ", "term": "- ", "how": "> "}


def render(plan: Plan, **options: Any) -> str:
    """The routine in Markdown; the options are those of `styles.page_of`."""
    told = page_of(plan, **options)
    deeper = any(chapter.level == "section" for chapter in told.chapters)
    blocks = [
        *([f"# {_escaped(told.title)}"] if told.title else []),
        *([f"*{_escaped(told.time)}*"] if told.time else []),
        *_blocks(told.paragraphs),
        *(block for chapter in told.chapters for block in _chapter(chapter, deeper=deeper)),
    ]
    return "\n\n".join(blocks) + "\n"


def _chapter(chapter: Chapter, *, deeper: bool) -> Iterator[str]:
    marks = "###" if deeper and chapter.level == "step" else "##"
    if chapter.heading:
        yield f"{marks} {_escaped(chapter.heading)}"
    yield from _blocks(chapter.paragraphs)


def _blocks(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """Paragraphs with a blank line between them; those of a list stand close together."""
    for kind, alike in groupby(paragraphs, key=lambda one: one.kind):
        made = list(map(_paragraph, alike))
        yield from ["\n".join(made)] if kind in ("line", "term") else made


def _paragraph(paragraph: Paragraph) -> str:
    said = [_escaped(words) for words in paragraph.sentences]
    if paragraph.kind == "box":
        return "\n".join(f"{'  ' * paragraph.depth}{_MARKS['box']}{_at_start(words)}" for words in said)
    if paragraph.kind in ("line", "term", "how") and len(said) > 1:
        said[0] = f"**{said[0]}:**" if said[0] else ""
    words = _at_start(" ".join(filter(None, said)))
    if paragraph.kind:
        return f"{'  ' * paragraph.depth}{_MARKS[paragraph.kind]}{words}"
    return f"{'  ' * (paragraph.depth - 1)}- {words}" if paragraph.depth else words


def _escaped(words: str) -> str:
    """Words with every sign that Markdown would take for its own."""
    return _SPECIAL.sub(r"\\\1", words)


def _at_start(words: str) -> str:
    """Words that begin a line, so that they do not begin a list or a rule."""
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)
