"""Durations and rates in short: `30 seconds` is `30s`, `20s-30s` is `20-30s`, `40 per minute` is `40/min`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from massagelang.syntax.scanner import Token, scan

_SHORT = {"hour": "h", "minute": "min", "second": "s"}
_ONE_UNIT = re.compile(r"([0-9.]+)([a-z]+)", re.IGNORECASE)


class Shorter(NamedTuple):
    """Words that have a shorter form: where they stand, and the form."""

    start: int
    end: int
    text: str


def shorter(words: Sequence[Token]) -> Shorter | None:
    """The short form of a duration or a rate, given its words; nothing where the notation has none (`1.5 hours`)."""
    match [word.kind for word in words]:
        case ["NUMBER", "TIME_UNIT"] | ["NUMBER", "NUMBER", "TIME_UNIT"]:
            *numbers, unit = words
            form = "-".join(number.text for number in numbers) + _short(unit)
        case ["DURATION", "DURATION"]:
            form = _range(*words)
        case [*_, "NUMBER", "PER", "TIME_UNIT"]:
            *_, number, _per, unit = words
            words = words[-3:]
            form = f"{number.text}/{_short(unit)}"
        case _:
            return None
    return Shorter(words[0].start, words[-1].end, form) if _is_one(form) else None


def _short(unit: Token) -> str:
    return _SHORT.get(unit.text.removesuffix("s"), unit.text)


def _range(low: Token, high: Token) -> str:
    """A range in one unit, which is written once."""
    first, last = _ONE_UNIT.fullmatch(low.text), _ONE_UNIT.fullmatch(high.text)
    if first and last and first[2].lower() == last[2].lower():
        return f"{first[1]}-{high.text.lower()}"
    return ""


def _is_one(form: str) -> bool:
    """Whether the scanner sees a short form in it."""
    kinds = [token.kind for token in scan(form)[0]]
    return kinds in (["DURATION"], ["NUMBER", "MINUS", "DURATION"], ["RATE"])
