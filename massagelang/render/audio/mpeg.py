"""Samples as MP3, by the encoder of the extra `audio` (LAME); the only module that knows it.

The first frame is silent and says what the encoder adds at both ends, so that players cut it off and a bell sounds at
its time to the sample; one that does not read it plays all 50 ms later.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from massagelang.render.audio.sound import RATE
from massagelang.render.cues import Unwritable

EXTRA = "pip install 'massagelang[audio]'"
"""How to get the encoder."""

KILOBITS = 48
"""A second; the same throughout, so that players find every place."""

_QUALITY = 3  # 2 is the best, 7 the fastest
_FRAME, _DELAY = 576, 576  # samples
_INFO_KILOBITS, _INFO_BYTES = 64, 208
_INFO_HEAD = bytes((0xFF, 0xF3, 0x80, 0xC4))  # MPEG 2, layer 3, 64 kbit/s, 22,050 Hz, one channel
_SIDE = 9  # bytes of side information before the tag
_FRAMES, _BYTES, _PLACES, _GRADE = 1, 2, 4, 8


def encoded(blocks: Iterable[bytes], length: int) -> Iterator[bytes]:
    """The frames of blocks that together have `length` samples. Errors: Unwritable without the extra."""
    encoder = _encoder()
    yield _info(length)
    for block in blocks:
        yield bytes(encoder.encode(block))
    yield bytes(encoder.flush())


def _encoder() -> Any:
    try:
        encoder = import_module("lameenc").Encoder()
    except ImportError as error:
        raise Unwritable(f"For MP3, an encoder is missing: {EXTRA}. Or write a `.wav`.") from error
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_bit_rate(KILOBITS)
    encoder.set_quality(_QUALITY)
    return encoder


def _added(length: int) -> int:
    """The samples that the encoder adds at the end: it fills the last frame, and needs one to look ahead."""
    missing = _FRAME - (length + _DELAY) % _FRAME
    return missing + _FRAME if missing < _FRAME else missing


def _info(length: int) -> bytes:
    """The frame that describes the others: how many, how many bytes, where each hundredth begins, what was added."""
    padding = _added(length)
    frames = (length + _DELAY + padding) // _FRAME
    size = _INFO_BYTES + frames * 72 * KILOBITS * 1000 // RATE
    places = bytes(hundredth * 256 // 100 for hundredth in range(100))
    told = struct.pack(">III", _FRAMES | _BYTES | _PLACES | _GRADE, frames, size) + places + struct.pack(">I", 0)
    cut = (_DELAY << 12 | padding).to_bytes(3, "big")
    encoder = b"LAME3.100" + bytes(12) + cut + bytes(12)
    return (_INFO_HEAD + bytes(_SIDE) + b"Info" + told + encoder).ljust(_INFO_BYTES, b"\0")
