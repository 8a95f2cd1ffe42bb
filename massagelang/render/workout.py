"""Garmin FIT workout: the told cues as steps of a workout, for watches that count them down.

A step lasts from its cue to the next one, in milliseconds; an open cue lasts until the button is pressed. Cues that
begin at once are one step; a signal is one only where it takes time or hands are on their way. The name of a step is
its text cut to 47 bytes of UTF-8, its notes the text cut to 254, between letters and with an ellipsis; texts are one
line. Most watches hold at most 50 to 200 steps.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from zlib import crc32

from attrs import frozen

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import SIGNALS, TooLong, length_of, whole
from massagelang.render.cues.cue import Cue
from massagelang.render.words import Options

SUFFIX = ".fit"
BINARY = True

MOST_STEPS = 0xFFFE
"""The most steps that the format counts."""

_NAME, _NOTES = 48, 255  # bytes, with the zero that ends a text
_ENUM, _TEXT, _U16, _U32, _U32Z = 0x00, 0x07, 0x84, 0x86, 0x8C
_SIZES = {_ENUM: "B", _U16: "H", _U32: "I", _U32Z: "I"}
_FILE_ID, _WORKOUT, _STEP = 0, 26, 27
_FOR_A_TIME, _UNTIL_PRESSED = 0, 5
_ACTIVE, _REST, _WARM_UP, _RECOVERY = 0, 1, 2, 4
_NO_TARGET, _TRAINING, _WORKOUT_FILE, _DEVELOPMENT = 2, 10, 5, 255
_MADE = 1_000_000_000  # seconds since the end of 1989; always the same, so that the bytes are

Fields = Sequence[tuple[int, int, int | str]]
"""Of a message: for each field its number, its base type (for a text its size too) and its value."""


@frozen
class Step:
    """A step of the workout; `milliseconds` is None where the giver says when it is over."""

    text: str
    milliseconds: int | None
    intensity: int


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> bytes:
    """All told cues of a plan as a workout. Errors: `cues.TooLong`."""
    chosen = Options(**options)
    told = [cue for cue in whole(plan, choices, chosen) if one_line(cue.text)]
    steps = list(_steps(told, length_of(plan, choices, chosen)))
    if len(steps) > MOST_STEPS:
        raise TooLong(f"This routine has more than {MOST_STEPS:,} cues; write it as `jsonl`, which has no limit.")
    title = one_line(plan.title)
    described = "".join(f"{step.text}{step.milliseconds}" for step in (Step(title, None, 0), *steps))
    data = bytearray()
    data += _defined(_FILE_ID, _file_id(crc32(described.encode("utf-8", "replace")) or 1))
    data += _defined(_WORKOUT, [(4, _ENUM, _TRAINING), (6, _U16, len(steps)), (8, _NAME << 8 | _TEXT, title)])
    for index, step in enumerate(steps):
        fields = _fields(index, step)
        data += _data(fields) if index else _defined(_STEP, fields)
    return _file(bytes(data))


def _steps(told: Sequence[Cue], length: int) -> Iterator[Step]:
    begun = [(start, list(together)) for start, together in groupby(told, lambda cue: cue.start)]
    ends = [*(start for start, _ in begun[1:]), length]
    for (start, together), end in zip(begun, ends, strict=True):
        if end > start:
            cues = [cue for cue in together if cue.kind not in SIGNALS] or together
            is_open = any(cue.open for cue in cues)
            text = "; ".join(one_line(cue.text) for cue in cues)
            yield Step(text, None if is_open else end - start, _intensity(cues))


def _intensity(cues: Sequence[Cue]) -> int:
    usual = {"rest": _REST, "lead_in": _WARM_UP, "switch": _RECOVERY}
    several = {usual.get(cue.kind, _ACTIVE) for cue in cues}
    return several.pop() if len(several) == 1 else _ACTIVE


# ── messages ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _file_id(serial: int) -> Fields:
    return [(0, _ENUM, _WORKOUT_FILE), (1, _U16, _DEVELOPMENT), (2, _U16, 1), (3, _U32Z, serial), (4, _U32, _MADE)]


def _fields(index: int, step: Step) -> Fields:
    is_open = step.milliseconds is None
    return [
        (254, _U16, index),
        (0, _NAME << 8 | _TEXT, step.text),
        (1, _ENUM, _UNTIL_PRESSED if is_open else _FOR_A_TIME),
        (2, _U32, step.milliseconds or 0),
        (3, _ENUM, _NO_TARGET),
        (4, _U32, 0),
        (7, _ENUM, step.intensity),
        (8, _NOTES << 8 | _TEXT, step.text),
    ]


def _defined(message: int, fields: Fields) -> bytes:
    """A message with its definition before it."""
    head = struct.pack("<BBBHB", 0x40, 0, 0, message, len(fields))
    return head + b"".join(bytes((number, _size(kind), kind & 0xFF)) for number, kind, _ in fields) + _data(fields)


def _data(fields: Fields) -> bytes:
    return b"\0" + b"".join(_value(kind, value) for _, kind, value in fields)


def _size(kind: int) -> int:
    return kind >> 8 or struct.calcsize(_SIZES[kind])


def _value(kind: int, value: int | str) -> bytes:
    if isinstance(value, int):
        return struct.pack(f"<{_SIZES[kind]}", value)
    return cut(value, _size(kind) - 1).ljust(_size(kind), b"\0")


def cut(text: str, most: int) -> bytes:
    """A text of at most so many bytes of UTF-8; one that is longer ends in an ellipsis."""
    data = text.encode("utf-8", "replace")
    if len(data) <= most:
        return data
    return (data[: most - 3].decode("utf-8", "ignore").rstrip() + "…").encode()


def _file(data: bytes) -> bytes:
    head = struct.pack("<BBHI4s", 14, 0x20, 2158, len(data), b".FIT")
    whole = head + struct.pack("<H", _check(head)) + data
    return whole + struct.pack("<H", _check(whole))


def _sum(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (0xA001 if byte & 1 else 0)
    return byte


_SUMS = [_sum(byte) for byte in range(256)]


def _check(data: bytes) -> int:
    """The check sum of the format: a CRC of 16 bits."""
    found = 0
    for byte in data:
        found = found >> 8 ^ _SUMS[(found ^ byte) & 0xFF]
    return found
