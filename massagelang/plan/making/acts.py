"""One statement into the plan: what is done with what, where and how, and where the hands are then."""

from __future__ import annotations

from collections.abc import Sequence as Several
from typing import Any

from attrs import evolve

from massagelang.diagnostic import Severity
from massagelang.plan.making import mistakes
from massagelang.plan.making.asking import (
    ask_for_a_grip,
    ask_for_a_tool,
    ask_for_one_statement_a_hand,
    ask_for_return,
    ask_for_side,
    ask_for_your_hands,
    ask_to_stay,
    ask_which,
    ask_which_hairline,
    ask_whose,
    names_a_place,
    on_a_pair,
)
from massagelang.plan.making.hands import after_action, begins_at, edge, ends_at, gait_of, is_there, laid, limbs_of, put
from massagelang.plan.making.hints import hint_for
from massagelang.plan.making.hows import how_of, of_the_limb
from massagelang.plan.making.people import of_the_body, person_of
from massagelang.plan.making.places import is_sided, targets_of, turned, ways_of
from massagelang.plan.making.rows import done, frame, gap_of, row
from massagelang.plan.making.scene import Desk, Findings, Made, Scene
from massagelang.plan.making.things import drape_of, placed_thing
from massagelang.plan.making.throughout import assumed
from massagelang.plan.making.tools import bound_where_it_stands, other_tools_of, tools_of
from massagelang.plan.model import (
    NO_TIME,
    Act,
    Basis,
    Contact,
    Hands,
    How,
    Planned,
    Sequence,
    Target,
    Tool,
    Way,
)
from massagelang.plan.timing.time import (
    LIFTING,
    MOVING,
    PLACING,
    WAITING,
    back_over,
    speaking,
    time_of,
)
from massagelang.plan.timing.working import action_time
from massagelang.syntax import ast
from massagelang.vocabulary import Technique


def act_of(node: ast.Statement, hands: Hands, scene: Scene, desk: Desk) -> Made:
    """The plan of a statement that holds no other: one act, with the moves that it implies."""
    findings = Findings(scene.line)
    scene = scene.seen_from(hands)
    match node:
        case ast.Placement():
            made = _placement(node, hands, scene, desk, findings)
        case ast.Lift():
            made = _lift(node, hands, scene, desk, findings)
        case ast.Action():
            made = _action(node, hands, scene, desk, findings)
        case ast.PersonAct():
            made = person_of(node, hands, scene, desk, findings)
        case ast.Thing():
            made = placed_thing(node, hands, scene, desk, findings)
        case ast.Drape():
            made = drape_of(node, hands, scene, desk, findings)
        case ast.Words(key=key, text=text):
            time = speaking(text) if key in ("say", "ask") else NO_TIME
            made = done(Act(kind="words", verb=key, text=text, time=time, **frame(node, hands, scene)))
        case ast.Pause(amount=amount):
            time = time_of(amount)
            how = How(for_time=time, bound=amount.bound)
            made = done(Act(kind="pause", how=how, time=time, **frame(node, hands, scene)))
        case ast.Wait():
            made = _wait(node, hands, scene, desk, findings)
        case ast.Stop():
            made = done(Act(kind="stop", time=NO_TIME, **frame(node, hands, scene)))
        case _:
            gap = gap_of(node, hands, scene)
            made = Made(gap, hands)
    return Made(_doubted(made.part, findings), made.hands, findings.done())


def _doubted(part: Planned, findings: Findings) -> Planned:
    """The part, marked when a word of it was not understood."""
    if not any(finding.severity is Severity.ERROR for finding in findings.made):
        return part
    if isinstance(part, Act):
        return evolve(part, understood=False)
    if isinstance(part, Sequence):
        return evolve(part, parts=tuple(_doubted(inside, findings) for inside in part.parts))
    return part


# ── placements and lifts ──────────────────────────────────────────────────────────────────────────────────────────


def _placement(node: ast.Placement, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    scene = evolve(scene, pair=on_a_pair(node.path, desk))
    tools, bound = tools_of(node.tools, None, hands, scene, desk, findings)
    limbs = limbs_of(tools)
    ask_for_one_statement_a_hand(node.path, findings)
    ways = ways_of(node.path, len(limbs), scene, desk, findings)
    how = how_of(node.hows, len(limbs), bound, scene, desk, findings)
    ask_to_stay(node.path, findings)
    targets = ends_at(ways)
    if len(limbs) == 1:
        ask_for_side(targets, node.path, findings)
    after = laid(bound, tools, targets)
    time = how.for_time or PLACING
    if scene.again and after.arms == hands.arms and after.legs == hands.legs and how.for_time is None:
        return Made(Sequence((), **{**_bare(node, hands, scene), "after": after}, time=NO_TIME), after)
    around = {**frame(node, hands, scene), "after": after}
    others = other_tools_of(node.tools, None, hands, scene, desk, findings)
    return done(Act(kind="placement", tools=tools, other_tools=others, ways=ways, how=how, time=time, **around))


def _bare(node: ast.Statement, hands: Hands, scene: Scene) -> dict[str, Any]:
    return {"id": scene.id(node.span), "spot": scene.spot(node.span), "before": hands, "after": hands}


def _lift(node: ast.Lift, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    tools, after = tools_of(node.tools, None, hands, scene, desk, findings)
    after = put(after, dict.fromkeys(limbs_of(tools)))
    around = {**frame(node, hands, scene), "after": after}
    return done(Act(kind="lift", tools=tools, time=LIFTING, **around))


# ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _action(node: ast.Action, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    technique = _technique(node.verb, node.tools, desk, findings)
    ask_whose(node, technique, findings)
    ask_for_a_tool(node, technique, desk, findings)
    ask_for_your_hands(node, findings)
    ask_for_a_grip(node, technique, findings)
    for path in (node.path, *(how.path for how in node.hows if isinstance(how, ast.Travel))):
        ask_for_return(path, findings)
        ask_which_hairline(path, desk, findings)
    written = _tools_written(node)
    scene = evolve(scene, pair=on_a_pair(node.path, desk))
    ready = hands if names_a_place(node) else bound_where_it_stands(written, hands, scene)
    tools, bound = tools_of(written, technique, ready, scene, desk, findings)
    limbs = limbs_of(tools)
    ask_for_one_statement_a_hand(node.path, findings)
    moved = _moved(node.moved, scene, desk, findings)
    scene = scene.naming((moved,) if moved else ())
    ways = ways_of(node.path, len(limbs), scene, desk, findings)
    if moved is not None and moved.special == "them":
        ways = tuple(of_the_body(way, desk) for way in ways)
    scene = scene.naming(target for way in ways for target in way.targets)
    how = how_of(node.hows, len(limbs), bound, scene, desk, findings)
    how = assumed(of_the_limb(how, moved, desk), scene.throughout)
    also = _also(node, desk, findings)
    if technique is None:
        gap = gap_of(node, hands, scene, node.verb.text)
        return Made(gap, hands)
    if technique.family == "holding" and len(limbs) == 1 and node.path:
        ask_for_side(ends_at(ways), node.path, findings)
    others = other_tools_of(written, technique, hands, scene, desk, findings)
    if technique.id == "return":
        return _return(node, technique, tools, ways, how, bound, scene)
    return _worked(node, technique, also, tools, others, ways, how, moved, bound, scene, desk)


def _also(node: ast.Action, desk: Desk, findings: Findings) -> tuple[Technique, ...]:
    """The techniques that are done in the same motion: `squeeze and twist`."""
    return tuple(found for word in node.also if (found := _technique(word, node.tools, desk, findings)) is not None)


def _technique(word: ast.Word, tools: ast.Tools | None, desk: Desk, findings: Findings) -> Technique | None:
    technique = desk.vocabulary.technique(word.text)
    if not ask_which(word, tools, technique, desk, findings) and technique is None:
        hint, edit = hint_for(word.text, "technique", desk.vocabulary)
        findings.add(mistakes.UNKNOWN_TECHNIQUE, word.span, edit=edit, word=word.text, hint=hint)
    return technique


def _tools_written(node: ast.Action) -> ast.Tools | None:
    """The tools after the verb, else those of `with both hands`."""
    if node.tools is not None:
        return node.tools
    for how in node.hows:
        if isinstance(how, ast.With) and not any(item.implement for item in how.tools.choices[0]):
            return how.tools
    return None


def _moved(moved: ast.Moved | None, scene: Scene, desk: Desk, findings: Findings) -> Target | None:
    if moved is None:
        return None
    return next(iter(targets_of((moved.place,), scene, desk, findings, arms=1)), None)


def _worked(
    node: ast.Action,
    technique: Technique,
    also: tuple[Technique, ...],
    tools: tuple[Tool, ...],
    others: tuple[tuple[Tool, ...], ...],
    ways: tuple[Way, ...],
    how: How,
    moved: Target | None,
    hands: Hands,
    scene: Scene,
    desk: Desk,
) -> Made:
    if scene.other_side and not any(way.targets for way in ways) and _on_a_side(moved, hands, tools):
        ways = tuple(map(turned, ways))
    route = (*ways, *how.travel)
    begins = (moved,) if moved is not None and moved.region else begins_at(route)
    at = edge(route, at_start=True) if route else ""
    moves, ready = _move_there(node, tools, begins, at, hands, scene, desk)
    if moved is not None and moved.region:
        ready = laid(ready, tools, (moved,), grips=True)
    after = after_action(ready, technique, tools, route)
    written = bool(tools) and tools[0].basis != Basis.ESTIMATED
    after = evolve(after, tools=tools, ways=route, start=ready.arms, moved=_thing_moved(moved, ways, technique, hands))
    after = evolve(after, gait=gait_of(technique, how))
    act = Act(
        kind="action",
        technique=technique,
        also=also,
        either=node.either,
        tools=tools,
        tools_written=written,
        other_tools=others,
        moved=moved,
        ways=ways,
        how=how,
        time=action_time(technique, tools, ways, how, desk.vocabulary, counted=scene.counted),
        flipped=scene.other_side,
        **{**frame(node, ready, scene), "after": after},
    )
    part = row([*moves, act], f"{act.id}~", act.spot, hands, after)
    return Made(part, after)


def _thing_moved(moved: Target | None, ways: Several[Way], technique: Technique, hands: Hands) -> Target | None:
    """What `it` means from here on in the step: what is moved, or what is held."""
    if moved is not None and moved.region:
        return moved
    held = ends_at(ways) if technique.family == "holding" else ()
    return held[-1] if len(held) == 1 else hands.moved


def _on_a_side(moved: Target | None, hands: Hands, tools: Several[Tool]) -> bool:
    """Whether what is moved, or else the place where the tools stand, has a side."""
    if moved is not None and moved.region:
        return is_sided(moved)
    contacts = [contact for limb in limbs_of(tools) for contact in hands.of(limb)]
    return any(contact and contact.target and is_sided(contact.target) for contact in contacts)


def _move_there(
    node: ast.Action,
    tools: Several[Tool],
    begins: tuple[Target, ...],
    at: str,
    hands: Hands,
    scene: Scene,
    desk: Desk,
) -> tuple[list[Act], Hands]:
    """The move or reset that brings the tools to where the path begins, if they are not there."""
    if not begins or not limbs_of(tools) or is_there(hands, tools, begins, at, desk.vocabulary):
        return [], hands
    ready = laid(hands, tools, begins, at=at)
    stood = evolve(hands, arms=hands.start)
    goes_back = scene.again and not scene.onward and is_there(stood, tools, begins, at, desk.vocabulary)
    time = back_over(hands.ways) if goes_back else MOVING
    ways = (Way(word="to", targets=begins),)
    around = {**frame(node, hands, scene), "after": ready, "tails": (), "id": f"{scene.id(node.span)}~move"}
    return [Act(kind="reset" if goes_back else "move", tools=tuple(tools), ways=ways, time=time, **around)], ready


def _return(
    node: ast.Action,
    technique: Technique,
    tools: tuple[Tool, ...],
    ways: tuple[Way, ...],
    how: How,
    hands: Hands,
    scene: Scene,
) -> Made:
    """`return`: the tools glide back the way they came, to where they stood before."""
    after = hands
    for limb in limbs_of(tools):
        if limb.kind == "arm":
            start = hands.start[limb.index]
            kept = frozenset(contact or _somewhere(hands.of(limb)) for contact in start)
            after = evolve(after, arms=_replaced(after.arms, limb.index, kept))
    time = how.for_time or back_over(hands.ways)
    act = Act(
        kind="action",
        technique=technique,
        tools=tools,
        ways=ways,
        how=how,
        time=time,
        **{**frame(node, hands, scene), "after": after},
    )
    return done(act)


def _somewhere(contacts: frozenset[Contact | None]) -> Contact | None:
    return min((contact for contact in contacts if contact), key=repr, default=None)


def _replaced(
    arms: tuple[frozenset[Contact | None], frozenset[Contact | None]], index: int, contacts: frozenset[Contact | None]
) -> tuple[frozenset[Contact | None], frozenset[Contact | None]]:
    return (contacts, arms[1]) if index == 0 else (arms[0], contacts)


# ── waiting ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _wait(node: ast.Wait, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    how = how_of(node.hows, 2, hands, scene, desk, findings)
    return done(Act(kind="wait", how=how, time=how.for_time or WAITING, **frame(node, hands, scene)))
