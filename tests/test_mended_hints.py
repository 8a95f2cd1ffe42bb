"""Hints that people who wrote their first guide were given wrongly: a line, and what its finding says to do."""

import pytest

import massagelang
from massagelang.pipeline import check


def hints(text):
    return [(one.code, one.hint) for one in check(text + "\n").diagnostics]


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("pull their right leg backward with right hand", "hold left on right hip"),
        ("rotate their left ankle clockwise with left hand", "hold right on left lower_leg"),
        ("bend their right knee with one hand", "hold other on right thigh"),
        ("rotate their left arm forward with right hand", "hold left on left shoulder"),
        ("turn their head to left with right hand", "hold left on neck"),
    ],
)
def test_a_hand_steadies_what_is_moved_near_its_joint(line, mend):
    ((code, hint),) = hints(line)
    assert code == "ML422"
    assert f"`{mend}`" in hint


def test_a_far_side_is_done_again_from_across():
    backs = 'routine "Backs"\nreceiver: prone\ngiver: at right side\nlubricant: oil\nhold both on back\n'
    ((code, hint),) = hints(f"{backs}stroke both up back, light\npull both up far side, 4 times\nstroke both down back")
    assert code == "ML501"
    assert "`giver moves to left side`" in hint


def test_turns_of_a_guide_that_is_done_leg_by_leg():
    head = 'routine "Legs"\nreceiver: prone\nlubricant: oil\nhold both on feet for 3 breaths\n'
    back = 'step "Back"\nreceiver turns prone\nstroke both up leg\n'
    front = 'step "Front"\nreceiver turns supine\nstroke both up leg\n'
    end = 'section "End"\nstep "Close"\nhold both on feet for 3 breaths'
    found = dict(hints(f'{head}section "A leg", both sides\n{back}{front}{end}'))
    assert "Write `both sides` on each step instead" in found["ML507"]


@pytest.mark.parametrize(
    ("line", "code", "mend"),
    [
        ("press thumbs along groove", "ML102", "`lamina_groove`"),
        ("hold both on left instep", "ML102", "`arch` is the hollow below"),
        ("sweep both over whole right foot", "ML001", "`whole of right foot`"),
        ("lift their right arm overhead with both hands", "ML102", "`lift their right arm, overhead`"),
        ("giver half_kneels behind back", "ML108", "`giver kneels half_kneeling behind back`"),
        ("giver half_kneeling", "ML108", "`giver kneels half_kneeling behind back`"),
        ("giver lifts one knee", "ML108", "`giver lifts your knee`"),
        ("receiver straightens left leg", "ML108", "`receiver straightens their left leg`"),
        ("giver straddles thighs", "ML108", "`giver straddles their thighs`"),
        ("receiver lies, with left leg straight", "ML117", "`receiver straightens their left leg`"),
        ("wrap their left foot in towel", "ML103", "`with towel`"),
        ("stroke both across right arch, diagonal, in rows", "ML003", "before the first comma"),
        ("stroke both up right ball_of_foot in 5 strips", "ML001", "in 5 steps`"),
        ("move cushion under left knee", "ML104", "`remove cushion`"),
        ("place heel on your shoulder", "ML107", "`hold their heel on your shoulder`"),
        ("press both on right buttock, soft at first", "ML102", "`soft to firm`"),
        ("lift their straight leg with both hands", "ML001", "`their leg, kept_straight`"),
        ("lift their leg with both hands, with heel on your shoulder", "ML003", "`hold their heel on your shoulder`"),
        ("lift their arm with both hands, in line with right ear", "ML001", "over head to beside right ear`"),
        ("giver sits on stool, with feet at height of breastbone", "ML003", "or in a note"),
        ("receiver rolls over through back onto right side", "ML001", "Write `over back`."),
    ],
)
def test_what_first_users_wrote_is_told_once_and_in_the_form_of_the_notation(line, code, mend):
    ((found, hint),) = hints(line)
    assert found == code
    assert mend in hint


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("compare both over thighs", "Compare all over the thighs with both hands."),
        ("circle both over back, larger", "Circle both hands all over the back, with larger movements."),
        ("lift their right arm with both hands, overhead", "Lift the right arm overhead with both hands."),
        ("giver leans forward, from_hips", "Lean forward, moving from the hips."),
        ("giver sits at end of table", "Sit at the end of the table."),
        ("giver sits at end of couch", "Sit at the end of the couch."),
        ("giver stands at foot_end", "Stand at the foot end."),
        ("giver stands at head_end of bed", "Stand at the head end."),
    ],
)
def test_words_that_first_users_missed(line, says):
    assert massagelang.compile(f"{line}\n") == f"{says}\n"
