"""Words that a house adds by a file: taken with the same checks, never instead of ours, and named in the plan."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from massagelang.pipeline import check, formats, with_words
from massagelang.render import text
from massagelang.vocabulary import load

HEAD = 'name = "Spa Aurora"\nversion = "2026.1"\n'
WAVE = """
[techniques.aurora_wave]
family = "stroking"
says = "Let both forearms roll up the back like a wave."
prose = "do the Aurora wave"
frame = "with"
arms = "both"
takes = ["tools", "path", "place"]
travels = true
ends = "resting"
pressure = 2
confidence = "E"
"""
CORNER = """
[regions.wing_tip]
says = "The outer corner of the shoulder blade."
within = "shoulder_blade"
near = ["acromion"]
paired = true
length = 3
width = 3
prose = "the tip of the {side} wing"
prose_both = "the tips of both wings"
"""
SILK = """
[manner.like_silk]
kind = "quality"
says = "As if drawing silk."
prose = "as if you drew silk"
confidence = "E"
"""
NAMES = '\n[names.techniques]\neffleurage = ["aurora_glide"]\n'
HOUSE = HEAD + NAMES + WAVE + CORNER + SILK


def checked(lines, house=HOUSE, name="house.toml"):
    files = {name: house}
    return check(f'words: "{name}"\nstep "A"\n{lines}\n', read=files.__getitem__)


def refused(house):
    """Why a house is refused, as its routine's finding says it."""
    (found,) = [one for one in checked("hold both on back", house).diagnostics if one.code == "ML144"]
    assert "\n" not in found.message
    assert found.source.text[found.span.start : found.span.end] == '"house.toml"'
    return found.message.removeprefix("I could not take the words of `house.toml`: ").removesuffix(".")


# ── words that are taken ──────────────────────────────────────────────────────────────────────────────────────────


def test_words_of_a_house_are_read_and_said():
    routine = checked("aurora wave both up back to left wing tip, like silk\naurora glide both up back")
    assert routine.diagnostics == ()
    out = " ".join(text.render(routine.plan).split())
    assert "Do the Aurora wave with both hands up the back to the tip of the left wing." in out
    assert "as if you drew silk" in out
    assert "Make gliding strokes (effleurage) with both hands up the back." in out


def test_every_kind_of_word_can_be_added_and_said():
    house = HEAD + (
        '[implements.dew]\nkind = "medium"\nsays = "Water of roses."\n'
        '[surfaces.rim]\nsays = "The rim."\n[parts.ledge]\nsays = "The ledge."\n'
        '[receivers.hammock]\nkind = "position"\nsays = "In a hammock."\nprose = "your {person} lies in a hammock"\n'
        '[conditions.jet_lag]\nsays = "Has flown far."\nconfidence = "E"\nprose = "your {person} has flown far"\n'
        '[deeds.float]\nnames = ["floats"]\nwho = ["receiver"]\nsays = "Floats."\n'
        '[styles.aurora]\nsays = "Our own."\nconfidence = "E"\n'
        '[sources.A1]\nsays = "Our handbook."\naddress = "https://example.org"\n'
        '[homonyms.wave]\nsays = "Many things."\nmeans = ["fan"]\n'
        '[animals.whorl]\nsays = "A swirl in the hair of the crest."\nwithin = "neck"\nlength = 20\nwidth = 4\n'
        'bodies = ["horse"]\n'
    )
    files = {"house.toml": house}
    routine = check(
        'words: "house.toml"\nreceiver: hammock, jet_lag\nstep "A"\napply dew over back\nstroke rim of hands up back\n'
        "hold both on ledge of back\nreceiver floats\n",
        read=files.__getitem__,
    )
    assert routine.diagnostics == ()
    out = " ".join(text.render(routine.plan).split())
    assert "Your partner lies in a hammock and has flown far." in out
    assert "Apply dew all over the back." in out
    horse = check('words: "house.toml"\nreceiver: horse\nstep "A"\nstroke both along whorl\n', read=files.__getitem__)
    assert horse.diagnostics == ()


def test_a_house_word_keeps_its_side_and_is_a_neighbour():
    words = with_words((HOUSE,))
    corner = words.region("wing_tip")
    assert words.distance(corner, words.region("acromion")) == 3  # two of 3 cm, end to end
    assert "wing_tip" in words.region("acromion").near
    assert "wing_tip" not in load().region("acromion").near


def test_two_houses_stand_beside_each_other_and_the_same_one_counts_once():
    files = {"a.toml": HEAD + WAVE, "b.toml": 'name = "B"\nversion = "1"\n' + SILK}
    lines = 'step "A"\naurora_wave both up back, like_silk\n'
    routine = check(f'words: "a.toml", "b.toml", "a.toml"\n{lines}', read=files.__getitem__)
    assert routine.diagnostics == ()
    assert [one.name for one in routine.plan.vocabulary.editions] == ["massagelang", "Spa Aurora", "B"]


def test_the_words_of_another_routine_are_not_there():
    assert checked("aurora_wave both up back").diagnostics == ()
    assert [one.code for one in check("aurora_wave both up back\n").diagnostics] == ["ML101"]


def test_the_plan_tells_which_words_it_was_made_with():
    ours = load().editions[0]
    made = json.loads(formats()["plan"].render(checked("aurora_wave both up back").plan))["vocabulary"]
    assert [(one["name"], one["version"]) for one in made] == [("massagelang", ours.version), ("Spa Aurora", "2026.1")]
    assert made[0]["print"] == ours.print
    other = json.loads(formats()["plan"].render(checked("hold both on back", HOUSE + "\n# one more line\n").plan))[
        "vocabulary"
    ]
    assert other[1]["print"] != made[1]["print"]
    assert len(json.loads(formats()["plan"].render(check("hold both on back\n").plan))["vocabulary"]) == 1


def test_the_page_about_houses_shows_one_that_is_taken():
    page = (Path(__file__).parent.parent / "docs" / "words.md").read_text(encoding="utf-8")
    (house,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert checked("aurora wave both up back to left wing tip, like silk", house).diagnostics == ()


# ── words that are refused ────────────────────────────────────────────────────────────────────────────────────────


def changed(old, new, house=HEAD + WAVE):
    assert old in house
    return house.replace(old, new, 1)


LONG = "a" * 100
WAVE_IS, TIP_IS = "techniques: aurora_wave: ", "regions: wing_tip: "
REFUSED = {
    "no name": (WAVE, "house: name: write `name ="),
    "no version": ('name = "A"\n' + WAVE, "house: version: write `version ="),
    "a version that is a number": ('name = "A"\nversion = 2\n', "house: version: write `version ="),
    "a name of two lines": ('name = "A\\nB"\nversion = "2"\n', "house: name: write `name ="),
    "no TOML": (HEAD + "[techniques\n", "it is no TOML: "),
    "the same word twice": (HEAD + WAVE + WAVE, "it is no TOML: "),
    "nested too deep": (HEAD + "x = " + "[" * 9000 + "]" * 9000, "it is nested too deep"),
    "huge": (HEAD + "#" * 200_001, "house: file: is longer than 200,000 characters"),
    "no such table": (HEAD + "[technique.x]\n", "Spa Aurora: technique: there is no table"),
    "a closed table": (HEAD + "[properties.mood]\n", "Spa Aurora: properties: there is no table"),
    "a table that is none": (HEAD + "techniques = 3\n", "Spa Aurora: techniques: is not a table of words"),
    "a word that is none": (HEAD + "[techniques]\nx = 3\n", "techniques: x: is not a table of fields"),
    "names that are none": (HEAD + "names = 3\n", "Spa Aurora: names: there is no table"),
    "names of nothing": (HEAD + '[names.techniques]\nfly = ["a"]\n', "Spa Aurora: names.techniques.fly: is no word"),
    "names not in a list": (HEAD + '[names.techniques]\nstroke = "a"\n', "Spa Aurora: names.techniques.stroke: should"),
    "a wrong type": (changed("pressure = 2", 'pressure = "2"'), WAVE_IS + "`pressure` should be a number"),
    "no number": (changed("pressure = 2", "pressure = nan"), WAVE_IS + "`pressure` should be a number"),
    "too much": (changed("pressure = 2", "pressure = 9"), WAVE_IS + "the pressure lies outside"),
    "a date": (changed("pressure = 2", "pressure = 2026-01-01"), WAVE_IS + "`pressure` should be a number"),
    "no such field": (changed("pressure = 2", "weight = 2"), WAVE_IS + "there is no field `weight`"),
    "a field that is missing": (changed('arms = "both"\n', ""), WAVE_IS + "the field `arms` is missing"),
    "evidence that is not there": (changed('"E"', '"H"'), WAVE_IS + "confidence H needs a source"),
    "a word of the grammar": (
        changed("aurora_wave", "repeat"),
        "techniques: repeat: `repeat` is a word",
    ),
    "another spelling": (
        changed("aurora_wave", "Aurora-Wave"),
        "techniques: Aurora-Wave: `Aurora-Wave` is not",
    ),
    "a name of a hundred letters": (
        changed("aurora_wave", LONG),
        f"techniques: {LONG}: a name may have",
    ),
    "a definition of two lines": (changed("like a wave.", "like\\na wave."), WAVE_IS + "`says` should be"),
    "a definition turned round": (changed("wave.", "\\u202ewave."), WAVE_IS + "`says` should be"),
    "prose with a brace": (changed("Aurora wave", "Aurora { wave"), WAVE_IS + "`prose` has slots"),
    "prose with a slot": (changed("Aurora wave", "{side} wave"), WAVE_IS + "`prose` has slots"),
    "prose without its side": (changed("{side} ", "", HEAD + CORNER), TIP_IS + "is paired: its `prose` needs"),
    "a how-word without prose": (
        changed('prose = "as', 'says2 = "as', HEAD + SILK),
        "manner: like_silk: needs",
    ),
    "a region around itself": (changed('"shoulder_blade"', '"wing_tip"', HEAD + CORNER), TIP_IS + "lies within"),
    "a region around nothing": (changed('"shoulder_blade"', '"wing"', HEAD + CORNER), TIP_IS + "the region around"),
    "a neighbour that is not there": (changed("acromion", "wing", HEAD + CORNER), TIP_IS + "the neighbour"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_house_that_is_not_sound_is_refused_in_one_line(case):
    house, reason = REFUSED[case]
    assert refused(house).startswith(reason)


def test_two_regions_that_lie_within_each_other_are_refused():
    second = CORNER.replace("wing_tip", "wing_end").replace('"shoulder_blade"', '"wing_tip"')
    first = CORNER.replace('"shoulder_blade"', '"wing_end"')
    assert "lies within itself" in refused(HEAD + first + second)


@pytest.mark.parametrize(
    ("house", "spelling"),
    [
        (changed("aurora_wave", "stroke"), "stroke"),
        (changed("aurora_wave]", 'aurora_wave]\nnames = ["petrissage"]'), "petrissage"),
        (HEAD + '[names.techniques]\nstroke = ["knead"]\n', "knead"),
        (changed("wing_tip", "sacrum", HEAD + CORNER), "sacrum"),
        (changed("like_silk]", 'like_silk]\nnames = ["slow"]', HEAD + SILK), "slow"),
    ],
)
def test_a_word_of_ours_is_never_changed_and_the_finding_names_both(house, spelling):
    reason = refused(house)
    assert f"`{spelling}` is a word of massagelang {load().editions[0].version} already" in reason
    assert reason.startswith("Spa Aurora 2026.1: ")
    assert load().technique("stroke").says == "Glide over the skin in any direction with an even, light contact."


def test_a_word_of_another_house_is_not_changed_either():
    files = {"a.toml": HEAD + WAVE, "b.toml": 'name = "B"\nversion = "7"\n' + WAVE}
    (found,) = check('words: "a.toml", "b.toml"\nhold both on back\n', read=files.__getitem__).diagnostics
    assert "B 7: techniques.aurora_wave: `aurora_wave` is a word of Spa Aurora 2026.1 already" in found.message


@pytest.mark.parametrize(
    ("path", "reason"),
    [("../house.toml", "outside this folder"), ("/etc/house.toml", "outside this folder"), ("none.toml", "none.toml")],
)
def test_a_house_that_cannot_be_read(path, reason):
    (found,) = check(f'words: "{path}"\nhold both on back\n', read={}.__getitem__).diagnostics
    assert found.code == "ML144"
    assert reason in found.message


def test_without_a_reader_a_house_cannot_be_read():
    (found,) = check('words: "house.toml"\nhold both on back\n').diagnostics
    assert "no other files can be read here" in found.message


# ── from the command line ─────────────────────────────────────────────────────────────────────────────────────────


def run(folder, *arguments):
    command = [sys.executable, "-m", "massagelang", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.massagelang]\nvocabulary = "words/house.toml"\n')
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "house.toml").write_text(HOUSE)
    (tmp_path / "deep" / "er" / "wave.mass").write_text("aurora wave both up back, like silk\n")
    (tmp_path / "named.mass").write_text('words: "words/house.toml"\nstep "A"\naurora wave both up back\n')
    return tmp_path


def test_a_project_gives_its_words_to_every_routine_below(project):
    done = run(project, "check", "deep/er/wave.mass", "named.mass")
    assert (done.returncode, done.stderr) == (0, "")
    assert run(project / "deep" / "er", "check", "wave.mass").returncode == 0
    assert "Aurora wave" in run(project, "compile", "deep/er/wave.mass").stdout


def test_words_of_a_project_are_listed_and_explained(project):
    assert "aurora_wave" in run(project, "words").stdout
    assert "also written: aurora_glide" in run(project, "words", "effleurage").stdout
    found = json.loads(run(project / "deep", "words", "--json", "aurora", "wave").stdout)
    assert [word["id"] for word in found["words"]] == ["aurora_wave"]
    assert [one["name"] for one in found["vocabulary"]] == ["massagelang", "Spa Aurora"]


@pytest.mark.parametrize(
    ("project_file", "house", "said"),
    [
        ('[tool.massagelang]\nvocabulary = "house.toml"\n', "[x\n", "it is no TOML"),
        ('[tool.massagelang]\nvocabulary = "house.toml"\n', WAVE, "house: name: write"),
        ('[tool.massagelang]\nvocabulary = "none.toml"\n', HOUSE, "there is no such file"),
        ('[tool.massagelang]\nvocabulary = "../house.toml"\n', HOUSE, "its vocabulary lies outside its folder"),
        ('[tool.massagelang]\nvocabulary = ["house.toml"]\n', HOUSE, "`vocabulary` should be the name of a file"),
        ("[tool.massagelang]\nvocabulary = \n", HOUSE, "it is no TOML that I can read"),
        ("tool = 3\nmassagelang = 1\n", HOUSE, "it is no TOML that I can read"),
    ],
)
def test_a_project_whose_words_cannot_be_taken_gives_one_line(tmp_path, project_file, house, said):
    (tmp_path / "pyproject.toml").write_text(project_file)
    (tmp_path / "house.toml").write_text(house)
    (tmp_path / "a.mass").write_text("hold both on back\n")
    for command in (("check", "a.mass"), ("compile", "a.mass"), ("words",)):
        done = run(tmp_path, *command)
        assert done.returncode == 2, command
        assert done.stderr.startswith("error: `")
        assert done.stderr.count("\n") == 1
        assert said in done.stderr


def test_a_project_that_does_not_speak_of_us_is_left_alone(tmp_path):
    (tmp_path / "pyproject.toml").write_text("this is [ no TOML\n")
    (tmp_path / "a.mass").write_text("hold both on back\n")
    assert run(tmp_path, "check", "a.mass").returncode == 0
