"""What a word that is not known might have been."""

from __future__ import annotations

from massagelang.plan.making.joined import mend_for
from massagelang.vocabulary import Vocabulary

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
    if kind == "region" and (hint := _of_other_bodies(word, vocabulary)):
        return hint, None
    if (told := vocabulary.hint(word, kind)) is not None:
        return told.says, told.write or None
    how = vocabulary.adverb(word) or vocabulary.manner(word)
    if kind == "technique" and how:
        return f"`{word}` says how: write it after a comma at the end: `stroke …, {how.id}`.", None
    if kind == "region" and how and how.kind == "breath":
        return f"`on {how.id}` says how: put `,` before `on`.", None
    if kind == "manner" and vocabulary.region(word):
        return f"`{word}` is a place: leave out the comma before its preposition.", None
    elsewhere = [_KINDS[other] for other in vocabulary.kind_of(word) if other in _KINDS and other != kind]
    if elsewhere:
        return f"`{word}` is {elsewhere[0].format(word=word)}.", None
    if (mend := mend_for(word, kind, vocabulary)) is not None:
        return mend
    nearest = vocabulary.nearest(word, kind)
    if nearest:
        return f"Did you mean `{nearest}`?", nearest
    return "`mass words` lists the words that I know.", None


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
