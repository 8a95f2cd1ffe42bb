"""The giver's tools: which part touches, and which limb it belongs to (R4, R5)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from massagelang.plan.making import mistakes
from massagelang.plan.making.hands import opposite
from massagelang.plan.making.hints import hint_for
from massagelang.plan.making.scene import Desk, Findings, Scene
from massagelang.plan.making.stand import near_arm
from massagelang.plan.model import FIRST, SECOND, Basis, Contact, Hands, Limb, Tool
from massagelang.syntax import ast
from massagelang.syntax.mistakes import OUT_OF_PLACE
from massagelang.syntax.sentences import MEANINGS
from massagelang.syntax.tables import tables
from massagelang.values import Record
from massagelang.vocabulary import Implement, Manner, Surface, Technique

_SINGULAR = {"feet": "foot", "knuckle": "knuckles", "fingertip": "fingertips"}
_LEGS = frozenset({"knee", "shin", "foot"})
_OF_ONE_HAND_TOO = frozenset({"knuckles", "fingertips", "fingers"})
"""Plurals that one hand has by itself; the others (`thumbs`, `forearms`) are one of each arm."""


@frozen(slots=False, repr=False, eq=False)
class _Part(Record):
    """A body part of the giver as a word names it."""

    id: str
    kind: str
    plural: bool


def tools_of(
    written: ast.Tools | None, technique: Technique | None, hands: Hands, scene: Scene, desk: Desk, findings: Findings
) -> tuple[tuple[Tool, ...], Hands]:
    """The tools of a statement, and the hands with what the words have settled about left and right."""
    if written is None:
        return _not_given(technique, hands)
    return _chosen(written.choices[0], written, technique, hands, scene, desk, findings)


def other_tools_of(
    written: ast.Tools | None, technique: Technique | None, hands: Hands, scene: Scene, desk: Desk, findings: Findings
) -> tuple[tuple[Tool, ...], ...]:
    """The choices after the first: `thumbs or fingertips`. They settle nothing about left and right."""
    choices = written.choices[1:] if written else ()
    return tuple(_chosen(choice, written, technique, hands, scene, desk, findings)[0] for choice in choices if written)


def _chosen(
    choice: Sequence[ast.Tool],
    written: ast.Tools,
    technique: Technique | None,
    hands: Hands,
    scene: Scene,
    desk: Desk,
    findings: Findings,
) -> tuple[tuple[Tool, ...], Hands]:
    tools: list[Tool] = []
    company = [item for several in written.choices for item in several]
    for item in choice:
        tool, hands = _tool(item, company, technique, hands, scene, desk, findings)
        if tool is not None:
            tools.append(tool)
    return tuple(tools), hands


def _not_given(technique: Technique | None, hands: Hands) -> tuple[tuple[Tool, ...], Hands]:
    """The tools of the action before; without one, the technique's usual arms, as an estimate."""
    resting = [limb for limb in _both(hands) if not is_off(hands.arms[limb.index])]
    if technique is not None and technique.family == "holding" and resting and not hands.tools:
        return (Tool("hand", tuple(resting), basis=Basis.ESTIMATED),), hands
    guessed = bool(hands.tools) and hands.tools[0].basis == Basis.ESTIMATED
    if hands.tools and not guessed:
        return tuple(evolve(tool, basis=Basis.INFERRED) for tool in hands.tools), hands
    if technique is not None and set(technique.tools) <= _LEGS and technique.tools:
        return (Tool(technique.tools[0], _legs("both", plural=True), basis=Basis.ESTIMATED),), hands
    if technique is not None and technique.arms == "both":
        return (Tool("hand", _both(hands), basis=Basis.ESTIMATED),), hands
    limbs = hands.tools[0].limbs if guessed else ()
    index = limbs[0].index if len(limbs) == 1 else _one_arm(hands)
    return (Tool("hand", (_limb(index, hands),), basis=Basis.ESTIMATED),), hands


def _tool(
    item: ast.Tool,
    chosen: Sequence[ast.Tool],
    technique: Technique | None,
    hands: Hands,
    scene: Scene,
    desk: Desk,
    findings: Findings,
) -> tuple[Tool | None, Hands]:
    part, surface, implement = _part_of(item, technique, desk, findings)
    quality = quality_of(item.measure, desk, findings)
    if part is None and implement is None:
        return None, hands
    said = scene.hand_side(item.arm.text) if item.arm else _arm_not_said(item, part, chosen, technique, pair=scene.pair)
    kind = part.kind if part else "arm"
    if kind == "leg":
        limbs = _legs(said, plural=bool(part and part.plural))
    else:
        limbs, hands = _arms(said, hands)
    of = tuple(_singular(word.text) for word in item.of)
    count = item.count.text if item.count else "one" if _is_one(item) else ""
    tool = Tool(part.id if part else "hand", limbs, said, surface, of, count, implement, quality)
    return tool, hands


def _arm_not_said(
    item: ast.Tool, part: _Part | None, chosen: Sequence[ast.Tool], technique: Technique | None, *, pair: bool
) -> str:
    """Which arms a tool engages that is written without one: `thumbs` both, `hand` one, `fingertips` as its company.

    On both of a pair, `fingertips` are those of both hands.
    """
    if part is None:
        return "one"
    if item.count is not None:
        return "both" if item.count.text == "two" and part.id not in ("finger", "fingers") else "one"
    if part.plural and part.id not in _OF_ONE_HAND_TOO:
        return "both"
    fingers = [word.text for word in item.of]
    company = [word for other in chosen if other is not item for word in ([other.part.text] if other.part else [])]
    if any(word.endswith("s") and word not in _OF_ONE_HAND_TOO for word in (*company, *fingers)):
        return "both"
    if part.id in _OF_ONE_HAND_TOO and (pair or (technique is not None and technique.arms == "both")):
        return "both"
    return "one"


def _part_of(
    item: ast.Tool, technique: Technique | None, desk: Desk, findings: Findings
) -> tuple[_Part | None, Surface | None, Implement | None]:
    words = desk.vocabulary
    surface = None
    if item.surface is not None:
        surface = words.surface(item.surface.text)
        if surface is None:
            _unknown(item.surface, "surface", desk, findings)
    if item.part is None:
        if technique is not None and technique.tools and set(technique.tools) <= _LEGS:
            return _Part(technique.tools[0], "leg", plural=False), surface, None
        return _Part("hand", "arm", plural=False), surface, None
    if item.implement:
        implement = words.implement(item.part.text)
        if implement is None:
            _unknown(item.part, "implement", desk, findings)
        return None, surface, implement
    name = _singular(item.part.text)
    plural = item.part.text.endswith("s") or item.part.text == "feet"
    of_a_foot = any(_singular(word.text) in _LEGS for word in item.of)
    plural = plural or any(word.text == "feet" for word in item.of)
    return _Part(name, "leg" if of_a_foot or name in _LEGS else "arm", plural), surface, None


def _is_one(item: ast.Tool) -> bool:
    """`knuckle`, `fingertip`: one of those that a hand has several of; a named finger has one."""
    return item.part is not None and item.part.text in ("knuckle", "fingertip") and not item.of


def quality_of(word: ast.Word | None, desk: Desk, findings: Findings) -> Manner | None:
    """What a thing is like, from the word before it: `warm cloth`; a finding where that is no such word."""
    quality = desk.vocabulary.manner(word.text) if word else None
    if word is not None and quality is None:
        hint = "Before a thing stand a measure (`3 drops of oil`) or what it is like (`warm towel`)."
        findings.add(mistakes.UNKNOWN_THING, word.span, word=word.text, hint=hint)
    return quality


def _singular(word: str) -> str:
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word in _OF_ONE_HAND_TOO:
        return word
    return word.removesuffix("s")


def _unknown(word: ast.Word, kind: str, desk: Desk, findings: Findings) -> None:
    keyword = tables().keywords.get(word.text)
    if keyword:
        told = desk.vocabulary.hint(word.text, kind)
        expected = told.says if told else ""
        findings.add(OUT_OF_PLACE, word.span, words=word.text, meaning=MEANINGS[keyword], expected=expected)
        return
    hint, edit = hint_for(word.text, kind, desk.vocabulary)
    if near := _nearest_part(word.text):
        hint, edit = f"Did you mean `{near}`?", near
    if desk.vocabulary.region(word.text) is not None and desk.vocabulary.hint(word.text, kind) is None:
        hint = f"`{word.text}` is a place: `their {word.text}` moves it, `over {word.text}` works on it."
    findings.add(mistakes.UNKNOWN_TOOL, word.span, edit=edit, word=word.text, hint=hint)


def _nearest_part(word: str) -> str:
    """The giver's own part that was most likely meant: `elbow` for `elbo`."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    parts = [part for part, terminal in tables().keywords.items() if terminal == "BODY_TOOL"]
    return next(iter(get_close_matches(word, parts, n=1, cutoff=0.8)), "")


# ── which arm (R4) ────────────────────────────────────────────────────────────────────────────────────────────────


def _limb(index: int, hands: Hands) -> Limb:
    return Limb("arm", index, hands.side_of(index))


def _both(hands: Hands) -> tuple[Limb, ...]:
    return _limb(FIRST, hands), _limb(SECOND, hands)


def _legs(said: str, *, plural: bool) -> tuple[Limb, ...]:
    sides = {"left": (FIRST, "left"), "right": (SECOND, "right")}
    if said in sides:
        return (Limb("leg", *sides[said]),)
    if said == "both" or plural:
        return Limb("leg", FIRST), Limb("leg", SECOND)
    return (Limb("leg", SECOND if said == "other" else FIRST),)


def _arms(said: str, hands: Hands) -> tuple[tuple[Limb, ...], Hands]:
    """The arms that a word names, and the hands once it has been said."""
    if said == "both":
        return _both(hands), hands
    if said in ("left", "right"):
        index, hands = _bound(said, hands)
        return (_limb(index, hands),), evolve(hands, one=index)
    if said == "other":
        return _other(hands)
    if said in ("near", "far", "inside", "outside"):
        return _arm_seen_from(said in ("near", "inside"), hands)
    index = hands.one if hands.one >= 0 else _one_arm(hands)
    return (_limb(index, hands),), evolve(hands, one=index)


def _arm_seen_from(is_near: bool, hands: Hands) -> tuple[tuple[Limb, ...], Hands]:
    """The arm that is nearer to the receiver, or the other one; symbolic where it is not known which that is (R11)."""
    near = near_arm(hands)
    if not near:
        return (_limb(FIRST if is_near else SECOND, hands),), hands
    index, hands = _bound(near if is_near else opposite(near), hands)
    return (_limb(index, hands),), hands


def _other(hands: Hands) -> tuple[tuple[Limb, ...], Hands]:
    one = hands.one
    if one < 0:
        one = 1 - _one_arm(hands)
    return (_limb(1 - one, hands),), evolve(hands, one=one)


def _one_arm(hands: Hands) -> int:
    """The arm that a word without a side means: a free one if the other rests, else the first."""
    free = [is_off(arm) for arm in hands.arms]
    return SECOND if free == [False, True] else FIRST


def _bound(side: str, hands: Hands) -> tuple[int, Hands]:
    """The arm of a side. Said for the first time, it is the one that can be it without a conflict."""
    if hands.left_arm < 0:
        support_stays = hands.one >= 0 and not any(map(is_off, hands.arms))
        index = 1 - hands.one if support_stays else _one_arm(hands)
        hands = evolve(hands, left_arm=index if side == "left" else 1 - index)
    return (hands.left_arm if side == "left" else 1 - hands.left_arm), hands


def bound_where_it_stands(written: ast.Tools | None, hands: Hands, scene: Scene) -> Hands:
    """The hands once a hand is named that works without a new place: it must be the one that is on the body (R4)."""
    resting = [index for index, arm in enumerate(hands.arms) if not is_off(arm)]
    named = [item.arm.text for item in written.choices[0] if item.arm] if written else []
    if hands.left_arm >= 0 or len(resting) != 1 or len(named) != 1 or named[0] not in ("left", "right"):
        return hands
    is_left = scene.hand_side(named[0]) == "left"
    return evolve(hands, left_arm=resting[0] if is_left else 1 - resting[0])


def is_off(arm: frozenset[Contact | None]) -> bool:
    """Whether a limb is off the body, whatever was chosen before."""
    return arm == frozenset({None})
