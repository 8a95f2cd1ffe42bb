"""Formats of chapters read back by programs that know nothing of this one: the same times, the same titles."""

import html
import json
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import icalendar
import jsonschema
import podcast_chapter_tools
import pytest
import webvtt
from cue_programs import EVERY
from cue_readers import headings, plan_of, told
from test_formats import _unbroken, strict_vtt

from massagelang.render import chapters, ffmetadata, ics, podcast
from massagelang.render.clock import one_line, timestamp
from massagelang.render.cues import Unwritable

START = "2026-12-01T18:00"
BEGINS = datetime(2026, 12, 1, 18, 0)

# After the text of version 1.2 in Podcastindex-org/podcast-namespace, which has no schema of its own.
PODCAST = {
    "type": "object",
    "required": ["version", "chapters"],
    "properties": {
        "version": {"const": "1.2.0"},
        "title": {"type": "string", "minLength": 1},
        "chapters": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["startTime"],
                "properties": {
                    "startTime": {"type": "number", "minimum": 0},
                    "endTime": {"type": "number"},
                    "title": {"type": "string", "minLength": 1},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@pytest.fixture(params=EVERY)
def plan(request):
    return plan_of(request.param)


def test_chapters_by_hand():
    assert headings(plan_of("sections")) == [
        (0, 3500, "Beginning"),
        (3500, 21500, "One: A"),
        (21500, 43000, "One: B"),
        (43000, 49000, "Two: A"),
    ]
    assert headings(plan_of("card"))[0][2] == "Beginning"
    assert [title for *_, title in headings(plan_of("budget"))] == ["A", "B"]
    assert headings(plan_of("nothing")) == []


# ── podcast chapters ──────────────────────────────────────────────────────────────────────────────────────────────


def test_podcast_chapters_are_as_the_format_says(plan):
    read = json.loads(podcast.render(plan))
    jsonschema.validate(read, PODCAST, cls=jsonschema.Draft202012Validator)
    assert read.get("title", "") == one_line(plan.title)
    assert [(one["startTime"], one["endTime"], one["title"]) for one in read["chapters"]] == [
        (start / 1000, end / 1000, title) for start, end, title in headings(plan)
    ]


def test_podcast_chapters_by_podcast_chapter_tools(plan):
    """It reads whole seconds."""
    read = podcast_chapter_tools.extract_pci_chapters(json.loads(podcast.render(plan)))
    assert [(int(one.start), one.title) for one in read] == [
        (start // 1000, title) for start, _, title in headings(plan)
    ]


# ── WebVTT ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_chapters_by_the_letter(plan):
    assert strict_vtt(chapters.render(plan)) == [(start, end, _unbroken(title)) for start, end, title in headings(plan)]


def test_chapters_by_webvtt_py(plan):
    read = webvtt.from_string(chapters.render(plan))
    assert [(one.start, one.end, html.unescape(one.raw_text)) for one in read] == [
        (timestamp(start), timestamp(end), _unbroken(title)) for start, end, title in headings(plan)
    ]


# ── ffmetadata ────────────────────────────────────────────────────────────────────────────────────────────────────


def read_ffmetadata(text):
    """Chapters by the letter of ffmpeg's documentation."""
    head, *lines = text.split("\n")
    assert head == ";FFMETADATA1"
    assert lines.pop() == ""
    made = [{}]
    for line in lines:
        if line == "[CHAPTER]":
            made.append({})
            continue
        key, value = re.fullmatch(r"(\w+)=((?:[^=;#\\]|\\[=;#\\])*)", line).groups()
        made[-1][key] = re.sub(r"\\(.)", r"\1", value)
    return made


def test_ffmetadata_by_the_letter(plan):
    head, *read = read_ffmetadata(ffmetadata.render(plan))
    assert head.get("title", "") == _joined(one_line(plan.title))
    assert [one.pop("TIMEBASE") for one in read] == ["1/1000"] * len(read)
    assert [(int(one["START"]), int(one["END"]), one["title"]) for one in read] == wanted(plan)


def _joined(title):
    """ffmpeg takes a line to go on after a backslash at its end, also after one that is escaped."""
    return title + "\u2060" if title.endswith("\\") else title


def wanted(plan):
    return [(start, end, _joined(title)) for start, end, title in headings(plan)]


@pytest.mark.real
def test_ffmetadata_by_ffprobe(plan, tmp_path):
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    file = tmp_path / "routine.ffmetadata"
    file.write_text(ffmetadata.render(plan), encoding="utf-8", newline="")
    command = ["ffprobe", "-v", "error", "-f", "ffmetadata", "-show_chapters", "-show_format", "-of", "json", str(file)]
    run = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    assert not run.stderr
    read = json.loads(run.stdout)
    assert read["format"].get("tags", {}).get("title", "") == _joined(one_line(plan.title))
    assert [(one["start"], one["end"], one["tags"]["title"]) for one in read["chapters"]] == wanted(plan)
    assert {one["time_base"] for one in read["chapters"]} <= {"1/1000"}


# ── iCalendar ─────────────────────────────────────────────────────────────────────────────────────────────────────


def seconds(milliseconds):
    return timedelta(seconds=milliseconds // 1000)


def test_ics_by_icalendar(plan):
    read = icalendar.Calendar.from_ical(ics.render(plan, start=START))
    assert not read.errors
    entries = read.walk("VEVENT")
    made = headings(plan)
    assert [(str(one["summary"]), one.decoded("dtstart")) for one in entries] == [
        (title, BEGINS + seconds(start)) for start, _, title in made
    ]
    assert [one.decoded("dtend") for one in entries] == [BEGINS + seconds(end) for _, end, _ in made]
    assert len({str(one["uid"]) for one in entries}) == len(entries)
    assert {one.decoded("dtstamp") for one in entries} <= {BEGINS.replace(tzinfo=UTC)}
    assert not any(one.errors for one in entries)


def test_an_ics_entry_tells_each_cue_with_its_time(plan):
    entries = icalendar.Calendar.from_ical(ics.render(plan, start=START)).walk("VEVENT")
    lines = [line for one in entries for line in str(one["description"]).split("\n") if line]
    lines_told = [f"{seconds(start)} {line}" for start, _, kind, line in told(plan) if kind not in ("lead_in", "end")]
    assert lines == (lines_told if entries else [])


def test_ics_lines_are_as_short_as_the_format_asks(plan):
    written = ics.render(plan, start=START)
    assert written.count("\r\n") == written.count("\n") == written.count("\r")
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75


def test_a_start_with_a_time_zone_is_utc():
    read = icalendar.Calendar.from_ical(ics.render(plan_of("card"), start="2026-12-01T18:00+02:00"))
    assert read.walk("VEVENT")[0].decoded("dtstart") == datetime(2026, 12, 1, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("", r"needs to know when the routine begins\. Add `--start 2026-12-01T18:00`\."),
        ("tomorrow", r"I cannot read `tomorrow` as a time\. Write `--start 2026-12-01T18:00`\."),
        ("9999-12-31T23:00", "I cannot read"),
        ("0001-01-01T00:00+10:00", "I cannot read"),
    ],
)
def test_a_calendar_needs_a_start(start, says):
    with pytest.raises(Unwritable, match=says):
        ics.render(plan_of("card"), start=start)
