"""ML442: firm work on a child."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.conditions import first_told, words_of
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.work import strikes, verb_of, works
from massagelang.rules.rule import rule

_CHILDREN = ("child", "toddler", "infant", "newborn", "preterm")
_LIGHT, _TAPPING, _TUI_NA_TAPPING = 2.0, 1.5, 2.0


@rule(
    code="ML442",
    severity=Severity.WARNING,
    message="{act} is firmer than education sources advise for this receiver ({told}).",
    hint="Stay at pressure 2 or less, short and with a lubricant; tap only lightly, with the fingers.",
    sources=("S77", "S37"),
    confidence="H",
    bad="""
        receiver: prone, child 6 years
        «stroke both over back, firm»
        """,
    good="""
        receiver: prone, child 6 years
        stroke both over back, gentle
        """,
)
def firm_on_a_child(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Children and babies get light, short work, with a lubricant and with their leave.

    Percussion never has the force that is meant for adults; tui na lets finger joints tap lightly.
    """
    told = first_told(plan, _CHILDREN)
    for act in works(plan) if told else ():
        said = _too_firm(act, plan)
        if said and told:
            yield Finding(kind, act.spot, (("act", said), ("told", words_of(told))))


def _too_firm(act: Act, plan: Plan) -> str:
    firm = firmness_of(act, plan.vocabulary)
    if firm is None:
        return ""
    if strikes(act):
        tui_na = act.technique is not None and act.technique.school == "tui_na"
        return f"`{verb_of(act)}`" if firm.level > (_TUI_NA_TAPPING if tui_na else _TAPPING) else ""
    return firm.words(act, plan) if firm.exceeds(_LIGHT) else ""
