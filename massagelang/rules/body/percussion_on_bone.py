"""ML415: percussion, vibration or hot stones on bones that lie under the skin."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings
from massagelang.rules.rule import rule

_HOT = frozenset({"hot_stone", "warm_stone", "shell"})
_TAPPING = 1.5


@rule(
    code="ML415",
    severity=Severity.WARNING,
    message="`{verb}` {meets} `{site}`, bone right under the skin; education sources advise against {what} there.",
    hint="Choose a place with muscle over it, or tap lightly.",
    sources=("S102", "S11", "S101", "S103"),
    confidence="H",
    bad="""
        beat both «on sternum»
        """,
    good="""
        beat both on buttocks
        """,
)
def percussion_on_bone(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Percussion belongs on muscle: on bones under the skin heavy percussion, vibration and hot stones are a warning.

    Such bones are the breastbone, the collarbones, the ridge of the shoulder blade, the crest of the hip, kneecap,
    shin, ankle and the point of the elbow. On the sacrum it is a note, as an older book allows percussion there
    without force. Light tapping is not meant.
    """
    for met in meetings(plan, "bone"):
        what = _what(met) if met.met in (AIMED, CROSSED) else ""
        if what and (met.met == AIMED or _is_passed(met)):
            severity = Severity.INFO if met.site.id == "sacrum" else Severity.WARNING
            yield finding(kind, plan, met, severity, what=what, site=met.site.id)


def _is_passed(met: Meeting) -> bool:
    """Whether a path passes the bone without naming it, or leads across it; a wide place is not meant bone by bone."""
    return met.way.word in ("across", "through") or met.site.id == "sacrum"


def _what(met: Meeting) -> str:
    strength, act = met.strength, met.act
    things = [act.thing, *(tool.implement for tool in act.tools)]
    if any(thing is not None and thing.id in _HOT for thing in things):
        return "hot stones"
    if strength.strikes:
        return "heavy percussion" if strength.usual > _TAPPING and not strength.tender else ""
    return "vibration" if strength.trembles else ""
