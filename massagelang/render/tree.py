"""The syntax tree as JSON: what was written, word for word, with the place of each word.

Each node is an object whose `kind` says what it is. A `span` counts code points from the start of its logical line; the
line's own `start` counts from the beginning of the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from math import isfinite
from typing import Any

import attrs

from massagelang.source import Source, Span

SUFFIX = ".tree.json"

READS = "tree"
"""This format is made of the syntax tree, not of the plan; it can be made of a routine with errors too."""

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""


def render(file: Any, **options: Any) -> str:  # noqa: ARG001  (formats may be given options of others)
    """The tree of a file (`massagelang.syntax.ast.File`) as one JSON text."""
    return json.dumps({"version": VERSION, **_data(file)}, indent=2, allow_nan=False) + "\n"


def object_of(node: Any, data: Callable[[Any], Any]) -> dict[str, Any]:
    """An attrs object as JSON has it: `kind` first, then its fields in their order, each made by `data`."""
    kind = kind_of(node)
    names = [slot.name for slot in attrs.fields(type(node))]
    return {"kind": kind, **{_key(name, kind): data(getattr(node, name)) for name in names}}


def kind_of(node: object) -> str:
    """`person_act` for a PersonAct."""
    name = type(node).__name__
    return name[0].lower() + "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name[1:])


def plain(value: Any, data: Callable[[Any], Any]) -> Any:
    """A value that is no attrs object as JSON has it; members of a tuple are made by `data`."""
    match value:
        case Enum():
            return value.value
        case float():
            return number(value)
        case tuple() | list():
            return [data(one) for one in value]
        case _:
            return value


def number(value: float) -> int | float | None:
    """The number itself, as an int where it is whole; null for what is beyond all numbers."""
    if not isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _data(value: Any) -> Any:
    match value:
        case Span(start=start, end=end):
            return {"start": start, "end": end}
        case Source(name=name):
            return name
        case _ if attrs.has(type(value)):
            return object_of(value, _data)
        case _:
            return plain(value, _data)


def _key(name: str, kind: str) -> str:
    """The name of a field; a node's own `kind` (`together` of a group) gives way to the one of the object."""
    return f"{kind}_kind" if name == "kind" else name
