"""Phrases, repeats and blocks into the plan: folding (R1), loops (R2, R7), sides (R3), choices (R6), together (R13).

Every planner here is a pure function of the text, the hands at its start and the scene; what it makes is remembered
by those three, so that loops within loops cost no more than the states that they pass through.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Several
from typing import Any

from attrs import evolve, frozen

from massagelang.diagnostic import Finding
from massagelang.plan import mistakes
from massagelang.plan.acts import act_of, row
from massagelang.plan.budgets import budgeted
from massagelang.plan.hands import joined, turned_memory
from massagelang.plan.hows import how_of
from massagelang.plan.model import (
    NO_TIME,
    Act,
    Amount,
    Aside,
    Call,
    Choice,
    Each,
    Gap,
    Hands,
    Mark,
    Planned,
    Repeat,
    Sides,
    Target,
    Together,
    Way,
    parts_of,
)
from massagelang.plan.places import amount_of, offset_of, raw_targets, ways_of
from massagelang.plan.scene import Desk, Findings, Made, Planner, Scene
from massagelang.plan.time import at_once, in_a_row, number_within, repeated, stations_of, time_of
from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.mistakes import TOO_DEEP

MOST_PASSES = 4
"""How many passes of a loop are planned before the last of them stands for the rest (R7)."""

DEEPEST = 48
"""How deep blocks, looks back and calls may stand in one another, all together."""

DEEPEST_CALLS = 8
_SIDED = ("left", "right", "near", "far", "one", "other")


@frozen
class Placed:
    """A phrase and the key of the logical line that it stands in."""

    line: str
    phrase: ast.Phrase | ast.Junk


def phrases_of(phrases: Several[Placed], id_: str, hands: Hands, scene: Scene, desk: Desk) -> Made:
    """Phrases one after the other; lines that begin with `or` join the one above them as one choice."""
    planners: list[Planner] = []
    findings: list[Finding] = []
    for group in _choices(phrases):
        first = group[0]
        if isinstance(first.phrase, ast.Phrase) and first.phrase.alternative:
            noted = Findings(first.line)
            span = first.phrase.span
            noted.add(mistakes.OR_WITHOUT_LINE, Span(span.start, span.start + 2))
            findings.extend(noted.done())
        planners.append(_phrase_or_choice(group, desk))
    made = in_order(planners, id_, hands, scene)
    return evolve(made, findings=(*findings, *made.findings))


def _choices(phrases: Several[Placed]) -> list[list[Placed]]:
    groups: list[list[Placed]] = []
    for placed in phrases:
        alternative = isinstance(placed.phrase, ast.Phrase) and placed.phrase.alternative
        if alternative and groups:
            groups[-1].append(placed)
        else:
            groups.append([placed])
    return groups


def _phrase_or_choice(group: list[Placed], desk: Desk) -> Planner:
    def plan(hands: Hands, scene: Scene) -> Made:
        made = [_phrase(placed, hands, scene, desk) for placed in group]
        if len(made) == 1:
            return made[0]
        after = joined([option.hands for option in made])
        here = evolve(scene, line=group[0].line)
        span = group[0].phrase.span
        options = tuple(option.part for option in made)
        part = Choice(
            options, id=f"{here.id(span)}~or", spot=here.spot(span), time=options[0].time, before=hands, after=after
        )
        return Made(part, after, tuple(finding for option in made for finding in option.findings))

    return plan


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


def _phrase(placed: Placed, hands: Hands, scene: Scene, desk: Desk) -> Made:
    scene = evolve(scene, line=placed.line)
    phrase = placed.phrase
    if isinstance(phrase, ast.Junk):
        return statement_of(phrase, hands, scene, desk)
    work, looks, rest = _folding(phrase)
    if scene.depth + len(looks) > DEEPEST:
        return _too_deep(phrase, hands, scene)
    made = _folded(phrase, work, looks, desk)(hands, scene)
    return evolve(made, findings=(*made.findings, *_misplaced(work, looks, rest, scene)))


def _folding(
    phrase: ast.Phrase,
) -> tuple[list[ast.Statement], list[ast.Repeat], list[ast.Statement]]:
    """The work of a phrase, the looks back that fold it, and what wrongly follows them (R1)."""
    work: list[ast.Statement] = []
    looks: list[ast.Repeat] = []
    rest: list[ast.Statement] = []
    for statement in phrase.statements:
        if rest:
            rest.append(statement)
        elif isinstance(statement, ast.Repeat) and statement.block is None:
            looks.append(statement)
        elif looks:
            rest.append(statement)
        else:
            work.append(statement)
    return work, looks, rest


def _misplaced(
    work: list[ast.Statement], looks: list[ast.Repeat], rest: list[ast.Statement], scene: Scene
) -> tuple[Finding, ...]:
    findings = Findings(scene.line)
    if looks and not work:
        findings.add(mistakes.NOTHING_TO_REPEAT, looks[0].span)
    if rest:
        findings.add(mistakes.WORK_AFTER_REPEAT, Span(rest[0].span.start, rest[-1].span.end))
    return findings.done()


def _folded(phrase: ast.Phrase, work: Several[ast.Statement], looks: Several[ast.Repeat], desk: Desk) -> Planner:
    """The phrase under its looks back: each takes all that stands before it."""

    def plan(hands: Hands, scene: Scene) -> Made:
        if not looks:
            planners = [_statement_planner(statement, desk) for statement in work]
            return in_order(planners, scene.id(phrase.span), hands, scene)
        body = _folded(phrase, work, looks[:-1], desk)
        return _repeat(looks[-1], body, hands, scene, desk, looks_back=True)

    node: object = looks[-1] if looks else phrase
    return lambda hands, scene: desk.remember(node, hands, scene, plan)


def _statement_planner(statement: ast.Statement, desk: Desk) -> Planner:
    return lambda hands, scene: statement_of(statement, hands, scene, desk)


def statement_of(statement: ast.Statement, hands: Hands, scene: Scene, desk: Desk) -> Made:
    """The plan of any statement."""
    if scene.depth > DEEPEST:
        return _too_deep(statement, hands, scene)
    inside = scene.deeper()
    match statement:
        case ast.Repeat(block=ast.Block() as block):
            body = _block_planner(block, desk)
            return _repeat(statement, body, hands, inside, desk, looks_back=False)
        case ast.Group():
            return desk.remember(statement, hands, inside, lambda hands, scene: _group(statement, hands, scene, desk))
        case ast.Junk(block=ast.Block() as block):
            return _block_planner(block, desk)(hands, inside)
        case ast.Call():
            return _call(statement, hands, inside, desk)
        case ast.Check():
            return _check(statement, hands, scene)
        case _:
            return act_of(statement, hands, scene, desk)


def _block_planner(block: ast.Block, desk: Desk) -> Planner:
    def plan(hands: Hands, scene: Scene) -> Made:
        phrases = [Placed(scene.line, phrase) for phrase in block.phrases]
        return phrases_of(phrases, scene.id(block.span), hands, scene, desk)

    return lambda hands, scene: desk.remember(block, hands, scene, plan)


def _too_deep(node: ast.Node, hands: Hands, scene: Scene) -> Made:
    findings = Findings(scene.line)
    findings.add(TOO_DEEP, node.span, most=str(DEEPEST))
    gap = Gap(id=scene.id(node.span), spot=scene.spot(node.span), time=NO_TIME, before=hands, after=hands)
    return Made(gap, hands, findings.done())


def _check(node: ast.Check, hands: Hands, scene: Scene) -> Made:
    spot = scene.spot(node.span)
    mark = Mark(node.clock, node.tolerance, id=scene.id(node.span), spot=spot, time=NO_TIME, before=hands, after=hands)
    return Made(mark, hands)


# ── repeats ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _repeat(node: ast.Repeat, body: Planner, hands: Hands, scene: Scene, desk: Desk, *, looks_back: bool) -> Made:
    findings = Findings(scene.line)
    how = how_of(node.hows, 2, hands, scene, desk, findings)
    first = body(hands, scene)
    ways: tuple[Way, ...] = ()
    step = offset_of(node.what.step) if isinstance(node.what, ast.Travel) else None
    if isinstance(node.what, ast.Transform):
        passes, more = _turned_passes(node, first, body, scene, findings)
        reason, count, cycle, until = node.what.kind, Amount(2, 2), 1, ""
    else:
        reason, count, ways, until = _how_often(node, scene, desk, findings)
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
        tuple((tail.key, tail.text) for tail in node.tails),
        step,
        id=scene.id(node.span),
        spot=scene.spot(node.span),
        time=evolve(time, open=True) if until else time,
        before=hands,
        after=hands,
    )
    part = evolve(part, after=part.pass_at(count.middle - 1).after)
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
    if not _anything_sided(first.part, kind):
        findings.add(mistakes.NOTHING_SIDED, node.span)
    return [first.part, second.part], _new(second.findings, first.findings)


def _anything_sided(part: Planned, kind: str) -> bool:
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
        findings.extend(_new(made.findings, findings))
        present = made.hands
    cycle = begun.index(present) + 1 if present in begun else max(0, len(passes) - 1)
    return passes, tuple(findings[len(first.findings) :]), cycle


def _new(later: Several[Finding], earlier: Several[Finding]) -> tuple[Finding, ...]:
    """Findings of later passes that were not there in the first, each said once."""
    known = {(finding.kind.code, finding.spot) for finding in earlier}
    return tuple(finding for finding in later if (finding.kind.code, finding.spot) not in known)


# ── blocks ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _group(node: ast.Group, hands: Hands, scene: Scene, desk: Desk) -> Made:
    frame: dict[str, Any] = {"id": scene.id(node.span), "spot": scene.spot(node.span), "before": hands}
    body = _block_planner(node.block, desk)
    match node.kind:
        case "together":
            return _together(node, hands, scene, desk)
        case "both_sides":
            return _both_sides(node, body, hands, scene)
        case "each":
            return _each(node, hands, scene, desk)
        case "optional":
            made = body(hands, scene)
            part = Aside("optional", "", made.part, time=made.part.time, after=made.hands, **frame)
            return Made(part, joined([made.hands, hands]), made.findings)
        case _:
            made = body(hands, scene)
            part = Aside(node.kind, node.text, made.part, time=NO_TIME, after=hands, **frame)
            return Made(part, hands, made.findings)


def _both_sides(node: ast.Group, body: Planner, hands: Hands, scene: Scene) -> Made:
    sides = node.sides
    assert sides is not None  # noqa: S101  (the grammar gives the words of this head)
    begun = first_side(node.block)
    return sides_of(body, begun, hands, scene, sides.span, same_hands=sides.same_hands, id_=scene.id(node.span))


def _together(node: ast.Group, hands: Hands, scene: Scene, desk: Desk) -> Made:
    """Members begin where the block begins; what one member settles about left and right holds for the next."""
    made: list[Made] = []
    present = hands
    for phrase in node.block.phrases:
        _, looks, _ = _folding(phrase)
        members = [phrase] if looks else [evolve(phrase, statements=(one,)) for one in phrase.statements]
        for member in members:
            made.append(_phrase(Placed(scene.line, member), present, scene, desk))
            present = made[-1].hands
    parts = tuple(member.part for member in made)
    time = at_once([part.time for part in parts])
    part = Together(parts, id=scene.id(node.span), spot=scene.spot(node.span), time=time, before=hands, after=present)
    return Made(part, present, tuple(finding for member in made for finding in member.findings))


def first_side(tree: object) -> str:
    """The side that `both sides` begins with: the first that is written, else right."""
    for place in ast.walk(tree, ast.Place):
        if place.side and place.side.text in ("left", "right"):
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
    if not _anything_sided(first.part, kind):
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
        after=second.hands,
    )
    return Made(part, second.hands, (*first.findings, *_new(second.findings, first.findings), *findings.done()))


def _each(node: ast.Group, hands: Hands, scene: Scene, desk: Desk) -> Made:
    findings = Findings(scene.line)
    assert node.each is not None  # noqa: S101  (the grammar gives the places of `each`)
    places = raw_targets(node.each.places, scene, desk, findings)
    but = {target.region for target in raw_targets(node.each.but, scene, desk, findings)}
    targets = [target for target in _members(places, desk) if target.region not in but]
    body = _block_planner(node.block, desk)
    planners = [_with_it(body, target) for target in targets]
    made = in_order(planners, scene.id(node.span), hands, scene)
    part = Each(
        tuple(targets),
        tuple(_row_parts(made.part, len(targets))),
        id=scene.id(node.span),
        spot=scene.spot(node.span),
        time=made.part.time,
        before=hands,
        after=made.hands,
    )
    return Made(part, made.hands, (*findings.done(), *_once(made.findings)))


def _row_parts(part: Planned, members: int) -> tuple[Planned, ...]:
    return getattr(part, "parts", (part,)) if members != 1 else (part,)


def _once(findings: Several[Finding]) -> tuple[Finding, ...]:
    return tuple({(finding.kind.code, finding.spot): finding for finding in reversed(findings)}.values())[::-1]


def _members(places: Several[Target], desk: Desk) -> list[Target]:
    """`each toe`: the toes in the vocabulary's order; a list of several places is its own order (R12)."""
    if len(places) != 1 or places[0].region is None:
        return list(places)
    children = desk.vocabulary.children(places[0].region)
    return [evolve(places[0], region=child) for child in children] or list(places)


def _with_it(body: Planner, target: Target) -> Planner:
    return lambda hands, scene: body(hands, evolve(scene, it=target))


# ── calls ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _call(node: ast.Call, hands: Hands, scene: Scene, desk: Desk) -> Made:
    findings = Findings(scene.line)
    arguments = tuple(raw_targets(places, scene, desk, findings) for places in node.arguments)
    found = desk.definitions.get(node.name.text)
    if found is None or not _may_call(node, arguments, found[1], scene, findings):
        if found is None:
            _unknown_definition(node, desk, findings)
        gap = Gap(id=scene.id(node.span), spot=scene.spot(node.span), time=NO_TIME, before=hands, after=hands)
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
    made = _block_planner(definition.block, desk)(begun, inside)
    if node.transform and not _anything_sided(made.part, kind):
        findings.add(mistakes.NOTHING_SIDED, node.transform.span)
    part = Call(
        node.name.text,
        arguments,
        made.part,
        id=scene.id(node.span),
        spot=scene.spot(node.span),
        time=made.part.time,
        before=hands,
        after=made.hands,
    )
    return Made(part, made.hands, (*findings.done(), *made.findings))


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
