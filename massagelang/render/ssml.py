"""SSML: what a voice says, with pauses, for speech synthesis (W3C, version 1.1).

The language has no clock. Before each sentence stands a mark that names its time (`at-12500`, milliseconds), exactly;
the pauses are what is left of the time when speech takes 400 ms a word. Speech that takes longer makes the next pauses
shorter. No pause is over ten seconds, since several voices refuse that; longer ones are several. A text is one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import length_of, whole
from massagelang.render.saying.voice import length as words_of
from massagelang.render.words import Options

SUFFIX = ".ssml"

WORD = 400
"""Milliseconds that a voice takes for a word, by estimate: 150 words a minute."""

_LONGEST = 10_000
_FORBIDDEN = re.compile("[\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">"""


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All spoken cues of a plan as SSML. Errors: `cues.TooLong`."""
    return "".join(f"{line}\n" for line in _lines(plan, choices, Options(**options)))


def _lines(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    yield _HEAD
    reached = 0
    for cue in whole(plan, choices, options):
        if spoken := one_line(cue.spoken):
            yield from _pauses(cue.start - reached)
            yield f'<mark name="at-{cue.start}"/><s>{_escaped(spoken)}</s>'
            reached = max(reached, cue.start) + WORD * words_of(spoken)
    yield from _pauses(length_of(plan, choices, options) - reached)
    yield "</speak>"


def _pauses(length: int) -> Iterator[str]:
    while length > 0:
        yield f'<break time="{min(length, _LONGEST)}ms"/>'
        length -= _LONGEST


def _escaped(text: str) -> str:
    plain = _FORBIDDEN.sub("", text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
