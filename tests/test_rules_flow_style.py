"""Rules of the flow of a session and of style at their limits: what is just found, and what just is not."""

import pytest

from massagelang.pipeline import check


def found(text, code):
    """The words that findings of a code underline."""
    diagnostics = [one for one in check(text).diagnostics if one.code == code]
    return [one.source.text[one.span.start : one.span.end] for one in diagnostics]


def severities(text, code):
    return [one.severity.value for one in check(text).diagnostics if one.code == code]


def routine(body, *properties, title="A quiet hour"):
    return "\n".join([f'routine "{title}"', "lubricant: oil", *properties, body]) + "\n"


HOLD, STROKE = "hold both on back for 3 breaths", "stroke both up back, light, for 2min"


# ── only whole routines ───────────────────────────────────────────────────────────────────────────────────────────

FAULTY = """\
knead both over upper_back, firm, for 1min
hack both over upper_back for 2min
stroke forearms up back, deep
circular_friction thumbs on right shoulder for 4min
press thumbs beside spine, for 12min, moving up back
pull their right arm with both hands
"""


def test_a_snippet_has_no_flow():
    told = {one.code for one in check(FAULTY).diagnostics if one.code.startswith("ML5")}
    assert told == {"ML505", "ML509"}  # how long one thing goes on does not hang on what is around it
    titled = check('routine "A"\nknead both over back, firm\n').diagnostics
    assert [one.code for one in titled if one.code.startswith("ML5")] == ["ML503"]  # nothing of its ends


def test_a_whole_routine_may_have_all_faults_at_once():
    codes = {one.code for one in check('routine "A"\n' + FAULTY).diagnostics if one.code.startswith("ML5")}
    assert codes == {"ML501", "ML502", "ML503", "ML504", "ML505", "ML506", "ML508", "ML509", "ML510", "ML511"}


# ── ML501: sides ──────────────────────────────────────────────────────────────────────────────────────────────────

RIGHT = "stroke both up right leg, for 2min\nknead both over right calf, for 1min"


@pytest.mark.parametrize(
    ("body", "title", "is_found"),
    [
        (f"{HOLD}\n{RIGHT}", "Legs", True),
        (f"{HOLD}\n{RIGHT}", "The right leg", False),  # meant so
        (f"{HOLD}\n{RIGHT}", "The left leg", True),
        (f"{HOLD}\n{RIGHT}\nstroke both up left leg, for 1min", "The right leg", True),  # so the other is not left out
        (
            f"{HOLD}\n{STROKE}\nstroke both up right leg for 2min\nstroke both up left leg for 95s",
            "Legs",
            False,
        ),  # 21 %
        (f"{HOLD}\n{STROKE}\nstroke both up right leg for 2min\nstroke both up left leg for 85s", "Legs", True),  # 29 %
        (f"{HOLD}\n{STROKE}\npress thumb on right li4 for 1min", "Points", False),
        (f"{HOLD}\n{STROKE}\nhold both on right foot for 1min", "Back", False),
    ],
)
def test_sides(body, title, is_found):
    assert bool(found(routine(body, title=title), "ML501")) == is_found


# ── ML502, ML506: the first and the last touch ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("hold both on back", False),
        ("both hands on back", False),
        ("stroke both up back, light", False),
        ("effleurage both up back", False),
        ("rock palms on back", False),
        ("squeeze both over shoulders, light", False),
        ("apply oil over back\nstroke both up back, slow", False),
        ("knead both over back", True),
        ("hack both over upper_back, light", True),
        ("stroke forearms up back, deep", True),
        ("pull their right arm with both hands", True),
        ("press palms on back, medium", True),
        ("repeat 2 times { knead both over back; stroke both up back }", True),
    ],
)
def test_the_first_touch(first, is_found):
    assert bool(found(routine(f"{first}\n{STROKE}\n{STROKE}\n{HOLD}"), "ML502")) == is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("stroke both down back, light", False),
        ("feather both down back", False),
        ("hold both on feet", False),
        ("both hands on sacrum", False),
        ("stroke both down back\nhands off\ncover back\nreceiver sits", False),
        ("rock palms on back", False),
        ("rake fingers down back", False),
        ("knead both over back", True),
        ("hack both over upper_back", True),
        ("stretch their arms with both hands", True),
        ("stroke forearms up back, deep", True),
        ("stroke both up back; knead both over back; repeat 3", True),
        ("knead both over back; stroke both up back; repeat 3", False),
        ('stroke both down back\nif "there is time" { knead both over back }', False),
    ],
)
def test_the_last_touch(last, is_found):
    assert bool(found(routine(f"{HOLD}\n{STROKE}\n{STROKE}\n{last}"), "ML506")) == is_found


# ── ML503: warming ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "work", "severity"),
    [
        ("", "knead both over right calf, firm", "warning"),
        ("", "knead both over right calf, medium", "info"),
        ("", "circular_friction thumbs on right calf", "warning"),
        ("", "stroke forearms up right calf, deep", "warning"),
        ("", "press elbow on right buttock", "warning"),  # 3.5 with an elbow is deep
        ("stroke both up left leg", "knead both over right calf, firm", "warning"),
        ("hold both on right calf", "knead both over right calf, firm", "warning"),  # a hold does not warm
        ("stroke both up right leg", "knead both over right calf, firm", None),
        ("stroke both over right thigh", "knead both over right calf, firm", "warning"),
        ("stroke both from right ankle to right hip", "knead both over right calf, firm", None),
        ("stroke both over right lower_leg", "knead both over right calf, firm", None),
        ("stroke both over legs", "knead both over right calf, firm", None),
        ("compress palms on right calf", "knead both over right calf, firm", None),
        ("rub both over right calf, brisk", "knead both over right calf, firm", None),
        ("", "rub thumbs on right calf, firm", "warning"),
        ("", "rub both over right calf, brisk", None),
        ("stroke both up lower_back", "knead both over buttocks, firm", None),  # next to it
        ("", "knead both over right calf, light", None),
        ("", "press thumbs on right calf", None),
        ("", "knead thumbs on soles, firm", "warning"),
        ("", "knead fingertips of both hands on scalp, firm", None),
        ("", "roll ball under right sole", None),
        ("", "press thumb on right st36, deep", None),
    ],
)
def test_deep_before_warm(before, work, severity):
    text = routine(f"hold both on head\nstroke both over chest\n{before}\n{work}\n{work}\nhold both on head")
    assert severities(text, "ML503")[:1] == ([severity] if severity else [])
    assert len(severities(text, "ML503")) <= 1  # once it has been worked it is warm


# ── ML504, ML505, ML509: percussion and friction ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after", "is_found"),
    [("6min", "3min", False), ("5min", "5min", True), ("9min", "10s", False), ("10s", "9min", True)],
)
def test_percussion_belongs_to_the_last_third(before, after, is_found):
    text = routine(
        f"{HOLD}\nstroke both up back for {before}\nhack both over buttocks for 10s\nstroke both for {after}"
    )
    assert bool(found(text, "ML504")) == is_found


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("hack both over buttocks for 61s", ["for 61s"]),
        ("hack both over buttocks for 60s", []),
        ("hack both over back, slow; repeat 9", []),  # that long only by estimates
        ("repeat 5 times { hack both over buttocks for 15s }", ["for 15s"]),  # 75 s in all
        ("hack both over buttocks for 40s\ncup both over buttocks for 40s", ["for 40s"]),
        ("hack both over right buttock for 40s; repeat other side", []),  # 40 s a side
        ("hack both over buttocks for 40s\ncup both over right thigh for 40s", []),
    ],
)
def test_percussion_in_one_place(work, words):
    assert found(routine(f"{HOLD}\nstroke both up back for 9min\n{work}\nfeather both down back"), "ML505") == words


def test_percussion_that_a_total_draws_out():
    text = f'routine "A"\nlubricant: oil\n{STROKE}\nstep "Hacking" for 2min\nhack both over buttocks\n'
    assert found(text, "ML505") == ["hack both over buttocks"]
    assert found(text.replace(" for 2min\nhack", " for 50s\nhack"), "ML505") == []


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("circular_friction thumbs on sacrum for 181s", ["for 181s"]),
        ("circular_friction thumbs on sacrum for 3min", []),
        ("circular_friction thumbs on sacrum for 2min\nfriction thumbs on sacrum for 2min", ["for 2min"]),
        ("circular_friction thumbs beside spine for 4min, moving up back", []),
        ("circle palms on sacrum for 4min", []),
        ("cross_friction right thumb across right achilles for 4min", ["for 4min"]),
    ],
)
def test_friction_in_one_place(work, words):
    text = routine(f"{HOLD}\nstroke both up back for 9min\nstroke both up legs for 2min\n{work}\n{STROKE}")
    assert found(text, "ML509") == words


# ── ML507, ML508: turning and thumbs ──────────────────────────────────────────────────────────────────────────────

TURN = "receiver turns {}\nstroke both up legs\n"


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (("supine", "prone"), 0),
        (("supine", "prone", "supine"), 1),
        (("supine", "supine", "prone"), 0),  # already supine
        (("onto left side_of_body", "onto right side_of_body", "prone"), 1),
    ],
)
def test_turns(turns, number):
    body = STROKE + "\n" + "".join(TURN.format(turn) for turn in turns)
    assert len(found(routine(body, "receiver: prone"), "ML507")) == number


THUMBS = "press thumbs beside spine, for 11min, moving up back"
REPEAT = "repeat 3 times { left hand on sacrum; right hand on back }"


def test_the_first_position_is_no_turn():
    turns = TURN.format("prone") + TURN.format("supine") + TURN.format("prone")
    assert found(routine(turns), "ML507") == []


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("press thumbs beside spine, for 10min, moving up back", []),
        (THUMBS, [THUMBS]),
        (f"knead thumbs on calves for 4min\n{THUMBS}", [THUMBS]),
        ("knead both on calves for 11min", []),
        ("squeeze thumb and fingertips over shoulders for 11min", []),
        ("hold thumbs on occiput for 11min", []),
        ("press forearms on back for 11min", []),
    ],
)
def test_thumbs(work, words):
    assert found(routine(f"{HOLD}\nstroke both over body for 3min\n{work}\n{STROKE}"), "ML508") == words


# ── ML510: oil ────────────────────────────────────────────────────────────────────────────────────────────────────

GLIDE = "stroke both from sacrum up back to c7, slow"


def dry(body, *properties, title="Back"):
    return "\n".join([f'routine "{title}"', *properties, "hold both on head", body, "hold both on head"]) + "\n"


@pytest.mark.parametrize(
    ("body", "properties", "words"),
    [
        (GLIDE, (), [GLIDE]),
        (GLIDE, ("skin: bare",), [GLIDE]),
        ("rub both over shoulders, brisk", (), ["rub both over shoulders, brisk"]),
        (f"{GLIDE}\n{GLIDE}", (), [GLIDE]),  # the first says it
        (GLIDE, ("lubricant: oil",), []),
        (GLIDE, ("lubricant: powder",), []),
        (GLIDE, ('needs: "a little Oil"',), []),
        (GLIDE, ("skin: clothed",), []),
        (GLIDE, ("skin: any",), []),
        (GLIDE, ("receiver: dog",), []),
        (f"apply cream over back\n{GLIDE}", (), []),
        (f"{GLIDE}, with oil", (), []),
        (f'{GLIDE}  note "with a drop of oil"', (), []),
        (f"cover back with sheet\n{GLIDE}", (), []),
        (f"cover back\n{GLIDE}", (), []),
        (f"cover back\nuncover back\n{GLIDE}", (), [GLIDE]),
        (f"cover legs\n{GLIDE}", (), [GLIDE]),
        ("feather both down back", (), []),
        ("stroke both over sacrum", (), []),  # a short way
        ("rub fingertips of both hands over scalp, brisk", (), []),
        ("wipe cloth over back", (), []),
        ("glide both hot_stones up back, slow", (), []),
        (f'step "A"\nskin: clothed\n{GLIDE}', (), []),
    ],
)
def test_oil(body, properties, words):
    assert found(dry(body + "\nknead both over back", *properties), "ML510") == words


@pytest.mark.parametrize("title", ["Thai massage for the back", "Shiatsu at noon", "Chair massage", "Tui na"])
def test_schools_that_work_dry(title):
    assert found(dry(f"{GLIDE}\n{GLIDE}", title=title), "ML510") == []


# ── ML511: asking ─────────────────────────────────────────────────────────────────────────────────────────────────

DEEP = "stroke forearms up upper_back, deep, slow"


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        (DEEP, True),
        (f'{DEEP}  why "reaches the deep layers"', True),  # what it is good for is no question
        (f'ask "Is the pressure right?"\n{DEEP}', False),
        (f'{DEEP}  note "less if it hurts"', False),
        (f'{DEEP}  say "Tell me if it is too much."', False),
        (f"{DEEP}, comfortable", False),
        (f'{DEEP}\nwhenever "it is sore" {{ hold both on back }}', False),
        (f'ask "Are you warm?"\n{DEEP}', True),
        ("knead both over upper_back, medium", False),
        ("pound both on buttocks, deep", False),  # percussion is another matter
    ],
)
def test_the_pressure_is_asked_about(body, is_found):
    assert bool(found(routine(f"{HOLD}\n{STROKE}\n{body}\n{STROKE}"), "ML511")) == is_found
    assert found(routine(f"{HOLD}\n{STROKE}\n{body}\n{STROKE}", "giver: self"), "ML511") == []


# ── ML601, ML603 to ML605: style ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("define one { stroke both up back }\nstroke both down back\n", ["one"]),
        ("define one { stroke both up back }\ndefine two { do one }\ndo two\n", []),
        ("define one { stroke both up back }\n", []),  # a file of definitions
        ('define one { stroke both up back }\nif "cold" { do one }\n', []),
    ],
)
def test_unused_definitions(text, words):
    assert found(text, "ML601") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hands on back; repeat 3\n", ["repeat 3"]),
        (REPEAT, [REPEAT]),
        ("left hand on right foot; repeat other side\n", []),
        ("hold both on back; repeat 3\n", []),
        ("hands on back for 10s; repeat 3\n", []),
        ("hands on back; hands off; repeat 3\n", []),
    ],
)
def test_repeats_of_placements(text, words):
    assert found(text, "ML603") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('step "A"\nstroke both up back\nstep "a"\nstroke both down back\n', ['"a"']),
        ('section "A"\nstep "B"\nstroke both up back\nsection "A"\nstep "B"\nstroke both down back\n', ['"A"']),
        ('section "A"\nstep "C"\nstroke both up back\nsection "B"\nstep "C"\nstroke both down back\n', []),
        ('section "A", both sides\nstep "B"\nstroke both up leg\nstep "C"\nknead both over calf\n', []),
        ('step "A"\nstroke both up back\nstep "A", variant "short"\nstroke both down back\n', []),
        ('section "A"\nstep "A"\nstroke both up back\n', []),
    ],
)
def test_titles(text, words):
    assert found(text, "ML604") == words


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Let your right leg grow heavy.", ["right"]),
        ("First the left, then the Right.", ["left", "Right"]),
        ("Turn your head to the left.", ["left"]),
        ("Now the left knee.", ["left"]),
        ("Find the right spot.", []),
        ("Is the pressure all right?", []),
        ("Right away you feel what is left of it.", []),
        ("Is this leg right for you?", []),
        ("Use the right amount, at the right angle.", []),
    ],
)
def test_sides_in_words(words, marked):
    under = [
        f'step "Legs", both sides\nstroke both up leg  say "{words}"\n',
        f'step "Legs", both sides\nsay "{words}"\nstroke both up leg\n',
        f'stroke both up right leg note "{words}"; repeat other side\n',
        f'both sides {{ if "{words}" {{ stroke both up leg }} }}\n',
    ]
    for text in under:
        assert found(text, "ML605") == marked, text
    assert found(f'stroke both up right leg  say "{words}"\n', "ML605") == []
