"""`mass diff`: what changed for the receiver, by hand, and that nothing else counts, over generated routines."""

import json
import re
from itertools import islice
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import routines

from massagelang.cli import main
from massagelang.pipeline import check
from massagelang.plan import model
from massagelang.plan.comparing import fact_words, facts
from massagelang.plan.comparing.compare import MOST_LINES, TooManyLines, difference
from massagelang.plan.events import events
from massagelang.report.changes import NOTHING, render

LEGS = """\
routine "Legs"
receiver: prone
session: 5min

section "Left leg"
step "Long strokes" for 1min
stance: "low"
hand left on left foot; stroke right up left leg, slow, light; return; repeat 3

step "Calf"
knead both on left calf, firm, 5 times   why "loosens"
press thumbs along left calf, on exhale, for 10s

section "Right leg"
step "All of it", optional
knead both on right leg until "warm"
step "End", both sides
hold both on foot for 20s
"""


def found(old, new):
    return difference(check(old).plan, check(new).plan)


def after(*changes):
    """What the report says of the legs once words in them are changed; the first line and the empty ones left out."""
    new = LEGS
    for old_words, new_words in changes:
        assert old_words in new
        new = new.replace(old_words, new_words, 1)
    return [line for line in render(found(LEGS, new)).splitlines()[1:] if line]


# ── changes, by hand ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        # hands and tools
        (
            "hand left on left foot; stroke right",
            "hand right on left foot; stroke left",
            ["lay right hand on foot (left)", "hands: left → right", "stroke left hand up leg (left)"],
        ),
        ("knead both on left calf", "knead fists on left calf", ["tool: hand → fist"]),
        ("knead both on left calf", "knead right on left calf", ["hands: both → right"]),
        # places, sides and directions
        ("knead both on left calf", "knead both on left thigh", ["place: on calf → on thigh"]),
        ("knead both on left calf", "knead both on right calf", ["side: left → right"]),
        ("up left leg", "down left leg", ["direction: up → down"]),
        ("on foot for 20s", "on foot for 20s, except foot", ["except: – → right foot"]),
        ("along left calf", "1cm beside left calf", ["place: along calf → 1 cm beside calf"]),
        # how often, how long, how hard, how
        ("repeat 3", "repeat 4", ["  repeat", "count: 3 times → 4 times"]),
        ("repeat 3", "repeat 3 more", ["count: 3 times → 4 times"]),
        ("5 times", "8 times", ["count: 5 times → 8 times"]),
        ("for 10s", "for about 10s", ["time: 10s → about 10s"]),
        ("for 20s", "for 25-30s", ["time: 20s → 25s to 30s"]),
        ("for 1min", "for 2min", ["step “Long strokes”: 1:00 → 2:00", "time: 1min → 2min"]),
        ("firm", "light", ["pressure: 3.5 of 5 → 1 of 5"]),
        ("firm", "pressure 2 to 4", ["pressure: 3.5 of 5 → 2 to 4 of 5"]),
        ("firm", "very firm", ["manner: – → very firm"]),
        ("slow, light", "brisk, light", ["manner: slow → brisk"]),
        ("on exhale", "on inhale", ["breath: exhale → inhale"]),
        ('until "warm"', 'until "soft"', ["until: “warm” → “soft”"]),
        # words and conditions
        ('why "loosens"', 'why "warms"', ["why: loosens → warms"]),
        ('   why "loosens"', "", ["why: loosens → –"]),
        ('stance: "low"', 'stance: "high"', ["stance: low → high"]),
        ("receiver: prone", "receiver: supine", ["receiver: prone → supine"]),
        ("session: 5min", "session: 5min within 6min", ["session: 5min → 5min within 6min"]),
        # headings
        (", optional", "", ["part: optional → –"]),
        ('"All of it", optional', '"All of it", variant "short"', ["part: optional → variant “short”"]),
        ('"End", both sides', '"End"', ["side: both sides, right first → –"]),
        ('"End", both sides', '"End", both sides, 2 times', ["count: – → 2 times"]),
        ('step "Calf"', 'step "Lower leg"', ["step “Lower leg” (before: step “Calf”)"]),
    ],
)  # fmt: skip
def test_a_change_is_told_in_its_own_words(old, new, says):
    lines = after((old, new))
    for words in says:
        assert any(line == words or line.strip() == words or line.startswith(words) for line in lines), (words, lines)


def test_nothing_but_the_change_is_told():
    old = (
        'step "A"\nhold both on back for 10s\nstep "B"\nhold both on back, firm, for 5s   # so\nstep "C"\npress both\n'
    )
    new = old.replace("firm", "light").replace("   # so", "")
    assert render(found(old, new)) == (
        "in all: 0:19, as before\n\nstep “B”\n  hold both hands on back\n      pressure: 3.5 of 5 → 1 of 5\n"
    )


def test_times_that_change_are_told_where_they_do():
    old = 'section "Back" for 1min\nstep "A"\nhands on back for 10s\nstep "B"\nknead both\n'
    assert render(found(old, old.replace("10s", "20s"))) == (
        "in all: 1:00, as before\n"
        "\n"
        "step “A”: 0:10 → 0:20\n"
        "  lay both hands on back\n"
        "      time: 10s → 20s\n"
        "\n"
        "step “B”: ≈ 0:50 → ≈ 0:40\n"
    )


def test_lines_that_are_new_and_gone():
    new = LEGS.replace("press thumbs along left calf, on exhale, for 10s\n", "hold both on sacrum for 5s\n")
    lines = render(found(LEGS, new)).splitlines()
    assert "  + hold both hands on sacrum, for 5s" in lines
    assert "  - press both thumbs along calf (left), for 10s, exhale" in lines


def test_a_step_that_is_new_and_one_that_is_gone():
    gone = LEGS.replace('step "End", both sides\nhold both on foot for 20s\n', "")
    assert "- step “End” is left out" in render(found(LEGS, gone))
    assert "+ step “End” is new: " in render(found(gone, LEGS))
    assert "  + both sides" not in render(found(gone, LEGS))
    assert "  + hold both hands on foot (right), for 20s" in render(found(gone, LEGS))


def test_a_step_that_moved():
    calf = LEGS[LEGS.index('step "Calf"') : LEGS.index('section "Right leg"')]
    moved = LEGS.replace(calf, "") + calf
    told = [line for line in render(found(LEGS, moved)).splitlines() if "now after" in line]
    assert [line.partition(":")[0] for line in told] == ["step “Calf”, now after “End” in “Right leg”"]
    within = LEGS.replace(calf, "").replace('step "Long', calf + 'step "Long')
    told = [line for line in render(found(LEGS, within)).splitlines() if "now after" in line]
    assert [line.partition(":")[0] for line in told] == ["step “Long strokes”, now after “Calf”"]


def test_a_statement_that_is_repeated_now():
    assert after(("for 20s", "for 20s; repeat 2"))[-3:] == [
        "  + repeat, 2 times",
        "  hold both hands on foot (right)",
        "      inside: – → repeat",
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("apply 3 drops of oil on back", "apply 5 drops of oil on back", "amount: 3 drop → 5 drop"),
        ("rub both up and down back, 3 times", "rub both up and down back, 3 times each way", "count: 3 times → "),
        ("tap fingertips on back, 40/min", "tap fingertips on back, 40-60/min", "rate: 40/min → 40-60/min"),
        ("stroke both up back, slow", "stroke both up back, slow, at 3cm/s", "rate: – → 3cm/s"),
        ("press both on back, firm on exhale", "press both on back, firm on inhale", "manner: firm on exhale → "),
        ("press both on back, firm up", "press both on back, firm down", "manner: firm up → firm down"),
        ('if "tight" { press both on back }', 'unless "tight" { press both on back }', "  - if, tight"),
        ('if "tight" { press both on back }', 'if "sore" { press both on back }', "words: tight → sore"),
        ("each toe { rotate it }", "each toe reversed { rotate it }", "place: "),
        ("together { hold left; press right on sacrum }", "hold left; press right on sacrum", "  - together"),
        ("press both on back\nor knead both on hip", "press both on back\nor rub both on hip", "- knead both hands"),
        ("stroke both up back; repeat swapped", "stroke both up back; repeat mirrored", "change: swapped → mirrored"),
        ("pull both up back; repeat moving up back by 5cm", "pull both up back; repeat moving up back by 3cm", "way: "),
        ("receiver turns supine", "receiver turns prone", "posture: supine → prone"),
        ("giver kneels beside left knee", "giver kneels beside right knee", "side: left → right"),
        ("cover legs", "uncover legs", "  - cover"),
        ("pause 10s", "pause 20s", "time: 10s → 20s"),
        ('say "breathe in"', 'say "breathe out"', "words: breathe in → breathe out"),
        ("bend their knee to 90 degrees", "bend their knee to 60 degrees", "place: to 90 degrees → to 60 degrees"),
        ("hold both on back for 3 breaths", "hold both on back for 4 breaths", "time: 3 breaths → 4 breaths"),
        ("knead edge of left hand on back", "knead heel of left hand on back", "tool: edge of hand → heel"),
        ("knead both on back with body_weight", "knead both on back", "with: body_weight → –"),
        ("knead both on back without thumbs", "knead both on back", "without: thumbs → –"),
        ("repeat 3 times, for 1min { rub both }", "repeat 3 times, for 2min { rub both }", "time: 1min → 2min"),
        ("repeat 3 times, for 5s each { rub both }", "repeat 3 times, for 9s each { rub both }", "time: 5s each → 9s "),
    ],
)  # fmt: skip
def test_no_kind_of_change_goes_unsaid(old, new, says):
    lines = render(found(f"{old}\n", f"{new}\n")).splitlines()
    assert any(line.lstrip().startswith(says.lstrip()) for line in lines), lines


NO_FACTS = {
    # what the others follow from, how a thing is known, and what only the writer sees
    "Act": {
        "kind",
        "tools_written",
        "understood",
        "side",
        "flipped",
        "time",
        "before",
        "after",
        "id",
        "spot",
        "budget_spot",
    },
    "How": {"throughout"},
    "HowWord": set(),
    "Way": {"centimetres", "spot"},
    "Target": {"plural", "side_basis", "side", "seen", "region"},
    "Tool": {"basis", "limbs", "said"},
    "Quantity": set(),
}
"""Fields that need no words of their own: `side` and `seen` are told as the true side, limbs as arms, `throughout` as a
property."""


@pytest.mark.parametrize("name", NO_FACTS)
def test_each_field_of_an_act_is_a_fact_or_is_known_to_be_none(name):
    fields = {slot.name for slot in attrs.fields(getattr(model, name))}
    words = Path(facts.__file__).read_text(encoding="utf-8") + Path(fact_words.__file__).read_text(encoding="utf-8")
    told = {field for field in fields if re.search(rf"\.{field}\b", words)}
    assert fields - told - NO_FACTS[name] == set()


# ── what is no change ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("repeat 3", "repeat 2 more"),
        ("repeat 3", "repeat 3 times   # as ever"),
        ("for 1min", "for 60 seconds"),
        ("slow, light", "light, slow"),
        ("light", "pressure 1"),
        ("left calf", "Left_Calf"),
        ("knead both on", "KNEAD  both hands  on"),
        ("return; repeat", "return;\n  repeat".replace("\n ", "")),
        ("slow, light; return", "slow,\n    light; return"),
        ("routine", "mass 1\nroutine"),
        (
            "knead both on left calf, firm, 5 times   why",
            "define work(place) { knead both on place, firm, 5 times }\nknead both on left calf, firm, 5 times why",
        ),
    ],
)
def test_another_way_to_write_it_changes_nothing(old, new):
    assert old in LEGS
    assert render(found(LEGS, LEGS.replace(old, new, 1))) == NOTHING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hands on back; press both; repeat 3", "repeat 3 times { hands on back\n press both }"),
        ("circle both anticlockwise over back", "circle both counterclockwise over back"),
        ("stroke both toward head", "stroke both towards head"),
        ("define a(x) { knead both on x }\ndo a(left calf)", "knead both on left calf"),
        ("press both on back; press both", "press both on back; press"),
        ("hands on back\npress both on back", "hands on back;   press both on back"),
        ("effleurage both up back, slow", "EFFLEURAGE both up back, slow"),
        ('step "A", both sides\nknead both on calf', 'step "A", both sides\nknead both on calf   # it is'),
        ("stroke left up right side of spine", "stroke left hand up right side of spine"),
    ],
)
def test_two_ways_to_write_the_same_are_no_change(one, other):
    assert render(found(f"{one}\n", f"{other}\n")) == NOTHING


def rewritten(text, draw):
    """The same routine laid out another way: blanks, empty lines, comments, and capitals outside of texts."""
    lines = []
    for line in text.splitlines():
        pieces = re.split(r'("(?:\\["\\]|[^"\\])*"|#.*)', line)
        how = draw(st.sampled_from([str.upper, str.capitalize, str]))
        shown = "".join(piece if index % 2 else how(piece).replace(";", " ;  ") for index, piece in enumerate(pieces))
        comment = "" if "#" in line else draw(st.sampled_from(["", "   # so it is"]))
        lines += [*draw(st.sampled_from([[], [""], ["# or so", ""]])), "  " + shown + comment]
    return "\n".join(lines) + "\n"


@settings(max_examples=60)
@given(routines(), st.data())
def test_layout_comments_and_case_change_nothing(text, data):
    other = rewritten(text, data.draw)
    assume("}" not in text)  # a comment behind a brace would speak of what stands in it
    assert not found(text, other).is_change


@settings(max_examples=60)
@given(routines(wrong=True))
def test_nothing_changes_from_a_routine_to_itself(text):
    assert not found(text, text).is_change
    assert render(found(text, text)) == NOTHING


SWAPS = (
    ("left", "right"), ("both", "one"), ("calf", "foot"), ("up", "down"), ("3", "4"), ("30s", "40s"), ("slow", "brisk"),
    ("light", "deep"), ("stroke", "knead"), ("thumbs", "fists"), ("other side", "swapped"), ("over", "across"),
    ("2", "5"),
)  # fmt: skip


@settings(max_examples=100)
@given(routines(), st.sampled_from(SWAPS))
def test_what_happens_another_way_is_a_change(text, swap):
    other = re.sub(rf"(?<![\w\"]){swap[0]}(?![\w\"])", swap[1], text, count=1)
    before, after_ = check(text), check(other)
    if happens(before.plan) != happens(after_.plan):
        assert difference(before.plan, after_.plan).is_change


def happens(plan):
    return [
        (act.kind, act.technique, act.verb, act.text, act.tools_written and act.tools, act.ways, act.moved, act.how)
        for act in (event.act for event in islice(events(plan), 300))
        if act.said
    ]  # fmt: skip


def test_definitions_that_call_each_other_without_measure_are_too_many_lines():
    text = "define d0 { press both on back }\n"
    for depth in range(1, 8):
        text += f"define d{depth} {{\n" + f"do d{depth - 1}\n" * 10 + "}\n"
    with pytest.raises(TooManyLines):
        found(text + "do d7\n", "press both on back\n")
    assert MOST_LINES < 10**7


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def two(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.mass").write_text(LEGS)
    (tmp_path / "new.mass").write_text(LEGS.replace("repeat 3", "repeat 4"))
    return tmp_path


def test_the_status_is_that_of_diff(two):
    same = mass("diff", "old.mass", "old.mass")
    assert (same.exit_code, same.stdout, same.stderr) == (0, NOTHING, "")
    other = mass("diff", "old.mass", "new.mass")
    assert (other.exit_code, other.stderr) == (1, "")
    assert other.stdout.splitlines()[2:] == ["step “Long strokes”", "  repeat", "      count: 3 times → 4 times"]
    assert mass("diff", "old.mass", "-", stdin=LEGS).exit_code == 0


def test_a_file_that_is_new_or_gone(two):
    (two / "empty.mass").write_text("")
    assert mass("diff", "empty.mass", "old.mass").stdout.count(" is new") == 6
    assert mass("diff", "old.mass", "empty.mass").stdout.count(" is left out") == 6


@pytest.mark.parametrize(
    ("old", "new", "stdin"),
    [
        ("none.mass", "old.mass", ""),
        ("old.mass", "none.mass", ""),
        ("-", "-", LEGS),
        ("old.mass", "-", "efleurage both\n"),
    ],
)
def test_trouble_is_status_2_in_one_line(two, old, new, stdin):
    result = mass("diff", old, new, stdin=stdin)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1


def test_what_a_file_uses_is_looked_for_beside_the_other_too(two):
    (two / "moves.mass").write_text("define work { knead both on calf }\n")
    (two / "with.mass").write_text('use "moves.mass"\ndo work\n')
    (two / "alone").mkdir()
    (two / "alone" / "with.mass").write_text('use "moves.mass"\ndo work; repeat 2\n')
    result = mass("diff", "alone/with.mass", "with.mass")
    assert (result.exit_code, "  - repeat, 2 times" in result.stdout) == (1, True)


def test_words_of_a_house_are_known_also_where_git_has_laid_the_old_version(two, tmp_path_factory):
    (two / "pyproject.toml").write_text('[tool.massagelang]\nvocabulary = "house.toml"\n')
    (two / "house.toml").write_text('name = "Spa"\nversion = "1"\n[names.techniques]\neffleurage = ["glade"]\n')
    (two / "new.mass").write_text("glade both up back\n")
    old = tmp_path_factory.mktemp("elsewhere") / "new.mass"
    old.write_text("effleurage both up back; repeat 2\n")
    result = mass("diff", old, "new.mass")
    assert (result.exit_code, "  - repeat, 2 times" in result.stdout) == (1, True)


def test_json(two):
    result = mass("diff", "old.mass", "new.mass", "--json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    (heading,) = data["headings"]
    assert {key: data[key] for key in ("version", "changed", "length", "facts")} == {
        "version": 1,
        "changed": True,
        "length": {"old": 300_000, "new": 300_000},
        "facts": [],
    }
    place = {"file": "new.mass", "line": 8, "column": 72}
    assert (
        heading["new"] | {"title": "Long strokes", "section": "Left leg", "length": 60_000, "line": 6} == heading["new"]
    )
    assert (heading["change"], heading["moved"], heading["renamed"], heading["facts"]) == ("kept", False, False, [])
    (line,) = heading["lines"]
    assert line["new"] == {"words": "repeat, 4 times", **place}
    assert line["facts"] == [{"about": "count", "old": "3 times", "new": "4 times"}]
    assert json.loads(mass("diff", "old.mass", "old.mass", "--json").stdout)["changed"] is False
