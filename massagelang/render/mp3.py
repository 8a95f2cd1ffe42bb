"""MP3: an audio guide for phones and players, with chapters; a bell at each cue, and a voice before it.

One channel, 48 kbit a second: 0.36 MB a minute. It needs the extra `audio`, the voice the extra `voice`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
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
    # Every start that lists the formats would wait for these.
    from massagelang.render.audio.frames import tag  # noqa: PLC0415
    from massagelang.render.audio.guide import blocks_of, samples_of  # noqa: PLC0415
    from massagelang.render.audio.mpeg import encoded  # noqa: PLC0415
    from massagelang.render.audio.sound import RATE  # noqa: PLC0415

    chosen = Options(**options)
    length = samples_of(plan, choices, chosen)
    frames = encoded(blocks_of(plan, choices, chosen), length)
    first = next(frames)  # so that a missing extra is told before there is anything to write
    yield tag(plan.title, length * 1000 // RATE, chapters(plan, choices, chosen))
    yield first
    yield from frames
