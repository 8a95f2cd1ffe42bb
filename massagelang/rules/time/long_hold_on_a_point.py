"""ML308: one point pressed or held for longer than is usual."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.making.hands import limbs_of
from massagelang.plan.model import Act, Plan
from massagelang.plan.said import duration_words
from massagelang.rules.rule import Limits, rule
from massagelang.rules.saying import verb_of
from massagelang.rules.where import is_at_points, places_of
from massagelang.rules.writing import TIME, spot_of

_SMALL_TOOLS = frozenset({"thumb", "finger", "fingertips", "elbow", "knuckles"})
_KEPT = frozenset({"holding", "pressing"})


@rule(
    code="ML308",
    severity=Severity.INFO,
    message="`{verb}` stays on one point for {time}; up to {usual} is usual.",
    hint="Give it less time, or come back to it later.",
    sources=("S49",),
    confidence="L",
    limits={"longest_s": 120},
    bad="""
        press thumbs on gb20 «for 3min»
        """,
    good="""
        press thumbs on gb20 for 1min
        """,
)
def long_hold_on_a_point(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """A point is pressed or held for seconds, and for two minutes at most.

    A hand that rests on a wider place may rest there as long as it likes.
    """
    for act in plan.acts():
        time = act.how.for_time
        if time is None or time.ideal <= limits["longest_s"] * 1000 or not _is_on_a_point(act):
            continue
        number = 1 if act.how.each else max(1, len(places_of(act)) // max(1, len(limbs_of(act.tools))))
        if time.ideal / number > limits["longest_s"] * 1000:
            arguments = (
                ("verb", verb_of(act)),
                ("time", duration_words(time.ideal // number)),
                ("usual", duration_words(round(limits["longest_s"] * 1000))),
            )
            yield Finding(kind, spot_of(plan, act.spot, TIME), arguments)


def _is_on_a_point(act: Act) -> bool:
    """Whether an act presses or holds one spot and does not move on."""
    if act.kind != "action" or act.technique is None or act.technique.family not in _KEPT or not act.understood:
        return False
    if act.how.travel or any(way.centimetres and way.word != "over" for way in act.ways) or act.technique.travels:
        return False
    if is_at_points(act):
        return True
    small = bool(act.tools) and all(tool.part in _SMALL_TOOLS and tool.implement is None for tool in act.tools)
    return small and act.technique.family == "pressing"
