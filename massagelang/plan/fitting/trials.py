"""A routine tried out with other numbers: its text with them, and the plan that it has then. Reads and writes nothing.

Lengths are whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import evolve, field, frozen

from massagelang.plan.events import needs_of
from massagelang.plan.fitting.dropping import Optional
from massagelang.plan.fitting.figures import COUNT, TIME, TOTAL, Figure, figures
from massagelang.plan.fitting.rewriting import Change, moved, rewritten
from massagelang.plan.fitting.session import Session, session_of
from massagelang.plan.making import mistakes
from massagelang.plan.model import Plan, Planned, Section, Time, parts_of
from massagelang.syntax import ast
from massagelang.values import Record

PlanOf = Callable[[str], tuple[ast.File, Plan]]
"""Reads a text and plans it."""

Values = Mapping[Figure, int | tuple[int, int]]
"""What figures become: a number, or a time between two."""

_ROUNDS = 4
_MINUTE = 60_000
_SHORT = 2_000


@frozen(slots=False, repr=False, eq=False)
class Trial(Record):
    """One way to write the routine, and its plan. `factor` is that of the counts and totals, `seconds` of the times."""

    text: str
    plan: Plan
    values: Values
    changes: tuple[Change, ...]
    drops: tuple[Optional, ...] = ()
    factor: float = 1.0
    seconds: float = 1.0

    @property
    def needs(self) -> Time:
        """How long all that is in it takes, whatever the session says."""
        body = self.plan.body
        return body.body.time if isinstance(body, Section) else body.time

    @property
    def troubles(self) -> int:
        """How many written totals it cannot keep to; the session's does not count."""
        kinds = (mistakes.CANNOT_FIT, mistakes.NOT_FILLED)
        session = self.plan.body.budget_spot
        return sum(1 for finding in self.plan.findings if finding.kind in kinds and finding.spot != session)

    def misses(self, length: int) -> int:
        """How far a length is from what it can take without drawing out waits; more than 0 if it is too short."""
        needs = self.needs
        return min(0, length - needs.shortest) or max(0, length - needs.full)


@frozen(eq=False, repr=False)
class Bench:
    """Tries out other numbers for one routine that is to take `length`."""

    text: str
    plan_of: PlanOf
    length: int
    file: ast.File
    plan: Plan
    figures: tuple[Figure, ...]
    session: Session
    tried: dict[object, Trial] = field(factory=dict)

    def new_troubles(self, trial: Trial) -> int:
        """How many more written totals a trial cannot keep to than the routine does as it is."""
        return max(0, trial.troubles - Trial(self.text, self.plan, {}, ()).troubles)

    def keeps(self, trial: Trial) -> bool:
        """Whether a trial can take the length, and keeps to its totals as well as before."""
        return trial.misses(self.length) == 0 and not self.new_troubles(trial)

    def badness(self, trial: Trial) -> tuple[int, int, int]:
        """How far a trial is from what is wanted, the worst first: totals broken, length out of reach, pace unusual."""
        return self.new_troubles(trial), abs(trial.misses(self.length)), abs(trial.needs.ideal - self.length)

    def scaled(
        self, factor: float, drops: tuple[Optional, ...] = (), seconds: float = 1.0, totals: float | None = None
    ) -> Trial:
        """Counts times a factor, totals too or times another, times of statements times a third; in their bounds."""
        factors = {COUNT: factor, TOTAL: factor if totals is None else totals, TIME: seconds}
        values = {figure: _scaled(figure, factors[figure.kind]) for figure in self.figures}
        return evolve(self.settled(values, drops), factor=factor, seconds=seconds)

    def settled(self, values: Values, drops: tuple[Optional, ...] = ()) -> Trial:
        """A trial in which no total is longer or shorter than what stands under it can be."""
        trial = self.trial(values, drops)
        for _ in range(_ROUNDS):
            kept = {**trial.values, **dict(self._unkept(trial))}
            if kept == trial.values:
                break
            trial = self.trial(kept, drops)
        return trial

    def trial(self, values: Values, drops: tuple[Optional, ...] = ()) -> Trial:
        """The routine with these numbers and without these parts."""
        key = (tuple(values.items()), drops)
        if key not in self.tried:
            changes = tuple(self._changes(values, drops))
            text = rewritten(self.text, changes)
            _, plan = self.plan_of(text)
            self.tried[key] = Trial(text, plan, values, changes, drops)
        return self.tried[key]

    def _changes(self, values: Values, drops: tuple[Optional, ...]) -> Iterator[Change]:
        gone = frozenset[str]().union(*(drop.lines for drop in drops))
        for figure, value in values.items():
            if value != figure.value and figure.line not in gone:
                yield figure.span, figure.between(*value) if isinstance(value, tuple) else figure.written(value)
        for drop in drops:
            yield from drop.changes
        if self.session.is_written:
            yield self.session.changed(self.length)

    def _unkept(self, trial: Trial) -> Iterator[tuple[Figure, int]]:
        """The totals that what stands under them cannot keep to, with the nearest that it can; the same for a pair."""
        ends = {moved(figure.around.end, trial.changes): figure for figure in self.figures if figure.kind == TOTAL}
        pairs: dict[str, int] = {}
        for part in parts_of(trial.plan.body):
            figure = ends.get(_end_of_budget(part, trial))
            value = trial.values.get(figure) if figure else None
            if figure and isinstance(value, int) and (kept := _kept(value, part)) != value:
                other = pairs.get(figure.pair, kept)
                pairs[figure.pair] = max(kept, other) if kept > value else min(kept, other)
        yield from ((figure, pairs[figure.pair]) for figure in ends.values() if figure.pair in pairs)


def _kept(value: int, part: Planned) -> int:
    """The whole seconds nearest to a total that what stands under it can take."""
    needs = needs_of(part)
    low, high = -(-needs.shortest // 1000) * 1000, needs.full // 1000 * 1000
    return min(max(value, low), high) if low <= high else value


def _end_of_budget(part: Planned, trial: Trial) -> int:
    """Where the total that is written for a part ends in the text; -1 if none is, or not in this file."""
    if part.budget_spot is None:
        return -1
    source, span = trial.plan.where(part.budget_spot)
    return span.end if source.text == trial.text else -1


def bench_for(text: str, plan_of: PlanOf, length: int) -> Bench:
    """A bench for a routine; its numbers may change as far as the totals around them allow."""
    file, plan = plan_of(text)
    found = figures(file)
    first = Trial(text, plan, {}, ())
    own = {figure.around.end for figure in found if figure.kind == TOTAL}
    bounds: dict[str, str] = {}
    for part in parts_of(plan.body):
        end = _end_of_budget(part, first)
        if part.budget is not None and part is not plan.body and end not in own and not _takes_the_rest(part):
            lines = {inside.spot.line for inside in parts_of(part)}
            bounds.update(dict.fromkeys(lines, part.bound))
    held = tuple(_held(figure, bounds[figure.line]) if figure.line in bounds else figure for figure in found)
    return Bench(text, plan_of, length, file, plan, held, session_of(file))


def _takes_the_rest(part: Planned) -> bool:
    return isinstance(part, Section) and part.rest_of_time


def _held(figure: Figure, bound: str) -> Figure:
    """A number under a total that stays: it may change only the way that the total lets it."""
    least = figure.value if bound != "at_most" else figure.least
    most = figure.value if bound != "at_least" else figure.most
    return evolve(figure, least=least, most=most)


def _scaled(figure: Figure, factor: float) -> int:
    """A figure's value times a factor: a whole count, a time that people would write."""
    if factor == 1:
        return figure.value
    exact = figure.value * factor
    sizes = {COUNT: 1, TIME: 100 if exact < _SHORT else 1_000, TOTAL: 1_000 if exact < _MINUTE else 5_000}
    size = sizes[figure.kind]
    return min(max(int(exact / size + 0.5) * size, figure.least), figure.most)
