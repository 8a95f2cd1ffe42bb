"""docs/cues.md is true and complete; what all cue formats promise: no health, no hurry, no waiting, the same bytes."""

import inspect
import re
import subprocess
import sys
import tracemalloc
from itertools import islice
from pathlib import Path

import pytest
from cue_programs import EVERY
from cue_readers import plan_of, told

from massagelang import pipeline
from massagelang.pipeline import check
from massagelang.render import csv, jsonl
from massagelang.render.cues import TooLong
from massagelang.vocabulary import load

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "cues.md").read_text("utf-8")
FORMATS = pipeline.formats()
START = "2026-12-01T18:00"
BILLION = "hand left on sacrum; stroke right up right_side to shoulder; repeat 1000000000\n"


def _is_of_cues(form):
    module = inspect.getmodule(form.render)
    names = ("cues", "whole", "shown", "chapters")
    return form.audio or any(
        getattr(getattr(module, name, None), "__module__", "").startswith("massagelang.render.cues") for name in names
    )


CUE_FORMATS = sorted(name for name, form in FORMATS.items() if _is_of_cues(form))
WHOLE = [name for name in CUE_FORMATS if FORMATS[name].stream is None]


def written(name, text, **options):
    made = pipeline.render(check(text), name, start=START, voice="off", **options)
    return made if isinstance(made, bytes) else made.encode()


def rows():
    lines = [line for line in PAGE.splitlines() if line.startswith("| `") and line.count("|") == 7]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_table_names_every_format_of_cues_with_its_suffix():
    assert sorted(row[0].strip("`") for row in rows()) == CUE_FORMATS
    assert all(row[1] == f"`{FORMATS[row[0].strip('`')].suffix}`" for row in rows())
    assert all(all(row) for row in rows())


def test_the_readme_names_every_format():
    (line,) = [
        line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("| `mass compile")
    ]
    assert {name for name in FORMATS if f"`{name}`" not in line} == set()


def test_suffixes_do_not_hide_each_other():
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("name", ["both sides", "waits", "nasty"])
def test_the_player_shows_what_is_told(name, tmp_path):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert len(code.splitlines()) <= 20
    player = tmp_path / "player.py"
    player.write_text(code, encoding="utf-8")
    stream = jsonl.render(plan_of(name))
    command = [sys.executable, "-X", "utf8", str(player), "100000"]
    run = subprocess.run(command, input=stream.encode(), capture_output=True, check=True, timeout=60)
    assert not run.stderr
    shown = [line.lstrip("\a") for line in run.stdout.decode().replace("\r", "").split("\n")]
    wanted = [(f"{start // 60000:02}:{start // 1000 % 60:02}", line) for start, _, _, line in told(plan_of(name))]
    clock = [line for line in shown if re.match(r"\d\d:\d\d ", line)]
    if name == "nasty":  # its texts have lines of their own
        assert len(clock) >= len(wanted)
    else:
        assert [line.split(" ", 1)[0] for line in clock] == [time for time, _ in wanted]
        assert all(line.split(" ", 1)[1].startswith(text) for line, (_, text) in zip(clock, wanted, strict=True))
        assert run.stdout.count(b"\a") == sum(kind == "switch" for *_, kind, _ in told(plan_of(name)))


def test_the_player_keeps_time(tmp_path):
    import time

    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    command = [sys.executable, "-c", code, "10"]
    before = time.monotonic()
    stream = "".join(jsonl.stream(check("hold both on back for 10s\n").plan))
    subprocess.run(command, input=stream.encode(), capture_output=True, check=True, timeout=60)
    assert 1.15 <= time.monotonic() - before < 10


# ── health ────────────────────────────────────────────────────────────────────────────────────────────────────────

_BODY = 'routine "Legs"\nreceiver: prone{}\nstep "A", both sides\nstroke both up left_leg\nsay "Breathe."\nwait\n'


@pytest.mark.parametrize("name", [name for name in CUE_FORMATS if name != "mp3"])  # which is `wav` and `chapters`
def test_cues_tell_nothing_of_health(name):
    """Whatever is known of the receiver, the bytes are the same as when nothing is."""
    plain = written(name, _BODY.format(""))
    conditions = sorted({condition.id for condition in load().words("condition")})
    assert len(conditions) > 30
    compared = 0
    for told_of in (*conditions, ", ".join(conditions[::7]), '"a rash on the back"'):
        checked = check(_BODY.format(f", {told_of}"))
        if not checked.has_errors:
            assert written(name, _BODY.format(f", {told_of}")) == plain, told_of
            compared += 1
    assert compared > 20


# ── lengths ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_refuse_what_is_too_long(name):
    with pytest.raises(TooLong, match=r"^[^\n]*24 hours; write it as `jsonl`[^\n]*$"):
        written(name, BILLION)
    with pytest.raises(TooLong, match=r"^[^\n]*jsonl[^\n]*$"):
        written(name, "pause 24h\npause 1s\n")
    assert written(name, "pause 24h\n")


@pytest.mark.parametrize("form", [jsonl, csv])
def test_streams_begin_at_once_and_hold_no_memory(form):
    plan = check(BILLION).plan
    stream = form.stream(plan)
    tracemalloc.start()
    try:
        list(islice(stream, 200))
        before, _ = tracemalloc.get_traced_memory()
        for _ in islice(stream, 20_000):
            pass
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 100_000


def test_the_stream_of_csv_is_its_file():
    for name in EVERY:
        assert "".join(csv.stream(plan_of(name))) == csv.render(plan_of(name))


# ── bytes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", CUE_FORMATS)
def test_an_empty_file_has_a_rendering(name):
    assert isinstance(written(name, ""), bytes)


def test_the_same_bytes_whatever_the_hash_seed():
    import os

    program = (
        "import sys; from massagelang.pipeline import check, render\n"
        "text = 'hand on sacrum\\nor hand on back\\nor hand left on neck\\nstroke other up back; repeat 2\\n'\n"
        f"for name in {CUE_FORMATS}:\n"
        f"    made = render(check(text), name, start={START!r}, voice='off')\n"
        "    sys.stdout.buffer.write(made if isinstance(made, bytes) else made.encode())\n"
    )
    made = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        made.add(run.stdout)
    assert len(made) == 1


@pytest.mark.parametrize("name", ["json", "jsonl", "podcast", "paths"])
def test_json_of_every_kind_is_ascii(name):
    for text in ("nasty", "nasty titles"):
        assert written(name, EVERY[text]).isascii()
