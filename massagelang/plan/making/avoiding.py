"""What is left alone: the values of `avoid:` looked up, places above all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several

from massagelang.plan.making import mistakes
from massagelang.plan.making.hints import hint_for
from massagelang.plan.making.scene import Findings
from massagelang.plan.making.told import place_at
from massagelang.plan.model.receiver import Avoided
from massagelang.source import Span, Spot
from massagelang.syntax import ast
from massagelang.vocabulary import Vocabulary


def avoided_of(lines: Iterable[ast.Line], vocabulary: Vocabulary) -> tuple[Avoided, ...]:
    """What the `avoid:` lines among these name; texts in quotation marks are the writer's own and not among them."""
    return tuple(
        found
        for line in lines
        if isinstance(line.content, ast.Property) and line.content.key.text == "avoid"
        for value in line.content.values
        for found, _ in _read(value, line.key, vocabulary)
        if isinstance(found, Avoided)
    )


def ask_what(written: ast.Property, vocabulary: Vocabulary, findings: Findings) -> None:
    """A word of `avoid:` that is none of the vocabulary: a slip there would hide what must be left alone."""
    for value in written.values:
        for found, _ in _read(value, findings.line, vocabulary):
            if isinstance(found, ast.Word):
                hint, edit = hint_for(found.text, "region", vocabulary)
                if edit is None:
                    hint += f' Put words of your own in quotation marks: `"{found.text.replace("_", " ")}"`.'
                findings.add(mistakes.UNKNOWN_PLACE, found.span, edit=edit, word=found.text, hint=hint)


def _read(value: ast.Value, line: str, vocabulary: Vocabulary) -> Iterator[tuple[Avoided | ast.Word, int]]:
    """The places and other words of one value in order, and the words that are not known."""
    parts = [part for part in value.parts if isinstance(part, ast.Word)]
    said = [part.text for part in parts]
    at = 0
    while at < len(parts):
        place, length = place_at(said, at, vocabulary)
        word = said[at]
        if place is not None:
            spot = Spot(line, Span(parts[at].span.start, parts[at + length - 1].span.end))
            yield Avoided(place, " ".join(said[at : at + length]), spot), at
        elif word in _FAMILIES or vocabulary.kind_of(word):
            yield Avoided(None, word, Spot(line, parts[at].span)), at
        elif word != "and" or at == 0:
            yield parts[at], at
        at += max(1, length)


_FAMILIES: Several[str] = ("percussion", "kneading", "friction", "vibration", "stretching", "pressing", "stroking")
"""Groups of techniques, which may be avoided by their names."""
