"""Prose reads as a teacher would say it: what is expected here was written before it came out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massagelang.pipeline import check
from massagelang.plan.events import events
from massagelang.render import markdown, text
from massagelang.render.words import Options, act_sentence, cue_text, hands_text, spoken_text

CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3"

EXAMPLE = """
mass 1
routine "Back massage"
receiver: prone
needs: "loose clothing that lifts easily"

step "Long strokes"
hand on sacrum; stroke other up right_side around shoulder, swift, smooth; return; repeat other side

step "Knuckle rolls", both sides
hold one hand on top of arm; knuckles of ring_finger and little_finger of other hand on top of arm
roll knuckles of ring_finger and little_finger of other hand away from you moving over upper_arm and shoulder,
  diagonal; return

step "Rock and compress"
thumbs and fingertips around erectors of lower_back
rock their body with both hands for about 30s, slow, still
together { squeeze both over lower_back; push both toward each_other }
hold for 5s

step "Forearm circles"
forearms on upper_back and lower_back, clasped
circle forearms counterclockwise over back, deep, with body_weight

step "Forearm rolls"
stance: "feet apart, weight even"
roll one forearm up and down back, brisk
roll other forearm up back

step "Stacked thumbs"
also: legs, feet
difficulty: practice
press thumbs beside near side of spine, stacked
stroke thumbs toward spine, stacked   why "strong, toning effect"
or stroke thumbs away from spine      why "relaxes taut muscles"

step "Skin rolling"
squeeze thumbs and sides of index_fingers on sacrum
repeat 3 times {
  roll thumbs and sides of index_fingers from sacrum up back to middle of back, walking; return
}
squeeze thumbs and sides of index_fingers on sacrum; pull both up, sharp; release both; repeat moving up back

step "Hacking"
hack both, palms_together, elbows_out, loud, moving from buttocks up back

step "Sawing", both sides
origin: "traditional Chinese massage"
hand on upper_back
saw edge of other hand up and down side of spine, strong, quick, with warming_oil
"""

STAGES = {
    "1. Long strokes": """
        Rest one hand on the sacrum. Stroke your other hand up the right side of the back and around the right shoulder,
        swiftly and smoothly. Glide back. Repeat on the left side.""",
    "2. Knuckle rolls": """
        Work on the right side first. Hold the top of the right arm with one hand. Rest the knuckles of the ring and
        little fingers of your other hand on the top of the right arm. Roll them diagonally away from you, working all
        over the right upper arm and shoulder. Roll back. Then repeat everything on the left side.""",
    "3. Rock and compress": """
        Place your thumbs and fingertips around the muscles along both sides of the spine in the lower back. Rock the
        body with both hands for about 30 seconds, slowly, keeping your hands still. Squeeze the flesh all over the
        lower back with both hands. At the same time, push both hands toward each other. Hold for 5 seconds.""",
    "4. Forearm circles": """
        Rest your forearms on the upper back and the lower back, one on each, with your hands loosely clasped. Circle
        your forearms counterclockwise all over the back, with deep pressure, using your body weight.""",
    "5. Forearm rolls": """
        Your stance: feet apart, weight even. Leave your forearms where they are. Roll one forearm up and down the back,
        briskly, keeping your other forearm still. Roll your other forearm up the back.""",
    "6. Stacked thumbs": """
        Press your thumbs just beside the spine, on the side nearest to you, with one on top of the other. Stroke your
        thumbs toward the spine, with one on top of the other. Why: strong, toning effect. Or stroke your thumbs away
        from the spine. Why: relaxes taut muscles. This can also be done on the legs and feet. This takes practice.""",
    "7. Skin rolling": """
        Squeeze the flesh on the sacrum between your thumbs and the sides of your index fingers. Begin at the
        sacrum. Roll the flesh up the back to its middle between your thumbs and the sides of your index fingers. Walk
        your thumbs forward. Glide back. Do all of this three times in all. Squeeze the flesh on the sacrum between
        your thumbs and the sides of your index fingers. Pull the flesh up with both hands, sharply. Let go with both
        hands. Repeat all the way up the back.""",
    "8. Hacking": """
        Hack with both hands, loudly, with your palms and fingertips pressed together and your elbows out to the sides.
        Work from the buttocks up the back.""",
    "9. Sawing": """
        This comes from traditional Chinese massage. Work on the right side first. Rest one hand on the upper back. Saw
        with the edge of your other hand up and down the right side of the spine, strongly and quickly. Use warming oil.
        Then repeat everything on the left side.""",
}


def told(program: str, **options: str) -> str:
    """The prose of a program as one line; what stands before the steps is left out."""
    return " ".join(text.render(check(program).plan, **options).split())


def sentences(prose: str) -> list[str]:
    return re.split(r"(?<=[.!?”])\s+(?=[A-Z“])", prose)


def test_the_card():
    assert told(CARD) == (
        "Rest your left hand on the sacrum. Stroke your right hand up the right side of the back to the right shoulder."
        " Do this three times in all."
    )


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_of_the_example(stage):
    prose = told(EXAMPLE)
    begin = prose.index(stage) + len(stage)
    following = list(STAGES).index(stage) + 1
    end = prose.index(list(STAGES)[following]) if following < len(STAGES) else len(prose)
    assert prose[begin:end].strip() == " ".join(STAGES[stage].split())


def test_the_beginning_of_the_example():
    assert text.render(check(EXAMPLE).plan).startswith(
        "Back massage\n============\n\nThis takes about 6 minutes.\n\n"
        "Your partner lies face down. You need: loose clothing that lifts easily.\n\n1. Long strokes\n\n"
    )


def test_the_example_is_whole_sentences_of_at_most_25_words():
    prose = text.render(check(EXAMPLE).plan)
    paragraphs = prose.split("\n\n")[2:]
    said = [one for block in paragraphs if not re.match(r"\d+\. ", block) for one in sentences(" ".join(block.split()))]
    assert len(said) > 30
    for one in said:
        assert one[0].isupper(), one
        assert one.endswith("."), one
        assert len(one.split()) <= 25, one
        assert not set("_{}") & set(one), one
    assert all(len(line) <= 80 for line in prose.splitlines())


SAYINGS = {
    # hands
    "stroke left up left_leg": "Stroke your left hand up the left leg.",
    "stroke one up one leg; stroke other up other leg": (
        "Stroke one hand up one leg. Stroke your other hand up the other leg."
    ),
    "stroke up back": "Stroke up the back.",
    "stroke left up back; stroke down back": "Stroke your left hand up the back. Stroke down the back.",
    "stroke heel and fingers of one hand up left leg": "Stroke the heel and fingers of one hand up the left leg.",
    "stroke pads of thumbs up back": "Stroke the pads of your thumbs up the back.",
    "press two fingers of left hand on sacrum": "Press two fingers of your left hand on the sacrum.",
    "press right elbow on right buttock": "Press your right elbow on the right buttock.",
    "hack edge of left hand over back": "Hack with the edge of your left hand all over the back.",
    "stroke left stone up back": "Stroke a stone in your left hand up the back.",
    "hands on shoulders": "Rest both hands on the shoulders, one on each.",
    "hands on both shoulders": "Rest both hands on both shoulders, one on each.",
    "hand left on sacrum; hand left off; hands off": (
        "Rest your left hand on the sacrum. Take your left hand off the body. Take both hands off the body."
    ),
    # sides of hands and places
    "stroke left up left_leg; repeat other side": "Stroke your left hand up the left leg. Repeat on the right side.",
    "stroke left up left_leg; repeat swapped": "Stroke your left hand up the left leg. Change hands and repeat.",
    "stroke left up left_leg; repeat mirrored": (
        "Stroke your left hand up the left leg. Change hands and repeat on the right side."
    ),
    "stroke one up left_leg; repeat mirrored": "Stroke one hand up the left leg. Repeat on the right side.",
    "stroke one up near leg; repeat other side": (
        "Stroke one hand up the leg nearest to you. Repeat on the side farthest from you."
    ),
    "hold left on right arm; stroke right up left_leg; repeat other side": (
        "Hold the right arm with your left hand. Stroke your right hand up the left leg."
        " Repeat with the sides exchanged."
    ),
    "stroke left up left_leg; repeat 3; repeat mirrored": (
        "Stroke your left hand up the left leg. Do this three times in all."
        " Change hands and repeat all of this on the right side."
    ),
    "both sides { stroke left up leg; knead both on calf }": (
        "Work on the right side first. Stroke your left hand up the right leg. Knead the right calf with both hands."
        " Then change hands and repeat everything on the left side."
    ),
    "both sides { one hand on left foot; stroke other up leg }": (
        "Work on the left side first. Rest one hand on the left foot. Stroke your other hand up the left leg."
        " Then repeat everything on the right side."
    ),
    "both sides same hands { stroke left up leg }": (
        "Work on the right side first. Stroke your left hand up the right leg."
        " Then repeat everything on the left side, with the same hands."
    ),
    "circle right clockwise on left shoulder; repeat other side": (
        "Circle your right hand clockwise on the left shoulder. Repeat on the right side, turning the other way."
    ),
    "circle right clockwise on left shoulder; repeat mirrored": (
        "Circle your right hand clockwise on the left shoulder."
        " Change hands and repeat on the right side, turning the other way."
    ),
    "circle right clockwise on left shoulder; repeat swapped": (
        "Circle your right hand clockwise on the left shoulder. Change hands and repeat."
    ),
    "both sides { circle both clockwise on shoulder }": (
        "Work on the right side first. Circle both hands clockwise on the right shoulder."
        " Then repeat everything on the left side, turning the other way."
    ),
    # places and paths
    "stroke both from under left ribs to below inner_ankle": (
        "Stroke both hands from under the left ribs to below the left inner ankle."
    ),
    "stroke both up right toes": "Stroke both hands up the right toes.",
    "stroke both from fingers to right wrist": "Stroke both hands from the right fingers to the right wrist.",
    "stroke both up soles of feet": "Stroke both hands up the soles of the feet.",
    "press both on sides": "Press both hands on the sides of the back.",
    "press both on both sides": "Press both hands on both sides of the back.",
    "hold both over eye_socket": "Hold both hands over both eye sockets.",
    "hands over eyes": "Rest both hands over the eye sockets.",
    "hold both on both hands": "Hold both of your partner's hands with both hands.",
    "hold left on right hand": "Hold your partner's right hand with your left hand.",
    "lift their hands with both hands": "Lift your partner's hands with both hands.",
    "stroke thumbs apart across palm": "Stroke your thumbs apart across the palms.",
    "stroke both sideways over back": "Stroke both hands sideways over the back.",
    "stroke both up outward back": "Stroke both hands diagonally up and outward over the back.",
    "stroke both up outward across palm": "Stroke both hands diagonally up and outward across the palms.",
    "stroke both up over back": "Stroke both hands up over the back.",
    "press both 2 fingers beside spine": "Press both hands two fingers' breadth beside the spine.",
    "stroke both up and outward forehead": "Stroke both hands diagonally up and outward over the forehead.",
    "circle fingertips clockwise abdomen in 7 steps": (
        "Circle the fingertips of one hand clockwise on the abdomen in seven steps."
    ),
    "stroke both over back, except spine": "Stroke both hands all over the back, leaving out the spine.",
    "stroke both in figure_eights over back": "Stroke both hands in figure eights all over the back.",
    "bend their left knee to 90 degrees": "Bend the left knee to 90 degrees.",
    "lift their left foot with both hands": "Lift the left foot with both hands.",
    "stroke right toward you": "Stroke your right hand toward you.",
    # counts
    "stroke both up back; repeat 2": "Stroke both hands up the back. Do this twice in all.",
    "stroke both up back; repeat 1": "Stroke both hands up the back. Do this once.",
    "stroke both up back; repeat 3-5": "Stroke both hands up the back. Do this three to five times in all.",
    "stroke both up back; repeat about 50": "Stroke both hands up the back. Do this about 50 times in all.",
    "stroke both up back; repeat several times": "Stroke both hands up the back. Do this several times in all.",
    "stroke both up back; repeat 3 more": (
        "Stroke both hands up the back. Then do this three times more, four times in all."
    ),
    "stroke both up back; repeat 1 more": "Stroke both hands up the back. Then do this once more, twice in all.",
    "repeat 3 times { stroke both up back; knead both on back }": (
        "Stroke both hands up the back. Knead the back with both hands. Do all of this three times in all."
    ),
    "hands on back; stroke both up back; return; repeat 2 more": (
        "Rest both hands on the back. Stroke both hands up the back. Glide back."
        " Then do all of this twice more, three times in all."
    ),
    "repeat 3 times { stroke both up back; return }": (
        "Stroke both hands up the back. Glide back. Do this three times in all."
    ),
    "stroke both up back; repeat 3, firmer each time": (
        "Stroke both hands up the back. Do this three times in all, more firmly each time."
    ),
    "stroke both up back; repeat moving up back": "Stroke both hands up the back. Repeat all the way up the back.",
    'stroke both up back; repeat until "it is warm"': "Stroke both hands up the back. Repeat this until it is warm.",
    "stroke both up back; repeat for 2min": "Stroke both hands up the back. Keep repeating this for 2 minutes.",
    "press both on back, 3 times, for 5s each": "Press both hands on the back three times for 5 seconds each time.",
    # times
    "hold both on back for 5 breaths": "Hold both hands on the back for five breaths.",
    "hold both on back for 1 breath": "Hold both hands on the back for one breath.",
    "hold both on back for a few minutes": "Hold both hands on the back for a few minutes.",
    "hold both on back for 1min30s": "Hold both hands on the back for 1 minute 30 seconds.",
    "hold both on back for 20-30s": "Hold both hands on the back for 20 to 30 seconds.",
    "hold both on back for 30s-1min": "Hold both hands on the back for 30 seconds to 1 minute.",
    "hold both on back for at least 30s": "Hold both hands on the back for at least 30 seconds.",
    "hold both on back for at most 2min": "Hold both hands on the back for at most 2 minutes.",
    "hold both on back for exactly 1s": "Hold both hands on the back for exactly 1 second.",
    "hold both on back for about 10-20s": "Hold both hands on the back for about 10 to 20 seconds.",
    "pause 10s; pause about 10s; pause 20-30s": (
        "Pause for 10 seconds. Pause for about 10 seconds. Then pause for 20 to 30 seconds."
    ),
    'wait; wait for 20s; wait until "the oil is warm"': (
        "Wait until you are ready. Wait for 20 seconds. Then wait until the oil is warm."
    ),
    "check 15:00 +- 30s": "By now, 15 minutes should have gone by, give or take 30 seconds.",
    # how
    "stroke both up back, very slow, light to deep": (
        "Stroke both hands up the back, very slowly, going from light to deep."
    ),
    "stroke both up back, light or medium": "Stroke both hands up the back, with light or medium pressure.",
    "press both on back, pressure 3": "Press both hands on the back, with pressure 3 of 5.",
    "press both on back, pressure 2-3": "Press both hands on the back, with pressure 2 to 3 of 5.",
    "press both on back, pressure 6 of 10": "Press both hands on the back, with pressure 6 of 10.",
    "press both on back, pressure 2 to 4": "Press both hands on the back, going from pressure 2 to 4 of 5.",
    "hack both over back, 40/min": "Hack with both hands all over the back, 40 times a minute.",
    "stroke both up back, 3cm/s, on exhale": (
        "Stroke both hands up the back, at 3 centimetres a second, as your partner breathes out."
    ),
    "stroke both up back without thumbs": "Stroke both hands up the back, without using your thumbs.",
    "stroke both up back, firm up, light down": "Stroke both hands up the back, firmly up, lightly down.",
    # at once, or, if
    "together { stroke left up left_leg; hold right on sacrum for 10s }": (
        "Stroke your left hand up the left leg. At the same time, hold your right hand on the sacrum for 10 seconds."
    ),
    "stroke left up back\nor stroke left down back\nor hack both over back": (
        "Stroke your left hand up the back. Or stroke your left hand down the back."
        " Or hack with both hands all over the back."
    ),
    "optional { tap both over back }": "If you like, tap with both hands all over the back.",
    'if "the calf is tight" { knead both on left calf }': "If the calf is tight, knead the left calf with both hands.",
    'whenever "the skin drags" { apply oil on your hands }': "Whenever the skin drags, apply oil on your hands.",
    "optional { stroke left up back; repeat 3 }": (
        "The following is optional. - Stroke your left hand up the back. Do this three times in all."
    ),
    "each toe { rotate it, 3 times; pull it }": ("For each toe in turn: rotate it three times. Pull it."),
    "each toe of left foot { pull it }": "For each toe of the left foot in turn: pull it.",
    "each toe except big_toe { pull it }": "For each toe except the big toe in turn: pull it.",
    "each foot { stroke both up it }": "For each foot in turn: stroke both hands up along it.",
    "each calf and thigh { knead both on it }": "For the calf and the thigh in turn: knead it with both hands.",
    "each toe of left foot { squeeze on tip of it; pull it }": (
        "For each toe of the left foot in turn: squeeze the flesh on its tip. Pull it."
    ),
    "each foot { press thumbs on ball of it }": "For each foot in turn: press your thumbs on the ball of the foot.",
    "each near toe { pull it }": "For each toe on the side nearest to you in turn: pull it.",
    "each toe { press thumbs on it; press thumbs on left big_toe }": (
        "For each toe in turn: press your thumbs on it. Press your thumbs on the left big toe."
    ),
    "each finger { each calf { press thumbs on it } }": (
        "Do the following for each finger in turn. For each calf in turn: press your thumbs on it."
    ),
    'each toe { say "breathe" }': "Do the following for each toe in turn. Say: “breathe”.",
    "each toe { pull it }; repeat 3": "For each toe in turn: pull it. Do all of this three times in all.",
    "each sacrum and back and neck and abdomen and chest and left shoulder { knead both on it; press both on it }": (
        "Do the following for the sacrum, the back, the neck, the abdomen, the chest and the left shoulder in turn."
        " Knead it with both hands. Press both hands on it."
    ),
    "each left calf and right thigh { pull it; repeat 2\npress thumbs on it }": (
        "Do the following for the left calf and the right thigh in turn. - Pull it. Do this twice in all."
        " - Press your thumbs on it."
    ),
    "define long_strokes(limb) { stroke both up limb; return }\ndo long_strokes(left_leg)": (
        "Stroke both hands up the left leg. Glide back."
    ),
    # things, people, words
    "apply oil over back; place stone on sacrum; remove stone; place towel under ankles": (
        "Apply oil all over the back. Place a stone on the sacrum. Remove the stone. Place a towel under the ankles."
    ),
    "cover legs; uncover back": "Cover the legs. Uncover the back.",
    "receiver turns supine; receiver inhales": "Ask your partner to turn face up. Ask your partner to breathe in.",
    "receiver bends their left knee toward chest": "Ask your partner to bend the left knee toward the chest.",
    "giver kneels beside left knee, facing head; giver straightens your left leg": (
        "Kneel beside the left knee, facing the head. Straighten your left leg."
    ),
    'say "breathe out"; ask "Is it all right?"': "Say: “breathe out”. Ask: “Is it all right?”",
    'note "watch the face."; caution "not on varicose veins"': "Note: watch the face. Caution: not on varicose veins.",
    'stroke left up back why "it calms"; repeat 3 note "no more"': (
        "Stroke your left hand up the back. Why: it calms. Do this three times in all. Note: no more."
    ),
}


@pytest.mark.parametrize("program", SAYINGS)
def test_a_saying(program):
    assert told(program) == SAYINGS[program]


TAILED = {
    "together { stroke left up left_leg; hold right on sacrum }": (
        "Stroke your left hand up the left leg and, at the same time, hold your right hand on the sacrum. {}"
    ),
    "both sides { stroke both up leg }": (
        "Work on the right side first. Stroke both hands up the right leg. Then repeat everything on the left side. {}"
    ),
    "optional { stroke both up back }": "If you like, stroke both hands up the back. {}",
    'if "it is tight" { stroke both up back }': "If it is tight, stroke both hands up the back. {}",
    'whenever "it drags" { stroke both up back }': "Whenever it drags, stroke both hands up the back. {}",
    "each toe { pull it }": "For each toe in turn: pull it. {}",
    "define long(limb) { stroke both up limb }\ndo long(left_leg)": "Stroke both hands up the left leg. {}",
    "hold both on back for 5s\ncheck 0:05": (
        "Hold both hands on the back for 5 seconds. By now, 5 seconds should have gone by. {}"
    ),
    "repeat 2 times { stroke both up back }": "Stroke both hands up the back. Do this twice in all. {}",
    "repeat 2 times { stroke both up back; repeat 3\nhack both over back }": (
        "Do the following twice in all. - Stroke both hands up the back. Do this three times in all."
        " - Hack with both hands all over the back. {}"
    ),
    "stroke both up back; repeat other side": "Stroke both hands up the back. Repeat on the other side. {}",
}


@pytest.mark.parametrize("program", TAILED)
def test_words_behind_a_part_are_told_after_it(program):
    assert told(f'{program} why "w" note "n" caution "c" say "s"') == TAILED[program].format(
        "Why: w. Note: n. Caution: c. Say: “s”."
    )


def test_what_looks_back_has_a_paragraph_of_its_own():
    prose = text.render(check("hand on sacrum\nstroke other up back; repeat 3\nhack both over back").plan)
    assert prose == (
        "Rest one hand on the sacrum.\n\nStroke your other hand up the back. Do this three times in all.\n\n"
        "Hack with both hands all over the back.\n"
    )


def test_what_belongs_together_is_set_in():
    program = "repeat 2 times {\nstroke left up back; repeat 3\nhack both over back\n}"
    assert text.render(check(program).plan) == (
        "Do the following twice in all.\n\n  - Stroke your left hand up the back. Do this three times in all.\n\n"
        "  - Hack with both hands all over the back.\n"
    )


def test_the_word_for_the_receiver():
    assert told("receiver turns prone", person="client") == "Ask your client to turn face down."


def test_headings_say_their_time_and_version():
    prose = told(
        'routine "R"\nsession: 50min within 1h\ngiver: self\nskin: bare\nthroughout: contact\n'
        'section "Back" for 10min\nstep "A" for about 5min, optional\nhold both on back\n'
        'step "B", variant "short"\nhold both on neck\n'
    )
    for said in (
        "The session lasts 50 minutes within 1 hour. You massage yourself. Work directly on the skin.",
        "Keep contact throughout.",
        "Back ---- Take 10 minutes for this. 1. A This step is optional. Take about 5 minutes for this.",
        "2. B Do this step only in the version “short”. Hold both hands on your neck.",
    ):
        assert said in prose


def test_a_session_tells_its_time_once():
    prose = told('routine "R"\nsession: 20min\nstep "A"\nhold both on back for 19min\n')
    assert prose == "R = The session lasts 20 minutes. 1. A Hold both hands on the back for 19 minutes."


def test_what_can_be_done_anywhere_is_said_so():
    prose = told('step "A"\nalso: body\nhold both on back\nstep "B"\nalso: legs\nhold both on back\n')
    assert "These moves can be used on any part of the body. 2." in prose
    assert prose.endswith("This can also be done on the legs.")


def test_the_forearm_that_rests_is_told_where_a_step_begins_with_the_other():
    placed = 'step "A"\nforearms on upper_back and lower_back\n'
    stays = "Leave your forearms where they are. Roll one forearm up the back, keeping your other forearm still."
    assert told(f'{placed}step "B"\nroll one forearm up back\n').endswith(f"2. B {stays}")
    assert stays not in told(f"{placed}roll one forearm up back\n")
    assert stays not in told(f'{placed}step "B"\nhands off\nroll one forearm up back\n')


def test_sections_on_both_sides_are_said_once():
    prose = told(
        'routine "R"\nsection "Legs", both sides\nstep "A"\nstroke left up leg\nstep "B"\nknead both on calf\n'
    )
    assert prose.endswith(
        "Legs ---- Do this whole section on the right side. Then change hands and repeat all of this on the left side."
        " 1. A Stroke your left hand up the right leg. 2. B Knead the right calf with both hands."
    )


def test_markdown_has_headings_and_keeps_its_signs_out_of_texts():
    prose = markdown.render(check('routine "*R* <b>"\nstep "1. #"\nstroke left up back note "a_b *c*"\n').plan)
    assert prose == (
        "# \\*R\\* \\<b\\>\n\n*This takes about 5 seconds.*\n\n## 1. 1. \\#\n\n"
        "Stroke your left hand up the back. Note: a\\_b \\*c\\*.\n"
    )


def test_what_could_not_be_understood_is_not_passed_over():
    assert told("strok left up back") == "“strok” could not be understood."


# ── single acts and cues ──────────────────────────────────────────────────────────────────────────────────────────


def test_cues_of_the_card():
    plan = check(CARD).plan
    said = [(cue_text(event), spoken_text(event), hands_text(event.act)) for event in events(plan) if event.act.said]
    assert said[:2] == [
        ("Rest your left hand on the sacrum", "Rest your left hand on the sacrum.", "your left hand"),
        (
            "Stroke your right hand up the right side of the back to the right shoulder",
            "Stroke your right hand up the right side of the back to the right shoulder.",
            "your right hand",
        ),
    ]
    assert len(said) == 4


def test_moves_are_never_spoken():
    unsaid = [event for event in events(check(CARD).plan) if not event.act.said]
    assert unsaid
    assert {(cue_text(event), spoken_text(event), act_sentence(event.act)) for event in unsaid} == {("", "", "")}


def test_cues_are_one_line_without_why():
    lines = [cue_text(event) for event in events(check(EXAMPLE).plan)]
    assert not any("Why" in line or "\n" in line for line in lines)


OMITTED = "Leave out the spine and both kidney zones"


def test_a_cue_leaves_nothing_out():
    program = "hack both over upper_back, except spine and kidney_zone, light, for 20s"
    said = f"Hack with both hands all over the upper back for 20 seconds, lightly. {OMITTED}"
    assert [cue_text(event) for event in events(check(program).plan) if event.act.said] == [said]
    assert told(program) == f"{said}."


def test_cues_use_the_word_for_the_receiver():
    (event,) = events(check("receiver inhales").plan)
    assert cue_text(event, Options(person="baby")) == "Ask your baby to breathe in"


# ── a change of one word changes that word ────────────────────────────────────────────────────────────────────────

SIDED = st.sampled_from(["left", "right"])
LINES = st.one_of(
    st.builds("hand {} on sacrum; stroke {} up {}_side to shoulder, slow; repeat 3".format, SIDED, SIDED, SIDED),
    st.builds("press {} thumb 3cm beside {} side of spine, 3 times, firm".format, SIDED, SIDED),
    st.builds("hold {} on {} arm for 3s; stroke other up {}_leg; repeat other side".format, SIDED, SIDED, SIDED),
    st.builds("knead both on {} calf; stroke from sacrum up back; repeat 3-5".format, SIDED),
    st.builds("lift their {} foot with {} hand; circle both on sacrum, 3 times; repeat mirrored".format, SIDED, SIDED),
    st.builds("together {{ stroke {} up {}_leg; hold other on sacrum }}".format, SIDED, SIDED),
)
PROGRAMS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)
EXCHANGES = [
    {"left": "right", "right": "left"},
    {"3": "4", "three": "four"},
    {"sacrum": "neck"},
]


def exchanged(written: str, words: dict[str, str]) -> str:
    return re.sub(r"[a-zA-Z]+|\d+", lambda found: words.get(found[0], found[0]), written)


@given(PROGRAMS, st.sampled_from(EXCHANGES))
def test_a_change_of_one_word_changes_that_word_of_the_prose(program, words):
    assert told(exchanged(program, words)) == exchanged(told(program), words)
