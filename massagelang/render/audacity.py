"""Audacity labels: what is told at its time, to record or cut a guide by (File, Import, Labels).

A text is one line. Signals and words that take no time are labels of a point.
"""

from __future__ import annotations

from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import whole
from massagelang.render.words import Options

SUFFIX = ".labels.txt"


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All told cues of a plan as labels, one a line. Errors: `cues.TooLong`."""
    told = (cue for cue in whole(plan, choices, Options(**options)) if one_line(cue.text))
    return "".join(f"{_seconds(cue.start)}\t{_seconds(cue.end)}\t{one_line(cue.text)}\n" for cue in told)


def _seconds(milliseconds: int) -> str:
    """`62.500000`, as Audacity writes them."""
    return f"{milliseconds // 1000}.{milliseconds % 1000:03}000"
