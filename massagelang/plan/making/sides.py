"""`both sides` into the plan: as written, then mirrored (R3)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.plan.making import mistakes
from massagelang.plan.making.hands import opposite, turned_memory
from massagelang.plan.making.repeats import anything_sided
from massagelang.plan.making.rows import only_new
from massagelang.plan.making.scene import Findings, Made, Planner, Scene
from massagelang.plan.model import Hands, Sides
from massagelang.plan.timing.time import in_a_row
from massagelang.source import Span
from massagelang.syntax import ast


def first_side(tree: object) -> str:
    """The side that `both sides` begins with: the first left or right that is written, else near or far, else right.

    The side on which the receiver lies, or to which the giver goes, does not count.
    """
    people = tuple(ast.walk(tree, ast.PersonAct))
    lying = tuple(act for act in people if act.person == "receiver")
    written = [side for side in _sides_written(tree, lying) if side in ("left", "right")]
    seen = [side for side in _sides_written(tree, people) if side in ("near", "far")]
    return (written or seen or ["right"])[0]


def _sides_written(tree: object, but: tuple[ast.PersonAct, ...]) -> Iterator[str]:
    not_counted = {id(place) for place in ast.walk(but, ast.Place)}
    for place in ast.walk(tree, ast.Place):
        if place.side and id(place) not in not_counted:
            yield place.side.text


def _seen_from(hands: Hands, side: str) -> str:
    """The left or right that near or far is for a giver whose place is known (R11), else right."""
    if side not in ("near", "far"):
        return side
    seen = hands.stand.side if side == "near" else opposite(hands.stand.side)
    return seen or "right"


def sides_of(body: Planner, side: str, hands: Hands, scene: Scene, span: Span, *, same_hands: bool, id_: str) -> Made:
    """The body as written, then mirrored (R3). Errors: a finding when it stands in another `both sides`."""
    findings = Findings(scene.line)
    if scene.in_sides:
        findings.add(mistakes.SIDES_IN_SIDES, span)
        made = body(hands, scene)
        return evolve(made, findings=(*findings.done(), *made.findings))
    inside = evolve(scene, side=_seen_from(hands, side), in_sides=True)
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
