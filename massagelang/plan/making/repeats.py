"""Repeats into the plan: counts (R2), transforms (R3), loops (R7) and their time (R8)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.diagnostic import Finding
from massagelang.plan.making import mistakes
from massagelang.plan.making.hands import turned_memory
from massagelang.plan.making.hows import how_of
from massagelang.plan.making.places import amount_of, offset_of, ways_of
from massagelang.plan.making.rows import only_new, tails_of
from massagelang.plan.making.scene import Desk, Findings, Made, Planner, Scene
from massagelang.plan.model import Act, Amount, Gap, Hands, Planned, Repeat, Target, Way, parts_of
from massagelang.plan.timing.budgets import budgeted
from massagelang.plan.timing.time import number_within, repeated, time_of
from massagelang.plan.timing.working import stations_of
from massagelang.syntax import ast

MOST_PASSES = 4
"""How many passes of a loop are planned before the last of them stands for the rest (R7)."""

_SIDED = ("left", "right", "near", "far", "one", "other")


def repeat_of(node: ast.Repeat, body: Planner, hands: Hands, scene: Scene, desk: Desk, *, looks_back: bool) -> Made:
    """The plan of a repeat over a body: the passes that differ, how often, and in what time."""
    findings = Findings(scene.line)
    seen = scene.seen_from(hands)
    how = how_of(node.hows, 2, hands, seen, desk, findings)
    scene = evolve(scene, counted=scene.counted or not isinstance(node.what, ast.Transform))
    first = body(hands, scene)
    seen = seen.naming(target for way in first.hands.ways for target in way.targets)
    ways: tuple[Way, ...] = ()
    step = offset_of(node.what.step) if isinstance(node.what, ast.Travel) else None
    if isinstance(node.what, ast.Transform):
        passes, more = _turned_passes(node, first, body, scene, findings)
        reason, count, cycle, until = node.what.kind, Amount(2, 2), 1, ""
    else:
        reason, count, ways, until = _how_often(node, seen, desk, findings)
        passes, more, cycle = passes_of(first, body, evolve(scene, onward=reason == "moving"), count.high)
    amount = node.what.amount if isinstance(node.what, ast.ForTime) else None
    if amount is not None:
        number = number_within([one.time for one in passes], cycle, time_of(amount).ideal)
        count = Amount(number, number, about=True)
    time = repeated([one.time for one in passes], cycle, count.middle)
    part = Repeat(
        reason,
        count,
        tuple(passes),
        cycle,
        looks_back,
        how,
        ways,
        until,
        step,
        tails=tails_of(node),
        id=scene.id(node.span),
        spot=scene.spot(node.span),
        time=evolve(time, open=True) if until else time,
        before=hands,
        after=hands,
    )
    part = evolve(part, after=scene.left_with(part.pass_at(count.middle - 1).after, hands))
    kept, late = _in_its_time(part, amount, node, scene)
    return Made(kept, part.after, (*first.findings, *more, *findings.done(), *late))


def _in_its_time(
    part: Repeat, amount: ast.Amount | None, node: ast.Repeat, scene: Scene
) -> tuple[Planned, tuple[Finding, ...]]:
    """A repeat in the time that is written for it: `repeat for 2min`, `repeat 3 times, for 1min [each] { … }`."""
    if amount is not None:
        kept, late = budgeted(part, time_of(amount), amount.bound, "this repeat", scene.spot(node.what.span))
        return kept, late if part.count.middle == 1 else ()
    written = next((how for how in node.hows if isinstance(how, ast.ForTime)), None)
    if written is None:
        return part, ()
    budget, bound, spot = time_of(written.amount), written.amount.bound, scene.spot(written.span)
    if not written.amount.each:
        return budgeted(part, budget, bound, "this repeat", spot)
    kept_passes = [budgeted(one, budget, bound, "each time", spot) for one in part.passes]
    passes = tuple(one for one, _ in kept_passes)
    time = repeated([one.time for one in passes], part.cycle, part.count.middle)
    return evolve(part, passes=passes, time=time), tuple(late for _, several in kept_passes for late in several)


def _turned_passes(
    node: ast.Repeat, first: Made, body: Planner, scene: Scene, findings: Findings
) -> tuple[list[Planned], tuple[Finding, ...]]:
    """The body, then the body under the transform."""
    assert isinstance(node.what, ast.Transform)  # noqa: S101  (the caller has looked)
    kind = node.what.kind
    begun = turned_memory(first.hands, swapped=kind != "other_side")
    second = body(begun, evolve(scene.turned(kind), again=True))
    if not anything_sided(first.part, kind) and any(isinstance(inside, Act) for inside in parts_of(first.part)):
        findings.add(mistakes.NOTHING_SIDED, node.span)
    return [first.part, second.part], only_new(second.findings, first.findings)


def anything_sided(part: Planned, kind: str) -> bool:
    """Whether a transform changes anything: places for other_side, hands for swapped, either for mirrored."""
    for inside in parts_of(part):
        if isinstance(inside, Gap):
            return True
        if isinstance(inside, Act) and inside.said:
            if kind != "swapped" and any(target.side in _SIDED for target in _places(inside)):
                return True
            if kind != "other_side" and inside.tools_written and any(len(tool.limbs) == 1 for tool in inside.tools):
                return True
    return False


def _places(act: Act) -> Iterator[Target]:
    for way in (*act.ways, *act.how.travel):
        yield from way.targets
    yield from filter(None, (act.moved, act.object))


def _how_often(
    node: ast.Repeat, scene: Scene, desk: Desk, findings: Findings
) -> tuple[str, Amount, tuple[Way, ...], str]:
    """Why it repeats, how often, along which way, and until what."""
    match node.what:
        case ast.RepeatCount(count=count, more=more):
            amount = amount_of(count) or Amount(1, 1)
            if more:
                amount = evolve(amount, low=amount.low + 1, high=amount.high + 1)
            amount = evolve(amount, low=max(1, amount.low), high=max(1, amount.high))
            return ("more" if more else "count"), amount, (), ""
        case ast.Travel(path=path, step=step):
            ways = ways_of(path, 2, scene, desk, findings)
            return "moving", stations_of(ways, offset_of(step)), ways, ""
        case ast.ForTime():
            return "time", Amount(1, MOST_PASSES, about=True), (), ""
        case ast.Until(text=text):
            return "until", Amount(3, 3, about=True), (), text
        case _:
            return "count", Amount(1, 1), (), ""


def passes_of(first: Made, body: Planner, scene: Scene, most: int) -> tuple[list[Planned], tuple[Finding, ...], int]:
    """The passes that differ: the first, then later ones until the hands begin where they began before (R7).

    With them what was found in the later ones only, and the index from which they go round.
    """
    again = evolve(scene, again=True)
    passes, findings = [first.part], list(first.findings)
    present, begun = first.hands, []
    while len(passes) < min(most, MOST_PASSES) and present not in begun:
        begun.append(present)
        made = body(present, again)
        passes.append(made.part)
        findings.extend(only_new(made.findings, findings))
        present = made.hands
    cycle = begun.index(present) + 1 if present in begun else max(0, len(passes) - 1)
    return passes, tuple(findings[len(first.findings) :]), cycle
