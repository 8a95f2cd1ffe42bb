"""`mass fit`: what changes in a routine that is brought to another length, step by step and number by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massagelang.plan.fitting.figures import TOTAL, Figure
from massagelang.plan.fitting.fit import CannotFit, Fit
from massagelang.plan.fitting.rewriting import moved
from massagelang.plan.model import Plan
from massagelang.plan.said import duration_words
from massagelang.plan.timetable import Entry, timetable
from massagelang.report.clock import about
from massagelang.report.table import table
from massagelang.source import Source, Span

_REPEAT = re.compile(r"repeat[ \t]+\Z", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"\w+:?[ \t]*\Z")


def render(before: Plan, source: Source, fit: Fit) -> str:
    """A table of the steps, the old times and the new, and a line for each number that changes."""
    if not fit.changes:
        return f"It takes {duration_words(before.time.ideal)} as it is. Nothing changes.\n"
    title = f"{before.title}\n\n" if before.title else ""
    rows = [("", "old", "new"), *_rows(before, fit.plan)]
    return title + table(rows, 0) + "\n" + "".join(f"{line}\n" for line in _changes(source, fit))


def refusal(found: CannotFit) -> str:
    """Why a routine cannot be brought to a length, on one line."""
    shortest = duration_words(-(-found.shortest // 1000) * 1000)
    longest = duration_words(found.longest // 1000 * 1000)
    if not found.longest:
        return "nothing in it takes any time. Write what is done."
    if found.shortest <= found.length <= found.longest:
        can = f"It can take from {shortest} to {longest}, but its numbers go by steps that leave this out."
    else:
        can = f"It can take from {shortest} to {longest}."
    way = f" In the way is {found.in_the_way}." if found.in_the_way else ""
    return f"it cannot be brought to {duration_words(found.length)}. {can}{way}"


def _rows(before: Plan, after: Plan) -> Iterator[tuple[str, str, str]]:
    old, new = timetable(before), timetable(after)
    then = {(entry.id, entry.side): entry for entry in new.entries}
    for entry in old.entries:
        if entry.start is not None:
            later = then.get((entry.id, entry.side))
            yield _said(entry), about(entry.length, entry.basis), _later(later)
    yield (
        "in all" if old.entries else "the whole",
        about(old.whole.length, old.whole.basis),
        about(new.whole.length, new.whole.basis),
    )


def _said(entry: Entry) -> str:
    side = f", {entry.side} side" if entry.side else ""
    return "  " * bool(entry.within) + (entry.title or "before the first step") + side


def _later(entry: Entry | None) -> str:
    return "left out" if entry is None else about(entry.length, entry.basis)


def _changes(source: Source, fit: Fit) -> Iterator[str]:
    figures = {figure.span: figure for figure in fit.figures}
    for span, new in sorted(fit.changes, key=lambda change: change[0].start):
        if source.text[span.start : span.end] == new:
            continue
        line, _ = source.line_and_column(span.start)
        if span in figures:
            old, changed = _words(source.text, figures[span], span, new)
            yield f"line {line}: `{old}` becomes `{changed}`"
        elif span.start < span.end:
            word = _WORD_BEFORE.search(source.text, 0, span.start)
            before = word[0] if word else ""
            yield f"line {line}: `{before}{source.text[span.start : span.end]}` becomes `{before}{new}`"
        elif new.strip() != "#":
            place = moved(span.start, [change for change in fit.changes if change[0].start < span.start])
            yield f"line {fit.text.count(chr(10), 0, place) + 1}: `{new.strip()}` is new"
    yield from (f"left out: {_quoted(name)}" for name in fit.dropped)


def _words(text: str, figure: Figure, span: Span, new: str) -> tuple[str, str]:
    """The words around a number, before and after."""
    start, end = figure.around.start, figure.around.end
    old, changed = text[start:end], text[start : span.start] + new + text[span.end : end]
    lead = ""
    if figure.kind == TOTAL:
        lead = "" if old.lower().startswith("for") else "for "
    elif word := _REPEAT.search(text, 0, start):
        lead = word[0]
    return " ".join(f"{lead}{old}".split()), " ".join(f"{lead}{changed}".split())


def _quoted(name: str) -> str:
    return name if name.startswith("the optional") else f"“{name}”"
