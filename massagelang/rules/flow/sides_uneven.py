"""ML501: left and right are not given the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.making.hands import opposite
from massagelang.plan.model import Act, Plan, Target
from massagelang.plan.said import duration_words
from massagelang.rules.course import Done, course_of
from massagelang.rules.rule import Limits, rule
from massagelang.vocabulary import Vocabulary

Work = dict[tuple[str, str], list[tuple[float, Act]]]
"""Work by region and side: milliseconds, and the act that gave them."""


@rule(
    code="ML501",
    severity=Severity.INFO,
    confidence="M",
    sources=("S123",),
    limits={"most_uneven_percent": 25},
    message="The {more} {region} gets {longer}, the {less} one {shorter}.",
    hint="Work on both alike: {how}.",
    bad="""
        routine "Legs"
        lubricant: oil
        hold both on feet for 3 breaths
        «stroke both up right leg for 2min»
        hold both on feet for 3 breaths
        """,
    good="""
        routine "Legs"
        lubricant: oil
        hold both on feet for 3 breaths
        stroke both up right leg for 2min; repeat other side
        hold both on feet for 3 breaths
        """,
)
def sides_uneven(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """What one side of the body gets, the other usually gets too, for about as long.

    Speaks only of whole routines (a `routine` line and three actions), about places whose side is named, and where
    one side gets more than a quarter less than the other. Points are taken as they are needed, and a routine whose
    title names the one side that it works on is meant so.
    """
    if not course_of(plan).is_whole:
        return
    work: Work = defaultdict(list)
    known: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for done in course_of(plan).work:
        _add(done, work, known, plan.vocabulary)
    if not _is_meant_for_one_side(plan, {side for _, side in work}):
        for region in dict.fromkeys(region for region, _ in work):
            yield from _uneven(region, work, kind, plan.vocabulary, limits["most_uneven_percent"] / 100)


def _is_meant_for_one_side(plan: Plan, sides: set[str]) -> bool:
    """Whether the title, or an `area` that is told, names the only side on which anything is done."""
    named = " ".join((plan.title, *plan.property("area"))).lower()
    return len(sides) == 1 and re.search(rf"\b{next(iter(sides))}\b", named) is not None


def _uneven(region: str, work: Work, kind: Kind, vocabulary: Vocabulary, most_uneven: float) -> Iterator[Finding]:
    times = {side: sum(time for time, _ in work.get((region, side), [])) for side in ("left", "right")}
    more, less = sorted(times, key=lambda side: -times[side])
    if times[more] - times[less] <= most_uneven * times[more]:
        return
    first = max(work[region, more], key=lambda one: one[0])[1]
    name = vocabulary.regions[region].id if region in vocabulary.regions else region
    arguments = (
        ("more", more),
        ("less", less),
        ("region", name.replace("_", " ")),
        ("longer", _about(times[more])),
        ("shorter", _about(times[less]) if times[less] else "nothing"),
        ("how", _mend(first, less)),
    )
    related = tuple(Related(act.spot, f"the {less} side") for _, act in work.get((region, less), [])[:1])
    yield Finding(kind, first.spot, arguments, related=related)


def _mend(act: Act, less: str) -> str:
    """What gives the other side its share; where a side is near or far, the same line from across."""
    words = {target.side for way in (*act.ways, *act.how.travel) for target in way.targets}
    if not words & {"near", "far"}:
        return "`repeat other side`, or `both sides` on the step"
    across = less if "near" in words else opposite(less)
    return f"`giver moves to {across} side`, and the line again from there"


def _about(milliseconds: float) -> str:
    return f"about {duration_words(int(round(milliseconds, -3 if milliseconds >= 10_000 else -2)))}"


def _add(done: Done, work: Work, known: dict[tuple[str, str], list[tuple[str, str]]], vocabulary: Vocabulary) -> None:
    """Note an act under the limbs and sides at which it works; `known` keeps those of places that came before."""
    act = done.act
    if act.technique is None or act.technique.family == "holding":
        return
    sided: set[tuple[str, str]] = set()
    for way in (*act.ways, *act.how.travel):
        for target in way.targets:
            if target.region is not None:
                place = target.region.id, target.true_side
                if place not in known:
                    known[place] = list(_sides(target, vocabulary))
                sided.update(known[place])
    for key in sorted(sided):
        work[key].append((done.length / len(sided), act))


def _sides(target: Target, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The limb or side of the trunk that a place belongs to, with its side."""
    if target.region is None or target.region.point or target.true_side not in ("left", "right", "both"):
        return
    if any(region.id == "abdomen" for region in vocabulary.around(target.region)):
        return  # what lies within has a right and a left half that are not alike
    paired = [region for region in vocabulary.around(target.region) if region.paired]
    name = paired[-1].id if paired else f"side of {target.region.id}"
    for side in ("left", "right") if target.side == "both" else (target.true_side,):
        yield name, side
