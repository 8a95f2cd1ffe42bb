"""Nodes of statements, phrases and blocks."""

from __future__ import annotations

from attrs import evolve

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.build.hows import hows_in
from massagelang.syntax.build.places import Places, places_in
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


@rule("statement")
def statement(parts: Parts, _span: Span) -> ast.Statement:
    """A statement with the words said about it."""
    said = node(parts, ast.Statement)
    tails = nodes(parts, ast.Tail)
    return evolve(said, tails=tails) if tails else said


@rule("tail")
def tail(parts: Parts, span: Span) -> ast.Tail:
    """`why "relaxes taut muscles"`."""
    return ast.Tail(parts[0].text, text(parts), span=span)


@rule("junk")
def junk(parts: Parts, span: Span) -> ast.Junk:
    """Words put aside by recovery, and the block behind them."""
    return ast.Junk(maybe_node(parts, ast.Block), span=span)


@rule("placement")
def placement(parts: Parts, span: Span) -> ast.Placement:
    """`hand left on sacrum`."""
    return ast.Placement(node(parts, ast.Tools), node(parts, ast.Path), hows_in(parts), span=span)


@rule("lift")
def lift(parts: Parts, span: Span) -> ast.Lift:
    """`hand left off`."""
    return ast.Lift(node(parts, ast.Tools), span=span)


@rule("action")
def action(parts: Parts, span: Span) -> ast.Action:
    """`stroke right up right_side to shoulder, slow`."""
    verb, *also = words(parts, "NAME", "EITHER")
    return ast.Action(
        verb,
        maybe_node(parts, ast.Tools),
        maybe_node(parts, ast.Moved),
        maybe_node(parts, ast.Path),
        hows_in(parts),
        tuple(also),
        has(parts, "EITHER"),
        span=span,
    )


@rule("either")
def either(parts: Parts, _span: Span) -> Token:
    """`or cup`: told apart from techniques that are done together by its kind."""
    return token(parts, "NAME")._replace(kind="EITHER")


@rule("receiver", "giver")
def person_act(parts: Parts, span: Span) -> ast.PersonAct:
    """`receiver turns supine`, `giver kneels beside left knee`."""
    verb, *whom = words(parts, "NAME")
    object_ = whom[-1] if whom else maybe_node(parts, ast.Moved) or maybe_node(parts, ast.Place)
    return ast.PersonAct(
        parts[0].text,
        verb,
        object_,
        maybe_node(parts, ast.Path),
        hows_in(parts),
        whom[0] if len(whom) > 1 else None,
        maybe_word(parts, "LEFT", "RIGHT"),
        span=span,
    )


@rule("words")
def said_words(parts: Parts, span: Span) -> ast.Words:
    """`say "breathe out"`."""
    return ast.Words(parts[0].text, text(parts), span=span)


@rule("pause")
def pause(parts: Parts, span: Span) -> ast.Pause:
    """`pause 10s`."""
    return ast.Pause(node(parts, ast.Amount), span=span)


@rule("wait")
def wait(parts: Parts, span: Span) -> ast.Wait:
    """`wait until "…"`."""
    return ast.Wait(hows_in(parts), span=span)


@rule("stop")
def stop(_parts: Parts, span: Span) -> ast.Stop:
    """`stop`."""
    return ast.Stop(span=span)


@rule("thing")
def thing(parts: Parts, span: Span) -> ast.Thing:
    """`apply oil over back`, `apply 3 drops of oil over back`."""
    *measure, named = words(parts, "NAME")
    return ast.Thing(
        parts[0].text,
        named,
        own=has(parts, "YOUR"),
        path=maybe_node(parts, ast.Path),
        hows=hows_in(parts),
        count=maybe_node(parts, ast.Number),
        measure=measure[0] if measure else None,
        span=span,
    )


@rule("drape")
def drape(parts: Parts, span: Span) -> ast.Drape:
    """`cover legs`."""
    return ast.Drape(parts[0].text, places_in(parts), hows_in(parts), span=span)


@rule("call")
def call(parts: Parts, span: Span) -> ast.Call:
    """`do long_strokes(left_leg), other side`."""
    arguments = tuple(tuple(argument) for argument in nodes(parts, Places))
    return ast.Call(word(parts, "NAME"), arguments, maybe_node(parts, ast.Transform), span=span)


@rule("transform")
def transform(parts: Parts, span: Span) -> ast.Transform:
    """`other side`, `swapped`, `mirrored`."""
    return ast.Transform("other_side" if has(parts, "OTHER") else parts[0].text, span=span)


@rule("check")
def check(parts: Parts, span: Span) -> ast.Check:
    """`check 15:00 +- 30s`."""
    minutes, _, seconds = token(parts, "CLOCK").text.partition(":")
    tolerance = maybe_node(parts, ast.Duration)
    return ast.Check((int(minutes) * 60 + int(seconds)) * 1000, tolerance.high if tolerance else 0, span=span)


@rule("repeat")
def repeat(parts: Parts, span: Span) -> ast.Repeat:
    """`repeat 3`, `repeat other side`, `repeat 3 times { … }`."""
    what, *rest = (part for part in parts if not isinstance(part, Token))
    hows = hows_in(rest)
    if isinstance(what, ast.How):
        hows = hows_in([what, *rest])
        what, hows = hows[0], hows[1:]
    return ast.Repeat(what, hows, maybe_node(rest, ast.Block), span=span)


@rule("repeat_count")
def repeat_count(parts: Parts, span: Span) -> ast.RepeatCount:
    """`3 times`, `3 more`."""
    return ast.RepeatCount(node(parts, ast.Count), more=has(parts, "MORE"), span=span)


@rule("group")
def group(parts: Parts, span: Span) -> ast.Group:
    """`together { … }`, `each toe { … }`."""
    sides, members = maybe_node(parts, ast.BothSides), maybe_node(parts, ast.Each)
    head = maybe_token(parts, "TOGETHER", "OPTIONAL", "IF", "UNLESS", "WHENEVER")
    return ast.Group(
        head.text if head else "both_sides" if sides else "each",
        node(parts, ast.Block),
        text=text(parts),
        each=members,
        sides=sides,
        span=span,
    )


@rule("both_sides")
def both_sides(parts: Parts, span: Span) -> ast.BothSides:
    """`both sides same hands`."""
    return ast.BothSides(same_hands=has(parts, "SAME"), span=span)


@rule("each")
def each(parts: Parts, span: Span) -> ast.Each:
    """`each toe except big_toe reversed`."""
    but = maybe_node(parts, ast.Except)
    return ast.Each(places_in(parts), but.places if but else (), has(parts, "REVERSED"), span=span)


@rule("phrase")
def phrase(parts: Parts, span: Span) -> ast.Phrase:
    """Statements of one line."""
    return ast.Phrase(nodes(parts, ast.Statement), span=span)


@rule("alternative")
def alternative(parts: Parts, span: Span) -> ast.Phrase:
    """A line that begins with `or`."""
    return evolve(node(parts, ast.Phrase), alternative=True, span=span)


@rule("block")
def block(parts: Parts, span: Span) -> ast.Block:
    """`{ … }`."""
    return ast.Block(nodes(parts, ast.Phrase), span=span)
