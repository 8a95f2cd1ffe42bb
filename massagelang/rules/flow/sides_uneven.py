"""ML501: left and right are not given the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.plan.said import duration_words
from massagelang.plan.tally import times_done
from massagelang.rules.rule import rule
from massagelang.vocabulary import Vocabulary

MOST_UNEVEN = 0.25
"""How much of the longer side the other may lack (our own estimate)."""

Work = dict[tuple[str, str], list[tuple[int, Act]]]
"""Work by region and side: milliseconds, and the act that gave them."""


@rule(
    code="ML501",
    severity=Severity.INFO,
    confidence="E",
    message="The {more} {region} gets {longer}, the {less} one {shorter}.",
    hint="Work on both alike: `repeat other side`, or `both sides` on the step.",
    bad="""
        routine "Legs"
        «stroke both up right leg for 2min»
        """,
    good="""
        routine "Legs"
        stroke both up right leg for 2min; repeat other side
        """,
)
def sides_uneven(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """What one side of the body gets, the other usually gets too, for about as long.

    Speaks only of whole routines (where a `routine` line stands), about places whose side is named, and where one side
    gets more than a quarter less than the other.
    """
    if not plan.has_routine:
        return
    work: Work = defaultdict(list)
    for act, times in times_done(plan.body):
        _add(act, times, work, plan.vocabulary)
    for region in dict.fromkeys(region for region, _ in work):
        yield from _uneven(region, work, kind, plan.vocabulary)


def _uneven(region: str, work: Work, kind: Kind, vocabulary: Vocabulary) -> Iterator[Finding]:
    times = {side: sum(time for time, _ in work.get((region, side), [])) for side in ("left", "right")}
    more, less = sorted(times, key=lambda side: -times[side])
    if times[more] - times[less] <= MOST_UNEVEN * times[more]:
        return
    name = vocabulary.regions[region].id if region in vocabulary.regions else region
    arguments = (
        ("more", more),
        ("less", less),
        ("region", name.replace("_", " ")),
        ("longer", f"about {duration_words(round(times[more], -2))}"),
        ("shorter", f"about {duration_words(round(times[less], -2))}" if times[less] else "nothing"),
    )
    first = work[region, more][0][1]
    related = tuple(Related(act.spot, f"the {less} side") for _, act in work.get((region, less), [])[:1])
    yield Finding(kind, first.spot, arguments, related=related)


def _add(act: Act, times: float, work: Work, vocabulary: Vocabulary) -> None:
    if act.kind != "action" or act.technique is None or act.technique.family == "holding":
        return
    targets = [target for way in (*act.ways, *act.how.travel) for target in way.targets]
    sided = {key for target in targets for key in _sides(target, vocabulary)}
    for key in sorted(sided):
        work[key].append((round(act.time.ideal * times / len(sided)), act))


def _sides(target: Target, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The limb or side of the trunk that a place belongs to, with its side."""
    if target.region is None or target.true_side not in ("left", "right", "both"):
        return
    if any(region.id == "abdomen" for region in vocabulary.around(target.region)):
        return  # what lies within has a right and a left half that are not alike
    paired = [region for region in vocabulary.around(target.region) if region.paired]
    name = paired[-1].id if paired else f"side of {target.region.id}"
    for side in ("left", "right") if target.side == "both" else (target.true_side,):
        yield name, side
