"""The one stream of timed cues that every cue format writes; made lazily, one cue after the other.

Cues begin in order, leave no hole and never engage one limb twice at a time; the last ends when the plan ends. Signals
(get ready, change the side, the end) stand between them: they engage no limb, and only the first may take time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, field, frozen

from massagelang.plan.events import Choices, Event, events, time_with
from massagelang.plan.model import Act, Plan
from massagelang.render.clock import one_line
from massagelang.render.cues.cue import Cue, Heading, Joined
from massagelang.render.cues.facts import Blocks, Facts, Hand, Key, Note, facts_of
from massagelang.render.cues.gathered import Gathered, gathered
from massagelang.render.cues.sides import the_one
from massagelang.render.cues.signals import SIGNALS, with_ends, with_switches
from massagelang.render.cues.tails import with_tails
from massagelang.render.words import USUAL, Options, for_plan, on_screen, spoken_text, voice_of

DAY = 24 * 60 * 60 * 1000
"""The longest routine, in milliseconds, that is written as a whole file."""

MOST = 1_000_000
"""The most cues that are written as a whole file."""

KINDS: Mapping[str, str] = {
    "placement": "placement",
    "lift": "lift",
    "action": "action",
    "person": "action",
    "thing": "action",
    "drape": "action",
    "pause": "rest",
    "wait": "rest",
    "stop": "rest",
    "words": "say",
    "move": "move",
    "reset": "move",
}
"""The kind of cue that each kind of act becomes."""


_One = TypeVar("_One")


class Unwritable(ValueError):
    """A routine cannot be written in a format; why, and the mend, on one line."""


class TooLong(Unwritable):
    """A routine is too long to be written as a whole file."""


def cues(plan: Plan, choices: Choices | None = None, options: Options = USUAL) -> Iterator[Cue]:
    """The cues of a plan in order of their start, made as they are asked for.

    `choices` go before what the plan has chosen (see `plan.events`); `options` are those of the words. The first is the
    `lead_in`, which takes time only when the options say so; the last is the `end`.
    """
    options = for_plan(plan, options)
    voice = voice_of(options)
    whole_plan = with_tails(plan, choices or {}, voice)
    stream = _Stream(whole_plan, options)
    work = (stream.cue(one) for one in gathered(events(whole_plan, choices or {}), stream.contested))
    length = time_with(plan.body, choices or {}).ideal
    return with_ends(_with_next(with_switches(work, voice)), plan, length, options.lead_in, voice)


def length_of(plan: Plan, choices: Choices | None = None, options: Options = USUAL) -> int:
    """When the last cue ends: milliseconds."""
    return time_with(plan.body, choices or {}).ideal + options.lead_in


def whole(plan: Plan, choices: Choices | None = None, options: Options = USUAL) -> Iterator[Cue]:
    """The cues of a plan for a format that is written in one piece. Errors: TooLong, before or between cues."""
    if length_of(plan, choices) > DAY:
        raise TooLong("This routine takes more than 24 hours; write it as `jsonl`, which has no limit.")
    for index, cue in enumerate(cues(plan, choices, options)):
        if index == MOST:
            raise TooLong(f"This routine has more than {MOST:,} cues; write it as `jsonl`, which has no limit.")
        yield cue


def shown(plan: Plan, choices: Choices | None = None, options: Options = USUAL) -> Iterator[Cue]:
    """The cues that subtitles show: those that are told and take time. Errors: TooLong."""
    return (cue for cue in whole(plan, choices, options) if cue.end > cue.start and one_line(cue.text))


# ── the cue of events ─────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class _Told:
    """The lines to show and the sentences to speak at an act."""

    texts: tuple[str, ...]
    spoken: tuple[str, ...]


@frozen(eq=False)
class _Stream:
    """All that the cues of one plan are made of; the facts of an act are found once, however often it is done."""

    plan: Plan
    options: Options
    _facts: dict[tuple[int, bool], Facts] = field(factory=dict)
    _told: dict[int, _Told] = field(factory=dict)
    _blocks: list[Blocks] = field(factory=list)

    def facts(self, event: Event) -> Facts:
        key = id(event.act), bool(event.together)
        if key not in self._facts:
            busy = self.blocks.engaged_around(event.act) if event.together else frozenset()
            self._facts[key] = facts_of(event.act, self.plan, busy)
        return self._facts[key]

    def contested(self, event: Event) -> frozenset[Key]:
        """The limbs for which another event may ask at the same time."""
        limbs = self.facts(event).limbs
        return limbs & self.blocks.shared_around(event.act) if event.together else limbs

    def sides(self, event: Event) -> frozenset[str]:
        """The sides that are worked on at the time, by others too."""
        return self.blocks.sides_around(event.act) if event.together else self.facts(event).sides

    def told(self, event: Event) -> _Told:
        """The words of an event with those that stand behind its statement: the same whenever the act is done."""
        if id(event.act) not in self._told:
            every = (event, *_said_with(event)) if event.act.said else ()
            spoken = tuple(spoken_text(one, self.options) for one in every)
            self._told[id(event.act)] = _Told(tuple(map(on_screen, spoken)), spoken)
        return self._told[id(event.act)]

    @property
    def blocks(self) -> Blocks:
        if not self._blocks:
            self._blocks.append(Blocks.of(self.plan))
        return self._blocks[0]

    def cue(self, one: Gathered) -> Cue:
        told = [event for event in one.events.values() if event.act.said] or list(one.events.values())
        every = [self.facts(event) for event in one.events.values()]
        spoken = [*told, *(event for event in one.words if event.act.verb == "say")]
        first, facts = told[0], self.facts(told[0])
        return Cue(
            start=one.start,
            end=one.end,
            id=first.id,
            kind=KINDS[first.act.kind],
            text="; ".join(filter(None, _once(self.told(event).texts for event in spoken))),
            spoken=" ".join(filter(None, _once(self.told(event).spoken for event in spoken))),
            next="",
            technique=facts.technique,
            hands=facts.hands if len(every) == 1 else _hands(every),
            regions=facts.regions if len(every) == 1 else _once(facts.regions for facts in every),
            side=the_one(side for event in one.events.values() for side in self.sides(event)),
            pressure=facts.pressure,
            count=first.count,
            section=_heading(first, "section"),
            step=_heading(first, "step"),
            basis=_basis([event.act for event in told]),
            open=any(event.act.time.open for event in told),
            notes=(*_notes(one.words), *_once(facts.notes for facts in every)),
            joined=tuple(Joined(event.id, self.facts(event).technique) for event in told[1:]),
            origin=facts.origin,
            acts=tuple(event.act for event in one.events.values()),
        )


def _said_with(event: Event) -> Iterator[Event]:
    """`say "…"` behind a statement, as if it stood by itself."""
    for kind, text in event.act.tails:
        if kind == "say":
            yield evolve(event, act=evolve(event.act, kind="words", verb=kind, text=text, tails=()))


def _notes(words: Iterable[Event]) -> Iterator[Note]:
    return (Note(event.act.verb, event.act.text) for event in words if event.act.verb != "say")


def _once(several: Iterable[tuple[_One, ...]]) -> tuple[_One, ...]:
    return tuple(dict.fromkeys(one for inside in several for one in inside))


def _hands(every: list[Facts]) -> tuple[Hand, ...]:
    """The hands of several acts; one that works in any of them works."""
    hands: dict[Key, Hand] = {}
    for facts in every:
        for key, hand in zip(facts.keys, facts.hands, strict=True):
            if key not in hands or (key in facts.limbs and hands[key].does != hand.does):
                hands[key] = hand
    return tuple(hands.values())


def _basis(acts: list[Act]) -> str:
    bases = {act.time.basis.value for act in acts}
    return bases.pop() if len(bases) == 1 else "inferred"


def _heading(event: Event, level: str) -> Heading | None:
    return next((Heading(one.id, one.title) for one in reversed(event.headings) if one.level == level), None)


def _with_next(stream: Iterable[Cue]) -> Iterator[Cue]:
    """Each cue with the text of the next told one; looks no further ahead than to that. Signals have theirs."""
    waiting: deque[Cue] = deque()
    for cue in stream:
        waiting.append(cue)
        while cue.text and cue.kind not in SIGNALS and (waiting[0].kind in SIGNALS or waiting[0].start < cue.start):
            first = waiting.popleft()
            yield first if first.kind in SIGNALS else evolve(first, next=cue.text)
    yield from waiting
