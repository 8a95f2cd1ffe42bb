"""SubRip: the told cues as subtitles, for nearly every video player.

The format has no escapes. A text is one line, in which the letters that players take for tags or commands are replaced
by others that look like them: `<>` by `‹›`, `{}` by `()`, a backslash by a slash; and `00:00:01,000` loses its comma.
What is not told or takes no time is not written.
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

SUFFIX = ".srt"

_LIKENESS = str.maketrans("<>{}\\", "‹›()/")
_CLOCK = re.compile(r"(\d:\d+:\d+)[.,](?=\d)")


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All told cues of a plan as SubRip. Errors: `cues.TooLong`."""
    return "\n".join(_blocks(plan, choices, Options(**options)))


def _blocks(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    for number, cue in enumerate(shown(plan, choices, options), start=1):
        yield f"{number}\n{timestamp(cue.start, ',')} --> {timestamp(cue.end, ',')}\n{neutral(cue.text)}\n"


def neutral(text: str) -> str:
    """A text as every player shows it: one line without tags, commands and arrows."""
    return _CLOCK.sub(r"\1 ", one_line(text).translate(_LIKENESS))
