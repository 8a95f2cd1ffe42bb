"""Prose in Markdown: a title, a heading for each step, and what to do in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from massagelang.plan.model import Plan
from massagelang.render.saying.handout import Chapter, handout
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.voice import voice_for

SUFFIX = ".md"
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!$])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(plan: Plan, *, person: str = "", **_: Any) -> str:
    """The routine in Markdown; `person` is the word for the receiver."""
    told = handout(plan, voice_for(plan, person))
    deeper = any(chapter.level == "section" for chapter in told.chapters)
    blocks = [
        *([f"# {_escaped(told.title)}"] if told.title else []),
        *([f"*{_escaped(told.time)}*"] if told.time else []),
        *map(_paragraph, told.paragraphs),
        *(block for chapter in told.chapters for block in _chapter(chapter, deeper=deeper)),
    ]
    return "\n\n".join(blocks) + "\n"


def _chapter(chapter: Chapter, *, deeper: bool) -> Iterator[str]:
    marks = "###" if deeper and chapter.level == "step" else "##"
    yield f"{marks} {_escaped(chapter.heading)}"
    yield from map(_paragraph, chapter.paragraphs)


def _paragraph(paragraph: Paragraph) -> str:
    words = _at_start(_escaped(" ".join(paragraph.sentences)))
    return f"{'  ' * (paragraph.depth - 1)}- {words}" if paragraph.depth else words


def _escaped(words: str) -> str:
    """Words with every sign that Markdown would take for its own."""
    return _SPECIAL.sub(r"\\\1", words)


def _at_start(words: str) -> str:
    """Words that begin a line, so that they do not begin a list or a rule."""
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)
