"""ML443: firm or dry work on thin skin."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.force import is_sharp
from massagelang.rules.receiver.work import family_of, verb_of, works
from massagelang.rules.rule import rule

_FIRM = 3.0
_GLIDES = frozenset({"stroking", "friction"})


@rule(
    code="ML443",
    severity=Severity.WARNING,
    message="{act} is {much} education sources advise for this receiver ({told}).",
    hint="Stay at pressure 2, take care at bony places, and use a lubricant: `apply oil over back`.",
    sources=("S126",),
    confidence="M",
    bad="""
        receiver: prone, elder
        «stroke both up left calf, firm»
        """,
    good="""
        receiver: prone, elder
        stroke both up left calf, light
        """,
)
def firm_on_frail_skin(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """On thin skin pressure stays at 2, nothing is pulled sharply, and a lubricant is always there.

    A whole routine on bare skin that names no oil, lotion or cream anywhere gets the finding at its first glide.
    """
    told = first_told(plan, ("elder", "thin_skin"))
    if told is None:
        return
    for act in works(plan):
        firm = firmness_of(act, plan.vocabulary)
        if firm is not None and firm.reaches(_FIRM):
            yield _finding(act, firm.words(act, plan), "firmer than", words_of(told), kind)
        elif is_sharp(act) and family_of(act) in ("stretching", "kneading"):
            yield _finding(act, f"A sharp `{verb_of(act)}`", "rougher than", words_of(told), kind)
    if plan.has_routine and not _has_lubricant(plan):
        for act in [act for act in works(plan) if family_of(act) in _GLIDES][:1]:
            yield _finding(act, f"`{verb_of(act)}` without a lubricant", "drier than", words_of(told), kind)


def _finding(act: Act, said: str, much: str, told: str, kind: Kind) -> Finding:
    return Finding(kind, act.spot, (("act", said), ("much", much), ("told", told)))


def _has_lubricant(plan: Plan) -> bool:
    """Whether a lubricant is used or named, or the receiver stays dressed."""
    if plan.property("lubricant") or plan.property("skin")[:1] == ("clothed",):
        return True
    if any(act.thing is not None and act.thing.kind == "medium" for act in plan.acts()):
        return True
    mediums = {word.id for word in plan.vocabulary.words("implement") if getattr(word, "kind", "") == "medium"}
    needs = " ".join(value for key, values in plan.properties if key == "needs" for value in values).lower()
    return any(word.replace("_", " ") in needs for word in mediums)
