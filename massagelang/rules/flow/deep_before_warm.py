"""ML503: deep work, kneading or friction where nothing has warmed the place."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.body.aim import DEEP, is_deep
from massagelang.rules.course import course_of
from massagelang.rules.force import firmest
from massagelang.rules.rule import rule
from massagelang.rules.saying import region_words, verb_of
from massagelang.rules.setting import setting_of
from massagelang.rules.where import around, is_at_points, places_of
from massagelang.source import Spot
from massagelang.vocabulary import Vocabulary

_LIGHT, _FIRM = 1.5, 3.5
_NOT_WARMING = frozenset({"holding", "moving", "stretching"})
_WHOLES = frozenset({"head", "neck", "back", "pelvis", "chest", "abdomen", "arm", "leg"})
"""A place counts as warm when another in the same of these was stroked, on the same side."""

_SMALL = frozenset({"hand", "foot", "head", "face", "ear"})
"""Places that are small enough to be warmed as they are worked."""


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
    points, hands, feet and head, and the rolling of tui na need no warming. Shiatsu and Thai massage warm by squeezing.
    """
    setting = setting_of(plan)
    if not course_of(plan).is_whole or setting.is_infant or setting.is_any("tui_na", "reflexology"):
        return
    is_dry = setting.is_any("thai", "shiatsu")
    warm: set[tuple[str, str]] = set()
    known: dict[tuple[str, str], list[tuple[str, str]]] = {}
    said: set[Spot] = set()
    for done in course_of(plan).every:
        act = done.act
        if not (done.is_work or act.kind == "thing"):
            continue
        cold = _cold(act, warm, plan.vocabulary) if done.is_work and _needs_warmth(act) else None
        if cold is not None and act.spot not in said and not (is_dry and _is_light(act)):
            said.add(act.spot)
            yield _finding(kind, act, cold)
        if _warms(act):
            warm.update(_keys_of(act, known, plan.vocabulary))


def _warms(act: Act) -> bool:
    """Whether an act leaves the place warmer than it was: any work but holding and moving, and things that are hot."""
    if act.technique is not None:
        return act.technique.family not in _NOT_WARMING
    return act.thing is not None and act.thing.id in ("hot_stone", "hot_pack", "hot_towel", "herbal_ball")


def _finding(kind: Kind, act: Act, cold: Target) -> Finding:
    region = cold.region.id if cold.region else "back"
    arguments = (("verb", verb_of(act)), ("place", region_words(cold)), ("region", region))
    return Finding(kind, act.spot, arguments, severity=Severity.INFO if _is_light(act) else kind.severity)


def _is_light(act: Act) -> bool:
    """Whether it is kneading of no more than medium pressure."""
    kneads = act.technique is not None and act.technique.family == "kneading"
    return kneads and firmest(act) < _FIRM and not is_deep(act)


def _needs_warmth(act: Act) -> bool:
    technique = act.technique
    if technique is None or act.moved is not None or is_at_points(act):
        return False
    force = firmest(act)
    if technique.family == "kneading":
        return force > _LIGHT and not technique.warm_up and technique.school != "tui_na"
    if technique.family == "friction":
        return force > _LIGHT and not technique.warm_up and technique.school != "tui_na"
    return technique.family in ("stroking", "pressing") and (force >= DEEP or is_deep(act))


def _cold(act: Act, warm: set[tuple[str, str]], vocabulary: Vocabulary) -> Target | None:
    """The first place of an act of which neither it nor what lies around or near it has been worked."""
    for target in places_of(act):
        if target.region is None or not _SMALL.isdisjoint(around(target.region, vocabulary)):
            continue
        near = (vocabulary.regions.get(id_) for id_ in target.region.near)
        besides = [evolve(target, region=region) for region in near if region is not None]
        if not any(key in warm for one in (target, *besides) for key in _keys(one, vocabulary)):
            return target
    return None


def _keys_of(
    act: Act, known: dict[tuple[str, str], list[tuple[str, str]]], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    """The keys of all places of an act; `known` keeps those of places that have come before."""
    for target in places_of(act):
        if target.region is not None:
            place = target.region.id, target.true_side
            if place not in known:
                known[place] = _keys(target, vocabulary)
            yield from known[place]


def _keys(target: Target, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The larger places that a place belongs to, each with its side; all of them for the whole body."""
    if target.region is None:
        return []
    ids = _WHOLES if target.region.id == "body" else around(target.region, vocabulary) & _WHOLES
    sides = ("left", "right") if target.true_side not in ("left", "right") else (target.true_side,)
    return [(id_, side) for id_ in ids or {target.region.id} for side in sides]
