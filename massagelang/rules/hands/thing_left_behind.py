"""ML208: a thing that was laid on the receiver and is never taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.course import course_of
from massagelang.rules.rule import rule
from massagelang.rules.turning import is_turn
from massagelang.rules.where import around
from massagelang.source import Spot
from massagelang.vocabulary import Implement, Vocabulary

_LIES_ON = frozenset({"on", "over", "along", "across", "at", "around", "in", "into", "onto", "upon", "beside"})
_KINDS = {
    "stone": "stone", "hot_stone": "stone", "warm_stone": "stone", "cold_stone": "stone", "marble_stone": "stone",
    "hot_pack": "pack", "warm_pack": "pack", "cold_pack": "pack",
}  # fmt: skip
"""Things of one kind: `remove stones` takes away the hot ones too."""

_LAID = frozenset(
    {*_KINDS, "cup", "silicone_cup", "face_cup", "herbal_ball", "crystal", "shell", "bamboo"}
) | frozenset({"hot_water_bottle", "heating_pad", "wheat_bag", "rice_bag", "ice"})
_LAID |= frozenset({"sandbag", "bolster", "round_pillow", "rolled_towel", "wedge"})
"""What weighs, warms, cools or draws where it lies; supports among them may stay where somebody lies on them."""


@rule(
    code="ML208",
    severity=Severity.WARNING,
    message="The {thing} that lies {where} is never taken away{when}.",
    hint="Add `remove {word}`{before}.",
    bad="""
        routine "Warm stones"
        hold both on back
        stroke both up back
        «place hot_stone on lower_back»
        apply oil over back
        stroke both down back, light
        """,
    good="""
        routine "Warm stones"
        hold both on back
        stroke both up back
        place hot_stone on lower_back
        apply oil over back
        remove hot_stone
        stroke both down back, light
        """,
)
def thing_left_behind(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A stone or a pack that was laid on the receiver is taken away before the end, and before the receiver turns.

    Pillows and bolsters that lie under somebody may stay, and so may towels and blankets.
    """
    acts = [act for act in plan.acts() if act.kind in ("thing", "person")]
    is_whole = course_of(plan).is_whole
    said: set[Spot] = set()
    for index, act in enumerate(acts):
        if act.spot in said or not _is_laid_on(act) or act.thing is None:
            continue
        turn = _turn_before_removal(act, acts[index + 1 :], plan.vocabulary)
        if turn is None and (not is_whole or any(_removes(act, other, plan.vocabulary) for other in acts)):
            continue
        said.add(act.spot)
        yield _finding(kind, act, act.thing, turn)


def _finding(kind: Kind, act: Act, thing: Implement, turn: Act | None) -> Finding:
    way = act.ways[0]
    region = next((target.region for target in way.targets if target.region), None)
    arguments = (
        ("thing", thing.id.replace("_", " ")),
        ("word", thing.id),
        ("where", f"{way.word} {region.id.replace('_', ' ')}" if region else "on the body"),
        ("when", " before the receiver turns" if turn else ""),
        ("before", " before that line" if turn else ""),
    )
    related = (Related(turn.spot, "here the receiver turns"),) if turn else ()
    return Finding(kind, act.spot, arguments, related=related)


def _is_laid_on(act: Act) -> bool:
    """Whether an act lays a thing on the receiver that should not stay there."""
    if act.kind != "thing" or act.verb != "place" or act.thing is None or not act.ways:
        return False
    way = act.ways[0]
    on_them = any(target.region and not target.own for target in way.targets)
    return on_them and way.word in _LIES_ON and act.thing.id in _LAID


def _turn_before_removal(laid: Act, following: Sequence[Act], vocabulary: Vocabulary) -> Act | None:
    for act in following:
        if _removes(laid, act, vocabulary):
            return None
        if is_turn(act):
            return act
    return None


def _removes(laid: Act, act: Act, vocabulary: Vocabulary) -> bool:
    """Whether an act takes away what another has laid: all of its kind, or those at that place."""
    if act.kind != "thing" or act.verb != "remove" or act.thing is None or laid.thing is None:
        return False
    if _kind_of(act.thing) != _kind_of(laid.thing):
        return False
    places = [target for way in laid.ways for target in way.targets]
    taken_from = [target for way in act.ways for target in way.targets]
    if _touch(places, act.how.besides, vocabulary):
        return False
    return not taken_from or _touch(places, taken_from, vocabulary)


def _kind_of(thing: Implement) -> str:
    return _KINDS.get(thing.id, thing.id)


def _touch(places: Sequence[Target], others: Sequence[Target], vocabulary: Vocabulary) -> bool:
    pairs = ((one.region, other.region) for one in places for other in others)
    return any(
        here is not None
        and there is not None
        and (here.id in around(there, vocabulary) or there.id in around(here, vocabulary))
        for here, there in pairs
    )
