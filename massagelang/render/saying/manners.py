"""How-words in words: `very slowly`, `going from light to deep`, `more firmly each time`."""

from __future__ import annotations

from massagelang.phrases import manner_form, plural
from massagelang.plan.model import Act, How, HowWord, Target
from massagelang.render.saying.places import places
from massagelang.render.saying.voice import Voice, listed, plain
from massagelang.vocabulary import Manner


def ahead(how: How, voice: Voice) -> tuple[HowWord, ...]:
    """The how-words that stand before the path: `diagonally away from you`."""
    told = told_by_the_verb(voice)
    ways = (word for word in how.words if word.manner.kind == "direction" and word.manner.id not in told)
    return tuple(word for word in ways if " " not in how_word(word, voice))


def told_by_the_verb(voice: Voice) -> list[str]:
    """How-words that the verb of the present act says already: `across the fibres` of cross-fibre friction."""
    technique = voice.doing.technique if voice.doing is not None else None
    return voice.find("manners_said", technique.id).split() if technique is not None else []


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
    form = _form(manner, voice)
    if voice.of_a_person and manner.kind != "body" and not voice.phrases.plainly:
        form = manner.adverbs[0] if manner.adverbs else plain(manner.id) if "hands" in form else form
    if manner.comparative:
        return _filled(manner, form, voice.find("degrees_more", degree) or degree, voice)
    if degree == "slightly" and manner.kind == "pressure" and manner.adverbs and "pressure" not in form:
        return voice.say("manner_forms", "slight_pressure", how=plain(manner.id))
    if degree and form.startswith("{degree}") and form.endswith("ly"):
        degree = voice.find("degrees_adverb", degree) or degree
    if degree and "{degree}" not in form:
        degree = voice.find("degrees", degree) or degree if " " in form else degree
        return voice.say("manner_forms", "degree", degree=degree, how=_filled(manner, form, "", voice))
    return _filled(manner, form, degree, voice)


def _form(manner: Manner, voice: Voice) -> str:
    """The form of a how-word: by what is done, by how many hands, or always the same."""
    act = voice.doing
    found = voice.find("manners_own", manner.id) if voice.own_body else ""
    if manner.kind == "shape":
        return voice.say("ways", "shape", shape=manner_form(voice.phrases, manner))
    if act is not None and act.technique is not None:
        found = found or voice.find(f"manners_{act.technique.family}", manner.id)
    if act is not None and any(tool.part == "thumb" and len(tool.limbs) > 1 for tool in act.tools):
        found = found or voice.find("manners_thumbs", manner.id)
    if act is not None and act.moved is not None:
        found = voice.find("manners_moved_both" if act.moved.side == "both" else "manners_moved", manner.id) or found
    one = act is not None and len([limb for tool in act.tools for limb in tool.limbs]) == 1
    if not found and act is not None and (one or _is_one_hand(act.object)):
        found = voice.find("manners_one", manner.id)
    return found or manner_form(voice.phrases, manner)


def _is_one_hand(target: Target | None) -> bool:
    """`giver rests your right hand on right thigh`: one of one's own, as a thing that is moved."""
    return target is not None and target.own and target.side in ("left", "right", "one", "other")


def _filled(manner: Manner, form: str, degree: str, voice: Voice) -> str:
    tools = _acting(voice) if "{tools}" in form else ""
    your = voice.say("manner_forms", _whose(manner, voice)) if "{your}" in form else ""
    return voice.phrases.fill(form, "manners", degree=degree, your=your, person=voice.person, tools=tools)


def _whose(manner: Manner, voice: Voice) -> str:
    """Whose body a word such as `legs_apart` tells of: the giver's, or that of the receiver who does or is moved."""
    act = voice.doing
    theirs = act is not None and not voice.own_body and act.kind == "person" and act.person == "receiver"
    moved = act is not None and act.moved is not None and manner.kind == "body"
    return "whose" if theirs or moved or (act is not None and _holds_it(act, manner)) else "your"


_HELD_BY = {
    "toes": ("foot", "toe"),
    "feet": ("foot",),
    "heel": ("foot",),
    "legs": ("leg", "foot"),
    "knees": ("leg",),
    "knee": ("leg",),
    "arms": ("arm", "hand"),
    "head": ("head",),
    "chin": ("head", "face"),
}
"""What a hand holds that keeps toes, legs and the like in a posture: these, and what lies right in them."""


def _holds_it(act: Act, manner: Manner) -> bool:
    """`hold left on right toes, toes_up`: the toes that are held are the receiver's."""
    if manner.kind != "body" or act.technique is None or act.technique.family != "holding":
        return False
    limbs = _HELD_BY.get(manner.id.partition("_")[0], ())
    held = [target.region for way in act.ways for target in way.targets if target.region and not target.own]
    return any(region.id in limbs or region.within in limbs for region in held)


def _acting(voice: Voice) -> str:
    """What works, without whose it is: `hands`, `thumb`."""
    tools = voice.doing.tools if voice.doing is not None else ()
    if len(tools) != 1 or tools[0].implement is not None:
        return plural(voice.phrases, "hand")
    one = len(tools[0].limbs) == 1
    return plain(tools[0].part) if one else plural(voice.phrases, tools[0].part)
