"""ML207: more hands at once than the giver has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from attrs import evolve, frozen

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.making.hands import opposite
from massagelang.plan.model import Act, Plan, Section, Target, Together, parts_of
from massagelang.rules.course import Done, arms_of, course_of
from massagelang.rules.rule import rule
from massagelang.rules.saying import region_words, verb_of
from massagelang.rules.where import around, places_of
from massagelang.source import Spot
from massagelang.values import Record
from massagelang.vocabulary import Vocabulary

_WORKING = frozenset({"stroking", "kneading", "friction", "percussion", "vibration", "pressing"})
_KEEPING = frozenset({"holding", "stretching"})


@rule(
    code="ML207",
    severity=Severity.ERROR,
    message="`{verb}` takes both hands here, while the {place} is still to be {kept}.",
    hint="Work with one hand and keep the other there; or {instead} first.",
    bad="""
        lift their right leg with both hands
        «knead both on right calf»
        """,
    good="""
        lift their right leg with both hands
        hold left under right ankle; knead right on right calf
        """,
)
def three_hands_needed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """What is lifted stays in a hand until it is lowered, and what is held in `together` needs that hand throughout.

    Two more hands to work with are then one too many: an error in `together`, a warning where what was lifted may have
    been lowered without a word. The giver's knee or a pillow can take the place of a hand: say so, and it is free.
    """
    said: set[Spot] = set()
    for finding in (*_while_lifted(plan, kind), *_while_held(plan, kind)):
        if finding.spot not in said:
            said.add(finding.spot)
            yield finding


# ── what was lifted and not lowered ───────────────────────────────────────────────────────────────────────────────


@frozen(slots=False, repr=False, eq=False)
class _Lifted(Record):
    act: Act
    arms: frozenset[int]
    step: Section | None


def _while_lifted(plan: Plan, kind: Kind) -> Iterator[Finding]:
    lifted: _Lifted | None = None
    for done in course_of(plan).every:
        if lifted is not None and (done.step is not lifted.step or _frees(done.act)):
            lifted = None
        if lifted is not None and _takes_all(done, lifted.arms):
            place = _as_written(lifted.act)
            arguments = _arguments(done.act, place, "held up", "lower it")
            related = (Related(lifted.act.spot, "here it is lifted"),)
            yield Finding(kind, done.act.spot, arguments, related=related, severity=Severity.WARNING)
            lifted = None
        if done.is_work and done.arms and done.act.moved is not None and verb_of(done.act) == "lift":
            lifted = _Lifted(done.act, done.arms, done.step)


def _as_written(act: Act) -> str:
    """What was lifted, with the side that the line names, also where it is done on the other side."""
    if act.moved is None:
        return "limb"
    return region_words(evolve(act.moved, side=opposite(act.moved.side), seen="") if act.flipped else act.moved)


def _arguments(act: Act, place: str, kept: str, instead: str) -> tuple[tuple[str, str], ...]:
    return (("verb", verb_of(act)), ("place", place), ("kept", kept), ("instead", instead))


def _frees(act: Act) -> bool:
    """Whether what was lifted is lowered, laid on something or let go by this act."""
    if act.kind in ("lift", "person", "thing"):
        return True
    family = act.technique.family if act.technique else ""
    return family == "moving" or verb_of(act) == "release"


def _takes_all(done: Done, arms: frozenset[int]) -> bool:
    """Whether work that is not done upon what is held, by the hands that hold it, takes all of these arms."""
    act = done.act
    works = done.is_work and act.technique is not None and act.technique.family in _WORKING
    return works and act.moved is None and bool(act.ways) and len(done.arms) == 2 and arms <= done.arms


# ── what is held while others work ────────────────────────────────────────────────────────────────────────────────


def _while_held(plan: Plan, kind: Kind) -> Iterator[Finding]:
    for part in plan.parts():
        if isinstance(part, Together):
            members = [[act for act in parts_of(member) if isinstance(act, Act)] for member in part.members]
            for one, several in permutations(members, 2):
                for act, other in product(one, several):
                    if _needs_a_hand(other) and _works_both(act, other, plan.vocabulary):
                        place = next(map(region_words, _places(other)), "body")
                        arguments = _arguments(act, place, "held", f"end the `{verb_of(other)}`")
                        yield Finding(kind, act.spot, arguments, related=(Related(other.spot, "held here"),))


def _places(act: Act) -> list[Target]:
    return [act.moved] if act.moved is not None and act.moved.region else places_of(act)


def _needs_a_hand(act: Act) -> bool:
    family = act.technique.family if act.technique else ""
    return bool(arms_of(act)) and (act.moved is not None or family in _KEEPING)


def _works_both(act: Act, other: Act, vocabulary: Vocabulary) -> bool:
    """Whether an act works with both hands where another keeps one; places apart are a hand in two places (ML201)."""
    if act.kind != "action" or act.technique is None or act.technique.family not in _WORKING or act.moved is not None:
        return False
    if len(arms_of(act)) < 2 or not act.ways:
        return False
    if other.moved is not None and not other.ways:
        return True
    here, there = _places(act), _places(other)
    return bool(here and there) and _overlap(here[-1], there[-1], vocabulary)


def _overlap(first: Target, second: Target, vocabulary: Vocabulary) -> bool:
    if first.region is None or second.region is None:
        return False
    return second.region.id in around(first.region, vocabulary) or first.region.id in around(second.region, vocabulary)
