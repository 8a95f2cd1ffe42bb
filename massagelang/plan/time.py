"""How long things take (R8): written times as they stand, estimates from lengths and tempo, and the sharing of budgets.

All times are whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from massagelang.plan.model import NO_TIME, Amount, Basis, How, Offset, Time, Way
from massagelang.syntax import ast

if TYPE_CHECKING:
    from massagelang.vocabulary import Technique, Vocabulary

BREATH = 4_000
"""A breath at rest: 15 a minute (estimate)."""

PLACING = Time(1_000, 2_000, 4_000)
MOVING = Time(0, 1_500, 3_000)
LIFTING = Time(500, 1_000, 2_000)
ACTING = Time(2_000, 4_000, 10_000)
HANDLING = Time(5_000, 10_000, 30_000)
WAITING = Time(0, 10_000, 3_600_000, open=True)
UNTIL = Time(5_000, 30_000, 3_600_000, open=True)
"""Estimates for what has no length or tempo of its own."""

_USUAL_SPEED = 12.0
_RETURN_SPEED = 20.0
_SHORTEST, _LONGEST = 0.5, 3.0
_USUAL_STEP, _SMALLEST_STEP = 8.0, 0.5
_ABOUT = 0.2
_SPEAKING_PER_WORD = 400


def estimate(milliseconds: float) -> Time:
    """An estimated time: it may shrink to a half and stretch to three times."""
    ideal = max(100, round(milliseconds))
    return Time(round(ideal * _SHORTEST), ideal, round(ideal * _LONGEST))


def time_of(amount: ast.Amount) -> Time:
    """A written time: exact unless it is a range or says about, at least, at most."""
    written = amount.duration
    low, high = written.low, written.high
    if written.breaths:
        low, high = low * BREATH, high * BREATH
    shortest, longest = _bounds(amount.bound, low, high)
    counted, unit = None, ""
    if written.breaths or written.word:
        counted = Amount(written.low, written.high, word=written.word)
        unit = "breath" if written.breaths else written.unit
    return Time(shortest, (low + high) // 2, longest, Basis.WRITTEN, counted=counted, unit=unit)


def _bounds(bound: str, low: int, high: int) -> tuple[int, int]:
    match bound:
        case "about":
            return round(low * (1 - _ABOUT)), round(high * (1 + _ABOUT))
        case "at_least":
            return low, high * 3
        case "at_most":
            return low // 2, high
        case _:
            return low, high


def speaking(text: str) -> Time:
    """How long it takes to say something."""
    return estimate(1_000 + _SPEAKING_PER_WORD * len(text.split()))


def back_over(ways: Sequence[Way]) -> Time:
    """How long it takes to glide back over a path."""
    return estimate(max(500.0, 1_000 * centimetres(ways) / _RETURN_SPEED))


def centimetres(ways: Sequence[Way]) -> float:
    """The length of a path in centimetres."""
    return sum(way.centimetres for way in ways)


def within(needs: Time, budget: Time, bound: str = "") -> Time:
    """What parts take under a budget: as near to it as they can shrink and stretch (R8).

    `at_most` and `at_least` leave alone what keeps to them.
    """
    low = 0 if bound == "at_most" else budget.shortest
    high = max(needs.longest, budget.longest) if bound == "at_least" else budget.longest
    wanted = needs.ideal if bound in ("at_most", "at_least") else budget.ideal
    fits = needs.shortest <= high and low <= needs.longest
    low, high = _clamped(low, needs), _clamped(high, needs)
    return Time(low, min(max(wanted, low), high), high, budget.basis if fits else needs.basis, needs.open)


def _clamped(length: int, time: Time) -> int:
    return min(max(length, time.shortest), time.longest)


def action_time(technique: Technique, ways: Sequence[Way], how: How, vocabulary: Vocabulary) -> Time:
    """How long an action takes: `for` first, else its passes by length and tempo, else its units on the spot."""
    if how.for_time is not None and not how.each:
        return how.for_time
    if how.until:
        return UNTIL
    stations = _stations(how)
    single = how.for_time or _pass_time(technique, ways, how, vocabulary, stepwise=stations is not None)
    total = single.times(2, 2, 2) if how.each_way else single
    for amount in filter(None, (how.times, stations)):
        total = total.times(amount.low, amount.middle, amount.high)
    return total


def _pass_time(technique: Technique, ways: Sequence[Way], how: How, vocabulary: Vocabulary, *, stepwise: bool) -> Time:
    length = centimetres(ways)
    if technique.travels and length:
        return estimate(1_000 * length / _speed(technique, how, vocabulary))
    if not stepwise and (travelled := centimetres(how.travel)):
        return estimate(1_000 * travelled / (_speed(technique, how, vocabulary) / 2))
    if length and any(way.word == "over" for way in ways):
        return estimate(1_000 * length / _speed(technique, how, vocabulary))
    if how.rate and how.rate_unit in ("/min", "/s"):
        return estimate((60_000 if how.rate_unit == "/min" else 1_000) / how.rate)
    return estimate(1_000 * (technique.seconds or 3.0))


def _speed(technique: Technique, how: How, vocabulary: Vocabulary) -> float:
    if how.rate and how.rate_unit == "cm/s":
        return how.rate
    for word in how.words:
        if word.manner.kind == "tempo" and word.manner.value and not word.manner.comparative:
            return word.manner.value
    usual = vocabulary.manner(technique.tempo) if technique.tempo else None
    return usual.value if usual is not None and usual.value else _USUAL_SPEED


def _stations(how: How) -> Amount | None:
    """How many places a stepwise action comes to (R9); None where it does not travel, or not in steps."""
    if not how.travel:
        return None
    in_steps = how.travel_step is not None or any(way.steps for way in how.travel)
    return stations_of(how.travel, how.travel_step) if in_steps or how.times or how.each else None


def stations_of(ways: Sequence[Way], step: Offset | None) -> Amount:
    """How many places a thing comes to that moves on along a way: as many as are written, else its length by steps."""
    written = next((way.steps for way in ways if way.steps), None)
    if written is not None:
        return written
    size = step.centimetres if step else _USUAL_STEP
    number = max(2, int(centimetres(ways) / max(size, _SMALLEST_STEP)) + 1)
    return Amount(number, number, about=True)


def repeated(passes: Sequence[Time], cycle: int, number: int) -> Time:
    """The time of so many passes, the later ones going round from index `cycle`; exact, and as quick for any number."""
    return Time(
        _of_passes([time.shortest for time in passes], cycle, number),
        _of_passes([time.ideal for time in passes], cycle, number),
        _of_passes([time.longest for time in passes], cycle, number),
        in_a_row(passes).basis,
        any(time.open for time in passes),
    )


def _of_passes(lengths: Sequence[int], cycle: int, number: int) -> int:
    """The sum of so many passes."""
    if number <= cycle:
        return sum(lengths[:number])
    round_of = lengths[cycle:]
    rounds, extra = divmod(number - cycle, max(1, len(round_of)))
    return sum(lengths[:cycle]) + rounds * sum(round_of) + sum(round_of[:extra])


def number_within(passes: Sequence[Time], cycle: int, length: int) -> int:
    """How many whole passes come nearest to a length: one at least."""
    first, whole = repeated(passes, cycle, cycle).ideal, sum(time.ideal for time in passes[cycle:])
    rounds = max(0, (length - first) // whole) if whole else 0
    start = max(1, cycle + rounds * (len(passes) - cycle) - len(passes))
    numbers = range(start, start + 3 * len(passes) + 1)
    return min(numbers, key=lambda number: abs(repeated(passes, cycle, number).ideal - length))


# ── sharing ───────────────────────────────────────────────────────────────────────────────────────────────────────


def in_a_row(times: Sequence[Time]) -> Time:
    """The time of parts one after the other."""
    total = NO_TIME
    for time in times:
        total = total + time
    if all(time.basis == Basis.ESTIMATED for time in times if time.longest):
        return Time(total.shortest, total.ideal, total.longest, Basis.ESTIMATED, total.open)
    return total


def at_once(times: Sequence[Time]) -> Time:
    """The time of parts done together: that of the longest; the others stretch or wait."""
    if not times:
        return NO_TIME
    return Time(
        max(time.shortest for time in times),
        max(time.ideal for time in times),
        max(time.longest for time in times),
        next((time.basis for time in times if time.basis == Basis.WRITTEN), Basis.ESTIMATED),
        any(time.open for time in times),
    )


def share(times: Sequence[Time], length: int) -> list[int]:
    """Lengths for parts one after the other that add up to `length`, as far as they can shrink or stretch to it.

    One parameter for all: each goes the same part of the way from its ideal to its shortest or its longest, so that
    written times stay as they are.
    """
    ideal = sum(time.ideal for time in times)
    ends = [time.shortest if length < ideal else time.longest for time in times]
    room = sum(ends) - ideal
    if length == ideal or room == 0:
        return [time.ideal for time in times]
    wanted = max(length - ideal, room) if length < ideal else min(length - ideal, room)
    return _rounded([(time.ideal, end - time.ideal) for time, end in zip(times, ends, strict=True)], wanted, room)


def _rounded(parts: Sequence[tuple[int, int]], wanted: int, room: int) -> list[int]:
    """Whole milliseconds whose sum is exact: each cut is rounded, not each length. `wanted` is a part of `room`."""
    lengths = []
    given = reached = 0
    for ideal, stretch in parts:
        reached += stretch
        cut = reached * wanted // room
        lengths.append(ideal + cut - given)
        given = cut
    return lengths
