"""Sentences as people speak them, where the notation has another form: `giver breathes with them`, `pull back`.

Each tells the form to write, and where that is certain the piece as it was meant, so that reading can go on. Like slips
they look only at the words around the place where the grammar stops.
"""

from __future__ import annotations

from collections.abc import Callable

from massagelang.source import Span
from massagelang.syntax import mistakes
from massagelang.syntax.scanner import WORD, Token
from massagelang.syntax.sentences import MEANINGS, Mistake
from massagelang.syntax.slips import LEGS, Slip, Stop, keyword_of

_PEOPLE = ("giver", "receiver")
_WAYS = {"back": "backward", "backwards": "backward", "forwards": "forward", "upwards": "up", "downwards": "down"}
_OF_HANDS = frozenset({"upper", "lower", "top", "bottom", "free", "opposite", "same", "dominant", "first", "second"})
_NEEDLESS = {
    "just": "Leave out `just`, or say how far: `1 finger above knee`.",
    "directly": "Leave out `directly`, or say how far: `1 finger above knee`.",
    "only": "Leave out `only`: what is named is the only one.",
}
_SIDES = ("left", "right")


def phrasing_at(stop: Stop) -> Slip | None:
    """The form to write for words as they are spoken, if they are among those known."""
    return next((slip for look in _PHRASINGS if (slip := look(stop))), None)


def _texts(stop: Stop, first: int, length: int) -> tuple[str, ...]:
    return tuple(token.text for token in stop.piece[max(first, 0) : max(first, 0) + length])


def _asked(stop: Stop, first: int, last: int, hint: str, *edits: tuple[Span, str]) -> Mistake:
    """The mistake of the words from `first` to `last`, with the form to write."""
    here = Span(stop.piece[first].start, stop.piece[last].end)
    words = " ".join(token.text for token in stop.piece[first : last + 1])
    keyword = keyword_of(stop.piece[first]) if first == last else ""
    if keyword:
        arguments = (("words", words), ("meaning", MEANINGS[keyword]), ("expected", hint))
        return Mistake(mistakes.OUT_OF_PLACE, here, arguments, edits)
    return Mistake(mistakes.UNREADABLE, here, (("words", words), ("expected", hint)), edits)


# ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _two_people(stop: Stop) -> Slip | None:
    """`giver and receiver breathe`."""
    first, joins, second, *rest = (*_texts(stop, 0, 4), "", "", "")
    if first not in _PEOPLE or joins != "and" or second not in _PEOPLE:
        return None
    does = f"{rest[0].removesuffix('s') or 'breathe'}s"
    hint = f"A statement tells of one person: `together {{ {first} {does}; {second} {does} }}`."
    return Slip(_asked(stop, 0, 2, hint))


def _takes_breaths(stop: Stop) -> Slip | None:
    """`receiver takes 3 breaths`."""
    who, verb, *rest = (*_texts(stop, 0, 9), "", "")
    last = next((at for at, token in enumerate(stop.piece) if token.text in ("breath", "breaths")), 0)
    if who not in _PEOPLE or verb not in ("takes", "take", "draws") or not last:
        return None
    number = next((word for word in rest if word.replace(".", "").isdigit()), "")
    hows = [how for word in rest if (how := stop.names.how(word))]
    good = f"breathes for {number} breaths" if number and number != "1" else ", ".join(("inhales", *hows))
    here = Span(stop.piece[1].start, stop.piece[last].end)
    mistake = _asked(stop, 1, last, f"Write `{who} {good}`.", (here, good))
    return Slip(mistake, [*stop.piece[:1], stop.piece[1]._replace(text="inhales"), *stop.piece[last + 1 :]])


def _a_little_left(stop: Stop) -> Slip | None:
    """`giver moves slightly left`."""
    token, (who, *_) = stop.token, (*_texts(stop, 0, 1), "")
    if who not in _PEOPLE or token is None or token.text not in ("left", "right") or stop.at < 2:
        return None
    hint = f"Say where to: `to {token.text} side` is the receiver's {token.text}, `sideways` is a little aside."
    return Slip(_asked(stop, stop.at, stop.at, hint))


# ── ways and places ───────────────────────────────────────────────────────────────────────────────────────────────


def _back_as_a_way(stop: Stop) -> Slip | None:
    """`pull their leg back`."""
    token = stop.token
    moved = any(word.text in ("their", "it", "them", *_PEOPLE) for word in stop.piece[: stop.at - 1])
    if token is None or token.text not in _WAYS or "DIRECTION" not in stop.expected or not moved:
        return None
    good = _WAYS[token.text]
    hint = f"The direction is `{good}`; for there and back write `; return`."
    mistake = _asked(stop, stop.at, stop.at, hint, (Span(token.start, token.end), good))
    return Slip(mistake, [*stop.piece[: stop.at], token._replace(text=good), *stop.piece[stop.at + 1 :]])


def _to_and_fro(stop: Stop) -> Slip | None:
    """`to and fro`, `back and forth`, after a comma or without one."""
    first = next((at for at in range(stop.at - 2, stop.at + 1) if _texts(stop, at, 3) in _BOTH_WAYS and at > 0), None)
    if first is None:
        return None
    start, end = stop.piece[first].start, stop.piece[first + 2].end
    word = Token(WORD, "back_and_forth", start, end)
    after_comma = stop.piece[first - 1].kind == "COMMA"
    hint = "Write `back_and_forth` after a comma, or both directions: `up and down back`."
    edits = ((Span(start, end), "back_and_forth"),) if after_comma else ()
    meant = [*stop.piece[:first], word, *stop.piece[first + 3 :]] if after_comma else None
    return Slip(_asked(stop, first, first + 2, hint, *edits), meant)


_BOTH_WAYS = (("to", "and", "fro"), ("back", "and", "forth"), ("side", "to", "side"))


def _needless(stop: Stop) -> Slip | None:
    """`just above knee`, `up right only`."""
    token = stop.token
    if token is None or token.text not in _NEEDLESS or stop.at == 0:
        return None
    edge = stop.piece[stop.at - 1].end
    if _side_behind_a_comma(stop):
        side = stop.piece[stop.at - 1].text
        hint = f"Name the side right before its place: `{side} leg`; what is named is the only one."
        return Slip(_asked(stop, stop.at - 1, stop.at, hint), list(stop.piece[: stop.at - 2]))
    mistake = _asked(stop, stop.at, stop.at, _NEEDLESS[token.text], (Span(edge, token.end), ""))
    return Slip(mistake, [*stop.piece[: stop.at], *stop.piece[stop.at + 1 :]])


def _side_behind_a_comma(stop: Stop) -> bool:
    """`up leg, right only`."""
    return stop.at > 2 and stop.piece[stop.at - 2].kind == "COMMA" and stop.piece[stop.at - 1].text in _SIDES


def _or_among_places(stop: Stop) -> Slip | None:
    """`against your chest or cushion`."""
    token = stop.token
    placed = any(keyword_of(word) in LEGS for word in stop.piece[: stop.at])
    if token is None or keyword_of(token) != "OR" or not placed:
        return None
    hint = "Places have no `or`: write the other way in a line below that begins with `or`."
    return Slip(_asked(stop, stop.at, stop.at, hint))


def _in_a_place(stop: Stop) -> Slip | None:
    """`in each gap`, `in left palm`: `in` leads to a shape or to steps."""
    at = next((at for at in range(stop.at, max(-1, stop.at - 3), -1) if _texts(stop, at, 1) == ("in",)), 0)
    after = keyword_of(stop.piece[at + 1]) if at and at + 1 < len(stop.piece) else ""
    if after not in ("EACH", "BOTH", "LEFT", "RIGHT", "BODY_TOOL", "YOUR", "THEIR") or _held_in(stop, at):
        return None
    hint = "A place begins with `on`, `over`, `into` or `between`; `in` leads to a shape (`in circles`) or to steps."
    return Slip(_asked(stop, at, at, hint))


def _held_in(stop: Stop, at: int) -> bool:
    """Whether a thing is held in the hands there: `hot_stone in each hand`."""
    return any(word.text in ("hand", "hands") for word in stop.piece[at + 1 : at + 3])


def _place_a_limb(stop: Stop) -> Slip | None:
    """`place their right foot on your hip`."""
    if _texts(stop, 0, 1) != ("place",) or _texts(stop, 1, 1)[:1] not in (("their",), ("it",), ("them",)):
        return None
    hint = "Things are placed; a part of the receiver is moved: `move their right foot onto your left hip`."
    return Slip(_asked(stop, 0, 1, hint))


def _strips(stop: Stop) -> Slip | None:
    """`in 5 strips`, `in 5 rows`."""
    token, lead = stop.token, _texts(stop, stop.at - 2, 1)
    if token is None or token.text not in ("strips", "rows", "lines", "tracks") or lead != ("in",):
        return None
    number = stop.piece[stop.at - 1].text
    hint = f"Strips side by side are steps across the place: `moving across back in {number} steps`, after a comma."
    return Slip(_asked(stop, stop.at, stop.at, hint), list(stop.piece[: stop.at - 2]))


def _in_line_with(stop: Stop) -> Slip | None:
    """`in line with right ear`."""
    first = next((at for at in range(max(0, stop.at - 3), stop.at + 1) if _texts(stop, at, 3) == _IN_LINE), None)
    if first is None:
        return None
    hint = "A place is reached `to beside` or `toward` another: `lift their right arm over head to beside right ear`."
    return Slip(_asked(stop, first, first + 2, hint))


_IN_LINE = ("in", "line", "with")


def _whole(stop: Stop) -> Slip | None:
    """`over whole right foot`."""
    token = stop.token
    if token is None or token.text not in (*_SIDES, "both") or _texts(stop, stop.at - 1, 1) != ("whole",):
        return None
    place = next(iter(_texts(stop, stop.at + 1, 1)), "foot")
    good = f"whole of {token.text} {place}"
    edge = stop.piece[stop.at - 1].end
    mistake = _asked(stop, stop.at - 1, stop.at, f"Write `{good}`.", (Span(edge, edge), " of"))
    return Slip(mistake, [*stop.piece[: stop.at - 1], *stop.piece[stop.at :]])


def _over_through(stop: Stop) -> Slip | None:
    """`receiver rolls over through back`."""
    at = next((at for at in (stop.at - 1, stop.at) if _texts(stop, at - 1, 2) == ("over", "through")), 0)
    if at < 1:
        return None
    edge = stop.piece[at - 1].end
    mistake = _asked(stop, at - 1, at, "Write `over back`.", (Span(edge, stop.piece[at].end), ""))
    return Slip(mistake, [*stop.piece[:at], *stop.piece[at + 1 :]])


# ── how ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _their_straight_leg(stop: Stop) -> Slip | None:
    """`lift their straight leg`."""
    token = stop.token
    how = stop.piece[stop.at - 1].text if stop.at > 1 else ""
    their = any(word.text == "their" for word in stop.piece[max(0, stop.at - 3) : stop.at - 1])
    if token is None or token.kind != WORD or not their or not (stop.names.how(how) or how in _LIMB_IS):
        return None
    said = _LIMB_IS.get(how, how)
    limb = " ".join(_texts(stop, stop.at, 2 if token.text in _SIDES else 1))
    return Slip(_asked(stop, stop.at - 1, stop.at - 1, f"How it is kept is said at the end: `their {limb}, {said}`."))


_LIMB_IS = {"straight": "kept_straight", "bent": "kept_bent"}


_OF_LEGS = frozenset({"heel", "heels", "foot", "feet", "knee", "knees", "leg", "legs"})


def _with_their_heel(stop: Stop) -> Slip | None:
    """`lift their leg, with right heel on your shoulder`, `with feet at height of breastbone`."""
    token = stop.token
    led = next((at for at in range(stop.at - 1, 0, -1) if keyword_of(stop.piece[at]) == "WITH"), 0)
    inside = stop.piece[led + 1 : stop.at]
    body = any(word.text in _OF_LEGS for word in inside)
    if token is None or not led or not body or keyword_of(token) not in ("ON", "AT") or len(inside) > 2:
        return None
    limb = " ".join(word.text for word in inside)
    hint = f"Say where it lies in a line of its own: `hold their {limb} on your shoulder`, or in a note."
    if keyword_of(token) == "ON" and "your" not in _texts(stop, stop.at + 1, 1):
        return None
    return Slip(_asked(stop, stop.at, stop.at, hint))


# ── tools ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _surface_of_a_thing(stop: Stop) -> Slip | None:
    """`edge of stone`."""
    token = stop.token
    named = token is not None and token.kind == WORD and not keyword_of(token)
    if not named or token is None or _texts(stop, stop.at - 1, 1) != ("of",) or "BODY_TOOL" not in stop.expected:
        return None
    if "NAME" in stop.expected or stop.at < 2:
        return None
    surface = stop.piece[stop.at - 2].text
    hint = f"`{surface} of` goes with your own hands. Write `{token.text}` alone, and `edgewise` or `flat` at the end."
    return Slip(_asked(stop, stop.at - 2, stop.at, hint))


def _in_each_hand(stop: Stop) -> Slip | None:
    """`hot_stone in each hand`, `hot_stone both`."""
    token, thing = stop.token, stop.piece[1].text if len(stop.piece) > 1 else ""
    first = stop.piece[0]
    if token is None or stop.at < 2 or keyword_of(first) or stop.names.how(first.text) or keyword_of(stop.piece[1]):
        return None
    last = next((at for at in range(2, min(6, len(stop.piece))) if stop.piece[at].text in ("hand", "hands")), 0)
    held = last > 0 and _texts(stop, 2, 1) == ("in",) and stop.at <= last
    if not held and not (stop.at == 2 and token.text in ("both", "one", *_SIDES)):
        return None
    last = last if held else 2
    words = _texts(stop, 2, last - 1)
    which = next((word for word in words if word in ("one", *_SIDES)), "both")
    return Slip(_asked(stop, 2, last, f"Write `{which}` before it: `{stop.piece[0].text} {which} {thing} …`."))


def _upper_hand(stop: Stop) -> Slip | None:
    """`upper hand`, `free hand`."""
    token = stop.token
    tool = token is not None and keyword_of(token) == "BODY_TOOL"
    if not tool or stop.at == 0 or stop.piece[stop.at - 1].text not in _OF_HANDS:
        return None
    hint = "Say which: `left`, `right`, `near`, `far`, `one`, `other`; of somebody on the left side the right is above."
    return Slip(_asked(stop, stop.at - 1, stop.at, hint))


# ── conditions, numbers, headings ─────────────────────────────────────────────────────────────────────────────────


def _condition_behind(stop: Stop) -> Slip | None:
    """`stroke both up back if "they like it"`."""
    token = stop.token
    if token is None or "SEMICOLON" not in stop.expected or keyword_of(token) not in ("IF", "UNLESS", "WHENEVER"):
        return None
    text = stop.piece[stop.at + 1] if stop.at + 1 < len(stop.piece) else None
    said = text.text if text is not None and text.kind == "STRING" else '"…"'
    hint = f"A condition goes before what depends on it: `{token.text} {said} {{ … }}`."
    edits: tuple[tuple[Span, str], ...] = ()
    if text is not None and text.kind == "STRING" and stop.at + 2 == len(stop.piece) and not stop.opens:
        start, edge = stop.piece[0].start, stop.piece[stop.at - 1].end
        edits = ((Span(start, start), f"{token.text} {said} {{ "), (Span(edge, text.end), " }"))
    return Slip(_asked(stop, stop.at, stop.at, hint, *edits), list(stop.piece[: stop.at]))


def _fraction(stop: Stop) -> Slip | None:
    """`1/3 pressure`."""
    token = stop.token
    if token is None or token.kind != "NUMERAL" or "/" not in token.text:
        return None
    mend = "Write a pressure on its scale, `pressure 3 of 10`, or as a word: `light`."
    arguments = (("words", token.text), ("mend", mend))
    return Slip(Mistake(mistakes.NUMERAL, Span(token.start, token.end), arguments))


def _skip(stop: Stop) -> Slip | None:
    """`skip step "Legs"`."""
    if _texts(stop, 0, 1) != ("skip",):
        return None
    hint = "Take the lines out, or write `optional` after the heading's title, so that they may be left out."
    return Slip(_asked(stop, 0, 0, hint))


_PHRASINGS: tuple[Callable[[Stop], Slip | None], ...] = (
    _two_people,
    _strips,
    _in_line_with,
    _whole,
    _over_through,
    _their_straight_leg,
    _with_their_heel,
    _takes_breaths,
    _a_little_left,
    _to_and_fro,
    _back_as_a_way,
    _place_a_limb,
    _in_each_hand,
    _upper_hand,
    _needless,
    _surface_of_a_thing,
    _in_a_place,
    _or_among_places,
    _condition_behind,
    _fraction,
    _skip,
)
