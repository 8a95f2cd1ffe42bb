"""A plan unfolded in time: one event for each act of each pass, made one at a time as they are asked for.

Starts and ends are whole milliseconds. Lengths are shared out from the top, cut by cut, so that nothing drifts: the
last event ends exactly when the plan ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge

from attrs import evolve, frozen

from massagelang.plan.model import (
    NO_TIME,
    Act,
    Aside,
    Call,
    Choice,
    Each,
    Mark,
    Plan,
    Planned,
    Repeat,
    Section,
    Sides,
    Time,
    Together,
)
from massagelang.plan.model import Sequence as Row
from massagelang.plan.tally import times_done
from massagelang.plan.timing.time import at_once, in_a_row, repeated, share, within
from massagelang.values import Record

Choices = Mapping[str, int]
"""What was chosen, by the id of the part: the index of an option of a choice; 1 or 0 for an aside in or out."""

_AS_WRITTEN: Choices = {}

NEAR_ENOUGH = 30_000
"""Milliseconds that a check may be off when it says nothing itself."""


@frozen(slots=False, repr=False, eq=False)
class Event(Record):
    """One act at its time. `start` and `end` are milliseconds from the beginning of the routine.

    `passes` are the indexes of the passes, sides and members that it lies in, outer ones first, counted from 0;
    `count` is the pass (from 1) and the number of passes of the innermost repeat, (1, 1) outside of all. `headings`
    are the sections and steps around it; `together` is the id of the block when it is done along with others.
    """

    id: str
    start: int
    end: int
    act: Act
    passes: tuple[int, ...] = ()
    count: tuple[int, int] = (1, 1)
    headings: tuple[Section, ...] = ()
    together: str = ""


@frozen(slots=False, repr=False, eq=False)
class _Frame(Record):
    """What lies around a part while it is unfolded."""

    choices: Choices
    passes: tuple[int, ...] = ()
    count: tuple[int, int] = (1, 1)
    headings: tuple[Section, ...] = ()
    together: str = ""
    calls: tuple[str, ...] = ()

    def inside(self, index: int) -> _Frame:
        return evolve(self, passes=(*self.passes, index))


def events(plan: Plan, choices: Choices = _AS_WRITTEN) -> Iterator[Event]:
    """All events of a plan in order of their start. `choices` go before what the plan has chosen."""
    return _unfold(plan.body, 0, time_with(plan.body, choices).ideal, _Frame(choices))


@frozen(slots=False, repr=False, eq=False)
class Reached(Record):
    """A `check` line and the milliseconds gone by there; how many of them are open, and whether all were written."""

    mark: Mark
    gone: int = 0
    waited: int = 0
    exact: bool = True

    @property
    def now(self) -> int:
        """The milliseconds gone by without those that are open."""
        return self.gone - self.waited

    @property
    def is_right(self) -> bool:
        """Whether about so much time has gone by as the check says; open time before it may have been any."""
        tolerance = self.mark.tolerance or NEAR_ENOUGH
        early, late = self.mark.clock - self.now, self.now - self.mark.clock
        return late <= tolerance and (early <= tolerance or bool(self.waited))

    def after(self, part: Planned, length: int) -> Reached:
        """The same once a part of that length has been done."""
        fixed = part.time.shortest == part.time.longest
        return Reached(self.mark, self.gone + length, self.waited + min(_waits(part), length), self.exact and fixed)


def marks(plan: Plan) -> Iterator[Reached]:
    """The `check` lines at file level, each with the time that has gone by there."""
    nothing = Mark(0, 0, id="", spot=plan.body.spot, time=NO_TIME, before=plan.body.before, after=plan.body.before)
    yield from _marks(plan.body, plan.body.time.ideal, Reached(nothing))


def _marks(part: Planned, length: int, so_far: Reached) -> Iterator[Reached]:
    match part:
        case Mark():
            yield evolve(so_far, mark=part)
        case Section(body=body):
            yield from _marks(body, length, so_far)
        case Row(parts=parts):
            for inside, own in zip(parts, share([one.time for one in parts], length), strict=True):
                yield from _marks(inside, own, so_far)
                so_far = so_far.after(inside, own)


def _waits(part: Planned) -> int:
    """How much of a part is open time, by its ideal."""
    return sum(round(act.time.ideal * times) for act, times in times_done(part) if act.time.open)


def time_with(part: Planned, choices: Choices = _AS_WRITTEN) -> Time:
    """How long a part takes when it is done by these choices."""
    if not choices:
        return part.time
    needs = needs_of(part, choices)
    return within(needs, part.budget, part.bound) if part.budget else needs


def needs_of(part: Planned, choices: Choices = _AS_WRITTEN) -> Time:
    """How long what stands inside a part takes, whatever total is written for it."""
    match part:
        case Row(parts=parts) | Each(members=parts):
            return in_a_row([time_with(inside, choices) for inside in parts])
        case Repeat(passes=passes, count=count, cycle=cycle):
            return repeated([time_with(one, choices) for one in passes], cycle, count.middle)
        case Sides(first=first, second=second):
            return in_a_row([time_with(first, choices), time_with(second, choices)])
        case Together(members=members):
            return at_once([time_with(member, choices) for member in members])
        case Choice():
            return time_with(_chosen(part, choices), choices)
        case Aside(body=body):
            return time_with(body, choices) if _is_in(part, choices) else NO_TIME
        case Call(body=body) | Section(body=body):
            return time_with(body, choices)
        case _:
            return part.time


def _chosen(part: Choice, choices: Choices) -> Planned:
    return part.options[choices.get(part.id, 0)]


def _is_in(part: Aside, choices: Choices) -> bool:
    return bool(choices.get(part.id, part.usually_in))


def _unfold(part: Planned, start: int, length: int, frame: _Frame) -> Iterator[Event]:
    match part:
        case Act():
            yield _event(part, start, length, frame)
        case Row(parts=parts):
            yield from _row(parts, start, length, [frame] * len(parts))
        case Each(members=parts):
            yield from _row(parts, start, length, [frame.inside(index) for index in range(len(parts))])
        case Sides(first=first, second=second):
            yield from _row((first, second), start, length, [frame.inside(0), frame.inside(1)])
        case Repeat():
            yield from _passes(part, start, length, frame)
        case Together(members=members):
            yield from _at_once(part, members, start, length, frame)
        case Choice():
            yield from _unfold(_chosen(part, frame.choices), start, length, frame)
        case Aside(body=body):
            if _is_in(part, frame.choices):
                yield from _unfold(body, start, length, frame)
        case Call(body=body):
            yield from _unfold(body, start, length, evolve(frame, calls=(*frame.calls, part.id)))
        case Section(body=body):
            yield from _unfold(body, start, length, evolve(frame, headings=(*frame.headings, part)))


def _event(act: Act, start: int, length: int, frame: _Frame) -> Event:
    passes = ".".join(map(str, frame.passes))
    id_ = ">".join((*frame.calls, act.id)) + (f"#{passes}" if passes else "")
    return Event(id_, start, start + length, act, frame.passes, frame.count, frame.headings, frame.together)


def _row(parts: Sequence[Planned], start: int, length: int, frames: Sequence[_Frame]) -> Iterator[Event]:
    choices = frames[0].choices if frames else _AS_WRITTEN
    lengths = share([time_with(part, choices) for part in parts], length)
    for part, own, frame in zip(parts, lengths, frames, strict=True):
        yield from _unfold(part, start, own, frame)
        start += own


def _at_once(part: Together, members: Sequence[Planned], start: int, length: int, frame: _Frame) -> Iterator[Event]:
    inside = evolve(frame, together=frame.together or part.id)
    streams = []
    for index, member in enumerate(members):
        time = time_with(member, frame.choices)
        own = min(max(length, time.shortest), time.longest)
        streams.append(_unfold(member, start, own, inside.inside(index)))
    return merge(*streams, key=lambda event: event.start)


def first_pass(part: Repeat, length: int) -> int:
    """How long the first pass is of a repeat that takes a length in all; milliseconds."""
    lengths, rest = _shared(part, length, _AS_WRITTEN)
    if lengths:
        return lengths[0]
    return _Cuts([one.time.ideal for one in part.passes], part.count.middle, rest).at(1)


def _shared(part: Repeat, length: int, choices: Choices) -> tuple[list[int], int]:
    """The lengths of the passes that differ, and of all the others together."""
    number = part.count.middle
    times = [time_with(one, choices) for one in part.passes]
    before = min(part.cycle, number)
    rest = repeated(times[part.cycle :], 0, number - before)
    *lengths, rest_length = share([*times[:before], rest], length)
    return lengths, rest_length


def _passes(part: Repeat, start: int, length: int, frame: _Frame) -> Iterator[Event]:
    """The passes of a repeat: those that differ by themselves, the rest by cuts of equal right."""
    number = part.count.middle
    times = [time_with(one, frame.choices) for one in part.passes]
    before = min(part.cycle, number)
    lengths, rest_length = _shared(part, length, frame.choices)
    for index, own in enumerate(lengths):
        yield from _unfold(part.passes[index], start, own, _in_pass(frame, index, number))
        start += own
    if rest_length == 0:
        return  # passes without time say nothing that the first has not said
    cuts = _Cuts([time.ideal for time in times[part.cycle :]], number - before, rest_length)
    for index in range(number - before):
        own = cuts.at(index + 1) - cuts.at(index)
        inside = _in_pass(frame, before + index, number)
        yield from _unfold(part.pass_at(before + index), start + cuts.at(index), own, inside)


def _in_pass(frame: _Frame, index: int, number: int) -> _Frame:
    return evolve(frame.inside(index), count=(index + 1, number))


@frozen(slots=False, repr=False, eq=False)
class _Cuts(Record):
    """Where the passes of a cycle begin: in proportion to their ideal lengths, exact for any number of passes."""

    ideals: list[int]
    number: int
    length: int

    def at(self, index: int) -> int:
        """Milliseconds from the first pass to the one of that index."""
        whole = self._reached(self.number)
        if not whole:
            return self.length * index // max(1, self.number)
        return self.length * self._reached(index) // whole

    def _reached(self, index: int) -> int:
        cycles, extra = divmod(index, len(self.ideals))
        return cycles * sum(self.ideals) + sum(self.ideals[:extra])
