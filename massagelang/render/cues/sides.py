"""Which side of the receiver is worked on: by the places that are named, else by where the hands are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from massagelang.plan.making.hands import limbs_of
from massagelang.plan.model import Act, Target

_BOTH = {"both": ("left", "right")}


def sides_of(act: Act) -> frozenset[str]:
    """The sides of the places that an act is about: left, right, near, far, one or other; none where none is told."""
    return frozenset(_sides(list(_named(act)) or _under_hand(act)))


def the_one(sides: Iterable[str]) -> str:
    """The side where there is but one, else nothing."""
    several = set(sides)
    return several.pop() if len(several) == 1 else ""


def _named(act: Act) -> Iterator[Target]:
    alone = (target for target in (act.moved, act.object) if target)
    legs = (target for way in (*act.ways, *act.how.travel) for target in way.targets)
    yield from (target for target in (*alone, *legs) if target.region)


def _under_hand(act: Act) -> Iterator[Target]:
    for limb in limbs_of(act.tools):
        yield from (contact.target for contact in act.before.of(limb) if contact and contact.target)


def _sides(targets: Iterable[Target]) -> Iterator[str]:
    for target in targets:
        if target.true_side and not target.own:
            yield from _BOTH.get(target.true_side, (target.true_side,))
