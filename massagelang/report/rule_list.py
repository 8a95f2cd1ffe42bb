"""All rules in a list, as `mass rules` prints them: for people, for a page, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from massagelang.diagnostic import Kind
from massagelang.report.table import table
from massagelang.report.terminal import LABELS
from massagelang.vocabulary.model import SourceNote

Note = Callable[[str], SourceNote | None]
"""What is known of a source, by its id."""

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""

_FAMILIES = {
    "ML2": "Hands",
    "ML3": "Time",
    "ML4": "The body",
    "ML5": "The flow of a session",
    "ML6": "Style",
}


def render(kinds: Sequence[Kind]) -> str:
    """Code, name, severity, confidence and what each rule is about, one below the other."""
    rows = [(kind.code, LABELS[kind.severity], kind.confidence or "-", _said(kind)) for kind in kinds]
    return table([("code", "severity", "sure", "what it is about"), *rows], 3)


def _said(kind: Kind) -> str:
    sources = f" ({', '.join(kind.sources)})" if kind.sources else ""
    return f"{kind.name}: {one_line(kind)}{sources}"


def markdown(kinds: Sequence[Kind], note: Note) -> str:
    """A table for each family of rules."""
    return "\n".join(_family(title, start, kinds, note) for start, title in _FAMILIES.items())


def as_json(kinds: Iterable[Kind], note: Note) -> str:
    """All that is known of each rule."""
    return json.dumps({"version": VERSION, "rules": [_told(kind, note) for kind in kinds]}, indent=2) + "\n"


def one_line(kind: Kind) -> str:
    """The first sentence of the reason."""
    first = " ".join(kind.why.split("\n\n")[0].split())
    sentence, stop, _ = first.partition(". ")
    return f"{sentence}{stop}".strip()


def _family(title: str, start: str, kinds: Iterable[Kind], note: Note) -> str:
    head = "| code | name | severity | in one line | sources | confidence |\n|---|---|---|---|---|---|\n"
    return f"## {title} ({start}xx)\n\n{head}" + "".join(
        _row(kind, note) for kind in kinds if kind.code.startswith(start)
    )


def _row(kind: Kind, note: Note) -> str:
    sources = ", ".join(_link(id_, note(id_)) for id_ in kind.sources) or "–"
    said = one_line(kind).replace("|", "\\|")
    cells = (kind.code, f"`{kind.name}`", LABELS[kind.severity], said, sources, kind.confidence or "–")
    return f"| {' | '.join(cells)} |\n"


def _link(id_: str, note: SourceNote | None) -> str:
    return f"[{id_}](<{note.address}>)" if note else id_


def _told(kind: Kind, note: Note) -> dict[str, Any]:
    return {
        "code": kind.code,
        "name": kind.name,
        "severity": kind.severity.value,
        "says": one_line(kind),
        "why": kind.why,
        "bad": kind.bad,
        "good": kind.good,
        "confidence": kind.confidence,
        "sources": list(_sources(kind, note)),
        "limits": dict(kind.limits),
        "can_be_allowed": kind.settled,
    }


def _sources(kind: Kind, note: Note) -> Iterator[dict[str, str]]:
    for id_ in kind.sources:
        found = note(id_)
        yield {"id": id_, "says": found.says, "address": found.address} if found else {"id": id_}
