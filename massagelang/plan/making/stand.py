"""Where the giver is, and which hand and which side are near from there (R11)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from massagelang.plan.making.hands import opposite
from massagelang.plan.model import Hands, How, Stand, Way
from massagelang.vocabulary import Deed

_WHERE = frozenset({"at", "beside", "on", "to", "by"})
"""Prepositions that tell where somebody comes to be; toward and over only lean."""

_ONTO = frozenset({"on", "onto", "to", "over"})

_WAYS_TO_LOOK = {"head": "head", "face": "head", "shoulder": "head", "foot": "feet"}
_SIDES = ("left", "right")


def stand_of(words: Sequence[str]) -> Stand:
    """What `giver: at left side` says."""
    side = next((word for word in words if word in _SIDES), "")
    return Stand(side)


def stand_after(stand: Stand, deed: Deed | None, ways: Sequence[Way], how: How, *, turned: bool) -> Stand:
    """Where the giver is after a deed: at the side of the place it came to; no side at the head or the feet."""
    reached = [way.targets[-1] for way in ways if way.word in _WHERE and way.targets and not way.targets[-1].own]
    if deed is not None and deed.moves and reached:
        side = reached[-1].true_side
        stand = Stand(side if side in _SIDES else "", turned=turned)
    elif deed is not None and deed.moves:
        stand = evolve(stand, turned=turned)
    looks = next((_WAYS_TO_LOOK.get(target.region.id, "") for target in how.facing if target.region), None)
    return stand if looks is None else evolve(stand, facing=looks)


_LAID_ON = {"back": "supine", "abdomen": "prone", "chest": "prone", "face": "prone", "side_of_body": "side_lying"}
_UPRIGHT = {"sit": "seated", "stand": "standing", "kneel": "kneeling", "squat": "squatting"}


def position_after(position: str, deed: Deed | None, ways: Sequence[Way]) -> str:
    """How the receiver is after a deed that names no position: `lies on left side_of_body`, `sits`."""
    if deed is None:
        return position
    reached = [target.region.id for way in ways if way.word in _ONTO for target in way.targets if target.region]
    if deed.id in ("lie", "turn", "roll") and reached:
        return _LAID_ON.get(reached[-1], position)
    return _UPRIGHT.get(deed.id, position)


def near_arm(hands: Hands) -> str:
    """The giver's arm, left or right, that is nearer to the receiver (the inside hand); empty while that is unknown.

    Who stands at the left of somebody prone and looks to the head has the receiver at the right hand.
    """
    stand = hands.stand
    if not stand.side or not stand.facing or hands.posture not in ("prone", "supine"):
        return ""
    turns = (hands.posture == "prone") + (stand.facing == "feet")
    return stand.side if turns % 2 == 0 else opposite(stand.side)
