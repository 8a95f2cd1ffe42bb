"""`both sides` into the plan: as written, then mirrored (R3)."""

from __future__ import annotations

from attrs import evolve

from massagelang.plan.making import mistakes
from massagelang.plan.making.hands import turned_memory
from massagelang.plan.making.repeats import anything_sided
from massagelang.plan.making.rows import only_new
from massagelang.plan.making.scene import Findings, Made, Planner, Scene
from massagelang.plan.model import Hands, Sides
from massagelang.plan.timing.time import in_a_row
from massagelang.source import Span
from massagelang.syntax import ast


def first_side(tree: object) -> str:
    """The side that `both sides` begins with: the first that is written, else right.

    The side on which the receiver lies does not count.
    """
    lying = [act for act in ast.walk(tree, ast.PersonAct) if act.person == "receiver"]
    not_counted = {id(place) for place in ast.walk(tuple(lying), ast.Place)}
    for place in ast.walk(tree, ast.Place):
        if place.side and place.side.text in ("left", "right") and id(place) not in not_counted:
            return place.side.text
    return "right"


def sides_of(body: Planner, side: str, hands: Hands, scene: Scene, span: Span, *, same_hands: bool, id_: str) -> Made:
    """The body as written, then mirrored (R3). Errors: a finding when it stands in another `both sides`."""
    findings = Findings(scene.line)
    if scene.in_sides:
        findings.add(mistakes.SIDES_IN_SIDES, span)
        made = body(hands, scene)
        return evolve(made, findings=(*findings.done(), *made.findings))
    inside = evolve(scene, side=side, in_sides=True)
    first = body(hands, inside)
    kind = "other_side" if same_hands else "mirrored"
    turned = evolve(inside.turned(kind), again=True)
    second = body(turned_memory(first.hands, swapped=not same_hands), turned)
    if not anything_sided(first.part, kind):
        findings.add(mistakes.NOTHING_SIDED, span)
    part = Sides(
        first.part,
        second.part,
        same_hands,
        inside.place_side(side),
        turned.place_side(side),
        id=f"{id_}~sides",
        spot=scene.spot(span),
        time=in_a_row([first.part.time, second.part.time]),
        before=hands,
        after=scene.left_with(second.hands, hands),
    )
    return Made(part, part.after, (*first.findings, *only_new(second.findings, first.findings), *findings.done()))
