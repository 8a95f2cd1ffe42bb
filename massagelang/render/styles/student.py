"""The handout for one who learns: how each technique is done where it is met first, a glossary, and sources."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.plan.model import Act, Plan, Planned, Section, inner
from massagelang.render.saying.glossary import entries, name_of, sources
from massagelang.render.saying.handout import handout
from massagelang.render.saying.page import Chapter, Page
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.voice import Voice
from massagelang.vocabulary import Technique


def page(plan: Plan, voice: Voice) -> Page:
    """A plan as a student's page."""
    told = handout(plan, voice)
    met: set[str] = set()
    paragraphs = (*told.paragraphs, *_how(plan.body, met, voice))
    chapters = [
        evolve(one, paragraphs=(*one.paragraphs, *(_how(one.part, met, voice) if one.part else ())))
        for one in told.chapters
    ]
    return evolve(told, paragraphs=paragraphs, chapters=(*chapters, *_behind(plan, voice)))


def _how(part: Planned, met: set[str], voice: Voice) -> Iterator[Paragraph]:
    """How the techniques are done that are met here first."""
    for technique in _techniques(part):
        if technique.id not in met:
            met.add(technique.id)
            yield Paragraph((name_of(technique, voice), technique.says), kind="how")


def _techniques(part: Planned) -> Iterator[Technique]:
    """The techniques under a heading, without those under headings inside it."""
    if isinstance(part, Act) and part.technique is not None and part.said:
        yield from (part.technique, *part.also)
    for inside in inner(part):
        if not isinstance(inside, Section):
            yield from _techniques(inside)


def _behind(plan: Plan, voice: Voice) -> Iterator[Chapter]:
    words = entries(plan, voice)
    terms = tuple(Paragraph(entry, kind="term") for entry in words)
    if terms:
        yield Chapter("closing", voice.say("headings", "glossary"), terms)
    read = tuple(Paragraph(entry, kind="term") for entry in sources(plan, voice))
    if read:
        yield Chapter("closing", voice.say("headings", "sources"), read)
