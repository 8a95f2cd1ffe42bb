"""A timed cue: what every cue format writes."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.plan.model import Act
from massagelang.render.cues.facts import Hand, Note, Origin, Pressure
from massagelang.render.cues.places import Place


@frozen
class Heading:
    """The section or step around a cue."""

    id: str
    title: str


@frozen
class Joined:
    """Another event that is told in the same cue, because the same hands do both."""

    id: str
    technique: str


@frozen
class Cue:
    """What is done from `start` to `end`: whole milliseconds from the beginning of the routine.

    `kind` is action, placement, lift, rest, say or move, or a signal: lead_in, switch or end. A move is timed and never
    told, so its `text` and `spoken` are empty. `next` is the text of the first told cue that begins later and is no
    signal; that of a signal is what it announces. `side` is the one of the receiver that is worked on, empty where
    there is none, or both, or it is not known. `count` is the pass (from 1) and how many
    there are. `basis` tells how the length is known (written, inferred, estimated); an `open` cue ends when the giver
    says so. `technique` is empty where there is none.
    """

    start: int
    end: int
    id: str
    kind: str
    text: str
    spoken: str
    next: str
    technique: str
    hands: tuple[Hand, ...]
    regions: tuple[Place, ...]
    side: str
    pressure: Pressure | None
    count: tuple[int, int]
    section: Heading | None
    step: Heading | None
    basis: str
    open: bool
    notes: tuple[Note, ...]
    joined: tuple[Joined, ...]
    origin: Origin
    acts: tuple[Act, ...] = field(default=(), eq=False, repr=False)
