"""CSV: one timed cue a row, for spreadsheets (RFC 4180, UTF-8, a header row; times in milliseconds).

A text that a spreadsheet would take for a formula (it begins with = + - @) has an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from attrs import frozen

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import cues, whole
from massagelang.render.cues.cue import Cue
from massagelang.render.cues.facts import Hand
from massagelang.render.cues.places import Place
from massagelang.render.tree import number
from massagelang.render.words import Options

SUFFIX = ".csv"

HEADER = (
    *("start", "end", "id", "kind", "text", "spoken", "next", "technique", "hands", "regions", "side"),
    *("pressure_start", "pressure_end", "pressure_basis", "pass", "passes", "section", "step", "basis", "open"),
    *("notes", "file", "line", "column"),
)
"""The names of the columns."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All cues of a plan as one table. Errors: `cues.TooLong`."""
    return "".join(_lines(whole(plan, choices, Options(**options))))


def stream(plan: Plan, *, choices: Choices | None = None, **options: Any) -> Iterator[str]:
    """One row after the other, each with its line end; needs no more memory for a thousand hours than for one."""
    return _lines(cues(plan, choices, Options(**options)))


def _lines(made: Iterable[Cue]) -> Iterator[str]:
    written: list[str] = []
    writer = csv.writer(_Line(written), lineterminator="\r\n")
    for row in chain((HEADER,), map(_row, made)):
        writer.writerow(row)
        yield written.pop()


@frozen
class _Line:
    """What the writer takes for a file: it keeps the line that was written last."""

    written: list[str]

    def write(self, line: str) -> None:
        self.written.append(line)


def _row(cue: Cue) -> list[object]:
    pressure = cue.pressure
    cells = (
        *(cue.start, cue.end, cue.id, cue.kind, cue.text, cue.spoken, cue.next, cue.technique),
        *(_list(map(_hand, cue.hands)), _list(map(_place, cue.regions)), cue.side),
        *((number(pressure.start), number(pressure.end), pressure.basis) if pressure else ("", "", "")),
        *(*cue.count, cue.section.title if cue.section else "", cue.step.title if cue.step else ""),
        *(cue.basis, "yes" if cue.open else "no", _list(f"{note.kind}: {note.text}" for note in cue.notes)),
        *(cue.origin.file, cue.origin.line, cue.origin.column),
    )
    return [_safe(cell) if isinstance(cell, str) else cell for cell in cells]


def _safe(text: str) -> str:
    clean = one_line(text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def _list(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _hand(hand: Hand) -> str:
    """`left hand works: left shoulder`."""
    limb = hand.part or hand.limb
    return f"{hand.side} {limb} {hand.does}" + (f": {_place(hand.place)}" if hand.place else "")


def _place(place: Place) -> str:
    """`up right shoulder`, `top of left arm`."""
    region = place.region or "body"
    named = (f"{place.clock} oclock of" * bool(place.clock), f"{place.part} of" * bool(place.part), place.side, region)
    return " ".join(word for word in named if word)
