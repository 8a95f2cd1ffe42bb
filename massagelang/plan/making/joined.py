"""A word that is not known but is made of words that are: `squeeze_calf`, `behind_knees`, `slow_and_deep`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from massagelang.syntax.tables import tables
from massagelang.vocabulary import Technique, Vocabulary

_FILLING = frozenset({"and", "a", "an", "the", "your", "their"})
_THINGS = frozenset({"APPLY", "PLACE", "REMOVE", "COVER", "UNCOVER"})
_LEADING = frozenset({"PREPOSITION", "ON", "FROM", "TO", "AT", "IN", "OFF"})
_WAYS = {"back": "backward", "away": "backward", "forwards": "forward", "backwards": "backward"}
_SHORTEST = 4
"""Letters of a technique that is told by itself in a joined word: `ya` in `zhi_ya` is another one."""

_AREAS = frozenset({"area", "region", "zone"})
_WHOLE = frozenset({"whole", "entire", "full", "all"})
_STRETCHES = {
    "upper": "upper_part", "lower": "lower_part", "mid": "middle", "inner": "inner_side", "outer": "outer_side",
    "medial": "inner_side", "lateral": "outer_side", "anterior": "front", "posterior": "back", "center": "middle",
    "centre": "middle",
}  # fmt: skip
"""Words before a place that make a part of it."""


class Mend(NamedTuple):
    """What to write instead, as a request; `edit` is what to put in the word's place where that is certain."""

    hint: str
    edit: str | None = None


Looks = Mapping[str, Callable[[str, str, Vocabulary], Mend | None]]
"""For each kind of word, what to make of two halves of a joined one."""


def mend_for(word: str, kind: str, vocabulary: Vocabulary) -> Mend | None:
    """How to write a joined word that stands where a word of `kind` should, if its parts are known."""
    parts = word.split("_")
    if len(parts) == 1:
        return None
    first = tables().keywords.get(parts[0], "")
    if kind not in ("posture", "condition") and (led := _led_by(first, parts, kind, vocabulary)):
        return led
    return _first(_LOOKS, parts, kind, vocabulary)


def known_in(word: str, kind: str, vocabulary: Vocabulary) -> Mend | None:
    """What to write where only one word in a joined one is known: `cobra_stretch`, `sore_calf`."""
    return _first(_LAST, word.split("_"), kind, vocabulary)


def _first(looks: Looks, parts: list[str], kind: str, vocabulary: Vocabulary) -> Mend | None:
    look = looks.get(kind)
    return next((mend for left, right in _halves(parts) if look and (mend := look(left, right, vocabulary))), None)


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
        known = _how(name, vocabulary) or _thing(name, vocabulary) or _is_place(name, vocabulary)
        return Mend(f"`{parts[0]}` is a word of its own: `{parts[0]} {name if known else ' '.join(rest)}`.")
    if parts[0] == "no" and kind == "manner":
        return Mend(f"What is left out follows `without`: `without {name}`.")
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
    lead = tables().keywords.get(right.partition("_")[0], "")
    if told is not None and lead == "WITH" and _is_tool(right.partition("_")[2]):
        return Mend(f"Put the tool after the technique: `{left} {right.partition('_')[2]} …`.")
    if told is not None and (lead in _LEADING or lead == "DIRECTION"):
        return Mend(f"`{left}` is the technique, and the way follows the tools: `{left} both {_spaced(right)} …`.")
    if told is not None and other is not None:
        return Mend(f"In one motion it is `{left} and {right} …`, one after the other `{left} …; {right} …`.")
    if told is not None and _thing(right, vocabulary):
        return Mend(f"Put the tool after the technique: `{left} {right} …`.")
    if told is not None and (how := _how(right, vocabulary)):
        return Mend(f"Say how at the end: `{left} …, {how}`.")
    if told is not None and (shape := _shape(right, vocabulary)):
        return Mend(f"The figure follows the tools: `{left} both in {shape} …`.")
    if told is not None and (cut := _place_at_start(right, vocabulary)):
        return Mend(f"Name the place after a preposition, and the rest after it: `{left} … on {cut}`.")
    if other is not None and (_is_tool(left) or _thing(left, vocabulary)):
        return Mend(f"Put the tool after the technique: `{right} {left} …`.")
    if other is not None and (how := _how(left, vocabulary)):
        return Mend(f"Say how at the end: `{right} …, {how}`.")
    if other is not None and _is_place(left, vocabulary):
        return _on_a_place(right, other, left)
    return None


def _place_at_start(words: str, vocabulary: Vocabulary) -> str:
    """`hips` of `hips_together`."""
    parts = words.split("_")
    starts = ("_".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    return next((start for start in starts if _is_place(start, vocabulary)), "")


def _known_technique(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`cobra_stretch`, `wither_rub`: what is done is known, and the rest belongs after it."""
    verb, rest = (left, right) if vocabulary.technique(left) else (right, left)
    if vocabulary.technique(verb) is None or len(verb) < _SHORTEST:
        return None
    return Mend(f"I know `{verb}`: write that first, then with what, where and how; `{_spaced(rest)}` may be a note.")


def _on_a_place(verb: str, technique: Technique, place: str) -> Mend:
    on = f"`{verb} … on {place}`"
    if _is_tool(place):
        return Mend(
            f"As your own tool it stands right after: `{verb} {place} …`; as a place after a preposition: {on}."
        )
    if "object" in technique.takes and technique.family in ("moving", "stretching", "vibration"):
        return Mend(f"To move it, write `{verb} their {place}`; to work on it, {on}.")
    return Mend(f"Name the place after a preposition: {on}.")


def _region(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`tops_of_shoulders`, `calf_muscles`, `lower_calf`, `whole_back`, `neck_and_shoulders`, `feet_lines`."""
    if right == "lymph_nodes" and _is_place(f"{left}_nodes", vocabulary):
        return _instead(f"{left}_nodes")
    if right in _AREAS and _is_place(left, vocabulary):
        return _instead(left)
    if left in _WHOLE and _is_place(right, vocabulary):
        return Mend(f"Write `over {right}`: `over` covers all of it.")
    if left in _STRETCHES and _is_place(right, vocabulary):
        return _instead(f"{_STRETCHES[left]} of {right}")
    if (one := vocabulary.region(left)) is not None and _is_place(f"{one.id}_{right}", vocabulary):
        return _instead(f"{one.id}_{right}")
    if right.startswith("of_") and _is_place(right.removeprefix("of_"), vocabulary):
        whole = right.removeprefix("of_")
        if vocabulary.part(left) or vocabulary.region(left):
            return _instead(f"{left} of {whole}")
    if vocabulary.part(right) and _is_place(left, vocabulary):
        return _instead(f"{right} of {left}")
    if vocabulary.part(left) and _is_place(right, vocabulary):
        return _instead(f"{left} of {right}")
    if _is_place(left, vocabulary) and _is_place(right, vocabulary):
        return Mend(f"Write `{left} and {right}` for both, `{right} of {left}` for one in the other.")
    return None


def _known_place(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`calf_area`, `sore_calf`: one of its words is a place."""
    place, rest = (right, left) if _is_place(right, vocabulary) else (left, right)
    if not _is_place(place, vocabulary):
        return None
    return Mend(f"I know the place `{place}`: write that, and `{_spaced(rest)}` as a note.")


def _instead(good: str) -> Mend:
    return Mend(f"Write `{good}`.", good)


def _manner(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`slow_and_deep`, `deep_but_soft`."""
    first, second = _how(left.removesuffix("_but"), vocabulary), _how(right, vocabulary)
    return _instead(f"{first}, {second}") if first and second else None


def _known_how(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`painful_but_bearable`: one of its words says how."""
    how = _how(right, vocabulary) or _how(left.removesuffix("_but"), vocabulary)
    return Mend(f"I know `{how}`: write that, and more of it as a note.") if how else None


def _implement(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`large_stone`."""
    if _thing(right, vocabulary) and _how(left, vocabulary):
        return _instead(f"{left} {right}")
    if _thing(right, vocabulary):
        return Mend(f'I know `{right}`: write that, and more of it in a note: `note "{_spaced(left)}"`.')
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
    if right in _WAYS:
        return _instead(f"{left} {_WAYS[right]}")
    if tables().keywords.get(right) in _LEADING:
        return Mend(f"Say {right} what: `{left} {right} table`, `{left} {right} them`.")
    if right in ("with_them", "with_you"):
        return Mend("Say what each does: `together { giver exhales; receiver exhales }`.")
    if _is_place(right, vocabulary):
        return Mend(f"Say whose it is: `receiver {left} their {right}`, `giver {left} your {right}`.")
    return None


def _receiver(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`prone_on_mat`, `seated_with_pillow`: the position, and the rest as a thing that is placed."""
    known = vocabulary.posture(left) or vocabulary.condition(left)
    if known is None or tables().keywords.get(right.partition("_")[0]) not in (*_LEADING, "WITH"):
        return None
    return Mend(f"Write `{known.id}`, and what lies there as `place pillow under knees`.")


def _known_condition(left: str, right: str, vocabulary: Vocabulary) -> Mend | None:
    """`recent_injury`: one of its words is known; the writer's own may stand beside it."""
    known = vocabulary.condition(right) or vocabulary.condition(left)
    if known is None:
        return None
    return Mend(f'I know `{known.id}`; put words of your own in quotation marks: `"{_spaced(f"{left}_{right}")}"`.')


_LOOKS: Looks = {
    "technique": _technique,
    "region": _region,
    "manner": _manner,
    "implement": _implement,
    "deed": _deed,
    "posture": _receiver,
    "condition": _receiver,
}
_LAST: Looks = {
    "technique": _known_technique,
    "region": _known_place,
    "manner": _known_how,
    "condition": _known_condition,
}
"""What to look for where nothing better was found: the one word that is known."""


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _is_place(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.region(word) is not None


def _is_tool(word: str) -> bool:
    return tables().keywords.get(word) == "BODY_TOOL"


def _thing(word: str, vocabulary: Vocabulary) -> bool:
    return (vocabulary.implement(word) or vocabulary.implement(word.removesuffix("s"))) is not None


def _how(word: str, vocabulary: Vocabulary) -> str:
    manner = vocabulary.manner(word) or vocabulary.adverb(word)
    return manner.id if manner is not None and manner.kind != "shape" else ""
