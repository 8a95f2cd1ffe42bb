"""Who the receiver is, from the words of `receiver:`: position, person or animal, how tall, and what is the matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from massagelang.plan.making import word_mistakes
from massagelang.plan.making.scene import Findings
from massagelang.syntax import ast
from massagelang.values import Shown
from massagelang.vocabulary import Condition, Posture, Vocabulary

_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
_CENTIMETRES = {"mm": 0.1, "cm": 1.0, "in": 2.54}


@frozen
class Told(Shown):
    """One thing that is told of a receiver: `pregnant 26 weeks`, `child 110cm`, `side_lying left`.

    `text` are the writer's own words where they are no words of the vocabulary. `number` and `unit` (weeks, …) tell how
    long or how far on. `stature` is centimetres, 0 when it was not written.
    """

    word: Posture | Condition | None = None
    text: str = ""
    number: str = ""
    unit: str = ""
    side: str = ""
    stature: float = 0


def told_of(values: Iterable[str], words: Vocabulary) -> tuple[Told, ...]:
    """What the values of `receiver:` say, one by one; a value that is not all words of the vocabulary is a text."""
    return tuple(told for value in values for told in _told(value, words))


def _told(value: str, words: Vocabulary) -> tuple[Told, ...]:
    found: list[Told] = []
    for part in value.split():
        one = words.posture(part) or words.condition(part)
        if one is not None:
            found.append(Told(one))
        elif not found or not _goes_on(found, part):
            return (Told(text=value),)
    return tuple(found)


def _goes_on(found: list[Told], part: str) -> bool:
    """Whether a part of a value tells more of the word before it: a number, its unit, a side, a stature."""
    last = found[-1]
    unit = _unit(part)
    if part.replace(".", "", 1).isdecimal():
        found[-1] = evolve(last, number=part)
    elif unit and last.number and not last.unit:
        found[-1] = evolve(last, unit=unit)
    elif part in ("left", "right") and isinstance(last.word, Posture):
        found[-1] = evolve(last, side=part)
    elif (stature := _stature(part)) and isinstance(last.word, Posture):
        found[-1] = evolve(last, stature=stature)
    else:
        return False
    return True


def _unit(part: str) -> str:
    return _UNITS.get(part, part if part in _UNITS.values() else "")


def _stature(part: str) -> float:
    for unit, size in _CENTIMETRES.items():
        number = part.removesuffix(unit)
        if number != part and number.replace(".", "", 1).isdecimal():
            return float(number) * size
    return 0.0


def body_of(file: ast.File, words: Vocabulary) -> Vocabulary:
    """The vocabulary with the regions of the body that a routine is for: a dog has withers, a child shorter ways."""
    told = told_of(_receiver_values(file), words)
    who = next((one.word.id for one in told if isinstance(one.word, Posture) and one.word.kind != "position"), "")
    stature = next((one.stature for one in told if one.stature), 0.0)
    return words.for_body(who, stature)


def _receiver_values(file: ast.File) -> Iterator[str]:
    for line in file.lines:
        if isinstance(line.content, ast.Heading):
            return
        if isinstance(line.content, ast.Property) and line.content.key.text == "receiver":
            yield from (" ".join(map(_said, value.parts)) for value in line.content.values)


def _said(part: object) -> str:
    match part:
        case ast.Word(text=text) | ast.Text(text=text):
            return text
        case ast.Number(low=low):
            return f"{low:g}"
        case ast.Length(low=low, unit=unit):
            return f"{low:g}{unit}"
    return "?"


def ask_who(written: ast.Property, words: Vocabulary, findings: Findings) -> None:
    """A word of `receiver:` that is none of the vocabulary: a slip there would hide what must be heeded."""
    for value in written.values:
        if all(told.word is None for told in _told(" ".join(map(_said, value.parts)), words)):
            for part in value.parts:
                if isinstance(part, ast.Word) and not _is_known(part.text, words):
                    _ask(part, words, findings)
                    break


def _is_known(word: str, words: Vocabulary) -> bool:
    return bool(words.posture(word) or words.condition(word) or _unit(word) or word in ("left", "right"))


def _ask(part: ast.Word, words: Vocabulary, findings: Findings) -> None:
    near = words.nearest(part.text, "condition") or words.nearest(part.text, "posture")
    own = f'Put words of your own in quotation marks: `"{part.text.replace("_", " ")}"`.'
    hint = f"Did you mean `{near}`?" if near else own
    findings.add(word_mistakes.UNKNOWN_RECEIVER, part.span, edit=near, word=part.text, hint=hint)
