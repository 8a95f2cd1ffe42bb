"""What tests hear of a guide: samples, strikes of bells, and how loud a pitch is; shares no code with what makes it."""

import math
import wave
from array import array
from io import BytesIO

RATE = 22_050
HOP = 55  # samples: 2.5 ms


def heard(data):
    """The samples of a WAV file by the standard library."""
    with wave.open(BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = array("h", file.readframes(file.getnframes()))
        assert len(samples) == file.getnframes()
    return samples


def onsets(samples):
    """Milliseconds at which something is struck: where what is high in the sound grows all at once."""
    sharp = _sharpness(samples)
    found = []
    for at in range(len(sharp) - 4):
        before = sum(sharp[max(0, at - 12) : at]) / 12
        after = sum(sharp[at : at + 4]) / 4
        grown = after > 4 * before + 400
        if grown and (not found or at - found[-1] > 36):
            found.append(at)
    return [(at + 2) * HOP * 1000 / RATE for at in found]


def _sharpness(samples):
    """The energy of the second difference, hop by hop."""
    energy = []
    for first in range(0, len(samples), HOP):
        piece = samples[first : first + HOP]
        if not any(piece):
            energy.append(0.0)
            continue
        steps = [a - 2 * b + c for a, b, c in zip(piece, piece[1:], piece[2:], strict=False)]
        energy.append(sum(step * step for step in steps) / max(1, len(steps)))
    return energy


def loudness(samples):
    """The root of the mean square."""
    return math.sqrt(sum(value * value for value in samples) / len(samples))


def pitch(samples, hertz):
    """How much of a pitch is in a sound: the amplitude of that sine."""
    turn = 2 * math.pi * hertz / RATE
    real = sum(value * math.cos(turn * at) for at, value in enumerate(samples))
    imaginary = sum(value * math.sin(turn * at) for at, value in enumerate(samples))
    return 2 * math.hypot(real, imaginary) / len(samples)
