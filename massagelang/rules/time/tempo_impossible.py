"""ML307: a tempo that no hand can keep."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, How, Plan
from massagelang.plan.timing.time import centimetres
from massagelang.rules.rule import Limits, rule
from massagelang.rules.writing import RATE, TIME, spot_of

_PER_SECOND = {"/s": 1.0, "/min": 1 / 60}


@rule(
    code="ML307",
    severity=Severity.WARNING,
    message="That would be {tempo}, {more}.",
    hint="Is a number or a unit wrong? {way}",
    limits={"fastest_cm_per_s": 200, "slowest_cm_per_s": 0.1, "strikes_per_s": 15},
    bad="""
        stroke both from sacrum up back to c7 «for 0.2s»
        """,
    good="""
        stroke both from sacrum up back to c7 for 2s
        """,
)
def tempo_impossible(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """The length of a path over the time that is written for it is a speed; a hand has its limits.

    So have strikes and strokes in a second. Lengths of paths are those of the receiver's body, mostly estimates.
    """
    for act in plan.acts():
        if act.kind == "action" and act.understood and not any(tool.implement for tool in act.tools):
            how = act.how
            if how.rate is not None or how.for_time is not None:
                yield from _found(act, plan, kind, limits)


def _found(act: Act, plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    strikes, speed, least = _strikes(act.how), _speed(act), _sure_speed(act)
    if strikes > limits["strikes_per_s"]:
        tempo, more, way = f"{strikes:.0f} a second", "more than a hand can do", "Up to ten strikes a second are usual."
    elif speed > limits["fastest_cm_per_s"]:
        tempo, more, way = (
            f"about {speed:.0f} cm a second",
            "faster than a hand can go",
            "A slow stroke goes about 5 cm a second.",
        )
    elif 0 < least < limits["slowest_cm_per_s"]:
        tempo, more, way = (
            f"about {least:.2g} cm a second",
            "slower than any stroke",
            "A slow stroke goes about 5 cm a second.",
        )
    else:
        return
    yield Finding(kind, spot_of(plan, act.spot, RATE, TIME), (("tempo", tempo), ("more", more), ("way", way)))


def _strikes(how: How) -> float:
    """How often in a second it is done, by a rate or by a count in a written time; 0 while that is open."""
    if how.rate is not None and how.rate_unit in _PER_SECOND:
        return max(how.rate_ends) * _PER_SECOND[how.rate_unit]
    if how.times is not None and how.for_time is not None and how.for_time.ideal:
        return how.times.low / (how.for_time.longest / 1000)
    return 0.0


def _speed(act: Act) -> float:
    """Centimetres a second, at least; 0 while that is open."""
    how, length = act.how, centimetres(act.ways)
    if how.rate is not None and how.rate_unit == "cm/s":
        return max(how.rate_ends)
    if act.technique is None or not act.technique.travels or act.technique.family == "percussion":
        return 0.0
    if how.rate is not None and how.rate_unit in _PER_SECOND:
        return length * _strikes(how)
    if how.for_time is None or how.for_time.longest <= 0:
        return 0.0
    passes = how.times.low if how.times and not how.each else 1
    return length * passes * (2 if how.each_way else 1) / (how.for_time.longest / 1000)


def _sure_speed(act: Act) -> float:
    """The speed where every pass is known, so that it cannot be that a hand goes there several times; else 0."""
    how = act.how
    if how.rate is not None:
        return min(how.rate_ends) if how.rate_unit == "cm/s" else 0.0
    return _speed(act) if how.times is not None else 0.0
