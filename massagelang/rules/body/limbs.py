"""Where on a limb a place lies: how far from the trunk, and on which limb; for paths that follow or leave one."""

from __future__ import annotations

from attrs import frozen

from massagelang.plan.model import Target
from massagelang.values import Shown
from massagelang.vocabulary import Vocabulary

TRUNK = 0
"""Of all that is no limb: from here on the numbers count toward fingers and toes."""

_STATIONS = {
    "thigh": ("leg", 2), "knee": ("leg", 3), "lower_leg": ("leg", 4), "ankle": ("leg", 5), "foot": ("leg", 6),
    "shoulder": ("arm", 1), "armpit": ("arm", 1), "upper_arm": ("arm", 2), "elbow": ("arm", 3), "forearm": ("arm", 4),
    "wrist": ("arm", 5), "hand": ("arm", 6),
}  # fmt: skip
_WHOLE = frozenset({"arm", "leg"})
SHOULDER, WRIST_OR_ANKLE, HAND_OR_FOOT = 1, 5, 6
"""Stations of note: within hands and feet strokes may go any way."""


@frozen(repr=False)
class Station(Shown):
    """A place on a limb: `limb` is arm or leg, or empty on the trunk; `side` as written; `far` from the trunk.

    `whole` marks a limb that is named as a whole (`left leg`).
    """

    limb: str = ""
    side: str = ""
    far: int = TRUNK
    whole: bool = False


def station_of(target: Target, words: Vocabulary) -> Station:
    """Where on a limb a place lies; the top of a thigh and its bottom are one station."""
    if target.region is None or target.own:
        return Station()
    for region in words.around(target.region):
        if region.id in _STATIONS:
            limb, far = _STATIONS[region.id]
            return Station(limb, target.true_side, far)
        if region.id in _WHOLE:
            return Station(region.id, target.true_side, _of_part(target), whole=target.part is None)
    return Station()


def _of_part(target: Target) -> int:
    """`top of arm` is near the trunk, `bottom of leg` far from it; a limb as a whole counts from its middle."""
    part = target.part.id if target.part else ""
    return 1 if part in ("top", "base", "upper_part", "upper_third") else 5 if part in ("bottom", "tip") else 3
