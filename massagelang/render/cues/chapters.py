"""Chapters: the steps of a routine one after the other, for players that list them."""

from __future__ import annotations

from itertools import groupby

from attrs import evolve, frozen

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues.cue import Cue
from massagelang.render.cues.signals import END, LEAD_IN
from massagelang.render.cues.stream import length_of, whole
from massagelang.render.saying.voice import sentence
from massagelang.render.words import USUAL, Options, for_plan, voice_of


@frozen
class Chapter:
    """What lies under one heading: milliseconds from the beginning, a title of one line, and the cues that are told.

    The ends of the routine are told only where they take time.
    """

    start: int
    end: int
    title: str
    cues: tuple[Cue, ...]


def chapters(plan: Plan, choices: Choices | None = None, options: Options = USUAL) -> tuple[Chapter, ...]:
    """The chapters of a plan without holes; what stands before the first heading is one too. Errors: TooLong.

    A step that comes again is a chapter again. One that takes no time is left out.
    """
    begun = [_begun(list(cues)) for _, cues in groupby(whole(plan, choices, options), _place)]
    ends = [*(chapter.start for chapter in begun[1:]), length_of(plan, choices, options)]
    ended = [evolve(chapter, end=end) for chapter, end in zip(begun, ends, strict=True) if end > chapter.start]
    voice = voice_of(for_plan(plan, options))
    opening = one_line(plan.title) if len(ended) == 1 else ""
    unnamed = opening or sentence(voice.say("signals", "opening")).removesuffix(".")
    return tuple(chapter if chapter.title else evolve(chapter, title=unnamed) for chapter in ended)


def _place(cue: Cue) -> tuple[str, str]:
    return cue.section.id if cue.section else "", cue.step.id if cue.step else ""


def _begun(cues: list[Cue]) -> Chapter:
    first = cues[0]
    titles = (one_line(heading.title) for heading in (first.section, first.step) if heading)
    return Chapter(first.start, first.end, ": ".join(filter(None, titles)), tuple(filter(_is_told, cues)))


def _is_told(cue: Cue) -> bool:
    return bool(cue.text) and (cue.end > cue.start or cue.kind not in (LEAD_IN, END))
