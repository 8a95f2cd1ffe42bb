"""Where an act works: the places that it names, else what it moves, else where its tools stand."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from massagelang.plan.model import Act, Target
from massagelang.vocabulary import Region, Vocabulary

_AROUND: WeakKeyDictionary[Vocabulary, dict[str, frozenset[str]]] = WeakKeyDictionary()


def places_of(act: Act) -> list[Target]:
    """The places on the receiver at which an act works."""
    named = [target for way in act.ways for target in way.targets if target.region and not target.own]
    if act.how.travel:
        named += [target for way in act.how.travel for target in way.targets if target.region and not target.own]
    if named:
        return named
    if act.moved is not None and act.moved.region:
        return [act.moved]
    contacts = (act.before.of(limb) for tool in act.tools for limb in tool.limbs)
    stood = (contact.target for several in contacts for contact in several if contact and contact.target)
    return [target for target in stood if target.region and not target.own]


def around(region: Region, vocabulary: Vocabulary) -> frozenset[str]:
    """The ids of a region and of all those that it lies in."""
    known = _AROUND.setdefault(vocabulary, {})
    if region.id not in known:
        known[region.id] = frozenset(outer.id for outer in vocabulary.around(region))
    return known[region.id]


def is_all_in(act: Act, ids: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether every place of an act lies in one of these regions, and there is one."""
    places = places_of(act)
    return bool(places) and all(
        target.region is not None and not ids.isdisjoint(around(target.region, vocabulary)) for target in places
    )


def is_at_points(act: Act) -> bool:
    """Whether an act works only at spots with names of their own, such as acupuncture points."""
    places = places_of(act)
    return bool(places) and all(target.region is not None and target.region.point for target in places)


_WIDE = ("foot", "hand", "face", "head", "neck", "back", "pelvis", "chest", "abdomen", "arm", "leg")
"""Places wide enough to rest a hand on, smaller ones first."""


def wide_place(act: Act, vocabulary: Vocabulary) -> str:
    """The word for a place around where an act works on which hands can rest."""
    for target in places_of(act):
        outer = around(target.region, vocabulary) if target.region else frozenset()
        for id_ in _WIDE:
            if id_ in outer:
                return "sacrum" if id_ == "pelvis" else id_
    return "back"
