"""What a path from one place to another passes on the way without naming it: the hollow of the knee, the kidneys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from massagelang.plan.model import Act, Target, Way
from massagelang.rules.body.aim import is_left_out
from massagelang.vocabulary import Region, Vocabulary


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
    _Passage("back_of_knee", frozenset({"lower_leg", "ankle", "foot"}), frozenset({"thigh", "buttock"}), behind=True),
    _Passage("sacrum", _BUTTOCKS, _TRUNK_ABOVE | {"back", "lower_back"}),
    _Passage("front_of_neck", frozenset({"chest"}), frozenset({"face"}), before=True),
    _Passage("kidney_zone", _BUTTOCKS | {"sacrum"}, _TRUNK_ABOVE),
)
_LEADING = frozenset({"from", "to", "onto", "into", ""})
_ON_THE_FRONT = frozenset({"prone", "floor_prone"})


def passed_by(act: Act, words: Vocabulary) -> Iterator[tuple[Region, Way]]:
    """The sites that lie between two places of a path that follow each other, and the leg that leads over them."""
    for ways in (act.ways, act.how.travel):
        legs = [way for way in ways if way.word in _LEADING and len(way.targets) == 1 and way.targets[0].region]
        for start, end in pairwise(legs):
            yield from _between(act, start, end, words)


def _between(act: Act, start: Way, end: Way, words: Vocabulary) -> Iterator[tuple[Region, Way]]:
    first, last = _around(start.targets[0], words), _around(end.targets[0], words)
    for passage in _PASSAGES:
        site = words.region(passage.site)
        leads = (first & passage.below and last & passage.above) or (first & passage.above and last & passage.below)
        if not leads or site is None or passage.site in first | last or is_left_out(site, act, words):
            continue
        if passage.behind and not _is_behind(act, start, end):
            continue
        if passage.site == "sacrum" and all(way.targets[0].paired for way in (start, end)):
            continue  # a way along a side passes beside it
        if passage.before and not all(
            region and "front" in region.faces for region in (start.targets[0].region, end.targets[0].region)
        ):
            continue
        yield site, end


def _around(target: Target, words: Vocabulary) -> frozenset[str]:
    return frozenset(region.id for region in words.around(target.region)) if target.region else frozenset()


def _is_behind(act: Act, start: Way, end: Way) -> bool:
    """Whether a way along a leg runs on its back: one of its ends is only there, or the receiver lies on the front."""
    faces = [way.targets[0].region.faces for way in (start, end) if way.targets[0].region]
    return act.before.posture in _ON_THE_FRONT or ("back",) in faces
