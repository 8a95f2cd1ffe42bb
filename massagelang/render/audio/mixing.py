"""Sounds laid over one another and handed on in blocks, so that a long routine takes no more memory than a short."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from operator import add

from attrs import frozen

from massagelang.render.audio.sound import LOUDEST, RATE, Clip

BLOCK = RATE
"""Samples in a block: a second."""


@frozen(eq=False)
class Sound:
    """A clip and the sample at which it begins."""

    start: int
    clip: Clip

    @property
    def end(self) -> int:
        """The first sample after it."""
        return self.start + len(self.clip)


def mixed(sounds: Iterable[Sound], length: int) -> Iterator[bytes]:
    """All sounds as bytes, lowest byte first, in blocks that together have `length` samples; what is later is cut off.

    The sounds come in order of their start, and are asked for no sooner than they are needed.
    """
    coming = iter(sounds)
    following = next(coming, None)
    ringing: list[Sound] = []
    for begin in range(0, length, BLOCK):
        end = min(begin + BLOCK, length)
        while following is not None and following.start < end:
            ringing.append(following)
            following = next(coming, None)
        yield _block(ringing, begin, end)
        ringing = [sound for sound in ringing if sound.end > end]


def _block(ringing: list[Sound], begin: int, end: int) -> bytes:
    if not ringing:
        return bytes(2 * (end - begin))
    pieces = [_piece(sound, begin, end) for sound in ringing]
    if len(pieces) == 1:
        ((here, piece),) = pieces
        alone = array("h", bytes(2 * (end - begin)))
        alone[here] = piece
        return _little_endian(alone)
    sums = array("i", [0]) * (end - begin)
    for here, piece in pieces:
        sums[here] = array("i", map(add, sums[here], piece))
    return _little_endian(array("h", _held(sums)))


def _piece(sound: Sound, begin: int, end: int) -> tuple[slice, Clip]:
    """What of a sound lies between two samples, and where."""
    first, last = max(begin, sound.start), min(end, sound.end)
    return slice(first - begin, last - begin), sound.clip[first - sound.start : last - sound.start]


def _held(sums: array[int]) -> Iterable[int]:
    """Sums that are no louder than samples can be."""
    if max(sums) <= LOUDEST and min(sums) >= -LOUDEST:
        return sums
    return (max(-LOUDEST, min(LOUDEST, value)) for value in sums)


def _little_endian(block: Clip) -> bytes:
    if sys.byteorder == "big":
        block.byteswap()
    return block.tobytes()
