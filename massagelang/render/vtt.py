r"""WebVTT: the told cues as captions, for players in a browser.

A text is one line with `&`, `<` and `>` escaped. What is not told or takes no time is not written. Two things are for
ffmpeg: there is never a STYLE block, since it reads nothing of a file with one, and a word joiner (U+2060, unseen)
stands within `\N`, `\n` and `\h`, which it takes for commands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line, timestamp
from massagelang.render.cues import shown
from massagelang.render.words import Options

SUFFIX = ".vtt"

_COMMAND = re.compile(r"\\(?=[Nnh])")


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All told cues of a plan as WebVTT. Errors: `cues.TooLong`."""
    return "\n".join(_blocks(plan, choices, Options(**options)))


def _blocks(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    yield from head(plan.title)
    yield from (block(cue.id, cue.start, cue.end, escaped(cue.text)) for cue in shown(plan, choices, options))


def head(title: str) -> Iterator[str]:
    """How a file begins; the title is a note."""
    yield "WEBVTT\n"
    if written := escaped(title):
        yield f"NOTE {written}\n"


def block(id_: str, start: int, end: int, payload: str) -> str:
    """One cue; a file's name in its id may not look like an arrow or the head of a block. Milliseconds."""
    plain = one_line(id_).replace("-->", "--/")
    name = f"_{plain}" if plain.startswith(("NOTE", "STYLE", "REGION")) else plain
    return f"{name}\n{timestamp(start)} --> {timestamp(end)}\n{payload}\n"


def escaped(text: str) -> str:
    """A text as WebVTT can hold it: one line, nothing in it that could be a tag, an arrow or an entity."""
    clean = _COMMAND.sub("\\\\\u2060", one_line(text))
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
