"""The numbers of a routine's text that make it longer or shorter: counts, totals and times, each with its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from massagelang.plan.said import duration_words
from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.values import Record

COUNT, TOTAL, TIME = "count", "total", "time"
"""Kinds of figures: how often, the whole time of a heading or a block, the time of one statement."""

MOST_TIMES_MORE = 10
"""How many times its number a count may come to."""

LEAST_OF_A_TIME, MOST_OF_A_TIME = 2, 3
"""A time may shrink to a half and stretch to three times, as an estimate does."""

LEAST_TOTAL = 1_000
"""Milliseconds that a total keeps at least."""

_NUMERALS = re.compile(r"\d+(\s*-\s*\d+)?")
_IN_WORDS = re.compile(r"\d+(?:\.\d+)?(\s+)(hour|minute|second)s?", re.IGNORECASE)
_SIZES = {"hour": 3_600_000, "minute": 60_000, "second": 1_000}
_SIDED = re.compile(r"(?<![^\W_])(left|right|near|far|inside|outside)(?![^\W_])")


@frozen(slots=False, repr=False)
class Figure(Record):
    """One number in the text. `span` is where its numerals stand in the file, `line` the key of its logical line.

    `value` is a count, or milliseconds; `least` and `most` what it may become. `around` is the span of the words that
    it belongs to (`repeat 3`, `for 5min`). Figures of one `pair` stay equal: they stand in lines that differ in
    nothing but their sides.
    """

    kind: str
    line: str
    span: Span
    around: Span
    value: int
    least: int
    most: int
    pair: str
    words: str = ""

    def written(self, value: int) -> str:
        """A value the way this number was written: `4`, `1min30s`, `2 minutes`."""
        if self.kind == COUNT:
            return str(value)
        size = _SIZES.get(self.words, 0)
        if not size or value % size:
            return exact_duration(value)
        return f"{value // size} {self.words}{'' if value == size else 's'}"

    def between(self, low: int, high: int) -> str:
        """A time that may be anything from one whole second to another."""
        ends = exact_duration(low), exact_duration(high)
        return f"{ends[0].removesuffix('s')}-{ends[1]}" if high < _SIZES["minute"] else "-".join(ends)


def exact_duration(milliseconds: int) -> str:
    """`1min30s` for 90000; parts of a second as seconds alone, `90.5s`."""
    return f"{milliseconds / 1000:.10g}s" if milliseconds % 1000 else duration_words(milliseconds)


def sideless(text: str) -> str:
    """A text in which left and right, and the like, are the same word."""
    return _SIDED.sub("side", re.sub(r"#[^\n]*", "", text).lower()).strip()


def figures(file: ast.File) -> tuple[Figure, ...]:
    """The numbers of a file that may change, in the order of writing; not those of variants and of `if`."""
    found: list[Figure] = []
    variant = ""
    for line in file.lines:
        if isinstance(line.content, ast.Heading):
            variant = _variant(line.content, variant)
        if not variant or isinstance(line.content, ast.Definition):
            found.extend(_of(line.content, line))
    return tuple(found)


def _variant(heading: ast.Heading, before: str) -> str:
    """The level of the variant that a heading is in, if it is in any."""
    if heading.variant:
        return before if before == "section" and heading.level == "step" else heading.level
    return before if before == "section" and heading.level == "step" else ""


def _of(node: object, line: ast.Line) -> Iterator[Figure]:
    match node:
        case ast.Heading(times=times, time=time):
            yield from _count(times, line, in_range=True)
            yield from _time(time, TOTAL, line, time.span if time else None)
        case ast.Repeat(what=what, hows=hows, block=block):
            yield from _repeat(what, line)
            yield from (figure for how in hows if isinstance(how, ast.ForTime) for figure in _total(how, line))
            yield from _of(block, line)
        case ast.Group(kind="if" | "whenever"):
            return
        case ast.Times(count=count):
            yield from _count(count, line, around=node.span)
        case ast.ForTime(amount=amount) | ast.Pause(amount=amount):
            yield from _time(amount, TIME, line, node.span)
        case _:
            yield from (figure for child in ast.children(node) for figure in _of(child, line))


def _repeat(what: ast.Node, line: ast.Line) -> Iterator[Figure]:
    match what:
        case ast.RepeatCount(count=count):
            yield from _count(count, line, in_range=True, around=what.span)
        case ast.ForTime():
            yield from _total(what, line)


def _total(node: ast.ForTime, line: ast.Line) -> Iterator[Figure]:
    yield from _time(node.amount, TOTAL, line, node.span)


def _count(
    count: ast.Count | None, line: ast.Line, *, in_range: bool = False, around: Span | None = None
) -> Iterator[Figure]:
    """A plain count; with `in_range` also one with two ends, which it may not leave."""
    if count is None or count.word or count.either or not (count.low.is_integer() and count.high.is_integer()):
        return
    plain = count.low == count.high
    if count.low < 1 or not (plain or in_range):
        return
    span = _numerals(count.span, line)
    value = int(count.low + count.high) // 2
    least, most = (1, value * MOST_TIMES_MORE) if plain else (int(count.low), int(count.high))
    yield _figure(COUNT, span, around or count.span, (value, least, most), line)


def _time(amount: ast.Amount | None, kind: str, line: ast.Line, around: Span | None) -> Iterator[Figure]:
    """A plain time, or a total that is plain or about so long; ranges and bounds are the writer's and stay."""
    if amount is None or around is None or amount.bound not in (("", "about") if kind == TOTAL else ("",)):
        return
    duration = amount.duration
    if duration.low != duration.high or duration.breaths or duration.word or duration.low < 1:
        return
    value = duration.low
    totals = min(value, LEAST_TOTAL), value * MOST_TIMES_MORE
    bounds = (value // LEAST_OF_A_TIME, value * MOST_OF_A_TIME) if kind == TIME else totals
    words = _IN_WORDS.fullmatch(line.text[duration.span.start : duration.span.end])
    unit = words[2].lower() if words else ""
    yield _figure(kind, duration.span, around, (value, *bounds), line, unit)


def _numerals(span: Span, line: ast.Line) -> Span:
    match = _NUMERALS.search(line.text, span.start, span.end)
    assert match is not None  # noqa: S101  (a plain count has numerals)
    return Span(*match.span())


def _figure(kind: str, span: Span, around: Span, value: tuple[int, int, int], line: ast.Line, unit: str = "") -> Figure:
    pair = f"{kind}:{len(sideless(line.text[: span.start]))}:{sideless(line.text)}"
    placed = span.shifted(line.start), around.shifted(line.start)
    return Figure(kind, line.key, *placed, *value, pair, unit)
