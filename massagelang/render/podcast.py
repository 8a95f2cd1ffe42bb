"""Podcast chapters: the steps of a routine as JSON (version 1.2.0 of the podcast namespace), for podcast players.

Titles are one line; times are seconds, exact to the millisecond.
"""

from __future__ import annotations

import json
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues.chapters import Chapter, chapters
from massagelang.render.tree import number
from massagelang.render.words import Options

SUFFIX = ".chapters.json"


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """The chapters of a plan as one JSON text. Errors: `cues.TooLong`."""
    title = one_line(plan.title)
    made = [_chapter(chapter) for chapter in chapters(plan, choices, Options(**options))]
    whole = {"version": "1.2.0", **({"title": title} if title else {}), "chapters": made}
    return json.dumps(whole, indent=2, allow_nan=False) + "\n"


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "startTime": number(chapter.start / 1000),
        "endTime": number(chapter.end / 1000),
        "title": chapter.title,
    }
