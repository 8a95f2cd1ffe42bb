"""Nodes of numbers: counts, durations, lengths and rates."""

from __future__ import annotations

import re

from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.build.rules import Parts, has, maybe_node, maybe_token, node, rule, tokens
from massagelang.syntax.durations import milliseconds
from massagelang.syntax.scanner import Token

_BOUNDS = {"ABOUT": "about", "LEAST": "at_least", "MOST": "at_most", "EXACTLY": "exactly"}
_FEW = (3, 5)
"""What `several` and `a few` are taken for."""

_PER = {"hour": "/h", "minute": "/min", "second": "/s", "breath": "/breath"}
_NUMERAL = re.compile(r"[0-9.]+")


@rule("number")
def number(parts: Parts, span: Span) -> ast.Number:
    """`3`, `3-5`."""
    return ast.Number(float(parts[0].text), float(parts[-1].text), span=span)


@rule("count")
def count(parts: Parts, span: Span) -> ast.Count:
    """`3`, `3 or 5`, `about 50`, `at least 6`, `several`."""
    if few := _few(parts):
        return ast.Count(*_FEW, about=True, word=few, span=span)
    ends = maybe_node(parts, ast.Number)
    numerals = [ends.low, ends.high] if ends else [float(numeral.text) for numeral in tokens(parts, "NUMBER")]
    bound = maybe_token(parts, "LEAST", "MOST")
    return ast.Count(
        numerals[0],
        numerals[-1],
        about=has(parts, "ABOUT"),
        either=has(parts, "OR"),
        bound=_BOUNDS[bound.kind] if bound else "",
        span=span,
    )


def _few(parts: Parts) -> str:
    found = maybe_token(parts, "SEVERAL", "A_FEW")
    return found.text.replace("_", " ") if found else ""


@rule("duration")
def duration(parts: Parts, span: Span) -> ast.Duration:
    """`30s`, `20-30s`, `3 breaths`, `a few minutes`."""
    unit = maybe_token(parts, "TIME_UNIT")
    if unit is None:
        return ast.Duration(*_short_ends(parts), span=span)
    ends = maybe_node(parts, ast.Number)
    low, high = (ends.low, ends.high) if ends else _FEW
    breaths = unit.text.startswith("breath")
    size = 1 if breaths else milliseconds(f"1{unit.text}")
    few = _few(parts)
    name = unit.text.rstrip("s") if few else ""
    return ast.Duration(round(low * size), round(high * size), breaths=breaths, word=few, unit=name, span=span)


def _short_ends(parts: Parts) -> tuple[int, int]:
    """Both ends of `30s`, `20-30s` or `30s-1min`; a bare first number takes the unit of the last."""
    first, last = parts[0], parts[-1]
    unit = _unit(last) if first.kind == "NUMBER" else ""
    return milliseconds(first.text + unit), milliseconds(last.text)


@rule("amount")
def amount(parts: Parts, span: Span) -> ast.Amount:
    """`about 30s each`."""
    bound = maybe_token(parts, *_BOUNDS)
    return ast.Amount(
        node(parts, ast.Duration), bound=_BOUNDS[bound.kind] if bound else "", each=has(parts, "EACH"), span=span
    )


@rule("length")
def length(parts: Parts, span: Span) -> ast.Length:
    """`5cm`, `2-3in`, `2 fingers`."""
    if unit := maybe_token(parts, "BODY_TOOL", "LENGTH_UNIT"):
        ends = node(parts, ast.Number)
        return ast.Length(ends.low, ends.high, unit.text, span=span)
    return ast.Length(_size(parts[0]), _size(parts[-1]), _unit(parts[-1]), span=span)


@rule("rate")
def rate(parts: Parts, span: Span) -> ast.Rate:
    """`3cm/s`, `40/min`, `120-160/min`, `40 per minute`."""
    *first, written = tokens(parts, "SPEED", "RATE", "NUMBER")
    per = maybe_token(parts, "TIME_UNIT")
    unit = _PER[per.text.rstrip("s")] if per else _unit(written)
    return ast.Rate(_size((first or [written])[0]), unit, _size(written) if first else None, span=span)


def _size(written: Token) -> float:
    """The number that a numeral with its unit begins with."""
    return float(_NUMERAL.match(written.text)[0])  # type: ignore[index]  # the grammar gives a numeral


def _unit(written: Token) -> str:
    """The unit right behind a numeral."""
    return _NUMERAL.sub("", written.text, count=1).lower()
