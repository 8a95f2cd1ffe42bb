"""Paths: the way of each hand over the body as JSON, one cue a line; `schema/paths.json` describes it.

Places are regions of the vocabulary with their side and, where a stroke runs along one, its edge (bottom or top): how
far the plan knows. Nothing is measured on a body here. Times are whole milliseconds; those within a cue are shared out
by the estimated lengths of the way. A cue whose way is done several times has the points of the first time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from massagelang.plan.events import Choices
from massagelang.plan.model import Act, Plan
from massagelang.render.cues import length_of, whole
from massagelang.render.cues.cue import Cue
from massagelang.render.cues.tracks import Point, Track, tracks_of
from massagelang.render.json import as_json, place_data
from massagelang.render.tree import number
from massagelang.render.words import Options

SUFFIX = ".paths.json"

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """The ways of all cues of a plan as one JSON text. Errors: `cues.TooLong`."""
    return "".join(_pieces(plan, choices, Options(**options)))


def _pieces(plan: Plan, choices: Choices | None, options: Options) -> Iterator[str]:
    yield f'{{\n  "version": {VERSION},\n  "kind": "paths",\n  "title": {as_json(plan.title)},\n'
    yield f'  "length": {length_of(plan, choices, options)},\n  "cues": ['
    ways = _Ways()
    for index, cue in enumerate(whole(plan, choices, options)):
        yield ("," if index else "") + "\n    " + as_json(_cue(cue, ways))
    yield "\n  ]\n}\n"


@frozen(eq=False)
class _Ways:
    """The tracks of acts, found once however often an act is done."""

    _of_act: dict[int, tuple[Track, ...]] = field(factory=dict)

    def of(self, act: Act) -> tuple[Track, ...]:
        if id(act) not in self._of_act:
            self._of_act[id(act)] = tracks_of(act)
        return self._of_act[id(act)]


def _cue(cue: Cue, ways: _Ways) -> dict[str, Any]:
    return {
        "start": cue.start,
        "end": cue.end,
        "id": cue.id,
        "kind": cue.kind,
        "technique": cue.technique or None,
        "side": cue.side or None,
        "tracks": [_track(track, cue) for act in cue.acts for track in ways.of(act)],
    }


def _track(track: Track, cue: Cue) -> dict[str, Any]:
    once = (cue.end - cue.start) // max(1, track.times)
    return {
        track.limb: track.side,
        "index": track.index,
        "part": track.part or None,
        "times": track.times,
        "points": _points(track.points, cue.start, once),
        "travel": _points(track.travel, cue.start, cue.end - cue.start),
    }


def _points(points: Sequence[Point], start: int, length: int) -> list[dict[str, Any]]:
    return [
        {
            "time": start + length * point.gone // 1000,
            **place_data(point.place),
            "edge": point.edge or None,
            "directions": list(point.directions),
            "shape": point.shape or None,
            "centimetres": number(point.centimetres),
        }
        for point in points
    ]
