"""The words of single facts: tools, places, ways and hows as the notation writes them, each in one way only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from massagelang.plan.model import Amount, Hands, How, HowWord, Level, Offset, Quantity, Target, Time, Tool, Way
from massagelang.plan.said import duration_words

_SAME = {"away_from": "away from"}
_BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most ", "exactly": "exactly "}


def arm_words(tools: Sequence[Tool], hands: Hands) -> str:
    """Which arms work: `both`, `left`, `one`, `left, right` for two tools with an arm each."""
    return ", ".join(dict.fromkeys(filter(None, (_arms(tool, hands) for tool in tools))))


def _arms(tool: Tool, hands: Hands) -> str:
    if len(tool.limbs) == 2:
        return "both"
    for limb in tool.limbs:
        known = limb.side or (hands.side_of(limb.index) if limb.kind == "arm" else "")
        return known or tool.said or ("one", "other")[limb.index]
    return ""


def tool_words(tool: Tool) -> str:
    """`edge of hand`, `knuckles of index_finger`: without its arm."""
    surface = f"{tool.surface.id} of " if tool.surface else ""
    count = f"{tool.count} " if tool.count else ""
    of = f" of {' and '.join(tool.of)}" if tool.of else ""
    quality = f"{tool.quality.id} " if tool.quality else ""
    return f"{surface}{count}{quality}{tool.implement.id if tool.implement else tool.part}{of}"


def target_words(target: Target) -> str:
    """`top of arm`, `10 oclock of abdomen`: without its side."""
    if target.special or target.from_it:
        return target.special.replace("_", " ") or "it"
    clock = f"{target.clock} oclock of " if target.clock else ""
    part = f"{target.part.id} of " if target.part else ""
    within = f" of {target_words(target.within)}" if target.within else ""
    each, own = "each " if target.every else "", "your " if target.own else ""
    place = target.thing.id if target.thing else target.region.id if target.region else "body"
    return f"{own}{each}{clock}{part}{place}{within}"


def quantity_words(quantity: Quantity) -> str:
    """`3 drops`, `2 warm`, `several`: how many of a thing, and what it is like."""
    low, high = quantity.low, quantity.high
    number = "" if not low and not high else f"{low:g}" if low == high else f"{low:g}-{high:g}"
    measure = quantity.measure.id if quantity.measure else ""
    quality = quantity.quality.id if quantity.quality else ""
    return " ".join(filter(None, (number, measure, quality, "several" if quantity.several else "")))


def directions(ways: Sequence[Way]) -> Iterator[str]:
    """The directions of each leg that has any."""
    for way in ways:
        if way.directions:
            led = " and ".join(_SAME.get(direction, direction) for direction in way.directions)
            yield f"{way.degree} {led}" if way.degree else led
        elif way.degree:
            yield way.degree


def place_words(ways: Sequence[Way]) -> str:
    """The places of a path in order, without sides and directions: `from sacrum, to shoulder`."""
    return ", ".join(filter(None, map(_leg_words, ways)))


def way_words(way: Way) -> str:
    """One leg of a path: `up back`, `2 fingers beside spine`."""
    return " ".join(filter(None, (*directions((way,)), _leg_words(way))))


def _leg_words(way: Way) -> str:
    word = _SAME.get(way.word, way.word)
    pieces = (
        f"{amount_words(way.offset)} {way.offset.unit}" if way.offset else "",
        word if way.targets or way.degrees is not None else "",
        way.relation,
        " and ".join(map(target_words, way.targets)),
        f"in {way.shape.id}" if way.shape else "",
        f"in {amount_words(way.steps)} steps" if way.steps else "",
        f"{way.degrees:g} degrees" if way.degrees is not None else "",
    )
    return " ".join(filter(None, pieces))


def side_words(ways: Sequence[Way], *others: Target | None) -> str:
    """The sides of all places that have one, in order, each change of side once."""
    targets = [target for way in ways for target in way.targets]
    sides = [target.true_side for target in (*targets, *others) if target is not None and target.true_side]
    changes = [side for index, side in enumerate(sides) if not index or side != sides[index - 1]]
    return ", ".join(changes)


def amount_words(amount: Amount | Offset) -> str:
    """`3`, `3-5`, `3 or 5`, `about 50`, `several`."""
    if isinstance(amount, Amount):
        if amount.word:
            return amount.word
        joined = " or " if amount.either else "-"
        about = _BOUNDS.get("about" if amount.about else amount.bound, "")
    else:
        joined, about = "-", ""
    return f"{about}{amount.low:g}" + ("" if amount.low == amount.high else f"{joined}{amount.high:g}")


def time_words(time: Time, bound: str) -> str:
    """`30s`, `20s to 30s`, `about 2min`, `3 breaths`."""
    about = _BOUNDS.get(bound, "")
    if time.counted is not None:
        number = amount_words(time.counted)
        return f"{about}{number} {time.unit}{'' if number == '1' else 's'}"
    if bound in ("about", "at_least", "at_most") or time.shortest == time.longest:
        return about + duration_words(time.ideal)
    return f"{about}{duration_words(time.shortest)} to {duration_words(time.longest)}"


def how_facts(how: How) -> Iterator[tuple[str, str]]:
    """The facts of how a thing is done, in one order."""
    pressure = _pressure_words(how.pressure) if how.pressure else ""
    told = next((word for word in how.words if how.pressure and _says_all(word, how.pressure)), None)
    words = sorted(_word(word) for word in how.words if word is not told)
    step = f" by {amount_words(how.travel_step)} {how.travel_step.unit}" if how.travel_step else ""
    travel = " ".join(map(way_words, how.travel))
    helped = [*map(tool_words, how.with_tools), *(word.id for word in how.with_words)]
    facts = (
        ("count", f"{amount_words(how.times)} times{' each way' * how.each_way}" if how.times else ""),
        ("time", time_words(how.for_time, how.bound) + (" each" if how.each else "") if how.for_time else ""),
        ("way", f"moving {travel}{step}" if travel else ""),
        ("length", f"by {amount_words(how.by)} {how.by.unit}" if how.by else ""),
        ("way's side", side_words(how.travel)),
        ("pressure", pressure),
        ("manner", ", ".join(words)),
        ("rate", _rate_words(how)),
        ("breath", how.breath.id if how.breath else ""),
        ("until", f"“{how.until}”" if how.until else ""),
        ("with", " and ".join(sorted(helped))),
        ("without", " and ".join(sorted(how.without_tools))),
        ("except", " and ".join(_sided(target) for target in how.besides)),
        ("facing", " and ".join(_sided(target) for target in how.facing)),
    )
    return (fact for fact in facts if fact[1])


def _rate_words(how: How) -> str:
    if how.rate is None:
        return ""
    low, high = how.rate_ends
    return f"{how.rate:g}{how.rate_unit}" if low == high else f"{low:g}-{high:g}{how.rate_unit}"


def _sided(target: Target) -> str:
    return f"{target.true_side} {target_words(target)}".strip()


def _pressure_words(level: Level) -> str:
    joined = " to " if level.ramp else "-"
    ends = f"{level.start:g}" if level.start == level.end else f"{level.start:g}{joined}{level.end:g}"
    return f"{ends} of 5"


def _says_all(word: HowWord, level: Level) -> bool:
    """Whether a word says nothing but the level: `light` is `pressure 1`, and `very light` is more."""
    bounded = word.only_on or word.only_going or word.only_during
    more = word.degree or word.each_time or bounded or word.manner.comparative
    ends = [manner for manner in (word.manner, word.to or word.alternative) if manner]
    values = [manner.value for manner in ends if manner.kind == "pressure"]
    same = [level.start, level.end] in (values, values * 2) and level.ramp == (word.to is not None)
    return same and not more


def _word(word: HowWord) -> str:
    pieces = (
        word.degree,
        word.manner.id,
        f"to {word.to.id}" if word.to else "",
        f"or {word.alternative.id}" if word.alternative else "",
        "each time" if word.each_time else "",
        f"on {' and '.join(_sided(target) for target in word.only_on)}" if word.only_on else "",
        " and ".join(_SAME.get(direction, direction) for direction in word.only_going),
        f"on {word.only_during.id}" if word.only_during else "",
    )
    return " ".join(filter(None, pieces))
