"""The plan: what a routine means, with every word looked up, every side resolved and every part timed.

A plan is a tree of parts. Repeats, sides, choices, calls and blocks stay nodes; `plan.events` unfolds them one event
at a time. Times are whole milliseconds. Each attribute knows whether it was written, follows from what was written,
or is an estimate.
"""

from massagelang.plan.model.hands import FIRST, SECOND, UNKNOWN_STAND, Contact, Hands, Limb, Stand, Tool
from massagelang.plan.model.how import NO_HOW, How, HowWord, Level
from massagelang.plan.model.parts import (
    Act,
    Aside,
    Call,
    Choice,
    Each,
    Gap,
    Mark,
    Planned,
    Repeat,
    Section,
    Sequence,
    Sides,
    Together,
    inner,
    parts_of,
)
from massagelang.plan.model.places import Offset, Target, Way
from massagelang.plan.model.receiver import Avoided, Told
from massagelang.plan.model.things import Quantity
from massagelang.plan.model.times import NO_TIME, Amount, Basis, Time
from massagelang.plan.model.whole import Plan

__all__ = [
    "FIRST",
    "NO_HOW",
    "NO_TIME",
    "SECOND",
    "UNKNOWN_STAND",
    "Act",
    "Amount",
    "Aside",
    "Avoided",
    "Basis",
    "Call",
    "Choice",
    "Contact",
    "Each",
    "Gap",
    "Hands",
    "How",
    "HowWord",
    "Level",
    "Limb",
    "Mark",
    "Offset",
    "Plan",
    "Planned",
    "Quantity",
    "Repeat",
    "Section",
    "Sequence",
    "Sides",
    "Stand",
    "Target",
    "Time",
    "Together",
    "Told",
    "Tool",
    "Way",
    "inner",
    "parts_of",
]
