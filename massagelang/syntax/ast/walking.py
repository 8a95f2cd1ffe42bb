"""How to come by every node of a kind; no visitor classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import fields

from massagelang.syntax.ast.lines import File, Line
from massagelang.syntax.ast.nodes import Node

Kind = TypeVar("Kind")


def walk(tree: object, kind: type[Kind]) -> Iterator[Kind]:
    """All nodes of one kind in a tree (or a tuple of trees), outer ones first, in the order of writing."""
    if isinstance(tree, kind):
        yield tree
    for child in children(tree):
        yield from walk(child, kind)


def children(tree: object) -> Iterator[object]:
    """The nodes directly inside a node, a line, a file or a tuple."""
    if isinstance(tree, tuple):
        yield from tree
    elif isinstance(tree, (Node, Line, File)):
        for slot in fields(type(tree)):
            value = getattr(tree, slot.name)
            if isinstance(value, (Node, tuple, Line)):
                yield value
