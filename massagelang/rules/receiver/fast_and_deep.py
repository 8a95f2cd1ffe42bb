"""ML462: deep work at a brisk tempo."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.firmness import DEEP, depth_of
from massagelang.rules.receiver.force import is_fast
from massagelang.rules.receiver.work import family_of, works
from massagelang.rules.rule import rule
from massagelang.source import Spot

_SLOW_BY_NATURE = frozenset({"stroking", "kneading", "pressing", "holding", "stretching"})
_BRISK = 30.0


@rule(
    code="ML462",
    severity=Severity.WARNING,
    message="{act} is fast for deep work; education sources want deep strokes slow.",
    hint="Write `slow`, or less pressure: a fast deep stroke hurts and makes the muscle guard itself.",
    sources=("S32",),
    confidence="M",
    bad="""
        stroke both up left thigh, deep, «brisk»
        """,
    good="""
        stroke both up left thigh, deep, slow
        """,
)
def fast_and_deep(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """The deeper a stroke, the slower: a fast deep one can cause sharp pain, and the muscle guards itself.

    Deep is pressure 4 or more, or 3 with elbow, knuckles or stacked thumbs; fast is `brisk` and more, or 30 cm/s.
    Percussion, shaking and brisk rubbing are fast by nature and not meant.
    """
    for act in works(plan):
        fast = _fast(act)
        firm = depth_of(act, plan.vocabulary) if fast and family_of(act) in _SLOW_BY_NATURE else None
        if fast and firm is not None and firm.reaches(DEEP):
            yield Finding(kind, fast, (("act", firm.words(act, plan)),))


def _fast(act: Act) -> Spot | None:
    """The words that say a brisk tempo."""
    for word in (*act.how.words, *act.how.throughout):
        if is_fast(word.manner.kind, word.manner.value):
            return word.spot or act.spot
    return act.spot if act.how.rate_unit == "cm/s" and max(act.how.rate_ends) >= _BRISK else None
