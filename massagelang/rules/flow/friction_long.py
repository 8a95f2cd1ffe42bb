"""ML509: friction that goes on for long in one place."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.plan.said import duration_words
from massagelang.rules.course import Done
from massagelang.rules.flow.long_work import work_in_one_place
from massagelang.rules.rule import Limits, rule
from massagelang.rules.saying import region_words, verb_of
from massagelang.rules.writing import TIME, spot_of
from massagelang.source import Spot

_GENTLE = frozenset({"circle", "mo_rub", "exfoliate", "cuo"})
"""Of the family by their motion, but they glide over the skin or roll a limb."""


@rule(
    code="ML509",
    severity=Severity.INFO,
    message="`{verb}` stays on the {place} for {time}; education sources keep friction in one place short.",
    hint="Give it less time, or let it move on: `moving up {region}`.",
    sources=("S27", "S50"),
    confidence="M",
    limits={"longest_s": 180},
    bad="""
        routine "Scalp"
        hold both on crown for 3 breaths
        circular_friction fingertips of both hands on occiput «for 4min»
        stroke both over scalp, light, for 2min
        """,
    good="""
        routine "Scalp"
        hold both on crown for 3 breaths
        circular_friction fingertips of both hands on occiput for 2min
        stroke both over scalp, light, for 2min
        """,
)
def friction_long(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """Friction works upon a small place for a short time, a few minutes at most, and then moves on.

    The limit is our own estimate, and a house may set another.
    """
    said: set[Spot] = set()
    for work in work_in_one_place(plan, _rubs_one_place):
        act = work.longest.act
        if work.length > limits["longest_s"] * 1000 and act.spot not in said:
            said.add(act.spot)
            arguments = (
                ("verb", verb_of(act)),
                ("time", duration_words(round(work.length))),
                ("place", region_words(work.place)),
                ("region", work.place.region.id if work.place.region else "it"),
            )
            yield Finding(kind, spot_of(plan, act.spot, TIME), arguments)


def _rubs_one_place(done: Done) -> bool:
    act = done.act
    if act.technique is None or act.technique.family != "friction" or act.technique.id in _GENTLE:
        return False
    return not act.how.travel and not any(way.word == "over" or way.directions for way in act.ways)
