"""What frozen values have in common: how they show themselves and when two are equal.

attrs would compile these methods for each class at every start, which is more than half of what its classes cost. So
classes that are many, or seldom compared, take them from here; those that are keys of loops keep their own.
"""

from __future__ import annotations

from typing import Any

from attrs import fields


class Shown:
    """Base of frozen values: `Word(text='sacrum')`. Fields with `repr=False` are left out."""

    __slots__ = ()

    def __repr__(self) -> str:
        """The class and its fields."""
        shown = (item.name for item in _fields(self) if item.repr)
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


class Record(Shown):
    """Base of frozen values that are equal when their fields are; fields with `eq=False` do not count."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same class and says the same."""
        return type(self) is type(other) and _compared(self) == _compared(other)

    def __hash__(self) -> int:
        """A hash that goes with equality."""
        return hash((type(self), _compared(self)))


def _compared(value: object) -> tuple[object, ...]:
    return tuple(getattr(value, item.name) for item in _fields(value) if item.eq)


def _fields(value: object) -> Any:
    return fields(type(value))  # type: ignore[arg-type]  # every class below is one of attrs
