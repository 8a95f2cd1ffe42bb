"""An examiner's list: a box for each thing that can be seen or heard, in the order in which it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from massagelang.plan.model import Plan
from massagelang.render.saying.handout import handout
from massagelang.render.saying.notices import kind_of
from massagelang.render.saying.page import Chapter, Page
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.voice import Voice, sentence

_UNSEEN = ("why", "like", "also", "difficulty", "origin", "author", "follows", "schedule", "contraindications")
"""Notices that tell nothing one could look for."""


def page(plan: Plan, voice: Voice) -> Page:
    """A plan as a list to be ticked."""
    told = handout(plan, evolve(voice, joins=False, phrases=voice.phrases.over("manner_forms", "checklist_forms")))
    chapters = tuple(evolve(one, paragraphs=tuple(_boxes(one.paragraphs))) for one in told.chapters)
    listed = evolve(told, paragraphs=tuple(_boxes(told.paragraphs)), chapters=chapters)
    every = (*listed.paragraphs, *(one for chapter in chapters for one in chapter.paragraphs))
    number = sum(len(one.sentences) for one in every if one.kind == "box")
    total = sentence(voice.say("checklist", "total", number=str(number)))
    return evolve(listed, chapters=(*chapters, Chapter("closing", "", (Paragraph((total,)),))))


def _boxes(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """A box for each sentence, those of a paragraph together; what only announces others has none."""
    for index, one in enumerate(paragraphs):
        seen = tuple(words for words in one.sentences if kind_of(words) not in _UNSEEN)
        announces = any(after.depth > one.depth for after in paragraphs[index + 1 : index + 2])
        boxes, announcement = (seen[:-1], seen[-1:]) if announces else (seen, ())
        if boxes:
            yield Paragraph(boxes, one.depth, "box")
        if announcement:
            yield Paragraph(announcement, one.depth)
