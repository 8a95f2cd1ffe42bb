"""ML507: the receiver has to change position many times."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Sides, parts_of
from massagelang.rules.course import course_of
from massagelang.rules.rule import Limits, rule
from massagelang.rules.setting import setting_of
from massagelang.rules.turning import position_after

_ALL_FIRST = "Do all that lies on one side before they turn."
_LEG_BY_LEG = (
    "Write `both sides` on each step instead, the turn between them: both sides are then done before they turn. "
    "Where it is meant side by side, leave it."
)
_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}


@rule(
    code="ML507",
    severity=Severity.INFO,
    message="By here the receiver has changed position {times}; each time breaks the rest.",
    hint="{how}",
    confidence="E",
    limits={"turns": 2},
    bad="""
        routine "To and fro"
        receiver: prone
        lubricant: oil
        stroke both up back, light
        receiver turns supine
        stroke both up legs, light
        receiver turns prone
        stroke both up legs, light
        «receiver turns supine»
        hold both on head for 3 breaths
        """,
    good="""
        routine "Back and front"
        receiver: prone
        lubricant: oil
        stroke both up back, light
        stroke both up legs, light
        receiver turns supine
        stroke both up legs, light
        hold both on head for 3 breaths
        """,
)
def many_turns(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """Turning over takes time and wakes whoever has just come to rest; once is usual.

    Animals turn as they like.
    """
    if not course_of(plan).is_whole or setting_of(plan).is_animal:
        return
    present, turns, last = "", 0.0, None
    for done in course_of(plan).every:
        present = present or done.act.before.posture
        position = position_after(done.act)
        if position and not _same(position, present):
            turns += done.times if present else done.times - 1
            last = done.act if turns > limits["turns"] else last
        present = position or present
    if last is not None:
        times = _TIMES.get(round(turns), f"{turns:.0f} times")
        yield Finding(kind, last.spot, (("times", times), ("how", _LEG_BY_LEG if _twice(plan, last) else _ALL_FIRST)))


def _twice(plan: Plan, turn: Act) -> bool:
    """Whether a turn stands in what is done for one side of the body and then for the other."""
    sides = (part for part in plan.parts() if isinstance(part, Sides))
    return any(inside is turn for part in sides for inside in parts_of(part))


def _same(position: str, present: str) -> bool:
    """Whether somebody who lies so lies so already: on a side, while it was open on which."""
    return position == present or position.split(maxsplit=1)[0] == present
