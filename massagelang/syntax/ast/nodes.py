"""What all nodes of the syntax tree share."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.source import Span
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Node(Record):
    """Base of all nodes; `span` is where the node stands in its logical line."""

    span: Span = field(kw_only=True, eq=False, repr=False)


@frozen(slots=False, repr=False, eq=False)
class Word(Node):
    """`sacrum`: one word in lower case, several joined by `_`."""

    text: str
