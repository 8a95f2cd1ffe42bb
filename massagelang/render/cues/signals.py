"""Cues that nobody does and that take no time: get ready, change the side, the end. They stand between the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from massagelang.plan.model import Plan
from massagelang.render.cues.cue import Cue
from massagelang.render.cues.facts import origin_of
from massagelang.render.saying.voice import Voice, inline, sentence

LEAD_IN, SWITCH, END = "lead_in", "switch", "end"
SIGNALS = (LEAD_IN, SWITCH, END)
"""The kinds of cue that tell of no work."""

_ACROSS = {"left": "right", "right": "left", "near": "far", "far": "near", "one": "other", "other": "one"}
_ON_THE_WAY = ("move", "placement", "lift")
_FAR_ENOUGH = 32
"""The most cues that wait for the one that they lead to, so that none waits for ever."""


def with_switches(stream: Iterable[Cue], voice: Voice) -> Iterator[Cue]:
    """The cues, and a `switch` wherever work goes on with the other side, before the hands begin to get there."""
    waiting: list[Cue] = []
    last = ""
    for cue in stream:
        if cue.kind in _ON_THE_WAY and len(waiting) < _FAR_ENOUGH:
            waiting.append(cue)
            continue
        side = cue.side if cue.kind == "action" else ""
        if side and side == _ACROSS.get(last):
            yield _switch(cue, [*waiting, cue], voice)
        last = side or last
        yield from waiting
        waiting.clear()
        yield cue
    yield from waiting


def with_ends(stream: Iterable[Cue], plan: Plan, length: int, lead: int, voice: Voice) -> Iterator[Cue]:
    """The cues between a `lead_in` of `lead` milliseconds, by which all are later, and an `end` at `length`."""
    waiting: list[Cue] = []
    begun = False
    for cue in stream:
        later = evolve(cue, start=cue.start + lead, end=cue.end + lead) if lead else cue
        if begun:
            yield later
            continue
        waiting.append(later)
        if cue.text or len(waiting) > _FAR_ENOUGH:
            yield _lead_in(plan, lead, cue.text, voice)
            yield from waiting
            begun = True
    if not begun:
        yield _lead_in(plan, lead, "", voice)
        yield from waiting
    yield _signal(plan, END, length + lead, length + lead, voice.say("signals", END), "")


def _lead_in(plan: Plan, lead: int, following: str, voice: Voice) -> Cue:
    title = inline(plan.title)
    text = voice.say("signals", LEAD_IN if title else f"{LEAD_IN}_untitled", title=title)
    return _signal(plan, LEAD_IN, 0, lead, text, following)


def _switch(about: Cue, coming: list[Cue], voice: Voice) -> Cue:
    """The signal before `coming`, the last of which is the work on the other side."""
    text = voice.say("signals", SWITCH, side=about.side)
    return evolve(
        about,
        **_plain(SWITCH, text),
        start=coming[0].start,
        end=coming[0].start,
        id=f"{SWITCH}:{about.id}",
        next=next(cue.text for cue in coming if cue.text or cue is about),
    )


def _signal(plan: Plan, kind: str, start: int, end: int, text: str, following: str) -> Cue:
    return Cue(
        **_plain(kind, text),
        start=start,
        end=end,
        id=kind,
        next=following,
        regions=(),
        side="",
        count=(1, 1),
        section=None,
        step=None,
        origin=origin_of(plan.body.spot, plan),
    )


def _plain(kind: str, text: str) -> dict[str, Any]:
    """What all signals are like."""
    return {
        "kind": kind,
        "text": sentence(text).removesuffix("."),
        "spoken": sentence(text),
        "technique": "",
        "hands": (),
        "pressure": None,
        "basis": "inferred",
        "open": False,
        "notes": (),
        "joined": (),
        "acts": (),
    }
