"""The slot table: in which place of a line a word is a keyword, and in which it is a name. Made from the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from massagelang.syntax.reader import may_follow
from massagelang.syntax.scanner import scan
from massagelang.syntax.tables import tables

SLOTS = (
    "",
    "hand ",
    "hand left ",
    "left ",
    "left hand ",
    "hand on ",
    "hand on left ",
    "hand on sacrum ",
    "hand on sacrum, ",
    "hands off ",
    "stroke ",
    "stroke right ",
    "stroke both ",
    "stroke one ",
    "stroke thumbs ",
    "stroke thumbs and ",
    "stroke edge of ",
    "stroke knuckles of ring_finger and ",
    "stroke stone ",
    "stroke up ",
    "stroke up and ",
    "stroke up back ",
    "stroke up back and ",
    "stroke up back, ",
    "stroke up back, slow ",
    "stroke up back, slow to ",
    "stroke up back, slow or ",
    "stroke up back, firm on ",
    "stroke up back, very ",
    "stroke up back, on ",
    "stroke up back, pressure 3 ",
    "stroke up back, 3 ",
    "stroke up back, 3 times ",
    "stroke from ",
    "stroke to ",
    "stroke over ",
    "stroke over each ",
    "stroke over left ",
    "stroke over middle of ",
    "stroke over your ",
    "stroke in ",
    "stroke in 7 ",
    "stroke at ",
    "stroke 2 ",
    "stroke for ",
    "stroke for 30s ",
    "stroke for 3 ",
    "stroke moving ",
    "stroke moving up back ",
    "stroke with ",
    "stroke with both hands ",
    "stroke except ",
    "lift their ",
    "lift their foot ",
    "rotate it ",
    "stroke back; ",
    "or ",
    "repeat ",
    "repeat 3 ",
    "repeat 3 times ",
    "repeat other ",
    "repeat other side ",
    "repeat moving ",
    "repeat 3 times { ",
    "repeat 3 times { stroke back } ",
    "both ",
    "both sides ",
    "each ",
    "each toe ",
    "each toe and ",
    "each toe except ",
    "receiver ",
    "receiver turns ",
    "receiver bends their knees ",
    "giver ",
    "giver kneels ",
    "pause ",
    "pause 3 ",
    "wait ",
    "apply ",
    "apply oil ",
    "place ",
    "cover ",
    "do ",
    "do strokes(",
    "do strokes(leg), ",
    'say "x" ',
    "step ",
    'step "x" ',
    'step "x", ',
    'step "x" for ',
    "define ",
    "define strokes(",
    "needs: ",
    "needs: slow ",
)
"""Beginnings of lines: each stands for the place right behind it."""


WORD_SLOTS: Mapping[str, tuple[str, ...]] = {
    "technique": ("", "stroke back; ", "repeat 3 times { "),
    "region": ("hand on ", "hand on left ", "stroke over ", "stroke to ", "stroke over middle of ", "stroke except "),
    "part": ("hand on ", "stroke over left "),
    "implement": ("apply ", "place ", "stroke ", "stroke with "),
    "surface": ("stroke ", "stroke right "),
    "manner": ("stroke up back, ", "stroke up back, very ", "stroke up back, slow or "),
    "posture": ("receiver: ", "receiver turns "),
    "condition": ("receiver: ", "receiver: slow "),
    "style": ("tags: ",),
    "deed": ("receiver ", "giver "),
    "property_key": ("",),
}
"""For each kind of word of the vocabulary, the places in which a word of that kind must be read as a name."""

BEGINNING = "beginning"
"""The key in `grammar_words` for words that no name of several words begins with: `with coat` is a clause, no name."""

_BEGIN_CLAUSES = frozenset(
    {
        "WITH",
        "WITHOUT",
        "MOVING",
        "FACING",
        "UNTIL",
        "EXCEPT",
        "DEGREE",
        "YOUR",
        "THEIR",
        "EACH",
        "LEFT",
        "RIGHT",
        "BOTH",
    }
)

_NAMES_TOO = {"region": {"BODY_TOOL"}, "part": {"BODY_TOOL"}, "property_key": {"RECEIVER", "GIVER"}}
"""Terminals that the grammar takes in such a place just as it takes a name."""


@cache
def told_apart(beginning: str) -> tuple[frozenset[str], frozenset[str]]:
    """The terminals that are told apart right behind `beginning`, and those of them that can stand there."""
    tokens, _ = scan(beginning)
    return may_follow(tokens)


def keywords_at(beginning: str) -> frozenset[str]:
    """The words that are keywords right behind `beginning`; all others are names there, if a name may stand."""
    told, _ = told_apart(beginning)
    return frozenset(word for word, terminal in tables().keywords.items() if terminal in told)


@cache
def grammar_words() -> Mapping[str, frozenset[str]]:
    """For each kind of word of the vocabulary, the words that can never be seen as one: its slots hide them.

    `BEGINNING` is the key of words that a name of several words would hide where it stands with blanks.
    """
    leading = frozenset(word for word, terminal in tables().keywords.items() if terminal in _BEGIN_CLAUSES)
    return {BEGINNING: leading, **{kind: frozenset(_hidden(kind, slots)) for kind, slots in WORD_SLOTS.items()}}


def _hidden(kind: str, beginnings: Sequence[str]) -> Iterator[str]:
    for beginning in beginnings:
        told = told_apart(beginning)[0] - _NAMES_TOO.get(kind, set())
        yield from (word.replace(" ", "_") for word, terminal in tables().keywords.items() if terminal in told)


def slot_table() -> str:
    """The slots as Markdown: keywords there, and whether a name may stand. Classes of words are in capitals below."""
    rows = "".join(f"| `{beginning}…` | {_name(beginning)} | {_keywords(beginning)} |\n" for beginning in SLOTS)
    return (
        "| behind | a name? | keywords |\n|---|---|---|\n"
        + rows
        + "\nWords in brackets are read as keywords there but nothing can come of it.\n\n"
        + _classes()
    )


def _name(beginning: str) -> str:
    _, takes = told_apart(beginning)
    return "yes" if "NAME" in takes else "–"


def _keywords(beginning: str) -> str:
    told, takes = told_apart(beginning)
    shown = sorted((terminal not in takes, _shown(terminal)) for terminal in told & set(tables().keywords.values()))
    return " ".join(f"({word})" if dead else word for dead, word in shown) or "none"


def _shown(terminal: str) -> str:
    words = _words(terminal)
    return words[0] if len(words) == 1 or terminal in ("EACH_OTHER", "A_FEW") else terminal


def _words(terminal: str) -> list[str]:
    return [word.replace(" ", "_") for word, of in tables().keywords.items() if of == terminal]


def _classes() -> str:
    classes = sorted({of for of in tables().keywords.values() if _shown(of) == of})
    return "".join(f"- {name}: {' '.join(_words(name))}\n" for name in classes)
