"""Times written for a heading, a block or a session: the total of what it heads, as near as that can come (R8)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from massagelang.diagnostic import Finding, Severity
from massagelang.plan.making import mistakes
from massagelang.plan.model import NO_TIME, Act, Basis, Planned, Section, Sequence, Time, parts_of
from massagelang.plan.said import duration_words
from massagelang.plan.timing.time import within
from massagelang.source import Spot


def budgeted(
    part: Planned, budget: Time | None, bound: str, whole: str, spot: Spot
) -> tuple[Planned, tuple[Finding, ...]]:
    """A part that keeps to the time written for it as far as it can, and a finding when it cannot."""
    if budget is None or part.time == NO_TIME:
        return part, ()
    if part.budget is not None or isinstance(part, Act):
        part = Sequence(
            (part,), id=f"{part.id}~time", spot=part.spot, time=part.time, before=part.before, after=part.after
        )
    kept = evolve(part, time=within(part.time, budget, bound), budget=budget, budget_spot=spot, bound=bound)
    return kept, _unkept(part, budget, bound, whole, spot)


def _unkept(part: Planned, budget: Time, bound: str, whole: str, spot: Spot) -> tuple[Finding, ...]:
    needs = part.time
    if needs.shortest > budget.longest and bound != "at_least":
        # An estimate of how short work can be may be wrong; what is written is not.
        severity = Severity.WARNING if _is_estimated(part) else None
        kind, extra = mistakes.CANNOT_FIT, ("needed", duration_words(needs.shortest))
    elif needs.longest < budget.shortest and bound != "at_most" and not needs.open:
        # An estimate of how long work can go on may be wrong; what is written is not.
        severity = Severity.INFO if _is_estimated(part) else None
        kind, extra = mistakes.NOT_FILLED, ("most", duration_words(needs.longest))
    else:
        return ()
    longest = max(_leaves(part), key=lambda leaf: leaf.time.shortest, default=part)
    arguments = {
        "what": "What stands here",
        "whole": whole,
        "budget": duration_words(budget.ideal),
        "longest": f"`{_named(longest)}`",
    }
    return (Finding(kind, spot, (*arguments.items(), extra), severity=severity or kind.severity),)


def _is_estimated(part: Planned) -> bool:
    """Whether the time of some work inside is not written."""
    acts = (inside for inside in parts_of(part) if isinstance(inside, Act))
    return any(act.kind == "action" and act.time.basis is not Basis.WRITTEN for act in acts)


def _leaves(part: Planned) -> Iterator[Planned]:
    inside = (leaf for leaf in parts_of(part) if leaf is not part)
    return (leaf for leaf in inside if isinstance(leaf, (Act, Section)))


def _named(part: Planned) -> str:
    if isinstance(part, Section):
        return part.title
    technique = getattr(part, "technique", None)
    return technique.id if technique else getattr(part, "kind", "this")
