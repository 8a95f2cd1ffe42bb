"""ML461: more pressure than is comfortable."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.conditions import first_told
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.work import works
from massagelang.rules.rule import rule

_MOST_OF_TEN, _PAIN, _MOST_WRITTEN, _DEEPEST = 7.0, 8.0, 10.0, 5.0
_STRONG = ("robust", "athlete")


@rule(
    code="ML461",
    severity=Severity.ERROR,
    message="{act} is more than education sources advise: {why}.",
    hint="Write `pressure 7 of 10` or less, or `deep`; for somebody who is used to it: `receiver: strong`.",
    sources=("S47", "S55", "S54"),
    confidence="M",
    bad="""
        press thumbs on left buttock, «pressure 9 of 10»
        """,
    good="""
        press thumbs on left buttock, pressure 7 of 10
        """,
)
def pressure_to_pain(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """On a scale of comfort to 10, 7 is the best of deep work, 8 hurts, 10 bruises; one source lets points go to 8.

    More than 7 of 10 is an error, on a pressed point up to 8 a warning. Pressure 5 of 5 is for a receiver who is told
    of as strong (`strong`, `athlete`), and should leave no bruises even there: else a warning.
    """
    strong = first_told(plan, _STRONG) or any("strong" in told.text.lower() for told in plan.receiver)
    for act in works(plan):
        if act.how.pressure is None:
            continue
        firm = firmness_of(act, plan.vocabulary)
        if firm is None or not firm.written:
            continue
        of_ten = _of_ten(act)
        if _MOST_OF_TEN < of_ten <= _MOST_WRITTEN:
            point = act.technique is not None and act.technique.family == "pressing" and of_ten <= _PAIN
            why = "7 of 10 is the most comfortable work" + ("; one source lets points go to 8" if point else "")
            severity = Severity.WARNING if point else Severity.ERROR
        elif firm.level == _DEEPEST and not of_ten and not strong:
            why, severity = "the deepest pressure is for a strong receiver, and leaves no bruises", Severity.WARNING
        else:
            continue
        yield Finding(kind, firm.spot, (("act", firm.words(act, plan)), ("why", why)), severity=severity)


def _of_ten(act: Act) -> float:
    """The pressure on the scale of comfort; 0 where another scale was written."""
    level = act.how.pressure
    return max(level.start, level.end) * 2 if level is not None and level.scale == 10 else 0
