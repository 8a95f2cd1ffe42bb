"""The bells of the audio guide, heard: at the right time, each kind with notes of its own, and not too loud."""

import os
import subprocess
import sys
from array import array
from itertools import islice, pairwise

import pytest
from audio_ears import RATE, heard, onsets, pitch
from cue_programs import EVERY
from cue_readers import plan_of, told

from massagelang.pipeline import check
from massagelang.render import wav
from massagelang.render.audio import bells
from massagelang.render.audio.mixing import BLOCK, Sound, mixed
from massagelang.render.cues import TooLong, Unwritable

LEGS = 'step "Legs", both sides\nstroke both up left_leg for 8s\n'
C5, G5, C6 = 523.25, 783.99, 1046.5
LATER = {"switch": [180], "end": [450, 900]}
"""Milliseconds after the first at which further notes are struck."""


def strikes(plan):
    """When something is to be heard: at every moment with a told cue, and again where a signal has several notes."""
    kinds = {}
    for start, _, kind, _ in told(plan):
        kinds.setdefault(start, set()).add(kind)
    for start, several in kinds.items():
        signal = next((kind for kind in ("end", "switch") if kind in several), "")
        yield from (start, *(start + later for later in LATER.get(signal, [])))


def at(samples, milliseconds, length=400):
    """What sounds from a time on."""
    first = milliseconds * RATE // 1000
    return samples[first : first + length * RATE // 1000]


@pytest.mark.parametrize("name", EVERY)
def test_a_bell_rings_within_20_ms_of_each_cue_and_at_no_other_time(name):
    plan = plan_of(name)
    rung, wanted = onsets(heard(wav.render(plan, voice="off"))), sorted(set(strikes(plan)))
    assert len(rung) == len(wanted)
    assert all(abs(heard_at - time) <= 20 for heard_at, time in zip(rung, wanted, strict=True))


def test_a_lead_in_moves_the_bells():
    plan = plan_of("card")
    rung = onsets(heard(wav.render(plan, voice="off", lead_in=5000)))
    wanted = [0, *(time + 5000 for time in strikes(plan))]
    assert len(rung) == len(wanted)
    assert all(abs(heard_at - time) <= 20 for heard_at, time in zip(rung, wanted, strict=True))


def test_a_change_of_side_sounds_different():
    samples = heard(wav.render(check(LEGS).plan, voice="off"))
    (switch,) = [start for start, _, kind, _ in told(check(LEGS).plan) if kind == "switch"]
    (_, action) = [start for start, _, kind, _ in told(check(LEGS).plan) if kind == "action"]
    first, second, work = at(samples, switch, 170), at(samples, switch + 180), at(samples, action, 170)
    assert pitch(first, G5) > 8 * pitch(first, C5)
    assert pitch(first, G5) > 8 * pitch(first, C6)
    assert pitch(second, C6) > 4 * pitch(second, C5)  # which is its hum
    assert pitch(work, C5) > 2000


def test_a_bell_swells_and_dies_away():
    bell = bells.bell_of(["action"])
    assert bell[0] == bell[-1] == 0
    assert max(map(abs, bell[: RATE // 1000])) < 0.2 * max(bell)
    level = [max(map(abs, at(bell, time, 100))) for time in (0, 500, 1000, 2000, 3000)]
    assert level == sorted(level, reverse=True)
    assert level[0] == round(bells.PEAK * 32767)
    assert level[-1] < 0.05 * level[0]
    assert max(abs(b - a) for a, b in pairwise(bell)) < 0.3 * max(bell)  # nothing clicks


def test_a_signal_rings_alone():
    assert bells.bell_of(["switch", "placement"]) == bells.bell_of(["switch"])
    assert bells.bell_of(["lead_in", "end"]) == bells.bell_of(["end"])
    assert bells.bell_of(["action", "say"]) == bells.bell((72, 76))
    assert len({bytes(bells.bell_of([kind])) for kind in ("lead_in", "placement", "action", "switch", "end")}) == 5


# ── mixing ────────────────────────────────────────────────────────────────────────────────────────────────────────


def numbers(blocks):
    mix = array("h")
    for block in blocks:
        assert len(block) <= 2 * BLOCK
        mix.frombytes(block)
    return mix.tolist()


def test_sounds_are_laid_over_one_another():
    sounds = [Sound(1, array("h", [1, 2, 3])), Sound(2, array("h", [10, 20, 30])), Sound(5, array("h", [7]))]
    assert numbers(mixed(sounds, 8)) == [0, 1, 12, 23, 30, 7, 0, 0]


def test_sounds_go_on_from_block_to_block_and_are_cut_at_the_end():
    long = array("h", (index % 1000 for index in range(3 * BLOCK)))
    mix = numbers(mixed([Sound(BLOCK - 2, long)], 3 * BLOCK + 1))
    assert mix == [0] * (BLOCK - 2) + long.tolist()[: 2 * BLOCK + 3]


def test_what_is_too_loud_is_held_at_the_loudest():
    sounds = [Sound(0, array("h", [30000, -30000, 5]))] * 2
    assert numbers(mixed(sounds, 3)) == [32767, -32767, 10]


def test_sounds_are_asked_for_no_sooner_than_they_are_needed():
    asked = []

    def coming():
        for index in range(1000):
            asked.append(index)
            yield Sound(index * 2 * BLOCK, array("h", [1]))

    list(islice(mixed(coming(), 2000 * BLOCK), 10))
    assert len(asked) <= 7


# ── the file ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("text", "length"), [("", 0), ("pause 7s\n", 7000), (LEGS, None)])
def test_a_wav_is_as_long_as_the_routine_and_its_last_bell(text, length):
    plan = check(text).plan
    samples = heard(wav.render(plan, voice="off"))
    length = plan.time.ideal if length is None else length
    assert len(samples) == round((length + bells.RING) * RATE / 1000)


def test_the_blocks_are_the_file():
    assert b"".join(wav.stream(plan_of("calls"), voice="off")) == wav.render(plan_of("calls"), voice="off")


def test_the_same_routine_is_the_same_bytes():
    program = (
        "import sys; from massagelang.pipeline import check, render\n"
        f"sys.stdout.buffer.write(render(check({LEGS!r}), 'wav', voice='off'))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert {run.stdout for run in runs} == {wav.render(check(LEGS).plan, voice="off")}


@pytest.mark.parametrize("name", ["wav", "mp3"])
def test_a_guide_of_more_than_a_day_is_refused(name):
    from massagelang.pipeline import stream

    with pytest.raises(TooLong, match="24 hours"):
        next(stream(check("pause 24h\npause 1s\n"), name, voice="off"))
    with pytest.raises(TooLong, match="24 hours"):
        next(stream(check(LEGS), name, voice="off", lead_in=25 * 3_600_000))
    assert next(stream(check("pause 24h\n"), name, voice="off"))


def test_an_unknown_voice_is_told():
    with pytest.raises(Unwritable, match="full, short, off"):
        wav.render(plan_of("card"), voice="loud")


def test_long_routines_hold_no_memory():
    import tracemalloc

    stream = wav.stream(check("repeat 2000 times { stroke both up back for 9s; return }\n").plan, voice="off")
    list(islice(stream, 60))
    tracemalloc.start()
    try:
        list(islice(stream, 20))
        before, _ = tracemalloc.get_traced_memory()
        for _ in islice(stream, 240):
            pass
        after, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 100_000
    assert most < 3_000_000
