"""The words of a routine explained: its techniques, places and how-words, and where that was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massagelang.plan.model import Plan, Target
from massagelang.render.saying.voice import Voice, plain, sentence
from massagelang.vocabulary import Manner, Region, Technique, Word

_BRACKET = re.compile(r"\(([^)]*)\)")
_CITES = "HML"
"""The confidences that name their sources."""


def entries(plan: Plan, voice: Voice) -> list[tuple[str, ...]]:
    """Each word and what it means, by the alphabet."""
    told = [(name_of(one, voice), *_meaning(one, voice)) for one in _words(plan)]
    return sorted(told, key=lambda entry: entry[0].lower())


def sources(plan: Plan, voice: Voice) -> Iterator[tuple[str, ...]]:
    """What the entries name as sources, each once: its sign, its title and where it stands."""
    named = dict.fromkeys(sign for word in _words(plan) for sign in _sources(word))
    for sign in sorted(named, key=lambda sign: (int(re.sub(r"\D", "", sign) or 0), sign)):
        source = voice.words.source(sign) if voice.words is not None else None
        if source is not None:
            yield sign, sentence(source.says), source.address


def name_of(word: Word, voice: Voice) -> str:
    """What the reader meets a word as: the trade name in brackets, else the verb, else its name."""
    form = voice.find("verbs", word.id) if isinstance(word, Technique) else ""
    bracket = _BRACKET.search(form)
    name = bracket[1] if bracket else " ".join(form.replace("…", " ").split()) or plain(word.id)
    return name[:1].upper() + name[1:]


def _meaning(word: Word, voice: Voice) -> tuple[str, ...]:
    signs = ", ".join(_sources(word))
    cited = [voice.say("glossary", "sources", text=signs)] if signs else []
    return (word.says, *(_usual(word, voice) if isinstance(word, Technique) else ()), *cited)


def _usual(technique: Technique, voice: Voice) -> Iterator[str]:
    """What a technique takes where the routine says nothing: an estimate unless a source is named."""
    said = []
    if technique.pressure is not None:
        said.append(voice.say("manner_forms", "pressure", low=f"{technique.pressure:g}", high="", scale="5"))
    if technique.seconds is not None:
        said.append(voice.say("glossary", "seconds", number=f"{technique.seconds:g}"))
    if technique.strikes is not None:
        said.append(voice.say("glossary", "strikes", number=f"{technique.strikes:g}"))
    if said:
        key = "usual" if _sources(technique) else "estimated"
        yield sentence(voice.say("glossary", key, text=", ".join(said)))


def _sources(word: Word) -> tuple[str, ...]:
    cites = getattr(word, "confidence", "") in _CITES
    return tuple(getattr(word, "sources", ())) if cites else ()


def _words(plan: Plan) -> list[Technique | Region | Manner]:
    """The techniques, places and how-words of all that is said, each once."""
    found: dict[tuple[str, str], Technique | Region | Manner] = {}
    for act in plan.acts():
        if not act.said:
            continue
        hows = (manner for how in act.how.words for manner in (how.manner, how.to, how.alternative))
        targets = [target for way in (*act.ways, *act.how.travel) for target in way.targets]
        targets += [target for target in (act.moved, act.object) if target is not None]
        regions = (region for target in targets for region in _regions(target))
        for word in (act.technique, *act.also, *regions, *hows):
            if word is not None:
                found.setdefault((type(word).__name__, word.id), word)
    return list(found.values())


def _regions(target: Target) -> Iterator[Region]:
    if target.region is not None and not target.own:
        yield target.region
    if target.within is not None:
        yield from _regions(target.within)
