"""The styles of prose: one routine in each, what each leaves out, other words and units; goldens to be read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from golden_files import GOLDEN, assert_same_as_golden
from test_cli import mass

import massagelang
from massagelang.phrases import load
from massagelang.pipeline import check, render
from massagelang.render.saying.spoken import cardinal, spoken
from massagelang.render.saying.voice import Voice
from massagelang.render.styles import STYLES, NoSuchChoice, page_of

FOLDER = Path(__file__).parent.parent / "examples"
EXAMPLES = sorted(FOLDER.glob("*.mass"))
SHOWN = ["back_massage", "chair_massage"]
OTHERS = [style for style in STYLES if style != "handout"]
TOLD = pytest.mark.parametrize(
    "path",
    [path for path in EXAMPLES if path.stem != "long_strokes"],  # which only defines what others do
    ids=lambda path: path.stem,
)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


@cache
def checked(name):
    text = (FOLDER / f"{name}.mass").read_text(encoding="utf-8")
    return check(text, read=lambda path: (FOLDER / path).read_text(encoding="utf-8"))


def made(program, style, to="text", **options):
    return render(check(program), to, style=style, **options)


def lines(program, style, **options):
    return [line for line in made(program, style, **options).splitlines() if line]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("style", OTHERS)
def test_a_style_reads_as_it_was_read(style, name, accept):
    assert_same_as_golden(f"styles/{name}.{style}.txt", render(checked(name), "text", style=style), accept)


def test_no_golden_file_without_its_style():
    assert {path.name for path in (GOLDEN / "styles").iterdir()} == {
        f"{name}.{style}.txt" for name in SHOWN for style in OTHERS
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("to", ["text", "markdown", "html"])
def test_every_example_can_be_told_in_every_style(path, style, to):
    prose = render(checked(path.stem), to, style=style)
    assert prose.endswith("\n")
    assert not re.search(r"[{}]|\bNone\b|\S  \S", prose.split("</style>")[-1] if to == "html" else prose)


# ── which, and from where ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_handout_is_what_comes_without_a_style():
    assert render(checked("back_massage"), "text") == render(checked("back_massage"), "text", style="handout")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (
            ("--style", "crad"),
            "I do not know the style `crad`. Did you mean `card`? "
            "There is handout, card, voice, student, checklist, soap.",
        ),
        (
            ("--units", "Imperal"),
            "I do not know the units `Imperal`. Did you mean `imperial`? There is metric, imperial, body.",
        ),
        (
            ("--style", "card", "--to", "vtt"),
            "`--style` is for prose (html, markdown, text), and this is to be vtt. Leave it out.",
        ),
        (
            ("--with-conditions", "--to", "json"),
            "`--with-conditions` is for prose (html, markdown, text), and this is to be json. Leave it out.",
        ),
    ],
)
def test_a_choice_that_there_is_not_is_one_line(options, line):
    result = mass("compile", "-", *options, stdin="hold both on back\n")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"error: {line}\n")


def test_from_python():
    assert massagelang.compile("hold both on back for 10s\n", style="card") == "hold both hands on back 10 s\n"
    with pytest.raises(NoSuchChoice, match=r"I do not know the style `sope`\. Did you mean `soap`\?"):
        massagelang.compile("hold both on back\n", style="sope")


def test_from_the_command_line():
    result = mass("compile", "-", "--style", "card", stdin="hold both on back for 10s\n")
    assert (result.exit_code, result.stdout) == (0, "hold both hands on back 10 s\n")


def test_the_help_names_every_style():
    help_text = mass("compile", "--help").stdout
    assert "handout|card|voice|student|checklist|soap" in help_text
    assert "metric|imperial|body" in help_text


# ── card ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

CARDS = {
    "hand left on sacrum; stroke right up right_side to shoulder; repeat 3": (
        "(left hand on sacrum · stroke right hand ↑ R side of back → R shoulder) × 3"
    ),
    "stroke both up and down back, slow, very light, for 30s": "stroke both hands ↑↓ back 30 s, slow, very light",
    "stroke both up back; return; repeat 3-5": "(stroke both hands ↑ back · glide back) × 3–5",
    "stroke left up left_leg; repeat other side": "stroke left hand ↑ L leg · repeat R",
    "both sides { knead both on calf for about 1min }": "knead R calf with both hands ≈ 1 min · then repeat L",
    "knead both on back\nor rub both over back": "knead back with both hands · or rub all over back with both hands",
    "together { hold left on sacrum; rock right on left hip }": (
        "hold left hand on sacrum + rock L hip with right hand"
    ),
    'if "it is tight" { knead both on neck }': "if it is tight: knead neck with both hands",
    "optional { knead both on neck; rub both on neck }": (
        "if liked: (knead neck with both hands · rub neck with both hands)"
    ),
    "press thumbs on palms, pressure 3, 5 times": "press thumbs on palms × 5, pressure 3/5",
    'say "Breathe out"': "“Breathe out”",
    'caution "Not on the Spine"': "⚠ Not on the Spine",
    "receiver turns supine": "partner: turn face up",
    "pause 10s": "pause 10 s",
}  # fmt: skip


@pytest.mark.parametrize("program", CARDS)
def test_a_card_says_it_shortly(program):
    assert lines(program + "\n", "card")[0] == CARDS[program]


def test_a_card_has_one_line_a_step():
    program = 'routine "R"\nstep "One"\nhold both on back\nrub both on back\nstep "Two"\nrepeat 2 times { hold both on hip; pause 5s; rub both on hip }\n'  # noqa: E501
    steps = [line for line in lines(program, "card") if line[0].isdigit()]
    assert steps == [
        "1. One: hold both hands on back · rub back with both hands",
        "2. Two: (hold both hands on hips · pause 5 s · rub hips with both hands) × 2",
    ]


def test_a_card_explains_only_the_signs_that_it_has():
    assert lines("hold both on back\n", "card") == ["hold both hands on back"]
    assert lines("stroke both up back\n", "card")[1:] == [
        "↑ leads toward the head, on limbs toward the trunk, and ↓ back."
    ]
    assert lines("hold both on left_leg\n", "card", person="client")[1:] == [
        "L and R are the left and right of the client."
    ]


@TOLD
def test_a_card_is_much_shorter_than_the_handout(path):
    handout, card = (len(render(checked(path.stem), "text", style=style)) for style in ("handout", "card"))
    assert card < handout * 0.85


# ── voice ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (12, "twelve"),
        (21, "twenty-one"),
        (40, "forty"),
        (100, "one hundred"),
        (125, "one hundred and twenty-five"),
        (1000, "one thousand"),
        (4030, "four thousand and thirty"),
        (999_999, "nine hundred and ninety-nine thousand and nine hundred and ninety-nine"),
    ],
)
def test_numbers_as_words(number, words):
    assert cardinal(number, Voice()) == words


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Circle the skin (circular friction) for 30 seconds.", "Circle the skin for thirty seconds."),
        ("Go 2.5 cm at a time.", "Go two point five centimetres at a time."),
        ("Press GB20 and the knob (C7).", "Press GB20 and the knob."),
        ("Take 5 ml & 3 × 2.", "Take five millilitres and three times two."),
        ("3 to 5 times.", "Three to five times."),
    ],
)
def test_words_for_the_ear(written, heard):
    assert spoken(written, Voice()) == heard


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_voice_says_no_brackets_and_no_digits(path):
    prose = render(checked(path.stem), "text", style="voice")
    assert not re.search(r"[()\[\]]", prose)
    assert re.findall(r"\b\d+\b", prose) == []


@TOLD
def test_a_voice_speaks_in_short_sentences(path):
    told = page_of(checked(path.stem).plan, "voice")
    strings = STRING.findall(path.read_text(encoding="utf-8"))
    said = [one for chapter in told.chapters for paragraph in chapter.paragraphs for one in paragraph.sentences]
    own = [one for one in said if not any(text.lower()[:8] in one.lower() for text in strings)]
    assert max(len(one.split()) for one in own) <= 20
    assert sum(len(one.split()) for one in own) / len(own) < 10


# ── student ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_student_learns_each_technique_where_it_comes_first():
    program = 'step "A"\nknead both on calf\nstep "B"\nknead both on thigh\nhack both over back\n'
    told = lines(program, "student")
    knead = "  > Knead: Lift, squeeze and let go of the flesh in turn, hand after hand."
    assert told.count(knead) == 1
    assert told.index("1. A") < told.index(knead) < told.index("2. B")
    assert (
        told.index("2. B")
        < next(n for n, line in enumerate(told) if line.startswith("  > Hack:"))
        < told.index("Words")
    )


def test_a_glossary_names_sources_where_there_are_some_and_estimates_where_not():
    told = " ".join(made("knead both on calf\nsaw both on calf\n", "student").split())
    assert "Where nothing is said: with pressure 2.5 of 5, about 1.5 s each. [S23, S24, S18] " in told
    assert (
        "Saw: Rub to and fro with the edge of the hand. Where nothing is said: with pressure 2.5 of 5 (an estimate)."
        in told
    )
    assert re.search(r"S23: Three variations of petrissage .* S24: ", told)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_source_that_is_named_is_listed(path):
    prose = " ".join(render(checked(path.stem), "text", style="student").split())
    named = {sign for found in re.findall(r"\[(S[\w, ]+)\]", prose) for sign in found.split(", ")}
    assert named == set(re.findall(r"\b(S\d+\w?): ", prose))


# ── checklist ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_checklist_has_a_box_for_each_thing():
    program = 'origin: "Spain"\nreceiver: prone\n'
    program += 'hand on sacrum; stroke other up right_side, slow, light, 3 times  why "it calms"\n'
    assert lines(program, "checklist") == [
        "[ ] Your partner lies face down.",
        "[ ] Rest one hand on the sacrum.",
        "[ ] Stroke your other hand up the right side of the back.",
        "[ ] Three times.",
        "[ ] Slowly and lightly.",
        "Seen: ____ of 5.",
    ]


def test_what_only_announces_has_no_box():
    told = lines("both sides { stroke both up leg; repeat 3\nhold both on foot }\n", "checklist")
    assert told[0] == "Do the following on the right side first."
    assert told[-2] == "[ ] Then repeat all of this on the left side."


# ── a therapist's note ────────────────────────────────────────────────────────────────────────────────────────────────

PREGNANT = """routine "Side-lying rest in pregnancy"
receiver: side_lying left, pregnant 26 weeks, asthma
aftercare: "drink water"
stroke both up left_leg for 2min, pressure 2
stroke both up right_leg for 2min, pressure 3
hack both over back for 30s
cross_friction thumb of right hand on left erectors for 1min
press thumbs 2 fingers beside spine for 20s
"""


def test_a_note_has_techniques_regions_sides_pressure_and_minutes():
    assert lines(PREGNANT, "soap") == [
        "P: ≈ 6 min massage, left side lying: eff B/L leg, 2–3/5, 4 min; tap back, 30 s; XFF L ES, 1 min; "
        "comp paraspinals, 20 s.",
        "Home care: drink water.",
    ]


def test_conditions_stand_in_a_note_only_when_they_were_asked_for():
    for word in ("pregnan", "asthma", "26", "S:"):
        assert word not in made(PREGNANT, "soap")
    assert lines(PREGNANT, "soap", with_conditions=True)[:2] == ["S: pregnant 26 weeks.", "S: asthma."]
    result = mass("compile", "-", "--style", "soap", "--with-conditions", stdin=PREGNANT)
    assert result.stdout.startswith("S: pregnant 26 weeks.\n")


# ── person and units ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("style", ["handout", "voice", "student", "checklist"])
def test_the_word_for_the_person(style):
    assert "Your client lies face down." in made("receiver: prone\nhold both on back\n", style, person="client")


LENGTHS = """press thumbs 2 fingers beside spine moving up back by 5cm
stroke both up back, 3cm/s
lift their left leg by 20cm
"""


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ("", ["two fingers' breadth", "5 cm at a time", "at 3 centimetres a second", "by 20 cm"]),
        ("metric", ["about 3.5 cm", "5 cm at a time", "at 3 centimetres a second", "by 20 cm"]),
        (
            "imperial",
            ["about 1.5 inches", "about 2 inches at a time", "at about an inch a second", "by about 8 inches"],
        ),
        ("body", ["two fingers' breadth", "about three fingers' breadth at a time", "by about two hands' breadth"]),
    ],
)
def test_units(units, said):
    prose = " ".join(made(LENGTHS, "handout", units=units).split())
    for words in said:
        assert words in prose


def test_statures():
    program = "receiver: athlete 170cm\nhold both on back\n"
    assert "170 cm tall" in made(program, "handout")
    assert "5 feet 7 inches tall" in made(program, "handout", units="imperial")


def test_a_card_has_the_tables_of_its_language():
    """A form of the card under a name that the language has not is never said."""
    usual, own = load("en").tables, load("en_card").tables
    new = {"short", "card", "legend", "joined", "side_words"}
    assert set(own) - set(usual) == new
    free = {"verbs", "manners", "regions", "regions_both", "ways", "units"}
    for table in set(own) - new - free:
        assert set(own[table]) <= set(usual[table]), table


def test_a_card_fills_no_slot_that_its_language_does_not_fill():
    usual, own = load("en").tables, load("en_card").tables
    slots = re.compile(r"\{(\w+)\}")
    for table, forms in own.items():
        for key, form in forms.items():
            known = usual.get(table, {}).get(key)
            if known is not None:
                assert set(slots.findall(form)) <= {*slots.findall(known), "person"}, f"{table}.{key}"


PROGRAMS = [
    program
    for page in sorted((FOLDER.parent / "tests" / "cases").glob("*.md"))
    for program in re.findall(r"^```mass\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
]


@pytest.mark.parametrize("style", STYLES)
def test_every_case_can_be_told(style):
    """Plans with gaps too: an editor shows them while they are written."""
    assert len(PROGRAMS) > 150
    for program in PROGRAMS:
        for units in ("", "imperial"):
            page_of(check(program).plan, style, units=units)
