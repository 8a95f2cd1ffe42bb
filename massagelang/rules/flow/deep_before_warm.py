"""ML503: deep work, kneading or friction where nothing has warmed the place."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.body.aim import DEEP, is_deep
from massagelang.rules.course import course_of
from massagelang.rules.force import firmest
from massagelang.rules.rule import rule
from massagelang.rules.saying import region_words, verb_of
from massagelang.rules.setting import setting_of
from massagelang.rules.where import around, is_at_points, places_of, wide_place
from massagelang.source import Spot
from massagelang.values import Record
from massagelang.vocabulary import Region, Vocabulary

_LIGHT, _FIRM = 1.5, 3.5
_NOT_WARMING = frozenset({"holding", "moving", "stretching"})
_WHOLES = frozenset({"head", "neck", "back", "pelvis", "chest", "abdomen", "arm", "leg"})
"""A stroke that leads from one place to another warms the whole of these in which they lie."""

_HOT = frozenset({
    "hot_stone", "warm_stone", "hot_pack", "warm_pack", "heating_pad", "hot_water_bottle", "wheat_bag", "rice_bag",
    "hot_towel", "warm_towel", "herbal_ball",
})  # fmt: skip
_HEAD = frozenset({"head"})
"""Where there is little muscle under the skin."""


@rule(
    code="ML503",
    severity=Severity.WARNING,
    message="`{verb}` comes to the {place} before anything has warmed it.",
    hint="Stroke there first: `stroke both over {region}, slow`.",
    sources=("S17", "S99", "S18", "S66b"),
    confidence="H",
    bad="""
        routine "Calves"
        lubricant: oil
        hold both on calves for 3 breaths
        «knead both over calves, firm, for 1min»
        stroke both up legs, light; repeat 3
        """,
    good="""
        routine "Calves"
        lubricant: oil
        hold both on calves for 3 breaths
        stroke both up legs, light; repeat 3
        knead both over calves, firm, for 1min
        stroke both up legs, light; repeat 3
        """,
)
def deep_before_warm(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Muscles are stroked, rocked or leaned on before they are kneaded, rubbed deeply or pressed hard.

    A remark only where the kneading is of medium pressure at most. Speaks of whole routines; light work, work on
    points and on the head, and the rolling of tui na need no warming. Shiatsu and Thai massage warm by squeezing.
    """
    setting = setting_of(plan)
    if not course_of(plan).is_titled or setting.is_infant or setting.is_any("tui_na", "reflexology"):
        return
    is_dry = setting.is_any("thai", "shiatsu")
    warm, said = _Warm(plan.vocabulary), set[Spot]()
    for done in course_of(plan).every:
        act = done.act
        if not (done.is_work or act.kind == "thing"):
            continue
        cold = warm.coldest(act) if done.is_work and _needs_warmth(act) else None
        if cold is not None and act.spot not in said and not (is_dry and _is_light(act)):
            said.add(act.spot)
            yield _finding(kind, plan, act, cold)
        if _warms(act):
            warm.take(act)


def _warms(act: Act) -> bool:
    """Whether an act leaves the place warmer than it was: any work but holding and moving, and things that are hot."""
    if act.technique is not None:
        return act.technique.family not in _NOT_WARMING
    return act.thing is not None and act.thing.id in _HOT


def _finding(kind: Kind, plan: Plan, act: Act, cold: Target) -> Finding:
    cold = _to_name(plan, act) or cold
    alone = cold.region is None or cold.region.caution or cold.region.id in _avoided(plan)
    region = wide_place(act, plan.vocabulary) if alone or cold.region is None else cold.region.id
    arguments = (("verb", verb_of(act)), ("place", region_words(cold)), ("region", region))
    return Finding(kind, act.spot, arguments, severity=Severity.INFO if _is_light(act) else kind.severity)


def _avoided(plan: Plan) -> frozenset[str]:
    places = (one.place for one in plan.avoided)
    return frozenset(place.region.id for place in places if place is not None and place.region is not None)


def _to_name(plan: Plan, act: Act) -> Target | None:
    """The muscle that an act works on: a place it names, or else one between its ends; not what it keeps off.

    `from above back_of_knee` keeps off that place, and what is to be avoided is not what should be warmed.
    """
    ways = (*act.ways, *act.how.travel)
    off = _avoided(plan) | {t.region.id for way in ways if way.relation or way.offset for t in way.targets if t.region}
    places = [target for target in places_of(act) if target.region and target.region.id not in off]
    muscles = [target for target in places if target.region and not target.region.caution]
    return next(iter((*muscles, *_between(places_of(act), off, plan.vocabulary), *places)), None)


def _between(places: list[Target], off: frozenset[str], words: Vocabulary) -> Iterator[Target]:
    """What lies next to both ends of a path."""
    if len(places) > 1 and places[0].region is not None and places[-1].region is not None:
        for id_ in places[0].region.near:
            region = words.regions.get(id_)
            if region is not None and id_ in places[-1].region.near and id_ not in off and not region.caution:
                yield evolve(places[-1], region=region, part=None, within=None)


def _is_light(act: Act) -> bool:
    """Whether it is kneading of no more than medium pressure."""
    kneads = act.technique is not None and act.technique.family == "kneading"
    return kneads and firmest(act) < _FIRM and not is_deep(act)


def _needs_warmth(act: Act) -> bool:
    technique = act.technique
    if technique is None or act.moved is not None or is_at_points(act) or any(tool.implement for tool in act.tools):
        return False
    force = firmest(act)
    if technique.family in ("kneading", "friction"):
        needs = force >= _FIRM if technique.warm_up else force > _LIGHT
        return needs and technique.school != "tui_na"
    return technique.family in ("stroking", "pressing") and (force >= DEEP or is_deep(act))


@frozen(slots=False, repr=False, eq=False)
class _Warm(Record):
    """The places that have been worked so far: `inside` them all is warm, and `around` them a part is. By side."""

    vocabulary: Vocabulary
    inside: set[tuple[str, str]] = field(factory=set)
    around: set[tuple[str, str]] = field(factory=set)

    def take(self, act: Act) -> None:
        """Note the places of an act as warm."""
        places = places_of(act)
        leads_on = len({target.region.id for target in places if target.region}) > 1
        for target in places:
            if target.region is not None:
                outer = around(target.region, self.vocabulary)
                inside = {target.region.id} | (outer & _WHOLES if leads_on else set())
                sides = _sides(target)
                self.inside.update((id_, side) for id_ in inside for side in sides)
                self.around.update((id_, side) for id_ in outer if id_ != "body" for side in sides)

    def coldest(self, act: Act) -> Target | None:
        """The first place of an act, if neither its places nor what lies in them or next to them have been worked."""
        places = places_of(act)
        return None if any(map(self._is_warm, places)) else next(iter(places), None)

    def _is_warm(self, target: Target) -> bool:
        region = target.region
        if region is None or not _HEAD.isdisjoint(around(region, self.vocabulary)):
            return True
        near = [other for id_ in region.near if (other := self.vocabulary.regions.get(id_))]
        return any(self._holds(one, side) for one in (region, *near) for side in _sides(target))

    def _holds(self, region: Region, side: str) -> bool:
        outer = around(region, self.vocabulary)
        return (region.id, side) in self.around or any((id_, side) in self.inside for id_ in outer)


def _sides(target: Target) -> tuple[str, ...]:
    return (target.true_side,) if target.true_side in ("left", "right") else ("left", "right")
