"""All that bounds an action."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.plan.model.hands import Tool
from massagelang.plan.model.places import Offset, Target, Way
from massagelang.plan.model.times import Amount, Basis, Time
from massagelang.source import Spot
from massagelang.values import Shown
from massagelang.vocabulary import Manner


@frozen(repr=False)
class HowWord(Shown):
    """`very slow`, `light to deep`, `firmer each time`, `light on inhale`: a how-word and what bounds it."""

    manner: Manner
    degree: str = ""
    to: Manner | None = None
    alternative: Manner | None = None
    each_time: bool = False
    only_on: tuple[Target, ...] = ()
    only_going: tuple[str, ...] = ()
    only_during: Manner | None = None
    spot: Spot | None = field(default=None, eq=False, repr=False)


@frozen(repr=False)
class Level(Shown):
    """A pressure on the scale 1 to 5, from start to end of the action; `scale` is the one that was written."""

    start: float
    end: float
    basis: Basis
    scale: float = 5
    ramp: bool = False
    spot: Spot | None = field(default=None, eq=False, repr=False)


@frozen(repr=False)
class How(Shown):
    """All that bounds an action. `for_time` keeps the bound as written; `travel` is the way of the whole action."""

    words: tuple[HowWord, ...] = ()
    throughout: tuple[HowWord, ...] = ()
    pressure: Level | None = None
    times: Amount | None = None
    each_way: bool = False
    for_time: Time | None = None
    bound: str = ""
    each: bool = False
    until: str = ""
    breath: Manner | None = None
    rate: float | None = None
    rate_ends: tuple[float, float] = (0, 0)
    rate_unit: str = ""
    besides: tuple[Target, ...] = ()
    travel: tuple[Way, ...] = ()
    travel_step: Offset | None = None
    by: Offset | None = None
    with_tools: tuple[Tool, ...] = ()
    with_words: tuple[Manner, ...] = ()
    without_tools: tuple[str, ...] = ()
    facing: tuple[Target, ...] = ()


NO_HOW = How()
"""Nothing said about how."""
