"""A routine as its headings with the facts under each: what a comparison goes through. Lengths are milliseconds."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from massagelang.plan.comparing.facts import Fact, Told, budget_facts, told
from massagelang.plan.model import Aside, Plan, Planned, Repeat, Section, Sequence, Sides, parts_of
from massagelang.plan.timetable import Entry, timetable
from massagelang.source import Spot
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Passage(Record):
    """A heading and what stands under it, or the lines before the first heading (`level` is then `lines`).

    `facts` are those of the heading and its properties, `within` the title of the section around it. `length` is None
    for a variant; `basis` tells how it is known.
    """

    level: str
    title: str
    within: str
    facts: tuple[Fact, ...]
    lines: tuple[Told, ...]
    length: int | None
    basis: str
    spot: Spot = field(eq=False, repr=False)


def passages(plan: Plan) -> tuple[Passage, ...]:
    """The headings of a plan in order, each once: a section of both sides is told by its first side."""
    body = plan.body.body if isinstance(plan.body, Section) else plan.body
    entries: dict[str, Entry] = {}
    for entry in timetable(plan).entries:
        entries.setdefault(entry.id, entry)
    return tuple(_passages(body, "", entries, plan))


def _passages(part: Planned, within: str, entries: dict[str, Entry], plan: Plan) -> Iterator[Passage]:
    match part:
        case Aside(body=Section() as section):
            yield from _headed(section, part.kind, within, entries, plan)
        case Section():
            yield from _headed(part, "", within, entries, plan)
        case _ if not any(isinstance(inside, Section) for inside in parts_of(part)):
            if lines := tuple(told(part)):
                yield Passage("lines", "", within, (), lines, part.time.ideal, "", part.spot)
        case Sequence(parts=parts):
            for inside in parts:
                yield from _passages(inside, within, entries, plan)
        case Sides(first=body) | Repeat(passes=(body, *_)):
            yield from _passages(body, within, entries, plan)


def _headed(section: Section, kind: str, within: str, entries: dict[str, Entry], plan: Plan) -> Iterator[Passage]:
    facts, body = _heading(section, kind)
    holds = any(isinstance(inside, Section) for inside in parts_of(body))
    entry = entries.get(section.id)
    yield Passage(
        section.level,
        section.title,
        within,
        tuple(facts),
        () if holds else tuple(told(body)),
        entry.length if entry and entry.start is not None else None,
        entry.basis if entry else "",
        section.spot,
    )
    if holds:
        yield from _passages(body, section.title, entries, plan)


def _heading(section: Section, kind: str) -> tuple[list[Fact], Planned]:
    """What a heading says, and what is done on its first side at its first time."""
    facts: list[Fact] = [(key, ", ".join(values)) for key, values in section.properties]
    if kind:
        facts.append(("part", f"variant “{section.variant}”" if section.variant else kind))
    if section.rest_of_time:
        facts.append(("time", "for the rest"))
    facts.extend(budget_facts(section))
    part = section.body
    while True:
        match part:
            case Repeat(passes=passes, count=count) if part.id.endswith("~times"):
                facts.append(("count", f"{count.middle} times"))
                part = passes[0]
            case Sides(first=first) if part.id == f"{section.id}~sides":
                hands = " with the same hands" if part.same_hands else ""
                facts.append(("side", f"both sides{hands}, {part.first_side} first"))
                part = first
            case Sequence(parts=(only,)) if part.budget is not None:
                part = only
            case _:
                break
    return facts, part
