"""Calls of definitions into the plan: `do long_strokes(left_leg)`."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Several

from attrs import evolve

from massagelang.plan.making import mistakes
from massagelang.plan.making.hands import turned_memory
from massagelang.plan.making.places import raw_targets
from massagelang.plan.making.repeats import anything_sided
from massagelang.plan.making.rows import gap_of
from massagelang.plan.making.scene import Desk, Findings, Made, Planner, Scene
from massagelang.plan.model import Call, Hands, Target
from massagelang.syntax import ast

DEEPEST_CALLS = 8
"""How many calls may stand in one another."""


def call_of(
    node: ast.Call, plan_block: Callable[[ast.Block, Desk], Planner], hands: Hands, scene: Scene, desk: Desk
) -> Made:
    """The plan of a call: the lines of its definition, planned where it stands with the places that it gives."""
    findings = Findings(scene.line)
    arguments = tuple(raw_targets(places, scene, desk, findings) for places in node.arguments)
    found = desk.definitions.get(node.name.text)
    if found is None or not _may_call(node, arguments, found[1], scene, findings):
        if found is None:
            _unknown_definition(node, desk, findings)
        gap = gap_of(node, hands, scene)
        return Made(gap, hands, findings.done())
    line, definition = found
    names = [parameter.text for parameter in definition.parameters]
    inside = evolve(
        scene.turned(node.transform.kind) if node.transform else scene,
        line=line,
        parameters=tuple(zip(names, arguments, strict=True)),
        calls=(*scene.calls, node.name.text),
        it=None,
    )
    kind = node.transform.kind if node.transform else ""
    begun = turned_memory(hands, swapped=kind in ("swapped", "mirrored"))
    made = plan_block(definition.block, desk)(begun, inside)
    on_a_side = hands.posture.startswith("side_lying")  # what is free to work on has changed with the side
    if node.transform and not on_a_side and not anything_sided(made.part, kind):
        findings.add(mistakes.NOTHING_SIDED, node.transform.span)
    part = Call(
        node.name.text,
        arguments,
        made.part,
        id=scene.id(node.span),
        spot=scene.spot(node.span),
        time=made.part.time,
        before=hands,
        after=scene.left_with(made.hands, hands),
    )
    return Made(part, part.after, (*findings.done(), *made.findings))


def _unknown_definition(node: ast.Call, desk: Desk, findings: Findings) -> None:
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    near = next(iter(get_close_matches(node.name.text, desk.definitions, n=1)), None)
    hint = f"Did you mean `{near}`?" if near else "Write `define name { … }` first."
    findings.add(mistakes.UNKNOWN_DEFINITION, node.name.span, edit=near, word=node.name.text, hint=hint)


def _may_call(
    node: ast.Call,
    arguments: Several[tuple[Target, ...]],
    definition: ast.Definition,
    scene: Scene,
    findings: Findings,
) -> bool:
    name, wanted = node.name.text, [parameter.text for parameter in definition.parameters]
    if name in scene.calls or len(scene.calls) >= DEEPEST_CALLS:
        findings.add(mistakes.CALLS_ITSELF, node.span, word=name)
        return False
    if len(arguments) != len(wanted):
        findings.add(
            mistakes.WRONG_NUMBER_OF_PLACES,
            node.span,
            word=name,
            wanted=_counted(len(wanted), "place", "places"),
            given=_counted(len(arguments), "is", "are"),
            parameters=", ".join(wanted) or "none",
        )
        return False
    return all(arguments)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number or 'none'} {one if number == 1 else several}" if number or one != "place" else "no places"
