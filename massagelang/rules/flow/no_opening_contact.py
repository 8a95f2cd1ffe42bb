"""ML502: a routine that begins without a first quiet contact."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.course import course_of, ends
from massagelang.rules.force import firmest
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of
from massagelang.rules.setting import setting_of
from massagelang.rules.where import wide_place

_LIGHT, _STROKED, _LEANT = 1.5, 2.5, 3.5
_SWIFT = 30.0
"""Centimetres a second from which a tempo is swift."""

_BROAD = frozenset({"palm", "hand", "forearm", "foot", "knee"})
_DRY_SCHOOLS = ("thai", "shiatsu", "chair_massage")


@rule(
    code="ML502",
    severity=Severity.INFO,
    message="The first touch is `{verb}`{how}; nothing lets the receiver arrive before it.",
    hint="Begin with `hold both on {place} for 3 breaths`, or with a light stroke.",
    sources=("S25", "S18", "S97b"),
    confidence="H",
    bad="""
        routine "Quick back"
        lubricant: oil
        «rub both over upper_back, brisk, for 1min»
        stroke both up back, slow; repeat 3
        hold both on back for 3 breaths
        """,
    good="""
        routine "Quiet back"
        lubricant: oil
        hold both on back for 3 breaths
        stroke both up back, slow; repeat 3
        hold both on back for 3 breaths
        """,
)
def no_opening_contact(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """A treatment begins with hands that rest, or with light slow strokes, so that the receiver can settle.

    A hand that is laid down for a swift stroke does not wait long enough for that. In schools that work through
    clothes, leaning with broad palms is such a beginning. Tui na and work before a race begin as they will.
    """
    act = ends(plan, last=False) if course_of(plan).is_whole else None
    setting = setting_of(plan)
    if act is None or setting.is_any("tui_na", "paediatric_tui_na", "preevent"):
        return
    work = course_of(plan).work[0].act
    if act.kind == "placement" and _is_swift(work):
        act = work
    elif not act.understood or _opens(act, dry=setting.is_any(*_DRY_SCHOOLS)):
        return
    how = ", swift" if _is_swift(act) else ""
    yield Finding(kind, act.spot, (("verb", verb_of(act)), ("how", how), ("place", wide_place(act, plan.vocabulary))))


def _is_swift(act: Act) -> bool:
    words = (*act.how.words, *act.how.throughout)
    return any(word.manner.kind == "tempo" and (word.manner.value or 0) >= _SWIFT for word in words)


def _opens(act: Act, *, dry: bool) -> bool:
    """Whether an act lets somebody arrive."""
    technique = act.technique
    if act.kind == "placement" or technique is None or technique.family == "holding":
        return True
    force = firmest(act)
    if technique.family in ("percussion", "moving", "stretching"):
        return False
    if force <= _LIGHT:
        return True
    leans = technique.family == "pressing" and force <= _LEANT and all(tool.part in _BROAD for tool in act.tools)
    return (technique.warm_up and technique.family != "friction" and force <= _STROKED) or (dry and leans)
