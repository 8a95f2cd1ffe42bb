"""Paragraphs of a handout, and which parts of a plan may share one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from massagelang.plan.model import Act, Gap, Mark, Planned
from massagelang.plan.model import Sequence as Row
from massagelang.render.saying.voice import sentence


@frozen
class Paragraph:
    """Sentences in a row, and how far they are set in.

    `kind` is empty for prose; `box` (each sentence to be ticked), `line` (what stands on a line of its own, after its
    name), `term` (a word, then what it means) or `how` (a word that is met here first, then how it is done).
    """

    sentences: tuple[str, ...]
    depth: int = 0
    kind: str = ""


def paragraph(sentences: Sequence[str], depth: int = 0) -> list[Paragraph]:
    """One paragraph, or none where nothing is said."""
    said = tuple(words for words in sentences if words)
    return [Paragraph(said, depth)] if said else []


def set_in(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs one step further in."""
    return [evolve(one, depth=one.depth + 1) for one in paragraphs]


def announced(announcement: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """What belongs together under a sentence that says so."""
    return [*paragraph([sentence(announcement)]), *set_in(paragraphs)]


def flat(part: Planned) -> Iterator[Planned]:
    """The parts of rows within rows, without what is not told."""
    if isinstance(part, Row):
        for inside in part.parts:
            yield from flat(inside)
    elif not (isinstance(part, Act) and not part.said):
        yield part


def is_plain(part: Planned) -> bool:
    """Whether nothing in a part looks back over it or sets it in."""
    return all(isinstance(inside, (Act, Gap, Mark)) for inside in flat(part))


def is_single(part: Planned) -> bool:
    """Whether a part is one plain thing, so that its sentence can be led into by other words."""
    return is_plain(part) and len(list(flat(part))) == 1
