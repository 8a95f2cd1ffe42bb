"""ML209: oil is wanted while both hands must stay where they are."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Plan, Planned, Together, parts_of
from massagelang.rules.course import arms_of, course_of, keeps_contact
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of
from massagelang.source import Spot

_BEARING = frozenset({"cradle", "support"})
_LETS_GO = frozenset({"lower", "drop", "release"})


@rule(
    code="ML209",
    severity=Severity.WARNING,
    message="Both hands are busy when the {thing} is wanted: {why}.",
    hint="{hint}",
    bad="""
        lift their right leg with both hands
        «apply oil over right calf»
        lower their right leg with both hands
        """,
    good="""
        apply oil over right calf
        lift their right leg with both hands
        lower their right leg with both hands
        """,
)
def oil_with_no_free_hand(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Whoever reaches for oil needs a hand for it, and warming it takes both.

    Both hands must stay where they hold up a limb, where `together` has them at work, and where contact is promised
    throughout and nothing says which hand goes.
    """
    said: set[Spot] = set()
    for finding in (*_one_after_the_other(plan, kind), *_at_once(plan, kind)):
        if finding.spot not in said:
            said.add(finding.spot)
            yield finding


def _one_after_the_other(plan: Plan, kind: Kind) -> Iterator[Finding]:
    last: Act | None = None
    lifted = False
    for done in course_of(plan).every:
        act = done.act
        lifted = (lifted and not _puts_down(act)) or _lifts(act)
        if _is_oil(act) and last is not None and not done.together:
            if (lifted and _both_on(act)) or _bears(last):
                yield _finding(
                    kind,
                    act,
                    last,
                    "they hold up what lies in them",
                    "Put it on before, or lay down first what they hold.",
                )
            elif keeps_contact(plan, done) and _takes_both(act) and _both_on(act) and len(arms_of(last)) != 1:
                hint = "Say which hand stays before: `hand on back`, or `hand left off`."
                yield _finding(kind, act, last, "one of them should keep contact", hint)
        if act.kind in ("placement", "lift", "action"):
            last = act


def _finding(kind: Kind, act: Act, other: Planned, why: str, hint: str) -> Finding:
    thing = act.thing.id.replace("_", " ") if act.thing else "oil"
    arguments = (("thing", thing), ("why", why), ("hint", hint))
    return Finding(kind, act.spot, arguments, related=(Related(other.spot, "here they are"),))


def _at_once(plan: Plan, kind: Kind) -> Iterator[Finding]:
    for part in plan.parts():
        if isinstance(part, Together):
            acts = [act for act in parts_of(part) if isinstance(act, Act)]
            busy = frozenset().union(*map(arms_of, acts))
            for act in (act for act in acts if _is_oil(act) and len(busy) == 2):
                yield _finding(kind, act, part, "they work in this `together`", "Put it on before the `together`.")


def _is_oil(act: Act) -> bool:
    is_medium = act.thing is not None and act.thing.kind == "medium"
    warms = act.kind == "person" and act.person == "giver" and act.deed is not None and act.deed.id == "warm"
    return is_medium and (act.verb == "apply" or warms)


def _lifts(act: Act) -> bool:
    """Whether both hands lift something of the receiver's."""
    return verb_of(act) == "lift" and act.moved is not None and len(arms_of(act)) == 2


def _puts_down(act: Act) -> bool:
    """Whether what was lifted is lowered, laid on something or let go by this act, or the hands go elsewhere."""
    family = act.technique.family if act.technique else ""
    if act.kind in ("lift", "placement", "move") or family == "moving" or verb_of(act) == "release":
        return True
    return (act.kind == "thing" and act.verb == "place") or (act.kind == "person" and not _is_oil(act))


def _bears(act: Act) -> bool:
    """Whether both hands hold something from below, or have the head in them."""
    family = act.technique.family if act.technique else ""
    if len(arms_of(act)) < 2:
        return False
    if act.moved is not None and act.moved.region is not None:
        return act.moved.region.id == "head" and verb_of(act) not in _LETS_GO
    below = any(way.word in ("under", "below") for way in act.ways)
    return verb_of(act) in _BEARING or (below and (family == "holding" or act.kind == "placement"))


def _takes_both(act: Act) -> bool:
    """Whether it goes on the giver's own two hands rather than straight on the skin."""
    return any(target.own and (target.plural or target.side == "both") for way in act.ways for target in way.targets)


def _both_on(act: Act) -> bool:
    return not any(is_off(arm) for arm in act.before.arms)
