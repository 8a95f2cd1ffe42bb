"""What people write first: it is known, or the finding names the form to write."""

import pytest

from massagelang.pipeline import check
from massagelang.vocabulary import load

WORDS = load()


def hints_of(text):
    found = check(text).diagnostics
    return [(one.code, one.hint) for one in found if one.severity.value == "error"]


SPOKEN = [
    ("giver moves left", "ML108", "`giver moves to left side`"),
    ("giver moves slightly left", "ML003", "`to left side` is the receiver's left"),
    ("giver steps away", "ML108", "`away from them`"),
    ("giver steps back", "ML108", "The direction is `backward`"),
    ("giver and receiver breathe for 3 breaths", "ML108", "`together { giver breathes; receiver breathes }`"),
    ("giver breathes with them", "ML003", "`together { giver exhales; receiver exhales }`"),
    ("receiver takes 3 breaths", "ML001", "Write `receiver breathes for 3 breaths`."),
    ("receiver takes deep breath", "ML108", "For breaths write `receiver inhales`"),
    ("pull their leg back", "ML001", "The direction is `backward`"),
    ("pull both back", "ML104", "The direction is `backward`"),
    ("receiver leans against your chest or cushion", "ML003", "in a line below that begins with `or`"),
    ("stroke both to and fro over back", "ML001", "Write `back_and_forth` after a comma"),
    ("stroke both over back, to and fro", "ML001", "Write `back_and_forth`"),
    ("press thumbs just above knee", "ML001", "or say how far: `1 finger above knee`"),
    ("stroke both up leg, right only", "ML001", "`right leg`"),
    ("giver kneels facing their left leg", "ML004", ""),
    ("place their foot on your hip", "ML107", "`move their foot onto your hip`"),
    ("place their right foot on your left hip", "ML001", "`move their right foot onto your left hip`"),
    ("press thumb on each gap", "ML102", "`between toes`"),
    ("press thumb in each gap", "ML003", "`in` leads to a shape"),
    ("stroke edge of stone up back", "ML001", "`edgewise` or `flat`"),
    ("stroke hot_stone in each hand up back", "ML001", "`stroke both hot_stone …`"),
    ("stroke stone in left hand up back", "ML001", "`stroke left stone …`"),
    ("stroke hot_stone both up back", "ML003", "`stroke both hot_stone …`"),
    ("stroke upper hand up back", "ML001", "on the left side the right is above"),
    ("upper hand on hip", "ML101", "Your hands are `left`"),
    ("press thumbs on back, 1/3 pressure", "ML005", "`pressure 3 of 10`"),
    ('stroke both up back if "they like it"', "ML003", '`if "they like it" { … }`'),
    ("tap fingertips over back, 80/min, 5cm/s", "ML126", "`slow`"),
    ("skip feet", "ML101", "`except feet`"),
    ('skip step "Legs"', "ML001", "`optional`"),
    ("receiver lies prone, legs apart", "ML103", "`legs_apart`"),
    ("stroke both up back, then", "ML103", "join what follows with `;`"),
]


@pytest.mark.parametrize(("line", "code", "hint"), SPOKEN)
def test_what_people_say_is_told_in_the_form_of_the_notation(line, code, hint):
    ((found, said),) = hints_of(line + "\n")
    assert found == code
    assert hint in said


JOINED = [
    ("squeeze_calf both", "`squeeze … on calf`"),
    ("pull_leg both", "`pull their leg`"),
    ("forearm_roll left", "`roll forearm …`"),
    ("place_stone both", "`place stone …`"),
    ("squeeze_and_twist both", "`squeeze and twist …`"),
    ("glide_slowly both", "`glide …, slow`"),
    ("hold both on soles_of_feet", "`soles of feet`"),
    ("hold both on behind_knees", "`hold both behind knees`"),
    ("hold both on thigh_muscles", "`muscles of thigh`"),
    ("stroke both up back, slow_and_deep", "`slow, deep`"),
    ("stroke both up back, until_it_is_soft", '`until "it is soft"`'),
    ("stroke both up back, with_body_weight", "`with body_weight`"),
    ("stroke both up back, in_a_heart_shape", "`in heart`"),
    ("place large_stone on back", "`large stone`"),
    ("receiver lies_face_down", "`lies face_down`"),
    ("giver leans_against_wall", "`leans against wall`"),
    ("receiver: prone_on_mat", "`prone`"),
]


@pytest.mark.parametrize(("line", "hint"), JOINED)
def test_words_joined_of_known_ones_are_taken_apart(line, hint):
    ((_, said),) = hints_of(line + "\n")
    assert hint in said


@pytest.mark.parametrize(
    "line",
    [
        "hold both on soles of feet",
        "hold both behind knees",
        "hold both on muscles of calf",
        "stroke both in heart over back",
        "place large stone on back",
        "giver leans against wall",
        "giver steps forward",
        "stroke both over back, back_and_forth",
        "move their right foot onto your left hip",
        "stroke both hot_stone up back",
        "together { giver exhales; receiver exhales }",
        "receiver breathes for 3 breaths",
        "pull their leg backward with both hands",
        "stroke both stone up back, edgewise",
        "circle fingertips on roots of hair",
        "hold both on tops of shoulders",
    ],
)
def test_the_forms_that_are_named_can_be_written(line):
    assert hints_of(line + "\n") == []


def test_a_mend_that_is_certain_can_be_taken():
    found = check('stroke both up back if "they like it"\n').diagnostics
    text = 'stroke both up back if "they like it"\n'
    for edit in sorted(found[0].edits, key=lambda one: -one.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == 'if "they like it" { stroke both up back }\n'
    assert check(text).diagnostics == ()


@pytest.mark.parametrize("hint", dict.fromkeys(WORDS.hints.values()), ids=lambda hint: hint.id)
def test_a_hint_is_only_for_words_that_are_not_known_there(hint):
    for kind in hint.at:
        assert kind not in WORDS.kind_of(hint.id)
        if hint.write and kind in ("region", "manner"):
            known = getattr(WORDS, kind)(hint.write)
            assert known is not None or hint.write in {"backward", "forward", "up", "down", "sideways"}


@pytest.mark.parametrize(
    ("way", "asks"),
    [
        ("up neck to hairline", True),
        ("from hairline down back_of_neck", True),
        ("from hairline to nape", False),
        ("from forehead to hairline", False),
        ("up neck to back_hairline", False),
        ("up neck to front_hairline", False),
    ],
)
def test_a_way_along_the_neck_asks_which_hairline(way, asks):
    codes = [one.code for one in check(f"stroke both {way}\n").diagnostics]
    assert ("ML145" in codes) is asks


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("receiver lies prone, legs_apart, back_straight", "lie face down, with the legs apart and the back straight."),
        ("giver stands behind them, feet_apart", "Stand behind your partner, with your feet apart."),
        ("lift their leg with both hands, knees_straight", "Lift the leg with both hands, keeping it straight."),
        ("press thumbs on back, legs_apart", "Press your thumbs on the back, with your legs apart."),
    ],
)
def test_words_for_the_body_are_said_of_whoever_holds_it_so(line, said):
    from massagelang import pipeline

    assert said in pipeline.compile(line + "\n").replace("\n", " ")


def test_how_the_limbs_lie_leaves_the_position_as_it_is():
    plan = check("receiver: prone, legs_apart\nreceiver lies arms_overhead\nhold both on back\n").plan
    (act,) = [act for act in plan.acts() if act.kind == "action"]
    assert act.before.posture == "prone"


def test_plurals_of_other_names_are_both_of_a_pair():
    for word in ("collarbones", "clavicles", "eyebrows"):
        region = WORDS.region(word)
        assert word in region.plurals, word


@pytest.mark.parametrize(
    ("spelling", "point"),
    [("bladder_23", "bl23"), ("ub23", "bl23"), ("gb_20", "gb20"), ("kidney_1", "ki1"), ("stomach_36", "st36")],
)
def test_points_are_known_by_the_ways_in_which_they_are_counted(spelling, point):
    assert WORDS.region(spelling).id == point
