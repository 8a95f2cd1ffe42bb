"""Times and texts as cue formats write them."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def timestamp(milliseconds: int, point: str = ".") -> str:
    """`00:01:02.500` for 62,500 milliseconds; `point` stands before the thousandths."""
    seconds, thousandths = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{thousandths:03}"


def one_line(text: str) -> str:
    """A text without line breaks, tabs and other unseen letters: each run of them, and of spaces, is one space."""
    return _UNSEEN.sub(" ", text).strip()
