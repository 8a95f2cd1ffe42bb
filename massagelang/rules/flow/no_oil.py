"""ML510: long strokes or rubbing on bare skin with nothing that lets the hands glide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Section
from massagelang.plan.timing.time import centimetres
from massagelang.rules.course import Done, course_of
from massagelang.rules.force import firmest
from massagelang.rules.rule import Limits, rule
from massagelang.rules.saying import verb_of
from massagelang.rules.setting import setting_of
from massagelang.rules.where import around, places_of
from massagelang.vocabulary import Vocabulary

_SKIN_FRICTION = frozenset({"rub", "chafe", "saw", "ca"})
_BRUSHING = 0.5
"""Up to this pressure strokes only brush the skin, as feathers would."""

_HAIRY = frozenset({"scalp", "hair"})
_DRY_SCHOOLS = ("thai", "shiatsu", "chair_massage", "tui_na", "acupressure_style", "indian_head")
_CLOTHS = frozenset({"cloth", "mitt", "silk", "tissue", "brush", "feather"})
_TEXTS = ("needs", "prepare", "lubricant", "room", "contraindications")


@rule(
    code="ML510",
    severity=Severity.INFO,
    message="`{verb}` glides on bare skin, and no oil, cream or powder is named anywhere.",
    hint="Name it: `lubricant: oil`, or `apply oil over {place}`; or say `skin: clothed`.",
    sources=("S39", "S126"),
    confidence="M",
    limits={"shortest_cm": 25},
    bad="""
        routine "Back"
        hold both on back for 3 breaths
        «stroke both from sacrum up back to c7, slow»
        stroke both down back, feather
        """,
    good="""
        routine "Back"
        lubricant: oil
        hold both on back for 3 breaths
        stroke both from sacrum up back to c7, slow
        stroke both down back, feather
        """,
)
def no_oil(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """Long strokes and brisk rubbing drag the skin unless something lets the hands glide.

    Nothing is missing through clothes, a towel or a cover, in schools that work dry, on hair, for strokes that only
    brush, and for animals.
    """
    setting = setting_of(plan)
    if not course_of(plan).is_whole or setting.is_animal or setting.is_any(*_DRY_SCHOOLS):
        return
    if plan.property("lubricant") or _is_dressed(plan.property("skin")) or _is_named(plan):
        return
    covered: set[str] = set()
    for done in course_of(plan).every:
        _note_cover(done.act, covered)
        if _glides(done, limits["shortest_cm"]) and not _is_over_something(done, covered, plan.vocabulary):
            place = next((target.region.id for target in places_of(done.act) if target.region), "back")
            yield Finding(kind, done.act.spot, (("verb", verb_of(done.act)), ("place", place)))
            return


def _is_dressed(skin: tuple[str, ...]) -> bool:
    return bool(skin) and "bare" not in skin


def _is_named(plan: Plan) -> bool:
    """Whether a medium is named: put on, used with a stroke, or told in the properties or in words along the way."""
    for act in plan.acts():
        if act.thing is not None and act.thing.kind == "medium":
            return True
        if any(tool.implement and tool.implement.kind == "medium" for tool in (*act.how.with_tools, *act.tools)):
            return True
    texts = [value for key in _TEXTS for value in plan.property(key)]
    texts += [text for part in plan.parts() for _, text in part.tails]
    texts += [act.text for act in plan.acts() if act.kind == "words"]
    words = {word for text in texts for word in re.findall(r"\w+", text.lower())}
    return any(_is_medium(word, plan.vocabulary) for word in words)


def _is_medium(word: str, vocabulary: Vocabulary) -> bool:
    thing = vocabulary.implement(word)
    return thing is not None and thing.kind == "medium"


def _note_cover(act: Act, covered: set[str]) -> None:
    """What lies under a drape or a cloth from here on, and what does no longer."""
    regions = {target.region.id for way in act.ways for target in way.targets if target.region and not target.own}
    is_cloth = act.thing is not None and (act.thing.kind == "drape" or act.thing.id in _CLOTHS)
    if (act.kind == "drape" and act.verb == "cover") or (act.kind == "thing" and act.verb == "place" and is_cloth):
        covered |= regions
    elif act.kind == "drape" or (act.kind == "thing" and act.verb == "remove" and is_cloth):
        covered -= regions
        if not regions:
            covered.clear()


def _glides(done: Done, shortest: float) -> bool:
    """Whether work moves over the skin with some pressure, far or briskly."""
    act = done.act
    if not done.is_work or act.technique is None or any(tool.implement for tool in (*act.tools, *act.how.with_tools)):
        return False
    if act.technique.id in _SKIN_FRICTION:
        return True
    far = centimetres((*act.ways, *act.how.travel)) >= shortest
    return act.technique.family == "stroking" and act.technique.travels and far and firmest(act) > _BRUSHING


def _is_over_something(done: Done, covered: set[str], vocabulary: Vocabulary) -> bool:
    """Whether cloth or hair lies between the hands and the skin."""
    if _is_dressed(_skin(done.step)):
        return True
    places = [around(target.region, vocabulary) for target in places_of(done.act) if target.region]
    is_covered = "body" in covered or any(not outer.isdisjoint(covered) for outer in places)
    return is_covered or (bool(places) and all(not outer.isdisjoint(_HAIRY) for outer in places))


def _skin(step: Section | None) -> tuple[str, ...]:
    return next((values for key, values in step.properties if key == "skin"), ()) if step else ()
