"""A page as every style fills it and every format writes it: headings, and paragraphs of sentences."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, field, frozen

from massagelang.plan.model import Planned
from massagelang.render.saying.paragraphs import Paragraph


@frozen
class Chapter:
    """A heading (`1. Long strokes`) and what is told under it.

    `level` is section, step or closing (what stands behind the steps: a glossary). A step has its `number` and its
    bare `title`; others have neither. `part` is what it tells of, None where it tells of the whole.
    """

    level: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    number: int = 0
    title: str = ""
    part: Planned | None = field(default=None, eq=False, repr=False)


@frozen
class Page:
    """A routine as it is handed out; `time` is a sentence, empty where there is no heading at all.

    `milliseconds` are what that sentence tells. `language` is that of the words.
    """

    title: str
    time: str
    paragraphs: tuple[Paragraph, ...]
    chapters: tuple[Chapter, ...]
    milliseconds: int = field(default=0, kw_only=True)
    language: str = field(default="en", kw_only=True)

    def with_sentences(self, changed: Callable[[str], str]) -> Page:
        """The same page with every sentence and heading changed."""
        chapters = (
            evolve(one, heading=changed(one.heading), paragraphs=_changed(one.paragraphs, changed))
            for one in self.chapters
        )
        return evolve(
            self,
            time=changed(self.time),
            paragraphs=_changed(self.paragraphs, changed),
            chapters=tuple(chapters),
        )


def _changed(paragraphs: tuple[Paragraph, ...], changed: Callable[[str], str]) -> tuple[Paragraph, ...]:
    return tuple(evolve(one, sentences=tuple(map(changed, one.sentences))) for one in paragraphs)
