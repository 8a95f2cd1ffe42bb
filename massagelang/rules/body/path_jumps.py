"""ML427: a stroke whose way leaves the body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Way
from massagelang.rules.body.limbs import SHOULDER, Station, station_of
from massagelang.rules.body.sites import words_at, work
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of

_LEADING = frozenset({"", "from", "to", "over", "along", "through", "into", "onto", "on", "around", "past"})
_SEVERAL = frozenset({"percussion", "holding", "moving"})
"""Families whose hands lift between two places, or that stay."""

_OTHER = {"left": "right", "near": "far", "one": "other"}


@rule(
    code="ML427",
    severity=Severity.WARNING,
    message="The way of `{verb}`, `{first}` and `{last}`, leaves the body in between.",
    hint="Name what lies between, or write two strokes: one for each limb.",
    confidence="E",
    bad="""
        stroke both from right foot «to left knee»
        """,
    good="""
        stroke both from right foot to right knee
        stroke both from left hand up arm over upper_back to right shoulder
        """,
)
def path_jumps(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A stroke stays on the body: from one leg to the other, or from a foot to a hand, it would have to jump.

    A way over the trunk is named by one of its places (`over upper_back`).
    """
    for act, _ in work(plan):
        if len(act.ways) < 2 or act.moved is not None or act.technique is None or act.technique.family in _SEVERAL:
            continue
        for first, last in _steps(act):
            here = station_of(first.targets[-1], plan.vocabulary)
            there = station_of(last.targets[0], plan.vocabulary)
            if _is_apart(here, there):
                spot = last.spot or act.spot
                ends = (("first", _words(plan, act, first)), ("last", _words(plan, act, last)))
                yield Finding(kind, spot, (("verb", verb_of(act)), *ends))


def _steps(act: Act) -> Iterator[tuple[Way, Way]]:
    ways = [way for way in act.ways if way.word in _LEADING and way.targets and way.targets[0].region]
    return (pair for pair in pairwise(ways) if all(len(way.targets) == 1 for way in pair))


def _is_apart(here: Station, there: Station) -> bool:
    if not here.limb or not there.limb or SHOULDER in (here.far, there.far):
        return False
    sides = {here.side, there.side}
    across = any({one, other} == sides for one, other in _OTHER.items())
    return across or here.limb != there.limb


def _words(plan: Plan, act: Act, way: Way) -> str:
    return words_at(plan, way.spot or act.spot)
