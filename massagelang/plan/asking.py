"""What a statement leaves open or seems to mean otherwise: findings that ask the writer."""

from __future__ import annotations

from collections.abc import Sequence as Several
from itertools import pairwise

from massagelang.plan import mistakes
from massagelang.plan.model import Target
from massagelang.plan.places import word_of
from massagelang.plan.scene import Desk, Findings
from massagelang.syntax import ast
from massagelang.vocabulary import Technique

_LYING = frozenset(
    {"on", "over", "at", "around", "between", "beside", "under", "below", "above", "behind", "along", "across"}
)
"""Prepositions with which a hand can lie somewhere."""

_HANDS = frozenset(
    {"hand", "hands", "palm", "palms", "thumb", "thumbs", "fingertips", "fist", "fists", "heel", "heels"}
)

_LEGS = frozenset({"foot", "feet", "knee", "knees", "shin", "shins"})


def ask_which(verb: ast.Word, technique: Technique | None, desk: Desk, findings: Findings) -> bool:
    """A word that schools use for different techniques: asks what is meant; whether there is nothing more to say."""
    homonym = desk.vocabulary.homonym(verb.text)
    if homonym is None or (technique is not None and not homonym.asks):
        return False
    meant = " or ".join(f"`{word}`" for word in homonym.means)
    if technique is None:
        findings.add(mistakes.SEVERAL_TECHNIQUES, verb.span, word=verb.text, hint=f"Write {meant}: {homonym.says}")
        return True
    says = technique.says[:1].lower() + technique.says[1:]
    hint = f"If that is what you mean, leave it; else write {meant}."
    findings.add(mistakes.MEANT_DIFFERENTLY, verb.span, word=verb.text, says=says, hint=hint)
    return True


def ask_to_stay(path: ast.Path, findings: Findings) -> None:
    """A hand that is laid down has a place; what leads away or onward is another statement."""
    for leg in path.legs:
        word = leg.preposition.text if leg.preposition else leg.directions[0].text if leg.directions else ""
        if word not in _LYING:
            findings.add(mistakes.PLACEMENT_TRAVELS, leg.span, word=word or "in")


def ask_for_side(targets: Several[Target], path: ast.Path, findings: Findings) -> None:
    """One hand cannot rest on both of a pair; where no side is said, it asks which."""
    span = next((place.span for leg in reversed(path.legs) for place in leg.places), path.span)
    for target in targets:
        if target.paired and not target.side and not target.own:
            findings.add(mistakes.SIDE_NOT_SAID, span, word=word_of(target))


def ask_whose(node: ast.Action, technique: Technique | None, findings: Findings) -> None:
    """`hold foot with one hand`, `bend right knee`: what was meant as the receiver's reads as a tool."""
    parts = [item for item in node.tools.choices[0] if item.part and not item.implement] if node.tools else []
    if technique is None or not parts:
        return
    with_other = any(isinstance(how, ast.With) and _own_parts(how.tools) for how in node.hows)
    moves = technique.family in ("moving", "stretching") and "object" in technique.takes and not names_a_place(node)
    last = parts[-1]
    legs = last.part is not None and last.part.text in _LEGS and technique.tools and not names_a_place(node)
    if (with_other or moves or legs) and last.part is not None:
        findings.add(mistakes.OWN_OR_THEIRS, last.span, word=last.part.text, verb=technique.id)


def ask_for_a_tool(node: ast.Action, desk: Desk, findings: Findings) -> None:
    """`wipe oil off back`: what is put on is no tool."""
    for item in node.tools.choices[0] if node.tools else ():
        thing = desk.vocabulary.implement(item.part.text) if item.implement and item.part else None
        if thing is not None and thing.kind == "medium" and item.part is not None:
            word = item.part.text
            hint = f"It is put on: `apply {word} over back`; or work `with {word}`."
            findings.add(mistakes.UNKNOWN_TOOL, item.part.span, word=word, hint=hint)


def _own_parts(tools: ast.Tools) -> bool:
    return any(not item.implement for choice in tools.choices for item in choice)


def names_a_place(node: ast.Action) -> bool:
    """Whether an action says where it works, or what it moves."""
    legs = [leg for how in node.hows if isinstance(how, ast.Travel) for leg in how.path.legs]
    return node.moved is not None or any(leg.places for leg in (*(node.path.legs if node.path else ()), *legs))


def ask_for_one_statement_a_hand(path: ast.Path | None, findings: Findings) -> None:
    """`left hand on sacrum and right hand on back`, `stroke hand over hand`: the second hand reads as a place."""
    legs = path.legs if path else ()
    first = legs[0].places[0] if legs and legs[0].places else None
    over = legs[0].preposition is not None and legs[0].preposition.text == "over" if legs else False
    if over and first and first.region and not first.side and first.region.text == "hand":
        hint = "Write `both` and say how: `stroke both up back, hand_over_hand`."
        findings.add(mistakes.HAND_AMONG_PLACES, first.span, word="hand", hint=hint)
    for leg, onward in pairwise(legs):
        last = leg.places[-1] if len(leg.places) > 1 else None
        if last and last.region and last.region.text in _HANDS and onward.preposition:
            word = f"{last.side.text} {last.region.text}" if last.side else last.region.text
            hint = "Begin the other hand with `;`: `left hand on sacrum; right hand on back`."
            findings.add(mistakes.HAND_AMONG_PLACES, last.span, word=word, hint=hint)
