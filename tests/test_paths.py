"""Paths: where each hand is along the body, by hand and against the shipped schema."""

import json
from collections import Counter
from importlib.resources import files

import jsonschema
import pytest
from cue_programs import EVERY
from cue_readers import plan_of

from massagelang.pipeline import check
from massagelang.render import paths
from massagelang.render.cues import cues

SCHEMA = json.loads(files("massagelang.render").joinpath("schema", "paths.json").read_text("utf-8"))


@pytest.fixture(params=EVERY)
def plan(request):
    return plan_of(request.param)


def tracks(text, technique):
    """The tracks of the first cue with a technique, each as (side, [(time, edge and place)])."""
    checked = check(text)
    assert not checked.has_errors
    cue = next(cue for cue in json.loads(paths.render(checked.plan))["cues"] if cue["technique"] == technique)
    return cue, [(track["arm"], [_told(point) for point in track["points"]]) for track in cue["tracks"]]


def _told(point):
    words = (point["edge"], point["word"], point["part"], point["side"], point["region"])
    return point["time"], " ".join(word for word in words if word)


def test_paths_are_as_the_schema_says(plan):
    read = json.loads(paths.render(plan))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(read, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert (read["title"], read["length"]) == (plan.title, plan.time.ideal)
    assert [(cue["start"], cue["end"], cue["id"], cue["kind"]) for cue in read["cues"]] == [
        (cue.start, cue.end, cue.id, cue.kind) for cue in cues(plan)
    ]


def test_the_schema_names_every_field(plan):
    def known(name):
        return set(SCHEMA["$defs"][name]["properties"])

    for cue in json.loads(paths.render(plan))["cues"]:
        assert set(cue) == known("cue")
        for track in cue["tracks"]:
            assert set(track) | {"arm", "leg"} == known("track")
            assert all(set(point) == known("point") for point in (*track["points"], *track["travel"]))


def test_the_schema_refuses_what_is_wrong():
    read = json.loads(paths.render(plan_of("card")))
    track = next(cue["tracks"][0] for cue in read["cues"] if cue["tracks"])
    for key, wrong in {"index": 2, "arm": "third", "points": [{"time": 0}], "times": 0}.items():
        broken = {**read, "cues": [{**read["cues"][0], "tracks": [{**track, key: wrong}]}]}
        assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(broken)), key


def test_points_go_on_within_their_cue(plan):
    for cue in json.loads(paths.render(plan))["cues"]:
        for track in cue["tracks"]:
            for points in (track["points"], track["travel"]):
                times = [point["time"] for point in points]
                assert times == sorted(times)
                assert all(cue["start"] <= time <= cue["end"] for time in times)
                assert len(times) < 2 or times[0] == cue["start"]


def test_a_track_ends_where_the_plan_leaves_the_hand(plan):
    """Of acts that are done but in one way."""
    several = Counter(act.id for act in plan.acts())
    known = {act.id: act for act in plan.acts() if several[act.id] == 1}
    for cue in json.loads(paths.render(plan))["cues"]:
        act = known.get(cue["id"].partition("#")[0].rpartition(">")[2])
        for track in cue["tracks"] if act else ():
            arms = act.after.arms if "arm" in track else act.after.legs
            (contact, *others) = arms[track["index"]]
            if contact and not others and contact.target and track["points"]:
                assert track["points"][-1]["region"] == contact.target.region.id


def test_the_card():
    cue, made = tracks(EVERY["card"], "stroke")
    start, length = cue["start"], cue["end"] - cue["start"]
    assert made == [
        (
            "right",
            [
                (start, "bottom right side"),
                (start + length * 870 // 1000, "top right side"),  # 40 of 46 cm
                (cue["end"], "to right shoulder"),
            ],
        )
    ]


@pytest.mark.parametrize(
    ("text", "technique", "ways"),
    [
        ("hold both on back for 10s\n", "hold", {"one": ["back"], "other": ["back"]}),
        (
            "stroke both up and down back\n",
            "stroke",
            {"one": ["bottom back", "top back", "bottom back"], "other": ["bottom back", "top back", "bottom back"]},
        ),
        (
            "stroke both up legs\n",
            "stroke",
            {"one": ["bottom left leg", "top left leg"], "other": ["bottom right leg", "top right leg"]},
        ),
        (
            "hands on back\nstroke both over back\n",
            "stroke",
            {"one": ["back", "over back"], "other": ["back", "over back"]},
        ),
        ("stroke right from sacrum up spine to neck\n", "stroke", {"right": ["sacrum", "top spine", "to neck"]}),
    ],
)
def test_ways(text, technique, ways):
    _, made = tracks(text, technique)
    assert {side: [place for _, place in points] for side, points in made} == ways


def test_several_times_are_told_once():
    cue, made = tracks("stroke both up left_leg, 3 times\n", "stroke")
    assert cue["tracks"][0]["times"] == 3
    first, last = made[0][1]
    assert 3 * (last[0] - first[0]) == cue["end"] - cue["start"]


def test_work_that_moves_on_has_a_travel():
    cue, _ = tracks("press thumbs on sacrum, moving up back\n", "press")
    (point,) = cue["tracks"][0]["travel"]
    assert (point["region"], point["edge"], point["directions"]) == ("back", "top", ["up"])


def test_what_is_done_together_has_all_its_tracks():
    cue, made = tracks(EVERY["together, an arm each"], "stroke")
    assert [side for side, _ in made] == ["left"]
    assert cue["side"] == "left"
