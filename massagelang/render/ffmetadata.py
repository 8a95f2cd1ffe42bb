"""ffmetadata: title and chapters for ffmpeg, to put into an audio or video file.

    ffmpeg -i guide.mp3 -i guide.ffmetadata -map_metadata 1 -codec copy chapters.mp3

Titles are one line; `=`, `;`, `#` and a backslash have a backslash before them. A backslash at the end has a word
joiner (U+2060, unseen) after it, since ffmpeg would take the line to go on. Times are milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues.chapters import chapters
from massagelang.render.words import Options

SUFFIX = ".ffmetadata"

_SPECIAL = re.compile(r"[=;#\\]")


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """The chapters of a plan as ffmetadata. Errors: `cues.TooLong`."""
    return "".join(f"{line}\n" for line in _lines(plan, choices, Options(**options)))


def _lines(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    yield ";FFMETADATA1"
    if title := one_line(plan.title):
        yield f"title={_escaped(title)}"
    for chapter in chapters(plan, choices, options):
        yield from ("[CHAPTER]", "TIMEBASE=1/1000", f"START={chapter.start}", f"END={chapter.end}")
        yield f"title={_escaped(chapter.title)}"


def _escaped(text: str) -> str:
    text += "\u2060" * text.endswith("\\")
    return _SPECIAL.sub(r"\\\g<0>", text)
