"""ML204: contact is lost where the routine says that it is kept throughout."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Hands, Plan
from massagelang.rules.course import Done, course_of, keeps_contact
from massagelang.rules.rule import rule
from massagelang.rules.saying import clock_words
from massagelang.source import Spot

_TOUCHING = frozenset({"placement", "action", "move", "reset"})


@rule(
    code="ML204",
    severity=Severity.WARNING,
    message="From {start} to {end} no hand is on the body, but contact was to be kept throughout.",
    hint="Lift one hand at a time, or lay the other down first.",
    sources=("S90", "S91"),
    confidence="M",
    bad="""
        throughout: contact
        hands on back
        «hands off»
        pause 10s
        hands on legs
        """,
    good="""
        throughout: contact
        hands on back
        hand left off
        pause 10s
        hand left on left leg
        """,
)
def contact_lost(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """`throughout: contact` is a promise: from the first touch to the last one hand at least stays on the body.

    Percussion, whose hands leave the body at each strike, is no loss of contact. What comes after the last touch, such
    as covering up, is none either.
    """
    lost: Done | None = None
    said: set[Spot] = set()
    for done in course_of(plan).every:
        if lost is not None and done.act.kind in _TOUCHING:
            if not keeps_contact(plan, done):  # the promise ended with its step
                lost = None
                continue
            said.add(lost.act.spot)
            start, end = lost.start + round(lost.length / lost.times), done.start
            arguments = (("start", clock_words(start)), ("end", clock_words(max(start, end))))
            yield Finding(kind, lost.act.spot, arguments, related=(Related(done.act.spot, "here it comes back"),))
            lost = None
        if done.act.spot not in said and _is_left_by(done.act) and keeps_contact(plan, done):
            lost = done


def _is_left_by(act: Act) -> bool:
    """Whether no hand is on the body any more after an act that does not strike."""
    strikes = act.technique is not None and act.technique.family == "percussion"
    return _off(act.after) and not _off(act.before) and not strikes


def _off(hands: Hands) -> bool:
    return is_off(hands.arms[0]) and is_off(hands.arms[1])
