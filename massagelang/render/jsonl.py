"""JSON Lines: one timed cue a line, made as they are read, for routines of any length.

Each line is a cue as in `json`, with `"version": 1` before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.cues import cues
from massagelang.render.json import VERSION, as_json, cue_data
from massagelang.render.words import Options

SUFFIX = ".jsonl"


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All lines at once; `stream` gives them one by one."""
    return "".join(stream(plan, choices=choices, **options))


def stream(plan: Plan, *, choices: Choices | None = None, **options: Any) -> Iterator[str]:
    """One line after the other, each with its line end; needs no more memory for a thousand hours than for one."""
    for cue in cues(plan, choices, Options(**options)):
        yield as_json({"version": VERSION, **cue_data(cue)}) + "\n"
