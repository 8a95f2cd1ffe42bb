"""Events gathered into cues: what the same limbs do at once is one cue, and words go to the cue that they are about."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from attrs import mutable

from massagelang.plan.events import Event
from massagelang.render.cues.facts import Key


@mutable(eq=False)
class Gathered:
    """Events that become one cue, each act once, with the words that stand before them and take no time."""

    start: int
    end: int
    limbs: frozenset[Key]
    events: dict[int, Event]
    words: list[Event]

    def take(self, other: Gathered) -> None:
        """Become one with another."""
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)
        self.limbs |= other.limbs
        self.events = {**self.events, **other.events}
        self.words += other.words

    @property
    def told(self) -> bool:
        """Whether anything of it is told: moves are not."""
        return any(event.act.said for event in self.events.values())


def gathered(stream: Iterable[Event], contested: Callable[[Event], frozenset[Key]]) -> Iterator[Gathered]:
    """Events that engage one limb at the same time are gathered; all others stay alone.

    Words that take no time go to the next event that is told, or to the last.
    """
    waiting: deque[Gathered] = deque()
    words: dict[int, Event] = {}
    anything = False
    for event in stream:
        if _only_words(event):
            words.setdefault(id(event.act), event)
            continue
        anything = True
        while waiting and (waiting[0].end <= event.start or not waiting[0].limbs):
            yield waiting.popleft()
        about = list(words.values()) if event.act.said else []
        _join(Gathered(event.start, event.end, contested(event), {id(event.act): event}, about), waiting)
        words = {} if event.act.said else words
    if not anything:
        yield from (Gathered(it.start, it.end, frozenset(), {id(it.act): it}, []) for it in words.values())
    elif words:
        last = next((one for one in reversed(waiting) if one.told), waiting[-1])
        last.words += words.values()
    yield from waiting


def _join(new: Gathered, waiting: deque[Gathered]) -> None:
    met = [one for one in waiting if one.limbs & new.limbs and one.end > new.start]
    if not met:
        waiting.append(new)
        return
    for one in (*met[1:], new):
        met[0].take(one)
    for one in met[1:]:
        waiting.remove(one)


def _only_words(event: Event) -> bool:
    """Notes, and what is to be said with a part rather than before it."""
    return event.act.kind == "words" and event.start == event.end and not event.act.time.longest
