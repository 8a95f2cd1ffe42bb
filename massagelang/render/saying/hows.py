"""How an action is done, in words: each piece may close the sentence or stand in one of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from massagelang.plan.model import Basis, How, HowWord, Level, Offset, Tool, Way
from massagelang.render.saying import numbers
from massagelang.render.saying import tools as tool_words
from massagelang.render.saying.lengths import INCH, distance
from massagelang.render.saying.manners import how_word, manner_words, told_by_the_verb
from massagelang.render.saying.paths import path
from massagelang.render.saying.pieces import Piece
from massagelang.render.saying.places import places
from massagelang.render.saying.shortening import travelled
from massagelang.render.saying.voice import Voice, inline, listed, plain


def pieces(how: How, acting: Sequence[Tool], voice: Voice, *, without: Sequence[HowWord] = ()) -> list[Piece]:
    """All that bounds an action, in the order in which it is said; `without` are words that were said already."""
    breathing = _of_breaths(how, voice)
    told = told_by_the_verb(voice)
    words = [one for one in how.words if one not in without and one is not breathing and one.manner.id not in told]
    return [
        *_measures(how, breathing, voice),
        *_words(words, how, voice),
        *_pressure(how, voice),
        *_pace(how, voice),
        *travels(how.travel, how.travel_step, voice),
        *_things(how, acting, voice),
        *_bounds(how, voice),
    ]


def _alone(closing: str, voice: Voice) -> str:
    """What closes a sentence as one of its own: `do so slowly`, `keep your hands still`."""
    first, _, rest = closing.partition(" ")
    if voice.find("commands", first):
        return voice.say("commands", first, how=rest)
    return voice.say("manner_forms", "alone", how=closing)


def _plainly(closing: str, voice: Voice, *, comma: bool = True) -> Piece:
    whole = voice.say("manner_forms", "whole", how=closing)
    is_command = bool(voice.find("commands", closing.partition(" ")[0]))
    return Piece(closing, _alone(closing, voice), comma, goes_on=not is_command, whole=whole)


# ── counts and times ──────────────────────────────────────────────────────────────────────────────────────────────


def _of_breaths(how: How, voice: Voice) -> HowWord | None:
    """The how-word that says how slowly one breathes: a hold has no tempo of its own."""
    counted = how.for_time is not None and how.for_time.unit == "breath" and how.for_time.counted is not None
    technique = voice.doing.technique if voice.doing is not None else None
    if not counted or technique is None or technique.family != "holding":
        return None
    plainly = (word for word in how.words if not (word.to or word.alternative or word.each_time or word.only_on))
    return next((word for word in plainly if word.manner.kind == "tempo" and word.manner.adverbs), None)


def _measures(how: How, breathing: HowWord | None, voice: Voice) -> Iterator[Piece]:
    if how.by is not None:
        yield _plainly(voice.say("manner_forms", "by", distance=distance(how.by, voice)), voice, comma=False)
    if how.times is not None:
        words = numbers.times(how.times, voice)
        yield _plainly(
            voice.say("numbers", "each_way", times=words) if how.each_way else words, voice, comma=how.by is not None
        )
    if how.for_time is not None:
        key = "time_each" if how.each else "time"
        time = numbers.time(how.for_time, voice, how.bound)
        if breathing is not None:
            slow = f"{breathing.degree} {plain(breathing.manner.id)}".strip()
            time = voice.say("manner_forms", "breaths", time=time.rpartition(" ")[0], how=slow, unit=time.split()[-1])
        closing = voice.say("manner_forms", key, time=time)
        whole = voice.say("manner_forms", "whole_time", how=closing)
        yield Piece(closing, _alone(closing, voice), comma=False, whole=whole)


# ── how-words ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _words(words: Sequence[HowWord], how: How, voice: Voice) -> Iterator[Piece]:
    """Adverbs as one piece, then phrases; those that begin alike, or hold in turn, are told together."""
    growing = [word for word in words if word.each_time]
    in_turn = [word for word in words if word.only_on or word.only_going or word.only_during]
    together = [*(growing if len(growing) > 1 else []), *(in_turn if len(in_turn) > 1 else [])]
    said = [how_word(word, voice) for word in words if word not in together]
    said += [manner_words(manner, "", voice) for manner in how.with_words]
    adverbs = sorted((words for words in said if _is_adverb(words)), key=lambda words: words.startswith("more "))
    if adverbs:
        yield _plainly(listed(adverbs), voice)
    if len(growing) > 1:
        every = listed([how_word(evolve(word, each_time=False), voice) for word in growing])
        yield _plainly(voice.say("manner_forms", "each_time", how=every), voice)
    if len(in_turn) > 1:
        yield _plainly(", ".join(how_word(word, voice) for word in in_turn), voice)
    for lead, group in _by_lead([words for words in said if not _is_adverb(words)]):
        rest = [words.removeprefix(lead) for words in group]
        yield _plainly(lead + listed(rest), voice)


def _is_adverb(words: str) -> bool:
    """`slowly`, `very slowly`: what is joined with others of its kind."""
    return " " not in words or (len(words.split()) == 2 and words.endswith("ly"))


def _by_lead(phrases: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    waiting = list(phrases)
    while waiting:
        lead = next(
            (lead for lead in ("with your ", "with the ", "using ", "with ") if waiting[0].startswith(lead)), ""
        )
        if lead == "with " and not _is_touch(waiting[0]):
            lead = ""
        group = [words for words in waiting if lead and words.startswith(lead)] or waiting[:1]
        if lead == "with ":
            group = [words for words in group if _is_touch(words)]
        waiting = [words for words in waiting if words not in group]
        yield lead.removesuffix("your ").removesuffix("the "), group


def _is_touch(words: str) -> bool:
    """`with deep pressure`, `with long strokes`: what the touch is like, told together."""
    return words.startswith("with ") and words.endswith((" pressure", " strokes", " movements", " touch"))


# ── numbers of pressure and pace ──────────────────────────────────────────────────────────────────────────────────


def _pressure(how: How, voice: Voice) -> Iterator[Piece]:
    level = how.pressure
    if level is None or level.basis == Basis.INFERRED or _from_words(level, how):
        return
    low, high = (f"{end * level.scale / 5:.10g}" for end in (level.start, level.end))
    key = "pressure_ramp" if level.ramp else "pressure" if low == high else "pressure_range"
    yield _plainly(voice.say("manner_forms", key, low=low, high=high, scale=f"{level.scale:.10g}"), voice)


def _from_words(level: Level, how: How) -> bool:
    """Whether the pressure is only what a how-word says."""
    words = [word for word in how.words if word.manner.kind == "pressure" and not word.manner.comparative]
    ends = [(word.manner.value, (word.to or word.alternative or word.manner).value) for word in words]
    return level.scale == 5 and (level.start, level.end) in ends


def _pace(how: How, voice: Voice) -> Iterator[Piece]:
    if how.rate is not None:
        key = "speed" if how.rate_unit == "cm/s" else f"rate_{how.rate_unit.removeprefix('/')}"
        ends = how.rate_ends
        if key == "speed" and voice.units == "imperial":
            key, ends = "speed_imperial", (max(0.5, round(ends[0] / INCH * 2) / 2), round(ends[1] / INCH * 2) / 2)
        low, high = (f"{end:.10g}" for end in ends)
        number = low if low == high else voice.say("numbers", "range", low=low, high=high)
        key = f"{key}_one" if number == "1" and voice.find("manner_forms", f"{key}_one") else key
        yield _plainly(voice.say("manner_forms", key, number=number), voice)
    if how.breath is not None:
        yield _plainly(manner_words(how.breath, "", voice), voice)


# ── where, with what, but where not ───────────────────────────────────────────────────────────────────────────────


def travels(ways: Sequence[Way], step: Offset | None, voice: Voice) -> Iterator[Piece]:
    """`moving up the back, 5 cm at a time`, `working all over the right shoulder`."""
    if not ways:
        return
    here = path(ways, voice, onward=True)
    slots = {"path": here, "step": distance(step, voice) if step else ""}
    bare = _along_it(ways, voice)
    if bare and not step:
        slots, key = {"path": bare}, "travel_it"
    else:
        key = "travel_by" if step else "travel_over" if ways[0].word == "over" else "travel"
    alone_key = "travel_by_alone" if step else f"{key.removesuffix('_over')}_alone"
    alone, first = (voice.say("manner_forms", alone_key, **slots), "")
    if not bare or step:
        alone, first = travelled(ways, voice, alone_key, **slots)
    yield Piece(voice.say("manner_forms", key, **slots), alone, ahead=first)


def _along_it(ways: Sequence[Way], voice: Voice) -> str:
    """The direction where the whole action goes up or down `it`: `working your way up`."""
    way = ways[0]
    alone = len(ways) == 1 and len(way.directions) == 1 and voice.find("directions_at_it", way.directions[0])
    return way.directions[0] if alone and places(way.targets, voice) == voice.say("sides", "it") else ""


def _things(how: How, acting: Sequence[Tool], voice: Voice) -> Iterator[Piece]:
    implements = [tool_words.implement(tool, voice) for tool in how.with_tools if tool.implement]
    if implements:
        named = listed(implements)
        alone = voice.say("manner_forms", "with_thing_alone", things=named)
        yield Piece(voice.say("manner_forms", "with_thing", things=named), alone, goes_on=False, comma=bool(how.words))
    rest = [tool for tool in how.with_tools if tool.implement is None and tool not in acting]
    if rest:
        yield _plainly(voice.say("manner_forms", "with_tools", tools=tool_words.tools(rest, voice)), voice)


def _bounds(how: How, voice: Voice) -> Iterator[Piece]:
    for word in how.without_tools:
        body = voice.find("of_hand", word) or word.removesuffix("s") in _BODY or word in _BODY
        yield _plainly(voice.say("manner_forms", "without_tools" if body else "without", things=plain(word)), voice)
    if how.besides:
        named = places(how.besides, voice)
        alone = voice.say("manner_forms", "besides_alone", places=named)
        yield Piece(voice.say("manner_forms", "besides", places=named), alone, goes_on=False)
    if how.facing:
        named = places(how.facing, voice)
        alone = voice.say("manner_forms", "facing_alone", places=named)
        yield Piece(voice.say("manner_forms", "facing", places=named), alone, goes_on=False)
    if how.until:
        text = inline(how.until)
        alone = voice.say("manner_forms", "until_alone", text=text)
        yield Piece(voice.say("manner_forms", "until", text=text), alone, comma=False)


_BODY_WORDS = "hand palm heel finger thumb fist forearm elbow knee shin foot feet"
_BODY = frozenset(_BODY_WORDS.split())
