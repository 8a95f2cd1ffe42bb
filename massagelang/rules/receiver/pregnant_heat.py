"""ML457: hot stones and warmth for the core in pregnancy."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan, Target
from massagelang.rules.receiver.heat import WARMERS, hot_acts
from massagelang.rules.receiver.meeting import meetings
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.work import verb_of
from massagelang.rules.rule import rule

_CORE = ("abdomen", "lower_back", "back", "sacrum", "chest", "buttock")


@rule(
    code="ML457",
    severity=Severity.ERROR,
    message="`{verb}` brings {heat} to this receiver ({told}); education sources advise against it.",
    hint="Work with warm hands instead, and leave hot stones and packs out.",
    sources=("S116b", "S116"),
    confidence="M",
    bad="""
        receiver: side_lying, pregnant 24 weeks
        «place 4 hot_stones on upper_back»
        """,
    good="""
        receiver: side_lying, pregnant 24 weeks
        cover upper_back with warm_towel
        """,
)
def pregnant_heat(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Hot stones in quantity, and anything that warms the core of the body, is left out in pregnancy.

    The finding stands at the first such thing.
    """
    found = pregnancy_of(plan)
    if found is None:
        return
    stones = [(act, "hot stones") for act in hot_acts(plan)]
    core = [Target(region) for name in _CORE if (region := plan.vocabulary.region(name))]
    packs = [(met.act, "warmth") for met in meetings(hot_acts(plan, WARMERS), core, plan)]
    for act, heat in [*stones, *packs][:1]:
        yield Finding(kind, act.spot, (("verb", verb_of(act)), ("heat", heat), ("told", found.words)))
