"""What a statement leaves open or seems to mean otherwise: findings that ask the writer."""

from __future__ import annotations

from collections.abc import Sequence as Several
from itertools import pairwise

from massagelang.plan.making import mistakes, word_mistakes
from massagelang.plan.making.places import word_of
from massagelang.plan.making.scene import Desk, Findings
from massagelang.plan.model import Target
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


def ask_which(
    verb: ast.Word, tools: ast.Tools | None, technique: Technique | None, desk: Desk, findings: Findings
) -> bool:
    """A word that schools use for different techniques: asks what is meant; whether there is nothing more to say."""
    homonym = desk.vocabulary.homonym(verb.text)
    if homonym is None or (technique is not None and (not homonym.asks or _told_by_tools(tools, technique))):
        return False
    meant = " or ".join(f"`{word}`" for word in homonym.means)
    if technique is None:
        findings.add(word_mistakes.SEVERAL_TECHNIQUES, verb.span, word=verb.text, hint=f"Write {meant}: {homonym.says}")
        return True
    says = technique.says[:1].lower() + technique.says[1:]
    hint = f"If that is what you mean, leave it; else write {meant}."
    findings.add(word_mistakes.MEANT_DIFFERENTLY, verb.span, word=verb.text, says=says, hint=hint)
    return True


def _told_by_tools(tools: ast.Tools | None, technique: Technique) -> bool:
    """Whether the tools that are written are those of this meaning: friction of thumbs is no rubbing with palms."""
    written = tools.choices[0] if tools else ()
    return any(item.part is not None and item.part.text.rstrip("s") in _without_s(technique.tools) for item in written)


def _without_s(words: Several[str]) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in words)


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
        if target.paired and not target.side and not target.own and not target.plural:
            findings.add(mistakes.SIDE_NOT_SAID, span, word=word_of(target))


def ask_whose(node: ast.Action, technique: Technique | None, findings: Findings) -> None:
    """`hold foot with one hand`, `bend right knee`: what was meant as the receiver's reads as a tool."""
    parts = [item for item in node.tools.choices[0] if item.part and not item.implement] if node.tools else []
    if technique is None or not parts:
        return
    with_other = any(isinstance(how, ast.With) and _own_parts(how.tools) for how in node.hows)
    with_other = with_other or _held_between_hands(node)
    moves = technique.family in ("moving", "stretching") and "object" in technique.takes and not names_a_place(node)
    last = parts[-1]
    moves = moves or _comes_to_rest_on_you(node, technique, last)
    legs = last.part is not None and last.part.text in _LEGS and technique.tools and not names_a_place(node)
    if (with_other or moves or legs) and last.part is not None:
        findings.add(mistakes.OWN_OR_THEIRS, last.span, word=last.part.text, verb=technique.id)


def _comes_to_rest_on_you(node: ast.Action, technique: Technique, last: ast.Tool) -> bool:
    """`lift right heel onto your shoulder`, `rest heel on your shoulder`: what comes to lie on you is theirs."""
    legs = node.path.legs if node.path else ()
    on_you = any(place.own for leg in legs for place in leg.places)
    part = last.part.text if last.part is not None and not last.of else ""
    if part in ("heel", "heels"):
        return on_you and technique.family in ("moving", "stretching", "holding")
    return on_you and part in _LEGS and technique.family == "moving" and "object" in technique.takes


def _held_between_hands(node: ast.Action) -> bool:
    """`hold right hand between both hands`."""
    first = node.path.legs[0] if node.path else None
    place = first.places[0] if first and first.places else None
    between = first is not None and first.preposition is not None and first.preposition.text == "between"
    return between and place is not None and place.region is not None and place.region.text in _HANDS


def ask_for_return(path: ast.Path | None, findings: Findings) -> None:
    """`from wrist to elbow and back`: after `and` it would be the back of the body."""
    for leg in path.legs if path else ():
        last = leg.places[-1] if len(leg.places) > 1 else None
        plain = last is not None and last.side is None and last.of is None and last.region is not None
        to = leg.preposition is not None and leg.preposition.text == "to"
        if plain and to and last and last.region and last.region.text == "back":
            findings.add(mistakes.AND_BACK, last.span)


def ask_which_hairline(path: ast.Path | None, desk: Desk, findings: Findings) -> None:
    """`up neck to hairline`: the hairline is the one above the forehead, unless it is said which."""
    words = desk.vocabulary
    places = [place for leg in (path.legs if path else ()) for place in leg.places if place.region and not place.of]
    ends = [place for place in places if place.region and place.region.text == "hairline"]
    along = [place for leg in (path.legs if path else ()) if leg.directions for place in leg.places]
    named = [region for place in along if place.region and (region := words.region(place.region.text))]
    behind = [region for region in named if any(outer.id in ("neck", "back") for outer in words.around(region))]
    for place in ends if behind else ():
        findings.add(
            word_mistakes.WHICH_HAIRLINE, place.span, along=behind[0].id.replace("_", " "), edit="back_hairline"
        )


def ask_who_is_meant(node: ast.PersonAct, findings: Findings) -> None:
    """`giver stands behind you`: that would be behind themselves."""
    travelled = [place for leg in (node.path.legs if node.path else ()) for place in leg.places]
    looked_at = [place for how in node.hows if isinstance(how, ast.Facing) for place in how.places]
    for place in (*travelled, *looked_at):
        if place.region is not None and place.region.text == "you":
            findings.add(mistakes.WHO_IS_MEANT, place.span)


def ask_for_a_grip(node: ast.Action, technique: Technique | None, findings: Findings) -> None:
    """`cup both under elbows`: cupping is percussion here."""
    words = [leg.preposition.text for leg in (node.path.legs if node.path else ()) if leg.preposition]
    held = next((word for word in words if word in ("under", "behind", "between")), "")
    if technique is not None and technique.family == "percussion" and held:
        findings.add(mistakes.STRIKES_UNDER, node.verb.span, word=technique.id, how=held)


def ask_for_your_hands(node: ast.Action, findings: Findings) -> None:
    """`roll their leg between palms`: hands between which something is moved are the giver's own."""
    for leg in node.path.legs if node.path and node.moved else ():
        last = leg.places[-1] if leg.places else None
        between = leg.preposition is not None and leg.preposition.text == "between"
        if between and last and last.region and last.region.text in _HANDS and not last.own:
            hint = f"Write `between your {last.region.text}`."
            findings.add(mistakes.HAND_AMONG_PLACES, last.span, word=last.region.text, hint=hint)


def ask_for_a_tool(node: ast.Action, technique: Technique | None, desk: Desk, findings: Findings) -> None:
    """`wipe oil off back`, `move cushion under left knee`: what is put on, or laid somewhere, is no tool."""
    moves = technique is not None and technique.family == "moving" and node.moved is None
    for item in node.tools.choices[0] if node.tools else ():
        thing = desk.vocabulary.implement(item.part.text) if item.implement and item.part else None
        if thing is not None and thing.kind in ("support", "drape") and moves and item.part is not None:
            word = item.part.text
            hint = f"Take it away and lay it down again: `remove {word}`, then `place {word} under left knee`."
            findings.add(mistakes.UNKNOWN_TOOL, item.part.span, word=word, hint=hint)
        if thing is not None and thing.kind == "medium" and item.part is not None:
            word = item.part.text
            hint = f"It is put on: `apply {word} over back`; or work `with {word}`."
            findings.add(mistakes.UNKNOWN_TOOL, item.part.span, word=word, hint=hint)


def _own_parts(tools: ast.Tools) -> bool:
    return any(not item.implement for choice in tools.choices for item in choice)


def on_a_pair(path: ast.Path | None, desk: Desk) -> bool:
    """Whether a path leads to both of a pair (`temples`) or to both sides of the midline (`beside spine`)."""
    return any(_is_pair(place, leg, desk) for leg in (path.legs if path else ()) for place in leg.places)


def _is_pair(place: ast.Place, leg: ast.Leg, desk: Desk) -> bool:
    region = desk.vocabulary.region(place.region.text) if place.region else None
    if region is None or place.own or place.of is not None:
        return False
    if place.side is not None:
        return place.side.text == "both"
    if region.paired:
        return place.region is not None and place.region.text in region.plurals and not region.members
    return leg.preposition is not None and leg.preposition.text == "beside"


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
