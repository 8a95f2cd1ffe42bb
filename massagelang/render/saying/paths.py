"""Paths in words: leg after leg, `up the right side of the back and around the right shoulder`."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from massagelang.plan.model import Target, Way
from massagelang.render.saying import numbers
from massagelang.render.saying.lengths import distance
from massagelang.render.saying.places import place, places
from massagelang.render.saying.voice import Voice, listed, plain

_TRAVELLING = ("from", "to", "along", "through", "around", "past")
TURNING = ("clockwise", "counterclockwise")
"""Directions that go round."""

_OPPOSED = ({"up", "down"}, {"inward", "outward"}, {"forward", "backward"}, {"clockwise", "counterclockwise"})


def path(ways: Sequence[Way], voice: Voice, *, onward: bool = False, still: bool = False) -> str:
    """The legs of a path: `up the right side of the back and around the right shoulder`."""
    ways = as_diagonals(ways)
    return _joined_legs(legs(ways, voice, onward=onward, still=still), ways)


def legs(ways: Sequence[Way], voice: Voice, *, onward: bool = False, still: bool = False) -> list[str]:
    """Each leg of a path in words; `onward` where the whole action travels, so that `over` covers; never if `still`."""
    travels = not onward and any(way.word in _TRAVELLING or _goes(way) for way in ways)
    covers = not travels and not still
    ways = _hours_once(ways)
    before = (None, *ways)
    return [leg(*_again(way, last, voice), covers=covers) for way, last in zip(ways, before, strict=False)]


def _hours_once(ways: Sequence[Way]) -> list[Way]:
    """The same legs; the clock's place is named with the last of its hours: `from 9 o'clock to 3 o'clock on …`."""
    made: list[Way] = []
    later: Target | None = None
    for way in reversed(ways):
        hour = way.targets[0] if len(way.targets) == 1 and way.targets[0].clock else None
        same = hour is not None and later is not None and hour.region == later.region
        made.append(evolve(way, targets=(evolve(hour, region=None),)) if same and hour is not None else way)
        later = hour or later
    return made[::-1]


def _again(way: Way, before: Way | None, voice: Voice) -> tuple[Way, Voice]:
    """A leg at the place that the leg before has named, which is then `it`, and its parts `its tip`."""
    target, named = _only(way), _only(before)
    if target is None or named is None or target.region is None or voice.it is not None:
        return way, voice
    if (target.region, target.side) != (named.region, named.side) or (not target.part and named.part):
        return way, voice
    of = evolve(named, part=None)
    return evolve(way, targets=(evolve(target, from_it=True),)), voice.about(of)


def _only(way: Way | None) -> Target | None:
    """The one place of a leg, if it is a single thing of which `it` can be said."""
    target = way.targets[0] if way is not None and len(way.targets) == 1 else None
    if way is None or target is None or target.region is None or way.offset or target.within or target.clock:
        return None
    several = target.side == "both" or target.plural or target.region.members or target.region.id.endswith("s")
    return None if several or target.own or target.every else target


def as_diagonals(ways: Sequence[Way]) -> tuple[Way, ...]:
    """The same legs, two directions in a row as one: `up outward` is a diagonal."""
    made: list[Way] = []
    for way in ways:
        before = made[-1] if made else None
        if before is not None and _is_bare(before) and _are_diagonal((*before.directions, *way.directions)):
            made[-1] = evolve(way, directions=(*before.directions, *way.directions))
        else:
            made.append(way)
    return tuple(made)


def _is_bare(way: Way) -> bool:
    """Whether a leg is one direction and nothing else."""
    return len(way.directions) == 1 and not way.targets and not way.offset and _goes(way)


def _are_diagonal(directions: tuple[str, ...]) -> bool:
    return len(directions) == 2 and not set(directions) & set(TURNING) and not _to_and_fro(directions)


def _to_and_fro(directions: tuple[str, ...]) -> bool:
    return len(directions) < 2 or any(set(directions) <= pair for pair in _OPPOSED)


def _goes(way: Way) -> bool:
    return any(word not in TURNING for word in way.directions)


def _joined_legs(words: Sequence[str], ways: Sequence[Way]) -> str:
    """Legs in a row; `and` before `around` and `over` that follow a way along a place."""
    said = ""
    for index, leg_words in enumerate(words):
        link = " and " if index and ways[index].word in ("around", "over") and ways[index - 1].targets else " "
        if not _goes(ways[index - 1]) and link == " and ":
            link = " "
        said = f"{said}{link}{leg_words}" if said else leg_words
    return said


def leg(way: Way, voice: Voice, *, covers: bool) -> str:
    """One leg: `from the sacrum`, `all over the back`, `in circles`, `two fingers' breadth beside the spine`."""
    if way.shape is not None:
        return voice.say("ways", "shape", shape=voice.own("shapes", way.shape) or plain(way.shape.id))
    if way.steps is not None:
        return voice.say("ways", "steps", number=numbers.amount(way.steps, voice))
    if way.degrees is not None:
        return voice.say("ways", "degrees", word=way.word, degrees=f"{way.degrees:.10g}")
    if way.relation and way.offset is not None:
        relation = f"{distance(way.offset, voice)} {plain(way.relation)}"
        return voice.say("ways", f"{way.word}_relation", relation=relation, place=places(way.targets, voice))
    words = _directed(way, voice) if way.directions else _led(way, voice, covers=covers)
    if way.offset is not None:
        return voice.say("ways", "offset", distance=distance(way.offset, voice), way=words)
    return words


def _directed(way: Way, voice: Voice) -> str:
    ways = [voice.find("directions", word) or word for word in way.directions]
    if way.degree:
        ways[0] = f"{plain(way.degree)} {ways[0]}"
    to_and_fro = _to_and_fro(way.directions)
    if not to_and_fro:
        ways = [voice.say("ways", "diagonal", directions=listed(ways))]
    if not way.targets:
        return listed(ways)
    last = way.directions[-1]
    here = places(way.targets, voice)
    along_it = here == voice.say("sides", "it") and voice.find("directions_at_it", last)
    if not to_and_fro:
        return f"{ways[0]} {voice.say('ways', 'plain', word='over', place=here)}"
    there = along_it or voice.say("directions_at", last, place=here)
    return listed([*ways[:-1], there])


def _led(way: Way, voice: Voice, *, covers: bool) -> str:
    if way.degree and not way.targets:
        return plain(way.degree)
    here = places(way.targets, voice)
    word = plain(way.word)
    if not way.word:
        return voice.say("ways", "bare", place=here)
    if way.relation:
        return voice.say("ways", f"{way.word}_relation", relation=plain(way.relation), place=here)
    if way.word == "over" and covers and not all(target.thing for target in way.targets):
        return voice.say("ways", "over_all", place=here)
    if way.word == "on" and all(target.clock for target in way.targets):
        return voice.say("ways", "plain", word="at", place=here)
    if way.word == "on" and any(target.special == "each_other" for target in way.targets):
        return voice.say("ways", "plain", word="against", place=here)
    if way.word == "beside" and _is_beside_side(way):
        return _beside_side(way.targets[0], "beside_side" if way.offset else "just_beside_side", voice)
    own = voice.find("ways", way.word)
    return voice.say("ways", way.word, place=here) if own else voice.say("ways", "plain", word=word, place=here)


def _is_beside_side(way: Way) -> bool:
    """`beside near side of spine`: beside the spine, on that side."""
    target = way.targets[0] if len(way.targets) == 1 else None
    if target is None or target.part is None or target.region is None:
        return False
    return bool(target.part.paired and target.side) and not target.region.paired


def _beside_side(target: Target, key: str, voice: Voice) -> str:
    whole = place(evolve(target, part=None, side=""), voice)
    return voice.say("ways", key, place=whole, side=voice.say("at_side", target.side))
