"""When each section and step begins, and how long it takes: the plan by its headings. Times are whole milliseconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from massagelang.plan.events import first_pass
from massagelang.plan.model import (
    Aside,
    Plan,
    Planned,
    Repeat,
    Section,
    Sides,
    Time,
    parts_of,
)
from massagelang.plan.model import Sequence as Row
from massagelang.plan.timing.bases import basis_of
from massagelang.plan.timing.time import share
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Entry(Record):
    """One heading of a routine, or the lines before the first one (`level` is then `lines` and the title empty).

    `start` is when it begins, None for a variant, which is in only when it is chosen; in a section that is done several
    times, that of the first. `length` is the ideal time with its share of the totals that are written around it;
    `time` tells how short and how long it could be. `basis` is written, estimated or mixed. `within` is the id of the
    section around it, `side` the side being worked in a section of both sides; `both_sides` and `times` say how often
    the heading itself is done, `budget` the total that it gives.
    """

    id: str
    level: str
    title: str
    within: str
    start: int | None
    length: int
    time: Time
    basis: str
    side: str = ""
    both_sides: bool = False
    times: int = 1
    optional: bool = False
    variant: str = ""
    budget: int | None = None


@frozen(slots=False, repr=False, eq=False)
class Timetable(Record):
    """A routine's headings in order, and the `whole` as an entry of its own (its `budget` is the session)."""

    whole: Entry
    entries: tuple[Entry, ...]


@frozen(slots=False, repr=False, eq=False)
class _Around(Record):
    within: str = ""
    side: str = ""
    variant: str = ""
    optional: bool = False


def timetable(plan: Plan) -> Timetable:
    """The headings of a plan with their times."""
    body, length = plan.body, plan.time.ideal
    budget = body.budget.ideal if body.budget else None
    whole = Entry(body.id, "routine", plan.title, "", 0, length, body.time, basis_of(body), budget=budget)
    inside = body.body if isinstance(body, Section) else body
    return Timetable(whole, tuple(_entries(inside, 0, length, _Around())) if _has_headings(inside) else ())


def _has_headings(part: Planned) -> bool:
    return any(isinstance(inside, Section) for inside in parts_of(part))


def _entries(part: Planned, start: int | None, length: int, around: _Around) -> Iterator[Entry]:
    match part:
        case Section():
            yield from _headed(part, start, length, around)
        case Aside(kind="variant", text=name, body=body):
            yield from _entries(body, None, body.time.ideal, evolve(around, variant=name))
        case Aside(kind="optional", body=body):
            yield from _entries(body, start, length, evolve(around, optional=True))
        case _ if not _has_headings(part):
            if part.time.longest:
                basis = basis_of(part)
                yield Entry(part.id, "lines", "", around.within, start, length, part.time, basis, around.side)
        case Sides(first=first, second=second):
            sides = [evolve(around, side=part.first_side), evolve(around, side=part.second_side)]
            yield from _in_a_row((first, second), start, length, sides)
        case Repeat(passes=passes):
            yield from _entries(passes[0], start, first_pass(part, length), around)
        case Row(parts=parts):
            yield from _in_a_row(parts, start, length, [around] * len(parts))


def _in_a_row(parts: Sequence[Planned], start: int | None, length: int, around: Sequence[_Around]) -> Iterator[Entry]:
    for part, own, frame in zip(parts, share([part.time for part in parts], length), around, strict=True):
        yield from _entries(part, start, own, frame)
        start = None if start is None else start + own


def _headed(part: Section, start: int | None, length: int, around: _Around) -> Iterator[Entry]:
    sides, times = _how_often(part)
    yield Entry(
        part.id, part.level, part.title, around.within, start, length, part.time, basis_of(part), around.side,
        sides, times, around.optional, around.variant, part.budget.ideal if part.budget else None,
    )  # fmt: skip
    if _has_headings(part.body):
        yield from _entries(part.body, start, length, evolve(around, within=part.id, optional=False, variant=""))


def _how_often(section: Section) -> tuple[bool, int]:
    """Whether a heading says both sides, and how many times."""
    times, part = 1, section.body
    while True:
        match part:
            case Repeat(passes=passes, count=count) if part.id.endswith("~times"):
                times, part = count.middle, passes[0]
            case Row(parts=(only,)):
                part = only
            case _:
                return part.id == f"{section.id}~sides", times
