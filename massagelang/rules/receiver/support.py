"""Pillows and bolsters under a receiver, for the rules about how she lies."""

from __future__ import annotations

from collections.abc import Collection

from massagelang.plan.model import Act, Plan


def is_supported(plan: Plan, position: str, regions: Collection[str], things: Collection[str] = ()) -> bool:
    """Whether in a position a support is laid under one of these regions, or one of these things is laid anywhere."""
    return any(
        act.before.posture == position
        and act.verb == "place"
        and act.thing is not None
        and act.thing.kind in ("support", "drape")
        and (_under(act, regions) or act.thing.id in things)
        for act in plan.acts()
    )


def _under(act: Act, regions: Collection[str]) -> bool:
    return any(
        way.word in ("under", "below", "behind") and target.region is not None and target.region.id in regions
        for way in act.ways
        for target in way.targets
    )
