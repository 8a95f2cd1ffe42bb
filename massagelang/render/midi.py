"""MIDI: a bell at each cue and the told texts as lyrics, for sequencers and players of karaoke.

A tick is a millisecond. Track 1 has the title, a marker for each chapter and the told texts; track 2 the bells, whose
note tells the kind of cue (`BELLS`; a change of side is a chord). Texts are one line of UTF-8. What is not told has no
bell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import Unwritable, length_of, whole
from massagelang.render.cues.chapters import chapters
from massagelang.render.cues.cue import Cue
from massagelang.render.words import Options

SUFFIX = ".mid"
BINARY = True

BELLS: Mapping[str, tuple[int, ...]] = {
    "lead_in": (60,),
    "placement": (67,),
    "lift": (67,),
    "action": (72,),
    "rest": (64,),
    "say": (76,),
    "switch": (79, 84),
    "end": (60, 64, 67),
}
"""The notes that ring at each kind of cue that is told."""

RING = 500
"""Milliseconds that a bell rings, unless the next comes sooner."""

_LATEST = 0x0FFFFFFF
_TEXT, _NAME, _LYRIC, _MARKER, _END, _TEMPO = 0x01, 0x03, 0x05, 0x06, 0x2F, 0x51
_TUBULAR_BELLS = bytes((0xC0, 14))
_TICKS, _BEAT = 500, 500_000  # 500 ticks to a beat of 500,000 microseconds

Timed = tuple[int, bytes]
"""A message and its tick."""


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> bytes:
    """All told cues of a plan as a standard MIDI file. Errors: `cues.TooLong`, `cues.Unwritable`."""
    chosen = Options(**options)
    length = length_of(plan, choices, chosen)
    told = [cue for cue in whole(plan, choices, chosen) if one_line(cue.text)]  # refuses a routine that is too long
    if length > _LATEST:
        raise Unwritable("MIDI holds no time to get ready of more than 50 hours. Give a shorter `--lead-in`.")
    marked = [(chapter.start, _meta(_MARKER, chapter.title)) for chapter in chapters(plan, choices, chosen)]
    words = sorted([*marked, *((cue.start, _meta(_LYRIC, cue.text)) for cue in told)], key=lambda one: one[0])
    head = [(0, _meta(_NAME, plan.title)), (0, bytes((0xFF, _TEMPO, 3)) + _BEAT.to_bytes(3, "big"))]
    tracks = (_track([*head, *words], length), _track([(0, _TUBULAR_BELLS), *_bells(told)], length))
    header = b"".join(number.to_bytes(2, "big") for number in (1, len(tracks), _TICKS))
    return b"".join((_chunk(b"MThd", header), *tracks))


def _bells(told: Sequence[Cue]) -> Iterator[Timed]:
    """Each moment's notes on and, before the next moment, off again."""
    moments = sorted({cue.start for cue in told})
    ringing: dict[int, set[int]] = {moment: set() for moment in moments}
    for cue in told:
        ringing[cue.start].update(BELLS[cue.kind])
    for moment, following in zip(moments, [*moments[1:], None], strict=True):
        stops = moment + RING if following is None else min(moment + RING, following)
        yield from ((moment, bytes((0x90, note, 96))) for note in sorted(ringing[moment]))
        yield from ((stops, bytes((0x80, note, 0))) for note in sorted(ringing[moment]))


def _track(timed: Iterable[Timed], length: int) -> bytes:
    written, reached = bytearray(), 0
    for tick, message in timed:
        written += _quantity(tick - reached) + message
        reached = tick
    written += _quantity(max(0, length - reached)) + bytes((0xFF, _END, 0))
    return _chunk(b"MTrk", bytes(written))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return kind + len(data).to_bytes(4, "big") + data


def _meta(kind: int, text: str) -> bytes:
    data = one_line(text).encode("utf-8", "replace")
    return bytes((0xFF, kind)) + _quantity(len(data)) + data


def _quantity(number: int) -> bytes:
    """A number as MIDI has it: seven bits a byte, the first ones marked as not the last."""
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(number & 0x7F | 0x80)
    return bytes(reversed(digits))
