"""Reads the words of prose and cues; refuses a form with a slot that nothing fills, and says which words have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from attrs import evolve, field, frozen

from massagelang.vocabulary import Manner, Technique, Vocabulary, read_table

Tables = Mapping[str, Mapping[str, str]]
"""Name of a table, then key, then the form."""

_SLOT_WORDS = """
    verb tools others with_tools path place moved places side part parts outer hour relation distance way word degrees
    shape number directions after tool hand fingers surface a_thing the_thing a thing unit degree person how low high
    scale text step things times time more sentence first second title name value deed tolerance repeat this
    your
"""
_SLOTS = frozenset(_SLOT_WORDS.split())
_SLOT = re.compile(r"\{(\w*)\}")
_FORMATTER = Formatter()


class PhraseError(Exception):
    """A form that is missing or not sound; `key` is its table and word, as in `manners.swift`."""

    def __init__(self, language: str, key: str, message: str) -> None:
        super().__init__(f"{language}.toml: {key}: {message}")
        self.language, self.key, self.message = language, key, message


@frozen(eq=False)
class Phrases:
    """The words of one language: tables of forms with slots.

    `plainly` is set where a how-word that has no form is said as the notation has it: `slow` rather than `slowly`.
    """

    language: str
    tables: Tables = field(repr=False)
    plainly: bool = False

    def find(self, table: str, key: str) -> str | None:
        """A form as written, slots and all; None where there is none."""
        return self.tables.get(table, {}).get(key)

    def form(self, table: str, key: str) -> str:
        """A form as written. Errors: PhraseError when there is none."""
        found = self.find(table, key)
        if found is None:
            raise PhraseError(self.language, f"{table}.{key}", "there is no form for this")
        return found

    def say(self, table: str, key: str, **slots: str) -> str:
        """A form with its slots filled; blanks around empty ones are closed. Errors: PhraseError."""
        return self.fill(self.form(table, key), f"{table}.{key}", **slots)

    def over(self, table: str, own: str) -> Phrases:
        """The same words with the forms of the table `own` in place of those of `table`."""
        return evolve(self, tables={**self.tables, table: {**self.tables[table], **self.tables[own]}})

    def fill(self, form: str, key: str, **slots: str) -> str:
        """Any form with its slots filled. Errors: PhraseError for a slot that has no words."""
        pieces: list[str] = []
        for text, slot, _, _ in _FORMATTER.parse(form):
            filled = slots.get(slot) if slot else ""
            if filled is None:
                raise PhraseError(self.language, key, f"nothing fills the slot `{slot}` here")
            pieces.extend((text if filled or not slot else text.removesuffix(" "), filled))
        return "".join(pieces).strip()


@cache
def load(language: str = "en") -> Phrases:
    """The words of a language. Errors: PhraseError."""
    text = (Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8")
    return build(language, read_table(text))


_OF_THE_NOTATION = (
    "verbs", "verbs_bare", "verbs_of", "verbs_at", "with_always",
    "manners", "manners_own", "manners_one", "manners_moved", "manners_moved_both",
    "manners_thumbs", "manners_stroking", "manners_friction",
)  # fmt: skip
"""Tables that a card does without."""


@cache
def load_short(language: str = "en") -> Phrases:
    """The words of a language as short as they can be, for a card. Errors: PhraseError."""
    own = load(f"{language}_card").tables
    dropped = "|".join(own["short"]["dropped"].split())
    article = re.compile(rf"(?<![\w'])(?:{dropped}) (?!\Z)")
    tables = {table: {} if table in _OF_THE_NOTATION else dict(rows) for table, rows in load(language).tables.items()}
    shorter = {table: {key: article.sub("", form) for key, form in rows.items()} for table, rows in tables.items()}
    both = {table: {**shorter.get(table, {}), **own.get(table, {})} for table in (*shorter, *own)}
    return Phrases(language, both, plainly=True)


def build(language: str, tables: Mapping[str, Mapping[str, object]]) -> Phrases:
    """Phrases from tables as written. Errors: PhraseError for what is no text or has a slot that nothing fills."""
    sound: dict[str, dict[str, str]] = {}
    for table, rows in tables.items():
        sound[table] = {key: _sound(language, f"{table}.{key}", form) for key, form in rows.items()}
    return Phrases(language, sound)


def _sound(language: str, key: str, form: object) -> str:
    if not isinstance(form, str):
        raise PhraseError(language, key, "should be a text")
    if "{" in form or "}" in form:
        for slot in _SLOT.findall(form):
            if slot not in _SLOTS:
                raise PhraseError(language, key, f"there is no slot `{slot}`")
        if set(_SLOT.sub("", form)) & set("{}"):
            raise PhraseError(language, key, "a brace stands alone")
    return form


def manner_form(phrases: Phrases, manner: Manner) -> str:
    """How a how-word is said: its own form, else its first adverb. Errors: PhraseError naming the word."""
    if manner.prose:
        return manner.prose
    if manner.kind == "shape":
        return phrases.find("shapes", manner.id) or manner.id.replace("_", " ")
    own = phrases.find("manners", manner.id)
    if own is not None:
        return own
    if phrases.plainly:
        return "{degree} " + manner.id.replace("_", " ")
    if manner.adverbs:
        return "{degree} " + manner.adverbs[0]
    raise PhraseError(phrases.language, f"manners.{manner.id}", "there is no form for this")


def frame_of(phrases: Phrases, technique: Technique) -> str:
    """The frame of a technique: its own, else that of its family. Errors: PhraseError naming the technique."""
    own = technique.frame or phrases.find("frame_of", technique.id) or phrases.find("families", technique.family)
    if own is None:
        raise PhraseError(phrases.language, f"frame_of.{technique.id}", "there is no form for this")
    return own


def plural(phrases: Phrases, part: str) -> str:
    """A part of the body or a thing as several: `hands`, `feet`."""
    return phrases.find("plurals", part) or f"{part.replace('_', ' ')}s"


def missing(phrases: Phrases, vocabulary: Vocabulary) -> Iterator[PhraseError]:
    """Every word of a vocabulary that cannot be said, and every form for a word that is not there."""
    for wanted in (*_wanted(phrases, vocabulary), *_unknown(phrases, vocabulary)):
        if wanted is not None:
            yield wanted


def _wanted(phrases: Phrases, vocabulary: Vocabulary) -> Iterator[PhraseError | None]:
    for technique in dict.fromkeys(vocabulary.techniques.values()):
        yield _tried(lambda technique=technique: phrases.form("frames", frame_of(phrases, technique)))
    for manner in dict.fromkeys(vocabulary.manners.values()):
        yield _tried(lambda manner=manner: manner_form(phrases, manner))
    for table, words in (
        ("postures", vocabulary.words("posture")),
        ("receivers", vocabulary.words("posture")),
        ("conditions", vocabulary.words("condition")),
        ("properties", vocabulary.words("property_key")),
    ):
        for word in words:
            if not word.prose:
                yield _tried(lambda table=table, word=word: phrases.form(table, word.id))


def _tried(form: object) -> PhraseError | None:
    try:
        form()  # type: ignore[operator]
    except PhraseError as error:
        return error
    return None


_OF_WORDS = {
    "frame_of": "technique",
    "verbs": "technique",
    "regions": "region",
    "regions_both": "region",
    "parts_plural": "part",
    "manners": "manner",
    "shapes": "manner",
    "regions_of_person": "region",
    "turned": "posture",
    "manners_own": "manner",
    "manners_one": "manner",
    "manners_moved": "manner",
    "manners_thumbs": "manner",
    "manners_moved_both": "manner",
    "manners_stroking": "manner",
    "manners_friction": "manner",
    "verbs_bare": "technique",
    "verbs_of": "technique",
    "with_always": "technique",
    "deeds": "deed",
    "postures": "posture",
    "receivers": "posture",
    "conditions": "condition",
    "things": "implement",
    "soap_regions": "region",
}


def _unknown(phrases: Phrases, vocabulary: Vocabulary) -> Iterator[PhraseError | None]:
    for table, kind in _OF_WORDS.items():
        words = vocabulary.every_region() if kind == "region" else vocabulary.words(kind)
        known = {word.id for word in words}
        for key in phrases.tables.get(table, {}):
            if key not in known and key != "other":
                yield PhraseError(phrases.language, f"{table}.{key}", f"there is no {kind} of this name")
