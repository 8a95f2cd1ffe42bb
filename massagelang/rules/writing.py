"""Where in a statement a word stands that a finding underlines; the plan itself keeps only whole statements."""

from __future__ import annotations

import re

from massagelang.plan.model import Plan
from massagelang.source import Span, Spot

_DURATION = r"[\d.,–-]+ ?(?:min|s|h|ms|seconds?|minutes?|hours?|breaths?)(?:[\d ]+(?:s|min|seconds?))?"
TIME = rf"\bfor (?:(?:about|at least|at most|exactly) )?(?:{_DURATION}|(?:several|a few|half an?) \w+)(?: each)?"
"""A time as it is written: `for about 2min each`."""

RATE = r"[\d.,–-]+ ?(?:/ ?min|/ ?s|cm/s)"
"""A tempo in numbers: `140/min`."""

COUNT = r"[\d.,–-]+ times(?: each way)?"
"""A count: `20 times`."""


def text_at(plan: Plan, spot: Spot) -> str:
    """The text of a spot as it was written."""
    source, span = plan.where(spot)
    return source.text[span.start : span.end]


def spot_of(plan: Plan, spot: Spot, *patterns: str, group: int = 0) -> Spot:
    """The first words in a spot that match the first pattern that matches at all, else the whole spot."""
    text = text_at(plan, spot)
    for pattern in patterns:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            start = spot.span.start
            return Spot(spot.line, Span(start + found.start(group), start + found.end(group)))
    return spot
