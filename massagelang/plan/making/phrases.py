"""Phrases and blocks into the plan: folding (R1), choices (R6), each (R12), together (R13).

Every planner here is a pure function of the text, the hands at its start and the scene; what it makes is remembered
by those three, so that loops within loops cost no more than the states that they pass through.
"""

from __future__ import annotations

from collections.abc import Sequence as Several
from typing import Any

from attrs import evolve, frozen

from massagelang.diagnostic import Finding
from massagelang.plan.making import mistakes
from massagelang.plan.making.acts import act_of
from massagelang.plan.making.calls import call_of
from massagelang.plan.making.hands import joined
from massagelang.plan.making.places import raw_targets
from massagelang.plan.making.repeats import repeat_of
from massagelang.plan.making.rows import gap_of, in_order, tails_of
from massagelang.plan.making.scene import Desk, Findings, Made, Planner, Scene
from massagelang.plan.making.sides import first_side, sides_of
from massagelang.plan.model import (
    NO_TIME,
    Act,
    Aside,
    Basis,
    Choice,
    Each,
    Hands,
    Mark,
    Planned,
    Sequence,
    Target,
    Time,
    Together,
)
from massagelang.plan.timing.time import at_once, in_a_row
from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.syntax.mistakes import TOO_DEEP
from massagelang.values import Record
from massagelang.vocabulary import Technique

DEEPEST = 48
"""How deep blocks, looks back and calls may stand in one another, all together."""

DEEPEST_EACH = 3
"""How many `each` blocks may stand in one another: in more of them nobody knows what `it` is (R12)."""

_HOLDING = (ast.Group, ast.Call, ast.Check, ast.Junk)
"""Statements that make parts which hold others, or none; acts and repeats keep their tails themselves."""


@frozen(slots=False, repr=False, eq=False)
class Placed(Record):
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
        return repeat_of(looks[-1], body, hands, scene, desk, looks_back=True)

    node: object = looks[-1] if looks else phrase
    return lambda hands, scene: desk.remember(node, hands, scene, plan)


def _statement_planner(statement: ast.Statement, desk: Desk) -> Planner:
    return lambda hands, scene: statement_of(statement, hands, scene, desk)


def statement_of(statement: ast.Statement, hands: Hands, scene: Scene, desk: Desk) -> Made:
    """The plan of any statement."""
    if scene.depth > DEEPEST:
        return _too_deep(statement, hands, scene)
    made = _statement(statement, hands, scene, desk)
    tails = tails_of(statement)
    return evolve(made, part=evolve(made.part, tails=tails)) if tails and isinstance(statement, _HOLDING) else made


def _statement(statement: ast.Statement, hands: Hands, scene: Scene, desk: Desk) -> Made:
    inside = scene.deeper()
    match statement:
        case ast.Repeat(block=ast.Block() as block):
            body = _block_planner(block, desk)
            return repeat_of(statement, body, hands, inside, desk, looks_back=False)
        case ast.Group():
            return desk.remember(statement, hands, inside, lambda hands, scene: _group(statement, hands, scene, desk))
        case ast.Junk(block=ast.Block() as block):
            return _block_planner(block, desk)(hands, inside)
        case ast.Call():
            return call_of(statement, _block_planner, hands, inside, desk)
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
    gap = gap_of(node, hands, scene)
    return Made(gap, hands, findings.done())


def _check(node: ast.Check, hands: Hands, scene: Scene) -> Made:
    spot = scene.spot(node.span)
    mark = Mark(node.clock, node.tolerance, id=scene.id(node.span), spot=spot, time=NO_TIME, before=hands, after=hands)
    return Made(mark, hands)


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
        case "optional" | "unless":
            made = body(hands, scene)
            part = Aside(node.kind, node.text, made.part, time=made.part.time, after=made.hands, **frame)
            return Made(part, joined([made.hands, hands]), made.findings)
        case _:
            made = body(hands, scene if scene.it else evolve(scene, it=Target(None, special="it")))
            part = Aside(node.kind, node.text, made.part, time=NO_TIME, after=hands, **frame)
            return Made(part, hands, made.findings)


def _held_throughout(part: Planned, time: Time) -> Planned:
    """A member of `together`: a hold whose time was not written lasts as long as the others work."""
    match part:
        case Act(technique=Technique(family="holding"), time=Time(basis=Basis.ESTIMATED) as own):
            return evolve(part, time=evolve(own, longest=max(own.longest, time.longest), full=max(own.full, time.full)))
        case Sequence(parts=parts):
            held = tuple(_held_throughout(inside, time) for inside in parts)
            return evolve(part, parts=held, time=in_a_row([inside.time for inside in held]))
        case _:
            return part


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
    time = at_once([member.part.time for member in made])
    parts = tuple(_held_throughout(member.part, time) for member in made)
    part = Together(parts, id=scene.id(node.span), spot=scene.spot(node.span), time=time, before=hands, after=present)
    return Made(part, present, tuple(finding for member in made for finding in member.findings))


def _each(node: ast.Group, hands: Hands, scene: Scene, desk: Desk) -> Made:
    findings = Findings(scene.line)
    assert node.each is not None  # noqa: S101  (the grammar gives the places of `each`)
    places = raw_targets(_of_one_whole(node.each.places), scene, desk, findings)
    but = {target.region for target in raw_targets(node.each.but, scene, desk, findings)}
    _ask_what_is_left_out(node.each, _members(places, scene, desk), scene, desk, findings)
    if scene.each == DEEPEST_EACH:
        findings.add(mistakes.EACH_TOO_DEEP, node.each.span)
    targets = [target for target in _members(places, scene, desk) if target.region not in but]
    targets = targets[::-1] if node.each.backward else targets
    body = _block_planner(node.block, desk)
    planners = [_with_it(body, target) for target in targets]
    made = in_order(planners, scene.id(node.span), hands, scene)
    part = Each(
        tuple(evolve(target, side=scene.place_side(target.side)) for target in targets),
        tuple(_row_parts(made.part, len(targets))),
        node.each.backward,
        id=scene.id(node.span),
        spot=scene.spot(node.span),
        time=made.part.time,
        before=hands,
        after=made.hands,
    )
    return Made(part, made.hands, (*findings.done(), *_once(made.findings)))


def _ask_what_is_left_out(
    each: ast.Each, members: Several[Target], scene: Scene, desk: Desk, findings: Findings
) -> None:
    """`each finger except thumb`: the thumb is no finger."""
    inside = {target.region for target in members}
    for place in each.but:
        targets = raw_targets((place,), scene, desk, Findings(scene.line))
        if members and targets and not any(target.region in inside for target in targets):
            word = place.region.text if place.region else "it"
            more = "; with the thumb it is `each thumb and finger of left hand`" if word == "thumb" else ""
            findings.add(mistakes.EXCEPTS_NOTHING, place.span, word=word, hint=f"Leave it out{more}.")


def _of_one_whole(places: Several[ast.Place]) -> tuple[ast.Place, ...]:
    """`each thumb and index_finger of left hand`: what the last is a part of holds for those before it too."""
    whole = places[-1].of
    if whole is None or any(place.of or place.side or place.clock for place in places[:-1]):
        return tuple(places)
    return tuple(evolve(place, of=whole) for place in places)


def _row_parts(part: Planned, members: int) -> tuple[Planned, ...]:
    return getattr(part, "parts", (part,)) if members != 1 else (part,)


def _once(findings: Several[Finding]) -> tuple[Finding, ...]:
    return tuple({(finding.kind.code, finding.spot): finding for finding in reversed(findings)}.values())[::-1]


def _members(places: Several[Target], scene: Scene, desk: Desk) -> list[Target]:
    """`each toe`: the toes in the vocabulary's order; `each foot`: the right one, then the left; a list as written."""
    return [member for place in places for member in _members_of(place, alone=len(places) == 1, scene=scene, desk=desk)]


def _members_of(place: Target, *, alone: bool, scene: Scene, desk: Desk) -> list[Target]:
    region = place.region
    if region is None or (not alone and not region.members):
        return [place]
    if place.paired and not region.members and place.side in ("", "both"):
        sides = (scene.side,) if scene.side else ("right", "left")
        return [evolve(place, side=side, plural=False) for side in sides]
    children = desk.vocabulary.children(region) if region.members else ()
    return [evolve(place, region=child, plural=False) for child in children] or [place]


def _with_it(body: Planner, target: Target) -> Planner:
    """The body for one place; what is paired in it and has no side of its own is on the side of that place."""
    side = target.side if target.side in ("left", "right") else ""
    return lambda hands, scene: body(hands, evolve(scene, it=target, side=scene.side or side, each=scene.each + 1))
