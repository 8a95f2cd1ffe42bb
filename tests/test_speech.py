"""What the voice of the audio guide says and when: by hand, over generated moments, and as a recogniser hears it."""

import os
import subprocess
import sys
from array import array
from itertools import pairwise

import pytest
from audio_ears import RATE, heard, loudness
from audio_recogniser import Recogniser
from cue_programs import EVERY
from cue_readers import plan_of
from hypothesis import given
from hypothesis import strategies as st

from massagelang.pipeline import check
from massagelang.render import wav
from massagelang.render.audio.bells import bell_of
from massagelang.render.audio.guide import HEARD, PAUSE, placed
from massagelang.render.audio.moments import Moment, moments
from massagelang.render.audio.speech import Speech
from massagelang.render.cues import Unwritable, cues
from massagelang.render.words import Options

LEGS = (
    'routine "Legs"\nstep "One", both sides for 40s\nstroke both up left_leg\n'
    'step "Two" for 20s\nknead both on shoulders, slow\n'
)
LEFT, RIGHT = "Stroke both hands up the left leg.", "Stroke both hands up the right leg."


def phrases(text, **options):
    """What may be said of each moment of a routine."""
    return [(moment.time, list(moment.phrases)) for moment in moments(check(text).plan, None, Options(**options))]


# ── what may be said ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_moment_has_phrases_from_long_to_short():
    assert [said for _, said in phrases(LEGS)] == [
        ["Get ready: Legs."],
        [LEFT, "Stroke up the left leg."],
        ["Now the right side."],
        [RIGHT, "Stroke up the right leg."],
        ["Knead the shoulders with both hands, slowly.", "Knead the shoulders."],
        ["End of the routine."],
    ]


def test_signals_are_left_out_before_the_work_is_shortened():
    (first, *_) = phrases('routine "Hello"\nhands on back, light\n')
    assert first == (0, [
        "Get ready: Hello. Rest both hands on the back, lightly.",
        "Rest both hands on the back, lightly.",
        "Get ready: Hello. Rest both hands on the back.",
        "Rest both hands on the back.",
    ])  # fmt: skip


def test_short_is_what_is_done_and_where():
    assert [said for _, said in phrases(LEGS, voice="short")] == [
        ["Get ready: Legs."],
        ["Stroke up the left leg."],
        ["Now the right side."],
        ["Stroke up the right leg."],
        ["Knead the shoulders."],
        ["End of the routine."],
    ]


def test_bells_alone_have_no_phrases():
    assert [said for _, said in phrases(LEGS, voice="off")] == [[]] * 6


@pytest.mark.parametrize(
    ("line", "brief"),
    [
        ("hold both on back for 5s", "Hold both hands on the back."),
        ("rest left hand on sacrum, light", "Rest your left hand on the sacrum."),
        ("stroke both from sacrum up back to shoulder, slow", "Stroke from the sacrum up the back."),
        ('say "Breathe in. And out."', "Say: “Breathe in. And out.”"),
        ("pause 10s", "Pause for 10 seconds."),
        ('wait until "the breath is slow"', "Wait until the breath is slow."),
        ("friction thumbs on calf", "Shift the skin on the calves."),
        ("hands off", "Take both hands off the body."),
    ],
)
def test_how_things_are_said_in_short(line, brief):
    text = f"both hands on back\n{line}\nhold both on back for 1min\n"
    assert brief in [said for _, several in phrases(text) for said in several]


def test_passes_that_follow_one_another_are_not_told_again():
    said = [several for _, several in phrases("both hands on back\nstroke both up back, slow; repeat 3\n")]
    assert said[1:4] == [
        ["Stroke both hands up the back, slowly.", "Stroke up the back."],
        ["Again."],
        ["The last time."],
    ]


def test_passes_of_several_acts_are_told_in_short():
    said = [
        several for _, several in phrases("repeat 2 times { stroke both up back, slow; knead both on back, slow }\n")
    ]
    assert said[1:5] == [
        ["Stroke both hands up the back, slowly.", "Stroke up the back."],
        ["Knead the back with both hands, slowly.", "Knead the back."],
        ["Stroke up the back."],
        ["Knead the back."],
    ]


def test_what_was_said_long_ago_is_said_in_full_again():
    between = "".join(f"press thumbs on back for {seconds}s\n" for seconds in range(5, 18))
    said = [several for _, several in phrases(f"knead both on back, slow\n{between}knead both on back, slow\n")]
    assert said[-2] == said[1] == ["Knead the back with both hands, slowly.", "Knead the back."]


@pytest.mark.parametrize("name", EVERY)
def test_short_is_not_longer(name):
    for moment in moments(plan_of(name), None, Options()):
        lengths = list(map(len, moment.phrases))
        assert lengths
        assert all(lengths)
        assert lengths[-1] == min(lengths)


# ── when it is said ───────────────────────────────────────────────────────────────────────────────────────────────

SECOND = RATE


def speak(phrase):
    """A voice that takes a second for each letter."""
    return array("h", [100]) * (SECOND * len(phrase)) if phrase else None


def times(told, lead=8000):
    """(second, seconds) of each phrase that is spoken, by moments (second, phrases)."""
    made = [Moment(round(1000 * time), frozenset({"action"}), tuple(several)) for time, several in told]
    bell = bell_of({"action"})
    return [
        (round(sound.start / SECOND, 2), round(len(sound.clip) / SECOND, 2))
        for sound in placed(made, speak, lead)
        if sound.clip is not bell
    ]


@pytest.mark.parametrize(
    ("told", "lead", "spoken"),
    [
        ([(0, []), (10, ["aaa"])], 8000, [(6.88, 3)]),  # it ends 120 ms before the bell
        ([(0, []), (4, ["aaaa", "bb"])], 8000, [(1.88, 2)]),  # no room for the first
        ([(0, []), (5, ["a"]), (7, ["aaaa", "bb"])], 8000, [(3.88, 1)]),  # nor for the second
        ([(0, []), (20, ["a" * 6, "a" * 4])], 5000, [(15.88, 4)]),  # it may not begin so soon
        ([(0, []), (20, ["a" * 6, "a" * 4])], 7000, [(13.88, 6)]),
        ([(0, ["aa"]), (10, [])], 8000, [(0.7, 2)]),  # the first moment has nothing before it
        ([(0, ["a"]), (1.5, ["aaa", "aa"]), (5, ["a"])], 8000, [(2.2, 2)]),  # nor has this one, and nothing was said
        ([(0, ["a"]), (1.5, ["aaa", "aa"]), (9, ["a"])], 8000, [(2.2, 3), (7.88, 1)]),
        ([(0, ["aa", "a"]), (2, ["a"])], 8000, [(0.7, 1)]),
        ([(0, ["aa"]), (4, ["a"])], 8000, [(0.7, 2), (2.88, 1)]),
        ([(0, ["aa"]), (3.5, ["a"])], 8000, [(0.7, 2)]),  # the next one would meet it
        ([(0, []), (3, ["aaa"]), (5, ["a"])], 8000, [(3.88, 1)]),  # what is left out takes no room
    ],
)
def test_when_a_phrase_is_spoken(told, lead, spoken):
    assert times(told, lead) == spoken


STEPS = st.tuples(st.integers(1, 15_000), st.lists(st.text("a", min_size=1, max_size=9), max_size=3))


@given(st.lists(STEPS, max_size=12), st.integers(0, 20_000))
def test_no_two_phrases_are_spoken_at_a_time_and_each_ends_before_its_bell(steps, lead):
    """Whatever the moments: bells are at their times, and a phrase stands between the bell before and its own."""
    time, told = 0, []
    for gap, several in steps:
        told.append(Moment(time, frozenset({"action"}), tuple(several)))
        time += gap
    sounds = list(placed(iter(told), speak, lead))
    bell = bell_of({"action"})
    rung = [round(one.time * RATE / 1000) for one in told]
    spoken = [sound for sound in sounds if sound.clip is not bell]
    assert [sound.start for sound in sounds if sound.clip is bell] == rung
    assert [sound.start for sound in sounds] == sorted(sound.start for sound in sounds)
    assert all(one.end < other.start for one, other in pairwise(spoken))
    for sound in spoken:
        before = max((at for at in rung if at <= sound.start), default=0)
        after = min((at for at in rung if at > sound.start), default=None)
        assert sound.start - before >= HEARD * RATE // 1000 - 1
        if after is not None:
            assert after - sound.end >= PAUSE * RATE // 1000 - 1
        if sound is not spoken[0]:
            assert abs(after - sound.end - PAUSE * RATE / 1000) <= 1
            assert after - sound.start <= lead * RATE / 1000 + 1


# ── how it sounds ─────────────────────────────────────────────────────────────────────────────────────────────────

KNOWN = [
    "Rest one hand on the upper back.",
    "Stroke both hands up the left leg.",
    "Stroke both hands up the right leg.",
    "Now the left side.",
    "Now the right side.",
    "Knead the shoulders.",
    "End of the routine.",
    "The last time.",
    "Again.",
    "Press your thumbs on the calf for five seconds.",
    "Hold for ten seconds.",
    "Circle your palms on the lower back.",
    "Take both hands off the body.",
    "Cover the legs.",
    "Breathe in.",
]


def test_a_recogniser_hears_each_phrase():
    recogniser = Recogniser(KNOWN)
    for language in ("en", "en-us"):
        voice = Speech(language)
        assert [recogniser.hears(voice.clip(phrase)) for phrase in KNOWN] == KNOWN


def test_a_recogniser_hears_the_guide():
    """In the file itself: the right words before each bell, and silence just before it."""
    plan = check(LEGS).plan
    with_voice, bells = (heard(wav.render(plan, voice=voice, lead_in=10_000)) for voice in ("full", "off"))
    told = list(moments(plan, None, Options(lead_in=10_000)))
    recogniser = Recogniser([*KNOWN, *(phrase for moment in told for phrase in moment.phrases)])
    wanted = [LEFT, "Now the right side.", "Stroke up the right leg.", *(one.phrases[0] for one in told[4:])]
    for before, moment, phrase in zip(told, told[1:], wanted, strict=False):
        first = max(before.time + HEARD - 50, moment.time - 8000, 3000)
        window = slice(first * RATE // 1000, moment.time * RATE // 1000)
        voice = array("h", (a - b for a, b in zip(with_voice[window], bells[window], strict=True)))
        assert not any(voice[-PAUSE * RATE // 1000 + 2 :])
        assert any(voice[-(PAUSE + 20) * RATE // 1000 :])
        assert recogniser.hears(voice) == phrase
    assert len(wanted) == len(told) - 1


@pytest.mark.parametrize(
    ("phrase", "seconds"),
    [("Again.", (0.3, 1)), ("Now the left side.", (0.8, 2)), (f"Now the right side. {RIGHT}", (2.5, 6))],
)
def test_how_long_and_how_loud_a_phrase_is(phrase, seconds):
    clip = Speech("en").clip(phrase)
    assert seconds[0] < len(clip) / RATE < seconds[1]
    assert 1000 < loudness(clip) < 6000
    assert 6000 < max(map(abs, clip)) < 30_000
    assert abs(clip[0]) > 100  # nothing but the phrase
    assert abs(clip[-1]) > 100


def test_another_text_is_another_clip():
    voice = Speech("en")
    left, right = voice.clip("Now the left side."), voice.clip("Now the right side.")
    assert left != right
    assert voice.clip("Now the left side.") is left
    assert Speech("en-us").clip("Rest the hand.") != Speech("en").clip("Rest the hand.")


@pytest.mark.parametrize("phrase", ["", " ", "…", "a\0b", "🙂 שלום <b> [[x]] %s", "\ud800", "word " * 2000])
def test_any_text_can_be_asked_for(phrase):
    clip = Speech("en").clip(phrase)
    assert clip is None or len(clip) <= 20 * RATE + RATE


def test_what_takes_too_long_is_not_spoken():
    assert Speech("en").clip("Stroke both hands up the left leg. " * 20) is None


def test_not_all_phrases_are_kept():
    voice = Speech("en")
    first = voice.clip("one")
    for number in range(100):
        voice.clip(f"number {number}")
    assert voice.clip("one") is not first
    assert len(voice._clips) <= 64


@pytest.mark.parametrize("language", ["en", "en-us", "en-GB", "en-nowhere", "EN"])
def test_languages_that_can_be_spoken(language):
    assert Speech(language).clip("Hold.")


@pytest.mark.parametrize("language", ["de", "xx", "", "en/../de", "../en", "é"])
def test_languages_that_can_not(language):
    with pytest.raises(Unwritable, match="no voice for the language"):
        Speech(language)


def test_nothing_is_too_loud_and_phrases_are_heard_above_the_bells():
    samples = heard(wav.render(check(LEGS).plan, lead_in=10_000))
    assert max(map(abs, samples)) < 32_000
    phrase = samples[27 * RATE : 29 * RATE + RATE // 2]
    assert loudness(phrase) > 0.7 * loudness(bell_of(["action"])[:RATE])


def test_each_run_says_the_same_bytes():
    program = (
        "import sys; from massagelang.pipeline import check, render\n"
        f"sys.stdout.buffer.write(render(check({LEGS!r}), 'wav'))"
    )
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    command = [sys.executable, "-c", program]
    runs = [subprocess.run(command, env=one, capture_output=True, check=True).stdout for one in environments]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 1_000_000


def test_bells_ring_at_their_times_with_a_voice_too():
    plan = plan_of("both sides")
    voice = Speech("en")
    made = list(moments(plan, None, Options()))
    bells = [bell_of(moment.kinds) for moment in made]
    rung = [sound.start for sound in placed(iter(made), voice.clip, 8000) if any(sound.clip is one for one in bells)]
    assert rung == [round(time * RATE / 1000) for time in sorted({cue.start for cue in cues(plan) if cue.text})]
