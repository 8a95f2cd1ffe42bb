"""Rules about who is worked on: what they find, and the near misses that they must leave alone."""

import pytest
from click.testing import CliRunner

import massagelang
from massagelang import ReceiverError
from massagelang.cli.doors import main
from massagelang.pipeline import check


def found(text, receiver=""):
    """Code and severity of each finding of a receiver rule, in order."""
    return [
        f"{one.code} {one.severity.value}"
        for one in check(text + "\n", receiver=receiver).diagnostics
        if "ML424" <= one.code <= "ML425" or "ML430" <= one.code <= "ML462"
    ]


def receiver(told, *lines):
    return found("\n".join([f"receiver: {told}", *lines]))


# ── words for the receiver ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("fever", ["ML430 error"]),
        ("contagious", ["ML430 error"]),
        ("unwell", ["ML430 warning"]),
        ('"fever last year"', []),
        ("thrombosis", ["ML431 error"]),
        ("dvt right leg", ["ML431 warning"]),  # only the left leg is worked, and most lists say no massage at all
        ("angina", ["ML438 error"]),
        ("high blood pressure", ["ML438 error"]),
        ("hypotension", []),
        ("pacemaker", []),
        ("intoxicated", ["ML440 warning"]),
        ("lump left arm", ["ML440 warning"]),
        ("epilepsy", ["ML441 info"]),
        ("parkinson", ["ML441 info"]),
        ("pregnant 12 weeks", ["ML450 warning"]),
        ("first_trimester", ["ML450 warning"]),
        ("pregnant 13 weeks", []),
        ("pregnant 2 months", ["ML450 warning"]),
        ("pregnant 4 months", []),
        ("second_trimester", []),
        ("preeclampsia", ["ML458 error"]),
        ("fever, epilepsy", ["ML430 error", "ML441 info"]),
    ],
)
def test_words_that_concern_the_whole_routine(told, codes):
    assert receiver(told, "stroke both up left calf, light") == codes


def test_no_conditions_no_findings():
    assert receiver("prone", "stroke both up left calf, deep", "hack both over left thigh") == []
    assert found("stroke both up left calf, deep\nhack both over left thigh") == []


# ── work at a place ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "line", "codes"),
    [
        ("recent_surgery left knee", "stroke both over left knee, light", ["ML436 error"]),
        ("recent_surgery left knee", "hold both on left kneecap", ["ML436 error"]),
        ("recent_surgery left knee", "hand on left knee", ["ML436 error"]),
        ("recent_surgery left knee", "rotate their left knee with both hands", ["ML436 error"]),
        ("recent_surgery left knee", "stroke both over right knee, light", []),
        ("recent_surgery left knee", "stroke both over left calf, light", []),
        ("recent_surgery left knee", "stroke both up left leg, light", ["ML436 warning"]),
        ("recent_surgery left knee", "stroke both up left leg, light, except knee", []),
        ("recent_surgery left knee", "stroke both up right leg, light", []),
        ("recent_surgery left knee", "stroke both up left leg from above left knee, light", []),
        ("recent_surgery left knee", "stroke both from left ankle to left thigh, light", ["ML436 warning"]),
        ("recent_surgery left knee", "stroke both from left ankle to below left knee, light", []),
        ("recent_surgery left knee", "stroke both from left ankle to left calf, light", []),
        ("recent_surgery left knee", "lift their left leg with both hands", []),
        ("recent_surgery knee", "stroke both over right knee, light", ["ML436 error"]),
        ("recent_surgery left knee 5 weeks", "stroke both over left knee, light", ["ML436 error"]),
        ("recent_surgery left knee 6 weeks", "stroke both over left knee, light", []),
        ("recent_surgery left knee 6 months", "stroke both over left knee, light", []),
        ("fracture right wrist 20 days", "knead both over right wrist", ["ML436 error"]),
        ("recent_surgery", "stroke both over left knee, light", ["ML436 warning"]),  # where was it?
        ("recent_surgery 8 weeks", "stroke both over left knee, light", []),
        ("sunburn back", "stroke both up back, light", ["ML424 error"]),
        ("sunburn back", "apply aloe over back", []),
        ("sunburn upper_back", "stroke both up back, light", ["ML424 warning"]),
        ("bruise left thigh", "knead both over right thigh", []),
        ("open_wound right hand", "place stone on right palm", ["ML424 error"]),
        ("rash left arm and right arm", "stroke both up right forearm, light", ["ML424 error"]),
        ("sprain left ankle 1 day", "knead both over left ankle", ["ML425 error"]),
        ("sprain left ankle 71h", "knead both over left ankle", ["ML425 error"]),
        ("sprain left ankle 72h", "knead both over left ankle", ["ML425 warning"]),
        ("sprain left ankle 7 days", "knead both over left ankle", []),
        ("inflamed left elbow 3 weeks", "knead both over left elbow", ["ML425 error"]),
        ("inflamed left elbow", "knead both over left wrist", []),
        ("dvt left leg", "stroke both up left calf, light", ["ML431 error"]),
        ("dvt left calf", "stroke both up left thigh, light", ["ML431 error"]),  # all of the limb
        ("hip_replacement left", "yao their left hip with both hands", ["ML439 warning"]),
        ("hip_replacement left", "yao their right hip with both hands", []),
        ("knee_replacement left", "stroke both over left knee, light", []),
    ],
)
def test_work_at_a_place(told, line, codes):
    assert receiver(told, line) == codes


@pytest.mark.parametrize(
    ("told", "line", "codes"),
    [
        ("varicose_veins left_calf", "stroke both up left calf, firm", ["ML433 error"]),
        ("varicose_veins left_calf", "stroke both up left calf, pressure 3", ["ML433 error"]),
        ("varicose_veins left_calf", "stroke both up left calf, pressure 2.5", []),
        ("varicose_veins left_calf", "stroke both up right calf, firm", []),
        ("varicose_veins left_calf", "stroke both up left thigh, deep", []),  # nearer to the heart
        ("varicose_veins left_calf", "press thumbs on left sole, deep", ["ML433 warning"]),
        ("varicose_veins left_calf", "press thumbs on left sole, medium", []),
        ("varicose_veins left_calf", "stroke both up left leg, firm", ["ML433 warning"]),
        ("varicose_veins left_calf", "stroke both up left leg, firm, light on calf", []),
        ("varicose_veins left_calf", "tap both over left calf, very light", ["ML433 error"]),
        ("varicose_veins", "stroke both up right thigh, firm", ["ML433 error"]),
        ("varicose_veins", "knead both over left upper_arm, firm", []),
        ("varicose_veins left_calf", "press thumbs on left calf", ["ML433 warning"]),  # firm by itself
    ],
)
def test_veins(told, line, codes):
    assert receiver(told, line) == codes


# ── pressure ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "line", "codes"),
    [
        ("anticoagulants", "stroke both up back, pressure 2", []),
        ("anticoagulants", "stroke both up back, pressure 3", ["ML432 warning"]),
        ("anticoagulants", "stroke both up back, pressure 4", ["ML432 error"]),
        ("anticoagulants", "stroke elbow of right hand up back, medium", ["ML432 error"]),  # an elbow is deep at 3
        ("bleeding_disorder", "press percussion_device on left thigh, light", ["ML432 error"]),
        ("anticoagulants", "pull both on left foot, sharp", ["ML432 warning"]),
        ("anticoagulants", "pull both on left foot", []),
        ("osteoporosis", "stroke both up back, pressure 2.5", []),
        ("osteoporosis", "stroke both up back, medium", ["ML434 error"]),
        ("osteoporosis", "stroke both up back, light to firm", ["ML434 error"]),
        ("osteoporosis", "stroke both up back, firm up, light down", ["ML434 error"]),
        ("osteoporosis", "hack both over thigh", ["ML434 error"]),
        ("osteoporosis", "tap fingertips over forehead, very light", ["ML434 warning"]),
        ("osteoporosis", "press thumbs on left buttock", ["ML434 warning"]),
        ("osteoporosis", "press thumbs on left buttock, light", []),
        ("osteoporosis", "bend their left knee with both hands, slow", []),
        ("osteoporosis", "bend their left knee with both hands, sharp", ["ML434 error"]),
        ("neuropathy", "stroke both up left calf, firm", []),
        ("diabetes", "stroke both up left calf, deep", ["ML435 error"]),
        ("neuropathy feet", "stroke both up left calf, deep", []),
        ("neuropathy feet", "press thumbs on left sole, deep", ["ML435 error"]),
        ("neuropathy", "place 2 hot_stones on back", ["ML435 error"]),
        ("neuropathy", "place 2 stones on back", []),
        ("multiple_sclerosis", "place 2 hot_stones on back", ["ML441 info", "ML441 info"]),
        ("chemotherapy", "stroke both up back, medium", ["ML437 warning"]),
        ("chemotherapy", "stroke both up back, pressure 2", []),
        ("child 8 years", "stroke both up back, pressure 2", []),
        ("child 8 years", "stroke both up back, moderate", ["ML442 warning"]),
        ("infant", "knead both over left thigh", []),  # no pressure is written
        ("infant", "hack both over back", ["ML442 warning"]),
        ("infant", "tap fingertips over back", []),
        ("child", "pai both over back", []),
        ("teenager", "stroke both up back, firm", []),
        ("elder", "stroke both up back, pressure 2.5", []),
        ("thin_skin", "stroke both up back, medium", ["ML443 warning"]),
        ("adult", "stroke both up back, firm", []),
    ],
)
def test_pressure(told, line, codes):
    assert receiver(told, line) == codes


def test_frail_skin_wants_a_lubricant_in_a_whole_routine():
    lines = ['routine "Arms"', "receiver: elder", "stroke both up left forearm, light"]
    assert found("\n".join(lines)) == ["ML443 warning"]
    assert found("\n".join([*lines[:2], "apply oil over left forearm", lines[2]])) == []
    assert found("\n".join([*lines[:2], 'needs: "hand lotion"', lines[2]])) == []
    assert found("\n".join(lines[1:])) == []


# ── pregnancy ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "line", "codes"),
    [
        ("supine, pregnant 19 weeks", "stroke both up left forearm, light", []),
        ("supine, pregnant 20 weeks", "stroke both up left forearm, light", ["ML451 error"]),
        ("supine, pregnant", "stroke both up left forearm, light", ["ML451 warning"]),
        ("semi_reclined, pregnant 30 weeks", "stroke both up left forearm, light", []),
        ("supine, pregnant 30 weeks", "place pillow under right hip", []),
        ("supine, pregnant 30 weeks", "place pillow under head", ["ML451 error"]),
        ("prone, pregnant 14 weeks", "stroke both up back, light", ["ML452 warning"]),
        ("prone, pregnant 14 weeks", "place bolster under chest", []),
        ("prone, pregnant 22 weeks", "place bolster under chest", ["ML452 warning"]),
        ("prone, pregnant 26 weeks", "stroke both up back, light", ["ML452 warning"]),
        ("prone, pregnant 27 weeks", "stroke both up back, light", ["ML452 error"]),
        ("seated_massage_chair, pregnant 27 weeks", "stroke both up back, light", []),
        ("side_lying, pregnant 27 weeks", "receiver turns supine", ["ML451 error"]),
        ("side_lying, pregnant 27 weeks", "receiver lies on back", ["ML451 error"]),
        ("supine, pregnant 10 weeks", "stroke both up left forearm, light", ["ML450 warning"]),
        ("side_lying, pregnant 24 weeks", "stroke both up left calf, firm", []),
        ("side_lying, pregnant 24 weeks", "stroke both up left calf, pressure 4", ["ML453 error"]),
        ("side_lying, pregnant 24 weeks", "press thumbs on left calf, medium, stacked", ["ML453 error"]),
        ("side_lying, pregnant 24 weeks", "press thumbs on left sole, deep", []),
        ("side_lying, pregnant 24 weeks", "hack both over left thigh", ["ML453 error"]),
        ("side_lying, pregnant 24 weeks", "hack both over upper_back", ["ML455 warning"]),
        ("side_lying, pregnant 24 weeks", "stroke both up left forearm, deep", []),
        ("side_lying, pregnant 24 weeks", "stroke both over abdomen, light", []),
        ("side_lying, pregnant 24 weeks", "stroke both over abdomen, pressure 2", ["ML454 error"]),
        ("side_lying, pregnant 24 weeks", "stroke both over abdomen", ["ML454 warning"]),
        ("side_lying, pregnant 24 weeks", "hold both on abdomen", []),
        ("side_lying, pregnant 24 weeks", "knead both over waist, medium", []),
        ("side_lying, pregnant 24 weeks", "shake both over lower_back, vigorous", ["ML455 warning"]),
        ("side_lying, pregnant 24 weeks", "rock both on lower_back, gentle", []),
        ("side_lying, pregnant 24 weeks", "shake both over left calf, vigorous", []),
        ("side_lying, pregnant 24 weeks", "press thumb of right hand on left gb21, light", ["ML456 error"]),
        ("side_lying, pregnant 24 weeks", "hold thumb of right hand on right li4", ["ML456 error"]),
        ("side_lying, pregnant 24 weeks", "press thumbs on right uterus_reflex, light", ["ML456 error"]),
        ("side_lying, pregnant 24 weeks", "stroke right over left gb21, light", []),
        ("side_lying, pregnant 24 weeks", "knead both over upper_trapezius", []),
        ("side_lying, pregnant 24 weeks", "press thumbs on sacrum, light", ["ML456 warning"]),
        ("side_lying, pregnant 24 weeks", "press palms on sacrum, light", []),
        ("side_lying, pregnant 24 weeks", "place hot_stone on upper_back", ["ML457 error"]),
        ("side_lying, pregnant 24 weeks", "place hot_pack on lower_back", ["ML457 error"]),
        ("side_lying, pregnant 24 weeks", "place hot_pack on left foot", []),
        ("side_lying, pregnant 24 weeks", "place stone on upper_back", []),
        ("menstruation", "shake both over lower_back, vigorous", ["ML455 warning"]),
        ("menstruation", "hack both over upper_back", []),
        ("dog, pregnant", "stroke both over abdomen, medium", []),
    ],
)
def test_pregnancy(told, line, codes):
    assert receiver(told, line) == codes


# ── avoid ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("avoid", "line", "codes"),
    [
        ("left knee", "knead both over left knee", ["ML460 error"]),
        ("left knee", "knead both over right knee", []),
        ("left_knee, face", "hand on forehead", ["ML460 error"]),
        ("knee", "stroke both up leg, light", ["ML460 warning"]),
        ("knee", "stroke both up leg, light, except knee", []),
        ("abdomen", "place pillow under abdomen", []),
        ("percussion", "hack both over left thigh", ["ML460 error"]),
        ("percussion", "knead both over left thigh", []),
        ("hot_stone", "place hot_stone on sacrum", ["ML460 error"]),
        ('"the old scar"', "knead both over left knee", []),
    ],
)
def test_what_is_avoided(avoid, line, codes):
    assert found(f"avoid: {avoid}\n{line}") == codes


def test_a_step_avoids_only_in_itself():
    text = 'step "A"\navoid: left knee\nknead both over left knee\nstep "B"\nknead both over left knee'
    assert found(text) == ["ML460 error"]
    text = 'section "S"\navoid: left knee\nstep "A"\nknead both over left knee\nsection "T"\nknead both over left knee'
    assert found(text) == ["ML460 error"]


def test_a_word_to_avoid_that_is_not_known_is_found():
    (one,) = check("avoid: left knee, inner_ankel\nhold both on back\n").diagnostics
    assert (one.code, one.source.text[one.span.start : one.span.end]) == ("ML102", "inner_ankel")
    assert one.hint == "Did you mean `inner_ankle`?"
    (one,) = check("avoid: dragons\nhold both on back\n").diagnostics
    assert 'quotation marks: `"dragons"`' in one.hint


# ── comfort and tempo ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("press thumbs on left buttock, pressure 7 of 10", []),
        ("press thumbs on left buttock, pressure 8 of 10", ["ML461 warning"]),
        ("knead both over left buttock, pressure 8 of 10", ["ML461 error"]),
        ("press thumbs on left buttock, pressure 6-8 of 10", ["ML461 warning"]),
        ("press thumbs on left buttock, pressure 10 of 10", ["ML461 error"]),
        ("knead both over left buttock, pressure 5", ["ML461 warning"]),
        ("knead both over left buttock, maximum", ["ML461 warning"]),
        ("receiver: strong\nknead both over left buttock, maximum", []),
        ("receiver: athlete\nknead both over left buttock, pressure 5", []),
        ("knead both over left buttock, pressure 4.5", []),
        ("stroke both up left thigh, deep, brisk", ["ML462 warning"]),
        ("stroke both up left thigh, deep, slow", []),
        ("stroke both up left thigh, firm, brisk", []),
        ("stroke elbow of right hand up left thigh, medium, quick", ["ML462 warning"]),
        ("stroke both up left thigh, deep, 30cm/s", ["ML462 warning"]),
        ("stroke both up left thigh, deep, 10cm/s", []),
        ("saw both over left thigh, strong, quick", []),
        ("beat both over left thigh, heavy, quick", []),
    ],
)
def test_comfort_and_tempo(text, codes):
    assert found(text) == codes


# ── today's receiver ──────────────────────────────────────────────────────────────────────────────────────────────

HOUSE = 'routine "House"\nreceiver: prone\nstroke both up left calf, deep\n'


@pytest.mark.parametrize("told", ["pregnancy 24 weeks", "pregnant 24 weeks", "24 weeks pregnant", "expecting 24 weeks"])
def test_a_house_routine_for_todays_receiver(told):
    assert found(HOUSE) == []
    assert found(HOUSE, told) == ["ML452 warning", "ML453 error"]


def test_todays_words_are_added_to_those_of_the_file():
    text = 'routine "House"\nreceiver: prone, pregnant\nstroke both up back, light\n'
    assert found(text, "24 weeks pregnant, fever") == ["ML430 error", "ML452 warning"]


def test_todays_words_stand_at_the_receiver_or_the_title_or_the_first_line():
    for text, place in [
        (HOUSE, "receiver: prone"),
        ('routine "House"\nhold both on back\n', 'routine "House"'),
        ("\nhold both on back\n", "hold both on back"),
    ]:
        (one,) = [one for one in check(text, receiver="fever").diagnostics if one.code == "ML430"]
        assert text[one.span.start : one.span.end] == place
        assert "Today's `receiver` says `fever`" in one.message


@pytest.mark.parametrize("told", ["dragon", "24w", "knee", "prone: x", "varicose_viens left calf"])
def test_words_for_todays_receiver_that_are_not_known_are_one_line(told):
    with pytest.raises(ReceiverError) as error:
        massagelang.check(HOUSE, receiver=told)
    assert "\n" not in str(error.value)


def test_nothing_in_the_file_at_all():
    assert found("", "fever") == ["ML430 error"]


# ── what is told ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_time_alone_belongs_to_what_stands_before_it():
    assert receiver("supine, pregnant, 24 weeks", "stroke both up left forearm, light") == ["ML451 error"]


@pytest.mark.parametrize("told", ["supine, pregnant 24", "supine, 24 weeks pregnant", "supine 24 weeks pregnant"])
def test_weeks_are_not_lost(told):
    assert receiver(told, "stroke both up left forearm, light") == ["ML451 error"]


@pytest.mark.parametrize("told", ["supine 24 weeks", "pregnant 24 26 weeks", "supine, pregnant 24 weeks 3"])
def test_numbers_that_belong_to_nothing_are_found(told):
    assert check(f"receiver: {told}\nhold both on left arm\n").diagnostics[0].code == "ML141"


def test_the_command_says_what_it_cannot_read_in_one_line():
    def mass(*arguments):
        return CliRunner().invoke(main, [*arguments], input=HOUSE)

    assert mass("check", "-").exit_code == 0
    for told in ("pregnancy 24 weeks", "fever"):
        assert mass("check", "-", "--receiver", told).exit_code == 1
    wrong = mass("check", "-", "--receiver", "dragon")
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith("error: --receiver: I do not know the word `dragon` for a receiver.")
    assert wrong.stderr.count("\n") == 1
    assert mass("check", "-", "--fix", "--receiver", "fever").exit_code == 2


def test_a_place_without_what_is_the_matter_asks_for_it():
    (one,) = check("receiver: prone, left knee\nhold both on back\n").diagnostics
    assert (one.code, one.hint) == (
        "ML141",
        "Say first what is the matter there: `recent_surgery left knee`.",
    )
    (one,) = check("receiver: fever dragons\nhold both on back\n").diagnostics
    assert (one.code, one.source.text[one.span.start : one.span.end]) == ("ML141", "dragons")


def test_the_position_after_what_a_receiver_does():
    for line, position in [
        ("receiver turns onto side", "side_lying"),
        ("receiver lies on left side_of_body", "side_lying"),
        ("receiver turns onto back", "supine"),
        ("receiver sits", "seated"),
        ("receiver turns their head", "prone"),
    ]:
        plan = check(f"receiver: prone\n{line}\nhold both on left arm\n").plan
        assert [act.before.posture for act in plan.acts()][-1] == position, line
