"""Sound as numbers: one channel of 16 bits, and how milliseconds become samples."""

from __future__ import annotations

from array import array
from typing import TypeAlias

RATE = 22_050
"""Samples a second: what the voice speaks in, and enough for bells."""

LOUDEST = 32_767
"""The greatest sample that 16 bits hold."""

Clip: TypeAlias = "array[int]"
"""A stretch of sound: samples of 16 bits (type code `h`)."""


def samples(milliseconds: float) -> int:
    """The nearest whole number of samples."""
    return round(milliseconds * RATE / 1000)
