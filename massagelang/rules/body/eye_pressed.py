"""ML417: pressure on the eye."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.body.sites import AIMED, CROSSED, Meeting, finding, meetings, place_as_written
from massagelang.rules.rule import rule

_LIGHT, _FELT = 1.0, 2.0
_CORNERS = frozenset({"inner_corner_of_eye", "outer_corner_of_eye"})


@rule(
    code="ML417",
    severity=Severity.ERROR,
    message="`{verb}` is more than contact on `{place}`; education sources advise against any pressure on the eye.",
    hint="Go round it on the bone: `around eyes`, with the ring fingers, or rest the palms there.",
    sources=("S04", "S06"),
    confidence="H",
    bad="""
        press fingertips «on eyelids»
        """,
    good="""
        trace ring_fingers around eyes, light
        """,
)
def eye_pressed(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The eyeball bears no pressure: strokes go round it, on the rim of the bone.

    A touch of pressure 1 or less and palms that rest over the eyes are not meant. A stroke of which nothing says that
    it is light gets a warning. Where the socket itself is named, light work on its rim is not meant either.
    """
    for met in meetings(plan, "eye"):
        cut = met.met == CROSSED and met.way.word in ("across", "through")
        if not (met.met == AIMED or cut) or met.site.id in _CORNERS:
            continue
        strength, rim = met.strength, _names_the_rim(met, plan)
        if strength.strikes or strength.level > (_FELT if rim else _LIGHT):
            yield finding(kind, plan, met)
        elif met.is_work and not rim and not strength.written and _strokes(met):
            yield finding(kind, plan, met, Severity.WARNING)


def _names_the_rim(met: Meeting, plan: Plan) -> bool:
    return place_as_written(plan, met.spot, met.target) in ("eye_socket", "eye socket", "eye_sockets", "orbit")


def _strokes(met: Meeting) -> bool:
    technique = met.act.technique
    return technique is not None and technique.family == "stroking" and met.strength.usual > _LIGHT
