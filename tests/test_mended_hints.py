"""Hints that people who wrote their first guide were given wrongly: a line, and what its finding says to do."""

import pytest

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
