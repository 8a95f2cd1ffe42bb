"""ML428: a limb stroked with pressure away from the heart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target, Way
from massagelang.rules.body.aim import AIMED, manner_of, stands_on
from massagelang.rules.body.limbs import HAND_OR_FOOT, SHOULDER, TRUNK, WRIST_OR_ANKLE, station_of
from massagelang.rules.body.schools import follows_lines
from massagelang.rules.body.sites import words_at, work
from massagelang.rules.body.strength import Strength
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of
from massagelang.source import Spot

_FIRM, _FIRM_BY_NATURE = 3.0, 3.5
_PUSHES = frozenset({"push", "myofascial_release", "lengthen"})
_ANY_WAY = frozenset({"return", "rake", "tui", "fen_tui"})


@rule(
    code="ML428",
    severity=Severity.WARNING,
    message="`{verb}` goes `{words}` with pressure, away from the heart; education sources advise against that.",
    hint="Stroke the other way with pressure (`up left_leg, firm`), or come back lightly (`firm up, light down`).",
    sources=("S18", "S22", "S28"),
    confidence="H",
    bad="""
        stroke both «down left leg», firm
        """,
    good="""
        stroke both up left leg, firm; return
        stroke both down left leg, light
        """,
)
def away_from_heart(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Strokes with pressure go toward the heart on arms and legs, with the valves of the veins; the way back is light.

    It speaks of a pressure of 3 or more. Feathering and light strokes go any way, and so do strokes within a hand or a
    foot, those for babies and animals, the lines of tui na, shiatsu and Thai massage, and every `return`.
    """
    exempt: frozenset[str] | None = None
    for act, strength in work(plan):
        if not _is_stroke(act) or not _is_firm(strength):
            continue
        for spot in islice(_led_away(act, strength, plan), 1):
            exempt = follows_lines(plan) if exempt is None else exempt
            if act.id not in exempt:
                yield Finding(kind, spot, (("verb", verb_of(act)), ("words", words_at(plan, spot))))


def _is_stroke(act: Act) -> bool:
    technique = act.technique
    if technique is None or technique.id in _ANY_WAY or act.moved is not None:
        return False
    return technique.family == "stroking" or technique.id in _PUSHES


def _is_firm(strength: Strength) -> bool:
    least = _FIRM if strength.written else _FIRM_BY_NATURE
    return strength.level >= least or any(level >= least for _, level in strength.going)


def _led_away(act: Act, strength: Strength, plan: Plan) -> Iterator[Spot]:
    """The legs of the path that lead away from the heart with pressure."""
    words = {word.manner.id for word in act.how.words}
    before = next((target for target in stands_on(act)), None)
    for way in (*act.ways, *act.how.travel):
        place = way.targets[-1] if way.targets and way.targets[-1].region else None
        spot = way.spot or act.spot
        outward = before and place and strength.toward("down") >= _FIRM and _leads_outward(way, before, place, plan)
        worked = before if way.word == "away_from" else place or before
        if outward or (_is_said_to(way, words, strength) and _on_a_limb(worked, plan)):
            yield spot
        before = place or before


def _is_said_to(way: Way, words: set[str], strength: Strength) -> bool:
    """Whether the words of a leg say that it goes down, or away from the heart, with pressure."""
    if way.word == "away_from":
        return any(target.region and target.region.id == "heart" for target in way.targets)
    if "away_from_heart" in words:
        return True
    along = not way.targets or manner_of(way) == AIMED
    return along and "down" in way.directions and strength.toward("down") >= _FIRM


def _leads_outward(way: Way, before: Target, place: Target, plan: Plan) -> bool:
    return _is_led(way) and _is_farther(before, place, plan)


def _is_led(way: Way) -> bool:
    return not way.directions and way.word in ("to", "toward", "past", "into", "off", "onto")


def _on_a_limb(target: Target | None, plan: Plan) -> bool:
    if target is None:
        return False
    station = station_of(target, plan.vocabulary)
    return bool(station.limb) and TRUNK < station.far < HAND_OR_FOOT


def _is_farther(before: Target, place: Target, plan: Plan) -> bool:
    """Whether the second place is farther out on the same limb; within a hand or a foot that does not count."""
    here, there = station_of(before, plan.vocabulary), station_of(place, plan.vocabulary)
    if not there.limb or (here.limb and here.limb != there.limb) or here.whole or there.whole:
        return False
    return max(here.far, SHOULDER) < there.far and here.far < WRIST_OR_ANKLE
