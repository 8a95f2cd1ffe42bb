"""WebVTT chapters: the steps of a routine, for players that list them.

A title is one line, written as in the captions (`vtt`). A step that comes again is a chapter again.
"""

from __future__ import annotations

from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.cues.chapters import chapters
from massagelang.render.vtt import block, escaped, head
from massagelang.render.words import Options

SUFFIX = ".chapters.vtt"


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """The chapters of a plan as WebVTT. Errors: `cues.TooLong`."""
    made = chapters(plan, choices, Options(**options))
    numbered = enumerate(made, start=1)
    blocks = (block(str(number), one.start, one.end, escaped(one.title)) for number, one in numbered)
    return "\n".join((*head(plan.title), *blocks))
