"""What people do and what happens with things, as commands."""

from __future__ import annotations

from attrs import evolve

from massagelang.plan.model import Act, Target, Way
from massagelang.render.saying import things
from massagelang.render.saying.paths import path
from massagelang.render.saying.places import place, places
from massagelang.render.saying.voice import Voice, plain


def person(act: Act, voice: Voice) -> str:
    """`ask your partner to turn face up`, `kneel beside the left knee`."""
    deed = act.deed
    words = (voice.own("deeds", deed) or plain(deed.id)) if deed is not None else ""
    turned = act.person == "receiver" and act.posture is not None and deed is not None and deed.id == "turn"
    if turned and voice.person in voice.phrases.form("lists", "helpless").split():
        return voice.say("acts", "receiver_turned", deed=voice.say("postures", act.posture.id))  # type: ignore[union-attr]
    voice = evolve(voice, of_a_person=act.person == "receiver" and deed is not None and deed.id in ("lie", "turn"))
    posture = _posture(act, words, voice)
    whole = posture.startswith(f"{words} ") or (
        words == "turn" and posture in voice.phrases.tables["own_postures"].values()
    )
    said = [posture if whole else words]
    if act.object is not None:
        said.append(place(act.object, voice))
    if posture and not whole:
        said.append(posture)
    if act.text:
        said.append(things.some(act.thing, act.quantity, voice) if act.thing is not None else plain(act.text))
    if act.ways:
        said.append(path(_behind(act), voice, still=True))
    who = "giver" if voice.own_body else act.person
    return voice.say("acts", who, deed=" ".join(said))


def _posture(act: Act, deed: str, voice: Voice) -> str:
    """How a posture goes on after a deed, or both in one: `face up` after `lie`, `sit upright` for `sit seated`."""
    if act.posture is None or (act.posture.id == "side_lying" and _names_a_side(act)):
        return ""
    own = _taken_up(act, voice)
    if deed == "turn" and voice.find("turned", act.posture.id):
        return _on_its_side(voice.find("turned", act.posture.id), act)
    if own and act.object is None and (deed == "turn" or own.startswith(f"{deed} ")):
        return own
    return _on_its_side(voice.own("postures", act.posture) or plain(act.posture.id), act)


def _on_its_side(words: str, act: Act) -> str:
    """`on one side` as `on the left side` where that is said."""
    return words.replace("one side", f"the {act.lies_on} side") if act.lies_on else words


def _taken_up(act: Act, voice: Voice) -> str:
    """A posture as a command of its own: `sit upright`."""
    return voice.find("own_postures", act.posture.id) if act.posture is not None else ""


def _names_a_side(act: Act) -> bool:
    """Whether a way says on which side of the body one lies."""
    regions = (target.region for way in act.ways for target in way.targets)
    return any(region is not None and region.id == "side_of_body" for region in regions)


def _behind(act: Act) -> list[Way]:
    """The way of a person; `behind body` and `behind back` is behind the receiver, for the giver."""
    ways = list(act.ways)
    for index, way in enumerate(ways):
        regions = [target.region.id for target in way.targets if target.region is not None]
        if act.person == "giver" and way.word == "behind" and regions in (["back"], ["body"]):
            ways[index] = evolve(way, targets=(Target(None, special="them"),))
    return ways


def thing(act: Act, voice: Voice) -> str:
    """`apply oil all over the back`, `remove the stone`."""
    if act.thing is None:
        return ""
    say = things.named_thing if act.verb == "remove" else things.some
    words = say(act.thing, act.quantity, voice)
    return voice.say("acts", act.verb, thing=words, path=path(act.ways, voice, still=act.verb == "place"))


def drape(act: Act, voice: Voice) -> str:
    """`cover both legs`."""
    targets = [target for way in act.ways for target in way.targets]
    return voice.say("acts", act.verb, places=places(targets, voice))
