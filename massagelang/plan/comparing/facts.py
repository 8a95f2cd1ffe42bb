"""A plan as plain facts, line by line in the words of the notation: what two routines are compared by.

A fact tells what the receiver gets and how the giver does it; how it was written is none. Definitions that are called
are told where they are called, and a repeat is told by its first pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from massagelang.plan.comparing.fact_words import (
    amount_words,
    arm_words,
    directions,
    how_facts,
    place_words,
    quantity_words,
    side_words,
    target_words,
    time_words,
    tool_words,
    way_words,
)
from massagelang.plan.model import (
    Act,
    Aside,
    Call,
    Choice,
    Each,
    Gap,
    Mark,
    Planned,
    Repeat,
    Section,
    Sequence,
    Sides,
    Together,
)
from massagelang.source import Spot
from massagelang.values import Record

Fact = tuple[str, str]
"""What it is about (hands, side, pressure …), and the words."""


@frozen(slots=False, repr=False, eq=False)
class Told(Record):
    """One thing that is done, or the head of a block: `what` it is, and its facts. `within` are the blocks around."""

    what: str
    facts: tuple[Fact, ...]
    within: tuple[str, ...]
    spot: Spot = field(eq=False, repr=False)

    def fact(self, about: str) -> str:
        """The words of one fact; empty where there is none."""
        return next((words for known, words in self.facts if known == about), "")


def told(part: Planned, within: tuple[str, ...] = (), *, timed: bool = True) -> Iterator[Told]:
    """All that a part comes to, in order; headings inside it are left out. `timed`: with its own total, if any."""
    if timed and part.budget is not None and not isinstance(part, (Section, Repeat)):
        yield _head("in all", part, within)
        within = (*within, "in all")
    match part:
        case Act() if part.said:
            yield Told(_what(part), tuple(_of_act(part)), within, part.spot)
        case Act() | Mark() | Section():
            return
        case Gap(text=text):
            yield Told("not understood", (("words", text),), within, part.spot)
        case Sequence(parts=parts):
            for inside in parts:
                yield from told(inside, within)
        case Call(body=body):
            yield from _with_tails(part, within)
            yield from told(body, within)
        case _:
            yield from _block(part, within)


def lines_in(part: Planned, known: dict[int, int] | None = None) -> int:
    """About how many lines a part comes to; those that are shared are counted each time, and looked at once."""
    known = {} if known is None else known
    if id(part) not in known:
        match part:
            case Sequence(parts=inside):
                pass
            case Call(body=body) | Section(body=body):
                inside = (body,)
            case _:
                inside = _of_block(part)[2]
        known[id(part)] = 1 + sum(lines_in(one, known) for one in inside)
    return known[id(part)]


def _block(part: Planned, within: tuple[str, ...]) -> Iterator[Told]:
    """The head of a block, then what is in it."""
    name, facts, bodies = _of_block(part)
    yield _head(name, part, within, *facts)
    for index, body in enumerate(bodies):
        if index and isinstance(part, Choice):
            yield Told("or", (), (*within, name), body.spot)
        each = isinstance(part, Repeat) and part.how.each  # its head tells the time of each
        yield from told(body, (*within, name), timed=not each)


def _of_block(part: Planned) -> tuple[str, tuple[Fact, ...], tuple[Planned, ...]]:
    match part:
        case Repeat(passes=passes):
            return "repeat", tuple(_of_repeat(part)), passes[:1]
        case Sides(first=first):
            begins = (("side", f"{part.first_side} first"),) if part.first_side else ()
            return "both sides", (*begins, *((("hands", "the same"),) if part.same_hands else ())), (first,)
        case Together(members=members):
            return "together", (), members
        case Choice(options=options):
            return "choose", (), options
        case Aside(kind=kind, text=text, body=body):
            return kind, (("words", text),) if text else (), (body,)
        case Each(targets=targets, members=members):
            places = " and ".join(map(target_words, targets))
            sides = ", ".join(target.true_side for target in targets if target.true_side)
            return "each", tuple(_written(("place", places), ("side", sides))), members[:1]
        case _:
            return "", (), ()


def _head(name: str, part: Planned, within: tuple[str, ...], *facts: Fact) -> Told:
    every = dict.fromkeys((*facts, *budget_facts(part), *_tails(part)))
    return Told(name, tuple(every), within, part.spot)


def budget_facts(part: Planned) -> Iterator[Fact]:
    """The total that is written for a part."""
    if part.budget is not None and not (isinstance(part, Section) and part.rest_of_time):
        yield "time", time_words(part.budget, part.bound)


def _with_tails(part: Planned, within: tuple[str, ...]) -> Iterator[Told]:
    if part.tails:
        yield Told("about what follows", _tails(part), within, part.spot)


def _tails(part: Planned) -> tuple[Fact, ...]:
    return tuple((kind, " ".join(text.split())) for kind, text in part.tails)


def _of_repeat(part: Repeat) -> Iterator[Fact]:
    match part.reason:
        case "count" | "more":
            yield "count", f"{amount_words(part.count)} times"
        case "moving":
            step = f" by {amount_words(part.step)} {part.step.unit}" if part.step else ""
            yield "way", f"moving {' '.join(map(way_words, part.ways))}{step}"
            if side := side_words(part.ways):
                yield "side", side
        case "until":
            yield "until", f"“{part.until}”"
        case "time":
            return
        case reason:
            yield "change", reason.replace("_", " ")
    yield from how_facts(part.how)


def _what(act: Act) -> str:
    match act.kind:
        case "placement":
            return "lay"
        case "lift":
            return "take off"
        case "action":
            techniques = (technique.id for technique in (act.technique, *act.also) if technique)
            return (" or " if act.either else " and ").join(techniques)
        case "words" | "drape":
            return act.verb
        case "thing":
            return f"{act.verb} {act.thing.id}" if act.thing else act.verb
        case "person":
            return f"{act.person} {act.deed.id}" if act.deed else act.person
        case kind:
            return kind


def _of_act(act: Act) -> Iterator[Fact]:
    tools = act.tools if act.tools_written else ()
    others = "".join(f" or {' and '.join(map(tool_words, several))}" for several in act.other_tools)
    yield from _written(
        ("hands", arm_words(tools, act.before)),
        ("tool", " and ".join(dict.fromkeys(map(tool_words, tools))) + others),
        ("amount", quantity_words(act.quantity) if act.quantity else ""),
        ("moved", target_words(act.moved) if act.moved else ""),
        ("direction", ", ".join(directions(act.ways))),
        ("place", place_words(act.ways)),
        ("side", side_words(act.ways, act.moved, act.object)),
        ("person", target_words(act.object) if act.object else ""),
        ("posture", f"{act.posture.id} {act.lies_on}".strip() if act.posture else ""),
        ("words", " ".join(act.text.split())),
    )
    yield from how_facts(act.how)
    yield from _tails(act)


def _written(*facts: Fact) -> Iterator[Fact]:
    return (fact for fact in facts if fact[1])
