"""Things in words: `oil`, `three drops of oil`, `two warm stones`, `the stone`."""

from __future__ import annotations

from massagelang.plan.model import Quantity
from massagelang.render.saying import numbers
from massagelang.render.saying.voice import Voice, plain
from massagelang.vocabulary import Implement

_VOWELS = "aeiou"


def thing(implement: Implement, voice: Voice) -> str:
    """`oil`, `a stone`."""
    own = voice.own("things", implement)
    if own:
        return own
    words = plain(implement.id)
    return voice.say("thing_kinds", implement.kind, thing=words, a=_article(words))


def some(implement: Implement, quantity: Quantity | None, voice: Voice) -> str:
    """A thing that is new here, with how much of it and what it is like."""
    if quantity is None:
        return thing(implement, voice)
    several = (quantity.several or quantity.high > 1) and quantity.measure is None
    words = _named(implement, quantity, voice, several=several)
    if quantity.measure is not None and voice.find("things_counted", quantity.measure.id):
        return voice.say("things_counted", quantity.measure.id, thing=words)
    if quantity.measure is not None:
        return voice.say("things_counted", "measured", number=_measured(quantity, voice), thing=words)
    if quantity.high:
        return voice.say("things_counted", "counted", number=_number(quantity, voice), thing=words)
    return words if several or implement.kind == "medium" else f"{_article(words)} {words}"


def named_thing(implement: Implement, quantity: Quantity | None, voice: Voice) -> str:
    """`the stone`, `the two stones`: a thing that is there already."""
    if quantity is None:
        return _the(thing(implement, voice))
    words = _named(implement, quantity, voice, several=quantity.several or quantity.high > 1)
    return f"the {_number(quantity, voice)} {words}" if quantity.high else f"the {words}"


def _the(words: str) -> str:
    """A thing that is known: `a warm bag of herbs` as `the warm bag of herbs`."""
    first, _, rest = words.partition(" ")
    return f"the {rest}" if first in ("a", "an") else f"the {words}"


def _named(implement: Implement, quantity: Quantity, voice: Voice, *, several: bool) -> str:
    name = _plural(implement, voice) if several else plain(implement.id)
    return f"{plain(quantity.quality.id)} {name}" if quantity.quality else name


def _measured(quantity: Quantity, voice: Voice) -> str:
    assert quantity.measure is not None  # noqa: S101  (the caller looked)
    several = quantity.high > 1
    name = _plural(quantity.measure, voice) if several else plain(quantity.measure.id)
    return f"{_number(quantity, voice)} {name}" if quantity.high else f"{_article(name)} {name}"


def _number(quantity: Quantity, voice: Voice) -> str:
    low, high = numbers.number(quantity.low, voice), numbers.number(quantity.high, voice)
    return low if low == high else voice.say("numbers", "range", low=low, high=high)


def _plural(implement: Implement, voice: Voice) -> str:
    return voice.find("plurals", implement.id) or f"{plain(implement.id)}s"


def _article(words: str) -> str:
    return "an" if words[0] in _VOWELS else "a"
