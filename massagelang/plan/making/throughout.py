"""What holds all the time unless a statement says otherwise: `throughout: contact, slow, pressure 3`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from massagelang.plan.model import NO_HOW, Basis, How, HowWord, Level
from massagelang.syntax import ast
from massagelang.vocabulary import Vocabulary

_SAID_ONCE = ("pressure", "tempo")
"""Kinds of how-words of which a statement has one: its own goes before that of the routine."""


def throughout_of(lines: Iterable[ast.Line], around: How, vocabulary: Vocabulary) -> How:
    """What `throughout:` lines say of how things are done; for what they leave open, that of the heading around."""
    values = [value for line in lines if (written := _written(line)) for value in written.values]
    words = tuple(_words(values, vocabulary))
    level = next(filter(None, map(level_of, values)), None) or _level_by(words)
    kinds = {word.manner.kind for word in words}
    rest = tuple(word for word in around.words if word.manner.kind not in kinds)
    return evolve(NO_HOW, words=(*words, *rest), pressure=level or around.pressure)


def is_held(said: str, vocabulary: Vocabulary) -> bool:
    """Whether a value of `throughout:` means something to the plan."""
    return said == "contact" or manner_in(said, vocabulary) is not None or pressure_in(said) is not None


def assumed(how: How, throughout: How) -> How:
    """How a thing is done, with what holds all the time where its own words say nothing of the kind."""
    if throughout is NO_HOW:
        return how
    kinds = {word.manner.kind for word in how.words if not word.manner.comparative}
    kinds |= {"tempo"} if how.rate is not None else set()
    words = tuple(word for word in throughout.words if word.manner.kind in _SAID_ONCE and word.manner.kind not in kinds)
    return evolve(how, throughout=words, pressure=how.pressure or throughout.pressure)


def manner_in(said: str, vocabulary: Vocabulary) -> HowWord | None:
    """`slow`, `very slow` as a how-word."""
    *degree, word = said.split() or [""]
    manner = vocabulary.manner(word)
    return HowWord(manner, " ".join(degree)) if manner is not None and len(degree) < 2 else None


def level_of(value: ast.Value) -> Level | None:
    """`pressure 3` as a level."""
    match value.parts:
        case (ast.Word(text="pressure"), ast.Number(low=low, high=high)):
            return Level(low, high, Basis.INFERRED)
    return None


def _written(line: ast.Line) -> ast.Property | None:
    content = line.content
    return content if isinstance(content, ast.Property) and content.key.text == "throughout" else None


def _words(values: Iterable[ast.Value], vocabulary: Vocabulary) -> Iterator[HowWord]:
    for value in values:
        said = " ".join(part.text for part in value.parts if isinstance(part, ast.Word))
        if (word := manner_in(said, vocabulary)) is not None:
            yield word


def _level_by(words: Iterable[HowWord]) -> Level | None:
    for word in words:
        if word.manner.kind == "pressure" and word.manner.value is not None:
            return Level(word.manner.value, word.manner.value, Basis.INFERRED)
    return None


def pressure_in(said: str) -> float | None:
    """The number of `pressure 3`."""
    lead, _, number = said.partition(" ")
    return float(number) if lead == "pressure" and number.replace(".", "", 1).isdigit() else None
