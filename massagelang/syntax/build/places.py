"""Nodes of places and paths on the receiver."""

from __future__ import annotations

from attrs import evolve

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.build.rules import (
    Parts,
    as_word,
    maybe_node,
    maybe_token,
    maybe_word,
    node,
    nodes,
    rule,
    split,
    tokens,
    word,
    words,
)
from massagelang.syntax.scanner import Token


class Places(tuple[ast.Place, ...]):
    """Places in a row, told apart from other tuples by their class."""

    __slots__ = ()


class Directions(tuple[ast.Word, ...]):
    """Direction words in a row."""

    __slots__ = ()


def places_in(parts: Parts) -> tuple[ast.Place, ...]:
    """The first row of places among the parts."""
    return tuple(maybe_node(parts, Places) or ())


def directions_in(parts: Parts) -> tuple[ast.Word, ...]:
    """The first row of directions among the parts."""
    return tuple(maybe_node(parts, Directions) or ())


@rule("region")
def region(parts: Parts, _span: Span) -> ast.Word:
    """`sacrum`, `it`, `you`, `hand`."""
    return as_word(parts[0])


@rule("place_side")
def place_side(parts: Parts, _span: Span) -> Token:
    """`left`, `near`: told apart from other words by its kind."""
    side: Token = parts[0]
    return side._replace(kind="SIDE_OF_PLACE")


@rule("region_of")
def region_of(parts: Parts, _span: Span) -> ast.Place:
    """`middle of left arm`: what stands before each region, after its `of`; the innermost is the last."""
    *outer, innermost = split(parts, "OF")
    found = _qualified(ast.Place(innermost[-1], span=innermost[-1].span), innermost[:-1])
    for *before, name in reversed(outer):
        found = _qualified(ast.Place(name, of=found, span=Span(name.span.start, found.span.end)), before)
    return found


def _qualified(bare: ast.Place, before: list[Token]) -> ast.Place:
    """A place with the `each` and the side that stand before it."""
    for qualifier in reversed(before):
        stretch = Span(qualifier.start, bare.span.end)
        if qualifier.kind == "EACH":
            bare = evolve(bare, each=True, span=stretch)
        else:
            bare = evolve(bare, side=as_word(qualifier), span=stretch)
    return bare


@rule("place", "listed")
def place(parts: Parts, span: Span) -> ast.Place:
    """`each left toe`, `10 oclock of abdomen`, `each_other`."""
    match parts[0]:
        case Token(kind="OCLOCK", text=written):
            hour = int(written.lower().removesuffix("oclock"))
            return ast.Place(None, of=maybe_node(parts, ast.Place), clock=hour, span=span)
        case Token(kind="EACH_OTHER" | "THEM" | "LEFT" | "RIGHT") as alone:
            return ast.Place(as_word(alone), span=span)
    return _qualified(node(parts, ast.Place), tokens(parts, "EACH", "SIDE_OF_PLACE"))


@rule("own_place")
def own_place(parts: Parts, span: Span) -> ast.Place:
    """`your left hand`."""
    return ast.Place(node(parts, ast.Word), side=maybe_word(parts, "SIDE_OF_PLACE"), own=True, span=span)


@rule("places", "place_list")
def places(parts: Parts, _span: Span) -> Places:
    """`upper_back and lower_back`."""
    return Places(nodes(parts, ast.Place))


@rule("directions")
def directions(parts: Parts, _span: Span) -> Directions:
    """`up and down`."""
    return Directions(words(parts, "DIRECTION"))


@rule("leg")
def leg(parts: Parts, span: Span) -> ast.Leg:
    """`up right_side`, `from under left ribs`, `2 fingers left of navel`, `in circles`, `in 7 steps`."""
    beside = maybe_token(parts, "LEFT", "RIGHT")
    if beside is not None:
        parts = [beside._replace(kind="PREPOSITION", text=f"{beside.text}_of"), *parts]
    prepositions = words(parts, "FROM", "TO", "PREPOSITION", "ON", "OFF", "AT", "IN")
    return ast.Leg(
        directions=directions_in(parts),
        degree=maybe_word(parts, "SLIGHTLY"),
        preposition=prepositions[0] if prepositions else None,
        relation=prepositions[1] if len(prepositions) > 1 else None,
        offset=maybe_node(parts, ast.Length),
        places=places_in(parts),
        shape=maybe_word(parts, "NAME"),
        steps=maybe_node(parts, ast.Count),
        degrees=maybe_node(parts, ast.Number),
        span=span,
    )


@rule("path")
def path(parts: Parts, span: Span) -> ast.Path:
    """`up right_side around shoulder`; `slightly` belongs to the directions behind it."""
    legs: list[ast.Leg] = []
    for leg in nodes(parts, ast.Leg):
        before = legs[-1] if legs else None
        if before is not None and before.degree and not before.directions and leg.directions:
            stretch = Span(before.span.start, leg.span.end)
            legs[-1] = evolve(leg, degree=before.degree, span=stretch)
        else:
            legs.append(leg)
    return ast.Path(tuple(legs), span=span)


@rule("moved")
def moved(parts: Parts, span: Span) -> ast.Moved:
    """`their left foot`, `it`, `them`."""
    return ast.Moved(maybe_node(parts, ast.Place) or ast.Place(word(parts, "IT", "THEM"), span=span), span=span)
