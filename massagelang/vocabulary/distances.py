"""How far it is from one region to another over those that touch: centimetres from middle to middle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from heapq import heappop, heappush

from massagelang.vocabulary.model import Region

Children = Callable[[Region], tuple[Region, ...]]


def distance_between(start: Region, end: Region, regions: Mapping[str, Region], children: Children) -> float:
    """The shortest way from one to the other; infinite where there is none."""
    reached: set[str] = set()
    queue = [(0.0, start.id)]
    while queue:
        so_far, word = heappop(queue)
        if word == end.id:
            return so_far
        if word not in reached:
            reached.add(word)
            for other, step in _steps(regions[word], regions, children):
                heappush(queue, (so_far + step, other.id))
    return float("inf")


def _steps(region: Region, regions: Mapping[str, Region], children: Children) -> Iterator[tuple[Region, float]]:
    """Where one may go from a region without lifting, and how many centimetres that is from middle to middle."""
    for word in region.near:
        if word in regions:
            other = regions[word]
            yield other, _alongside(region, other) if word in region.beside else (region.length + other.length) / 2
    outer = regions[region.within] if region.within else None
    if outer:
        yield from ((child, _nested(region, child)) for child in children(region))
        if outer.within:
            yield outer, _nested(region, outer)


def _alongside(region: Region, other: Region) -> float:
    """Across both, and as far along as the shorter one may stand off the middle of the longer."""
    return (region.width + other.width + abs(region.length - other.length)) / 2


def _nested(region: Region, other: Region) -> float:
    """As far as the smaller one may stand off the middle of the larger."""
    return max(abs(region.length - other.length), abs(region.width - other.width)) / 2
