"""Findings as data: what is wrong, where, and the mend. Knows nothing of terminals or editors.

A `Kind` is one sort of finding (`mass explain ML402` prints it). A `Finding` is one case of it: the kind, arguments
and a `Spot`. Its sentence is made from those. A `Diagnostic` is a finding set down in a file, for reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen

from massagelang.source import Source, Span, Spot
from massagelang.values import Record


class Severity(Enum):
    """How much a finding weighs: an error stops rendering; the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(slots=False, repr=False, eq=False)
class Kind(Record):
    """One sort of finding, with the sentence that it says and the example that proves it.

    `message` and `hint` are templates over the finding's arguments. `bad` marks with « » the words that the finding
    underlines; `good` gives no finding of this kind. `sources` are ids of the vocabulary's source table. `confidence`
    is the letter of what it says of the body (H, M, L; K common knowledge; E an estimate), empty where it says nothing.
    `limits` are its numbers that a house may set; `settled` tells whether it may be allowed or left out at all.
    """

    code: str
    name: str
    severity: Severity
    message: str
    why: str
    bad: str
    good: str
    hint: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""
    limits: Mapping[str, float] = field(factory=dict, eq=False)
    settled: bool = True


@frozen(slots=False, repr=False, eq=False)
class Related(Record):
    """Another place that a finding speaks of, and what is there."""

    spot: Spot
    message: str


@frozen(slots=False, repr=False, eq=False)
class Edit(Record):
    """Replace the words at `spot` by `text`; `safe` when that surely says what the writer meant."""

    spot: Spot
    text: str
    safe: bool = False


@frozen(slots=False, repr=False, eq=False)
class Finding(Record):
    """One case of a kind at one place. `hint` and `severity`, when given, go before the kind's own."""

    kind: Kind
    spot: Spot
    arguments: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity = field()
    hint: str = field()

    @severity.default
    def _kind_severity(self) -> Severity:
        return self.kind.severity

    @hint.default
    def _kind_hint(self) -> str:
        return self.kind.hint.format_map(dict(self.arguments))

    @property
    def message(self) -> str:
        """The finding as one sentence."""
        return self.kind.message.format_map(dict(self.arguments))


@frozen(slots=False, repr=False, eq=False)
class Remark(Record):
    """A related place set down in its file: `span` counts code points from the start of `source`."""

    source: Source
    span: Span
    message: str


@frozen(slots=False, repr=False, eq=False)
class Replacement(Record):
    """Replace `span` of `source` by `text`; `safe` when that surely says what the writer meant."""

    source: Source
    span: Span
    text: str
    safe: bool = False


@frozen(slots=False, repr=False, eq=False)
class Diagnostic(Record):
    """One thing to know about one place of one file; `span` counts code points from the start of `source`."""

    code: str
    name: str
    severity: Severity
    source: Source
    span: Span
    message: str
    hint: str = ""
    related: tuple[Remark, ...] = ()
    edits: tuple[Replacement, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def can_be_mended(self) -> bool:
        """Whether it has edits and all of them are safe."""
        return bool(self.edits) and all(edit.safe for edit in self.edits)
