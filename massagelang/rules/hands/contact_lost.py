"""ML204: contact is lost where the routine says that it is kept throughout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Contact, Plan
from massagelang.rules.rule import rule


@rule(
    code="ML204",
    severity=Severity.WARNING,
    message="No hand is on the body after this, but contact was to be kept throughout.",
    hint="Lift one hand at a time, or lay the other down first.",
    sources=("S90", "S91"),
    confidence="M",
    bad="""
        throughout: contact
        hands on back
        «hands off»
        hands on legs
        """,
    good="""
        throughout: contact
        hands on back
        hand left off
        hand left on left leg
        """,
)
def contact_lost(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """`throughout: contact` is a promise: from the first touch to the last act one hand at least stays on the body.

    Percussion, whose hands leave the body at each strike, is no loss of contact.
    """
    if "contact" not in plan.property("throughout"):
        return
    acts = [act for act in plan.acts() if act.kind in ("placement", "lift", "action", "thing", "drape")]
    for act in acts[:-1]:
        if _off(act.after.arms) and not _off(act.before.arms) and not _leaves_by_nature(act):
            yield Finding(kind, act.spot)


def _off(arms: Iterable[frozenset[Contact | None]]) -> bool:
    return all(map(is_off, arms))


def _leaves_by_nature(act: Act) -> bool:
    return act.technique is not None and act.technique.ends == "off"
