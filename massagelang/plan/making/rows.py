"""Parts of a plan one after the other."""

from __future__ import annotations

from collections.abc import Sequence as Several
from typing import Any

from massagelang.diagnostic import Finding
from massagelang.plan.making.scene import Made, Planner, Scene
from massagelang.plan.model import NO_TIME, Act, Gap, Hands, Planned, Sequence
from massagelang.plan.timing.time import in_a_row
from massagelang.source import Span, Spot
from massagelang.syntax import ast


def row(parts: Several[Planned], id_: str, spot: Spot, before: Hands, after: Hands) -> Planned:
    """Parts one after the other, as one part; a single one stays as it is."""
    if len(parts) == 1:
        return parts[0]
    time = in_a_row([part.time for part in parts])
    return Sequence(tuple(parts), id=id_, spot=spot, time=time, before=before, after=after)


def in_order(planners: Several[Planner], id_: str, hands: Hands, scene: Scene) -> Made:
    """Parts one after the other, each beginning where the one before has left the hands."""
    parts: list[Planned] = []
    findings: list[Finding] = []
    present = hands
    for planner in planners:
        made = planner(present, scene)
        parts.append(made.part)
        findings.extend(made.findings)
        present = made.hands
    spot = parts[0].spot if parts else scene.spot(Span(0, 0))
    return Made(row(parts, f"{id_}~row", spot, hands, present), present, tuple(dict.fromkeys(findings)))


def only_new(later: Several[Finding], earlier: Several[Finding]) -> tuple[Finding, ...]:
    """Findings of later passes that were not there in the first, each said once."""
    known = {(finding.kind.code, finding.spot) for finding in earlier}
    return tuple(finding for finding in later if (finding.kind.code, finding.spot) not in known)


def tails_of(node: ast.Statement) -> tuple[tuple[str, str], ...]:
    """The words said about a statement: why, note, caution or say, and the text."""
    return tuple((tail.key, tail.text) for tail in node.tails)


def gap_of(node: ast.Node, hands: Hands, scene: Scene, text: str = "") -> Gap:
    """Where something stands that could not be understood: no time, and the hands stay as they are (R17)."""
    tails = tails_of(node) if isinstance(node, ast.Statement) else ()
    spot = scene.spot(node.span)
    return Gap(text, id=scene.id(node.span), spot=spot, time=NO_TIME, before=hands, after=hands, tails=tails)


def frame(node: ast.Statement, hands: Hands, scene: Scene) -> dict[str, Any]:
    """What all acts have: id, place, tails, and the hands before; `after` is the same until something moves."""
    return {
        "id": scene.id(node.span),
        "spot": scene.spot(node.span),
        "before": hands,
        "after": hands,
        "tails": tails_of(node),
        "side": scene.place_side(scene.side),
    }


def done(act: Act) -> Made:
    """A plan of one act."""
    return Made(act, act.after)
