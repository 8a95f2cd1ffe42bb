"""What people do and what happens with things, as commands."""

from __future__ import annotations

from massagelang.plan.model import Act
from massagelang.render.saying import things
from massagelang.render.saying.paths import path
from massagelang.render.saying.places import place, places
from massagelang.render.saying.voice import Voice, plain
from massagelang.vocabulary import Posture


def person(act: Act, voice: Voice) -> str:
    """`ask your partner to turn face up`, `kneel beside the left knee`."""
    deed = act.deed
    words = (voice.own("deeds", deed) or plain(deed.id)) if deed is not None else ""
    turned = act.person == "receiver" and act.posture is not None and deed is not None and deed.id == "turn"
    if turned and voice.person in voice.phrases.form("lists", "helpless").split():
        return voice.say("acts", "receiver_turned", deed=voice.say("postures", act.posture.id))  # type: ignore[union-attr]
    said = [words]
    if act.object is not None:
        said.append(place(act.object, voice))
    if act.posture is not None:
        said.append(_posture(act, act.posture, voice))
    if act.text:
        said.append(things.some(act.thing, act.quantity, voice) if act.thing is not None else plain(act.text))
    if act.ways:
        said.append(path(act.ways, voice))
    who = "giver" if voice.own_body else act.person
    return voice.say("acts", who, deed=" ".join(said))


def _posture(act: Act, posture: Posture, voice: Voice) -> str:
    """`face down`, `on the left side`; somebody turns onto it."""
    words = voice.own("postures", posture) or plain(posture.id)
    words = words.replace("one side", f"the {act.lies_on} side") if act.lies_on else words
    turns = act.deed is not None and act.deed.id == "turn" and words.startswith("on ")
    return f"onto {words.removeprefix('on ')}" if turns else words


def thing(act: Act, voice: Voice) -> str:
    """`apply oil all over the back`, `remove the stone`."""
    if act.thing is None:
        return ""
    say = things.named_thing if act.verb == "remove" else things.some
    words = say(act.thing, act.quantity, voice)
    return voice.say("acts", act.verb, thing=words, path=path(act.ways, voice))


def drape(act: Act, voice: Voice) -> str:
    """`cover both legs`."""
    targets = [target for way in act.ways for target in way.targets]
    return voice.say("acts", act.verb, places=places(targets, voice))
