"""Says in plain words why the grammar could not go on, and what would help."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from attrs import frozen

from massagelang.diagnostic import Kind
from massagelang.source import Span
from massagelang.syntax import mistakes
from massagelang.syntax.scanner import LONGEST_NUMERAL, QUOTED, WORD, Token
from massagelang.syntax.tables import tables
from massagelang.values import Record


@frozen(slots=False, repr=False, eq=False)
class Mistake(Record):
    """Words of one logical line that could not be read: the kind, where, its arguments, and edits that mend it."""

    kind: Kind
    span: Span
    arguments: tuple[tuple[str, str], ...] = ()
    edits: tuple[tuple[Span, str], ...] = ()


MEANINGS = {
    "MASS": "it opens the line with the edition, `mass 1`",
    "ROUTINE": "it opens the line with the routine's title",
    "SECTION": "it opens a heading",
    "STEP": "it opens a heading",
    "DEFINE": "it opens a definition",
    "USE": "it opens the line that names another file",
    "DO": "it calls a definition, as a statement of its own",
    "RECEIVER": "it opens a statement about the person who is massaged",
    "GIVER": "it opens a statement about the person who massages",
    "SAY": "it gives words to say, in quotation marks",
    "ASK": "it gives a question to ask, in quotation marks",
    "NOTE": "it gives a note in quotation marks",
    "WHY": "it gives a reason in quotation marks, after a statement",
    "LIKE": "it gives an image in quotation marks, after a statement",
    "CAUTION": "it gives a caution in quotation marks",
    "PAUSE": "it is a statement of its own, with a time",
    "STOP": "it is a statement of its own: the work ends there",
    "WAIT": "it is a statement of its own",
    "CHECK": "it is a statement of its own, with a clock time",
    "APPLY": "it is a statement of its own, about oil and the like",
    "PLACE": "it is a statement of its own, about a stone and the like",
    "REMOVE": "it is a statement of its own, about a stone and the like",
    "COVER": "it is a statement of its own, about draping",
    "UNCOVER": "it is a statement of its own, about draping",
    "REPEAT": "it is a statement of its own, after `;` or before a block",
    "TOGETHER": "it opens a block of things done at the same time",
    "OPTIONAL": "it opens a block, or stands in a heading",
    "IF": "it opens a block, with a question in quotation marks",
    "UNLESS": "it opens a block, with a condition in quotation marks",
    "WHENEVER": "it opens a block, with a condition in quotation marks",
    "OR": "it joins choices of tools or of words, or begins a line",
    "VARIANT": "it stands in a heading, with a name in quotation marks",
    "EACH": "it goes before a place or opens a block, `each toe { … }`",
    "EACH_OTHER": "it is a place after a preposition, `toward each_other`",
    "IT": "it stands for the place of `each`",
    "YOU": "it is the giver, after a preposition",
    "YOUR": "it is a place on the giver, after a preposition",
    "THEM": "it is the person who is massaged, after a technique or a preposition",
    "THEIR": "it names what is moved, right after the technique",
    "ON": "it begins a place",
    "OFF": "it lifts a tool, `hand left off`",
    "FROM": "it begins a path",
    "TO": "it ends a path",
    "IN": "it begins a shape or a number of steps",
    "BY": "it gives a length after `moving`",
    "AT": "it begins a place or a rate",
    "OF": "it joins a part and its whole",
    "AND": "it joins two of a kind",
    "FOR": "it begins a time",
    "WITH": "it says with what, after the rest",
    "WITHOUT": "it says without what, after the rest",
    "FACING": "it says where the giver looks, after the rest",
    "EXCEPT": "it leaves out places, after the rest",
    "MOVING": "it says where the whole action travels, after the rest",
    "UNTIL": "it gives a condition in quotation marks, after the rest",
    "PRESSURE": "it gives a number from 1 to 5, after a comma",
    "LEFT": "it goes before a place or a tool, or after a tool",
    "RIGHT": "it goes before a place or a tool, or after a tool",
    "BOTH": "it goes before a place or a tool, or after a tool",
    "ONE": "it goes before a tool or a place",
    "OTHER": "it goes before a tool or a place",
    "INSIDE": "it says which hand, before a tool",
    "OUTSIDE": "it says which hand, before a tool",
    "NEAR": "it goes before a place or a tool",
    "FAR": "it goes before a place or a tool",
    "SIDE": "it follows `other`",
    "SIDES": "it follows `both`",
    "SAME": "it follows `both sides`, `both sides same hands`",
    "SWAPPED": "it follows `repeat` or a call",
    "REVERSED": "it stands at the end of `each toe reversed { … }`",
    "MIRRORED": "it follows `repeat` or a call",
    "MORE": "it follows the number of `repeat`",
    "TIME": "it follows `each`",
    "WAY": "it follows `3 times each`",
    "TIMES": "it follows a number",
    "STEPS": "it follows a number, `in 7 steps`",
    "SEVERAL": "it is a number of times",
    "A_FEW": "it is a number of times",
    "ABOUT": "it goes before a number or a time",
    "LEAST": "it follows `at`, before a time",
    "MOST": "it follows `at`, before a time",
    "EXACTLY": "it goes before a time",
    "PER": "it follows the number of a rate",
    "DEGREES": "it follows the number of an angle",
    "THE": "places and tools stand without it",
    "REST": "it follows `for the` in a heading",
    "DEGREE": "it goes before a word that says how",
    "SLIGHTLY": "it says how far, or goes before a word that says how",
    "COUNT_WORD": "it goes before a tool, `two fingers`",
    "DIRECTION": "it is a direction, before a place or after a tool",
    "PREPOSITION": "it begins a place",
    "BODY_TOOL": "it is a tool or a place",
    "LENGTH_UNIT": "it follows a number",
    "TIME_UNIT": "it follows a number",
}
"""What each keyword is for, to be said where it stands elsewhere; a test holds it complete."""

ARTICLES = frozenset({"the", "a", "an", "your", "my", "his", "her"})
NUMBERS_OF_TIMES = {"once": "1", "twice": "2", "thrice": "3"}
_UNKNOWN_ESCAPE = re.compile(r'"(?:\\["\\]|[^"\\])*(\\[^"\\])')
UNITS = {"m": "min", "mins": "min", "min": "min", "sec": "s", "secs": "s", "s": "s", "hr": "h", "hrs": "h", "h": "h"}
"""Units as people write them, and as the notation does."""

_OTHER_QUOTES = frozenset("“”„‟«»‹›‘’‚'`´")
_AFTER = {
    "FOR": "A time must follow `for`: `for 30s`.",
    "PAUSE": "A time must follow `pause`: `pause 10s`.",
    "REPEAT": "Say how often or how: `repeat 3`, `repeat other side`.",
    "CHECK": "A clock time must follow `check`: `check 12:30`.",
    "THEIR": "Say what is moved: `their left foot`.",
    "OF": "A part of the body must follow `of`.",
    "AND": "Another of the same kind must follow `and`.",
    "WITH": "A tool must follow `with`: `with both hands`.",
    "COVER": "A place must follow `cover`: `cover legs`.",
    "UNCOVER": "A place must follow `uncover`: `uncover back`.",
    "APPLY": "Something to apply must follow: `apply oil over back`.",
    "PLACE": "A thing must follow `place`: `place stone on sacrum`.",
    "REMOVE": "A thing must follow `remove`: `remove stone`.",
    "DO": "The name of a definition must follow `do`.",
    "STEP": 'A title in quotation marks must follow: `step "Long strokes"`.',
    "SECTION": 'A title in quotation marks must follow: `section "Back"`.',
    "ROUTINE": 'A title in quotation marks must follow: `routine "Back massage"`.',
}
_PLACE_WORDS = ("ON", "FROM", "TO", "AT", "PREPOSITION", "EXCEPT", "FACING")


def mistake_at(tokens: Sequence[Token], index: int, expected: frozenset[str], end: int) -> Mistake:
    """What to say when the grammar can take `tokens` only up to `index`; `end` is where the words end."""
    if index >= len(tokens):
        return Mistake(mistakes.ENDS_EARLY, Span(end, end), (("expected", _what_may_follow(tokens, index, expected)),))
    token = tokens[index]
    here = Span(token.start, token.end)
    match token.kind:
        case "NUMERAL":
            return _numeral(token.text, here)
        case "OPEN_STRING":
            return _open_text(token)
        case "QUOTED":
            return quoted_otherwise(token)
        case "STRANGE" if token.text[0] in _OTHER_QUOTES and not _is_apostrophe(tokens, index):
            return quoted_otherwise(token)
        case "STRANGE":
            return _strange(token.text, here)
    before = tokens[index - 1] if index else None
    if before and before.kind == "NUMBER" and token.text in UNITS:
        return _numeral(f"{before.text} {token.text}", Span(before.start, token.end))
    return _word(tokens, index, expected)


def _word(tokens: Sequence[Token], index: int, expected: frozenset[str]) -> Mistake:
    token = tokens[index]
    here = Span(token.start, token.end)
    arguments = (("words", token.text), ("expected", _what_may_follow(tokens, index, expected)))
    keyword = tables().keywords.get(token.text) if token.kind == WORD else None
    if keyword:
        return Mistake(mistakes.OUT_OF_PLACE, here, (*arguments, ("meaning", MEANINGS[keyword])))
    return Mistake(mistakes.UNREADABLE, here, arguments)


def _numeral(written: str, here: Span) -> Mistake:
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    unit = UNITS.get(written[len(digits) :].strip().lower())
    good = f"{digits}{unit}" if unit else ""
    mend = f"Write `{good}`." if good else "Write times as 30s, 2min or 1min30s, lengths as 5cm or 2in."
    if len(written) > LONGEST_NUMERAL:
        good, mend = "", "It is too long; write a smaller number."
    return Mistake(mistakes.NUMERAL, here, (("words", written), ("mend", mend)), ((here, good),) if good else ())


def missing_unit(before: Token | None, expected: frozenset[str], earlier: Token | None = None) -> str:
    """What to write when a number needs a unit and has none; empty when that is not the trouble.

    `earlier` is the word before the number.
    """
    if before is None or before.kind != "NUMBER":
        return ""
    number = before.text
    if "DEGREES" in expected and earlier is not None and earlier.text in ("to", "from"):
        return f"Write a unit: `{number} degrees`, or `{number}cm above knee`."
    if "TIME_UNIT" in expected:
        return f"Write a unit: `{number}s`, `{number}min`."
    if "LENGTH_UNIT" in expected:
        return f"Write a unit: `{number}cm`, `{number} fingers`."
    return ""


def quoted_otherwise(token: Token) -> Mistake:
    """A text between other marks than `"`, or one such mark alone."""
    start, end = token.start, token.end
    if token.kind == QUOTED:
        edits = ((Span(start, start + 1), '"'), (Span(end - 1, end), '"'))
        return Mistake(mistakes.OTHER_QUOTES, Span(start, end), (), edits)
    mark = Span(start, start + 1)
    return Mistake(mistakes.OTHER_QUOTES, mark, (), ((mark, '"'),))


def _is_apostrophe(tokens: Sequence[Token], index: int) -> bool:
    """`client's`."""
    return index > 0 and tokens[index].text[0] in "'’" and tokens[index - 1].end == tokens[index].start


def _open_text(token: Token) -> Mistake:
    """A text that was not read: a backslash in it before something else, or no quotation mark at its end."""
    if escape := _UNKNOWN_ESCAPE.match(token.text):
        start = token.start + escape.start(1)
        return Mistake(mistakes.UNKNOWN_ESCAPE, Span(start, start + len(escape[1])), (("words", escape[1]),))
    return Mistake(mistakes.OPEN_TEXT, Span(token.start, token.end))


def _strange(letters: str, here: Span) -> Mistake:
    letter = letters[0]
    code = f"U+{ord(letter):04X}"
    name = unicodedata.name(letter, "").lower()
    shown = f"`{letters}`" if letters.isprintable() and not letters.isspace() else code
    mend = "Remove it."
    if letter.isspace():
        mend = "It looks like a blank but is another character; write a plain blank."
    elif letter.isdecimal():
        mend = "Write numbers with the digits 0 to 9."
    elif not letters.isprintable() and name:
        mend = f"It cannot be seen ({name}); remove it."
    return Mistake(mistakes.STRANGE, here, (("words", shown), ("mend", mend)))


def _what_may_follow(tokens: Sequence[Token], index: int, expected: frozenset[str]) -> str:
    before = tokens[index - 1] if 0 < index <= len(tokens) else None
    keyword = tables().keywords.get(before.text, "") if before and before.kind == WORD else ""
    if before and keyword in _AFTER:
        return _AFTER[keyword]
    earlier = tokens[index - 2] if 1 < index <= len(tokens) else None
    if unit := missing_unit(before, expected, earlier):
        return unit
    if "STEPS" in expected and before and before.kind == "NUMBER":
        return f"Say `in {before.text} steps`."
    if keyword == "TO" and "NAME" in expected and "BODY_TOOL" not in expected:
        return "Another word that says how must follow `to`: `light to deep`."
    if before and keyword in _PLACE_WORDS and "NAME" in expected:
        return f"A place must follow `{before.text}`, like `{before.text} sacrum`."
    if "STRING" in expected and len(expected) == 1:
        return "A text in quotation marks must follow."
    if "COMMA" in expected and "SEMICOLON" in expected:
        return "Put `,` before a word that says how, or `;` before a new statement."
    if "NAME" in expected:
        return "A word of the vocabulary can stand here; `mass words` lists them."
    return "The reference shows the forms that a line can have."
