"""A word that is not known but is made of words that are: `squeeze_calf`, `behind_knees`, `slow_and_deep`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from massagelang.syntax.tables import tables
from massagelang.vocabulary import Technique, Vocabulary

_FILLING = frozenset({"and", "a", "an", "the", "your", "their"})
_THINGS = frozenset({"APPLY", "PLACE", "REMOVE", "COVER", "UNCOVER"})
_LEADING = frozenset({"PREPOSITION", "ON", "FROM", "TO", "AT", "IN", "OFF"})


class Mend(NamedTuple):
    """What to write instead, as a request; `edit` is what to put in the word's place where that is certain."""

    hint: str
    edit: str | None = None


def mend_for(word: str, kind: str, vocabulary: Vocabulary) -> Mend | None:
    """How to write a joined word that stands where a word of `kind` should, if its parts are known."""
    parts = word.split("_")
    if len(parts) == 1:
        return None
    first = tables().keywords.get(parts[0], "")
    if led := _led_by(first, parts, kind, vocabulary):
        return led
    looks = _LOOKS.get(kind)
    return next((mend for left, right in _halves(parts) if looks and (mend := looks(left, right, vocabulary))), None)


def _halves(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Every cut in two, without the words that only join."""
    for at in range(1, len(parts)):
        left, right = parts[:at], parts[at:]
        while len(left) > 1 and left[-1] in _FILLING:
            left = left[:-1]
        while len(right) > 1 and right[0] in _FILLING:
            right = right[1:]
        yield "_".join(left), "_".join(right)


def _led_by(first: str, parts: list[str], kind: str, vocabulary: Vocabulary) -> Mend | None:
    """`until_soft`, `with_body_weight`, `behind_knees`, `each_finger`, `very_slow`: the first word is one by itself."""
    rest = [part for part in parts[1:] if part not in _FILLING]
    name, spaced = "_".join(rest), " ".join(parts)
    if first == "UNTIL":
        return Mend(f'What ends it stands in quotation marks: `until "{" ".join(parts[1:])}"`.')
    if first in ("WITH", "WITHOUT", "DEGREE", "EACH"):
        return Mend(f"`{parts[0]}` is a word of its own: `{parts[0]} {name}`.")
    if first == "IN" and (shape := _shape(name, vocabulary)):
        return Mend(f"Write it without a comma, as a shape: `in {shape}`.")
    if first in _LEADING and kind == "region" and _is_place(name, vocabulary):
        return Mend(f"`{parts[0]}` is a word of its own: `hold both {spaced}`.")
    if first in _LEADING and kind == "manner" and _is_place(name, vocabulary):
        return Mend(f"It says where: write `{parts[0]} {name}` without a comma, before all that says how.")
    return None


def _shape(name: str, vocabulary: Vocabulary) -> str:
    for word in (name, name.removesuffix("_shape"), name.removesuffix("_shapes")):
        manner = vocabulary.manner(word)
        if manner is not None and manner.kind == "shape":
            return manner.id
    return ""


# ── two halves ────────────────────────────────────────────────────────────────────────────────────────────────────


def _technique(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`squeeze_calf`, `forearm_roll`, `place_stone`, `squeeze_and_twist`, `glide_slowly`."""
    if tables().keywords.get(left) in _THINGS and (_is_place(right, vocabulary) or _thing(right, vocabulary)):
        return Mend(f"Write it as a line of its own: `{left} {right} …`.")
    told, other = vocabulary.technique(left), vocabulary.technique(right)
    if told is not None and _is_place(right, vocabulary):
        return _on_a_place(left, told, right)
    if told is not None and other is not None:
        return Mend(f"In one motion it is `{left} and {right} …`, one after the other `{left} …; {right} …`.")
    if told is not None and _thing(right, vocabulary):
        return Mend(f"Put the tool after the technique: `{left} {right} …`.")
    if told is not None and (how := _how(right, vocabulary)):
        return Mend(f"Say how at the end: `{left} …, {how}`.")
    if other is not None and (_is_tool(left) or _thing(left, vocabulary)):
        return Mend(f"Put the tool after the technique: `{right} {left} …`.")
    if other is not None and (how := _how(left, vocabulary)):
        return Mend(f"Say how at the end: `{right} …, {how}`.")
    if other is not None and _is_place(left, vocabulary):
        return _on_a_place(right, other, left)
    return None


def _on_a_place(verb: str, technique: Technique, place: str) -> Mend:
    on = f"`{verb} … on {place}`"
    if "object" in technique.takes and technique.family in ("moving", "stretching", "vibration"):
        return Mend(f"To move it, write `{verb} their {place}`; to work on it, {on}.")
    return Mend(f"Name the place after a preposition: {on}.")


def _region(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`tops_of_shoulders`, `calf_muscles`, `stomach_point`."""
    if right.startswith("of_") and _is_place(right.removeprefix("of_"), vocabulary):
        whole = right.removeprefix("of_")
        if vocabulary.part(left) or vocabulary.region(left):
            return _instead(f"{left} of {whole}")
    if vocabulary.part(right) and _is_place(left, vocabulary):
        return _instead(f"{right} of {left}")
    if vocabulary.part(left) and _is_place(right, vocabulary):
        return _instead(f"{left} of {right}")
    return None


def _instead(good: str) -> Mend:
    return Mend(f"Write `{good}`.", good)


def _manner(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`slow_and_deep`, `deep_but_soft`."""
    first, second = _how(left.removesuffix("_but"), vocabulary), _how(right, vocabulary)
    return _instead(f"{first}, {second}") if first and second else None


def _implement(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`large_stone`."""
    if _thing(right, vocabulary) and _how(left, vocabulary):
        return _instead(f"{left} {right}")
    if _thing(right, vocabulary):
        return Mend(f'I know `{right}`: write that, and more of it in a note: `note "{left.replace("_", " ")}"`.')
    return None


def _deed(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`lies_face_down`, `leans_against_wall`."""
    if vocabulary.deed(left) is None:
        return None
    lead, _, rest = right.partition("_")
    if vocabulary.posture(right) or _thing(right, vocabulary):
        return _instead(f"{left} {right}")
    if how := _how(right, vocabulary):
        return _instead(f"{left}, {how}")
    if tables().keywords.get(lead) in _LEADING and (_is_place(rest, vocabulary) or _thing(rest, vocabulary)):
        return _instead(f"{left} {lead} {rest}")
    if tables().keywords.get(right) == "DIRECTION":
        return _instead(f"{left} {right}")
    return None


def _receiver(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`prone_on_mat`, `seated_with_pillow`: the position, and the rest as a thing that is placed."""
    known = vocabulary.posture(left) or vocabulary.condition(left)
    return Mend(f"Write `{known.id}`, and what lies there as `place pillow under knees`.") if known and right else None


_LOOKS = {
    "technique": _technique,
    "region": _region,
    "manner": _manner,
    "implement": _implement,
    "deed": _deed,
    "posture": _receiver,
    "condition": _receiver,
}


def _is_place(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.region(word) is not None


def _is_tool(word: str) -> bool:
    return tables().keywords.get(word) == "BODY_TOOL"


def _thing(word: str, vocabulary: Vocabulary) -> bool:
    return (vocabulary.implement(word) or vocabulary.implement(word.removesuffix("s"))) is not None


def _how(word: str, vocabulary: Vocabulary) -> str:
    manner = vocabulary.manner(word) or vocabulary.adverb(word)
    return manner.id if manner is not None else ""
