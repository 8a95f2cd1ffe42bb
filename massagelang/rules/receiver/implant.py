"""ML439: tui na or forced movement at an artificial joint."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target, Told
from massagelang.rules.receiver.conditions import told_of
from massagelang.rules.receiver.force import is_forced
from massagelang.rules.receiver.local import finding_without_place, findings_at
from massagelang.rules.receiver.work import works
from massagelang.rules.rule import rule

_JOINTS = ("hip", "knee", "shoulder")


@rule(
    code="ML439",
    severity=Severity.WARNING,
    message="{act} {meets} the place of {told}; education sources keep tui na and forced movement off such a joint.",
    hint="Keep it soft there and move the joint no further than it goes by itself, or write `except {place}`.",
    sources=("S43",),
    confidence="M",
    bad="""
        receiver: supine, artificial_joint left knee
        an thumbs «on left knee»
        """,
    good="""
        receiver: supine, artificial_joint left knee
        stroke both over left knee, light
        """,
)
def implant(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Tui na and forced movement are kept off the place of an artificial joint or another implant.

    `hip_replacement` and `knee_replacement` name their joint themselves, with a side where one is told.
    """
    for told in told_of(plan, ("artificial_joint",)):
        placed = _with_its_joint(told, plan)
        acts = [act for act in works(plan) if _is_tui_na(act) or is_forced(act, plan)]
        yield from findings_at(plan, kind, placed, acts)
        if acts:
            yield from finding_without_place(placed, kind, "left knee")


def _with_its_joint(told: Told, plan: Plan) -> Told:
    words = told.words.lower()
    joint = next((plan.vocabulary.region(joint) for joint in _JOINTS if joint in words), None)
    return evolve(told, places=(Target(joint, told.side),)) if joint and not told.places else told


def _is_tui_na(act: Act) -> bool:
    return act.technique is not None and act.technique.school == "tui_na"
