"""How-words in words: `very slowly`, `going from light to deep`, `more firmly each time`."""

from __future__ import annotations

from massagelang.phrases import manner_form
from massagelang.plan.model import How, HowWord
from massagelang.render.saying.places import places
from massagelang.render.saying.voice import Voice, listed, plain
from massagelang.vocabulary import Manner


def ahead(how: How, voice: Voice) -> tuple[HowWord, ...]:
    """The how-words that stand before the path: `diagonally away from you`."""
    return tuple(word for word in how.words if word.manner.kind == "direction" and " " not in how_word(word, voice))


def how_word(word: HowWord, voice: Voice) -> str:
    """`very slowly`, `going from light to deep`, `more firmly each time`, `firmly on the heel`."""
    if word.to is not None:
        said = voice.say("manner_forms", "ramp", low=plain(word.manner.id), high=plain(word.to.id))
    elif word.alternative is not None:
        key = f"or_{word.manner.kind}" if voice.find("manner_forms", f"or_{word.manner.kind}") else "or"
        low, high = plain(word.manner.id), plain(word.alternative.id)
        if key == "or":
            low, high = manner_words(word.manner, "", voice), manner_words(word.alternative, "", voice)
        said = voice.say("manner_forms", key, low=low, high=high)
    else:
        said = manner_words(word.manner, word.degree, voice)
    if word.each_time:
        said = voice.say("manner_forms", "each_time", how=said)
    if word.only_on:
        said = voice.say("manner_forms", "on", how=said, places=places(word.only_on, voice))
    if word.only_going:
        going = listed([voice.find("directions", way) or way for way in word.only_going])
        said = voice.say("manner_forms", "going", how=said, directions=going)
    if word.only_during is not None:
        said = f"{said} {manner_words(word.only_during, '', voice)}"
    return said


def manner_words(manner: Manner, degree: str, voice: Voice) -> str:
    """One how-word with its degree: `very slowly`, `with deep pressure`."""
    form = manner_form(voice.phrases, manner)
    if voice.of_a_person:
        form = manner.adverbs[0] if manner.adverbs else plain(manner.id) if "hands" in form else form
    strong = voice.find("degrees", degree) or degree
    if manner.comparative:
        return _filled(form, strong, voice)
    if degree and "{degree}" not in form:
        degree = strong if " " in form else degree
        return voice.say("manner_forms", "degree", degree=degree, how=_filled(form, "", voice))
    return _filled(form, degree, voice)


def _filled(form: str, degree: str, voice: Voice) -> str:
    return voice.phrases.fill(form, "manners", degree=degree, person=voice.person)
