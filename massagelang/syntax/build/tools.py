"""Nodes of tools: the giver's hands, other parts and implements."""

from __future__ import annotations

from attrs import evolve

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.build.rules import (
    Parts,
    as_word,
    has,
    maybe_node,
    maybe_word,
    node,
    nodes,
    rule,
    split,
    words,
)
from massagelang.syntax.scanner import Token

_WHOLE_HANDS = ("hand", "hands")


@rule("tool_side")
def tool_side(parts: Parts, _span: Span) -> Token:
    """`right`, `other`: told apart from other words by its kind."""
    side: Token = parts[0]
    return side._replace(kind="ARM")


@rule("body", "plain_body")
def body(parts: Parts, span: Span) -> ast.Tool:
    """`two fingers`, `knuckles of ring_finger`, `heel of left hand`."""
    part, *of = words(parts, "BODY_TOOL")
    return ast.Tool(
        arm=maybe_word(parts, "ARM"),
        part=part,
        of=tuple(finger for finger in of if finger.text not in _WHOLE_HANDS),
        count=maybe_word(parts, "COUNT_WORD"),
        span=span,
    )


@rule("surface")
def surface(parts: Parts, span: Span) -> ast.Tool:
    """`edge of other hand`."""
    inner = node(parts, ast.Tool)
    return evolve(inner, arm=maybe_word(parts, "ARM") or inner.arm, surface=as_word(parts[0]), span=span)


@rule("one_sided")
def one_sided(parts: Parts, span: Span) -> ast.Tool:
    """`hand`, `edge of hand`, behind a side."""
    return surface(parts, span) if has(parts, "NAME") else node(parts, ast.Tool)


@rule("tool", "contact_tool")
def tool(parts: Parts, span: Span) -> ast.Tool:
    """`right`, `right forearm`, `hand left`, `stone`."""
    inner = maybe_node(parts, ast.Tool)
    arm = maybe_word(parts, "ARM", "LEFT", "RIGHT", "BOTH")
    if inner:
        return evolve(inner, arm=arm or inner.arm, span=span)
    part = maybe_word(parts, "BODY_TOOL", "NAME")
    return ast.Tool(arm=arm, part=part, implement=has(parts, "NAME"), span=span)


@rule("tools", "contact")
def tools(parts: Parts, span: Span) -> ast.Tools:
    """`thumbs and fingertips`, `thumbs or fingertips`."""
    choices = [_shared(_fingers_joined(nodes(choice, ast.Tool))) for choice in split(parts, "OR")]
    last = choices[-1][-1]
    if len(choices) > 1 and _is_of_a_hand(last):
        choices = [tuple(item if item.arm else evolve(item, arm=last.arm) for item in choice) for choice in choices]
    return ast.Tools(tuple(choices), span=span)


def _fingers_joined(written: tuple[ast.Tool, ...]) -> list[ast.Tool]:
    """After `of`, `and` goes on with the names of fingers: `knuckles of ring_finger and little_finger`."""
    joined: list[ast.Tool] = []
    for item in written:
        before = joined[-1] if joined else None
        if before and before.of and item.part and _is_named_finger(item):
            stretch = Span(before.span.start, item.span.end)
            joined[-1] = evolve(before, arm=before.arm or item.arm, of=(*before.of, item.part), span=stretch)
        elif before and _is_named_finger(before) and _is_named_finger(item) and not item.arm:
            joined.append(evolve(item, arm=before.arm))
        else:
            joined.append(item)
    return joined


def _is_named_finger(item: ast.Tool) -> bool:
    return bool(item.part and item.part.text.endswith(("_finger", "_fingers")) and not item.of)


def _shared(written: list[ast.Tool]) -> tuple[ast.Tool, ...]:
    """A last `of … hand` reaches back: `heel and fingers of one hand`."""
    last = written[-1]
    if not _is_of_a_hand(last):
        return tuple(written)
    return tuple(item if item.arm else evolve(item, arm=last.arm) for item in written)


def _is_of_a_hand(item: ast.Tool) -> bool:
    """Whether its side stands within: `fingers of one hand`, neither `one hand` nor `hand left`."""
    return bool(
        item.arm and item.part and item.part.span.end < item.arm.span.start and item.arm.span.end < item.span.end
    )
