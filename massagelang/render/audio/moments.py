"""Moments: the told cues that begin at once, with what the voice may say of them, longest first."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from massagelang.plan.events import Choices
from massagelang.plan.model import NO_HOW, Act, Plan, Way
from massagelang.render.clock import one_line
from massagelang.render.cues import SIGNALS, whole
from massagelang.render.cues.cue import Cue
from massagelang.render.saying.acts import act_sentences
from massagelang.render.saying.voice import Voice
from massagelang.render.words import Options, for_plan, voice_of

FULL, SHORT, OFF = "full", "short", "off"
VOICES = (FULL, SHORT, OFF)
"""How much the voice says: all of a cue, only what is done and where, or nothing."""

_BRACKETS = re.compile(r" \([^()]*\)")
"""Trade names behind what is done."""

_REMEMBERED = 12
"""Moments after which the voice says something in full again."""


@frozen
class Moment:
    """What begins at a time (milliseconds): the kinds of its cues, and the phrases for it, the best first."""

    time: int
    kinds: frozenset[str]
    phrases: tuple[str, ...]


def moments(plan: Plan, choices: Choices | None, options: Options) -> Iterator[Moment]:
    """The moments of a plan in order, made as they are asked for. Errors: `cues.TooLong`."""
    voice = voice_of(for_plan(plan, options))
    told = (cue for cue in whole(plan, choices, options) if one_line(cue.text))
    heard: deque[str] = deque(maxlen=_REMEMBERED)
    for time, together in groupby(told, key=lambda cue: cue.start):
        begun = list(together)
        kinds = frozenset(cue.kind for cue in begun)
        phrases = _phrases(begun, heard, voice, only_short=options.voice == SHORT)
        yield Moment(time, kinds, () if options.voice == OFF else tuple(phrases))


def _phrases(begun: Sequence[Cue], heard: deque[str], voice: Voice, *, only_short: bool) -> list[str]:
    """What may be said of cues that begin at once: all of it, without the signals, and both in short."""
    work = [cue for cue in begun if cue.kind not in SIGNALS]
    in_full, in_short = _joined(cue.spoken for cue in work), _joined(short(cue, voice) for cue in work)
    if again := _again(work, in_full, heard, voice):
        wanted = [again]
    else:
        wanted = [in_short] if only_short or in_full in heard else [in_full, in_short]
    heard.append(in_full)
    signals = _joined(cue.spoken for cue in begun if cue.kind in SIGNALS)
    return list(dict.fromkeys(phrase for text in wanted for phrase in (_joined((signals, text)), text) if phrase))


def _again(work: Sequence[Cue], text: str, heard: deque[str], voice: Voice) -> str:
    """What is said of a pass that is like the one just before."""
    passes = {cue.count for cue in work}
    if len(passes) != 1 or not text or not heard or heard[-1] != text:
        return ""
    number, of = passes.pop()
    return voice.say("audio", "last_time" if number == of > 1 else "again")


def short(cue: Cue, voice: Voice) -> str:
    """What is done and where, without how; which hand, only where it is to rest. What people say stays as it is."""
    if cue.kind == "say":
        return one_line(cue.spoken)
    said = (act_sentences(_bare(act), voice) for act in cue.acts if act.said)
    return _BRACKETS.sub("", _joined(dict.fromkeys(sentences[0] for sentences in said if sentences)))


def _bare(act: Act) -> Act:
    match act.kind:
        case "action":
            how = NO_HOW if act.ways else evolve(NO_HOW, for_time=act.how.for_time, bound=act.how.bound)
            bare = evolve(act, how=how, tails=(), ways=_first_place(act.ways))
            held = act.technique is not None and act.technique.family == "holding"
            return bare if held else evolve(bare, tools=(), other_tools=())
        case "wait" | "pause" | "stop" | "words":
            return evolve(act, tails=())
        case _:
            return evolve(act, how=NO_HOW, tails=())


def _first_place(ways: Sequence[Way]) -> tuple[Way, ...]:
    """A path as far as the first place that it leads to."""
    there = (index for index, way in enumerate(ways) if way.targets and way.word != "from")
    return tuple(ways[: 1 + next(there, 0)])


def _joined(texts: Iterable[str]) -> str:
    return " ".join(filter(None, map(one_line, texts)))
