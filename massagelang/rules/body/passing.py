"""What a path from one place to another passes on the way without naming it: the hollow of the knee, the kidneys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import frozen

from massagelang.plan.model import Act, Way
from massagelang.rules.body.aim import is_left_out
from massagelang.vocabulary import Region, Vocabulary

Around = Callable[[Region], frozenset[str]]
"""The ids of a region and of those around it."""


@frozen(repr=False)
class _Passage:
    """A site that lies between places below it and places above it; `behind` where only a way on the back meets it.

    `before` where only one on the front does.
    """

    site: str
    below: frozenset[str]
    above: frozenset[str]
    behind: bool = False
    before: bool = False


_BUTTOCKS = frozenset({"buttock", "gluteal_fold", "hamstrings"})
_TRUNK_ABOVE = frozenset({"middle_back", "upper_back", "neck", "shoulder", "head"})
_PASSAGES = (
    _Passage(
        "inner_upper_arm", frozenset({"inner_forearm", "inner_wrist", "elbow_crease", "palm"}), frozenset({"armpit"})
    ),
    _Passage("back_of_knee", frozenset({"lower_leg", "ankle", "foot"}), frozenset({"thigh", "buttock"}), behind=True),
    _Passage("sacrum", _BUTTOCKS, _TRUNK_ABOVE | {"back", "lower_back"}),
    _Passage("front_of_neck", frozenset({"chest"}), frozenset({"face"}), before=True),
    _Passage("kidney_zone", _BUTTOCKS | {"sacrum"}, _TRUNK_ABOVE),
)
_LEADING = frozenset({"from", "to", "onto", "into", ""})
_ON_THE_FRONT = frozenset({"prone", "floor_prone"})


def passed_by(act: Act, words: Vocabulary, around: Around) -> Iterator[tuple[Region, Way]]:
    """The sites that lie between two places of a path that follow each other, and the leg that leads over them."""
    for ways in (act.ways, act.how.travel):
        if len(ways) < 2:
            continue
        legs = [way for way in ways if way.word in _LEADING and len(way.targets) == 1 and way.targets[0].region]
        for start, end in pairwise(legs):
            yield from _between(act, start, end, words, around)


def _between(act: Act, start: Way, end: Way, words: Vocabulary, around: Around) -> Iterator[tuple[Region, Way]]:
    first, last = (around(way.targets[0].region) if way.targets[0].region else frozenset() for way in (start, end))
    for passage in _PASSAGES:
        if not _leads(first, last, passage):
            continue
        site = words.region(passage.site)
        if site is None or passage.site in first | last or is_left_out(site, act, words):
            continue
        if _is_on_its_side(act, start, end, passage):
            yield site, end


def _leads(first: frozenset[str], last: frozenset[str], passage: _Passage) -> bool:
    """Whether one place lies below the site and the other one above it."""
    up = not first.isdisjoint(passage.below) and not last.isdisjoint(passage.above)
    return up or (not first.isdisjoint(passage.above) and not last.isdisjoint(passage.below))


def _is_on_its_side(act: Act, start: Way, end: Way, passage: _Passage) -> bool:
    """Whether the way runs on that side of the body where the site lies; along a flank it passes beside the sacrum."""
    if passage.site == "sacrum":
        return not all(way.targets[0].paired for way in (start, end))
    if passage.before:
        return all(way.targets[0].region and "front" in way.targets[0].region.faces for way in (start, end))
    return not passage.behind or _is_behind(act, start, end)


def _is_behind(act: Act, start: Way, end: Way) -> bool:
    """Whether a way along a leg runs on its back: one of its ends is only there, or the receiver lies on the front."""
    faces = [way.targets[0].region.faces for way in (start, end) if way.targets[0].region]
    return act.before.posture in _ON_THE_FRONT or ("back",) in faces
