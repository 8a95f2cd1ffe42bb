"""A whole routine as a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from massagelang.diagnostic import Finding
from massagelang.plan.model.parts import Act, Planned, parts_of
from massagelang.plan.model.receiver import Avoided, Told
from massagelang.plan.model.times import Time
from massagelang.source import Source, Span, Spot
from massagelang.vocabulary import Vocabulary


@frozen(eq=False, slots=False)
class Plan:
    """A whole routine.

    `title` is empty when there was no `routine` line. `properties` are the file's own. `findings` were made on the
    way. `receiver` is what is told of the receiver, `avoided` what the file says to leave alone. `places` finds the
    source and the start of each logical line by its key. `definitions` are the names that the file itself defines, and
    where.
    """

    title: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]
    body: Planned
    findings: tuple[Finding, ...]
    vocabulary: Vocabulary = field(repr=False)
    places: Mapping[str, tuple[Source, int]] = field(repr=False)
    has_routine: bool = False
    receiver: tuple[Told, ...] = ()
    avoided: tuple[Avoided, ...] = ()
    definitions: tuple[tuple[str, Spot], ...] = ()

    @property
    def time(self) -> Time:
        """How long the routine takes: milliseconds."""
        return self.body.time

    def property(self, key: str) -> tuple[str, ...]:
        """The values of a property of the file, each as written; none if it is not there."""
        return next((values for name, values in self.properties if name == key), ())

    def where(self, spot: Spot) -> tuple[Source, Span]:
        """The source and the span in it (code points from its start) of a spot."""
        source, start = self.places[spot.line]
        return source, spot.span.shifted(start)

    def parts(self) -> Iterator[Planned]:
        """All parts, outer ones first, in the order of writing; each pass that differs is there once."""
        return iter(self._parts)

    def acts(self) -> Iterator[Act]:
        """All leaves, as `parts` gives them."""
        return iter(self._acts)

    @cached_property
    def _parts(self) -> tuple[Planned, ...]:
        return tuple(parts_of(self.body))

    @cached_property
    def _acts(self) -> tuple[Act, ...]:
        return tuple(part for part in self._parts if isinstance(part, Act))
