"""JSON: the timed cues of a routine as one object, one cue a line; `schema/cues.json` describes it.

Times are whole milliseconds from the beginning of the routine. What is not there is null, "" or an empty list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.cues import length_of, whole
from massagelang.render.cues.cue import Cue, Heading
from massagelang.render.cues.facts import Hand, Origin, Pressure
from massagelang.render.cues.places import Place
from massagelang.render.tree import number
from massagelang.render.words import Options

SUFFIX = ".json"

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All cues of a plan as one JSON text. Errors: `cues.TooLong`."""
    return "".join(_pieces(plan, choices, Options(**options)))


def as_json(data: object) -> str:
    """Data on one line; letters beyond ASCII are escaped, so that no reader can harm them."""
    return json.dumps(data, separators=(", ", ": "), allow_nan=False)


def cue_data(cue: Cue) -> dict[str, Any]:
    """A cue as JSON has it."""
    return {
        "start": cue.start,
        "end": cue.end,
        "id": cue.id,
        "kind": cue.kind,
        "text": cue.text,
        "spoken": cue.spoken,
        "next": cue.next,
        "technique": cue.technique or None,
        "hands": [_hand(hand) for hand in cue.hands],
        "regions": [place_data(place) for place in cue.regions],
        "side": cue.side or None,
        "pressure": _pressure(cue.pressure),
        "count": {"i": cue.count[0], "n": cue.count[1]},
        "section": _heading(cue.section),
        "step": _heading(cue.step),
        "basis": cue.basis,
        "open": cue.open,
        "notes": [{"kind": note.kind, "text": note.text} for note in cue.notes],
        "joined": [{"id": other.id, "technique": other.technique or None} for other in cue.joined],
        "source": origin_data(cue.origin),
    }


def origin_data(origin: Origin) -> dict[str, Any]:
    """A place in a file as JSON has it; lines and columns count from 1."""
    return {
        "file": origin.file,
        "line": origin.line,
        "column": origin.column,
        "end": {"line": origin.end_line, "column": origin.end_column},
    }


def _pieces(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    written = whole(plan, choices, options)
    first = next(written, None)
    length = length_of(plan, choices, options)
    yield f'{{\n  "version": {VERSION},\n  "title": {as_json(plan.title)},\n  "length": {length},\n  "cues": ['
    if first is not None:
        yield "\n    " + as_json(cue_data(first))
        yield from (",\n    " + as_json(cue_data(cue)) for cue in written)
        yield "\n  "
    yield "]\n}\n"


def place_data(place: Place) -> dict[str, Any]:
    """A place as JSON has it."""
    return {
        "region": place.region or None,
        "side": place.side or None,
        "part": place.part or None,
        "of": place.of or None,
        "clock": place.clock or None,
        "word": place.word or None,
        "own": place.own,
        "side_basis": place.basis if place.side else None,
    }


def _hand(hand: Hand) -> dict[str, Any]:
    return {
        hand.limb: hand.side,
        "index": hand.index,
        "part": hand.part or None,
        "place": place_data(hand.place) if hand.place else None,
        "does": hand.does,
    }


def _pressure(pressure: Pressure | None) -> dict[str, Any] | None:
    if pressure is None:
        return None
    return {
        "start": number(pressure.start),
        "end": number(pressure.end),
        "ramp": pressure.ramp,
        "basis": pressure.basis,
    }


def _heading(heading: Heading | None) -> dict[str, str] | None:
    return {"id": heading.id, "title": heading.title} if heading else None
