"""What people do, into the plan: `receiver turns supine`, `giver kneels beside left knee`."""

from __future__ import annotations

from collections.abc import Sequence as Several

from attrs import evolve

from massagelang.plan.making import mistakes
from massagelang.plan.making.asking import ask_who_is_meant
from massagelang.plan.making.hands import OFF
from massagelang.plan.making.hints import hint_for
from massagelang.plan.making.hows import how_of
from massagelang.plan.making.places import targets_of, ways_of
from massagelang.plan.making.rows import frame
from massagelang.plan.making.scene import Desk, Findings, Made, Scene
from massagelang.plan.making.stand import position_after, stand_after
from massagelang.plan.making.tools import quality_of
from massagelang.plan.model import Act, Basis, Hands, How, Quantity, Target, Time, Way
from massagelang.plan.timing.time import ACTING, BREATH, HANDLING, estimate
from massagelang.syntax import ast
from massagelang.vocabulary import Deed, Posture, Region

_BREATHS = frozenset({"inhale", "exhale", "breathe"})
_UPON_THEM = frozenset({"straddle", "step_over", "massage", "rub", "hug"})
"""What a giver does to the receiver's body, not the own."""


def person_of(node: ast.PersonAct, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> Made:
    """What a person does: a deed, with whom or where, and where everybody is then."""
    deed = desk.vocabulary.deed(node.verb.text)
    if deed is None:
        hint, edit = hint_for(node.verb.text, "deed", desk.vocabulary)
        findings.add(mistakes.UNKNOWN_DEED, node.verb.span, edit=edit, word=node.verb.text, hint=hint)
    posture, object_, word, thing = None, None, "", None
    match node.object:
        case ast.Word():
            posture = desk.vocabulary.posture(node.object.text)
            word = "" if posture else node.object.text
            thing = desk.vocabulary.implement(word) if word else None
        case ast.Moved(place=place) | (ast.Place() as place):
            object_ = next(iter(targets_of((place,), scene, desk, findings)), None)
    if word and thing is None and deed is not None and desk.vocabulary.manner(word) is None:
        _ask_whose_it_is(node, deed, node.object, desk, findings)  # type: ignore[arg-type]
    side = _side_lain_on(node, posture, scene, findings)
    told = any(finding.kind is mistakes.UNKNOWN_DEED for finding in findings.made)
    quality = quality_of(node.measure, desk, findings) if deed is not None and not told else None
    if node.person == "giver":
        ask_who_is_meant(node, findings)
    if node.person == "giver" and deed is not None and deed.moves:
        scene = scene.moving_on()
    ways = tuple(of_the_body(way, desk) for way in ways_of(node.path, 2, scene, desk, findings))
    how = how_of(node.hows, 2, hands, scene, desk, findings)
    after = _after_deed(node, deed, posture, ways, how, hands, scene)
    if node.person == "receiver" and deed is not None and deed.id == "turn" and node.object is None and not ways:
        after = evolve(after, posture="")  # turned, and nobody says how they lie now
    act = Act(
        kind="person",
        person=node.person,
        deed=deed,
        posture=posture,
        object=object_,
        lies_on=side,
        ways=ways,
        how=how,
        text=word,
        thing=thing,
        quantity=Quantity(quality=quality) if quality else None,
        time=_time(deed, posture, how),
        **{**frame(node, hands, scene), "after": after},
    )
    return Made(act, after)


def _ask_whose_it_is(node: ast.PersonAct, deed: Deed, word: ast.Word, desk: Desk, findings: Findings) -> None:
    """`receiver straightens left leg`: whose it is, and on which side, for a word that is no thing."""
    hint, edit = hint_for(word.text, "posture", desk.vocabulary)
    if desk.vocabulary.region(word.text) and desk.vocabulary.hint(word.text, "posture") is None:
        whose = "their" if node.person == "receiver" or deed.id in _UPON_THEM else "your"
        said = node.measure.text if node.measure is not None else ""
        side = f"{said} " if said in ("left", "right") else ""
        hint = f"Say whose it is: `{node.person} {node.verb.text} {whose} {side}{word.text}`."
        edit = None if said else f"{whose} {word.text}"
    findings.add(mistakes.UNKNOWN_DEED, word.span, edit=edit, word=word.text, hint=hint)


def _side_lain_on(node: ast.PersonAct, posture: Posture | None, scene: Scene, findings: Findings) -> str:
    """`receiver turns side_lying left`: the side that they lie on, of the postures that have one."""
    if node.side is None:
        return ""
    if posture is None or not posture.id.startswith("side_lying"):
        hint = f"`{node.person} turns side_lying {node.side.text}` has a side."
        findings.add(mistakes.NO_SIDES, node.side.span, word=node.object.text, hint=hint)  # type: ignore[union-attr]
        return ""
    return scene.place_side(node.side.text)


def _time(deed: Deed | None, posture: Posture | None, how: How) -> Time:
    """How long a deed takes: as written, else as often as is written; a breath is as long as a breath."""
    if how.for_time is not None and not how.each:
        return how.for_time
    breathes = deed is not None and deed.id in _BREATHS
    once = how.for_time or (estimate(BREATH) if breathes else HANDLING if posture else ACTING)
    return once.times(how.times.low, how.times.middle, how.times.high) if how.times else once


def _after_deed(
    node: ast.PersonAct,
    deed: Deed | None,
    posture: Posture | None,
    ways: Several[Way],
    how: How,
    hands: Hands,
    scene: Scene,
) -> Hands:
    """Where the receiver lies and the giver is, once a person has done something."""
    if node.person == "receiver":
        posed = posture is not None and posture.kind == "position"
        whole = deed if node.object is None else None
        position = posture.id if posture and posed else position_after(hands.posture, whole, ways)
        turned = _turned_over(hands.posture, position, whole)
        return evolve(_off(hands) if turned else hands, posture=position)
    return evolve(hands, stand=stand_after(hands.stand, deed, ways, how, turned=scene.other_side))


_LYING = frozenset({"prone", "supine", "side_lying", "floor_prone", "floor_supine"})


def _turned_over(before: str, after: str, deed: Deed | None) -> bool:
    """Whether somebody who lay one way lies another way now: no hand stays where it was."""
    if not {before, after} <= _LYING:
        return False
    from_side_to_side = after == "side_lying" and deed is not None and deed.id in ("turn", "roll")
    return before != after or from_side_to_side


def _off(hands: Hands) -> Hands:
    """The hands after the receiver has turned: off the body, which follows from it."""
    return evolve(hands, arms=(OFF, OFF), legs=(OFF, OFF), moved=None)


def _one_side(target: Target, whole: Region | None) -> Target:
    """`turns onto side`, `moves to side`: one of the two sides of the body, if none is named."""
    open_ = target.side == "both" and target.side_basis == Basis.INFERRED
    return evolve(target, region=whole, side="one" if open_ else target.side)


def of_the_body(way: Way, desk: Desk) -> Way:
    """A person turns, or is turned, onto a side of the body, not of the back."""
    whole = desk.vocabulary.region("side_of_body")
    targets = (_one_side(t, whole) if t.region and t.region.id == "side" else t for t in way.targets)
    return evolve(way, targets=tuple(targets))
