"""ML456: points that are left alone in pregnancy."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target
from massagelang.rules.receiver.meeting import meetings, said_place
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.work import family_of, verb_of, works
from massagelang.rules.rule import rule

_PASSES = frozenset({"stroking"})
_POINTED = frozenset({"thumb", "finger", "fingertips", "elbow", "knuckles", "index_finger", "middle_finger"})


@rule(
    code="ML456",
    severity=Severity.ERROR,
    message="`{verb}` works the point `{place}` ({told}); education sources advise against point work there.",
    hint="Leave the point out; strokes that only pass over it are not meant.",
    sources=("S127", "S43"),
    confidence="M",
    bad="""
        receiver: side_lying, pregnant 24 weeks
        press thumbs «on left sp6», light
        """,
    good="""
        receiver: side_lying, pregnant 24 weeks
        press thumbs on left pc6, light
        """,
)
def pregnancy_point(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """SP6, LI4, GB21, BL60, the reflex of the uterus and the points of the sacrum are not pressed in pregnancy.

    Whatever stays on such a point counts: presses, holds, circles. A stroke that passes over it is no concern. Thumbs,
    fingertips or elbows that press the sacrum are a warning, since its points are not told apart.
    """
    found = pregnancy_of(plan)
    if found is None:
        return
    points = [Target(one) for one in dict.fromkeys(plan.vocabulary.regions.values()) if one.caution == "pregnancy"]
    stays = [act for act in works(plan) if family_of(act) not in _PASSES]
    for met in meetings(stays, points, plan):
        if met.aimed:
            arguments = (("verb", verb_of(met.act)), ("place", said_place(met.place)), ("told", found.words))
            yield Finding(kind, met.spot, arguments)
    sacrum = plan.vocabulary.region("sacrum")
    for met in meetings([act for act in stays if _is_pointed(act)], (Target(sacrum),), plan):
        if met.aimed:
            arguments = (("verb", verb_of(met.act)), ("place", "sacrum"), ("told", found.words))
            yield Finding(kind, met.spot, arguments, severity=Severity.WARNING)


def _is_pointed(act: Act) -> bool:
    return family_of(act) == "pressing" and any(tool.part.rstrip("s") in _POINTED for tool in act.tools)
