"""Reads what is told of a receiver, word by word: what is the matter, since when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from typing import Any

from attrs import evolve, field, frozen

from massagelang.plan.model import Target
from massagelang.plan.model.receiver import Told
from massagelang.values import Record
from massagelang.vocabulary import Condition, Posture, Vocabulary

UNITS = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years", "h": "hours"}
SIDES = ("left", "right", "both")
_BETWEEN = frozenset({"on", "in", "at", "of", "and", "old", "ago", "since", "for"})
"""Small words that make a value read well and say nothing more: `surgery on left knee, 3 weeks ago`."""

_CENTIMETRES = {"mm": 0.1, "cm": 1.0, "in": 2.54}
_HOURS = re.compile(r"(\d+)h")


@frozen(eq=False, repr=False)
class Reading(Record):
    """What the words of one value have told so far; each with the index of its first word and of the one after."""

    parts: Several[str]
    words: Vocabulary
    found: list[tuple[Told, int, int]] = field(factory=list)
    ahead: list[tuple[str, str, int]] = field(factory=list)

    def stopped_at(self) -> int:
        """Read all words; the index of the one that cannot be followed, or how many there are."""
        at = 0
        while at < len(self.parts):
            length = self._one(at)
            if not length:
                return at
            at += length
        return self.ahead[0][2] if self.ahead and self.found else at

    def _one(self, at: int) -> int:
        """Read what begins at an index; how many words it took, 0 for one that says nothing here."""
        part = self.parts[at].lower()
        one = self.words.posture(part) or self.words.condition(part)
        if one is not None:
            number, unit, start = self.ahead.pop() if self.ahead else ("", "", at)
            self.found.append((Told(one, number=number, unit=unit), start, at + 1))
            return 1
        return self._since(part, at) or self._where(at) or self._size(part, at) or (part in _BETWEEN and at > 0)

    def _since(self, part: str, at: int) -> int:
        """A number, a unit after it, or both in one (`24h`)."""
        hours = _HOURS.fullmatch(part)
        if hours:
            return self._more(at, number=hours[1], unit="hours")
        if part.replace(".", "", 1).isdecimal():
            return self._more(at, number=part) if self._counts() else self._before(part, at)
        unit = unit_of(part)
        if not unit:
            return 0
        if self.ahead and not self.ahead[-1][1]:
            self.ahead[-1] = self.ahead[-1][0], unit, self.ahead[-1][2]
            return 1
        last = self._last()
        return self._more(at, unit=unit) if last and last.number and not last.unit else 0

    def _counts(self) -> bool:
        last = self._last()
        return last is not None and counts(last)

    def _before(self, number: str, at: int) -> int:
        """`24 weeks pregnant`: the number stands first."""
        self.ahead.append((number, "", at))
        return len(self.ahead) == 1

    def _where(self, at: int) -> int:
        last = self._last()
        if last is None:
            return 0
        if isinstance(last.word, Condition):
            place, length = place_at(self.parts, at, self.words)
            if place is not None:
                return self._more(at, length, places=(*last.places, place))
        if self.parts[at] in SIDES and not last.side and not last.places:
            return self._more(at, side=self.parts[at])
        return 0

    def _size(self, part: str, at: int) -> int:
        last = self._last()
        stature = _stature(part)
        return self._more(at, stature=stature) if stature and last and isinstance(last.word, Posture) else 0

    def _last(self) -> Told | None:
        return self.found[-1][0] if self.found else None

    def _more(self, at: int, length: int = 1, **more: Any) -> int:
        """Tell more of the last one."""
        if not self.found:
            return 0
        told, start, _ = self.found[-1]
        self.found[-1] = evolve(told, **more), start, at + length
        return length


def counts(told: Told) -> bool:
    """Whether a time may still be told: how long a condition lasts, how old somebody is; not of a position."""
    return told.word is not None and not told.number and getattr(told.word, "kind", "") != "position"


def unit_of(part: str) -> str:
    """The unit of time that is written: `weeks` for `week`; empty for another word."""
    return UNITS.get(part, part if part in UNITS.values() else "")


def _stature(part: str) -> float:
    for unit, size in _CENTIMETRES.items():
        number = part.removesuffix(unit)
        if number != part and number.replace(".", "", 1).isdecimal():
            return float(number) * size
    return 0.0


def place_at(parts: Several[str], at: int, words: Vocabulary) -> tuple[Target | None, int]:
    """The place that begins at an index (`left knee`, `left_calf`, `top of right foot`), and how many words it has."""
    side = parts[at] if parts[at] in SIDES else ""
    start = at + 1 if side else at
    if start >= len(parts):
        return None, 0
    name = parts[start].lower()
    joined, _, rest = name.partition("_")
    if joined in SIDES and not side and words.region(rest):
        side, name = joined, rest
    if start + 2 < len(parts) and parts[start + 1] == "of":
        outer, length = place_at(parts, start + 2, words)
        place = _inner(name, side, outer, words)
        return place, start + 2 + length - at if place else 0
    region = words.region(name)
    return (Target(region, side if region.paired else ""), start + 1 - at) if region else (None, 0)


def _inner(name: str, side: str, outer: Target | None, words: Vocabulary) -> Target | None:
    """`back of left knee`, `top of foot`."""
    if outer is None or outer.region is None:
        return None
    side = side or outer.side
    if (joined := words.region_of(name, outer.region.id)) is not None:
        return Target(joined, side)
    if (part := words.part(name)) is not None:
        return Target(outer.region, side, part=part)
    region = words.region(name)
    return Target(region, side) if region else None
