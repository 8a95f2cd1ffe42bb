"""CSV: one timed cue a row, for spreadsheets (RFC 4180, UTF-8, a header row; times in milliseconds).

A text that a spreadsheet would take for a formula (it begins with = + - @) has an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import whole
from massagelang.render.cues.cue import Cue
from massagelang.render.cues.facts import Hand
from massagelang.render.cues.places import Place
from massagelang.render.tree import number
from massagelang.render.words import Options

SUFFIX = ".csv"

HEADER = (
    *("start", "end", "id", "kind", "text", "spoken", "next", "technique", "hands", "regions"),
    *("pressure_start", "pressure_end", "pressure_basis", "pass", "passes", "section", "step", "basis", "open"),
    *("notes", "file", "line", "column"),
)
"""The names of the columns."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All cues of a plan as one table. Errors: `cues.TooLong`."""
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_row(cue) for cue in whole(plan, choices, Options(**options)))
    return table.getvalue()


def _row(cue: Cue) -> list[object]:
    pressure = cue.pressure
    cells = (
        *(cue.start, cue.end, cue.id, cue.kind, cue.text, cue.spoken, cue.next, cue.technique),
        *(_list(map(_hand, cue.hands)), _list(map(_place, cue.regions))),
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
