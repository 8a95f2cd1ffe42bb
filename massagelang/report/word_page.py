"""What the vocabulary knows, as `mass words` prints it: all words by kind, or one word in every kind that knows it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from massagelang.vocabulary.load import GRAMMAR_WORDS
from massagelang.vocabulary.model import Manner, PropertyKey, Region, Technique, Vocabulary, Word

KINDS = {
    "technique": ("techniques", "what the giver's arms do"),
    "region": ("regions", "places on the receiver"),
    "part": ("parts", "parts that any region may have"),
    "surface": ("surfaces", "the surface of a tool that touches"),
    "implement": ("implements", "things that are used or laid"),
    "manner": ("how-words", "how a thing is done"),
    "posture": ("receivers and positions", "who is there, and how placed"),
    "deed": ("deeds", "what a person does"),
    "property_key": ("properties", "keys that stand before a colon"),
}
"""Each kind of word that a writer may use, with its plural and what it is."""

_MARGIN = "    "


def all_words(vocabulary: Vocabulary) -> str:
    """Every word under its kind."""
    return "\n".join(_kind(vocabulary, kind) for kind in KINDS)


def one_word(vocabulary: Vocabulary, word: str) -> str:
    """What the word means in every kind that has it; empty text if none has."""
    wanted = word.strip().lower().replace(" ", "_")
    parts = [f"`{wanted}` is a word of the notation itself.\n"] if wanted in GRAMMAR_WORDS else []
    for kind in KINDS:
        parts += (_meaning(found, kind) for found in vocabulary.words(kind) if _spells(found, wanted))
    return "\n".join(parts)


def nearest_words(vocabulary: Vocabulary, word: str) -> tuple[str, ...]:
    """The words that the writer may have meant, each once, in the order of their kinds."""
    wanted = word.strip().lower().replace(" ", "_")
    if meant := vocabulary.adverb(wanted):
        return (meant.id,)
    return tuple(dict.fromkeys(near for kind in KINDS if (near := vocabulary.nearest(wanted, kind))))


def _spells(word: Word, wanted: str) -> bool:
    return wanted in (spelling.lower() for spelling in word.spellings)


def _kind(vocabulary: Vocabulary, kind: str) -> str:
    title, meaning = KINDS[kind]
    words = ", ".join(word.id for word in vocabulary.words(kind))
    return f"{title} – {meaning}\n{_wrapped(words)}\n"


def _meaning(word: Word, kind: str) -> str:
    facts = [f"{word.id} – {KINDS[kind][1]}", _wrapped(word.says)]
    if len(word.spellings) > 1:
        facts.append(_wrapped(f"also written: {', '.join(word.spellings[1:])}"))
    return "\n".join([*facts, *map(_wrapped, _facts(word))]) + "\n"


def _facts(word: Word) -> Iterator[str]:
    match word:
        case Technique():
            yield from _technique(word)
        case Region():
            yield from _region(word)
        case Manner(kind="pressure", value=float() | int()):
            yield f"pressure: {word.value:g} of 5"
        case Manner(kind="tempo", value=float() | int()):
            yield f"tempo: {word.value:g} cm/s"
        case PropertyKey():
            yield f"stands in: {'a file or a step' if word.where == 'both' else f'a {word.where}'}"
            if word.choices:
                yield f"one of: {', '.join(word.choices)}"


def _technique(word: Technique) -> Iterator[str]:
    yield f"family: {word.family}; arms: {word.arms}; {'travels' if word.travels else 'works in place'}"
    if word.tools:
        yield f"tools: {', '.join(word.tools)}"
    if word.combines:
        yield f"may go together with: {', '.join(word.combines)}"
    if word.sources:
        yield f"sources: {', '.join(word.sources)}"


def _region(word: Region) -> Iterator[str]:
    if word.within:
        yield f"within: {word.within}{'; there is a left and a right one' if word.paired else ''}"
    if word.near:
        yield f"next to: {', '.join(word.near)}"
    basis = "" if word.basis == "cited" else " (estimate, default adult)"
    yield f"about {word.length:g} cm long and {word.width:g} cm wide{basis}"
    if word.caution:
        yield f"needs care: {word.caution}"


def _wrapped(text: str) -> str:
    return fill(text, 100, initial_indent=_MARGIN, subsequent_indent=_MARGIN, break_long_words=False)
