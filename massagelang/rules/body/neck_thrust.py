"""ML423: a thrust or a quick pull of the neck."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.body.aim import stands_on
from massagelang.rules.body.sites import work
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of

_JERKS = frozenset({
    "pull", "push", "twist", "turn", "rotate", "tilt", "bend", "stretch", "traction", "ba_shen", "yao", "mobilise",
    "arch", "drop", "tug", "move",
})  # fmt: skip
_OF_THE_HEAD = frozenset({"head", "chin", "occiput", "jawline", "side_of_head", "forehead", "crown", "base_of_skull"})


@rule(
    code="ML423",
    severity=Severity.ERROR,
    message="`{verb}` moves the neck {how}; that is a manipulation, which lies outside massage.",
    hint="Move the head slowly and only as far as it goes by itself, with both hands.",
    confidence="E",
    bad="""
        «turn their head with both hands, quick»
        """,
    good="""
        turn their head with both hands, slow
        """,
)
def neck_thrust(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Thrusts of the neck are for those who may manipulate joints; so are quick pulls and turns of the head.

    That this holds for every receiver is our own judgement; sources speak of support for each joint.
    """
    for act, strength in work(plan):
        thrust = act.technique is not None and act.technique.id == "ban"
        jerk = strength.fast and act.technique is not None and act.technique.id in _JERKS
        if (thrust or jerk) and _is_of_the_neck(act, plan):
            yield Finding(kind, act.spot, (("verb", verb_of(act)), ("how", "with a thrust" if thrust else "quickly")))


def _is_of_the_neck(act: Act, plan: Plan) -> bool:
    return any(_is_head_or_neck(target, plan) for target in _moved(act))


def _moved(act: Act) -> Iterator[Target]:
    if act.moved is not None:
        yield act.moved
        return
    named = [target for way in act.ways if way.word in ("", "on", "over", "at", "along") for target in way.targets]
    yield from named or stands_on(act)


def _is_head_or_neck(target: Target, plan: Plan) -> bool:
    region = target.region
    if region is None or target.own:
        return False
    return region.id in _OF_THE_HEAD or any(outer.id == "neck" for outer in plan.vocabulary.around(region))
