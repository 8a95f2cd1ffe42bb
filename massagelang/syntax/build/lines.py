"""Nodes of a file's own lines: edition, title, properties, definitions and headings."""

from __future__ import annotations

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.build.numbers import length
from massagelang.syntax.build.rules import (
    Parts,
    as_word,
    has,
    maybe_node,
    node,
    nodes,
    rule,
    text,
    token,
    unquoted,
    word,
    words,
)
from massagelang.syntax.scanner import Token


@rule("line")
def line(parts: Parts, _span: Span) -> ast.LineContent:
    """Whatever the line holds."""
    content: ast.LineContent = parts[0]
    return content


@rule("version")
def version(parts: Parts, span: Span) -> ast.Edition:
    """`mass 1`."""
    return ast.Edition(float(token(parts, "NUMBER").text), span=span)


@rule("title")
def title(parts: Parts, span: Span) -> ast.Title:
    """`routine "Back massage"`."""
    return ast.Title(text(parts), span=span)


@rule("use")
def use(parts: Parts, span: Span) -> ast.Use:
    """`use "moves.mass"`."""
    return ast.Use(text(parts), span=span)


@rule("property")
def property_(parts: Parts, span: Span) -> ast.Property:
    """`receiver: prone`."""
    return ast.Property(word(parts, "NAME", "RECEIVER", "GIVER"), nodes(parts, ast.Value), span=span)


@rule("value")
def value(parts: Parts, span: Span) -> ast.Value:
    """One value of a property."""
    return ast.Value(tuple(_value_part(part) for part in parts), span=span)


def _value_part(part: Token | ast.Duration) -> ast.Word | ast.Text | ast.Number | ast.Duration | ast.Length:
    if not isinstance(part, Token):
        return part
    here = Span(part.start, part.end)
    match part.kind:
        case "STRING":
            return ast.Text(unquoted(part.text), span=here)
        case "NUMBER":
            return ast.Number(float(part.text), float(part.text), span=here)
        case "LENGTH":
            return length([part], here)
        case _:
            return as_word(part)


@rule("definition")
def definition(parts: Parts, span: Span) -> ast.Definition:
    """`define long_strokes(leg) { … }`."""
    name, *parameters = words(parts, "NAME")
    return ast.Definition(name, tuple(parameters), node(parts, ast.Block), span=span)


@rule("heading")
def heading(parts: Parts, span: Span) -> ast.Heading:
    """`step "Long strokes", both sides`."""
    repeated, budget = maybe_node(parts, ast.Times), maybe_node(parts, ast.ForTime)
    variant_name = maybe_node(parts, ast.Text)
    return ast.Heading(
        parts[0].text,
        text(parts),
        both_sides=maybe_node(parts, ast.BothSides),
        times=repeated.count if repeated else None,
        time=budget.amount if budget else None,
        rest_of_time=has(parts, "REST_OF_TIME"),
        optional=has(parts, "OPTIONAL"),
        variant=variant_name.text if variant_name else "",
        span=span,
    )


@rule("rest_of_time")
def rest_of_time(_parts: Parts, span: Span) -> Token:
    """`for the rest`."""
    return Token("REST_OF_TIME", "rest", span.start, span.end)


@rule("variant")
def variant(parts: Parts, span: Span) -> ast.Text:
    """`variant "short"`."""
    return ast.Text(text(parts), span=span)
