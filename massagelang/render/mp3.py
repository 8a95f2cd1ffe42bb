"""MP3: an audio guide for phones and players, with chapters; a bell at each cue, and a voice before it.

One channel, 48 kbit a second: 0.36 MB a minute. It needs the extra `audio`, the voice the extra `voice`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render import audio
from massagelang.render.audio.frames import tag
from massagelang.render.audio.mpeg import encoded
from massagelang.render.cues.chapters import chapters
from massagelang.render.words import Options

SUFFIX = ".mp3"
BINARY = True
AUDIO = True


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> bytes:
    """The whole guide at once; `stream` gives it piece by piece."""
    return b"".join(stream(plan, choices=choices, **options))


def stream(plan: Plan, *, choices: Choices | None = None, **options: Any) -> Iterator[bytes]:
    """The guide, a second at a time. Errors: `cues.TooLong`, `cues.Unwritable`, also without the extra."""
    chosen = Options(**options)
    length = audio.samples_of(plan, choices, chosen)
    frames = encoded(audio.blocks_of(plan, choices, chosen), length)
    first = next(frames)  # so that a missing extra is told before there is anything to write
    yield tag(plan.title, length * 1000 // audio.RATE, chapters(plan, choices, chosen))
    yield first
    yield from frames
