"""MIDI and Garmin FIT read back by programs that know nothing of this one, and bytes on their way to a file."""

import os
import subprocess
import sys
from io import BytesIO
from itertools import groupby

import fitdecode
import mido
import pytest
from cue_programs import EVERY
from cue_readers import headings, plan_of, told

from massagelang import pipeline
from massagelang.render import midi, workout
from massagelang.render.clock import one_line
from massagelang.render.cues import TooLong, Unwritable, cues

BELLS = {
    "lead_in": {60},
    "placement": {67},
    "lift": {67},
    "action": {72},
    "rest": {64},
    "say": {76},
    "switch": {79, 84},
    "end": {60, 64, 67},
}


@pytest.fixture(params=EVERY)
def plan(request):
    return plan_of(request.param)


# ── MIDI ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def tracks_of(plan, **options):
    """The messages of each track by mido, as (milliseconds from the beginning, message)."""
    file = mido.MidiFile(file=BytesIO(midi.render(plan, **options)), charset="utf-8")
    assert (file.type, len(file.tracks)) == (1, 2)
    tracks = []
    for track in file.tracks:
        ticks, timed = 0, []
        for message in track:
            ticks += message.time
            timed.append((round(mido.tick2second(ticks, file.ticks_per_beat, _tempo(file)) * 1000, 6), message))
        tracks.append(timed)
    return tracks


def _tempo(file):
    (tempo,) = [message.tempo for track in file.tracks for message in track if message.type == "set_tempo"]
    return tempo


def _at(timed, kind, value):
    return [(round(time), getattr(message, value)) for time, message in timed if message.type == kind]


def test_midi_tells_each_cue(plan):
    words, _ = tracks_of(plan)
    assert _at(words, "lyrics", "text") == [(start, line) for start, _, _, line in told(plan)]
    assert _at(words, "marker", "text") == [(start, title) for start, _, title in headings(plan)]
    assert _at(words, "track_name", "name") == [(0, one_line(plan.title))]
    assert all(time == round(time) for time, _ in words)


def test_midi_rings_at_each_cue(plan):
    _, bells = tracks_of(plan)
    rings = {}
    for start, _, kind, _ in told(plan):
        rings.setdefault(start, set()).update(BELLS[kind])
    rung = {}
    for time, note in _at(bells, "note_on", "note"):
        assert note not in rung.setdefault(time, set())
        rung[time].add(note)
    assert rung == rings


def test_midi_bells_end_before_they_ring_again(plan):
    _, bells = tracks_of(plan)
    sounding = {}
    for time, message in bells:
        if message.type == "note_on":
            assert message.note not in sounding
            sounding[message.note] = time
        elif message.type == "note_off":
            assert 0 < time - sounding.pop(message.note) <= 500
    assert not sounding


def test_midi_is_as_long_as_the_routine():
    file = mido.MidiFile(file=BytesIO(midi.render(plan_of("nothing"))))
    assert file.length == pytest.approx(0.5)  # the bell of the end rings on
    later = mido.MidiFile(file=BytesIO(midi.render(plan_of("card"), lead_in=5000)))
    assert later.length == pytest.approx(plan_of("card").time.ideal / 1000 + 5.5)


def test_a_lead_in_that_midi_cannot_hold():
    with pytest.raises(Unwritable, match="50 hours"):
        midi.render(plan_of("card"), lead_in=100 * 3_600_000)


# ── Garmin FIT ────────────────────────────────────────────────────────────────────────────────────────────────────


def workout_of(plan, **options):
    """The messages of a workout by fitdecode, check sums included, by name."""
    found = {}
    with fitdecode.FitReader(BytesIO(workout.render(plan, **options)), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                values = {field.name: field.value for field in frame.fields}
                found.setdefault(frame.name, []).append(values)
    return found


def steps(plan):
    """What the steps are to be, by the cues: (text, milliseconds or None for an open one)."""
    told_cues = [cue for cue in cues(plan) if one_line(cue.text)]
    moments = [(start, list(together)) for start, together in groupby(told_cues, key=lambda cue: cue.start)]
    ends = [*(start for start, _ in moments[1:]), plan.time.ideal]
    for (start, together), end in zip(moments, ends, strict=True):
        work = [cue for cue in together if cue.kind not in ("lead_in", "switch", "end")] or together
        if end > start:
            text = "; ".join(one_line(cue.text) for cue in work)
            yield text, None if any(cue.open for cue in work) else end - start


def assert_cut(read, text, most):
    """The text itself where it has room, else as much as has, with an ellipsis."""
    read = read or ""
    size = len(read.encode())
    assert size <= most
    if len(text.encode()) <= most:
        assert read == text
    else:
        assert read.endswith("…")
        assert text.startswith(read[:-1])
        assert size > most - 8 or text[len(read) - 1] == " "


def test_a_workout_has_a_step_for_each_cue(plan):
    found = workout_of(plan)
    wanted = list(steps(plan))
    (head,) = found["workout"]
    assert head["num_valid_steps"] == len(wanted) == len(found.get("workout_step", []))
    assert_cut(head["wkt_name"], one_line(plan.title), 47)
    for index, ((text, length), step) in enumerate(zip(wanted, found.get("workout_step", []), strict=True)):
        assert step["message_index"] == index
        assert_cut(step["notes"], text, 254)
        assert_cut(step["wkt_step_name"], text, 47)
        if length is None:
            assert step["duration_type"] == "open"
        else:
            assert (step["duration_type"], round(step["duration_time"] * 1000)) == ("time", length)


def test_a_workout_file_says_what_it_is():
    (file_id,) = workout_of(plan_of("card"))["file_id"]
    assert (file_id["type"], file_id["manufacturer"]) == ("workout", "development")
    other = workout_of(plan_of("calls"))["file_id"][0]
    assert file_id["serial_number"] not in (0, other["serial_number"])


def test_a_workout_tells_work_from_rest():
    found = workout_of(plan_of("people and things"), lead_in=5000)["workout_step"]
    assert [found[0]["intensity"], found[-1]["intensity"]] == ["warmup", "rest"]
    assert round(found[0]["duration_time"] * 1000) >= 5000


def test_more_steps_than_a_workout_counts():
    checked = pipeline.check("repeat 70000 times { press thumbs on back for 1s }\n")
    with pytest.raises(TooLong, match="jsonl"):
        workout.render(checked.plan)


# ── on the way to a file ──────────────────────────────────────────────────────────────────────────────────────────


def test_bytes_come_out_of_the_pipeline():
    checked = pipeline.check(EVERY["card"])
    assert pipeline.render(checked, "midi") == midi.render(plan_of("card"))
    assert list(pipeline.stream(checked, "workout")) == [workout.render(plan_of("card"))]
    assert {name for name, form in pipeline.formats().items() if form.binary} == {"midi", "mp3", "wav", "workout"}


def mass(*arguments, **options):
    command = [sys.executable, "-m", "massagelang", "compile", "-", *arguments]
    return subprocess.run(command, input=EVERY["card"].encode(), capture_output=True, check=False, **options)


def test_bytes_reach_the_file_and_the_pipe(tmp_path):
    file = tmp_path / "routine.mid"
    assert mass("-o", str(file)).returncode == 0
    piped = mass("--to", "midi")
    assert piped.returncode == 0
    assert piped.stdout == file.read_bytes() == midi.render(plan_of("card"))


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_bytes_are_not_thrown_at_a_screen():
    import pty

    inside, outside = pty.openpty()
    command = [sys.executable, "-m", "massagelang", "compile", "-", "--to", "workout"]
    run = subprocess.run(command, input=EVERY["card"].encode(), stdout=outside, stderr=subprocess.PIPE, check=False)
    os.close(outside)
    os.close(inside)
    assert run.returncode == 2
    assert run.stderr.decode() == "error: `workout` is no text that a screen could show. Name a file with `-o`.\n"


def test_a_calendar_without_a_start_is_one_line():
    run = mass("--to", "ics")
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode() == (
        "error: standard input: A calendar needs to know when the routine begins. Add `--start 2026-12-01T18:00`.\n"
    )
    assert mass("--to", "ics", "--start", "2026-12-01T18:00").stdout.startswith(b"BEGIN:VCALENDAR\r\n")


def test_time_to_get_ready_is_asked_for():
    lines = mass("--to", "vtt", "--lead-in", "10s").stdout.decode().split("\n\n")
    assert lines[1] == "lead_in\n00:00:00.000 --> 00:00:10.000\nGet ready"
    assert mass("--to", "text", "--lead-in", "10s").stdout == mass("--to", "text").stdout
