"""ML451: late in pregnancy, flat on the back."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.plan.positions import positions
from massagelang.rules.receiver.pregnancy import pregnancy_of
from massagelang.rules.receiver.support import is_supported
from massagelang.rules.rule import rule

_FROM_WEEK = 20
_FLAT = frozenset({"supine", "floor_supine", "legs_up"})
_TILTS = frozenset({"hip", "buttock", "pelvis", "back", "upper_back", "lower_back", "waist", "side_of_body"})


@rule(
    code="ML451",
    severity=Severity.ERROR,
    message="The receiver lies flat on the back ({told}); education sources advise against that from 20 weeks on.",
    hint="Use `side_lying` or `semi_reclined`, or lay a pillow under one hip: `place pillow under right hip`.",
    sources=("S73d",),
    confidence="M",
    bad="""
        receiver: «supine», pregnant 24 weeks
        stroke both up left forearm, light
        """,
    good="""
        receiver: semi_reclined, pregnant 24 weeks
        stroke both up left forearm, light
        """,
)
def pregnant_on_the_back(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """From about 20 weeks on she does not lie flat on her back.

    Side-lying or half reclined, with a pillow under one hip, is advised instead. Where the weeks are not told, lying
    flat is a warning that asks for them.
    """
    found = pregnancy_of(plan)
    if found is None or not found.perhaps(_FROM_WEEK):
        return
    sure = found.surely(_FROM_WEEK)
    for position, spot in positions(plan):
        if position in _FLAT and not is_supported(plan, position, _TILTS):
            hint = kind.hint if sure else f"Write how many weeks it is, or {kind.hint[0].lower()}{kind.hint[1:]}"
            severity = Severity.ERROR if sure else Severity.WARNING
            yield Finding(kind, spot, (("told", found.words),), severity=severity, hint=hint)
