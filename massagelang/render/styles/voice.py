"""Short sentences to be spoken: no brackets, numbers and times as words."""

from __future__ import annotations

from attrs import evolve

from massagelang.plan.model import Plan
from massagelang.render.saying.handout import handout
from massagelang.render.saying.page import Chapter, Page
from massagelang.render.saying.spoken import spoken
from massagelang.render.saying.voice import Voice, sentence

_MOST_WORDS, _MOST_OF_PATH = 12, 14
"""What one hears and keeps while the hands are busy; where a path leads is kept more easily than how."""


def page(plan: Plan, voice: Voice) -> Page:
    """A plan to be read out."""
    short = evolve(voice, most_words=_MOST_WORDS, most_of_path=_MOST_OF_PATH)
    told = handout(plan, short)
    chapters = tuple(evolve(one, heading=_heading(one, voice)) for one in told.chapters)
    return evolve(told, chapters=chapters).with_sentences(lambda words: spoken(words, voice))


def _heading(chapter: Chapter, voice: Voice) -> str:
    if not chapter.number:
        return chapter.heading
    return sentence(voice.say("headings", "spoken", number=str(chapter.number), title=chapter.title))
