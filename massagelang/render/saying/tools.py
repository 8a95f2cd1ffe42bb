"""The giver's tools in words: `your left hand`, `the edge of your other hand`, `one thumb`."""

from __future__ import annotations

from collections.abc import Sequence

from massagelang.phrases import plural
from massagelang.plan.model import Act, Basis, Quantity, Tool
from massagelang.render.saying.things import some
from massagelang.render.saying.voice import Voice, length, listed, plain

_SEVERAL = ("knuckles", "fingertips", "fingers")
_LONG = 4


def are_said(tools: Sequence[Tool]) -> bool:
    """Whether the writer named the tools; those that follow from before or are estimated are left out."""
    return bool(tools) and all(tool.basis == Basis.WRITTEN for tool in tools)


def tools(several: Sequence[Tool], voice: Voice) -> str:
    """All tools of an act; those of the same hands together: `your thumbs and fingertips`."""
    if just_named(several, voice):
        return voice.say("tools", "again")
    return _tools(several, voice)


def choices(act: Act, voice: Voice) -> str:
    """The tools of an act with those that may be taken instead: `your thumbs or your fingertips`."""
    words = [tools(act.tools, voice), *(_tools(several, voice) for several in act.other_tools)]
    return voice.say("tools", "or", tools=words[0], others=listed(words[1:])) if len(words) > 1 else words[0]


def just_named(several: Sequence[Tool], voice: Voice) -> bool:
    """Whether they are several, were named in the sentence before, and take long to say."""
    if not several or tuple(several) != voice.them:
        return False
    are_several = all(one.said == "both" or (one.part in _SEVERAL and not one.surface) for one in several)
    return are_several and length(_tools(several, voice)) > _LONG


def _tools(several: Sequence[Tool], voice: Voice) -> str:
    groups: list[list[Tool]] = []
    for tool in several:
        if groups and _same_hands(groups[-1][0], tool):
            groups[-1].append(tool)
        else:
            groups.append([tool])
    return listed([_group(group, voice) for group in groups])


def _same_hands(first: Tool, second: Tool) -> bool:
    simple = not any((tool.of or tool.implement or tool.count or tool.surface) for tool in (first, second))
    return simple and first.said == second.said and first.limbs == second.limbs


def _group(group: Sequence[Tool], voice: Voice) -> str:
    first = group[0]
    if len(group) == 1:
        return tool(first, voice)
    both = first.said == "both"
    of_hand = [bool(voice.find("of_hand", one.part)) for one in group]
    if both or not any(of_hand):
        names = [_plural(one.part, voice) if both else plain(one.part) for one in group]
        return voice.say("tools", first.said or "none", tool=listed(names), tools=listed(names))
    parts = [voice.find("of_hand", one.part) or plain(one.part) for one in group]
    return voice.say("tools", "of_hand", part=listed(parts), hand=_of_side("hand", first.said, voice))


def tool(one: Tool, voice: Voice) -> str:
    """One tool with whose it is."""
    if one.implement is not None:
        return _implement(one, voice)
    if one.surface is not None:
        surface = plain(one.surface.id)
        if one.said == "both":
            surface = voice.find("plurals", one.surface.id) or f"{surface}s"
        return voice.say("tools", "surface", surface=surface, tool=_part(one, voice))
    return _part(one, voice)


def _part(one: Tool, voice: Voice) -> str:
    if one.of and one.limbs and one.limbs[0].kind == "leg":
        part = _plural(one.part, voice) if one.said == "both" else plain(one.part)
        return voice.say("tools", "of_hand", part=part, hand=_of_side(one.of[0], one.said, voice))
    if one.of:
        fingers = [voice.find("finger_words", word) or plain(word) for word in one.of]
        named = listed(fingers) + (" fingers" if len(fingers) > 1 else " finger")
        if all(not voice.find("finger_words", word) for word in one.of):
            named = listed([_plural(word, voice) for word in one.of])
        hand = _of_side("hand", one.said, voice)
        return voice.say("tools", "of_finger", part=plain(one.part), fingers=named, hand=hand)
    if one.count:
        return _counted(one, voice)
    if one.said == "both":
        return voice.find("of_both_hands", one.part) or _of_side(one.part, "both", voice)
    if one.part == "finger" and one.said not in ("one", ""):
        return voice.say("tools", "finger", hand=_of_side("hand", one.said, voice))
    part = voice.find("of_hand", one.part)
    if part:
        return voice.say("tools", "of_hand", part=part, hand=_of_side("hand", one.said, voice))
    return _of_side(one.part, one.said, voice)


def _counted(one: Tool, voice: Voice) -> str:
    if one.count == "one":
        return _single(one, voice)
    several = _plural(one.part, voice)
    if one.said in ("both", ""):
        return voice.say("tools", "count_both", number=one.count, parts=several)
    hand = _of_side("hand", one.said, voice)
    return voice.say("tools", "count_one", number=one.count, parts=several, hand=hand)


def _single(one: Tool, voice: Voice) -> str:
    """`one knuckle`, `one fingertip of your right hand`."""
    part = plain(one.part).removesuffix("s")
    if one.said in ("one", ""):
        return voice.say("tools", "single", part=part)
    return voice.say("tools", "count_one", number=one.count, parts=part, hand=_of_side("hand", one.said, voice))


def _of_side(part: str, said: str, voice: Voice) -> str:
    if said == "both" and voice.find("tools", f"both_{part}"):
        return voice.say("tools", f"both_{part}")
    return voice.say("tools", said or "none", tool=plain(part), tools=_plural(part, voice))


def _plural(part: str, voice: Voice) -> str:
    return plural(voice.phrases, part)


def implement(one: Tool, voice: Voice) -> str:
    """`a stone`, `a warm cloth`: what is no part of the body, whoever holds it."""
    assert one.implement is not None  # noqa: S101  (the caller looked)
    return some(one.implement, Quantity(quality=one.quality) if one.quality else None, voice)


def _implement(one: Tool, voice: Voice) -> str:
    assert one.implement is not None  # noqa: S101  (the caller looked)
    a_thing, the_thing = implement(one, voice), f"the {plain(one.implement.id)}"
    if one.said == "both":
        return voice.say("tools", "implement_both", a_thing=a_thing)
    if one.said in ("", "one"):
        return voice.say("tools", "implement_one", a_thing=a_thing)
    if one.said == "other":
        return voice.say("tools", "implement_other", the_thing=the_thing)
    return voice.say("tools", "implement_hand", a_thing=a_thing, hand=_of_side("hand", one.said, voice))
