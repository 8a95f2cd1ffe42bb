"""What teachers do on purpose and a checker must not scold: hands, time, flow and style are silent about it all."""

import pytest

from massagelang.pipeline import check

NOT_FLAGGED = {
    "feathering as a close": """
        routine "Quiet back"
        receiver: prone
        lubricant: oil
        hold both on back for 3 breaths
        stroke both up back, slow; repeat 3
        knead both over upper_back, medium, for 1min
        feather both down back, slow; repeat 3
        hands off
        cover back
        """,
    "percussion early in tui na": """
        routine "Tui na for tired shoulders"
        receiver: seated
        giver: standing
        skin: clothed
        pai palms over shoulders, light, for 30s
        gun back of right hand over upper_trapezius, 140/min, for 3min
        na both on shoulders, 10 times
        ji edge of right hand on shoulders, light, for 20s
        """,
    "percussion early before a race": """
        routine "Pre-event legs"
        receiver: prone
        lubricant: oil
        hack both over calves, light, for 20s
        shake both on calves, quick, for 30s
        rub both over thighs, brisk, for 1min
        beat fists on buttocks, light, for 20s
        """,
    "there and back in Thai massage": """
        routine "Thai massage for the legs"
        receiver: floor_supine
        giver: kneeling
        skin: clothed
        press palms on feet, alternating, with body_weight, 6 times
        press palms up legs, walking, with body_weight; return; repeat 2
        press thumbs up inner_edge of shins, walking; press thumbs down inner_edge of shins, walking
        squeeze both from thighs down legs to feet, medium
        hold both on feet for 3 breaths
        """,
    "a dog": """
        routine "An old dog"
        receiver: dog, side_lying
        giver: cross_legged
        hand on left shoulder
        stroke right hand from withers along topline to croup, slow; repeat 5
        stroke left hand along left side, light; repeat other side
        receiver turns onto right side_of_body
        receiver turns onto left side_of_body
        receiver turns onto right side_of_body
        receiver turns onto left side_of_body
        squeeze right from top of left foreleg down left foreleg to left front_paw, light; repeat other side
        stroke both along topline, slow
        """,
    "both hands at work": """
        routine "Both hands"
        receiver: prone
        lubricant: oil
        throughout: contact
        hold both on back for 3 breaths
        stroke both up back, hand_over_hand, slow, for 1min
        together { stroke left up left_side; stroke right down right_side }
        together { hold left on sacrum; circle right palm on upper_back, slow, for 30s }
        wring both over lower_back, rhythmic, for 30s
        stroke both down back, light
        """,
    "hands by turns": """
        routine "By turns"
        receiver: prone
        lubricant: oil
        hold both on right leg for 3 breaths
        stroke right up right leg; stroke left up right leg; repeat 4
        stroke right up left leg; stroke left up left leg; repeat 4
        hold both on left leg for 3 breaths
        """,
    "a baby": """
        routine "Baby's legs"
        receiver: supine, infant
        giver: long_sitting
        lubricant: vegetable_oil
        hold left on right ankle; stroke right from hip along right leg to ankle, gentle, slow; repeat other side
        squeeze both from thighs down legs to feet, gentle
        knead thumbs on soles, light
        stroke right hand down abdomen, light
        roll palms from knees to ankles, gentle, quick, 5 times
        stroke both down legs, feather
        """,
    "one side on purpose": """
        routine "The left shoulder"
        receiver: side_lying right
        lubricant: oil
        hold both on left shoulder for 3 breaths
        stroke both over left shoulder, slow, for 1min
        knead both over left shoulder, medium, for 2min
        stroke both over left shoulder, light, for 1min
        """,
    "acupressure on points": """
        routine "Points for a headache"
        receiver: seated
        hold both on head for 3 breaths
        press thumbs on gb20, gradual, for 1min
        press right thumb on left li4, gradual, for 1min
        press right thumb on yintang, light, for 1min
        hold both on head for 3 breaths
        """,
    "self-massage": """
        routine "At your desk"
        receiver: seated
        giver: self
        skin: clothed
        right palm on left shoulder
        squeeze right over left shoulder, light, for 30s
        stroke right from left shoulder down left arm to wrist; repeat 3
        left palm on right shoulder
        squeeze left over right shoulder, light, for 30s
        stroke left from right shoulder down right arm to wrist; repeat 3
        giver shakes your hands
        """,
    "a chair in an office": """
        routine "Chair massage"
        receiver: seated_massage_chair
        giver: standing
        both hands on shoulders
        compress palms beside spine, alternating, medium, for 2min, moving from upper_back to waist
        knead both over upper_trapezius, medium, for 2min
        hack both over upper_back, light, for 30s
        rake fingers down back, light; repeat 3
        """,
    "a pillow under the head stays": """
        routine "Face up"
        receiver: supine
        lubricant: oil
        place pillow under head
        place bolster under knees
        hold both on head for 3 breaths
        stroke both over chest, slow; repeat 3
        stroke both down arms, slow; repeat 3
        """,
    "a long rest on a wide place": """
        routine "Rest"
        receiver: supine
        hold both on abdomen for 5min
        hold both on head for 5min
        hold both on feet for 5min
        """,
}


@pytest.mark.parametrize("what", NOT_FLAGGED)
def test_silence(what):
    text = "\n".join(line.strip() for line in NOT_FLAGGED[what].strip().splitlines()) + "\n"
    found = [f"{one.code} {one.message}" for one in check(text).diagnostics if one.code[:3] != "ML4"]
    assert found == []


def test_each_of_them_is_a_whole_routine():
    from massagelang.rules.course import course_of

    for what, text in NOT_FLAGGED.items():
        assert course_of(check("\n".join(map(str.strip, text.strip().splitlines())) + "\n").plan).is_whole, what
