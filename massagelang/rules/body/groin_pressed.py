"""ML411: deep pressure, friction or percussion at the groin."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_NEAR_THE_GROIN = frozenset({"top", "upper_part", "upper_third", "base"})
_FELT, _FIRM = 2.0, 3.0


@rule(
    code="ML411",
    severity=Severity.ERROR,
    message="`{verb}` works on `{place}`; education sources advise against {what} at the groin.",
    hint="Leave the groin out, or lay a broad, light hand there.",
    sources=("S02", "S04", "S05"),
    confidence="H",
    bad="""
        press thumbs «on groin»
        """,
    good="""
        stroke both over groin, light
        """,
)
def groin_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The great vessels and nerves of the leg pass the groin close below the skin, between the lymph nodes.

    A pressure of 3 or more there is an error, friction and percussion are a warning at less. The inner thigh near it is
    treated alike in its upper part; on the rest of it deep pressure and percussion are a warning.
    """
    for met in (*meetings(plan, "groin"), *meetings(plan, "inner_thigh")):
        severity = _severity(met) if met.met == AIMED else None
        if severity is not None:
            yield finding(kind, plan, met, severity, what=_what(met))


def _severity(met: Meeting) -> Severity | None:
    strength = met.strength
    upper = met.target.part is not None and met.target.part.id in _NEAR_THE_GROIN
    if met.site.caution == "inner_thigh" and not upper:
        return Severity.WARNING if strength.deep or _strikes(met) else None
    if strength.level >= _FIRM:
        return Severity.ERROR
    return Severity.WARNING if _strikes(met) or (strength.rubs and strength.level >= _FELT) else None


def _strikes(met: Meeting) -> bool:
    return met.strength.strikes and not met.strength.tender


def _what(met: Meeting) -> str:
    if met.strength.strikes:
        return "percussion"
    return "friction" if met.strength.rubs else "firm pressure"
