"""Audio guides as files: read back by programs that know nothing of this one, and on machines that lack an extra."""

import json
import subprocess
import sys
from array import array
from io import BytesIO
from pathlib import Path

import pytest
from audio_ears import RATE, onsets
from cue_programs import EVERY, ROUTINES
from cue_readers import headings, plan_of, told
from mutagen.id3 import ID3
from mutagen.mp3 import MP3, BitrateMode

from massagelang.pipeline import check
from massagelang.render import mp3, wav
from massagelang.render.audio import frames
from massagelang.render.clock import one_line
from massagelang.render.cues.chapters import Chapter

ROOT = Path(__file__).parent.parent
CHAPTERS = (
    'routine "Legs"\nsection "Begin"\nstep "One", both sides for 40s\nstroke both up left_leg\nstep "Two" for 20s\n'
)
LEGS = CHAPTERS + "knead both on shoulders, slow\n"


# ── MP3 ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def chapters_of(data):
    """The chapters of an MP3 by mutagen, in the order of its contents, as (start, end, title)."""
    read = ID3(BytesIO(data))
    found = {frame.element_id: frame for frame in read.getall("CHAP")}
    lists = {frame.element_id: frame for frame in read.getall("CTOC")}
    if not lists:
        assert not found
        return []
    (top,) = [frame for frame in lists.values() if frame.flags & 2]
    named = list(_leaves(top.element_id, lists))
    assert sorted(named) == sorted(found)
    return [(one.start_time, one.end_time, str(one.sub_frames["TIT2"])) for one in map(found.get, named)]


def _leaves(name, lists):
    if name not in lists:
        yield name
        return
    assert lists[name].flags & 1
    for child in lists[name].child_element_ids:
        yield from _leaves(child, lists)


@pytest.mark.parametrize("name", [*ROUTINES, "nasty titles", "sections"])
def test_an_mp3_has_the_chapters_and_the_title(name):
    plan = plan_of(name)
    written = mp3.render(plan, voice="off")
    assert chapters_of(written) == headings(plan)
    title = ID3(BytesIO(written)).get("TIT2")
    assert (str(title) if title else "") == one_line(plan.title)


@pytest.mark.parametrize("text", ["", "pause 7s\n", "pause 7.123s\n", LEGS])
def test_an_mp3_is_as_long_as_the_wav(text):
    plan = check(text).plan
    written, samples = mp3.render(plan, voice="off"), (len(wav.render(plan, voice="off")) - 44) // 2
    info = MP3(BytesIO(written)).info
    assert (info.channels, info.sample_rate, info.bitrate_mode) == (1, RATE, BitrateMode.CBR)
    assert info.bitrate == pytest.approx(48_000, abs=10)
    assert info.length == pytest.approx(samples / RATE, abs=1 / RATE)
    assert not info.sketchy
    assert ID3(BytesIO(written))["TLEN"].text == [str(samples * 1000 // RATE)]


def test_the_first_frame_counts_the_others():
    """Frame by frame, by the headers of the format."""
    for text in ("", "pause 7s\n", "pause 7.001s\n", "pause 7.013s\n", "pause 7.029s\n"):
        written = mp3.render(check(text).plan, voice="off")
        at = ID3(BytesIO(written)).size
        sizes = []
        while at < len(written):
            head = int.from_bytes(written[at : at + 4], "big")
            assert head >> 21 == 0x7FF
            kilobits = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80)[head >> 12 & 15]
            sizes.append(72_000 * kilobits // RATE + (head >> 9 & 1))
            if len(sizes) == 1:
                tagged = written[at + 13 :]
                assert tagged[:4] == b"Info"
                counted, size = (int.from_bytes(tagged[8 + 4 * one : 12 + 4 * one], "big") for one in (0, 1))
            at += sizes[-1]
        assert at == len(written)
        assert counted == len(sizes) - 1
        assert abs(size - sum(sizes)) <= 2


@pytest.mark.parametrize(("count", "most"), [(1, 255), (255, 255), (256, 255), (600, 255), (3, 3), (10, 3), (82, 3)])
def test_any_number_of_chapters(count, most, monkeypatch):
    """Lists of at most 255; of at most three, so that there are lists of lists of lists."""
    monkeypatch.setattr(frames, "_MOST", most)
    made = [Chapter(index, index + 1, f"{index} é 🙂", ()) for index in range(count)]
    assert chapters_of(frames.tag("Many", count, made)) == [(one.start, one.end, one.title) for one in made]


def test_the_pieces_are_the_file():
    assert b"".join(mp3.stream(plan_of("calls"), voice="off")) == mp3.render(plan_of("calls"), voice="off")


# ── other programs ────────────────────────────────────────────────────────────────────────────────────────────────


def ffprobe(file):
    command = ["ffprobe", "-v", "warning", "-of", "json", "-show_format", "-show_streams", "-show_chapters", file]
    run = subprocess.run(command, capture_output=True, check=True)
    assert run.stderr == b""
    return json.loads(run.stdout)


def played(file):
    """The samples that a player plays."""
    command = ["ffmpeg", "-v", "error", "-i", file, "-f", "s16le", "-"]
    run = subprocess.run(command, capture_output=True, check=True)
    assert run.stderr == b""
    return array("h", run.stdout)


@pytest.mark.real
@pytest.mark.parametrize("form", [wav, mp3])
@pytest.mark.parametrize("name", ["both sides", "sections", "nasty titles", "nothing"])
def test_ffmpeg_plays_each_bell_at_its_time(name, form, tmp_path):
    plan, file = plan_of(name), tmp_path / f"guide{form.SUFFIX}"
    file.write_bytes(form.render(plan, voice="off"))
    samples = played(file)
    assert abs(len(samples) - (plan.time.ideal + 3500) * RATE / 1000) <= 1
    rung, wanted = onsets(samples), sorted({start for start, *_ in told(plan)})
    assert all(any(abs(at - time) <= 20 for at in rung) for time in wanted)
    read = ffprobe(file)
    assert read["streams"][0]["codec_name"] == {wav: "pcm_s16le", mp3: "mp3"}[form]
    assert float(read["format"]["duration"]) == pytest.approx(plan.time.ideal / 1000 + 3.5, abs=0.1)


@pytest.mark.real
@pytest.mark.parametrize("name", ["sections", "nasty titles", "budget"])
def test_ffprobe_lists_the_chapters(name, tmp_path):
    plan, file = plan_of(name), tmp_path / "guide.mp3"
    file.write_bytes(mp3.render(plan, voice="off"))
    read = ffprobe(file)
    listed = [
        (round(1000 * float(one["start_time"])), round(1000 * float(one["end_time"])), one["tags"].get("title", ""))
        for one in read["chapters"]
    ]
    assert listed == headings(plan)
    assert read["format"]["tags"].get("title", "") == one_line(plan.title)


@pytest.mark.real
def test_ffmpeg_plays_the_voice(tmp_path):
    file = tmp_path / "guide.mp3"
    plan = check(LEGS).plan
    bells, spoken = wav.render(plan, voice="off"), mp3.render(plan)
    file.write_bytes(spoken)
    samples = played(file)
    quiet = array("h", bells[44:])
    loud = sum(abs(a) for a in samples), sum(abs(a) for a in quiet)
    assert loud[0] > 1.5 * loud[1]
    assert max(map(abs, samples)) < 32_700


# ── on the way to a file ──────────────────────────────────────────────────────────────────────────────────────────


def mass(*arguments, without=(), text=EVERY["card"]):
    """The program, as on a machine where some packages are not installed."""
    hidden = "".join(f"sys.modules[{name!r}] = None; " for name in without)
    program = f"import sys; {hidden}from massagelang.__main__ import main; main()"
    command = [sys.executable, "-c", program, "compile", "-", *map(str, arguments)]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False, cwd=ROOT)


def test_without_the_extra_there_are_bells_and_one_line(tmp_path):
    file = tmp_path / "guide.wav"
    run = mass("-o", file, without=["espeakng_loader"])
    assert (run.returncode, run.stdout) == (0, b"")
    assert run.stderr.decode() == ("The guide has bells and no voice. For a voice: pip install 'massagelang[voice]'\n")
    assert file.read_bytes() == wav.render(plan_of("card"), voice="off")
    assert mass("-o", file, "--voice", "off", without=["espeakng_loader"]).stderr == b""
    assert mass("--to", "vtt", without=["espeakng_loader"]).stderr == b""
    assert mass("-o", file).stderr == b""
    assert file.read_bytes() != wav.render(plan_of("card"), voice="off")


def test_mp3_without_the_extra_is_one_line_and_no_file(tmp_path):
    file = tmp_path / "guide.mp3"
    run = mass("-o", file, without=["lameenc"])
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode() == (
        "error: standard input: For MP3, an encoder is missing: pip install 'massagelang[audio]'. Or write a `.wav`.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_what_fails_leaves_the_old_file(tmp_path):
    file = tmp_path / "guide.wav"
    file.write_text("old")
    run = mass("-o", file, "--language", "xx")
    assert run.returncode == 2
    assert run.stderr.decode().startswith("error: standard input: I have no voice for the language `xx`. Write ")
    run = mass("-o", file, "--voice", "off", text="pause 25h\n")
    assert run.returncode == 2
    assert b"24 hours" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["guide.wav"]
    assert file.read_text() == "old"


def test_the_voice_is_chosen_by_options(tmp_path):
    made = {}
    for options in ((), ("--voice", "short"), ("--voice", "off"), ("--lead", "2s"), ("--language", "en-us")):
        run = mass("--to", "wav", *options, text=LEGS)
        assert run.returncode == 0
        assert b"voice" not in run.stderr
        made[options] = run.stdout
    assert len(set(made.values())) == len(made)
    assert {len(written) for written in made.values()} == {len(made[()])}


def test_options_of_a_voice_are_for_audio():
    for option, value in (("--voice", "off"), ("--lead", "5s"), ("--language", "en")):
        run = mass("--to", "vtt", option, value)
        assert (run.returncode, run.stdout) == (2, b"")
        says = f"error: `{option}` is for audio (mp3, wav), and this is to be vtt. Leave it out.\n"
        assert run.stderr.decode() == says


def test_no_start_waits_for_bells():
    """Every `mass compile` lists the formats."""
    program = "import sys, massagelang.pipeline as it; it.formats(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT).stdout.split()
    assert b"massagelang.render.wav" in loaded
    assert {b"ctypes", b"massagelang.render.audio.guide", b"lameenc"}.isdisjoint(loaded)


def test_an_unknown_voice_is_refused():
    run = mass("--to", "wav", "--voice", "loud")
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"'full', 'short', 'off'" in run.stderr
