"""ML452: prone in pregnancy."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.plan.positions import positions
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.support import is_supported
from massagelang.rules.rule import rule

_FROM_WEEK, _NO_MORE, _SIDE_FROM = 13, 27, 20
_PRONE = frozenset({"prone", "floor_prone"})
_RAISED = frozenset({"abdomen", "lower_abdomen", "chest", "upper_chest", "hip", "pelvis"})


@rule(
    code="ML452",
    severity=Severity.WARNING,
    message="The receiver lies face down ({told}); education sources advise {advice}.",
    hint="Use `side_lying` with pillows, or, before 20 weeks, `place bolster under chest` and not longer than 20 to "
    "30 minutes.",
    sources=("S73e",),
    confidence="L",
    bad="""
        receiver: «prone», pregnant 16 weeks
        stroke both up back, light
        """,
    good="""
        receiver: side_lying, pregnant 16 weeks
        stroke both up back, light
        """,
)
def pregnant_on_the_front(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """From 13 weeks on she lies face down only on a bolster or a table made for it, and for 20 to 30 minutes at most.

    Sources let her turn to the side for good between 20 and 27 weeks: from 27 weeks on prone is an error. A bolster
    under chest, belly or hip, or a `pregnancy_pillow`, settles it before the 20th week.
    """
    found = pregnancy_of(plan)
    if found is None or not found.perhaps(_FROM_WEEK):
        return
    late = found.surely(_NO_MORE)
    advice = "the side by then" if late else "that only with a bolster or a table made for it, and for half an hour"
    for position, spot in positions(plan):
        raised = position in _PRONE and is_supported(plan, position, _RAISED, ("pregnancy_pillow",))
        if position in _PRONE and not (raised and found.last and not found.perhaps(_SIDE_FROM)):
            severity = Severity.ERROR if late else Severity.WARNING
            yield Finding(kind, spot, (("told", found.words), ("advice", advice)), severity=severity)
