"""Nodes of hows: what stands after an action and says how, how long and how often."""

from __future__ import annotations

from attrs import evolve

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.build.places import directions_in, places_in
from massagelang.syntax.build.rules import (
    Parts,
    has,
    maybe_node,
    maybe_token,
    maybe_word,
    node,
    nodes,
    rule,
    text,
    token,
    word,
    words,
)
from massagelang.syntax.scanner import Token


def hows_in(parts: Parts) -> tuple[ast.How, ...]:
    """All hows among the parts; a length after `moving …` is the step of that."""
    found: list[ast.How] = []
    for part in (part for part in parts if isinstance(part, ast.How)):
        before = found[-1] if found else None
        if isinstance(part, ast.By) and isinstance(before, ast.Travel) and before.step is None:
            found[-1] = evolve(before, step=part.length, span=Span(before.span.start, part.span.end))
        else:
            found.append(part)
    return tuple(found)


@rule("how")
def how(parts: Parts, _span: Span) -> ast.How:
    """Any how, with or without its comma."""
    found: ast.How = parts[0]
    return found


@rule("manner")
def manner(parts: Parts, span: Span) -> ast.Manner:
    """`very slow`, `light to deep`, `light or medium`, `firmer each time`, `firm on heel`."""
    only = maybe_node(parts, ast.Leg)
    return ast.Manner(
        word(parts, "NAME"),
        degree=maybe_word(parts, "DEGREE", "SLIGHTLY"),
        to=maybe_word(parts, "RAMP"),
        alternative=maybe_word(parts, "CHOICE"),
        each_time=has(parts, "EACH"),
        only_on=only.places if only else (),
        only_going=only.directions if only else (),
        span=span,
    )


@rule("ramp")
def ramp(parts: Parts, _span: Span) -> Token:
    """`to deep`."""
    return token(parts, "NAME")._replace(kind="RAMP")


@rule("choice")
def choice(parts: Parts, _span: Span) -> Token:
    """`or medium`."""
    return token(parts, "NAME")._replace(kind="CHOICE")


@rule("scope")
def scope(parts: Parts, span: Span) -> ast.Leg:
    """`on heel`, `up`."""
    return ast.Leg(places=places_in(parts), directions=directions_in(parts), span=span)


@rule("pressure")
def pressure(parts: Parts, span: Span) -> ast.Pressure:
    """`pressure 3`, `pressure 2 to 4`, `pressure 3 of 10`."""
    start, *end = nodes(parts, ast.Number)
    scale = maybe_token(parts, "NUMBER")
    return ast.Pressure(start, end[0] if end else None, float(scale.text) if scale else 5, span=span)


@rule("times")
def times(parts: Parts, span: Span) -> ast.Times:
    """`3 times`, `3 times each way`."""
    return ast.Times(node(parts, ast.Count), has(parts, "WAY"), span=span)


@rule("breath")
def breath(parts: Parts, span: Span) -> ast.Breath:
    """`on exhale`."""
    return ast.Breath(word(parts, "NAME"), span=span)


@rule("for_time")
def for_time(parts: Parts, span: Span) -> ast.ForTime:
    """`for about 30s`."""
    return ast.ForTime(node(parts, ast.Amount), span=span)


@rule("until")
def until(parts: Parts, span: Span) -> ast.Until:
    """`until "the tissue is warm"`."""
    return ast.Until(text(parts), span=span)


@rule("except")
def excepting(parts: Parts, span: Span) -> ast.Except:
    """`except spine`."""
    return ast.Except(places_in(parts), span=span)


@rule("travel")
def travel(parts: Parts, span: Span) -> ast.Travel:
    """`moving up back`."""
    return ast.Travel(node(parts, ast.Path), span=span)


@rule("by")
def by(parts: Parts, span: Span) -> ast.By:
    """`by 5cm`."""
    return ast.By(node(parts, ast.Length), span=span)


@rule("little")
def little(parts: Parts, span: Span) -> ast.Manner:
    """`slightly`, with nothing behind it: the same as `a_little`."""
    return ast.Manner(evolve(word(parts, "SLIGHTLY"), text="a_little"), span=span)


@rule("with")
def using(parts: Parts, span: Span) -> ast.With:
    """`with body_weight`, `with warm cloth`."""
    tools = maybe_node(parts, ast.Tools)
    if tools is None:
        measure, part = words(parts, "NAME")
        stretch = Span(measure.span.start, part.span.end)
        thing = ast.Tool(part=part, implement=True, measure=measure, span=stretch)
        tools = ast.Tools(((thing,),), span=stretch)
    return ast.With(tools, span=span)


@rule("without")
def without(parts: Parts, span: Span) -> ast.Without:
    """`without thumbs`."""
    return ast.Without(node(parts, ast.Tools), span=span)


@rule("facing")
def facing(parts: Parts, span: Span) -> ast.Facing:
    """`facing head`."""
    return ast.Facing(places_in(parts), span=span)
