"""Rules of hands and of time at their limits: what is just found, and what just is not."""

import pytest

from massagelang.pipeline import check


def found(text, code):
    """The words that findings of a code underline."""
    diagnostics = [one for one in check(text).diagnostics if one.code == code]
    return [one.source.text[one.span.start : one.span.end] for one in diagnostics]


def message(text, code):
    (only,) = [one.message for one in check(text).diagnostics if one.code == code]
    return only


# ── ML203: a support hand ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "stroke right up right_side, slow\n",
        "knead right hand on right calf, firm\n",
        "circular_friction right thumb beside spine\n",
        "receiver: horse\nstroke right hand along right side, slow\n",
        "hold both on back\nhands off\nstroke right up right_side\n",  # both have left: that is no word about one hand
        "hand left off\nhand left on back\nhand left off\nstroke left up back\n",  # it is the left one that is free
    ],
)
def test_one_hand_without_support(text):
    assert found(text, "ML203") == [text.rstrip("\n").split("\n")[-1]]


@pytest.mark.parametrize(
    "text",
    [
        "hand left on sacrum\nstroke right up right_side\n",
        "stroke both up back\n",
        "hand left off\nstroke right up right_side\n",
        "together { stroke right up right_side; stroke left down left_side }\n",
        "stroke right up right leg; stroke left up right leg; repeat 4\n",
        "stroke right up right leg, alternating\n",
        "stroke right thumb on forehead\n",
        "stroke right thumb over left palm\n",
        "circle right thumb on left sole\n",
        "circle right palm clockwise on abdomen\n",
        "circular_friction right thumb on right gb21\n",
        "gun right hand over upper_trapezius\n",
        'routine "Tui na at noon"\nstroke right palm down back\n',
        "giver: self\nstroke right up left arm\n",
        "receiver: infant\nstroke right up right leg\n",
        "receiver: dog\nstroke right hand along left side\n",
        "stroke up right_side\n",
    ],
)
def test_one_hand_where_that_is_usual(text):
    assert found(text, "ML203") == []


# ── ML204, ML205: contact ─────────────────────────────────────────────────────────────────────────────────────────

PROMISED = "throughout: contact\n"


def test_the_gap_is_told_by_the_clock():
    text = PROMISED + "hold both on back for 2min\nhands off\npause 30s\nhold both on back for 5s\n"
    # The hands come to the back in 1.5 s, hold for 120 s, and are off after another second.
    assert message(text, "ML204") == "From 2:02 to 2:32 no hand is on the body, but contact was to be kept throughout."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hold both on back\nhands off\ncover back\n", []),  # after the last touch
        ("hack both over buttocks\nstroke both over buttocks\n", []),
        ("hands on back\nhand left off\nhand left on left leg\n", []),
        ("repeat 3 times { hold both on back for 5s; hands off }\nhold both on back\n", ["hands off"]),
    ],
)
def test_contact_is_lost_once_for_each_place_where_it_is(text, words):
    assert found(PROMISED + text, "ML204") == words


def test_a_step_may_promise_contact_for_itself():
    lost = "hold both on back\nhands off\nhold both on right foot\n"
    assert found(f'step "A"\n{PROMISED}{lost}', "ML204") == ["hands off"]
    assert found(f'step "A"\n{lost}step "B"\n{PROMISED}hold both on back\n', "ML204") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hold both on right foot\nhold both on left foot\n", ["hold both on left foot"]),
        ("hold both on sacrum\nstroke both over shoulders\n", ["stroke both over shoulders"]),
        ("hold both on right foot\nhand on left foot\nhold both on left foot\n", []),
        ("hold both on sacrum\nstroke both up back\n", []),
        ("hold both on right calf\nknead both on right thigh\n", []),
        ("stroke both from right ankle up right leg to gluteal_fold; repeat 3\n", []),
    ],
)
def test_both_hands_go_far_at_once(text, words):
    assert found(PROMISED + text, "ML205") == words
    assert found(text, "ML205") == []


# ── ML206, ML207: tools and hands ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hack elbows over upper_back\n", ["elbows"]),
        ("pick_up forearms over right thigh\n", ["forearms"]),
        ("cup fists over right thigh\n", ["fists"]),
        ("wring both over right thigh with elbows\n", []),  # the hands are there
        ("thumb_press both elbows on gb20\n", ["elbows"]),
        ("skin_roll hot_stones over upper_back\n", ["hot_stones"]),
        ("knead forearms over back\n", []),
        ("knead thumb and fingertips of right hand up back_of_neck\n", []),
        ("beat fists on buttocks\n", []),
        ("squeeze fingers and heel of left hand on right shoulder\n", []),
        ("thumb_press both on gb20\n", []),
        ("press elbow on right piriformis\n", []),
        ("hack both over upper_back\n", []),
    ],
)
def test_a_tool_that_cannot(text, words):
    assert found(text, "ML206") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lift their right leg with both hands\nknead both on back\n", ["knead both on back"]),
        ("lift their right foot with left hand\nstroke both down right calf\n", ["stroke both down right calf"]),
        ("together { lift their right leg with left hand; knead both on right calf }\n", ["knead both on right calf"]),
        ("together { hold left on back; knead both on lower_back }\n", ["knead both on lower_back"]),
        ("lift their right leg with both hands\nknead right on right calf\n", []),
        ("lift their right leg with both hands\nlower their right leg with both hands\nknead both on back\n", []),
        ("lift their right leg with both hands\nshake their right leg with both hands\n", []),
        ("lift their right leg with both hands\nshake both, loose\n", []),
        ("lift their right leg with both hands\nplace bolster under right ankle\nknead both on right calf\n", []),
        ("lift their head with both hands\nhands off\nknead both on shoulders\n", []),
        ("together { hold left on right heel; rotate their right ankle with right hand }\n", []),
        ("together { squeeze thumbs and fingertips over lower_back; push both toward each_other }\n", []),
    ],
)
def test_three_hands(text, words):
    assert found(text, "ML207") == words


# ── ML208, ML209: things ──────────────────────────────────────────────────────────────────────────────────────────

BEFORE, AFTER = 'routine "Stones"\nhold both on back\nstroke both up back\n', "stroke both down back\n"
STONE = "place hot_stone on sacrum\n"


@pytest.mark.parametrize(
    ("between", "is_found"),
    [
        (STONE, True),
        (STONE + "remove hot_stone\n", False),
        (STONE + "remove stones\n", False),
        (STONE + "remove hot_stone from sacrum\n", False),
        (STONE + "remove hot_stone from upper_back\n", True),
        ("place 2 hot_stones along spine\nplace hot_stone on sacrum\nremove hot_stones, except sacrum\n", True),
        (STONE + "receiver turns supine\nremove hot_stone\n", True),
        ("place bolster under ankles\n", False),
        ("place bolster over ankles\n", True),
        ("place towel on back\n", False),
        ("place hot_pack on lower_back\n", True),
    ],
)
def test_a_thing_is_left_behind(between, is_found):
    words = STONE.strip() if "sacrum\n" in between else between.strip()
    assert found(BEFORE + between + AFTER, "ML208") == ([words] if is_found else [])


def test_a_stone_stays_in_a_snippet_but_not_when_they_turn():
    assert found(STONE, "ML208") == []
    assert found(STONE + "receiver turns supine\n", "ML208") == [STONE.strip()]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("lift their right leg with both hands\napply oil over right calf\n", True),
        ("lift their right leg with both hands\nhold both for 10s\napply oil over right calf\n", True),
        ("cradle both under head\napply oil over chest\n", True),
        ("turn their head with both hands\napply oil over chest\n", True),
        ("both hands under head\napply oil over chest\n", True),
        ("hold both on head\napply oil over chest\n", False),
        ("lift their right leg with left hand\napply oil over right calf\n", False),
        ("lift their head with both hands\nlower their head with both hands\napply oil over chest\n", False),
        ("lift their head with both hands\nhands off\napply oil over chest\n", False),
        ("together { hold left on sacrum; stroke right up right_side; apply oil over back }\n", True),
        (PROMISED + "hold both on back\napply oil on your palms\n", True),
        (PROMISED + "hold both on back\napply oil over back\n", False),  # one hand pours, the other stays
        (PROMISED + "hold both on back\nhand left off\napply oil on your palms\n", False),
        (PROMISED + "hold both on back\nhand on sacrum\napply oil on your palms\n", False),
        ("hold both on back\napply oil on your palms\n", False),
        (PROMISED + "apply oil on your palms\nhold both on back\n", False),
    ],
)
def test_oil_is_wanted_while_both_hands_must_stay(text, is_found):
    assert bool(found(text, "ML209")) == is_found


# ── ML302, ML307, ML308: time ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ('step "A" for 10min\nhold both on back for 1min\n', "warning"),
        ('step "A" for 10min\nstroke both from sacrum to c7\n', "info"),
        ('step "A" for 10min\nhold both on back for 1min\nstroke both from sacrum to c7\n', "info"),
    ],
)
def test_what_is_not_filled_weighs_less_where_times_are_estimates(text, severity):
    assert [one.severity.value for one in check(text).diagnostics if one.code == "ML302"] == [severity]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hack both over buttocks, 1200/min\n", ["1200/min"]),  # 20 a second
        ("hack both over buttocks, 600/min\n", []),  # 10 a second
        ("hack both over buttocks, 100 times, for 5s\n", ["for 5s"]),  # 20 a second
        ("stroke both up right leg, 200/min\n", ["200/min"]),  # 90 cm, 3.3 times a second: 300 cm/s
        ("stroke both up right leg, 40/min\n", []),
        ("stroke both from sacrum up back to c7, 250cm/s\n", ["250cm/s"]),
        ("stroke both from sacrum up back to c7, 3 times, for 2h\n", ["for 2h"]),  # 0.02 cm/s
        ("stroke both from sacrum up back to c7 for 20min\n", []),  # again and again
        ("tui thumbs from c7 to right acromion, 300/min\n", []),
        ("vibrate percussion_device on right calf, 2400/min\n", []),
    ],
)
def test_a_tempo_beyond_what_a_hand_can_do(text, words):
    assert found(text, "ML307") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("press thumbs on gb20 for 150s\n", ["for 150s"]),
        ("press thumbs on gb20 for 2min\n", []),
        ("press elbow on right piriformis for 3min\n", ["for 3min"]),
        ("hold thumb on right li4 for at least 3min\n", ["for at least 3min"]),
        ("press right thumb on right li4 and right li10 for 3min\n", []),  # half of it each
        ("press right thumb on right li4 and right li10 for 3min each\n", ["for 3min each"]),
        ("press thumbs beside spine for 5min, moving up back\n", []),
        ("hold both on sacrum for 5min\n", []),
        ("press palms on back for 3min\n", []),
        ("rou thumb on right gb20 for 5min\n", []),  # kneading, not pressing
    ],
)
def test_a_long_hold_on_a_point(text, words):
    assert found(text, "ML308") == words
