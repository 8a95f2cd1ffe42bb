"""How firmly an act works, with what, and of which kind it is, as every rule about a place asks for it."""

from __future__ import annotations

from attrs import evolve, frozen

from massagelang.plan.model import Act, HowWord, Target
from massagelang.values import Shown
from massagelang.vocabulary import Region, Vocabulary

DEEP = 4.0
"""From this pressure on (of 1 to 5) an action is called deep."""

DEEP_WITH_SMALL_TOOLS = 3.0
"""From this pressure on it is deep with an elbow, knuckles or thumbs upon each other."""

_SMALL = frozenset({"elbow", "knuckles"})
_POINTED = frozenset({"stick", "wooden_tool", "massage_stick", "crystal"})
_STACKED = frozenset({"stacked", "reinforced", "thumbs_stacked"})
_STRIKING_THINGS = frozenset({"percussion_device"})
_SHAKING_THINGS = frozenset({"vibrator", "percussion_device"})
_TREMBLING = frozenset({"vibrate", "running_vibration", "zhen"})
_TENDER_STRIKES = frozenset({"tap", "drum", "flick", "raindrop", "pluck", "peck", "kou"})
_QUIET = frozenset({"stroking", "holding"})
"""Families that mean no pressure unless it is written: nobody says “light” of every stroke and every resting hand."""

_NEVER_LIGHT = 3.0
_LIGHT = 1.0
_FAST = 30.0
_SUDDEN = frozenset({"sharp", "momentum"})


@frozen(repr=False)
class Strength(Shown):
    """How an act works: `level` is the pressure of 1 to 5 that can be counted on, 0 where it is light or left open.

    `usual` is the pressure that the act has or, where none is written, the technique's own; `written` tells which.
    `strikes` is percussion, `tender` one that is light by nature; `rubs` friction, `trembles` fine vibration. `small`
    is a tool that sinks in, `leans` the weight of the body upon it. `fast` is a tempo of 30 cm a second or more, or
    what is done sharply. `eased` are places with a pressure of their own, `going` pressures that hold one way only.
    """

    level: float = 0
    usual: float = 0
    written: bool = False
    strikes: bool = False
    tender: bool = False
    rubs: bool = False
    trembles: bool = False
    small: bool = False
    leans: bool = False
    fast: bool = False
    eased: tuple[tuple[Target, float], ...] = ()
    going: tuple[tuple[tuple[str, ...], float], ...] = ()

    @property
    def deep(self) -> bool:
        """Whether the act presses deep: by its pressure, or at less with a tool that sinks in."""
        return self.level >= (DEEP_WITH_SMALL_TOOLS if self.small else DEEP)

    def at(self, site: Region, words: Vocabulary) -> Strength:
        """The same act at one place: `firm, feather on back_of_knee` is firm, but not there."""
        for target, level in self.eased:
            if target.region and (words.is_within(site, target.region) or words.is_within(target.region, site)):
                return evolve(self, level=level, usual=level)
        return self

    def toward(self, direction: str) -> float:
        """The pressure one way: `firm up, light down`."""
        levels = [level for ways, level in self.going if direction in ways]
        return max(levels) if levels else self.level


def strength_of(act: Act, before: float = 0) -> Strength:
    """How an act works; `before` is the pressure of the action before it, for `firmer`."""
    techniques = [one for one in (act.technique, *act.also) if one is not None]
    families = {one.family for one in techniques}
    things = {tool.implement.id for tool in (*act.tools, *act.how.with_tools) if tool.implement}
    own = max((one.pressure for one in techniques if one.pressure is not None), default=0.0)
    words = [word for word in act.how.words if word.manner.kind == "pressure"]
    written = _written(act, words, before or own)
    usual = own if written is None else written
    counts = written is not None or not families <= _QUIET or usual >= _NEVER_LIGHT
    return Strength(
        level=usual if counts else 0,
        usual=usual,
        written=written is not None,
        strikes="percussion" in families or bool(things & _STRIKING_THINGS),
        tender=any(one.id in _TENDER_STRIKES for one in techniques) and usual < DEEP / 2,
        rubs="friction" in families,
        trembles=any(one.id in _TREMBLING for one in techniques) or bool(things & _SHAKING_THINGS),
        small=_sinks_in(act) or bool(things & _POINTED),
        leans=any(word.id == "body_weight" for word in act.how.with_words) or _is_said(act, "body_weight"),
        fast=_is_fast(act),
        eased=tuple((target, _value(word, usual)) for word in words for target in word.only_on),
        going=tuple((word.only_going, _value(word, usual)) for word in words if word.only_going),
    )


def _written(act: Act, words: list[HowWord], before: float) -> float | None:
    """The pressure that is written for the whole act, in words or as a number; the most of a range."""
    if "pressure" in act.how.without_tools:
        return _LIGHT / 2
    number = act.how.pressure
    plain = [word for word in words if not word.only_on and not word.each_time]
    if plain:
        return max(_value(word, before) for word in plain)
    first = next((word.manner.value for word in words if not word.manner.comparative), None)
    # A number counts for all; the pressure of `firm on heel` has come from that word and counts only there.
    return max(number.start, number.end) if number is not None and number.start != first else None


def _value(word: HowWord, before: float) -> float:
    """The most that a word of pressure says: `light to deep`, `firmer` than before; `lighter on` a place is light."""
    if word.manner.comparative:
        eased = word.only_on and (word.manner.step or 0) < 0
        return _LIGHT if eased else min(5.0, max(_LIGHT / 2, before + (word.manner.step or 0)))
    values = [one.value for one in (word.manner, word.to, word.alternative) if one is not None]
    return max(value for value in values if value is not None)


def _sinks_in(act: Act) -> bool:
    """Whether any tool that may be used is small: an elbow, knuckles, thumbs upon each other."""
    tools = [tool for choice in (act.tools, *act.other_tools) for tool in choice]
    parts = {tool.part for tool in tools}
    if act.technique is not None and not act.tools_written and act.technique.tools:
        parts = set(act.technique.tools[:1])
    return bool(parts & _SMALL) or ("thumb" in parts and _is_said(act, *_STACKED))


def _is_said(act: Act, *words: str) -> bool:
    return any(word.manner.id in words for word in act.how.words)


def _is_fast(act: Act) -> bool:
    for word in (*act.how.words, *act.how.throughout):
        quick = word.manner.kind == "tempo" and (word.manner.value or 0) >= _FAST
        if quick or word.manner.id in _SUDDEN:
            return True
    return False
