"""Who the receiver is, from the words of `receiver:`: position, person or animal, how tall, and what is the matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several

from attrs import evolve

from massagelang.plan.making import word_mistakes
from massagelang.plan.making.hints import is_slip
from massagelang.plan.making.joined import known_in, mend_for
from massagelang.plan.making.scene import Findings
from massagelang.plan.making.told import Reading, counts, place_at
from massagelang.plan.model.receiver import Told
from massagelang.plan.said import duration_words
from massagelang.source import Span, Spot
from massagelang.syntax import ast
from massagelang.vocabulary import Posture, Vocabulary

__all__ = ["Told", "ask_who", "body_of", "receiver_of", "told_of"]

_BODIES = ("person", "animal")


def told_of(values: Iterable[str], words: Vocabulary) -> tuple[Told, ...]:
    """What the values of `receiver:` say, one by one; a value that is not all words of the vocabulary is a text."""
    told: list[Told] = []
    for value in values:
        told.extend(one for one, _, _ in _value(value.split(), words, told))
    return tuple(told)


def receiver_of(lines: Iterable[ast.Line], words: Vocabulary) -> tuple[Told, ...]:
    """What the `receiver:` lines of a file tell, each with its place; texts in quotation marks stay texts."""
    told: list[Told] = []
    for line in lines:
        if isinstance(line.content, ast.Property) and line.content.key.text == "receiver":
            for value in line.content.values:
                told.extend(_placed(value, line, words, told))
    return tuple(told)


def todays_of(today: Iterable[ast.Line], file: ast.File, words: Vocabulary) -> tuple[Told, ...]:
    """What is told of the receiver besides what the file says; it stands where the file speaks of the receiver."""
    spot = _where_a_receiver_is_told(file)
    return tuple(evolve(told, spot=spot, today=True) for told in receiver_of(today, words))


def _where_a_receiver_is_told(file: ast.File) -> Spot:
    """The `receiver:` line, else the title, else the first line that says anything."""
    lines = [line for line in file.lines if line.content is not None]
    for line in lines:
        match line.content:
            case ast.Property(key=ast.Word(text="receiver"), span=span):
                return Spot(line.key, span)
    titles = [line for line in lines if isinstance(line.content, ast.Title)]
    for line in (*titles, *lines):
        if line.content is not None:
            return Spot(line.key, line.content.span)
    return Spot("", Span(0, 0))


def _placed(value: ast.Value, line: ast.Line, words: Vocabulary, before: list[Told]) -> Iterator[Told]:
    parts = list(value.parts)
    if any(isinstance(part, ast.Text) for part in parts[:1]):
        yield Told(text=_words(parts), words=_words(parts), spot=Spot(line.key, value.span))
        return
    known = [part for part in parts if not isinstance(part, ast.Text)]
    for told, start, end in _value([_said(part) for part in known], words, before):
        span = Span(known[start].span.start, known[end - 1].span.end) if end else value.span
        yield evolve(told, words=line.text[span.start : span.end], spot=Spot(line.key, span))


def _value(parts: Several[str], words: Vocabulary, before: list[Told]) -> list[tuple[Told, int, int]]:
    """What one value tells. `pregnant, 24 weeks`: a time alone belongs to what stands before it."""
    reading = Reading(parts, words)
    whole = reading.stopped_at() == len(parts)
    if whole and reading.found:
        return [(_with_its_unit(told), start, end) for told, start, end in reading.found]
    last = before[-1] if before else None
    if whole and reading.ahead and reading.ahead[0][1] and last and counts(last):
        before[-1] = evolve(last, number=reading.ahead[0][0], unit=reading.ahead[0][1])
        return []
    return [(Told(text=" ".join(parts)), 0, len(parts))] if parts else []


def _with_its_unit(told: Told) -> Told:
    """`pregnant 24`: weeks are meant."""
    weeks = told.number and not told.unit and told.word is not None and told.word.id == "pregnant"
    return evolve(told, unit="weeks") if weeks else told


def _words(parts: Iterable[object]) -> str:
    return " ".join(map(_said, parts))


def body_of(receiver: Iterable[Told], words: Vocabulary) -> Vocabulary:
    """The vocabulary with the regions of the body that a routine is for: a dog has withers, a child shorter ways."""
    told = tuple(receiver)
    who = next((one.word.id for one in told if isinstance(one.word, Posture) and one.word.kind in _BODIES), "")
    stature = next((one.stature for one in told if one.stature), 0.0)
    return words.for_body(who, stature)


def _said(part: object) -> str:
    match part:
        case ast.Word(text=text) | ast.Text(text=text):
            return text
        case ast.Number(low=low):
            return f"{low:g}"
        case ast.Length(low=low, unit=unit):
            return f"{low:g}{unit}"
        case ast.Duration(low=low):
            hours, rest = divmod(low, 3_600_000)
            return duration_words(low) if rest else f"{hours}h"
    return "?"


def ask_who(written: ast.Property, words: Vocabulary, findings: Findings) -> None:
    """A word of `receiver:` that is none of the vocabulary: a slip there would hide what must be heeded."""
    for value in written.values:
        parts = [part for part in value.parts if not isinstance(part, ast.Text)]
        if parts and not isinstance(value.parts[0], ast.Text):
            reading = Reading([_said(part) for part in parts], words)
            stopped = reading.stopped_at()
            if stopped < len(parts):
                _ask(parts, stopped, words, findings)


def _ask(parts: Several[ast.Word | ast.Number | ast.Duration | ast.Length | ast.Text], at: int, words: Vocabulary,
         findings: Findings) -> None:  # fmt: skip
    part = parts[at]
    if not isinstance(part, ast.Word):
        hint = "Say what it belongs to: `pregnant 26 weeks`, `recent_surgery left knee`."
        findings.add(word_mistakes.UNKNOWN_RECEIVER, part.span, word=_said(part), hint=hint)
        return
    said = [_said(one) for one in parts]
    place, length = place_at(said, at, words)
    if place is not None:
        named = " ".join(said[at : at + length])
        hint = f"Say first what is the matter there: `recent_surgery {named}`."
        span = Span(part.span.start, parts[at + length - 1].span.end)
        findings.add(word_mistakes.UNKNOWN_RECEIVER, span, word=named, hint=hint)
        return
    told = words.hint(part.text, "condition") or words.hint(part.text, "posture")
    mend = mend_for(part.text, "condition", words)
    near = words.nearest(part.text, "condition") or words.nearest(part.text, "posture")
    near = near if near and is_slip(part.text, near) else None
    if told is not None:
        hint, near = told.says, told.write or None
    elif mend is not None:
        hint, near = mend
    elif near:
        hint = f"Did you mean `{near}`?"
    elif at and (near := words.nearest(part.text, "region")):
        hint = f"Did you mean the place `{near}`?"
    elif known := known_in(part.text, "condition", words):
        hint = known.hint
    else:
        hint = f'Put words of your own in quotation marks: `"{part.text.replace("_", " ")}"`.'
    findings.add(word_mistakes.UNKNOWN_RECEIVER, part.span, edit=near, word=part.text, hint=hint)
