"""What must not be called wrong: strokes of whole schools, light hands, both hands at work, and what is left out."""

import pytest

from massagelang.pipeline import check


def safety(text):
    """The findings about sites of the body (ML401 to ML429)."""
    found = [one for one in check(text).diagnostics if "ML401" <= one.code <= "ML429"]
    return [(one.code, one.source.text[one.span.start : one.span.end]) for one in found]


FAULT = "stroke both down left leg, firm"


def test_the_stroke_that_the_exceptions_are_about_is_flagged_by_itself():
    assert safety(FAULT) == [("ML428", "down left leg")]


@pytest.mark.parametrize(
    "text",
    [
        f"receiver: infant\n{FAULT}",
        f"receiver: newborn\n{FAULT}",
        "receiver: infant, supine\nstroke both from hip to ankle, medium",
        "indian_milk both down left leg, pressure 3",
        'routine "Indian milking"\ntags: infant_massage\n' + FAULT,
        'step "As in India"\norigin: "baby massage"\n' + FAULT,
    ],
)
def test_strokes_of_babies_go_away_from_the_body(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "feather both down left leg",
        "stroke both down legs, feather",
        "stroke fingertips of both hands down right arm, very light",
        "rake fingertips of both hands down legs, firm",
        "stroke both down left leg, pressure 2",
        "stroke both up left leg, firm up, light down; return",
        "stroke both up and down left leg, firm up, light down",
        "stroke both up left leg, firm; return",
        "sweep both from hip to foot",
    ],
)
def test_light_strokes_and_ways_back_go_any_way(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "tui palm of right hand down left forearm, firm, 5 times",
        "fen_tui thumbs down left calf, firm",
        'routine "Tui na for the legs"\n' + FAULT,
        'tags: tui_na\nroutine "Legs"\n' + FAULT,
        "gun back of right hand over upper_trapezius, 140/min, for 2min",
        "mo_rub palm of right hand counterclockwise over abdomen",
        "nie_ji both from coccyx up spine to neck",
        "na both on gb21, light to heavy, 5 times",
        "an one thumb on bl23, gradual, for 10s",
    ],
)
def test_lines_of_tui_na(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "press palms up and down left leg, walking, with body_weight",
        "thumb_press thumbs down left calf, firm; return",
        "palm_walk palms down left leg, firm; return",
        'routine "Legs"\norigin: "Thailand, nuad boran"\n' + FAULT,
        'routine "Thai massage of the legs"\n' + FAULT,
        "shiatsu_press thumbs down left thigh, firm",
        'routine "Shiatsu"\n' + FAULT,
        "press thumbs 2 fingers beside spine, firm, on exhale, moving down back by 2 fingers",
    ],
)
def test_thai_and_shiatsu_lines_go_there_and_back(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "receiver: dog\nstroke both down left foreleg, firm",
        "receiver: horse\nstroke both along topline, firm",
        "receiver: dog, side_lying\nhand on left shoulder; stroke other from withers along topline to croup, light",
        "receiver: horse\ncup both over hamstrings",
    ],
)
def test_animals_are_stroked_with_the_coat(text):
    assert safety(text) == []


def test_structured_touch_keeps_its_order():
    assert safety('routine "M technique"\n' + FAULT) == []
    assert safety('tags: m_technique\nroutine "Feet"\n' + FAULT) == []


@pytest.mark.parametrize(
    "text",
    [
        "press thumbs on sacrum; stroke both up back, firm",
        "knead both over thighs, firm",
        "together { hold left on left ankle; stroke right up left calf, firm }",
        "rotate their left ankle clockwise with both hands, 5 times",
        "hold left on left heel; rotate their left ankle clockwise with right hand, 5 times",
        "together { hold left on left shoulder for 10s; rotate their left arm forward with right hand }",
        "each finger { pull it with right hand }",
        "shake their left leg with both hands, loose, quick",
        "rock their body with both hands, brisk",
    ],
)
def test_both_hands_at_work_need_no_other_support(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "hand on sacrum; hold for 10s",
        "both hands on spine",
        "hand on throat, light",
        "palms over eyes, hollow; hold both for 3 breaths",
        "stroke both down spine",
        "stroke both down spine, light",
        "feather fingertips of both hands over back_of_knee",
        "stroke both over armpit, light",
        "stroke both up left leg",
        "stroke both up left leg, firm",
        "receiver: prone\nstroke both up left leg",
        "receiver: supine\nstroke both up left leg, strong",
        "stroke both over abdomen, gentle",
        "hold both on abdomen for 10s",
        "tap fingertips of both hands over sternum, light",
        "tap fingertips of both hands over scalp",
        "tap fingertips of both hands over lower_back, light",
        "circle fingertips of both hands on temples, light",
        "press thumbs on temples",
        "rest both on coccyx",
        "touch both on throat",
        "drain both down front_of_neck",
        "press thumbs on spine, without pressure",
        "circle ring_fingers of both hands around eyes, light",
        "stroke ring_fingers on upper_edge of eye_socket",
    ],
)
def test_light_hands_may_be_where_pressure_may_not(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "press thumbs beside spine, deep",
        "thumbs 2 fingers beside spine; press both, deep",
        "saw edge of right hand up and down side of spine, strong",
        "stroke thumbs away from spine, firm",
        "stroke thumbs toward spine",
        "hack both over back, except kidney_zone",
        "hack both over upper_back",
        "circle forearms clockwise over back, deep, except spine and kidney_zone",
        "circle forearms clockwise over upper_back, deep",
        "stroke both up left leg, strong, feather on back_of_knee",
        "stroke both up left leg, strong, lighter on back_of_knee",
        "stroke both up left leg, strong, except back_of_knee",
        "strip thumbs up left calf to below back_of_knee",
        "press thumbs around kneecap, deep",
        "knead both over calf, firm",
        "stroke both around breasts, light",
        "stroke both from navel to pubis, light",
        "cover breasts",
        "stroke both on lower_abdomen, firm, except pubis",
        "rub thumb along inner_edge of left shin, medium",
        "place 2 hot_stones beside spine",
        "place pillow under coccyx",
        "remove hot_stone from sternum",
        "beat both over buttocks",
        "hack both over hamstrings",
        "circle both over abdomen, light",
        "press both under left knee, light",
        "circle knuckles on buttock, deep",
    ],
)
def test_beside_a_site_or_with_the_site_left_out(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "stroke both up back; circle both clockwise over abdomen",
        "receiver: prone\nstroke both up back",
        "receiver: prone\nreceiver turns supine\ncircle both clockwise over abdomen",
        "receiver: prone\nreceiver turns\ncircle both clockwise over abdomen",
        "receiver: prone\nreceiver turns onto left side\ncircle both clockwise over abdomen",
        "receiver: supine\nknead both over upper_trapezius",
        "receiver: supine\nhands under back; hold both for 10s",
        "receiver: supine\nstroke both up calves",
        "receiver: prone\nhands under forehead",
        "receiver: prone\nhold both on hips",
        "receiver: seated\nknead both over thighs",
        "receiver: side_lying left\nstroke both up back",
        "receiver: prone\ncover abdomen with towel",
        "receiver: supine\nlift their left leg with both hands; stroke both up left hamstrings, light",
    ],
)
def test_places_that_the_position_leaves_free(text):
    assert safety(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "stroke both from right foot over right knee to right thigh",
        "stroke both from left hand up left arm over upper_back to right shoulder",
        "stroke both from right ankle up right leg through right buttock to right shoulder",
        "tap fingertips of both hands from left calf to right calf",
        "stroke both from left shoulder to right shoulder",
        "stroke both from feet to knees",
        "hands on left foot and right knee",
    ],
)
def test_ways_that_stay_on_the_body(text):
    assert safety(text) == []
