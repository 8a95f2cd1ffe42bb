"""How firmly an act works, on the scale of 1 to 5."""

from __future__ import annotations

from massagelang.plan.making.hows import pressure_of
from massagelang.plan.model import Act


def firmest(act: Act) -> float:
    """The firmest pressure of an act, as written or as its technique usually has it; 0 for what has none."""
    level = pressure_of(act.how, act.technique)
    return max(level.start, level.end) if level is not None else 0.0
