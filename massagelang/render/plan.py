"""The plan as JSON: what a routine means, every word looked up, every side resolved, every part timed.

`parts` lists all parts once, outer ones first; a part names those inside it by their index in that list, so that what
is done many times is written once. `before` and `after` are indexes in `hands`. Times are whole milliseconds.
"""

from __future__ import annotations

import json
from typing import Any

import attrs
from attrs import field, frozen

from massagelang.plan.model import Contact, Hands, Plan, Planned, Time
from massagelang.render.cues.facts import origin_of
from massagelang.render.json import origin_data
from massagelang.render.tree import object_of, plain
from massagelang.source import Spot
from massagelang.vocabulary.model import Word

SUFFIX = ".plan.json"

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""


def render(plan: Plan, **options: Any) -> str:  # noqa: ARG001  (formats may be given options of others)
    """A plan as one JSON text."""
    return json.dumps(_Writer(plan).whole(), indent=2, allow_nan=False) + "\n"


@frozen(eq=False)
class _Writer:
    """Writes one plan; knows the index of each part, and of each state of the hands that was met."""

    plan: Plan
    indexes: dict[int, int] = field(factory=dict)
    hands: dict[Hands, int] = field(factory=dict)

    def whole(self) -> dict[str, Any]:
        parts = list(self.plan.parts())
        self.indexes.update({id(part): index for index, part in enumerate(parts)})
        written = [object_of(part, self.data) for part in parts]
        return {
            "version": VERSION,
            "kind": "plan",
            "title": self.plan.title,
            "has_routine": self.plan.has_routine,
            "vocabulary": [
                {"name": one.name, "version": one.version, "print": one.print} for one in self.plan.vocabulary.editions
            ],
            "time": self.data(self.plan.time),
            "parts": written,
            "hands": [object_of(hands, self.data) for hands in self.hands],
        }

    def data(self, value: Any) -> Any:
        match value:
            case Planned():
                return self.indexes[id(value)]
            case Hands():
                return self.hands.setdefault(value, len(self.hands))
            case Word():
                return value.id
            case Spot():
                return origin_data(origin_of(value, self.plan))
            case Time():
                return {name: self.data(getattr(value, name)) for name in _TIME}
            case frozenset():
                return sorted(map(self.data, value), key=_order)
            case _ if attrs.has(type(value)):
                return object_of(value, self.data)
            case _:
                return plain(value, self.data)


_TIME = tuple(slot.name for slot in attrs.fields(Time))


def _order(contact: Contact | None) -> str:
    """Sets have an order of their own in each run; this one is always the same."""
    return json.dumps(contact)
