"""ML441: conditions of which one asks before one begins."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.rules.receiver.conditions import findings_at_words, says_of, told_of
from massagelang.rules.receiver.heat import hot_acts
from massagelang.rules.rule import rule

_NO_STONES = ("multiple_sclerosis", "parkinson")


@rule(
    code="ML441",
    severity=Severity.INFO,
    message="{says}; education sources advise to ask about it first.",
    hint='Ask what helps and what to leave out, and write it down: `note "…"`.',
    sources=("S74", "S116b"),
    confidence="L",
    bad="""
        receiver: prone, «epilepsy»
        stroke both up back, light
        """,
    good="""
        receiver: prone
        stroke both up back, light
        """,
)
def ask_first(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Epilepsy, illness of the mind, multiple sclerosis and Parkinson's disease differ much from one person to another.

    So one asks what helps. One text also keeps hot stones from people with multiple sclerosis or Parkinson's disease.
    """
    for told in told_of(plan, _NO_STONES):
        for act in list(hot_acts(plan))[:1]:
            hint = "Leave the hot stones out, or ask how well warmth is felt."
            words = f"{says_of(told)} and hot stones are used, which one source advises against"
            yield Finding(kind, act.spot, (("says", words),), hint=hint)
    yield from findings_at_words(plan, kind, ("epilepsy", "psychiatric_illness", *_NO_STONES))
