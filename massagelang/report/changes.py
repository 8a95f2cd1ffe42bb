"""`mass diff`: what changed between two routines, for people and as JSON for programs.

JSON: `{"version": 1, "changed": …, "length": {"old": …, "new": …}, "facts": […], "headings": […]}`. A fact is
`{"about": …, "old": …, "new": …}`, null where there is none. A heading has `change` (added, removed or kept), `old` and
`new` (title, section, length in whole milliseconds, line), `moved`, `renamed`, its `facts` and its `lines`; a line has
`change`, `old` and `new` (its words and where it stands) and its `facts`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from massagelang.plan.comparing.compare import Changed, Difference, LineChange, PassageChange
from massagelang.plan.comparing.facts import Told
from massagelang.plan.comparing.passages import Passage
from massagelang.plan.model import Plan
from massagelang.report.clock import about, clock
from massagelang.report.printable import printable
from massagelang.source import Spot

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""

NOTHING = "Nothing changed for the receiver.\n"

_PLAIN = ("hands", "tool", "moved", "direction", "place", "person", "posture", "side")
"""Facts that are said without their names, right after what is done."""

_LED = {"time": "for", "until": "until", "with": "with", "without": "without", "except": "except", "facing": "facing"}
_NAMED = ("pressure", "why", "note", "caution", "say")


def render(found: Difference) -> str:
    """What changed, heading by heading."""
    if not found.is_change:
        return NOTHING
    whole = f"{clock(found.old_length)} → {clock(found.new_length)}"
    same = clock(found.old_length) == clock(found.new_length)
    blocks = [f"in all: {clock(found.new_length)}, as before" if same else f"in all: {whole}"]
    blocks[0] += "".join(f"\n{_changed(fact)}" for fact in found.facts)
    blocks += ["\n".join(_heading(change)) for change in found.passages]
    return "\n\n".join(blocks) + "\n"


# ── for people ────────────────────────────────────────────────────────────────────────────────────────────────────


def _heading(change: PassageChange) -> Iterator[str]:
    if change.new is None and change.old is not None:
        yield f"- {_title(change.old)} is left out"
        return
    assert change.new is not None  # noqa: S101  (one of the two is there)
    if change.old is None:
        yield f"+ {_title(change.new)} is new{_takes(change.new)}"
        yield from (f"  + {printable(said(line))}" for line in change.new.lines)
        return
    yield _title(change.new) + "".join(_what_of_it(change, change.old, change.new))
    yield from (f"  {_changed(fact)}" for fact in change.facts)
    for line in change.lines:
        yield from _line(line)


def _what_of_it(change: PassageChange, old: Passage, new: Passage) -> Iterator[str]:
    if change.renamed:
        yield f" (before: {_title(old)})"
    if change.after is not None:
        yield f", now after “{printable(change.after)}”" if change.after else ", now the first"
        if new.within != old.within:
            yield f" in “{printable(new.within)}”" if new.within else ""
    if change.longer:
        yield f": {_length(old)} → {_length(new)}"


def _title(passage: Passage) -> str:
    return f"{passage.level} “{printable(passage.title)}”" if passage.title else "before the first step"


def _takes(passage: Passage) -> str:
    return f": {_length(passage)}" if passage.length is not None else ""


def _length(passage: Passage) -> str:
    return "not in" if passage.length is None else about(passage.length, passage.basis or "written")


def _line(change: LineChange) -> Iterator[str]:
    if change.new is None and change.old is not None:
        yield f"  - {printable(said(change.old))}"
    elif change.new is not None and change.old is None:
        yield f"  + {printable(said(change.new))}"
    elif change.new is not None:
        yield f"  {printable(said(change.new, short=True))}"
        yield from (f"      {_changed(fact)}" for fact in change.facts)


def _changed(fact: Changed) -> str:
    return printable(f"{fact.about}: {fact.old or '–'} → {fact.new or '–'}")


def said(line: Told, *, short: bool = False) -> str:
    """A line in the words of the notation; `short` without how it is done."""
    sides = line.fact("side")
    words = [line.what, _hands(line), *(line.fact(about) for about in _PLAIN[2:-1])]
    command = " ".join(filter(None, [*words, f"({sides})" if sides else ""]))
    rest = () if short else (fact for fact in line.facts if fact[0] not in _PLAIN)
    return command + "".join(f", {_led(about, words)}" for about, words in rest)


def _hands(line: Told) -> str:
    """`both hands`, `left forearm`: the arms and what of them touches."""
    arms, tool = line.fact("hands"), line.fact("tool")
    several = "s" if arms == "both" and tool in ("hand", "thumb", "palm", "forearm", "fist", "elbow", "heel") else ""
    return f"{arms} {tool}{several}".strip()


def _led(about: str, words: str) -> str:
    if about in _NAMED:
        return f"{about} {words}"
    return f"{_LED[about]} {words}" if about in _LED else words


# ── for programs ──────────────────────────────────────────────────────────────────────────────────────────────────


def as_json(found: Difference, old: Plan, new: Plan) -> str:
    """The same for programs; the plans tell where things stand."""
    data = {
        "version": VERSION,
        "changed": found.is_change,
        "length": {"old": found.old_length, "new": found.new_length},
        "facts": _facts(found.facts),
        "headings": [_heading_data(change, old, new) for change in found.passages],
    }
    return json.dumps(data, indent=2, allow_nan=False) + "\n"


def _heading_data(change: PassageChange, old: Plan, new: Plan) -> dict[str, Any]:
    lines = change.lines
    if change.old is None and change.new is not None:
        lines = tuple(LineChange(None, line) for line in change.new.lines)
    elif change.new is None and change.old is not None:
        lines = tuple(LineChange(line, None) for line in change.old.lines)
    return {
        "change": _kind(change.old, change.new),
        "old": _passage(change.old, old),
        "new": _passage(change.new, new),
        "moved": change.after is not None,
        "renamed": change.renamed,
        "facts": _facts(change.facts),
        "lines": [_line_data(line, old, new) for line in lines],
    }


def _kind(old: object, new: object) -> str:
    return "added" if old is None else "removed" if new is None else "kept"


def _passage(passage: Passage | None, plan: Plan) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "level": passage.level,
        "title": passage.title,
        "section": passage.within or None,
        "length": passage.length,
        **_place(passage.spot, plan),
    }


def _line_data(change: LineChange, old: Plan, new: Plan) -> dict[str, Any]:
    return {
        "change": _kind(change.old, change.new),
        "old": {"words": said(change.old), **_place(change.old.spot, old)} if change.old else None,
        "new": {"words": said(change.new), **_place(change.new.spot, new)} if change.new else None,
        "facts": _facts(change.facts),
    }


def _place(spot: Spot, plan: Plan) -> dict[str, Any]:
    source, span = plan.where(spot)
    line, column = source.line_and_column(span.start)
    return {"file": source.name, "line": line, "column": column}


def _facts(facts: Sequence[Changed]) -> list[dict[str, str | None]]:
    return [{"about": fact.about, "old": fact.old or None, "new": fact.new or None} for fact in facts]
