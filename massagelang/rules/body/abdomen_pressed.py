"""ML404: percussion or firm pressure on the abdomen."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings
from massagelang.rules.body.strength import DEEP
from massagelang.rules.rule import rule

_TENDER_PARTS = frozenset({"upper_abdomen", "navel", "diaphragm"})
_FIRM = 3.0


@rule(
    code="ML404",
    severity=Severity.WARNING,
    message="`{verb}` works on `{place}`; education sources advise against {what} on the soft belly.",
    hint="Work there with light, broad hands, or choose a place where muscle covers what lies below.",
    sources=("S102", "S04"),
    confidence="H",
    bad="""
        press fingertips «on lower_abdomen», deep
        """,
    good="""
        circle both clockwise over abdomen, light
        """,
)
def abdomen_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Nothing shields what lies in the belly, so it is worked lightly and with broad hands.

    Percussion is an error, a pressure of 4 or more a warning; below the ribs, where liver and spleen lie, and at the
    navel, where the great artery is near, 3 is enough for it. Light tapping is no percussion in this sense.
    """
    for met in meetings(plan, "abdomen"):
        if met.met not in (AIMED, CROSSED):
            continue
        if met.strength.strikes and not met.strength.tender:
            yield finding(kind, plan, met, Severity.ERROR if met.met == AIMED else Severity.WARNING, what="percussion")
        elif met.strength.level >= (_FIRM if _is_tender(met, plan) else DEEP):
            yield finding(kind, plan, met, what="deep pressure" if met.strength.deep else "firm pressure")


def _is_tender(met: Meeting, plan: Plan) -> bool:
    return any(region.id in _TENDER_PARTS for region in plan.vocabulary.around(met.site))
