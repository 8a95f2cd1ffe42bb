"""Long paths in fewer words: a side said once, the beginning told first, and what goes on in sentences of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from massagelang.plan.model import Target, Way
from massagelang.render.saying.paths import legs, path
from massagelang.render.saying.pieces import Piece
from massagelang.render.saying.places import places
from massagelang.render.saying.voice import Voice, length, plain

_SIDES = ("left", "right")


@frozen
class Told:
    """One way to tell a path: a sentence before it, the legs that go with the verb, and those that go on after it.

    `tools_apart` tells that the tools have a sentence of their own, first of all.
    """

    ways: tuple[Way, ...]
    ahead: str = ""
    onward: tuple[Way, ...] = ()
    tools_apart: bool = False


def tellings(ways: Sequence[Way], voice: Voice, *, tools: bool) -> Iterator[Told]:
    """Ways to tell a path, that of the fewest sentences first; `tools` tells that they may have one of their own."""
    both = list(dict.fromkeys((tuple(ways), sides_once(ways, voice))))
    whole, short = both[0], both[-1]
    first = begun(whole, voice)[0]
    after = [begun(one, voice)[1] for one in both] if first else []
    yield from (Told(one) for one in both)
    yield from (Told(one, first) for one in after)
    yield from _cut(short, "", tools_apart=False)
    if tools:
        yield from (Told(one, tools_apart=True) for one in both)
        yield from (Told(one, first, tools_apart=True) for one in after)
    rest = after[-1] if after else short
    yield from _cut(rest, first, tools_apart=False)
    yield from _cut(rest, first, tools_apart=tools)
    anywhere = range(len(rest) - 1, 0, -1)
    yield from (Told(rest[:count], first, rest[count:], apart) for count in anywhere for apart in (False, tools))
    yield Told(rest, first, tools_apart=tools)


def _cut(ways: Sequence[Way], first: str, *, tools_apart: bool) -> Iterator[Told]:
    """A path cut where it may be, as late as can be."""
    units = _units(ways)
    for count in range(len(units) - 1, 0, -1):
        head, rest = sum(units[:count], ()), sum(units[count:], ())
        if rest[0].word != "from":
            yield Told(head, first, rest, tools_apart)


def _units(ways: Sequence[Way]) -> list[tuple[Way, ...]]:
    """Legs that stay together: `to the wrist` with what leads there, `from the wrist` with what follows."""
    units: list[tuple[Way, ...]] = []
    for way in ways:
        joins = units and (way.word == "to" or units[-1][-1].word == "from" or units[-1][-1].shape is not None)
        units[-1:] = [(*units[-1], way)] if joins else [*units[-1:], (way,)]
    return units


def onward(told: Told, voice: Voice) -> Iterator[Piece]:
    """The legs that go on after the first sentence, each with what it belongs to in one of its own."""
    every = legs((*told.ways, *told.onward), voice)[len(told.ways) :]
    for unit in _units(told.onward):
        words, every = " ".join(every[: len(unit)]), every[len(unit) :]
        yield Piece(words, voice.say("acts", "go_on", path=words), comma=False)


def begun(ways: Sequence[Way], voice: Voice) -> tuple[str, tuple[Way, ...]]:
    """`begin at the heel` for a path that comes from there, and the rest of it; nothing where it does not."""
    starts = [index for index, way in enumerate(ways) if way.word == "from"]
    leading = [way for way in ways if way.shape is None and way.steps is None and way.degrees is None]
    if len(starts) != 1 or len(leading) < 2 or ways[starts[0]] not in leading[:2]:
        return "", ()
    start = ways[starts[0]]
    if start.offset is not None or any(target.from_it for target in start.targets):
        return "", ()
    here = places(start.targets, voice)
    key = "begin_relation" if start.relation else "begin_at"
    words = voice.say("acts", key, relation=plain(start.relation), place=here)
    return words, tuple(way for way in ways if way is not start)


def sides_once(ways: Sequence[Way], voice: Voice) -> tuple[Way, ...]:
    """The same path where the side that all of it is on is said with the first place only."""
    targets = [target for way in ways for target in way.targets]
    sides = {target.side for target in targets if target.paired}
    if len(sides) != 1 or not sides <= set(_SIDES):
        return tuple(ways)
    side = sides.pop()
    made, said = [], False
    for way in ways:
        made.append(evolve(way, targets=tuple(_sideless(target) for target in way.targets)) if said else way)
        said = said or side in path([way], voice).split()
    return tuple(made)


def _sideless(target: Target) -> Target:
    outer = target.within
    if target.region is not None and target.region.id.startswith("side"):
        return target  # the side of the neck is nothing without its own side
    return evolve(target, side="", within=evolve(outer, side="") if outer is not None else None)


def travelled(ways: Sequence[Way], voice: Voice, key: str, **slots: str) -> tuple[str, str]:
    """What a whole action travels along as a sentence of its own, and one before it where it grows too long."""
    for told in tellings(ways, voice, tools=False):
        words = voice.say("manner_forms", key, **{**slots, "path": path(told.ways, voice, onward=True)})
        if length(words) <= voice.most_words and not told.onward:
            return words, told.ahead
    return voice.say("manner_forms", key, **{**slots, "path": path(ways, voice, onward=True)}), ""
