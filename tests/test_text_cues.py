"""LRC, Audacity labels, SSML and WebVTT metadata read back cue by cue, for nasty texts too."""

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import jsonschema
import pytest
import webvtt
from cue_programs import EVERY
from cue_readers import plan_of, told
from lrcparser import LrcParser
from test_formats import SCHEMA, strict_vtt

from massagelang.render import audacity, lrc, metadata, ssml
from massagelang.render.clock import one_line, timestamp
from massagelang.render.cues import cues
from massagelang.render.json import cue_data
from massagelang.render.words import Options


@pytest.fixture(params=EVERY)
def plan(request):
    return plan_of(request.param)


# ── LRC ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def neutral(line):
    return line.replace("[", "(").replace("]", ")").replace("<", "‹").replace(">", "›")


def test_lrc_by_lrcparser(plan):
    read = LrcParser.parse(lrc.render(plan))
    *lines, last = read["lrc_lines"]
    wanted = [(start, neutral(line)) for start, end, _, line in told(plan) if end > start]
    assert [str(line.text) for line in lines] == [line for _, line in wanted]
    times = [_milliseconds(line.start_time) for line in lines]
    assert all(abs(time - start) <= 5 for time, (start, _) in zip(times, wanted, strict=True))
    assert str(last.text) == ""
    assert read["attributes"].get("ti", "") == neutral(one_line(plan.title))
    assert read["offset"] == 0


def _milliseconds(time):
    return (time.minutes * 60 + time.seconds) * 1000 + time.microseconds / 1000


def test_lrc_goes_on_beyond_an_hour():
    (line,) = [line for line in lrc.render(_long()).splitlines() if "back" in line]
    assert line.startswith("[75:00.00]")


def _long():
    from massagelang.pipeline import check

    return check("pause 75min\nhands on back\n").plan


# ── Audacity ──────────────────────────────────────────────────────────────────────────────────────────────────────

_LABEL = re.compile(r"(\d+\.\d{6})\t(\d+\.\d{6})\t([^\t\n\r]+)")


def test_labels_by_the_letter(plan):
    """Two times in seconds and a text, between tabs, as Audacity's manual tells."""
    written = audacity.render(plan)
    assert written.endswith("\n")
    read = [_LABEL.fullmatch(line).groups() for line in written.removesuffix("\n").split("\n")]
    assert [(round(float(start) * 1000), round(float(end) * 1000), line) for start, end, line in read] == [
        (start, end, line) for start, end, _, line in told(plan)
    ]


# ── SSML ──────────────────────────────────────────────────────────────────────────────────────────────────────────

SPACE = "{http://www.w3.org/2001/10/synthesis}"


def test_ssml_has_marks_sentences_and_breaks_and_nothing_else(plan):
    root = ElementTree.fromstring(ssml.render(plan))
    assert root.tag == f"{SPACE}speak"
    assert root.attrib == {"version": "1.1", "{http://www.w3.org/XML/1998/namespace}lang": "en"}
    allowed = {f"{SPACE}mark": {"name"}, f"{SPACE}s": set(), f"{SPACE}break": {"time"}}
    for child in root:
        assert set(child.attrib) == allowed[child.tag]
        assert len(child) == 0
        assert not (child.tail or "").strip()
    assert all(following.tag == f"{SPACE}s" for this, following in pairwise(root) if this.tag == f"{SPACE}mark")


def test_ssml_says_each_cue_at_its_mark(plan):
    root = ElementTree.fromstring(ssml.render(plan).encode())
    marks = [child.get("name") for child in root if child.tag == f"{SPACE}mark"]
    sentences = [child.text for child in root if child.tag == f"{SPACE}s"]
    spoken = [(f"at-{cue.start}", one_line(cue.spoken)) for cue in cues(plan) if one_line(cue.spoken)]
    assert list(zip(marks, sentences, strict=True)) == spoken


def test_ssml_pauses_fill_the_time_that_speech_leaves(plan):
    reached = 0
    for child in ElementTree.fromstring(ssml.render(plan)):
        if child.tag == f"{SPACE}break":
            pause = int(re.fullmatch(r"(\d+)ms", child.get("time"))[1])
            assert 0 < pause <= 10_000
            reached += pause
        elif child.tag == f"{SPACE}s":
            reached += 400 * len(child.text.split())
        else:
            assert reached >= int(child.get("name").removeprefix("at-")), "speech begins before its time"
    assert reached >= plan.time.ideal


def test_ssml_pauses_by_hand():
    from massagelang.pipeline import check

    made = ssml.render(check("hold both on back for 25s\n").plan).splitlines()[2:]
    assert made == [
        '<mark name="at-0"/><s>Get ready.</s>',
        '<break time="700ms"/>',
        '<mark name="at-1500"/><s>Hold both hands on the back for 25 seconds.</s>',
        *['<break time="10000ms"/>'] * 2,
        '<break time="1400ms"/>',
        '<mark name="at-26500"/><s>End of the routine.</s>',
        "</speak>",
    ]


# ── WebVTT metadata ───────────────────────────────────────────────────────────────────────────────────────────────


def test_metadata_by_webvtt_py(plan):
    read = webvtt.from_string(metadata.render(plan))
    cue_schema = {**SCHEMA["$defs"]["cue"], "$defs": SCHEMA["$defs"]}
    for cue in read:
        jsonschema.validate(json.loads(cue.raw_text), cue_schema, cls=jsonschema.Draft202012Validator)
    made = list(cues(plan))
    assert [json.loads(cue.raw_text) for cue in read] == [cue_data(cue) for cue in made]
    assert [(cue.start, cue.end) for cue in read] == [
        (timestamp(cue.start), timestamp(max(cue.end, cue.start + 1))) for cue in made
    ]


def test_metadata_by_the_letter(plan):
    assert [json.loads(payload) for *_, payload in strict_vtt(metadata.render(plan))] == [
        cue_data(cue) for cue in cues(plan)
    ]


# ── all ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", [lrc, audacity, ssml, metadata])
def test_time_to_get_ready(form):
    plan = plan_of("card")
    usual, later = form.render(plan), form.render(plan, lead_in=5000)
    assert "Get ready" in later
    assert len(later.splitlines()) >= len(usual.splitlines())
    assert told(plan, options=Options(lead_in=5000))[1][0] == 5000
