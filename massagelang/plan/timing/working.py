"""How long an action takes: its way and pace, how often (R9), and how long work goes on that has no end of its own.

All times are whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from massagelang.plan.making.hands import GRIPS, limbs_of
from massagelang.plan.model import Amount, How, Offset, Target, Time, Tool, Way
from massagelang.plan.timing.time import UNTIL, centimetres, estimate

if TYPE_CHECKING:
    from massagelang.vocabulary import Technique, Vocabulary

_USUAL_SPEED = 12.0
_USUAL_STEP, _SMALLEST_STEP = 8.0, 0.5

_USUAL_PASSES = 3
"""Passes of work that nobody has counted: threes are common, else three to six (S63, S113)."""

_GOES_ON_FOR = 120_000
"""How long such work may go on where a budget asks for it: as long as one place is held at most (estimate)."""

_TO_AND_FRO = ({"up", "down"}, {"inward", "outward"}, {"forward", "backward"}, {"clockwise", "counterclockwise"})

_STEPWISE = ("pressing", "friction", "kneading")
"""Families of techniques that are done in one place after the other where they have a way to go."""

_ONGOING = ("kneading", "friction", "percussion", "vibration")
"""Families of techniques that nobody does once only on one spot."""


def action_time(
    technique: Technique,
    tools: Sequence[Tool],
    ways: Sequence[Way],
    how: How,
    vocabulary: Vocabulary,
    *,
    counted: bool = False,
) -> Time:
    """How long an action takes: `for` first, else its passes by length and tempo, else its units on the spot.

    `counted` says that a repeat around it tells how often it is done.
    """
    if how.for_time is not None and not how.each:
        return how.for_time
    if how.until:
        return UNTIL
    stations = _stations(technique, ways, how)
    amounts = [amount for amount in (how.times, stations) if amount is not None]
    total = how.for_time or _pass_time(technique, ways, how, vocabulary, stepwise=stations is not None)
    if how.each and not amounts:
        amounts = [_places(ways, tools, vocabulary)]
    elif not amounts and not how.breath:
        return _uncounted(total, technique, ways, how, counted=counted)
    if how.each_way:
        total = total.times(2, 2, 2)
    for amount in amounts:
        total = total.times(amount.low, amount.middle, amount.high)
    return total


def _uncounted(single: Time, technique: Technique, ways: Sequence[Way], how: How, *, counted: bool) -> Time:
    """The time of work for which no number is written; a repeat around it says how many passes there are."""
    passes = 1 if counted else _USUAL_PASSES
    if _on_one_spot(technique, ways, how):
        return _going_on(single, passes, _GOES_ON_FOR)
    return _going_on(single, passes, _GOES_ON_FOR if passes > 1 else 0) if _goes_on(ways, how) else single


def _going_on(single: Time, passes: int, longest: int = 0) -> Time:
    """The time of work that is done over and over: from one quick pass to a long while."""
    several = estimate(single.ideal * passes)
    return Time(single.shortest, several.ideal, max(several.longest, longest))


def _goes_on(ways: Sequence[Way], how: How) -> bool:
    """Whether work has no end of its own: it covers a place, goes to and fro, or is many of a kind on one spot."""
    route = (*ways, *how.travel)
    covers = any(way.word == "over" for way in route) and not _leads_on(route)
    return covers or any(pair <= {*way.directions} for way in route for pair in _TO_AND_FRO)


def _on_one_spot(technique: Technique, ways: Sequence[Way], how: How) -> bool:
    return technique.family in _ONGOING and technique.id not in GRIPS and not centimetres((*ways, *how.travel))


def _leads_on(route: Sequence[Way]) -> bool:
    """Whether a path goes from one place to another, so that it is travelled once."""
    return any(way.centimetres and way.word != "over" for way in route)


def _pass_time(technique: Technique, ways: Sequence[Way], how: How, vocabulary: Vocabulary, *, stepwise: bool) -> Time:
    length = how.by.centimetres if how.by else centimetres(ways)
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
    for word in (*how.words, *how.throughout):
        if word.manner.kind == "tempo" and word.manner.value and not word.manner.comparative:
            return word.manner.value
    usual = vocabulary.manner(technique.tempo) if technique.tempo else None
    return usual.value if usual is not None and usual.value else _USUAL_SPEED


def _stations(technique: Technique, ways: Sequence[Way], how: How) -> Amount | None:
    """How many places a stepwise action comes to (R9); None where it does not travel, or not in steps."""
    if not how.travel:
        glides = technique.travels and centimetres(ways) and not how.each
        if glides or any(way.steps for way in ways) or not _goes_step_by_step(technique, ways):
            return None if glides else next((way.steps for way in ways if way.steps), None)
        return stations_of(ways, None)
    in_steps = how.travel_step is not None or any(way.steps for way in how.travel)
    route = how.travel if centimetres(how.travel) or not centimetres(ways) else ways
    return stations_of(route, how.travel_step) if in_steps or how.times or how.each else None


def _goes_step_by_step(technique: Technique, ways: Sequence[Way]) -> bool:
    """Whether what cannot glide is done along a way: `press thumbs up calf`, `circle thumbs from sacrum to neck`."""
    along = technique.family in _STEPWISE and not technique.travels and _leads_on(ways)
    return along and any(way.directions or way.word in ("from", "along") for way in ways)


def stations_of(ways: Sequence[Way], step: Offset | None) -> Amount:
    """How many places a thing comes to that moves on along a way: as many as are written, else its length by steps."""
    written = next((way.steps for way in ways if way.steps), None)
    if written is not None:
        return written
    size = step.centimetres if step else _USUAL_STEP
    number = max(2, int(centimetres(ways) / max(size, _SMALLEST_STEP)) + 1)
    return Amount(number, number, about=True)


def _places(ways: Sequence[Way], tools: Sequence[Tool], vocabulary: Vocabulary) -> Amount:
    """How many places a time `each` is given to, one after the other; two hands on two places are there at once."""
    targets = [target for way in ways for target in way.targets if target.region]
    limbs = len(limbs_of(tools))
    if limbs == 2 and len(targets) == 2:
        targets = targets[:1]
    number = max(1, sum(_members(target, limbs, vocabulary) for target in targets))
    return Amount(number, number)


def _members(target: Target, limbs: int, vocabulary: Vocabulary) -> int:
    """How many places a word means: all toes for `each toe`, two for both of a pair that one hand goes to."""
    if target.every and target.region and target.region.members:
        return len(vocabulary.children(target.region)) or 1
    both = target.paired and target.side in ("", "both")
    return 2 if both and limbs == 1 else 1
