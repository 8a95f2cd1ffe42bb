"""LRC: the told cues as lyrics that go along with a recording, for music players.

The format has no escapes: a text is one line with `[]` as `()` and `<>` as `‹›`, which players take for times. Times
are hundredths of a second, to the nearest. A line stays until the next one; the last is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import length_of, shown
from massagelang.render.words import Options

SUFFIX = ".lrc"

_LIKENESS = str.maketrans("[]<>", "()‹›")


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All told cues of a plan as LRC. Errors: `cues.TooLong`."""
    return "".join(f"{line}\n" for line in _lines(plan, choices, Options(**options)))


def _lines(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    length = length_of(plan, choices, options)
    if title := neutral(plan.title):
        yield f"[ti:{title}]"
    yield f"[length:{length // 60_000:02}:{length // 1000 % 60:02}]"
    yield from (f"[{_time(cue.start)}]{neutral(cue.text)}" for cue in shown(plan, choices, options))
    yield f"[{_time(length)}]"


def _time(milliseconds: int) -> str:
    """`75:02.50`: minutes go on beyond 59."""
    seconds, hundredths = divmod((milliseconds + 5) // 10, 100)
    return f"{seconds // 60:02}:{seconds % 60:02}.{hundredths:02}"


def neutral(text: str) -> str:
    """A text that no player takes for times."""
    return one_line(text).translate(_LIKENESS)
