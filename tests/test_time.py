"""Lengths: how written times are read, how a total is shared, how passes add up."""

from itertools import chain, islice
from itertools import cycle as cycle_through

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massagelang.pipeline import check
from massagelang.plan.model import Act, Amount, Basis, Time, parts_of
from massagelang.plan.timing.time import at_once, estimate, in_a_row, number_within, repeated, share, within

times = st.lists(st.integers(0, 10_000), min_size=4, max_size=4).map(
    lambda ends: Time(*(ends := sorted(ends))[:2], ends[3], full=ends[2])
)


def fixed(length):
    return Time(length, length, length, Basis.WRITTEN)


def hold_time(how):
    plan = check(f"hands on sacrum\nhold both {how}\n").plan
    return next(part.time for part in parts_of(plan.body) if isinstance(part, Act) and part.kind == "action")


# ── written times ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "shortest", "ideal", "longest"),
    [
        ("for 30s", 30_000, 30_000, 30_000),
        ("for exactly 30s", 30_000, 30_000, 30_000),
        ("for 1min30s", 90_000, 90_000, 90_000),
        ("for 1h", 3_600_000, 3_600_000, 3_600_000),
        ("for 2 minutes", 120_000, 120_000, 120_000),
        ("for 0.5s", 500, 500, 500),
        ("for 20-30s", 20_000, 25_000, 30_000),
        ("for 30s-1min", 30_000, 45_000, 60_000),
        ("for about 10s", 8_000, 10_000, 12_000),
        ("for at least 10s", 10_000, 10_000, 30_000),
        ("for at most 10s", 5_000, 10_000, 10_000),
        ("for 3 breaths", 12_000, 12_000, 12_000),
        (", 3 times, for 5s each", 15_000, 15_000, 15_000),
        (", 3-5 times, for 5s each", 15_000, 20_000, 25_000),
        (", 3 times, for 5s", 5_000, 5_000, 5_000),
    ],
)
def test_written_times(written, shortest, ideal, longest):
    time = hold_time(written)
    assert (time.shortest, time.ideal, time.longest) == (shortest, ideal, longest)


def test_an_estimate_may_shrink_to_half_and_stretch_to_three_times():
    assert estimate(4_000) == Time(2_000, 4_000, 12_000)


def test_until_is_open():
    assert hold_time('until "the tissue is warm"').open


@pytest.mark.parametrize(("tempo", "seconds"), [("slow", 9.2), ("brisk", 1.533), ("at 10cm/s", 4.6)])
def test_a_stroke_takes_its_length_at_its_tempo(tempo, seconds):
    plan = check(f"hands on sacrum\nstroke both up back, {tempo}\n").plan
    (stroke,) = (act for act in plan.acts() if act.kind == "action")
    assert stroke.time.ideal == round(1_000 * seconds)


# ── sharing ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("parts", "length", "shares"),
    [
        ([], 0, []),
        ([fixed(5)], 5, [5]),
        ([fixed(5), Time(0, 10, 20)], 20, [5, 15]),
        ([Time(0, 10, 20), Time(0, 10, 20)], 30, [15, 15]),
        ([Time(0, 10, 20), Time(0, 10, 40)], 40, [15, 25]),
        ([Time(0, 10, 20), fixed(5), Time(5, 10, 20)], 10, [0, 5, 5]),
        ([Time(5, 10, 20)] * 3, 20, [6, 7, 7]),
        ([Time(5, 10, 20)] * 2, 100, [20, 20]),
        ([Time(5, 10, 20)] * 2, 1, [5, 5]),
        ([fixed(5), fixed(6)], 100, [5, 6]),
    ],
)
def test_shares(parts, length, shares):
    assert share(parts, length) == shares


@given(st.lists(times, min_size=1), st.data())
def test_shares_add_up_and_keep_to_their_bounds(parts, data):
    total = in_a_row(parts)
    length = data.draw(st.integers(total.shortest, total.longest))
    shares = share(parts, length)
    assert sum(shares) == length
    assert all(time.shortest <= own <= time.longest for time, own in zip(parts, shares, strict=True))


@given(st.lists(times), st.integers(0, 10**6))
def test_shares_of_what_does_not_fit_stop_at_the_bounds(parts, length):
    total = in_a_row(parts)
    assert sum(share(parts, length)) == min(max(length, total.shortest), total.longest)


@given(st.lists(times), st.lists(st.integers(1, 10_000)))
def test_written_times_stay(elastic, written):
    parts = [*elastic, *map(fixed, written)]
    assert share(parts, in_a_row(parts).shortest)[len(elastic) :] == written


# ── adding up ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_together_takes_the_longest():
    assert at_once([fixed(30), Time(2, 4, 12)]) == fixed(30)
    assert at_once([Time(1, 5, 6), Time(2, 4, 12)]) == Time(2, 5, 12)


@given(st.lists(times, min_size=1, max_size=4), st.data())
def test_passes_add_up(passes, data):
    cycle = data.draw(st.integers(0, len(passes) - 1))
    number = data.draw(st.integers(1, 40))
    rounds = list(islice(chain(passes[:cycle], cycle_through(passes[cycle:])), number))
    made, added = repeated(passes, cycle, number), in_a_row(rounds)
    assert (made.shortest, made.ideal, made.longest) == (added.shortest, added.ideal, added.longest)


def test_a_million_million_passes_add_up_exactly():
    assert repeated([fixed(7), fixed(3), fixed(5)], 1, 10**12).ideal == 7 + 8 * (10**12 - 1) // 2 - 1


@given(st.lists(times.filter(lambda time: time.ideal), min_size=1, max_size=4), st.data())
def test_whole_passes_come_as_near_to_a_time_as_they_can(passes, data):
    cycle = data.draw(st.integers(0, len(passes) - 1))
    length = data.draw(st.integers(1, 10**5))
    number = number_within(passes, cycle, length)
    off = abs(repeated(passes, cycle, number).ideal - length)
    assert number >= 1
    for other in (number - 1, number + 1):
        assert other < 1 or abs(repeated(passes, cycle, other).ideal - length) >= off


# ── budgets ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("budget", "bound", "kept"),
    [
        (fixed(30), "", Time(30, 30, 30)),
        (fixed(5), "", Time(10, 10, 10)),
        (fixed(99), "", Time(40, 40, 40)),
        (Time(24, 30, 36), "about", Time(24, 30, 36)),
        (Time(25, 25, 75), "at_least", Time(25, 25, 40)),
        (Time(12, 12, 36), "at_least", Time(12, 20, 40)),
        (Time(15, 30, 30), "at_most", Time(10, 20, 30)),
        (Time(7, 15, 15), "at_most", Time(10, 15, 15)),
        (Time(15, 20, 90), "", Time(15, 20, 40)),
    ],
)
def test_budgets_of_what_takes_10_to_40(budget, bound, kept):
    time = within(Time(10, 20, 40), budget, bound)
    assert (time.shortest, time.ideal, time.longest) == (kept.shortest, kept.ideal, kept.longest)


@given(times, times, st.sampled_from(["", "about", "at_least", "at_most", "exactly"]))
def test_a_budget_never_leaves_what_its_parts_can_take(needs, budget, bound):
    kept = within(needs, budget, bound)
    assert needs.shortest <= kept.shortest <= kept.ideal <= kept.longest <= needs.longest


def test_amounts_are_planned_in_their_middle():
    assert Amount(3, 5).middle == 4


# ── work that nobody has counted ──────────────────────────────────────────────────────────────────────────────────


def work(line):
    plan = check(f"hands on back\n{line}\n").plan
    acts = [act for act in plan.acts() if act.kind == "action"]
    return acts[0].time


@pytest.mark.parametrize(
    ("line", "shortest", "ideal", "longest"),
    [
        ("knead both on calf", 750, 4_500, 120_000),
        ("knead both on calf; repeat 3", 750, 1_500, 120_000),
        ("knead both on calf, 5 times", 3_750, 7_500, 22_500),
        ("rub palms on sacrum", 500, 3_000, 120_000),
        ("squeeze both on calf", 1_000, 2_000, 6_000),
        ("press both on sacrum", 1_000, 2_000, 6_000),
        ("stroke both over back, brisk", 3_066, 18_399, 120_000),
        ("stroke both over back, brisk, 2 times", 6_132, 12_266, 36_798),
        ("stroke both over back, brisk; repeat 2", 3_066, 6_133, 18_399),
        ("stroke both over back, brisk; repeat swapped", 3_066, 18_399, 120_000),
        ("stroke both up and down back, brisk", 1_534, 9_201, 120_000),
        ("stroke both up back, brisk", 766, 1_533, 4_599),
        ("knead both on calf, on exhale", 750, 1_500, 4_500),
    ],
)
def test_work_that_nobody_has_counted_goes_on(line, shortest, ideal, longest):
    time = work(line)
    assert (time.shortest, time.ideal, time.longest) == (shortest, ideal, longest)
    assert time.basis is Basis.ESTIMATED


# ── waits ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("length", "shares"),
    [(8, [4, 4]), (20, [10, 10]), (35, [10, 25]), (40, [10, 30]), (41, [11, 30]), (99, [69, 30]), (200, [99, 30])],
)
def test_waits_are_drawn_out_only_when_nothing_else_can_stretch(length, shares):
    wait = Time(0, 10, 99, open=True, full=10)
    assert share([wait, Time(0, 10, 30)], length) == shares


def test_a_sum_of_times_knows_how_long_it_is_without_drawing_out_waits():
    wait = Time(0, 10, 99, open=True, full=10)
    for total in (
        in_a_row([wait, Time(0, 10, 30)]),
        repeated([wait, Time(0, 10, 30)], 0, 2),
        wait + Time(0, 10, 30),
        within(in_a_row([wait, Time(0, 10, 30)]), Time(5, 10, 500)),
    ):
        assert (total.ideal, total.full) in ((20, 40), (10, 40))
    assert at_once([wait, Time(0, 10, 30)]).full == 30
    assert wait.times(1, 2, 3).full == 30
