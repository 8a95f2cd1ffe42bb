"""ML420: a private part of the body."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.body.sites import AIMED, CROSSED, place_as_written, touches
from massagelang.rules.rule import rule
from massagelang.source import Spot


@rule(
    code="ML420",
    severity=Severity.ERROR,
    message="`{place}` is a private part; education sources say that massage leaves it alone and covered.",
    hint="Choose another place.",
    sources=("S06", "S81"),
    confidence="H",
    can_be_allowed=False,
    bad="""
        hold both «on pubis»
        """,
    good="""
        hold both on lower_abdomen
        cover breasts
        """,
)
def private_part(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Genitals, anus, the cleft of the buttocks, the pubic bone and, in general massage, the breasts are left alone.

    Whatever is aimed at them or crosses them is an error that cannot be allowed away: work, a resting hand, a thing,
    moving them, uncovering them. Covering them is what is asked for.
    """
    for touch in touches(plan):
        if touch.met in (AIMED, CROSSED) and _is_private(touch.target, plan):
            yield _finding(kind, plan, touch.spot, touch.target)
    for act in plan.acts():
        if act.understood:
            for spot, target in _uncovered_or_moved(act):
                if _is_private(target, plan):
                    yield _finding(kind, plan, spot, target)


def _uncovered_or_moved(act: Act) -> Iterator[tuple[Spot, Target]]:
    if act.kind == "drape" and act.verb == "uncover":
        yield from ((act.spot, target) for way in act.ways for target in way.targets)
    elif act.kind == "action" and act.moved is not None:
        yield act.spot, act.moved


def _is_private(target: Target, plan: Plan) -> bool:
    if target.region is None or target.own:
        return False
    return any(region.caution == "private" for region in plan.vocabulary.around(target.region))


def _finding(kind: Kind, plan: Plan, spot: Spot, target: Target) -> Finding:
    return Finding(kind, spot, (("place", place_as_written(plan, spot, target)),))
