"""ML506: a routine that breaks off without a close."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.body.aim import DEEP
from massagelang.rules.course import course_of, ends
from massagelang.rules.force import firmest
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of
from massagelang.rules.setting import setting_of
from massagelang.rules.where import wide_place


@rule(
    code="ML506",
    severity=Severity.INFO,
    message="The last touch is `{verb}`; nothing brings the routine to rest after it.",
    hint="End with a light stroke, `feather both down {place}`, or with `hold both on {place} for 3 breaths`.",
    sources=("S18", "S97b", "S96b"),
    confidence="H",
    bad="""
        routine "Quick back"
        lubricant: oil
        hold both on back for 3 breaths
        stroke both up back, slow; repeat 3
        «knead both over upper_back, for 1min»
        """,
    good="""
        routine "Quiet back"
        lubricant: oil
        hold both on back for 3 breaths
        knead both over upper_back, light, for 1min
        stroke both down back, light, slow; repeat 3
        """,
)
def no_close(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A treatment ends with strokes that grow lighter, with feathering, or with hands that rest.

    Tui na and work before a race may end briskly; so may self-massage, where nobody is left alone.
    """
    act = ends(plan, last=True) if course_of(plan).is_whole else None
    setting = setting_of(plan)
    if act is None or setting.is_self or setting.is_any("tui_na", "paediatric_tui_na", "preevent"):
        return
    if act.understood and not _closes(act):
        yield Finding(kind, act.spot, (("verb", verb_of(act)), ("place", wide_place(act, plan.vocabulary))))


def _closes(act: Act) -> bool:
    """Whether a routine may end upon an act: a stroke, a hold, or gentle rocking."""
    technique = act.technique
    if act.kind == "placement" or technique is None or technique.family == "holding":
        return True
    if technique.family == "stroking":
        return firmest(act) < DEEP
    return technique.family == "vibration" and technique.warm_up
