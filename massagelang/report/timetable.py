"""`mass time`: the headings of a routine with their times, as a table for people and as JSON for programs.

JSON: `{"version": 1, "whole": {…}, "parts": [{…}, …]}`. Times are whole milliseconds. `start` and `end` are on the
routine's clock, null for a variant; `ideal` is the time that the part is given, its share of written totals included;
`shortest` and `longest` are what it could take. `basis` is written, estimated or mixed. `level` is routine, section,
step, or `lines` for those before the first heading. What is not there is null, "" or false.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from massagelang.plan.timetable import Entry, Timetable
from massagelang.report.clock import about, clock
from massagelang.report.table import table

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""

_HEAD = ("begins", "", "shortest", "ideal", "longest")
_WORDS = 1


def render(found: Timetable) -> str:
    """A table of 80 columns."""
    whole = found.whole
    title = f"{whole.title}\n\n" if whole.title else ""
    rows = [_HEAD, *(_row(entry) for entry in found.entries)]
    total = ("", "in all" if found.entries else "the whole", *_lengths(whole))
    notes = "".join(_notes(found))
    return title + table([*rows, total], _WORDS) + (f"\n{notes}" if notes else "")


def as_json(found: Timetable) -> str:
    """The same for programs."""
    data = {"version": VERSION, "whole": _data(found.whole), "parts": [_data(entry) for entry in found.entries]}
    return json.dumps(data, indent=2, allow_nan=False) + "\n"


def _row(entry: Entry) -> tuple[str, ...]:
    begins = "–" if entry.start is None else clock(entry.start)
    return begins, "  " * bool(entry.within) + _said(entry), *_lengths(entry)


def _said(entry: Entry) -> str:
    remarks = [
        f"{entry.side} side" if entry.side else "",
        "both sides" if entry.both_sides else "",
        f"{entry.times} times" if entry.times != 1 else "",
        "optional" if entry.optional else "",
        f"variant “{entry.variant}”" if entry.variant else "",
    ]
    return ", ".join(filter(None, (entry.title or "before the first step", *remarks)))


def _lengths(entry: Entry) -> tuple[str, str, str]:
    time = entry.time
    longest = "open" if time.open else clock(time.longest)
    return clock(time.shortest), about(entry.length, entry.basis), longest


def _notes(found: Timetable) -> Iterator[str]:
    every = (found.whole, *found.entries)
    if any(entry.basis != "written" for entry in every):
        yield "≈ has estimates in it: no time is written for all of this.\n"
    if any(entry.start is None for entry in every):
        yield "– is in only when its variant is chosen, and not in the sum.\n"
    if found.whole.time.open:
        yield "open: it ends when you say so.\n"


def _data(entry: Entry) -> dict[str, Any]:
    end = None if entry.start is None else entry.start + entry.length
    return {
        "id": entry.id,
        "level": entry.level,
        "title": entry.title,
        "within": entry.within or None,
        "side": entry.side or None,
        "start": entry.start,
        "end": end,
        "shortest": entry.time.shortest,
        "ideal": entry.length,
        "longest": entry.time.longest,
        "open": entry.time.open,
        "basis": entry.basis,
        "budget": entry.budget,
        "both_sides": entry.both_sides,
        "times": entry.times,
        "optional": entry.optional,
        "variant": entry.variant or None,
    }
