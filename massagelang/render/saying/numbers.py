"""Numbers, counts and durations in words."""

from __future__ import annotations

from massagelang.plan.model import Amount, Time
from massagelang.render.saying.voice import Voice, plain

_ABOUT_LOW, _ABOUT_HIGH = 0.8, 1.2
_ROUND = 10_000


def number(value: float, voice: Voice) -> str:
    """`three`, up to twelve; `13`, `2.5`."""
    words = voice.phrases.form("numbers", "words").split()
    whole = int(value)
    if whole != value:
        return f"{value:.10g}"
    return words[whole] if 0 <= whole < len(words) else str(whole)


def amount(count: Amount, voice: Voice, more: int = 0) -> str:
    """`three`, `three to five`, `about 50`, `several`; `more` is added to each number."""
    if count.word:
        return voice.say("numbers", "_".join(count.word.split()))
    words, high = number(count.low + more, voice), number(count.high + more, voice)
    if count.high != count.low:
        low = str(count.low + more) if high.isdigit() else words
        words = voice.say("numbers", "either" if count.either else "range", low=low, high=high)
    bound = "about" if count.about else count.bound
    return voice.say("numbers", bound, number=words) if bound else words


def times(count: Amount, voice: Voice, more: int = 0) -> str:
    """`once`, `twice`, `three times`, `about 50 times`."""
    low = count.low + more
    if count.low == count.high and low in (1, 2) and not (count.word or count.about or count.bound):
        return voice.say("numbers", "once" if low == 1 else "twice")
    return voice.say("numbers", "times", number=amount(count, voice, more))


def duration(milliseconds: int, voice: Voice) -> str:
    """`1 minute 30 seconds`."""
    seconds = milliseconds / 1000
    hours, minutes, rest = int(seconds // 3600), int(seconds // 60 % 60), seconds % 60
    parts = [_unit(hours, "hour", voice), _unit(minutes, "minute", voice), _unit(rest, "second", voice)]
    return " ".join(part for part in parts if part) or voice.say("numbers", "seconds", number="0")


def _unit(value: float, unit: str, voice: Voice) -> str:
    if not value:
        return ""
    return voice.say("numbers", unit if value == 1 else f"{unit}s", number=f"{value:.10g}")


def time(given: Time, voice: Voice, bound: str | None = None) -> str:
    """A written time with what bounds it: `about 30 seconds`, `20 to 30 seconds`, `at least 5 minutes`.

    Where the plan does not keep the bound (None), it follows from how far the time may shrink and stretch.
    """
    if given.counted is not None:
        one = given.counted.low == given.counted.high == 1 and not given.counted.word
        words = voice.say("numbers", given.unit if one else f"{given.unit}s", number=amount(given.counted, voice))
        return voice.say("numbers", bound, number=words) if bound else words
    bound = _bound(given) if bound is None else bound
    low, high = _ends(given, bound)
    words = duration(low, voice) if low == high else _range(low, high, voice)
    return voice.say("numbers", bound, number=words) if bound else words


def _bound(given: Time) -> str:
    low, middle, high = given.shortest, given.ideal, given.longest
    if low == high:
        return ""
    if low == middle and high == 3 * middle:
        return "at_least"
    if middle == high and low == middle // 2:
        return "at_most"
    about = (low, high) == (round(middle * _ABOUT_LOW), round(middle * _ABOUT_HIGH))
    return "about" if about and (middle % _ROUND == 0 or low % _ROUND or high % _ROUND) else ""


def _ends(given: Time, bound: str) -> tuple[int, int]:
    """The two ends as they were written: the plan keeps how far a time may shrink and stretch."""
    match bound:
        case "at_least":
            return given.shortest, given.longest // 3
        case "at_most":
            return given.shortest * 2, given.longest
        case "about":
            return round(given.shortest / _ABOUT_LOW), round(given.longest / _ABOUT_HIGH)
        case _:
            return given.shortest, given.longest


def _range(low: int, high: int, voice: Voice) -> str:
    first, last = duration(low, voice).split(), duration(high, voice).split()
    if len(first) == len(last) == 2 and first[1].rstrip("s") == last[1].rstrip("s"):
        first = first[:1]
    return voice.say("numbers", "range", low=" ".join(first), high=" ".join(last))


def about(milliseconds: int, voice: Voice) -> str:
    """A length that is estimated, as people say it: `about 4 minutes`, `about 40 seconds`."""
    seconds = milliseconds / 1000
    step = 5 if seconds < 90 else 60 if seconds < 5400 else 300
    rounded = max(step, round(seconds / step) * step)
    return voice.say("numbers", "about", number=duration(rounded * 1000, voice))


def spelt(words: str, voice: Voice) -> str:
    """Durations as the notation writes them in words: `50min within 1h` as `50 minutes within 1 hour`."""
    return " ".join(_spelt(word, voice) for word in plain(words).split())


def _spelt(word: str, voice: Voice) -> str:
    rest, total = word, 0
    for unit, seconds in (("h", 3600), ("min", 60), ("s", 1)):
        head, found, tail = rest.partition(unit)
        if found and head.isdigit():
            total, rest = total + int(head) * seconds, tail
    return duration(total * 1000, voice) if total and not rest else word
