"""A routine of another length: counts and totals change first, then what is optional goes, then written times change.

Numbers change by one factor for all, so that equals stay equal; what is left is shared out by a `session:` line (R8).
Lengths are whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from massagelang.plan.fitting.dropping import Optional, optionals
from massagelang.plan.fitting.figures import COUNT, LEAST_OF_A_TIME, MOST_OF_A_TIME, MOST_TIMES_MORE, Figure
from massagelang.plan.fitting.rewriting import Change
from massagelang.plan.fitting.trials import Bench, PlanOf, Trial, bench_for
from massagelang.plan.model import Plan
from massagelang.plan.said import duration_words
from massagelang.plan.timetable import Entry, timetable
from massagelang.values import Record

_LEAST_FACTOR = 0.0
_NEAR = 1.25
"""How much more or less than the whole the counts may change before that is taken for lopsided."""

_LITTLE = 0.05
"""How much of the whole may go to one number."""

_HALVINGS = 12
_PROBES, _TRIED = 24, 4


@frozen(slots=False, repr=False, eq=False)
class Fit(Record):
    """A routine that takes the length asked for: its text, its plan, and what was changed in the text before."""

    text: str
    plan: Plan
    changes: tuple[Change, ...]
    figures: tuple[Figure, ...]
    dropped: tuple[str, ...]


class CannotFit(ValueError):
    """A length that a routine cannot be brought to.

    `shortest` and `longest` are what it can, though not all between them: numbers go by steps. `in_the_way` names the
    step or the words that hinder most, if there is one.
    """

    def __init__(self, length: int, shortest: int, longest: int, in_the_way: str) -> None:
        super().__init__(f"{duration_words(length)}: from {duration_words(shortest)} to {duration_words(longest)}")
        self.length, self.shortest, self.longest, self.in_the_way = length, shortest, longest, in_the_way


def fitted(text: str, plan_of: PlanOf, length: int) -> Fit:
    """The text with other numbers, so that its plan takes `length`. Errors: CannotFit."""
    bench = bench_for(text, plan_of, length)
    if bench.plan.time.ideal == length:
        return Fit(text, bench.plan, (), (), ())
    limit = bench.session.limit
    if limit is not None and length > limit:
        short, long = _extremes(bench)
        longest = min(limit, long.needs.full)
        raise CannotFit(length, short.needs.shortest, longest, "the time of the whole appointment (`within`)")
    found = _by_counts(bench, ())
    if bench.scaled(_LEAST_FACTOR).misses(length) < 0:
        found = _by_counts(bench, _drops(bench))
    best = found[0] if bench.keeps(found[0]) else _by_seconds(bench, found)
    if best is None:
        raise _cannot(bench)
    return _finished(bench, best)


# ── by counts and totals ──────────────────────────────────────────────────────────────────────────────────────────


def _by_counts(bench: Bench, drops: tuple[Optional, ...]) -> list[Trial]:
    """Trials of factors for counts and totals, the best first.

    Totals go by the measure of the whole, and counts by about the same if that will do; else by any; else both by any.
    """
    before = bench.scaled(1.0, drops).needs.ideal
    ratio = min(max(bench.length / before, 0.01), MOST_TIMES_MORE) if before else 1.0
    least, most = _LEAST_FACTOR, float(MOST_TIMES_MORE)
    if not drops:  # what gets longer loses nothing, though it may be squeezed into its session today
        least, most = (1.0, most) if bench.length > bench.plan.time.ideal else (least, 1.0)
    ratio = min(max(ratio, least), most)
    ways = (
        (lambda factor: bench.scaled(factor, drops, totals=ratio), max(ratio / _NEAR, least), min(ratio * _NEAR, most)),
        (lambda factor: bench.scaled(factor, drops, totals=ratio), least, most),
        (lambda factor: bench.scaled(factor, drops), _LEAST_FACTOR, MOST_TIMES_MORE),
    )
    found: list[Trial] = []
    for trial_at, low, high in ways:
        found = [*_searched(bench, trial_at, low, high, ratio), *found]
        if bench.keeps(found[0]):
            return found
    return sorted(found, key=bench.badness)


def _searched(bench: Bench, trial_at: Callable[[float], Trial], low: float, high: float, usual: float) -> list[Trial]:
    """Trials by how near they come to the length, the nearest first: all are longer the greater their factor is."""
    tried = {factor: trial_at(factor) for factor in (usual, low, high, 1.0) if low <= factor <= high}
    for _ in range(_HALVINGS):
        if tried[low].values == tried[high].values:
            break
        middle = (low + high) / 2
        tried[middle] = trial_at(middle)
        if tried[middle].needs.ideal < bench.length:
            low = middle
        else:
            high = middle

    nearest = sorted(tried, key=lambda factor: (*bench.badness(tried[factor]), abs(factor - usual)))
    return [tried[factor] for factor in nearest]


# ── by leaving out ────────────────────────────────────────────────────────────────────────────────────────────────


def _drops(bench: Bench) -> tuple[Optional, ...]:
    """The optional parts that have to go: as few as will do, and of those that will do the shortest."""
    left = list(optionals(bench.file))
    gone: tuple[Optional, ...] = ()
    while left and bench.scaled(_LEAST_FACTOR, gone).misses(bench.length) < 0:
        needed = {id(one): bench.scaled(_LEAST_FACTOR, (*gone, one)).misses(bench.length) for one in left}
        enough = [one for one in left if needed[id(one)] >= 0]
        chosen = max(enough or left, key=lambda one: -needed[id(one)] if enough else needed[id(one)])
        gone = (*gone, chosen)
        left.remove(chosen)
    return gone


# ── by the times of statements ────────────────────────────────────────────────────────────────────────────────────


def _by_seconds(bench: Bench, found: list[Trial]) -> Trial | None:
    """A little that is missing goes to one number; for more, all written times change, as little as will do."""
    near = [trial for trial in found if abs(trial.misses(bench.length)) < bench.length * _LITTLE]
    return _first(bench, near) or _by_all_seconds(bench, found[0])


def _by_all_seconds(bench: Bench, best: Trial) -> Trial | None:
    bound = bench.scaled(_LEAST_FACTOR, best.drops)
    factor = best.factor if bound.misses(bench.length) >= 0 else _LEAST_FACTOR

    def trial_at(seconds: float) -> Trial:
        return bench.scaled(factor, best.drops, seconds)

    found = _searched(bench, trial_at, 1 / LEAST_OF_A_TIME, MOST_OF_A_TIME, 1.0)
    if bench.keeps(found[0]):
        return _nearest_to_written(bench, trial_at, found[0])
    return _first(bench, found)


def _first(bench: Bench, trials: list[Trial]) -> Trial | None:
    """The best of the trials to which one number can give what is missing."""
    different = {tuple(trial.values.items()): trial for trial in reversed(trials)}
    nearest = sorted(different.values(), key=bench.badness)[:_TRIED]
    return next((made for trial in nearest for made in _topped_up(bench, trial)), None)


def _nearest_to_written(bench: Bench, trial_at: Callable[[float], Trial], found: Trial) -> Trial:
    """The times may stretch or shrink by themselves: change them only as far as they have to."""
    far, near = found.seconds, 1.0
    for _ in range(_HALVINGS):
        middle = (far + near) / 2
        trial = trial_at(middle)
        if bench.keeps(trial):
            far, found = middle, trial
        else:
            near = middle
    return found


def _topped_up(bench: Bench, trial: Trial) -> Iterator[Trial]:
    """Trials in which one number (with its mirror images) takes all that is missing, whole seconds first."""
    missing = trial.misses(bench.length)
    pairs: dict[str, list[Figure]] = {}
    for figure in bench.figures:
        if figure.kind != COUNT and isinstance(trial.values.get(figure), int):
            pairs.setdefault(figure.pair, []).append(figure)
    longest_first = sorted(pairs.values(), key=lambda pair: -pair[0].value)[:_PROBES]
    weighed = [(pair, _weight(bench, trial, pair, missing)) for pair in longest_first]
    for in_range in (False, True):
        for pair, weight in weighed:
            made = _changed_by(bench, trial, pair, missing, weight, in_range=in_range) if weight else None
            if made is not None and bench.keeps(made):
                yield made


def _weight(bench: Bench, trial: Trial, pair: list[Figure], missing: int) -> int:
    """How many milliseconds longer the whole is for each that these figures get."""
    second = 1000 if missing > 0 else -1000
    moved = bench.trial({**trial.values, **{figure: _value(trial, figure) + second for figure in pair}}, trial.drops)
    return (moved.needs.ideal - trial.needs.ideal) // second


def _value(trial: Trial, figure: Figure) -> int:
    value = trial.values[figure]
    assert isinstance(value, int)  # noqa: S101  (only such figures are topped up)
    return value


def _changed_by(
    bench: Bench, trial: Trial, pair: list[Figure], missing: int, weight: int, *, in_range: bool
) -> Trial | None:
    """One pair of figures changed by what is missing: exactly, or to a range of a second that has room for it."""
    exact, rest = divmod(missing, weight * 1000)
    low = {figure: _value(trial, figure) + exact * 1000 for figure in pair}
    if any(not figure.least <= value <= figure.most - 1000 * bool(rest) for figure, value in low.items()):
        return None
    if not rest:
        return bench.trial({**trial.values, **low}, trial.drops)
    if not in_range:
        return None
    return bench.trial(
        {**trial.values, **{figure: (value, value + 1000) for figure, value in low.items()}}, trial.drops
    )


# ── what comes of it ──────────────────────────────────────────────────────────────────────────────────────────────


def _finished(bench: Bench, best: Trial) -> Fit:
    """The trial as a text: with the session's time where that is needed, and with `check` lines that are right."""
    from massagelang.plan.fitting.checks import checks_set  # noqa: PLC0415  (only for what fits)

    changes = best.changes
    if best.plan.time.ideal != bench.length:
        changes = (bench.session.changed(bench.length), *changes)  # before what a drop puts in at the same place
    text, plan, more = checks_set(bench, changes)
    if plan.time.ideal != bench.length:
        raise _cannot(bench)
    gone = tuple(name for drop in best.drops for name in drop.names)
    return Fit(text, plan, (*changes, *more), bench.figures, gone)


def _extremes(bench: Bench) -> tuple[Trial, Trial]:
    short = bench.scaled(_LEAST_FACTOR, optionals(bench.file), 1 / LEAST_OF_A_TIME)
    return short, bench.scaled(MOST_TIMES_MORE, (), MOST_OF_A_TIME)


def _cannot(bench: Bench) -> CannotFit:
    short, long = _extremes(bench)
    shortest, longest = short.needs.shortest, long.needs.full
    reached = short if bench.length < shortest else long
    return CannotFit(bench.length, shortest, longest, _in_the_way(reached, bench))


def _in_the_way(reached: Trial, bench: Bench) -> str:
    """The heading that stays furthest from its share of the length."""
    shares = {entry.id: entry.length * bench.length / (bench.plan.time.ideal or 1) for entry in _steps(bench.plan)}
    is_short = reached.needs.shortest > bench.length

    def lacks(entry: Entry) -> float:
        share = shares.get(entry.id, 0.0)
        return entry.time.shortest - share if is_short else share - entry.time.full

    worst = max(_steps(reached.plan), key=lacks, default=None)
    return f"“{worst.title}”" if worst is not None and worst.title else ""


def _steps(plan: Plan) -> list[Entry]:
    """The headings of a plan that hold no others, and the lines before the first."""
    found = [entry for entry in timetable(plan).entries if entry.start is not None]
    holding = {entry.within for entry in found}
    return [entry for entry in found if entry.id not in holding]
