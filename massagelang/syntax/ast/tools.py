"""Nodes of the giver's tools."""

from __future__ import annotations

from attrs import frozen

from massagelang.syntax.ast.nodes import Node, Word


@frozen(slots=False, repr=False, eq=False)
class Tool(Node):
    """`knuckles of ring_finger and little_finger of other hand`: one surface that touches.

    `arm` says whose: left right both one other near far inside outside. `part` is a body part or an implement,
    `surface` a surface of it (`edge of hand`), `of` the fingers whose part it is, `measure` what it is like:
    `warm cloth`.
    """

    arm: Word | None = None
    part: Word | None = None
    surface: Word | None = None
    of: tuple[Word, ...] = ()
    count: Word | None = None
    implement: bool = False
    measure: Word | None = None


@frozen(slots=False, repr=False, eq=False)
class Tools(Node):
    """`thumbs and fingertips`, `thumbs or fingertips`: choices, each of tools that work as one."""

    choices: tuple[tuple[Tool, ...], ...]
