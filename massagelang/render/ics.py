"""iCalendar: each step of a routine as an entry at its time, for calendars (RFC 5545).

It needs `start`, the local time at which the routine begins; one with a time zone is written as UTC. Times are whole
seconds. A summary is the title of the chapter; the description has a line for each told cue, with its time from the
beginning of the routine. Texts are one line each, escaped as the format asks. The same routine at the same start has
the same identifiers, so that it replaces its older self.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.clock import one_line
from massagelang.render.cues import Unwritable
from massagelang.render.cues.chapters import Chapter, chapters
from massagelang.render.words import Options

SUFFIX = ".ics"

_OCTETS = 75
"""The most octets of a line before it is folded."""


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """The chapters of a plan as a calendar. Errors: `cues.TooLong`, `cues.Unwritable` without a start."""
    chosen = Options(**options)
    begins = _begins(chosen.start)
    made = chapters(plan, choices, chosen)
    entries = (line for index, one in enumerate(made) for line in _entry(one, index, begins, plan.title))
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//massagelang//massagelang//EN", *entries, "END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _begins(start: str) -> datetime:
    if not start:
        raise Unwritable("A calendar needs to know when the routine begins. Add `--start 2026-12-01T18:00`.")
    try:
        begins = datetime.fromisoformat(start)
        begins = begins.astimezone(UTC) if begins.tzinfo else begins
        begins + timedelta(days=2)
    except (ValueError, OverflowError):
        raise Unwritable(f"I cannot read `{one_line(start)}` as a time. Write `--start 2026-12-01T18:00`.") from None
    return begins


def _entry(chapter: Chapter, index: int, begins: datetime, title: str) -> Iterator[str]:
    name = sha256(f"{title}\n{_time(begins)}\n{index}".encode("utf-8", "replace")).hexdigest()[:32]
    start, end = chapter.start // 1000, chapter.end // 1000
    told = [f"{_clock(cue.start)} {text}" for cue in chapter.cues if (text := one_line(cue.text))]
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@massagelang"
    yield f"DTSTAMP:{_time(begins.replace(tzinfo=UTC))}"
    yield f"DTSTART:{_time(begins + timedelta(seconds=start))}"
    if end > start:
        yield f"DTEND:{_time(begins + timedelta(seconds=end))}"
    yield f"SUMMARY:{_escaped(chapter.title)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(told))}"
    yield "END:VEVENT"


def _time(moment: datetime) -> str:
    plain = moment.replace(tzinfo=None, microsecond=0).isoformat()
    return plain.replace("-", "").replace(":", "") + ("Z" if moment.tzinfo else "")


def _clock(milliseconds: int) -> str:
    """`1:02:03` from the beginning of the routine."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of which ends within a letter."""
    pieces, width = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if width + octets > _OCTETS:
            pieces.append("")
            width = 1  # the blank that begins a piece counts
        pieces[-1] += letter
        width += octets
    return "\r\n ".join(pieces)
