"""Things into the plan: oil, stones, towels and how much of them, and what is covered."""

from __future__ import annotations

from massagelang.plan.making import mistakes
from massagelang.plan.making.hints import hint_for
from massagelang.plan.making.hows import how_of
from massagelang.plan.making.places import targets_of, ways_of
from massagelang.plan.making.rows import done, frame
from massagelang.plan.making.scene import Desk, Findings, Made, Scene
from massagelang.plan.making.tools import quality_of
from massagelang.plan.model import Act, Hands, Quantity, Way
from massagelang.plan.timing.time import HANDLING
from massagelang.syntax import ast
from massagelang.vocabulary import Implement


def placed_thing(node: ast.Thing, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    """`apply oil over back`, `place stone on sacrum`, `remove stone`."""
    limb = node.measure is not None and node.measure.text == "their"
    if limb:
        _ask_to_move(node, findings)
    thing = None if limb else thing_of(node.thing, desk, findings)
    quantity = None if limb else quantity_of(node, desk, findings)
    ways = ways_of(node.path, 2, scene, desk, findings)
    how = how_of(node.hows, 2, hands, scene, desk, findings)
    time = how.for_time or HANDLING
    whose = "your" if node.own else ""
    around = frame(node, hands, scene)
    return done(
        Act(
            kind="thing", verb=node.verb, thing=thing, quantity=quantity, text=whose, ways=ways, how=how, time=time,
            **around,
        )
    )  # fmt: skip


def _ask_to_move(node: ast.Thing, findings: Findings) -> None:
    """`place their foot on your hip`."""
    part = node.thing.text
    hint = f"Things are placed; a part of the receiver is moved: `move their {part} onto your hip`."
    findings.add(mistakes.UNKNOWN_THING, node.thing.span, word=f"their {part}", hint=hint)


def drape_of(node: ast.Drape, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    """`cover legs`, `uncover back`."""
    targets = targets_of(node.places, scene, desk, findings)
    how = how_of(node.hows, 2, hands, scene, desk, findings)
    time = how.for_time or HANDLING
    around = frame(node, hands, scene)
    return done(Act(kind="drape", verb=node.verb, ways=(Way(targets=targets),), how=how, time=time, **around))


def thing_of(word: ast.Word, desk: Desk, findings: Findings) -> Implement | None:
    """The thing that is named, also by its plural (`stones`)."""
    thing = _implement(word.text, desk)
    if thing is None:
        hint, edit = hint_for(word.text, "implement", desk.vocabulary)
        if desk.vocabulary.region(word.text) is not None and desk.vocabulary.hint(word.text, "implement") is None:
            hint = f"Things are placed; a part of the receiver is held: `hold their {word.text} on your shoulder`."
        findings.add(mistakes.UNKNOWN_THING, word.span, edit=edit, word=word.text, hint=hint)
    return thing


def quantity_of(node: ast.Thing, desk: Desk, findings: Findings) -> Quantity | None:
    """How much of a thing, or what it is like; nothing when that was not written."""
    thing = _implement(node.thing.text, desk)
    several = thing is not None and node.thing.text != thing.id and node.thing.text.endswith("s")
    if node.count is None and node.measure is None and not several:
        return None
    low, high = (node.count.low, node.count.high) if node.count else (0, 0)
    word = node.measure
    measure = _implement(word.text, desk) if word else None
    quality = None if measure else quality_of(word, desk, findings)
    return Quantity(low, high, measure, quality, several)


def _implement(word: str, desk: Desk) -> Implement | None:
    known = desk.vocabulary.implement
    return known(word) or (known(word.removesuffix("s")) if word.endswith("s") else None)
