"""How long one kind of work goes on in one place, added up over the whole course, as far as its time is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from massagelang.plan.model import Basis, Plan, Target
from massagelang.rules.course import Done, course_of
from massagelang.rules.where import places_of
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class LongWork(Record):
    """Work in one place: the longest of it, and the milliseconds of all together."""

    place: Target
    longest: Done
    length: float


_DRAWN_OUT = 1.05


def work_in_one_place(plan: Plan, counts: Callable[[Done], bool]) -> Iterator[LongWork]:
    """The work that counts, by the place and the side at which it is done."""
    found: dict[tuple[str, str], LongWork] = {}
    for done in course_of(plan).work:
        if not counts(done) or not _is_told(done):
            continue
        places = places_of(done.act)
        keys = {(place.region.id, side): place for place in places if place.region for side in _sides(place)}
        for key, place in keys.items():
            length = done.length / (1 if _at_once(places) else len(places))
            known = found.get(key)
            longest = done if known is None or done.length > known.longest.length else known.longest
            found[key] = LongWork(known.place if known else place, longest, length + (known.length if known else 0))
    yield from found.values()


def _is_told(done: Done) -> bool:
    """Whether the time of an act is written, or drawn out by a total that is; a mere estimate proves nothing."""
    return done.act.time.basis is Basis.WRITTEN or done.length > _DRAWN_OUT * done.act.time.ideal * done.times


def _sides(place: Target) -> tuple[str, ...]:
    return (place.true_side,) if place.true_side in ("left", "right") else ("left", "right") if place.paired else ("",)


def _at_once(places: list[Target]) -> bool:
    return len(places) == 1
