"""A place of the plan, and the side of a limb, as cues tell them."""

from __future__ import annotations

from attrs import frozen

from massagelang.plan.model import FIRST, Hands, Limb, Target


@frozen
class Place:
    """A place on the receiver, or on the giver where `own` is set.

    `region` is empty for an hour of the clock by itself; `side` and `part` are empty where there is none; `of` is the
    wider region that was named, `clock` an hour or 0, `word` the preposition of a place in a path. `basis` tells how
    the side is known.
    """

    region: str
    side: str
    part: str
    of: str
    clock: int
    word: str
    own: bool
    basis: str


def place_of(target: Target, word: str = "") -> Place | None:
    """A target as a place; None for `you` and `each_other`, which are no places."""
    if target.region is None and not target.clock:
        return None
    return Place(
        region=target.region.id if target.region else "",
        side=target.side,
        part=target.part.id if target.part else "",
        of=target.within.region.id if target.within and target.within.region else "",
        clock=target.clock,
        word=word,
        own=target.own,
        basis=target.side_basis.value,
    )


def side_of(limb: Limb, hands: Hands) -> str:
    """Which of two limbs it is: left, right, one or other."""
    if limb.side:
        return limb.side
    if limb.kind == "leg":
        return "one" if limb.index == FIRST else "other"
    one = hands.one if hands.one >= 0 else FIRST
    return hands.side_of(limb.index) or ("one" if limb.index == one else "other")
