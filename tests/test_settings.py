"""What a house sets in its project's file: what it changes, and one line for what is wrong in it."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from massagelang.diagnostic import Kind, Severity
from massagelang.pipeline import check, kinds
from massagelang.rules.rule import rule
from massagelang.settings import Settings, settings_of

HACK = "hack both over back\n"
ONE_HAND = "stroke right up right_side, slow\n"
PRIVATE = Kind("ML420", "private_part", Severity.ERROR, "x", "x", "x", "x", settled=False)
LONG = Kind("ML505", "percussion_long", Severity.INFO, "x", "x", "x", "x", limits={"longest_s": 60, "turns": 2})
KINDS = {**kinds(), "ML420": PRIVATE, "ML505": LONG}


def codes(text, **table):
    return [one.code for one in check(text, settings=settings_of(table, KINDS)).diagnostics]


# ── what is told ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("word", ["ML402", "ml402", "ML4", "ML40", "ML", "percussion_over_kidneys"])
def test_codes_beginnings_and_names_are_left_out(word):
    assert codes(HACK) == ["ML402"]
    assert codes(HACK, ignore=[word]) == []


def test_what_is_selected_is_told_and_what_could_not_be_understood_too():
    text = HACK + ONE_HAND + "efleurage both up back\n"
    assert codes(text) == ["ML402", "ML203", "ML101"]
    assert codes(text, select=["ML4"]) == ["ML402", "ML101"]
    assert codes(text, select=["ML2", "ML4"], ignore=["ML402"]) == ["ML203", "ML101"]


def test_what_concerns_private_parts_is_told_whatever_a_house_says():
    assert Settings(ignore=("ML4",), select=("ML2",)).tells(PRIVATE)
    assert settings_of({"ignore": ["ML4"]}, KINDS).tells(PRIVATE)


def test_a_house_weighs_findings_as_it_likes():
    settings = settings_of({"severities": {"ML203": "error", "percussion_over_kidneys": "info"}}, KINDS)
    found = check(HACK + ONE_HAND, settings=settings).diagnostics
    assert [(one.code, one.severity) for one in found] == [("ML402", Severity.INFO), ("ML203", Severity.ERROR)]


def test_limits_reach_their_rule(monkeypatch):
    seen = []

    @rule(code="ML505", severity=Severity.INFO, message="x", bad="x", good="x", limits={"longest_s": 60})
    def percussion_long(plan, kind, limits):
        """Why."""
        seen.append(limits["longest_s"])
        yield from ()

    monkeypatch.setattr("massagelang.rules.RULES", (percussion_long,))
    check(HACK)
    check(HACK, settings=settings_of({"limits": {"percussion_long": {"longest_s": 90}}}, KINDS))
    assert seen == [60, 90]


# ── what is wrong ─────────────────────────────────────────────────────────────────────────────────────────────────

WRONG = {
    "a key": ({"slect": ["ML4"]}, "I do not know the setting `slect`. Did you mean `select`?"),
    "a key like none": ({"mood": 1}, "I do not know the setting `mood`. There is exclude, ignore, limits, select,"),
    "no list": ({"ignore": "ML4"}, "`ignore` should be a list of codes, beginnings of codes or names"),
    "a list of numbers": ({"select": [402]}, "`select` should be a list of codes"),
    "a code": ({"ignore": ["ML4O2"]}, "`ignore`: I do not know the finding `ML4O2`. Did you mean `ML402`?"),
    "a name": ({"ignore": ["side_uneven"]}, "I do not know the finding `side_uneven`. Did you mean `sides_uneven`?"),
    "a finding like none": ({"ignore": ["zzz"]}, "I do not know the finding `zzz`. `mass rules` lists them."),
    "a beginning": ({"select": ["ML9"]}, "`select`: I do not know the finding `ML9`."),
    "what is not understood": ({"ignore": ["ML101"]}, "`ignore`: `ML101` is always told. Take it out."),
    "all of it": ({"ignore": ["ML1"]}, "`ignore`: `ML1` is always told. Take it out."),
    "private parts": ({"ignore": ["ML420"]}, "`ignore`: `ML420` is always told. Take it out."),
    "private parts by name": ({"ignore": ["private_part"]}, "`ignore`: `private_part` is always told as it is."),
    "private parts made light": ({"severities": {"ML420": "info"}}, "`severities`: `ML420` is always told as it is."),
    "a severity": ({"severities": {"ML402": "warn"}}, "`ML402` cannot weigh `warn`. Did you mean `warning`?"),
    "a severity like none": ({"severities": {"ML402": 3}}, "`ML402` cannot weigh `3`. Write error, warning or info."),
    "severities": ({"severities": ["ML402"]}, "`severities` should be a table of codes or names"),
    "no limits": ({"limits": {"ML402": {"longest_s": 3}}}, "ML402 percussion_over_kidneys has no limits. Take it out."),
    "a limit": ({"limits": {"ML505": {"longest": 3}}}, "has no limit `longest`. Did you mean `longest_s`?"),
    "a limit like none": ({"limits": {"ML505": {"x": 3}}}, "has no limit `x`. There is longest_s, turns."),
    "no number": ({"limits": {"ML505": {"turns": "3"}}}, "`turns` of ML505 should be a number above 0."),
    "nothing": ({"limits": {"ML505": {"turns": 0}}}, "`turns` of ML505 should be a number above 0."),
    "true": ({"limits": {"ML505": {"turns": True}}}, "`turns` of ML505 should be a number above 0."),
    "not a number": ({"limits": {"ML505": {"turns": float("nan")}}}, "`turns` of ML505 should be a number above 0."),
    "a number for a table": ({"limits": {"ML505": 3}}, "should be a table: `ML505 = { longest_s = 60, turns = 2 }`."),
    "a pattern": ({"exclude": "drafts"}, "`exclude` should be a list of names or patterns"),
    "a file": ({"vocabulary": ["a.toml"]}, "`vocabulary` should be the name of a file."),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_one_line_with_what_is_right(case):
    table, says = WRONG[case]
    with pytest.raises(ValueError, match=r"^`|^I do not know") as raised:
        settings_of(table, KINDS)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


# ── the file ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def house(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.mass").write_text(HACK)

    def run(name, text, *arguments):
        (tmp_path / name).write_text(text)
        command = [sys.executable, "-m", "massagelang", *(arguments or ("check", "deep/a.mass"))]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return SimpleNamespace(run=run, folder=tmp_path)


@pytest.mark.parametrize(
    ("name", "head"), [("massagelang.toml", ""), ("pyproject.toml", "[project]\nname = 'x'\n[tool.massagelang]\n")]
)
def test_settings_are_found_from_the_routine_upward(house, name, head):
    assert "ML402" in house.run("nothing.toml", "").stdout
    assert house.run(name, f'{head}ignore = ["ML402"]\n').stdout == "deep/a.mass: no findings\n"


def test_the_nearest_file_alone_counts_and_ours_before_the_common_one(house):
    house.run("pyproject.toml", '[tool.massagelang]\nignore = ["ML402"]\n')
    assert "ML402" in house.run("massagelang.toml", "").stdout
    (house.folder / "deep" / "pyproject.toml").write_text('[tool.massagelang]\nignore = ["ML4"]\n')
    assert "ML402" not in house.run("other.toml", "").stdout


def test_a_project_of_others_is_passed_by(house):
    (house.folder / "deep" / "pyproject.toml").write_text("[tool.ruff]\n# massagelang is not set here\n")
    assert "ML402" not in house.run("massagelang.toml", 'ignore = ["ML402"]\n').stdout


def test_settings_count_for_every_command(house):
    text = '[severities]\nML402 = "error"\n'
    assert house.run("massagelang.toml", text).returncode == 1
    assert house.run("massagelang.toml", text, "compile", "deep/a.mass").returncode == 1
    assert house.run("massagelang.toml", "", "compile", "deep/a.mass").returncode == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('ignroe = ["ML402"]\n', "massagelang.toml`: I do not know the setting `ignroe`. Did you mean `ignore`?"),
        ('ignore = ["ML420\n', "massagelang.toml`: it is no TOML that I can read. Mend it."),
        ('vocabulary = "../a.toml"\n', "massagelang.toml`: its vocabulary lies outside its folder. Copy it in."),
        ('vocabulary = "a.toml"\n', "a.toml`: there is no such file."),
        ("\0\n", "massagelang.toml`: it is no plain text (a NUL byte in line 1)."),
    ],
)
def test_settings_that_cannot_be_taken_are_one_line_and_status_2(house, text, says):
    for command in (("check", "deep/a.mass"), ("compile", "deep/a.mass"), ("words", "sacrum")):
        done = house.run("massagelang.toml", text, *command)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("error: `")
        assert done.stderr.count("\n") == 1
        assert says in done.stderr
