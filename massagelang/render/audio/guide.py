"""The audio guide of a plan: a bell at each moment, and before it a phrase that tells what comes, if there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import tee, zip_longest
from typing import TypeAlias

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.audio import speech
from massagelang.render.audio.bells import RING, bell_of
from massagelang.render.audio.mixing import Sound, mixed
from massagelang.render.audio.moments import OFF, VOICES, Moment, moments
from massagelang.render.audio.sound import Clip, samples
from massagelang.render.cues import DAY, TooLong, Unwritable, length_of
from massagelang.render.words import Options

PAUSE = 120
"""Milliseconds from the end of a phrase to the bell of what it tells."""

HEARD = 700
"""Milliseconds that a bell has to itself before a phrase may begin."""

Speak: TypeAlias = "Callable[[str], Clip | None]"
"""Gives the clip of a phrase; None where there is nothing to hear, or far too much."""


def blocks_of(plan: Plan, choices: Choices | None, options: Options) -> Iterator[bytes]:
    """The whole guide, block by block: one channel of 16 bits, lowest byte first, `samples_of` samples in all.

    Errors: TooLong; Unwritable for a language that has no voice.
    """
    length = samples_of(plan, choices, options)
    sounds = placed(moments(plan, choices, options), _voice(options), options.lead)
    return mixed(sounds, length)


def samples_of(plan: Plan, choices: Choices | None, options: Options) -> int:
    """How many samples the guide has: the routine, and until its last bell is silent. Errors: TooLong."""
    length = length_of(plan, choices, options)
    if length > DAY:
        raise TooLong("This routine takes more than 24 hours; write it as `jsonl`, which has no limit.")
    return samples(length) + samples(RING)


def remark(options: Options) -> str:
    """What a person should know whose machine lacks the voice: one line, or nothing."""
    if options.voice == OFF or speech.is_installed():
        return ""
    return f"The guide has bells and no voice. For a voice: {speech.EXTRA}"


def placed(moments_: Iterable[Moment], speak: Speak | None, lead: int) -> Iterator[Sound]:
    """The sounds in order of their start. A phrase begins at most `lead` milliseconds before its moment.

    It ends just before it, begins when the bell before it has been heard, and never while another is spoken. Of the
    phrases for a moment the first that fits is taken, and none if none does. At the beginning there may be no room
    before a moment: until something has been said, a phrase may come after its bell, and ends before the next one.
    """
    heard = told = 0
    for moment, following in _paired(moments_):
        start = samples(moment.time)
        earliest, latest = max(heard, told, start - samples(lead)), start - samples(PAUSE)
        heard = start + samples(HEARD)
        phrase = _fitting(moment, speak, latest - earliest)
        if phrase is not None:
            yield Sound(latest - len(phrase), phrase)
            told = start
        yield Sound(start, bell_of(moment.kinds))
        if not told:
            phrase = _fitting(moment, speak, samples(_end_of(moment, following)) - samples(PAUSE) - heard)
            if phrase is not None:
                yield Sound(heard, phrase)
                told = heard + len(phrase) + samples(PAUSE)


def _end_of(moment: Moment, following: Moment | None) -> int:
    """When the next moment begins, or the last bell is silent: milliseconds."""
    return following.time if following else moment.time + RING


def _fitting(moment: Moment, speak: Speak | None, room: int) -> Clip | None:
    """The first phrase for a moment that takes no more than so many samples."""
    clips = (speak(phrase) for phrase in moment.phrases) if speak and room > 0 else ()
    return next((clip for clip in clips if clip is not None and len(clip) <= room), None)


def _paired(moments_: Iterable[Moment]) -> Iterator[tuple[Moment, Moment | None]]:
    """Each moment with the one after it."""
    ahead, behind = tee(moments_)
    next(ahead, None)
    return zip_longest(behind, ahead)


def _voice(options: Options) -> Speak | None:
    if options.voice not in VOICES:
        raise Unwritable(f"I do not know `{options.voice}` as a voice. Write `--voice` with {', '.join(VOICES)}.")
    if options.voice == OFF or not speech.is_installed():
        return None
    return speech.Speech(options.language).clip
