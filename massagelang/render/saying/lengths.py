"""Lengths in words, as they were written or in the units that were asked for: centimetres, inches, breadths."""

from __future__ import annotations

from attrs import evolve

from massagelang.plan.model import Offset
from massagelang.render.saying import numbers
from massagelang.render.saying.voice import Voice, plain

INCH, FINGER, HAND = 2.54, 1.8, 8.0
"""Centimetres; breadths of a finger and a hand are those that the plan reckons with."""

_MEASURED = ("cm", "mm", "in")
_OF = {"metric": ("cm", "mm"), "imperial": ("in",)}
_FINE = 5.0


def distance(offset: Offset, voice: Voice) -> str:
    """`two fingers' breadth`, `5 cm`, `about 2 inches` where that was not written so."""
    asked = in_units(offset, voice.units)
    words = _distance(asked, voice)
    return words if asked == offset else voice.say("numbers", "about", number=words)


def in_units(offset: Offset, units: str) -> Offset:
    """A length in one of the systems of units; as it was written where it is in that already, or none is asked for."""
    if not units or offset.unit in _OF.get(units, ()) or (units == "body" and offset.unit not in _MEASURED):
        return offset
    centimetres = offset.centimetres * 2 / (offset.low + offset.high)
    unit, size = _unit(offset.centimetres, units)
    low, high = (_rounded(end * centimetres / size, whole=units == "body") for end in (offset.low, offset.high))
    return evolve(offset, low=low, high=high, unit=unit)


def _unit(centimetres: float, units: str) -> tuple[str, float]:
    if units == "body":
        return ("hand", HAND) if centimetres >= HAND else ("finger", FINGER)
    return ("in", INCH) if units == "imperial" else ("cm", 1.0)


def _rounded(value: float, *, whole: bool) -> float:
    """To halves below five, else to whole ones; never to nothing."""
    if whole or value >= _FINE:
        return float(max(1, round(value)))
    return max(0.5, round(value * 2) / 2)


def _distance(offset: Offset, voice: Voice) -> str:
    one = offset.low == offset.high == 1
    short = offset.unit in _MEASURED
    low, high = (f"{value:.10g}" if short else numbers.number(value, voice) for value in (offset.low, offset.high))
    words = low if low == high else voice.say("numbers", "range", low=low, high=high)
    key = offset.unit if one else f"{offset.unit}s"
    if voice.find("units", key):
        return voice.say("units", key, number=words)
    return voice.say("units", "other", number=words, unit=plain(key))


def stature(centimetres: float, voice: Voice) -> tuple[str, str]:
    """How tall somebody is as the ending of its form's key and the number: `170`, or `5 feet 7 inches`."""
    if voice.units != "imperial":
        return "", f"{centimetres:g}"
    feet, inches = divmod(round(centimetres / INCH), 12)
    return "_imperial", voice.say("units", "feet_inches", first=str(feet), second=str(inches))
