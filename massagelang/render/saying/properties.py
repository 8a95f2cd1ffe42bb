"""The properties of a routine or a step as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from massagelang.plan.making.places import word_of
from massagelang.plan.making.receiver import Told, told_of
from massagelang.plan.making.throughout import manner_in, pressure_in
from massagelang.plan.model import Target
from massagelang.render.saying.lengths import stature
from massagelang.render.saying.manners import how_word
from massagelang.render.saying.notices import Notice
from massagelang.render.saying.numbers import spelt
from massagelang.render.saying.places import place
from massagelang.render.saying.voice import Voice, inline, length, listed, plain, sentence
from massagelang.vocabulary import Condition, Vocabulary

Properties = Iterable[tuple[str, tuple[str, ...]]]


def property_sentences(properties: Properties, vocabulary: Vocabulary, voice: Voice) -> list[str]:
    """One sentence or more for each property, in the order of writing; none for what only sorts files."""
    said = ((key, words) for key, values in properties for words in _property(key, values, vocabulary, voice))
    return [Notice(words, key) for key, words in said if words]


def _property(key: str, values: Sequence[str], vocabulary: Vocabulary, voice: Voice) -> list[str]:
    if key == "receiver":
        return _of_one([words for told in told_of(values, vocabulary) if (words := _told(told, voice))], voice)
    if key == "giver" and "self" not in values:
        return [sentence(voice.say("properties", "giver", value=" ".join(_giver(values, voice))))]
    if key == "throughout":
        return _throughout(values, vocabulary, voice)
    said: list[str] = []
    rest: list[str] = []
    for value in values:
        own = f"{key}_{value}"
        if voice.find("properties", own):
            said.append(sentence(voice.say("properties", own)))
        else:
            rest.append(spelt(value, voice) if key == "session" else _value(value))
    if key == "avoid" and rest and all(region := [vocabulary.region(value) for value in values]):
        rest = [place(Target(one), voice) for one in region if one is not None]
        return [sentence(voice.say("properties", "avoid_places", value=listed(rest)))]
    if key == "avoid" and not all(vocabulary.region(value) for value in values):
        key = "avoid_others"
    if rest and voice.find("properties", key):
        said.append(sentence(voice.say("properties", key, value=listed(rest))))
    return said


def _throughout(values: Sequence[str], vocabulary: Vocabulary, voice: Voice) -> list[str]:
    """`contact` is a sentence of its own; words that say how are gathered in one."""
    said = [sentence(voice.say("properties", "throughout_contact"))] if "contact" in values else []
    hows = [value for value in values if value != "contact"]
    words = [_held(value, vocabulary, voice) for value in hows]
    if words:
        said.append(sentence(voice.say("properties", "throughout", value=listed(words))))
    return said


def _held(value: str, vocabulary: Vocabulary, voice: Voice) -> str:
    word, number = manner_in(value, vocabulary), pressure_in(value)
    if number is not None:
        low = f"{number:g}"
        return voice.say("manner_forms", "pressure", low=low, high=low, scale="5")
    return how_word(word, voice) if word else _value(value)


def _of_one(said: Sequence[str], voice: Voice) -> list[str]:
    """`your partner is an athlete and lies face down`: sentences of the same person as one, where it stays short."""
    lead = sentence(voice.say("openers", "person", text="")).removesuffix(".") + " "
    made: list[list[str]] = []
    for words in said:
        clause = words.removesuffix(".").removeprefix(lead)
        plainly = words.startswith(lead) and "," not in clause
        if made and plainly and made[-1][0] and length(lead + listed([*made[-1], clause])) <= voice.most_words:
            made[-1].append(clause)
        else:
            made.append([clause] if plainly else ["", words])
    return [clauses[1] if not clauses[0] else lead + listed(clauses) + "." for clauses in made]


def _giver(values: Sequence[str], voice: Voice) -> Iterator[str]:
    """`standing, at left side` as `stand at the left side`."""
    words = [word for value in values for word in value.split()]
    posture = next((form for word in words if (form := voice.find("own_postures", word))), "")
    yield posture or voice.say("properties", "giver_is")
    for value in values:
        lead, _, place = value.partition(" ")
        if voice.find("own_postures", lead):
            lead, _, place = place.partition(" ")
        if place == "them":
            yield f"{plain(lead)} {voice.say('properties', 'them')}"
        elif place:
            yield voice.say("properties", "giver_place", word=plain(lead), place=plain(place))
        elif lead:
            yield plain(lead)


def _value(value: str) -> str:
    """A value in words: names without their underscores, texts as they are."""
    return plain(inline(value))


def _told(told: Told, voice: Voice) -> str:
    """One thing that is told of the receiver: a position, a person, a condition with its weeks."""
    if told.word is None:
        return sentence(voice.say("properties", "receiver", value=_value(told.text)))
    if voice.own_body and voice.find("own_postures", told.word.id):
        return sentence(voice.say("own_postures", told.word.id))
    table = "conditions" if isinstance(told.word, Condition) else "receivers"
    form = voice.own(table, told.word) or voice.find(table, "other")
    words = voice.phrases.fill(form, table, person=voice.person, text=plain(told.word.id))
    if voice.find("persons", told.word.id) == voice.person:
        words = ""  # the word for the receiver says it: "your baby"
    return sentence(_measured(told, table, words, voice))


def _measured(told: Told, table: str, words: str, voice: Voice) -> str:
    """The same with its weeks, its side or the stature, where they are told."""
    assert told.word is not None  # noqa: S101  (the caller looked)
    alone = "" if words else "_alone"
    if told.number:
        unit = told.unit.removesuffix("s") if told.number == "1" else told.unit
        key = told.word.id if voice.find(f"{table}_counted", told.word.id) else f"other{alone}"
        words = voice.say(f"{table}_counted", key, text=words, number=told.number, unit=unit)
    if told.places:
        where = listed([plain(" ".join(filter(None, (place.side, word_of(place))))) for place in told.places])
        words = voice.say("receivers_counted", "places", text=words, places=where)
    if told.side:
        key = f"{told.word.id}_side" if voice.find("receivers_counted", f"{told.word.id}_side") else "side"
        words = voice.say("receivers_counted", key, text=words, side=told.side)
    if told.stature:
        ending, number = stature(told.stature, voice)
        words = voice.say("receivers_counted", f"stature{alone}{ending}", text=words, number=number)
    return words
