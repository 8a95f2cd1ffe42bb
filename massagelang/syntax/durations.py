"""Written durations in whole milliseconds."""

from __future__ import annotations

import re

_PIECE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(hours?|h|minutes?|min|seconds?|s)", re.IGNORECASE)
_UNITS = {"h": 3_600_000, "m": 60_000, "s": 1_000}


def milliseconds(written: str) -> int:
    """`1min30s` as 90000. The text must be a duration of the grammar."""
    return sum(round(float(size) * _UNITS[unit[0].lower()]) for size, unit in _PIECE.findall(written))
