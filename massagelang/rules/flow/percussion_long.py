"""ML505: percussion that goes on for long in one place."""

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


@rule(
    code="ML505",
    severity=Severity.INFO,
    message="`{verb}` goes on for {time} over the {place}; education sources keep percussion in one place short.",
    hint="Give it less time, or share it among several places.",
    sources=("S101", "S21"),
    confidence="M",
    limits={"longest_s": 60},
    bad="""
        routine "Back"
        lubricant: oil
        stroke both up back, light, for 9min
        hack both over upper_back «for 2min»
        stroke both up back, light, for 1min
        """,
    good="""
        routine "Back"
        lubricant: oil
        stroke both up back, light, for 9min
        hack both over upper_back for 40s
        stroke both up back, light, for 1min
        """,
)
def percussion_long(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """A place is covered four to six times; percussion that goes on much longer is said to over-stimulate.

    The limit is our own estimate, and a house may set another.
    """
    said: set[Spot] = set()
    for work in work_in_one_place(plan, _strikes):
        act = work.longest.act
        if work.length > limits["longest_s"] * 1000 and act.spot not in said:
            said.add(act.spot)
            arguments = (
                ("verb", verb_of(act)),
                ("time", duration_words(round(work.length))),
                ("place", region_words(work.place)),
            )
            yield Finding(kind, spot_of(plan, act.spot, TIME), arguments)


def _strikes(done: Done) -> bool:
    return done.act.technique is not None and done.act.technique.family == "percussion"
