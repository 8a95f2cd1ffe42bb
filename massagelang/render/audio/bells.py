"""Bells, made of decaying partials: each kind of cue has notes of its own, and a change of side rings twice.

A note is a hum and partials above it; the higher, the sooner gone. Each partial is a pair of tones a little out of
tune, so that the sound lives. It swells for a few milliseconds, so that nothing clicks.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from massagelang.render.audio.sound import LOUDEST, RATE, Clip, samples
from massagelang.render.cues import SIGNALS
from massagelang.render.midi import BELLS

RING = 3500
"""Milliseconds after which a bell is silent."""

STRIKES: Mapping[str, int] = {"switch": 180, "end": 450}
"""Milliseconds between the notes of the kinds of cue whose notes ring one after the other."""

PEAK = 0.22
"""The loudest that a bell gets, of what a file can hold."""

_SWELL, _FADE = 6, 400  # milliseconds
_A4, _NOTE_OF_A4 = 440.0, 69


@frozen
class Partial:
    """A tone in a bell: its pitch as a multiple of the note's, how loud it is, and how it dies away.

    In `decay` milliseconds it falls to a third (1/e).
    """

    ratio: float
    loudness: float
    decay: float


PARTIALS = (
    Partial(0.5, 0.16, 1100),
    Partial(1.0, 1.0, 800),
    Partial(2.0, 0.32, 430),
    Partial(3.0, 0.16, 260),
    Partial(4.2, 0.07, 130),
    Partial(5.4, 0.04, 70),
)
_PAIR = ((-0.2, 1.0), (0.3, 0.3))
"""What sounds for a partial: how far from its pitch in Hertz, and how loud."""


def bell_of(kinds: Collection[str]) -> Clip:
    """The bell for cues that begin at once; a signal among them rings alone."""
    signals = [kind for kind in reversed(SIGNALS) if kind in kinds]
    kind = signals[0] if signals else ""
    notes = BELLS[kind] if kind else tuple(sorted({note for one in kinds for note in BELLS[one]}))
    return bell(notes, STRIKES.get(kind, 0))


@lru_cache(maxsize=32)
def bell(notes: tuple[int, ...], apart: int = 0) -> Clip:
    """The sound of notes (60 is middle C) struck at once, or so many milliseconds after one another."""
    delay = samples(apart)
    length = samples(RING)
    sound = [0.0] * length
    for index, note in enumerate(notes):
        _strike(sound, index * delay, _A4 * 2 ** ((note - _NOTE_OF_A4) / 12))
    level = PEAK * LOUDEST / max(map(abs, sound))
    fade = samples(_FADE)
    last = length - 1
    return array("h", (round(level * value * min(1.0, (last - at) / fade)) for at, value in enumerate(sound)))


def _strike(sound: list[float], first: int, pitch: float) -> None:
    """Add a note of so many Hertz, from its first sample on."""
    swell = samples(_SWELL)
    for partial in PARTIALS:
        for off, loudness in _PAIR:
            tone = _tone(partial.ratio * pitch + off, partial.decay)
            for at in range(first, len(sound)):
                gone = at - first
                risen = 0.5 - 0.5 * math.cos(math.pi * gone / swell) if gone < swell else 1.0
                sound[at] += partial.loudness * loudness * risen * next(tone)


def _tone(pitch: float, decay: float) -> Iterator[float]:
    """A sine that dies away, sample by sample, each from the two before it."""
    turn = 2 * math.pi * pitch / RATE
    kept = math.exp(-1000 / (decay * RATE))
    twice, square = 2 * kept * math.cos(turn), kept * kept
    before, now = -math.sin(turn) / kept, 0.0
    while True:
        yield now
        before, now = now, twice * now - square * before
