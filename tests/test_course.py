"""The course that rules look at: it agrees with the plan unfolded in time, and costs nothing for what comes again."""

from pathlib import Path

import pytest

from massagelang.pipeline import check
from massagelang.plan.events import events
from massagelang.rules.course import course_of, ends
from massagelang.rules.setting import setting_of
from massagelang.rules.writing import COUNT, RATE, TIME, spot_of, text_at

FOLDER = Path(__file__).parent.parent / "examples"


def plan_of(text):
    return check(text, read=lambda path: (FOLDER / path).read_text(encoding="utf-8")).plan


def told(plan):
    """Each statement of the course but the moves that it implies: its words, the length and the number of all times."""
    lengths, times = {}, {}
    for done in course_of(plan).every:
        if done.act.said:
            words = text_at(plan, done.act.spot)
            lengths[words] = lengths.get(words, 0) + done.length
            times[words] = times.get(words, 0) + done.times
    return [(words, length, times[words]) for words, length in lengths.items()]


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.mass")))
def test_it_is_the_plan_unfolded(name):
    plan = plan_of((FOLDER / f"{name}.mass").read_text(encoding="utf-8"))
    starts, lengths, times = {}, {}, {}
    for event in events(plan):
        act = id(event.act)
        starts.setdefault(act, event.start)
        lengths[act] = lengths.get(act, 0) + event.end - event.start
        times[act] = times.get(act, 0) + 1

    course = course_of(plan).every
    assert {id(done.act) for done in course} == set(starts)
    for done in course:
        act = id(done.act)
        assert abs(done.start - starts[act]) < 1000  # passes under a budget are shared out a little otherwise
        assert abs(done.length - lengths[act]) < 1000
        assert done.times == pytest.approx(times[act])


def test_what_is_done_again_and_again_adds_up():
    plan = plan_of("repeat 2 times { hold both on back for 10s; repeat 3 }\npause 5s\n")
    assert told(plan) == [("hold both on back for 10s", 60_000, 6), ("pause 5s", 5_000, 1)]


def test_only_the_first_of_several_options_and_no_if_is_in_it():
    plan = plan_of('hold both on back for 10s\nor hold both on legs for 20s\nif "stiff" { pause 1min }\npause 2s\n')
    assert told(plan) == [("hold both on back for 10s", 10_000, 1), ("pause 2s", 2_000, 1)]


def test_a_million_million_passes_cost_nothing():
    nested = "repeat 1000000 times { repeat 1000000 times { hold both on back for 1s } }\nhold both on legs for 3s\n"
    (words, length, times), _ = told(plan_of(nested))
    assert (words, length, times) == ("hold both on back for 1s", 10**15, 10**12)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("pause 5s\nhold both on back\nstroke both up back\nhands off\n", "hold both on back", "stroke both up back"),
        ("knead both on back\nor stroke both up back\n", "knead both on back", "knead both on back"),
        ("repeat 3 times { knead both on back; stroke both up back }\n", "knead both on back", "stroke both up back"),
        ('if "cold" { hold both on back }\nknead both on calves\n', "knead both on calves", "knead both on calves"),
    ],
)
def test_the_first_and_the_last_touch(text, first, last):
    plan = plan_of(text)
    assert text_at(plan, ends(plan, last=False).spot) == first
    assert text_at(plan, ends(plan, last=True).spot) == last


def test_a_routine_is_whole_from_three_actions_on():
    work = "stroke both up back\nknead both on back\nstroke both down back\n"
    assert course_of(plan_of(f'routine "A"\n{work}')).is_whole
    assert not course_of(plan_of(work)).is_whole
    assert not course_of(plan_of('routine "A"\nstroke both up back\n')).is_whole


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ('routine "Tui na for a stiff neck"\nstroke both up back\n', {"tui_na"}),
        ('routine "Before the race"\ntags: legs, pre_event\nstroke both up back\n', {"preevent"}),
        ('routine "Ten-minute chair massage"\nstroke both up back\n', {"chair_massage"}),
        ('routine "A"\nreceiver: seated_massage_chair\nstroke both up back\n', {"chair_massage"}),
        ("gun right over upper_trapezius\nstroke both up back\n", {"tui_na"}),
        ('routine "A quiet back"\nstroke both up back\n', set()),
    ],
)
def test_the_school_is_named_or_seen(text, styles):
    assert setting_of(plan_of(text)).styles == styles


def test_whose_body_it_is():
    assert setting_of(plan_of("receiver: prone, baby\nstroke both up back\n")).is_infant
    assert setting_of(plan_of("receiver: dog\nstroke both up back\n")).is_animal
    assert setting_of(plan_of("giver: self, seated\nstroke right on left arm\n")).is_self
    assert not setting_of(plan_of("receiver: prone\nstroke both up back\n")).is_young


@pytest.mark.parametrize(
    ("text", "pattern", "words"),
    [
        ("press thumbs on gb20 for about 2min each, firm", TIME, "for about 2min each"),
        ("hold both on back for 3 breaths, slow", TIME, "for 3 breaths"),
        ("gun back of right hand over back, 140/min, for 2min", RATE, "140/min"),
        ("hack both on back, 5-6 times, loud", COUNT, "5-6 times"),
        ("stroke both up back", TIME, "stroke both up back"),
    ],
)
def test_a_word_of_a_statement_is_found_where_it_stands(text, pattern, words):
    plan = plan_of(f"hold both on back for 5s\n{text}\n")
    spot = [done.act.spot for done in course_of(plan).every if done.is_work][-1]
    assert text_at(plan, spot_of(plan, spot, pattern)) == words
