"""What a word that is not known might have been."""

from __future__ import annotations

from massagelang.plan.making.joined import known_in, mend_for
from massagelang.vocabulary import Vocabulary

_NEAR = 0.85
"""How alike two words are when one is a slip of the pen for the other."""

_KINDS = {
    "technique": "a technique, which begins a statement",
    "region": "a place, which follows a preposition such as `on`",
    "part": "a part of a place: `{word} of …`",
    "manner": "a word that says how: put `,` before it",
    "implement": "a thing",
    "surface": "a surface of a tool: `{word} of …`",
    "condition": "a condition, for `receiver:`",
    "posture": "a posture, for `receiver:`",
    "deed": "what a person does, after `receiver` or `giver`",
}


def hint_for(word: str, kind: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """A hint for a word that is not of `kind`, and the word to put in its place if one comes close."""
    if one := _written_as(word, kind, vocabulary):
        return f"Write `{one}`.", one
    if kind == "region" and (hint := _of_other_bodies(word, vocabulary)):
        return hint, None
    if (told := vocabulary.hint(word, kind)) is not None:
        return told.says, told.write or None
    how = vocabulary.adverb(word) or vocabulary.manner(word)
    if kind == "technique" and word.endswith("ing") and (meant := vocabulary.nearest(word, kind)) in _stems(word):
        return f"Did you mean `{meant}`?", meant
    if kind == "technique" and how:
        return f"`{word}` says how: write it after a comma at the end: `stroke …, {how.id}`.", None
    if kind == "region" and how and how.kind == "breath":
        return f"`on {how.id}` says how: put `,` before `on`.", None
    if kind == "manner" and vocabulary.region(word):
        return f"`{word}` is a place: leave out the comma before its preposition.", None
    if kind == "manner" and vocabulary.implement(word):
        return f"`{word}` is a thing: write `with {word}`.", None
    elsewhere = [_KINDS[other] for other in vocabulary.kind_of(word) if other in _KINDS and other != kind]
    if elsewhere:
        return f"`{word}` is {elsewhere[0].format(word=word)}.", None
    if (mend := mend_for(word, kind, vocabulary)) is not None:
        return mend
    nearest = vocabulary.nearest(word, kind)
    if (nearest is None or not is_slip(word, nearest)) and (known := known_in(word, kind, vocabulary)):
        return known
    if nearest:
        return f"Did you mean `{nearest}`?", nearest
    return "`mass words` lists the words that I know.", None


def _written_as(word: str, kind: str, vocabulary: Vocabulary) -> str:
    """The spelling that differs only in where its words are joined: `rib_cage` for `ribcage`."""
    letters = word.lower().replace("_", "")
    return next((known for known in vocabulary.spellings(kind) if known.replace("_", "") == letters), "")


def _stems(word: str) -> tuple[str, ...]:
    """`kneading` of `knead`, `stroking` of `stroke`, `patting` of `pat`."""
    stem = word.removesuffix("ing")
    return stem, f"{stem}e", stem[:-1]


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is so near to another that only the pen slipped: `lowr_back`, not `feet_lines`."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (only when something was misspelt)

    return SequenceMatcher(None, word.lower(), meant).ratio() > _NEAR


def _of_other_bodies(word: str, vocabulary: Vocabulary) -> str:
    """What to write for a place that others have, or that has another name on this body."""
    homonym = vocabulary.homonym(word)
    named = [meant for meant in homonym.means if vocabulary.region(meant)] if homonym else []
    if named:
        return f"Write {' or '.join(f'`{meant}`' for meant in named)}: {homonym.says if homonym else ''}"
    bodies = vocabulary.bodies_with(word)
    if not bodies:
        return ""
    if bodies == ("adult",):
        return f"`{word}` is a place on people, and this routine is for a {vocabulary.body}."
    return f"`{word}` is a place on {' or '.join(_a(body) for body in bodies)}: write `receiver: {bodies[0]}` above."


def _a(body: str) -> str:
    return f"{'an' if body[0] in 'aeiou' else 'a'} {body}"
