"""Slips that many pens make: what the words around a place where the grammar stops tell of the meaning.

Each slip has a mistake that names the mend, and most have the piece as it was meant, so that reading can go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from massagelang.source import Span
from massagelang.syntax import mistakes
from massagelang.syntax.scanner import QUOTED, WORD, Names, Token
from massagelang.syntax.sentences import MEANINGS, NUMBERS_OF_TIMES, UNITS, Mistake, missing_unit, quoted_otherwise
from massagelang.syntax.tables import tables


class Stop(NamedTuple):
    """Where the grammar stops: at `at` among the words between two marks; `opens` when a block follows them."""

    piece: Sequence[Token]
    at: int
    expected: frozenset[str]
    opens: bool
    names: Names

    @property
    def token(self) -> Token | None:
        """The word that cannot be taken; none at the end of the words."""
        return self.piece[self.at] if self.at < len(self.piece) else None

    @property
    def before(self) -> Token | None:
        """The last word that was taken."""
        return self.piece[self.at - 1] if 0 < self.at <= len(self.piece) else None


class Slip(NamedTuple):
    """The mistake, and the piece as it was meant, if that is plain enough to read on."""

    mistake: Mistake
    meant: list[Token] | None = None


def slip_at(stop: Stop) -> Slip | None:
    """The slip that was made where the grammar stops, if it is one of those known."""
    from massagelang.syntax.phrasings import phrasing_at  # noqa: PLC0415  (it builds on what stands here)

    return phrasing_at(stop) or next((slip for look in _SLIPS if (slip := look(stop))), None)


# ── words that are missing ────────────────────────────────────────────────────────────────────────────────────────


def _lacks_unit(stop: Stop) -> Slip | None:
    """`for 30`, `pause 30`; `2 beside spine`."""
    earlier = stop.piece[stop.at - 2] if stop.at > 1 else None
    mend, token = missing_unit(stop.before, stop.expected, earlier), stop.token
    if not mend or (token and token.kind not in ("COMMA", WORD)):
        return None
    if token and token.kind == WORD and (token.text in UNITS or not keyword_of(token) or token.text in _COUNTING):
        return None
    first = _start_of_range(stop.piece, stop.at - 1)
    here = Span(stop.piece[first].start, stop.piece[stop.at - 1].end)
    words = "".join(part.text for part in stop.piece[first : stop.at])
    arguments = (("words", words), ("mend", mend.replace(f"`{stop.piece[stop.at - 1].text}", f"`{words}")))
    return Slip(Mistake(mistakes.NO_UNIT, here, arguments))


def _lacks_tool(stop: Stop) -> Slip | None:
    """`left on sacrum`, `both off`."""
    if len(stop.piece) < 2 or stop.at > 2:
        return None
    side, after = stop.piece[:2]
    if keyword_of(side) not in _SIDES or keyword_of(after) not in ("ON", "OFF", "AT", "PREPOSITION"):
        return None
    tool = "hands" if side.text == "both" else "hand"
    here = Span(side.start, side.end)
    good = f"{side.text} {tool} {_said(stop.piece[1:])}"
    arguments = (("words", side.text), ("good", good))
    mistake = Mistake(mistakes.NO_TOOL, here, arguments, ((here, f"{side.text} {tool}"),))
    return Slip(mistake, [side, Token(WORD, tool, side.end, side.end), *stop.piece[1:]])


def _lacks_comma(stop: Stop) -> Slip | None:
    """`up back 3 times`, `up back slow`, `up back very slow`."""
    token, before = stop.token, stop.before
    if token is None or before is None:
        return None
    if token.text in _COUNTING and before.kind == "NUMBER":
        return _with_comma(stop, _start_of_range(stop.piece, stop.at - 1), certain=True)
    if not {"COMMA", "SEMICOLON"} <= stop.expected:
        return None
    if token.kind in ("SPEED", "RATE") or keyword_of(token) in ("PRESSURE", "DEGREE", "ABOUT", "SEVERAL", "A_FEW"):
        return _with_comma(stop, stop.at, certain=False)
    after = stop.piece[stop.at + 1] if stop.at + 1 < len(stop.piece) else None
    ends = after is None or after.kind == "COMMA" or keyword_of(after) in _AFTER_A_HOW
    if token.kind == WORD and not keyword_of(token) and ends:
        known = not stop.names.hows or stop.names.how(token.text)
        return _with_comma(stop, stop.at, certain=False) if known else _neither_place_nor_how(token)
    return None


def _neither_place_nor_how(token: Token) -> Slip:
    """`from sacrum shoulder`: a place without its preposition, or a word that is not known."""
    mend = f"A preposition goes before a place (`to {token.text}`), and `,` before a word that says how."
    arguments = (("words", token.text), ("expected", mend))
    return Slip(Mistake(mistakes.UNREADABLE, Span(token.start, token.end), arguments))


def _with_comma(stop: Stop, first: int, *, certain: bool) -> Slip | None:
    if first == 0:
        return None
    at = stop.piece[first - 1].end
    words = stop.piece[first : first + _length_of_how(stop.piece[first:])]
    here, said = Span(words[0].start, words[-1].end), _said(words)
    arguments = (("words", said), ("expected", f"Put `,` before `{said}`."))
    meant = [*stop.piece[:first], Token("COMMA", ",", at, at), *stop.piece[first:]] if certain else None
    return Slip(Mistake(mistakes.UNREADABLE, here, arguments, ((Span(at, at), ","),)), meant)


def _lacks_for(stop: Stop) -> Slip | None:
    """`hold both on back 30s`."""
    token = stop.token
    if token is None or token.kind != "DURATION" or not {"COMMA", "FOR"} <= stop.expected or _is_lift(stop):
        return None
    here = Span(token.start, token.end)
    arguments = (("words", token.text), ("expected", f"Put `for` before `{token.text}`."))
    mistake = Mistake(mistakes.UNREADABLE, here, arguments, ((Span(token.start, token.start), "for "),))
    word = Token(WORD, "for", token.start, token.start)
    return Slip(mistake, [*stop.piece[: stop.at], word, *stop.piece[stop.at :]])


def _lacks_semicolon(stop: Stop) -> Slip | None:
    """`stroke both up back repeat 3`."""
    token = stop.token
    if token is None or "SEMICOLON" not in stop.expected or keyword_of(token) not in _OPENERS:
        return None
    arguments = (
        ("words", token.text),
        ("expected", f"Put `;` before `{token.text}`."),
        ("meaning", MEANINGS[keyword_of(token)]),
    )
    end = stop.piece[stop.at - 1].end
    return Slip(Mistake(mistakes.OUT_OF_PLACE, Span(token.start, token.end), arguments, ((Span(end, end), ";"),)))


def _comma_in_a_path(stop: Stop) -> Slip | None:
    """`up back, around shoulder`, `over back, in circles`: behind the comma the preposition is taken for a how-word."""
    at = stop.at - 1
    leads = at > 1 and stop.piece[at - 1].kind == "COMMA" and keyword_of(stop.piece[at]) in LEGS
    if not leads or keyword_of(stop.piece[at - 2]) in LEGS:
        return None
    comma, token = stop.piece[at - 1 : at + 1]
    if any(word.kind == "COMMA" for word in stop.piece[: at - 1]):
        mend = f"A path stands before all that says how: write `{token.text} …` before the first comma."
        arguments = (("words", token.text), ("meaning", "it goes on with the path"), ("expected", mend))
        return Slip(Mistake(mistakes.OUT_OF_PLACE, Span(token.start, token.end), arguments))
    mend = f"Leave out the comma before `{token.text}`: the legs of a path follow one another without it."
    arguments = (("words", token.text), ("meaning", "it goes on with the path"), ("expected", mend))
    edits = ((Span(comma.start, comma.end), ""),)
    mistake = Mistake(mistakes.OUT_OF_PLACE, Span(token.start, token.end), arguments, edits)
    return Slip(mistake, [*stop.piece[: at - 1], *stop.piece[at:]])


def _comma_before_a_tail(stop: Stop) -> Slip | None:
    """`up back, why "…"`: behind the comma the word is taken for one that says how."""
    at = stop.at - 1
    if at < 2 or stop.piece[at - 1].kind != "COMMA" or keyword_of(stop.piece[at]) not in _TAILS:
        return None
    comma, token = stop.piece[at - 1 : at + 1]
    arguments = (
        ("words", token.text),
        ("meaning", MEANINGS[keyword_of(token)]),
        ("expected", f"Leave out the comma before `{token.text}`."),
    )
    mistake = Mistake(
        mistakes.OUT_OF_PLACE, Span(token.start, token.end), arguments, ((Span(comma.start, comma.end), ""),)
    )
    return Slip(mistake, [*stop.piece[: at - 1], *stop.piece[at:]])


def _path_after_with(stop: Stop) -> Slip | None:
    """`lift their arm with both hands toward head`."""
    token = stop.token
    led = next((one for one in stop.piece[: stop.at] if keyword_of(one) in _LED), None)
    if token is None or led is None or keyword_of(token) not in LEGS:
        return None
    mend = f"Write the path before `{led.text}`."
    arguments = (("words", token.text), ("meaning", "a path stands before all that says how"), ("expected", mend))
    return Slip(Mistake(mistakes.OUT_OF_PLACE, Span(token.start, token.end), arguments))


# ── words that stand elsewhere ────────────────────────────────────────────────────────────────────────────────────


def _how_before(stop: Stop) -> Slip | None:
    """`gently stroke both up back`."""
    if len(stop.piece) < 2 or stop.at == 0 or stop.piece[1].kind != WORD or keyword_of(stop.piece[1]):
        return None
    first, second = stop.piece[:2]
    good = stop.names.how(first.text)
    if first.kind != WORD or not good:
        return None
    hint = f"Write it after a comma at the end: `{second.text} …, {good}`."
    arguments = (("words", first.text), ("expected", hint), ("meaning", "it says how"))
    here = Span(first.start, first.end)
    return Slip(Mistake(mistakes.OUT_OF_PLACE, here, arguments), list(stop.piece[1:]))


def _lift_with_time(stop: Stop) -> Slip | None:
    """`hands off for 5s`."""
    if stop.token is None or not _is_lift(stop):
        return None
    off, for_, *rest = stop.piece[stop.at - 2 :]
    time = _said(rest)
    lift = _said(stop.piece[: stop.at - 1])
    arguments = (
        ("words", f"for {time}"),
        ("meaning", "a lift takes no time"),
        ("expected", f"Write the time as a pause after it: `{lift}; pause {time}`."),
    )
    edit = (Span(off.end, for_.end), "; pause")
    mistake = Mistake(mistakes.OUT_OF_PLACE, Span(for_.start, rest[-1].end), arguments, (edit,))
    return Slip(mistake, list(stop.piece[: stop.at - 1]))


def _is_lift(stop: Stop) -> bool:
    last_two = [token.text for token in stop.piece[max(0, stop.at - 2) : stop.at]]
    return last_two == ["off", "for"] and bool(keyword_of(stop.piece[0]))


def _block_without_repeat(stop: Stop) -> Slip | None:
    """`twice {`, `3 times {`, `repeat {`."""
    if not stop.opens:
        return None
    first, last = stop.piece[0], stop.piece[-1]
    here = Span(first.start, last.end)
    word = Token(WORD, "repeat", first.start, first.start)
    if len(stop.piece) == 1 and first.text in NUMBERS_OF_TIMES:
        number = NUMBERS_OF_TIMES[first.text]
        mend = f"repeat {number} times"
        meant = [word, Token("NUMBER", number, first.start, first.end), Token(WORD, "times", first.end, first.end)]
        arguments = (("words", first.text), ("mend", mend))
        return Slip(Mistake(mistakes.COUNT_WORD, here, arguments, ((here, mend),)), meant)
    if len(stop.piece) == 1 and first.text == "repeat":
        hint = "Say how often: `repeat 3 times { … }`."
        return Slip(Mistake(mistakes.ENDS_EARLY, Span(last.end, last.end), (("expected", hint),)))
    if first.kind == "NUMBER" and last.text == "times":
        said = _said(stop.piece)
        arguments = (("words", said), ("expected", f"Put `repeat` before it: `repeat {said} {{ … }}`."))
        edit = (Span(first.start, first.start), "repeat ")
        return Slip(Mistake(mistakes.UNREADABLE, here, arguments, (edit,)), [word, *stop.piece])
    return None


def _quoted(stop: Stop) -> Slip | None:
    """`say “breathe out”`."""
    token = stop.token
    if token is None or token.kind != QUOTED or "STRING" not in stop.expected:
        return None
    text = token._replace(kind="STRING", text=f'"{token.text[1:-1]}"')
    return Slip(quoted_otherwise(token), [*stop.piece[: stop.at], text, *stop.piece[stop.at + 1 :]])


_SLIPS: tuple[Callable[[Stop], Slip | None], ...] = (
    _quoted,
    _block_without_repeat,
    _lift_with_time,
    _lacks_tool,
    _comma_in_a_path,
    _comma_before_a_tail,
    _path_after_with,
    _how_before,
    _lacks_unit,
    _lacks_comma,
    _lacks_for,
    _lacks_semicolon,
)


# ── the words around ──────────────────────────────────────────────────────────────────────────────────────────────

_SIDES = frozenset({"LEFT", "RIGHT", "BOTH", "ONE", "OTHER", "INSIDE", "OUTSIDE", "NEAR", "FAR"})
LEGS = frozenset({"PREPOSITION", "ON", "OFF", "FROM", "TO", "AT", "IN", "DIRECTION"})
"""Keywords that begin a leg of a path."""

_COUNTING = frozenset({"times", "per"})
_LED = frozenset({"FOR", "UNTIL", "EXCEPT", "MOVING", "WITH", "WITHOUT", "FACING"})
_TAILS = frozenset({"WHY", "NOTE", "CAUTION", "SAY", "LIKE"})
_AFTER_A_HOW = _LED | _TAILS
_OPENERS = frozenset(
    {
        "REPEAT",
        "PAUSE",
        "WAIT",
        "STOP",
        "DO",
        "CHECK",
        "APPLY",
        "REMOVE",
        "COVER",
        "UNCOVER",
        "RECEIVER",
        "GIVER",
        "ASK",
    }
)
_LONGEST_HOW = 5


def keyword_of(token: Token) -> str:
    """The terminal of a word of the grammar; nothing for other words."""
    return tables().keywords.get(token.text, "") if token.kind == WORD else ""


def _said(tokens: Sequence[Token]) -> str:
    """A few words as they are written, up to a comma."""
    words = tokens[: _length_of_how(tokens)]
    return " ".join(token.text for token in words).replace(" - ", "-")


def _length_of_how(tokens: Sequence[Token]) -> int:
    """How many words go on to the next comma or to what needs none; the first alone if they are many."""
    length = next(
        (at for at, token in enumerate(tokens) if at and (token.kind == "COMMA" or keyword_of(token) in _AFTER_A_HOW)),
        len(tokens),
    )
    return length if length <= _LONGEST_HOW else 1


def _start_of_range(piece: Sequence[Token], last: int) -> int:
    """Where the number begins that ends at `last`: `3` of `3-5`."""
    return last - 2 if last >= 2 and piece[last - 1].kind == "MINUS" else last
