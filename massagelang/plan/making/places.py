"""Places and paths of the receiver: words looked up, sides resolved (R3, R10), lengths estimated in centimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from attrs import evolve

from massagelang.plan.making import mistakes
from massagelang.plan.making.hints import hint_for
from massagelang.plan.making.scene import Desk, Findings, Scene
from massagelang.plan.model import Amount, Basis, Offset, Target, Way
from massagelang.syntax import ast
from massagelang.syntax.mistakes import OUT_OF_PLACE
from massagelang.syntax.sentences import MEANINGS
from massagelang.syntax.tables import tables
from massagelang.vocabulary import Region

_UNITS_IN_CENTIMETRES = {"mm": 0.1, "cm": 1, "in": 2.54, "cun": 2.5, "hand_width": 8, "thumb_width": 2}
_FINGER_IN_CENTIMETRES = 1.8
_HAND_IN_CENTIMETRES = 8
_SIDES = ("left", "right", "near", "far", "both", "one", "other")
_BESIDE = {"left_of": "right_of", "right_of": "left_of"}
_PLACES = frozenset({"tool", "drape", "support"})
"""Kinds of things that something can lie on or under."""

_STILL = ("on", "at", "off", "between", "beside", "above", "below", "under", "behind", *_BESIDE)


def ways_of(path: ast.Path | None, arms: int, scene: Scene, desk: Desk, findings: Findings) -> tuple[Way, ...]:
    """The legs of a path with their places; `arms` is how many arms take it (R10 asks)."""
    if path is None:
        return ()
    ways = tuple(_way(leg, scene, desk, findings) for leg in _swaying(path.legs))
    return _measured(with_sides(ways, arms, scene), desk)


def targets_of(
    places: Sequence[ast.Place], scene: Scene, desk: Desk, findings: Findings, arms: int = 2
) -> tuple[Target, ...]:
    """Places on their own, not in a path."""
    found = tuple(target for place in places for target in _targets(place, scene, desk, findings))
    return with_sides((Way(targets=found),), arms, scene)[0].targets


def raw_targets(places: Sequence[ast.Place], scene: Scene, desk: Desk, findings: Findings) -> tuple[Target, ...]:
    """Places as they are before any transform: what a call's parameter and `it` stand for."""
    return tuple(target for place in places for target in _targets(place, scene, desk, findings))


def _swaying(legs: tuple[ast.Leg, ...]) -> Iterator[ast.Leg]:
    """`from side to side` is a direction and no way between two places."""
    skipped = False
    for leg, following in zip(legs, (*legs[1:], None), strict=True):
        if skipped:
            skipped = False
        elif following is not None and _is_bare_side(leg, "from") and _is_bare_side(following, "to"):
            skipped = True
            yield ast.Leg(directions=(ast.Word("sideways", span=leg.span),), span=leg.span)
        else:
            yield leg


def _is_bare_side(leg: ast.Leg, word: str) -> bool:
    place = leg.places[0] if len(leg.places) == 1 else None
    leads = leg.preposition is not None and leg.preposition.text == word and leg.relation is None
    bare = place is not None and place.side is None and place.of is None and not place.own
    return leads and bare and place is not None and place.region is not None and place.region.text == "side"


def _way(leg: ast.Leg, scene: Scene, desk: Desk, findings: Findings) -> Way:
    shape = None
    if leg.shape:
        shape = desk.vocabulary.manner(leg.shape.text)
        if shape is None:
            note_unknown(leg.shape, "manner", desk, findings)
    places = _of_it(leg.places, desk)
    return Way(
        word=leg.preposition.text if leg.preposition else "",
        directions=tuple(word.text for word in leg.directions),
        degree=leg.degree.text if leg.degree else "",
        relation=leg.relation.text if leg.relation else "",
        offset=offset_of(leg.offset),
        targets=tuple(target for place in places for target in _targets(place, scene, desk, findings)),
        shape=shape,
        steps=amount_of(leg.steps),
        degrees=leg.degrees.low if leg.degrees else None,
        spot=scene.spot(leg.span),
    )


def _of_it(places: Sequence[ast.Place], desk: Desk) -> Iterator[ast.Place]:
    """`up back and sides of it`: both are parts of it."""
    whole = places[-1].of if places else None
    shared = whole is not None and whole.region is not None and whole.region.text == "it"
    for place in places:
        bare = place.of is None and place.side is None and place.region is not None and not place.own
        part = bare and place.region is not None and desk.vocabulary.part(place.region.text) is not None
        yield evolve(place, of=whole) if shared and part else place


def offset_of(length: ast.Length | None) -> Offset | None:
    """A written length with its size in centimetres."""
    if length is None:
        return None
    unit = length.unit.rstrip("s") if length.unit not in _UNITS_IN_CENTIMETRES else length.unit
    size = _UNITS_IN_CENTIMETRES.get(unit, _HAND_IN_CENTIMETRES if unit == "hand" else _FINGER_IN_CENTIMETRES)
    return Offset(length.low, length.high, unit, (length.low + length.high) / 2 * size)


def amount_of(count: ast.Count | None) -> Amount | None:
    """A written count."""
    return (
        Amount(int(count.low), int(count.high), count.about, count.word, count.either, count.bound) if count else None
    )


# ── one place ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _targets(place: ast.Place, scene: Scene, desk: Desk, findings: Findings) -> Iterator[Target]:
    """The targets of a place; several when it is a parameter, none when it is not known."""
    word = place.region.text if place.region else ""
    given = scene.parameter(word) if word and place.of is None else None
    if given is not None:
        yield from (evolve(target, side=place.side.text) if place.side else target for target in given)
    elif word == "it" and place.of is None:
        yield from _it(place, scene, findings)
    elif word in ("you", "each_other", "them"):
        yield Target(None, special=word)
    elif word in ("left", "right"):
        yield Target(None, side=word, special="side")
    elif (target := _target(place, scene, desk, findings)) is not None:
        yield target


def _it(place: ast.Place, scene: Scene, findings: Findings) -> Iterator[Target]:
    if scene.it is None:
        hint = "Use `it` inside an `each` block, or name the place; to let go write `release thumb` or `hands off`."
        findings.add(mistakes.NOTHING_FOR_IT, place.span, hint=hint)
    elif place.side is None:
        # What was held or moved before has its side as it is in the scene already.
        back = scene.place_side(scene.it.side) if scene.it_is_moved else scene.it.side
        yield evolve(scene.it, side=back, from_it=not scene.it_is_moved)
    elif scene.it.paired:
        yield evolve(scene.it, side=place.side.text)
    else:
        hint = "Write `it` alone."
        findings.add(mistakes.NO_SIDES, place.side.span, word=word_of(scene.it), hint=hint)


def _target(place: ast.Place, scene: Scene, desk: Desk, findings: Findings) -> Target | None:
    outer = next(iter(_targets(place.of, scene, desk, findings)), None) if place.of else None
    if place.of and outer is None:
        return None
    target = _named(place, outer, desk)
    if target is None:
        if place.region is not None:
            note_unknown(place.region, "region", desk, findings)
        return None
    if target.side and not target.paired:
        side = place.side or (place.of.side if place.of else None)
        findings.add(
            mistakes.NO_SIDES,
            side.span if side else place.span,
            word=word_of(target),
            hint=f"Write `{word_of(target)}` alone, or name a place beside it.",
        )
        return evolve(target, side="")
    return target


def _named(place: ast.Place, outer: Target | None, desk: Desk) -> Target | None:
    words = desk.vocabulary
    side = place.side.text if place.side else outer.side if outer else ""
    if place.clock:
        return Target(outer.region if outer else None, side=side, clock=place.clock)
    word = place.region.text if place.region else ""
    if outer is not None and outer.region is not None:
        if (joined := words.region_of(word, outer.region.id)) is not None:
            return Target(joined, side=side, within=outer.within, own=place.own, from_it=outer.from_it)
        if (part := words.part(word)) is not None:
            it = outer.from_it
            several = word != part.id and word.endswith("s")
            if several and side == "both" and outer.region.paired:
                side = outer.side  # `both sides of it`: of one toe, and not of the other foot's too
            around = evolve(outer, side=side) if outer.part else outer.within
            return Target(
                outer.region, side=side, part=part, within=around, every=place.each, plural=several, from_it=it
            )
    if outer is not None and outer.thing is not None and place.of is not None and place.of.region is not None:
        ended = words.implement(f"{word}_of_{place.of.region.text}")  # the end of a table
        if ended is not None:
            return Target(None, thing=ended)
    if (region := words.region(word)) is not None:
        plural = word in region.plurals
        both = plural and region.paired and not region.members and not side and not place.own
        basis = Basis.INFERRED if both else Basis.WRITTEN
        side = "both" if both else side
        return Target(region, side, within=outer, own=place.own, every=place.each, plural=plural, side_basis=basis)
    thing = words.implement(word)
    beside_the_body = thing is not None and thing.kind in _PLACES and not side and outer is None and not place.own
    return Target(None, thing=thing, plural=word != thing.id) if thing and beside_the_body else None


def word_of(target: Target) -> str:
    """The word that a writer would use for a target's own place, without its side."""
    if target.part and target.region:
        return f"{target.part.id} of {target.region.id}"
    return target.region.id if target.region else target.thing.id if target.thing else target.special


def note_unknown(word: ast.Word, kind: str, desk: Desk, findings: Findings) -> None:
    """Say that no place or how-word (`kind` region or manner) is spelt so, and what may have been meant."""
    keyword = tables().keywords.get(word.text)
    elsewhere = kind == "region" and desk.vocabulary.bodies_with(word.text)
    if keyword and not elsewhere and not desk.vocabulary.kind_of(word.text):
        mend = f"Write it before the place: `circle both {word.text} over back`." if keyword == "DIRECTION" else ""
        if keyword in ("LEFT", "RIGHT", "BOTH", "NEAR", "FAR", "ONE", "OTHER"):
            mend = f"A side goes right before its place: `{word.text} leg`."
        findings.add(OUT_OF_PLACE, word.span, words=word.text, meaning=MEANINGS[keyword], expected=mend)
        return
    hint, edit = hint_for(word.text, kind, desk.vocabulary)
    which = mistakes.UNKNOWN_PLACE if kind == "region" else mistakes.UNKNOWN_HOW
    findings.add(which, word.span, edit=edit, word=word.text, hint=hint)


# ── sides (R3, R10) ───────────────────────────────────────────────────────────────────────────────────────────────


def with_sides(ways: tuple[Way, ...], arms: int, scene: Scene) -> tuple[Way, ...]:
    """Every paired place with its side: the one that the statement names, else the side being worked, else both."""
    named = [
        target.side for way in ways for target in way.targets if target.side in _SIDES and target.special != "side"
    ]
    before = scene.place_side(scene.named)  # the side as it was written: exchanging sides twice undoes itself
    named = named or ([before] if before else [])
    sided = []
    for way in ways:
        targets = []
        for target in way.targets:
            before = before if target.special == "side" else target.side or before
            targets.append(_sided(target, named, before, arms, scene))
        sided.append(evolve(way, targets=tuple(targets)))
    if not scene.other_side:
        return tuple(sided)
    return tuple(turned(way) if way.word in _BESIDE or _on_a_side(sided, n) else way for n, way in enumerate(sided))


def _sided(target: Target, named: list[str], before: str, arms: int, scene: Scene) -> Target:
    if target.special == "side":
        return evolve(target, side=scene.place_side(target.side))
    if target.own:
        return evolve(target, side=scene.hand_side(target.side))
    if not target.paired:
        return target
    if target.side:
        return _on_side(target, scene.place_side(target.side), scene)
    worked = scene.side or ("both" if arms != 1 else "")
    side = (before or named[0]) if named else worked
    return evolve(_on_side(target, scene.place_side(side), scene), side_basis=Basis.INFERRED)


def _on_side(target: Target, side: str, scene: Scene) -> Target:
    """A place on a side, with the limb that it is a place of: the sole of the right foot."""
    outer = target.within
    if outer is not None and outer.paired and side in ("left", "right"):
        outer = _on_side(outer, side, scene)
    return evolve(target, side=side, seen=scene.seen_side(side), within=outer)


def _on_a_side(ways: Sequence[Way], index: int) -> bool:
    """Whether the place that a leg acts on has a side: its own, else that of the next leg, else the one before."""
    near = (*ways[index:], *reversed(ways[:index]))
    targets = next((way.targets for way in near if way.targets), ())
    return any(is_sided(target) for target in targets)


def is_sided(target: Target) -> bool:
    """Whether a place has another one as its mirror image."""
    return target.side in ("left", "right", "near", "far")


def turned(way: Way) -> Way:
    """A leg with its turns the other way round."""
    directions = tuple(map(turned_direction, way.directions))
    return evolve(way, directions=directions, word=_BESIDE.get(way.word, way.word))


def turned_direction(direction: str) -> str:
    """The mirror image of a direction."""
    mirror = {"clockwise": "counterclockwise", "counterclockwise": "clockwise"}
    return mirror.get(direction, direction)


# ── lengths ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _measured(ways: tuple[Way, ...], desk: Desk) -> tuple[Way, ...]:
    travelling = sum(1 for way in ways if _leads(way) or way.word in ("from", "to", "along", "through"))
    before: Region | None = None
    measured = []
    passes = _between_ends(ways)
    for way in ways:
        covers = way.word == "over" and not travelling
        # With both ends the way is as long as they are apart, whatever it leads along.
        along = passes and (way.directions or way.word in ("along", "through"))
        length = 0 if along else max(1, passes) * _length(way, before, covers=covers, desk=desk)
        measured.append(evolve(way, centimetres=round(length, 1)))
        here = next((target.region for target in reversed(way.targets) if target.region), None)
        before = before if along else here or before
    return tuple(measured)


def _between_ends(ways: Sequence[Way]) -> int:
    """How often a path goes between the two ends that it names (twice for `up and down`); 0 where it names no two."""
    if not {"from", "to"} <= {way.word for way in ways}:
        return 0
    return max([1, *(len(way.directions) for way in ways)])


def _leads(way: Way) -> bool:
    """Whether the directions of a leg lead anywhere: a turn alone does not, and what follows it is covered."""
    return any(turned_direction(direction) == direction for direction in way.directions)


def _length(way: Way, before: Region | None, *, covers: bool, desk: Desk) -> float:
    regions = [target.region for target in way.targets if target.region]
    if way.directions:
        return len(way.directions) * sum(length_of(target) for target in way.targets)
    if way.word in _STILL or way.shape or way.steps or way.word == "from" or not regions:
        return 0
    if way.word in ("to", "toward", "into", "past", "onto", "away_from"):
        return _gap(before, regions[-1], desk)
    if covers:
        return sum(_cover(region) for region in regions)
    if way.word == "across":
        return sum(region.width for region in regions)
    return sum(length_of(target) for target in way.targets)


def length_of(target: Target) -> float:
    """The length of a place in centimetres: of its region, or as much of it as the part has."""
    if target.region is None:
        return 0
    return target.region.length * (target.part.share if target.part else 1)


def _cover(region: Region) -> float:
    """The way of a hand that covers a region strip by strip."""
    return region.length * max(1, round(region.width / _HAND_IN_CENTIMETRES))


def _gap(before: Region | None, region: Region, desk: Desk) -> float:
    if before is None or before == region:
        return region.length / 2
    distance = desk.vocabulary.distance(before, region)
    return max(2.0, distance - before.length / 2) if isfinite(distance) else region.length
