"""Every format read back by a program that knows nothing of this one: the same times, the same texts."""

import csv as reader_of_csv
import html
import json
import re
import shutil
import subprocess
from datetime import timedelta
from importlib.resources import files
from io import StringIO

import jsonschema
import pysubs2
import pytest
import srt as reader_of_srt
import webvtt
from cue_programs import EVERY, NASTY

from massagelang import pipeline
from massagelang.pipeline import check
from massagelang.render import csv, jsonl, srt, tree, vtt
from massagelang.render import json as json_format
from massagelang.render import plan as plan_format
from massagelang.render.clock import one_line, timestamp
from massagelang.render.cues import cues

SCHEMA = json.loads(files("massagelang.render").joinpath("schema", "cues.json").read_text("utf-8"))


@pytest.fixture(params=EVERY)
def text(request):
    return EVERY[request.param]


@pytest.fixture
def plan(text):
    checked = check(text)
    assert not checked.has_errors, [one.message for one in checked.diagnostics]
    return checked.plan


@pytest.fixture
def told(plan):
    """The cues that subtitles show, as (start, end, text in one line)."""
    lines = ((cue.start, cue.end, one_line(cue.text)) for cue in cues(plan))
    return [(start, end, line) for start, end, line in lines if end > start and line]


def test_the_nasty_strings_arrive_at_the_cues():
    said = [cue.text for cue in cues(check(EVERY["nasty"]).plan) if cue.kind == "say"]
    assert len(said) == len(NASTY)
    assert all(nasty.strip() in line for nasty, line in zip(NASTY, said, strict=True))


# ── JSON ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_is_as_the_schema_says(plan):
    read = json.loads(json_format.render(plan))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(read, SCHEMA, cls=jsonschema.Draft202012Validator)
    made = list(cues(plan))
    assert read["version"] == 1
    assert read["title"] == plan.title
    assert read["length"] == plan.time.ideal == (made[-1].end if made else 0)
    assert [(cue["start"], cue["end"], cue["id"], cue["text"], cue["spoken"], cue["next"]) for cue in read["cues"]] == [
        (cue.start, cue.end, cue.id, cue.text, cue.spoken, cue.next) for cue in made
    ]


def test_the_schema_names_every_field(plan):
    known = set(SCHEMA["$defs"]["cue"]["properties"])
    assert all(set(cue) == known for cue in json.loads(json_format.render(plan))["cues"])


def test_the_schema_refuses_what_is_wrong():
    read = json.loads(json_format.render(check(EVERY["card"]).plan))
    for key, wrong in {"start": 1.5, "kind": "dance", "hands": [{"does": "works"}], "source": None}.items():
        broken = {**read, "cues": [{**read["cues"][0], key: wrong}]}
        assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(broken)), key


def test_json_lines_are_the_cues_of_json(plan):
    lines = jsonl.render(plan).splitlines()
    line_schema = {**SCHEMA["$defs"]["line"], "$defs": SCHEMA["$defs"]}
    for line in lines:
        jsonschema.validate(json.loads(line), line_schema, cls=jsonschema.Draft202012Validator)
    whole = json.loads(json_format.render(plan))["cues"]
    assert [json.loads(line) for line in lines] == [{"version": 1, **cue} for cue in whole]


def test_json_has_no_letter_that_a_reader_could_harm(plan):
    assert json_format.render(plan).isascii()


# ── CSV ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_csv_reads_back(plan):
    written = csv.render(plan)
    rows = list(reader_of_csv.DictReader(StringIO(written, newline=""), strict=True))
    made = list(cues(plan))
    assert [(row["start"], row["end"], row["text"].removeprefix("'")) for row in rows] == [
        (str(cue.start), str(cue.end), one_line(cue.text).removeprefix("'")) for cue in made
    ]
    assert all(None not in row and None not in row.values() for row in rows)
    assert written.count("\r\n") == len(made) + 1 == written.count("\n")


def test_csv_has_no_formula(plan):
    cells = [cell for row in reader_of_csv.reader(StringIO(csv.render(plan), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))]


# ── WebVTT ────────────────────────────────────────────────────────────────────────────────────────────────────────

_TIMING = re.compile(r"(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})")
_PAYLOAD = re.compile(r"(?:[^&<>\r\n]|&(?:amp|lt|gt);)+")


def _milliseconds(hours, minutes, seconds, thousandths):
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def _unbroken(line):
    """WebVTT has a word joiner in what ffmpeg takes for commands."""
    return line.replace("\\N", "\\\u2060N").replace("\\n", "\\\u2060n").replace("\\h", "\\\u2060h")


def strict_vtt(text):
    """Cues of a WebVTT file by the letter of its grammar; anything else is an error."""
    assert text.startswith("WEBVTT\n")
    assert text.endswith("\n")
    assert not re.search(r"[\x00\r\x0b\x0c\x85\u2028\u2029]", text)
    head, *blocks = text.removesuffix("\n").split("\n\n") if "\n\n" in text else [text.removesuffix("\n")]
    assert head.strip("\n") == "WEBVTT"
    made, last = [], 0
    for block in blocks:
        lines = block.split("\n")
        assert all(line.strip() for line in lines)
        if lines[0].startswith("NOTE "):
            assert not made
            assert "-->" not in block
            continue
        name, timing, payload = lines
        assert "-->" not in name
        assert not name.startswith(("NOTE", "STYLE", "REGION"))
        found = _TIMING.fullmatch(timing)
        start, end = _milliseconds(*found.groups()[:4]), _milliseconds(*found.groups()[4:])
        assert last <= start < end
        assert _PAYLOAD.fullmatch(payload)
        made.append((start, end, html.unescape(payload)))
        last = start
    return made


def test_vtt_by_the_letter(plan, told):
    assert strict_vtt(vtt.render(plan)) == [(start, end, _unbroken(line)) for start, end, line in told]


def test_vtt_by_webvtt_py(plan, told):
    read = webvtt.from_string(vtt.render(plan))
    assert [(cue.start, cue.end, html.unescape(cue.raw_text)) for cue in read] == [
        (timestamp(start), timestamp(end), _unbroken(line)) for start, end, line in told
    ]
    assert not read.styles


def test_vtt_by_pysubs2(plan, told):
    """This reader knows no ids: it adds that of the next cue to the text. Two times in a text it takes for a cue."""
    told = [(start, end, _unbroken(line)) for start, end, line in told if line.count("00:00:0") < 2]
    written = "\n\n".join(block for block in vtt.render(plan).split("\n\n") if "--&gt; 00:00" not in block)
    read = pysubs2.SSAFile.from_string(written, format_="vtt")
    assert [(line.start, line.end, html.unescape(line.text.split("\\N\\N")[0])) for line in read] == told


def test_vtt_ids_of_a_file_with_an_odd_name():
    used = {"NOTE a-->b.mass": "define x { stroke both up back }\n"}
    checked = check('use "NOTE a-->b.mass"\ndo x\n', read=used.__getitem__)
    assert not checked.has_errors
    assert len(strict_vtt(vtt.render(checked.plan))) == 1


# ── SubRip ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _neutral(line):
    line = line.replace("00:00:01.000 --> 00:00:02.000", "00:00:01 000 --> 00:00:02 000")
    return line.replace("<", "‹").replace(">", "›").replace("{", "(").replace("}", ")").replace("\\", "/")


def test_srt_by_srt(plan, told):
    read = list(reader_of_srt.parse(srt.render(plan), ignore_errors=False))
    assert [(cue.index, cue.start, cue.end, cue.content) for cue in read] == [
        (number, timedelta(milliseconds=start), timedelta(milliseconds=end), _neutral(line))
        for number, (start, end, line) in enumerate(told, start=1)
    ]


def test_srt_by_pysubs2(plan, told):
    read = pysubs2.SSAFile.from_string(srt.render(plan), format_="srt")
    assert [(line.start, line.end, line.plaintext) for line in read] == [
        (start, end, _neutral(line)) for start, end, line in told
    ]


@pytest.mark.real
@pytest.mark.parametrize("form", [vtt, srt])
def test_subtitles_by_ffmpeg(form, plan, told, tmp_path):
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    if not told:
        return
    file = tmp_path / f"routine{form.SUFFIX}"
    file.write_text(form.render(plan), encoding="utf-8", newline="")
    read = list(reader_of_srt.parse(_by_ffmpeg(file, "srt")))
    assert [(cue.start, cue.end) for cue in read] == [
        (timedelta(milliseconds=start), timedelta(milliseconds=end)) for start, end, _ in told
    ]
    lines = [line for line in _by_ffmpeg(file, "ass").splitlines() if line.startswith("Dialogue:")]
    assert [re.sub(r"\\([{}])", r"\1", line.split(",", 9)[9]) for line in lines] == [
        _unbroken(line) if form is vtt else _neutral(line) for _, _, line in told
    ]


def _by_ffmpeg(file, to):
    """What ffmpeg reads: `srt` keeps the times to the millisecond, `ass` the text as it was understood."""
    command = ["ffmpeg", "-v", "error", "-i", str(file), "-c:s", to, "-f", to, "-"]
    run = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    assert not run.stderr
    return run.stdout.decode("utf-8")


# ── tree and plan ─────────────────────────────────────────────────────────────────────────────────────────────────


def _objects(data):
    if isinstance(data, dict):
        yield data
        for inside in data.values():
            yield from _objects(inside)
    elif isinstance(data, list):
        for inside in data:
            yield from _objects(inside)


def _numbers(data):
    if isinstance(data, float):
        yield data
    for inside in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _numbers(inside)


def test_the_tree_has_each_node_with_its_place(text):
    checked = check(text)
    read = json.loads(tree.render(checked.file))
    assert list(read)[:2] == ["version", "kind"]
    assert "".join(line["text"] for line in read["lines"]).replace("\n", "") == text.replace("\n", "")
    for line in read["lines"]:
        for node in _objects(line["content"]):
            if "kind" in node:
                assert next(iter(node)) == "kind"
                assert 0 <= node["span"]["start"] <= node["span"]["end"] <= len(line["text"])
    assert all(number != int(number) for number in _numbers(read))


def test_the_tree_is_made_of_a_routine_with_errors_too():
    read = json.loads(tree.render(check("efleurage both up (\nhold both on\n").file))
    assert any(node.get("kind") == "junk" for node in _objects(read))


def test_the_plan_has_each_part_once_with_its_time_and_place(plan):
    read = json.loads(plan_format.render(plan))
    assert read["version"] == 1
    assert read["time"]["ideal"] == plan.time.ideal
    assert len(read["parts"]) == len(list(plan.parts()))
    for part in read["parts"]:
        assert next(iter(part)) == "kind"
        assert part["spot"]["line"] >= 1
        assert set(part["time"]) >= {"shortest", "ideal", "longest", "basis", "open"}
        assert 0 <= part["before"] < len(read["hands"]) > part["after"]
    assert all(number != int(number) for number in _numbers(read))


def test_the_plan_of_a_small_text_is_small_and_its_counts_are_whole():
    calls = "".join(f"define d{level} {{ do d{level - 1}; do d{level - 1}, other side }}\n" for level in range(1, 7))
    checked = check(f"define d0 {{ stroke both up left_leg; repeat 1000000000000 }}\n{calls}do d6\n")
    read = json.loads(plan_format.render(checked.plan))
    counts = [part["count"]["low"] for part in read["parts"] if part["kind"] == "repeat"]
    assert set(counts) == {10**12}
    assert len(read["parts"]) < 2000


def test_the_plan_keeps_a_time_as_it_was_counted():
    read = json.loads(plan_format.render(check("hold both on back for 5 breaths\n").plan))
    time = next(part["how"]["for_time"] for part in read["parts"] if part.get("act_kind") == "action")
    assert (time["counted"]["low"], time["counted"]["high"], time["unit"]) == (5, 5, "breath")


@pytest.mark.parametrize("form", [vtt, srt, csv])
def test_subtitles_leave_nothing_out(form):
    text = "hack both over upper_back, except spine and kidney_zone, light, for 20s\n"
    assert "Leave out the spine and both kidney zones" in form.render(check(text).plan)


@pytest.mark.parametrize("form", [json_format, jsonl, csv, vtt, srt, plan_format])
def test_an_empty_file_has_an_empty_rendering(form):
    assert isinstance(form.render(check("").plan), str)


def test_options_of_the_words_reach_the_cues():
    text = "receiver turns supine\n"
    assert "client" in pipeline.compile(text, to="vtt", person="client")
    assert "client" in pipeline.compile(text, to="json", person="client")


def test_the_plan_says_how_each_attribute_is_known():
    checked = check("stroke up left_leg to foot, firm\n")
    acts = [part for part in json.loads(plan_format.render(checked.plan))["parts"] if part["kind"] == "act"]
    stroke = acts[-1]
    assert stroke["act_kind"] == "action"
    assert stroke["technique"] == "stroke"
    assert stroke["tools"][0]["basis"] == "estimated"
    assert stroke["how"]["pressure"]["basis"] == "written"
    assert [target["side_basis"] for way in stroke["ways"] for target in way["targets"]] == ["written", "inferred"]


@pytest.mark.parametrize("form", [json_format, jsonl, csv, vtt, srt, plan_format])
def test_the_same_bytes_whatever_the_hash_seed(form):
    program = (
        "from massagelang.pipeline import check\n"
        f"from massagelang.render import {form.__name__.rsplit('.', 1)[1]} as form\n"
        "text = 'hand on sacrum\\nor hand on back\\nor hand left on neck\\nstroke other up back; repeat 2\\n'\n"
        "import sys; sys.stdout.write(form.render(check(text).plan))\n"
    )
    written = {_run(program, seed) for seed in ("1", "2", "3")}
    assert len(written) == 1


def _run(program, seed):
    import os
    import sys

    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True).stdout
