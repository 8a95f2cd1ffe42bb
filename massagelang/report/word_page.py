"""What the vocabulary knows of one word, in every kind that has it, as `mass words WORD` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from massagelang.syntax.tables import tables
from massagelang.vocabulary import (
    Condition,
    Deed,
    Hint,
    Implement,
    Manner,
    Posture,
    PropertyKey,
    Region,
    Scale,
    Style,
    Technique,
    Vocabulary,
    Word,
)

KINDS = {
    "technique": ("techniques", "what the giver's arms do"),
    "region": ("regions", "places on the receiver"),
    "part": ("parts", "parts that any region may have"),
    "surface": ("surfaces", "the surface of a tool that touches"),
    "implement": ("things", "what is used or laid"),
    "manner": ("how-words", "how a thing is done"),
    "posture": ("receivers and positions", "who is there, and how placed"),
    "condition": ("conditions", "what is the matter with a receiver"),
    "deed": ("deeds", "what a person does"),
    "scale": ("scales", "how pressure is counted"),
    "style": ("styles", "schools and kinds of treatment"),
    "property_key": ("properties", "keys that stand before a colon"),
}
"""Each kind of word that a writer may use or read, with its plural and what it is."""

CONFIDENCE = {
    "H": "high: professional or scientific sources agree",
    "M": "medium: one professional source, or several others",
    "L": "low: one popular source",
    "K": "common knowledge, no source read",
    "E": "our own estimate",
}
"""What the letters say about a fact."""

_NAMES_OF_KINDS = {"region": "place", "implement": "thing", "manner": "how-word", "posture": "position"}
_MARGIN = "    "


def one_word(vocabulary: Vocabulary, word: str) -> str:
    """What the word means in every kind that has it; empty text if none has."""
    wanted = word.strip().lower().replace(" ", "_")
    parts = [f"`{wanted}` is a word of the notation itself.\n"] if wanted in _grammar_words() else []
    for kind in KINDS:
        parts += (_meaning(found, kind, vocabulary) for found in words_of(vocabulary, kind) if _spells(found, wanted))
    homonym = vocabulary.homonym(wanted)
    if homonym and not parts:
        parts.append(f"{wanted} – a name that schools use for different things\n{_wrapped(homonym.says)}\n")
    if homonym:
        parts += _meant(vocabulary, wanted, homonym.means)
    parts += _also_called(vocabulary, wanted)
    if (told := vocabulary.hints.get(wanted)) is not None:
        parts.append(f"{wanted} – no word of the notation where {_places(told)} stands\n{_wrapped(told.says)}\n")
    return "\n".join(parts)


def words_of(vocabulary: Vocabulary, kind: str) -> tuple[Word, ...]:
    """All words of a kind; of regions, those of all bodies."""
    if kind == "homonym":
        return tuple(dict.fromkeys(vocabulary.homonyms.values()))
    if kind == "hint":
        return tuple(dict.fromkeys(vocabulary.hints.values()))
    return vocabulary.every_region() if kind == "region" else vocabulary.words(kind)


def nearest_words(vocabulary: Vocabulary, word: str) -> tuple[str, ...]:
    """The words that the writer may have meant, each once, in the order of their kinds."""
    wanted = word.strip().lower().replace(" ", "_")
    if meant := vocabulary.adverb(wanted):
        return (meant.id,)
    return tuple(dict.fromkeys(near for kind in KINDS if (near := vocabulary.nearest(wanted, kind))))


def _grammar_words() -> frozenset[str]:
    return frozenset(word.replace(" ", "_") for word in tables().keywords)


def _spells(word: Word, wanted: str) -> bool:
    return wanted in (spelling.lower() for spelling in word.spellings)


# ── homonyms ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _meant(vocabulary: Vocabulary, wanted: str, means: tuple[str, ...]) -> Iterator[str]:
    for other in means:
        technique, region = vocabulary.technique(other), _any_region(vocabulary, other)
        found = technique or region
        if other != wanted and found is not None:
            yield f"another school calls `{found.id}` so: see {found.id}\n{_wrapped(found.says)}\n"


def _also_called(vocabulary: Vocabulary, wanted: str) -> Iterator[str]:
    """Where a word is what another name may mean too: `gun` is called `roll` by some."""
    names = [one.id for one in vocabulary.homonyms.values() if wanted in one.means and one.id != wanted]
    if names:
        yield f"some schools call it {' or '.join(f'`{name}`' for name in dict.fromkeys(names))}\n"


def _any_region(vocabulary: Vocabulary, word: str) -> Region | None:
    return next((region for region in vocabulary.every_region() if word in region.spellings), None)


def _places(told: Hint) -> str:
    """`a technique or a condition`, in the words of the kinds in whose place a hint is given."""
    return " or ".join(f"a {_NAMES_OF_KINDS.get(kind, kind)}" for kind in told.at)


# ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _meaning(word: Word, kind: str, vocabulary: Vocabulary) -> str:
    facts = [f"{word.id} – {KINDS[kind][1]}", _wrapped(word.says)]
    if len(word.spellings) > 1:
        facts.append(_wrapped(f"also written: {', '.join(word.spellings[1:])}"))
    facts += map(_wrapped, _facts(word, vocabulary))
    facts += map(_wrapped, _evidence(word, vocabulary))
    return "\n".join(facts) + "\n"


def _facts(word: Word, vocabulary: Vocabulary) -> Iterator[str]:
    match word:
        case Technique():
            yield from _technique(word)
        case Region():
            yield from _region(word)
        case Manner():
            yield from _manner(word)
        case Posture():
            yield from _posture(word, vocabulary)
        case Condition() if word.counted:
            yield f"may be followed by a number of {', '.join(word.counted)}: `{word.id} 3 {word.counted[0]}`"
        case Implement():
            yield f"kind: {word.kind}"
        case Deed():
            yield f"done by: {' or '.join(word.who)}"
        case Scale():
            yield f"from {word.low:g} to {word.high:g}; `pressure {word.low:g} of {word.high:g}` counts by it"
            yield from (f"{word.low + number:g}: {level}" for number, level in enumerate(word.levels))
        case Style() if word.minutes:
            yield f"usual session: {'–'.join(f'{number:g}' for number in word.minutes)} min"
        case PropertyKey():
            yield f"stands in: {'a file or a step' if word.where == 'both' else f'a {word.where}'}"
            if word.choices:
                yield f"one of: {', '.join(word.choices)}"


def _technique(word: Technique) -> Iterator[str]:
    school = f"; school: {word.school}" if word.school else ""
    yield f"family: {word.family}{school}; {'travels along its path' if word.travels else 'works in place'}"
    yield f"arms: {word.arms}; takes: {', '.join(word.takes)}; afterwards the hands are {word.ends}"
    if word.tools:
        yield f"tools: {', '.join(word.tools)}"
    if usual := _usual(word):
        yield f"usually: {usual}"
    if word.combines:
        yield f"may go together with: {', '.join(word.combines)}"
    if word.warm_up:
        yield "may open a session"


def _usual(word: Technique) -> str:
    facts = (
        f"pressure {word.pressure:g} of 5" if word.pressure is not None else "",
        word.tempo.replace("_", " ") if word.tempo else "",
        f"{word.seconds:g} s each" if word.seconds is not None else "",
        f"{word.strikes:g} strikes a second" if word.strikes is not None else "",
    )
    return ", ".join(filter(None, facts))


def _region(word: Region) -> Iterator[str]:
    if word.within:
        yield f"within: {word.within}{'; there is a left and a right one' if word.paired else ''}"
    if word.near:
        yield f"next to: {', '.join(word.near)}"
    basis = "" if word.basis == "cited" else " (estimate)"
    yield f"about {word.length:g} cm long and {word.width:g} cm wide{basis}"
    if word.faces:
        yield f"seen from: {', '.join(word.faces)}"
    if word.bodies:
        yield f"only on: {', '.join(word.bodies)}"
    if word.caution:
        yield f"needs care: {word.caution}"


def _manner(word: Manner) -> Iterator[str]:
    yield f"kind: {word.kind}"
    if word.comparative:
        yield f"measured from the action before: {word.scale} {'×' if word.scale == 'tempo' else '+'} {word.step:g}"
    elif word.value is not None:
        yield f"pressure {word.value:g} of 5" if word.kind == "pressure" else f"{word.value:g} cm/s"
    if word.adverbs:
        yield f"written for: {', '.join(word.adverbs)}"


def _posture(word: Posture, vocabulary: Vocabulary) -> Iterator[str]:
    yield f"kind: {word.kind}"
    if word.stature:
        yield f"lengths go by {word.stature:g} cm; write another after it: `{word.id} {word.stature * 1.2:.0f}cm`"
    if word.hides:
        yield f"out of reach: {', '.join(word.hides)} (estimate)"
    body = vocabulary.for_body(word.id)
    if word.kind == "animal":
        yield f"its places: {', '.join(dict.fromkeys(region.id for region in body.regions.values()))}"


def _evidence(word: Word, vocabulary: Vocabulary) -> Iterator[str]:
    confidence = getattr(word, "confidence", "")
    if confidence:
        yield f"confidence: {CONFIDENCE[confidence]}"
    for id_ in getattr(word, "sources", ()):
        if (source := vocabulary.source(id_)) is not None:
            yield f"source {id_}: {source.says}"


def _wrapped(text: str) -> str:
    return fill(text, 100, initial_indent=_MARGIN, subsequent_indent=_MARGIN + "  ", break_long_words=False)
