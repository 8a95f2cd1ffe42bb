"""How a repetition is said: how often, on which side, with which hands, how far."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.plan.model import Act, Planned, Repeat, Sides, Target, parts_of
from massagelang.render.saying import numbers
from massagelang.render.saying.hows import pieces, travels
from massagelang.render.saying.paths import TURNING, path
from massagelang.render.saying.pieces import closed
from massagelang.render.saying.voice import Voice, inline, sentence

_OPPOSITE = {"left": "right", "right": "left", "near": "far", "far": "near", "one": "other", "other": "one"}
_NAMED = ("left", "right", "near", "far", "inside", "outside")


def look_back(part: Repeat, this: str, voice: Voice) -> list[str]:
    """The sentences that say how a body is repeated; `this` names how the body is called."""
    command = _command(part, voice.say("repeats", this), plainly=this == "this", voice=voice)
    return [sentence(words) for words in closed(command, pieces(part.how, (), voice), voice)]


def _command(part: Repeat, this: str, *, plainly: bool, voice: Voice) -> str:
    match part.reason:
        case "count":
            return _counted(part, this, voice)
        case "more":
            if part.count.word:
                return voice.say("repeats", "more_word", this=this, more=numbers.times(part.count, voice))
            more, times = numbers.times(part.count, voice, -1), numbers.times(part.count, voice)
            return voice.say("repeats", "more", this=this, more=more, times=times)
        case "time":
            return voice.say(
                "repeats", "time", this=this, time=numbers.time(part.budget or part.time, voice, part.bound)
            )
        case "until":
            return voice.say("repeats", "until", this=this, text=inline(part.until))
        case "moving" if part.step is None and len(part.ways) == 1 and part.ways[0].directions and part.ways[0].targets:
            way = path(part.ways, voice, onward=True)
            return voice.say("repeats", "all_the_way", this="" if plainly else this, path=way)
        case "moving":
            how = next((piece.closing for piece in travels(part.ways, part.step, voice)), "")
            return voice.say("repeats", "moving", this="" if plainly else this, how=how)
        case _:
            said = turned(part.reason, part.passes[0], "" if plainly else this, voice)
            return _turning(said, part.passes[0], part.passes[-1], voice)


def _counted(part: Repeat, this: str, voice: Voice) -> str:
    if part.count.low == part.count.high == 1:
        return voice.say("repeats", "count_once", this=this)
    return voice.say("repeats", "count", this=this, times=numbers.times(part.count, voice))


def side_again(part: Sides, this: str, voice: Voice) -> str:
    """The second half of `both sides`."""
    changes = not part.same_hands and _names_hands(part.first)
    key = "hands_side" if changes else "side"
    words = voice.say("repeats", this)
    side = voice.say("at_side", part.second_side or "other")
    said = voice.say("repeats", key, this=words, side=side)
    if part.same_hands and _names_any(part.first):
        said = f"{said}, {voice.say('repeats', 'same_hands')}"
    return _turning(said, part.first, part.second, voice)


def _turning(said: str, first: Planned, second: Planned, voice: Voice) -> str:
    """What is done again, with the words that say that it turns the other way, where it does."""
    if _turns(first) == _turns(second):
        return said
    worked = [act for act in _acts(first) if act.technique is not None]
    return f"{said}, {voice.say('repeats', 'turning' if len(worked) == 1 else 'turning_among')}"


def _turns(body: Planned) -> list[bool]:
    """For each turn in a body whether it is clockwise; not for those that go both ways."""
    ways = (way for act in _acts(body) for way in (*act.ways, *act.how.travel))
    turns = (way.directions for way in ways if not set(TURNING) <= set(way.directions))
    return [word == "clockwise" for directions in turns for word in directions if word in TURNING]


def turned(reason: str, body: Planned, this: str, voice: Voice) -> str:
    """`repeat on the left side`, `change hands and repeat`."""
    if reason == "swapped":
        return voice.say("repeats", "swapped", this=this)
    key = "hands_side" if reason == "mirrored" and _names_hands(body) else "side"
    sides = {target.side for target in _targets(body) if target.side in _OPPOSITE}
    if not sides:
        return voice.say("repeats", f"{key}_bare", this=this)
    if len(sides) > 1:
        return voice.say("repeats", f"{key}_open", this=this)
    return voice.say("repeats", key, this=this, side=voice.say("at_side", _OPPOSITE[sides.pop()]))


def _acts(body: Planned) -> Iterator[Act]:
    return (part for part in parts_of(body) if isinstance(part, Act) and part.said)


def _targets(body: Planned) -> Iterator[Target]:
    for act in _acts(body):
        for way in (*act.ways, *act.how.travel):
            yield from way.targets
        yield from (target for target in (act.moved, act.object) if target is not None)


def _names_hands(body: Planned) -> bool:
    """Whether the body says which hand does what, so that changing hands has to be told."""
    return any(tool.said in _NAMED for act in _acts(body) for tool in act.tools)


def _names_any(body: Planned) -> bool:
    return any(tool.said in (*_NAMED, "one", "other") for act in _acts(body) for tool in act.tools)
