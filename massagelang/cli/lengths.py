"""A length of time as it is typed after a command: `45min`, `1h30min`, `90s`."""

from __future__ import annotations

import re
from typing import Any

import click

_LENGTH = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+(?:\.\d+)?)\s*min)?\s*(?:(\d+)\s*s)?", re.IGNORECASE)
_LONGEST = 10**6
"""Hours; nobody means more."""


class Length(click.ParamType[int]):
    """A length of whole seconds, as milliseconds."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The milliseconds of a written length."""
        if isinstance(value, int):
            return value
        match = _LENGTH.fullmatch(value.strip())
        hours, minutes, seconds = (float(part or 0) for part in match.groups()) if match else (0.0, 0.0, 0.0)
        length = (hours * 60 + minutes) * 60 + seconds
        if not 0 < length <= _LONGEST * 3600 or length % 1:
            self.fail(f"`{value}` is no length. Write `45min`, `1h30min` or `90s`.", param, ctx)
        return int(length) * 1000
