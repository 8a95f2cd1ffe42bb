"""`check` lines set to the time that has gone by there, in a routine whose length has changed (R14)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massagelang.plan.events import marks
from massagelang.plan.fitting.rewriting import Change, rewritten
from massagelang.plan.fitting.trials import Bench
from massagelang.plan.model import Plan
from massagelang.source import Span

_CLOCK = re.compile(r"\d+:\d\d")


def checks_set(bench: Bench, changes: tuple[Change, ...]) -> tuple[str, Plan, tuple[Change, ...]]:
    """The text and its plan once the changes are made, with those checks changed that were right before."""
    _, plan = bench.plan_of(rewritten(bench.text, changes))
    more = tuple(_changed(bench, plan))
    if not more:
        return rewritten(bench.text, changes), plan, ()
    text = rewritten(bench.text, (*changes, *more))
    return text, bench.plan_of(text)[1], more


def _changed(bench: Bench, plan: Plan) -> Iterator[Change]:
    for old, new in zip(marks(bench.plan), marks(plan), strict=True):
        now = round(new.now, -3)
        if old.is_right and now != old.mark.clock:
            source, span = bench.plan.where(old.mark.spot)
            clock = _CLOCK.search(source.text, span.start, span.end)
            if clock:
                yield Span(*clock.span()), f"{now // 60_000}:{now // 1000 % 60:02}"
