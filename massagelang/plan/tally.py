"""How often each act of a plan is done, without unfolding it: parts that are shared are added up once."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.plan.model import Act, Aside, Choice, Planned, Repeat, inner, parts_of


def times_done(body: Planned) -> list[tuple[Act, float]]:
    """The acts of the planned timeline, in the order of writing, each with how many times it is done."""
    times: dict[int, float] = {id(body): 1.0}
    for part in outer_first(body):
        for inside, factor in _inside(part):
            times[id(inside)] = times.get(id(inside), 0.0) + times.get(id(part), 0.0) * factor
    acts = (part for part in parts_of(body) if isinstance(part, Act))
    return [(act, times[id(act)]) for act in acts if times.get(id(act))]


def outer_first(body: Planned) -> list[Planned]:
    """Every part that holds others, after all parts that it stands in itself."""
    ordered: list[Planned] = []
    seen: set[int] = set()
    waiting: list[tuple[Planned, bool]] = [(body, False)]
    while waiting:
        part, done = waiting.pop()
        if done:
            ordered.append(part)
        elif id(part) not in seen:
            seen.add(id(part))
            inside = inner(part)
            if inside:
                waiting.append((part, True))
                waiting.extend([(one, False) for one in inside if not isinstance(one, Act)])
    return ordered[::-1]


def _inside(part: Planned) -> Iterator[tuple[Planned, float]]:
    match part:
        case Repeat(passes=passes, cycle=cycle, count=count):
            rest = max(0, count.middle - cycle) / max(1, len(passes) - cycle)
            for index, inside in enumerate(passes):
                yield inside, (1.0 if index < count.middle else 0.0) if index < cycle else rest
        case Choice(options=options):
            yield options[0], 1.0
        case Aside(body=body):
            yield body, 1.0 if part.usually_in else 0.0
        case _:
            yield from ((inside, 1.0) for inside in inner(part))
