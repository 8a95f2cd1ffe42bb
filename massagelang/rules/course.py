"""The course of a routine: each act that is done in it, when first, how often and how long. Walked once for a plan.

Nothing is unfolded: what a plan shares is looked at once, so that a repeat of a million million passes costs nothing.
Only what is done when nobody has chosen is in it: the first of several options, what is optional, and no `if`.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from attrs import frozen

from massagelang.plan.making.hands import OFF
from massagelang.plan.model import (
    Act,
    Aside,
    Call,
    Choice,
    Each,
    Plan,
    Planned,
    Repeat,
    Section,
    Sequence,
    Sides,
    Together,
)
from massagelang.plan.tally import outer_first
from massagelang.plan.timing.time import share
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Done(Record):
    """One act of the course. `start` is when it is first done and `length` how long all its times are together.

    Both are milliseconds, estimates where nothing is written. `times` is how often it is done; `step` the innermost
    heading around it, `together` whether another member is done at the same time. `arms` are the arms (FIRST, SECOND)
    that it engages; `is_work` tells whether the giver works here, and every word of it was understood.
    """

    act: Act
    start: int
    length: int
    times: float
    step: Section | None
    together: bool
    arms: frozenset[int]
    is_work: bool


@frozen(slots=False, repr=False, eq=False)
class Course(Record):
    """All acts of a plan in the order in which they are first done, and those among them that are work.

    `is_titled` tells that a routine is meant and not a snippet, `is_whole` that there is enough of it to say how it
    begins and ends.
    """

    every: tuple[Done, ...]
    work: tuple[Done, ...]
    is_titled: bool
    is_whole: bool


@frozen(slots=False, repr=False, eq=False)
class _Passage(Record):
    """What is known of a part of the plan before it is looked into."""

    start: int
    length: float
    times: float
    step: Section | None
    together: bool


_NO_ARMS: frozenset[int] = frozenset()
_COURSES: WeakKeyDictionary[Plan, Course] = WeakKeyDictionary()
_FEWEST_ACTIONS = 3
"""Nobody can say of fewer actions how they begin and end."""


def course_of(plan: Plan) -> Course:
    """The course of a plan, made once however many rules ask."""
    found = _COURSES.get(plan)
    if found is None:
        found = _COURSES[plan] = _made(plan)
    return found


def _made(plan: Plan) -> Course:
    passages = _passages(plan.body)
    every = tuple(
        Done(
            act,
            passage.start,
            round(passage.length),
            passage.times,
            passage.step,
            passage.together,
            arms_of(act),
            act.kind == "action" and act.technique is not None and act.understood,
        )
        for act in plan.acts()
        if (passage := passages.get(id(act))) and passage.times
    )
    work = tuple(done for done in every if done.is_work)
    is_titled = plan.has_routine and bool(work)
    return Course(every, work, is_titled, is_titled and len(work) >= _FEWEST_ACTIONS)


def arms_of(act: Act) -> frozenset[int]:
    """The arms that an act engages, by their index."""
    if not act.tools:
        return _NO_ARMS
    return frozenset([limb.index for tool in act.tools for limb in tool.limbs if limb.kind == "arm"])


def _passages(body: Planned) -> dict[int, _Passage]:
    """The passage of each part, by its id in memory; what is shared adds up."""
    found = {id(body): _Passage(0, body.time.ideal, 1.0, None, together=False)}
    for part in outer_first(body):
        around = found[id(part)]
        step = part if isinstance(part, Section) else around.step
        together = around.together or (isinstance(part, Together) and len(part.members) > 1)
        once = around.length / around.times if around.times else 0.0
        for inside, start, length, factor in _inside(part, once):
            own = _Passage(around.start + round(start), length * around.times, factor * around.times, step, together)
            known = found.get(id(inside))
            found[id(inside)] = _added(known, own) if known else own
    return found


def _added(one: _Passage, other: _Passage) -> _Passage:
    first = one if one.times and (one.start <= other.start or not other.times) else other
    return _Passage(first.start, one.length + other.length, one.times + other.times, first.step, first.together)


def _inside(part: Planned, length: float) -> Iterator[tuple[Planned, float, float, float]]:
    """The parts in a part that is done once in that length: when each begins, how long it takes, how often it comes."""
    match part:
        case Sequence(parts=several) | Each(members=several):
            yield from _in_a_row(several, length)
        case Sides(first=first, second=second):
            yield from _in_a_row((first, second), length)
        case Repeat():
            yield from _passes(part, length)
        case Together(members=members):
            yield from ((member, 0.0, min(length, float(member.time.longest)), 1.0) for member in members)
        case Choice(options=options):
            yield options[0], 0.0, length, 1.0
            yield from ((option, 0.0, 0.0, 0.0) for option in options[1:])
        case Aside(body=body):
            yield body, 0.0, length if part.usually_in else 0.0, 1.0 if part.usually_in else 0.0
        case Call(body=body) | Section(body=body):
            yield body, 0.0, length, 1.0


def _in_a_row(parts: tuple[Planned, ...], length: float) -> Iterator[tuple[Planned, float, float, float]]:
    start = 0
    for part, own in zip(parts, share([part.time for part in parts], round(length)), strict=True):
        yield part, start, own, 1.0
        start += own


def _passes(part: Repeat, length: float) -> Iterator[tuple[Planned, float, float, float]]:
    """The passes of a repeat, each with the share of the whole that its ideal has."""
    number, cycle = part.count.middle, part.cycle
    rest = max(0, number - cycle) / max(1, len(part.passes) - cycle)
    counts = [rest if index >= cycle else float(index < number) for index in range(len(part.passes))]
    needs = sum(count * one.time.ideal for count, one in zip(counts, part.passes, strict=True))
    scale = length / needs if needs else 0.0
    start = 0.0
    for count, one in zip(counts, part.passes, strict=True):
        yield one, start, count * one.time.ideal * scale, count
        start += one.time.ideal * scale


def ends(plan: Plan, *, last: bool) -> Act | None:
    """The first or the last touch of the giver: a placement or an action. None where there is no touch at all."""
    seen: set[int] = set()
    waiting: list[Planned] = [plan.body]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Act) and _touches(part):
            return part
        if id(part) not in seen:  # parts without a touch are looked at once
            seen.add(id(part))
            waiting.extend(_as_done(part, last=last))
    return None


def _touches(act: Act) -> bool:
    """Whether an act touches the receiver: not the giver's own hands (`against each_other`), and no wrapping up."""
    if act.kind not in ("placement", "action") or (act.technique is not None and act.technique.id == "wrap"):
        return False
    targets = [target for way in act.ways for target in way.targets]
    on_oneself = bool(targets) and all(target.own or target.special == "each_other" for target in targets)
    return not on_oneself or act.moved is not None or act.before.arms != (OFF, OFF)


def _as_done(part: Planned, *, last: bool) -> list[Planned]:
    """The parts inside a part, such that the first (or last) to be done stands at the end."""
    if isinstance(part, Repeat):
        passes = list(part.passes)
        final = part.pass_at(max(0, part.count.middle - 1))
        return [*passes, final] if last else passes[::-1]
    inside = [one for one, _, _, factor in _inside(part, float(part.time.ideal)) if factor]
    return inside if last else inside[::-1]


def keeps_contact(plan: Plan, done: Done) -> bool:
    """Whether contact is promised throughout, by the file or by the step that an act stands in."""
    own = dict(done.step.properties).get("throughout", ()) if done.step else ()
    return "contact" in own or "contact" in plan.property("throughout")
