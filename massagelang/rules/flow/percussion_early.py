"""ML504: percussion before the last third of a routine."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.course import course_of
from massagelang.rules.rule import Limits, rule
from massagelang.rules.saying import clock_words, verb_of
from massagelang.rules.setting import setting_of
from massagelang.source import Spot


@rule(
    code="ML504",
    severity=Severity.INFO,
    message="`{verb}` comes at {when} of {whole}; percussion usually belongs to the last third.",
    hint="Move it toward the end, where it rouses.",
    sources=("S94",),
    confidence="M",
    limits={"earliest_percent": 66},
    bad="""
        routine "Back"
        lubricant: oil
        stroke both up back, light, for 2min
        «hack both over upper_back, for 30s»
        stroke both up back, light, for 5min
        """,
    good="""
        routine "Back"
        lubricant: oil
        stroke both up back, light, for 7min
        hack both over upper_back, for 30s
        stroke both up back, light, for 1min
        """,
)
def percussion_early(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """Percussion rouses: it wakes the receiver at the end, and before that it would undo what strokes have calmed.

    Before a race it is meant to rouse from the start, and tui na has its own order.
    """
    whole = plan.time.ideal
    if not course_of(plan).is_whole or setting_of(plan).is_any("tui_na", "paediatric_tui_na", "preevent"):
        return
    said: set[Spot] = set()
    for done in course_of(plan).work:
        technique = done.act.technique
        if technique is None or technique.family != "percussion" or technique.school == "tui_na":
            continue
        if done.start * 100 < limits["earliest_percent"] * whole and done.act.spot not in said:
            said.add(done.act.spot)
            arguments = (
                ("verb", verb_of(done.act)),
                ("when", clock_words(done.start)),
                ("whole", clock_words(whole)),
            )
            yield Finding(kind, done.act.spot, arguments)
