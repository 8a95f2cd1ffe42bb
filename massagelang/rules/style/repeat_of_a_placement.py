"""ML603: a repeat that takes only a placement."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Repeat, parts_of
from massagelang.rules.rule import rule
from massagelang.source import Spot


@rule(
    code="ML603",
    severity=Severity.WARNING,
    message="This repeats only that a hand is laid down, so nothing happens again.",
    hint="Put what should be done again before it, in the same line: `stroke …; repeat 3`.",
    bad="""
        hand left on sacrum; «repeat 3»
        stroke right up right_side
        """,
    good="""
        hand left on sacrum; stroke right up right_side; repeat 3
        """,
)
def repeat_of_a_placement(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A hand that has been laid down lies there; to repeat it changes nothing.

    A repeat looks back over its own line. What was to be repeated most likely stands in the line above.
    """
    said: set[Spot] = set()
    for part in plan.parts():
        if isinstance(part, Repeat) and part.spot not in said and _only_lays_down(part):
            said.add(part.spot)
            yield Finding(kind, part.spot)


def _only_lays_down(part: Repeat) -> bool:
    if part.reason not in ("count", "more"):
        return False
    acts = [act for act in parts_of(part.passes[0]) if isinstance(act, Act) and act.said]
    return bool(acts) and all(act.kind == "placement" and act.how.for_time is None for act in acts)
