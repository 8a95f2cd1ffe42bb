"""Hot things that are used on a receiver, for the rules that speak of heat."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.work import things_of

STONES = frozenset({"hot_stone", "warm_stone"})
WARMERS = frozenset({
    "hot_pack", "warm_pack", "heating_pad", "hot_water_bottle", "wheat_bag", "rice_bag", "lamp", "herbal_ball",
})  # fmt: skip
_WARM = frozenset({"hot", "warm"})


def hot_acts(plan: Plan, things: Collection[str] = STONES) -> Iterator[Act]:
    """The acts that use one of these hot things, or lay it on; also a `warm` stone."""
    for act in plan.acts():
        if act.understood and (things_of(act) & set(things) or _is_warm_stone(act)):
            yield act


def _is_warm_stone(act: Act) -> bool:
    quality = act.quantity.quality if act.quantity else None
    return quality is not None and quality.id in _WARM and "stone" in things_of(act)
