"""The properties of a routine or a step as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from massagelang.render.saying.numbers import spelt
from massagelang.render.saying.voice import Voice, inline, listed, plain, sentence
from massagelang.vocabulary import Vocabulary

Properties = Iterable[tuple[str, tuple[str, ...]]]


def property_sentences(properties: Properties, vocabulary: Vocabulary, voice: Voice) -> list[str]:
    """One sentence or more for each property, in the order of writing; none for what only sorts files."""
    return [words for key, values in properties for words in _property(key, values, vocabulary, voice)]


def _property(key: str, values: Sequence[str], vocabulary: Vocabulary, voice: Voice) -> list[str]:
    if key == "receiver":
        return [_receiver(word, vocabulary, voice) for value in values for word in value.split()]
    said: list[str] = []
    rest: list[str] = []
    for value in values:
        own = f"{key}_{value}"
        if voice.find("properties", own):
            said.append(sentence(voice.say("properties", own)))
        else:
            rest.append(spelt(value, voice) if key == "session" else _value(value))
    if key == "avoid" and not all(vocabulary.region(value) for value in values):
        key = "avoid_others"
    if rest and voice.find("properties", key):
        said.append(sentence(voice.say("properties", key, value=listed(rest))))
    return said


def _value(value: str) -> str:
    """A value in words: names without their underscores, texts as they are."""
    return inline(value) if " " in value else plain(value)


def _receiver(word: str, vocabulary: Vocabulary, voice: Voice) -> str:
    posture = vocabulary.posture(word)
    if posture is None:
        return sentence(voice.say("properties", "receiver", value=plain(word)))
    if voice.own_body and voice.find("own_postures", posture.id):
        return sentence(voice.say("own_postures", posture.id))
    return sentence(voice.say("receivers", posture.id))
