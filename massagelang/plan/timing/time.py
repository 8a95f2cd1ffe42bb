"""How long things take (R8): written times as they stand, estimates from lengths and tempo, and the sharing of budgets.

All times are whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from massagelang.plan.model import NO_TIME, Amount, Basis, Time, Way
from massagelang.syntax import ast

BREATH = 4_000
"""A breath at rest: 15 a minute (estimate)."""

PLACING = Time(1_000, 2_000, 4_000)
MOVING = Time(0, 1_500, 3_000)
LIFTING = Time(500, 1_000, 2_000)
ACTING = Time(2_000, 4_000, 10_000)
HANDLING = Time(5_000, 10_000, 30_000)
WAITING = Time(0, 10_000, 3_600_000, open=True, full=10_000)
UNTIL = Time(5_000, 30_000, 3_600_000, open=True, full=90_000)
"""Estimates for what has no length or tempo of its own. Open time is drawn out only where nothing else can fill."""

_RETURN_SPEED = 20.0
_SHORTEST, _LONGEST = 0.5, 3.0
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
    ideal = min(max(wanted, low), high)
    basis = budget.basis if fits else needs.basis
    return Time(low, ideal, high, basis, needs.open, full=min(max(needs.full, ideal), high))


def _clamped(length: int, time: Time) -> int:
    return min(max(length, time.shortest), time.longest)


def repeated(passes: Sequence[Time], cycle: int, number: int) -> Time:
    """The time of so many passes, the later ones going round from index `cycle`; exact, and as quick for any number."""
    return Time(
        _of_passes([time.shortest for time in passes], cycle, number),
        _of_passes([time.ideal for time in passes], cycle, number),
        _of_passes([time.longest for time in passes], cycle, number),
        in_a_row(passes).basis,
        any(time.open for time in passes),
        full=_of_passes([time.full for time in passes], cycle, number),
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
        return evolve(total, basis=Basis.ESTIMATED)
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
        full=max(time.full for time in times),
    )


def share(times: Sequence[Time], length: int) -> list[int]:
    """Lengths for parts one after the other that add up to `length`, as far as they can shrink or stretch to it.

    One parameter for all: each goes the same part of the way from its ideal to its shortest or its longest, so that
    written times stay as they are. Waits are drawn out only when nothing else can stretch.
    """
    ideals, fulls = [time.ideal for time in times], [time.full for time in times]
    if length <= sum(ideals):
        return _between(ideals, [time.shortest for time in times], length)
    if length <= sum(fulls):
        return _between(ideals, fulls, length)
    return _between(fulls, [time.longest for time in times], length)


def _between(starts: Sequence[int], ends: Sequence[int], length: int) -> list[int]:
    """Each the same part of the way from its start to its end, so that all add up to a length, or come as near."""
    begun, room = sum(starts), sum(ends) - sum(starts)
    if length == begun or room == 0:
        return list(starts)
    wanted = max(length - begun, room) if length < begun else min(length - begun, room)
    return _rounded([(start, end - start) for start, end in zip(starts, ends, strict=True)], wanted, room)


def _rounded(parts: Sequence[tuple[int, int]], wanted: int, room: int) -> list[int]:
    """Whole milliseconds whose sum is exact: each cut is rounded, not each length. `wanted` is a part of `room`."""
    lengths = []
    given = reached = 0
    for start, stretch in parts:
        reached += stretch
        cut = reached * wanted // room
        lengths.append(start + cut - given)
        given = cut
    return lengths
