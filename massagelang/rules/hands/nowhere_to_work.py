"""ML202: a working hand of which nothing says where it works."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.making.hands import limbs_of
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Plan
from massagelang.rules.body.aim import actions
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of


@rule(
    code="ML202",
    severity=Severity.WARNING,
    message="Nothing says where to `{verb}`.",
    hint="Name a place: `{verb} … on back`, `… up right_side`.",
    bad="""
        hand left on sacrum
        «stroke right, slow»
        """,
    good="""
        hand left on sacrum
        stroke right up right_side, slow
        """,
)
def nowhere_to_work(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A hand that is off the body needs a place to work at.

    A hand that stands somewhere works there, and a technique without a path goes on where the tools are; but a hand
    in the air is nowhere.
    """
    for act in actions(plan):
        if not _names_a_place(act) and _in_the_air(act):
            yield Finding(kind, act.spot, (("verb", verb_of(act)),))


def _names_a_place(act: Act) -> bool:
    return act.moved is not None or any(way.targets for way in (*act.ways, *act.how.travel))


def _in_the_air(act: Act) -> bool:
    return all(is_off(act.before.of(limb)) for limb in limbs_of(act.tools))
