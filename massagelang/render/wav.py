"""WAV: an audio guide that every player and sound editor opens; a bell at each cue, and a voice before it.

One channel, 16 bits, 22,050 samples a second: 2.6 MB a minute. The voice needs the extra `voice`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.words import Options

SUFFIX = ".wav"
BINARY = True
AUDIO = True

_PLAIN, _CHANNELS, _BYTES = 1, 1, 2


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> bytes:
    """The whole guide at once; `stream` gives it piece by piece."""
    return b"".join(stream(plan, choices=choices, **options))


def stream(plan: Plan, *, choices: Choices | None = None, **options: Any) -> Iterator[bytes]:
    """The guide, a second at a time. Errors: `cues.TooLong`, `cues.Unwritable`."""
    # Every start that lists the formats would wait for these.
    from massagelang.render.audio.guide import blocks_of, samples_of  # noqa: PLC0415
    from massagelang.render.audio.sound import RATE  # noqa: PLC0415

    chosen = Options(**options)
    blocks = blocks_of(plan, choices, chosen)
    yield _head(_BYTES * samples_of(plan, choices, chosen), RATE)
    yield from blocks


def _head(size: int, rate: int) -> bytes:
    """All that stands before the samples, which take so many bytes."""
    form = struct.pack("<HHIIHH", _PLAIN, _CHANNELS, rate, rate * _BYTES, _BYTES, 8 * _BYTES)
    chunks = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", size)
    return b"RIFF" + struct.pack("<I", len(chunks) + size) + chunks
