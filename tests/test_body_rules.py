"""Sites of the body: from which pressure on, by which tool or technique, aimed at or crossed, and its severity."""

import pytest

from massagelang.pipeline import check
from massagelang.vocabulary import load


def safety(text):
    """The findings about sites of the body: code, severity and the words that are underlined."""
    found = [one for one in check(text).diagnostics if "ML401" <= one.code <= "ML429"]
    return [(one.code, one.severity.value, one.source.text[one.span.start : one.span.end]) for one in found]


@pytest.mark.parametrize(
    ("text", "code", "severity", "words"),
    [
        ("press thumbs on spine", "ML401", "error", "on spine"),
        ("press thumbs on c7, pressure 3", "ML401", "error", "on c7"),
        ("stroke both down spine, pressure 2", "ML401", "warning", "down spine"),
        ("knead both on spine", "ML401", "warning", "on spine"),
        ("hack both on lumbar_spine, light", "ML401", "error", "on lumbar_spine"),
        ("thumbs on spine; press both", "ML401", "error", "press both"),
        ("stroke both across spine, firm", "ML401", "warning", "across spine"),
        ("press palms over back, deep, except kidney_zone", "ML401", "warning", "over back"),
        ("stroke thumbs toward spine, stacked", "ML401", "info", "toward spine"),
        ("stroke knuckles of right hand toward spine; hold left on sacrum", "ML401", "info", "toward spine"),
        ("press left elbow on spine, light to deep", "ML401", "error", "on spine"),
        ("throughout: pressure 4\nstroke both up spine", "ML401", "error", "up spine"),
        ("hack both on kidney_zone", "ML402", "error", "on kidney_zone"),
        ("cup both over lower_back", "ML402", "warning", "over lower_back"),
        ("vibrate both on kidney_zone, heavy", "ML402", "error", "on kidney_zone"),
        ("hack both over buttocks, moving from sacrum to neck", "ML402", "warning", "to neck"),
        ("press thumbs on kidney_zone, deep", "ML403", "warning", "on kidney_zone"),
        ("press left elbow on left kidney_zone, pressure 2", "ML403", "warning", "on left kidney_zone"),
        ("press thumbs on kidney_zone, pressure 2, stacked, with body_weight", "ML403", "warning", "on kidney_zone"),
        ("stroke both from sacrum to upper_back, deep", "ML403", "warning", "to upper_back"),
        ("cup both on abdomen", "ML404", "error", "on abdomen"),
        ("press palms on lower_abdomen, pressure 4", "ML404", "warning", "on lower_abdomen"),
        ("press palms on navel, pressure 3", "ML404", "warning", "on navel"),
        ("stroke both over liver, firm", "ML404", "warning", "over liver"),
        ("stroke both down throat, pressure 2", "ML405", "error", "down throat"),
        ("tap fingertips of both hands on throat", "ML405", "error", "on throat"),
        ("rub fingertips of both hands on front_of_neck", "ML405", "error", "on front_of_neck"),
        ("stroke both down front_of_neck", "ML405", "warning", "down front_of_neck"),
        ("stroke both from chin to sternum, medium", "ML405", "warning", "to sternum"),
        ("press thumbs on scalenes, pressure 3", "ML406", "warning", "on scalenes"),
        ("hack both on side_of_neck, light", "ML406", "warning", "on side_of_neck"),
        ("hack both over neck", "ML406", "warning", "over neck"),
        ("press thumbs on armpit, pressure 3", "ML407", "warning", "on armpit"),
        ("press thumbs on armpit, pressure 4", "ML407", "error", "on armpit"),
        ("hack both on armpit", "ML407", "warning", "on armpit"),
        ("press thumbs along inner_upper_arm", "ML408", "warning", "along inner_upper_arm"),
        ("press thumbs on inner_side of left upper_arm, firm", "ML408", "warning", "on inner_side of left upper_arm"),
        ("stroke both from elbow_crease to armpit, firm", "ML408", "warning", "to armpit"),
        ("press thumbs on ulnar_groove, deep", "ML409", "warning", "on ulnar_groove"),
        ("press knuckles of both hands on elbow_crease, pressure 3", "ML409", "warning", "on elbow_crease"),
        ("hack both on elbow_crease, light", "ML409", "warning", "on elbow_crease"),
        ("press thumbs on inner_wrist, pressure 3, for 2min", "ML410", "info", "on inner_wrist"),
        ("press thumbs on groin, pressure 3", "ML411", "error", "on groin"),
        ("rub fingertips of both hands on groin", "ML411", "warning", "on groin"),
        ("hack both on groin", "ML411", "warning", "on groin"),
        ("press thumbs on top of inner_thigh, firm", "ML411", "error", "on top of inner_thigh"),
        ("press thumbs on adductors, deep", "ML411", "warning", "on adductors"),
        ("press thumbs on back_of_knee, pressure 3", "ML412", "error", "on back_of_knee"),
        ("press thumbs on back_of_knee, pressure 2", "ML412", "warning", "on back_of_knee"),
        ("stroke both up left leg, deep", "ML412", "warning", "up left leg"),
        ("receiver: prone\nstroke both up left leg, firm", "ML412", "warning", "up left leg"),
        ("stroke both up back of left leg, firm", "ML412", "warning", "up back of left leg"),
        ("hack both over legs", "ML412", "warning", "over legs"),
        ("receiver: prone\nstroke both from ankle to thigh, deep", "ML412", "warning", "to thigh"),
        ("stroke both from calf to hamstrings, deep", "ML412", "warning", "to hamstrings"),
        ("press left elbow on left sciatic_notch, medium", "ML413", "warning", "on left sciatic_notch"),
        ("press thumbs on sciatic_notch, deep", "ML413", "warning", "on sciatic_notch"),
        ("press thumbs behind head_of_fibula, deep", "ML414", "info", "behind head_of_fibula"),
        ("press thumbs behind inner_ankle, deep", "ML414", "info", "behind inner_ankle"),
        ("beat both on sternum", "ML415", "warning", "on sternum"),
        ("hack both on sacrum", "ML415", "info", "on sacrum"),
        ("vibrate both on kneecap", "ML415", "warning", "on kneecap"),
        ("place 2 hot_stones on clavicles", "ML415", "warning", "on clavicles"),
        ("stroke both hot_stones up shin", "ML415", "warning", "up shin"),
        ("hack both, moving from buttocks up back, except kidney_zone", "ML415", "info", "up back"),
        ("press palms on floating_ribs, pressure 3", "ML416", "warning", "on floating_ribs"),
        ("press fingertips of both hands on eyes, pressure 2", "ML417", "error", "on eyes"),
        ("stroke ring_fingers over eyelids", "ML417", "warning", "over eyelids"),
        ("press thumbs on eye_socket, firm", "ML417", "error", "on eye_socket"),
        ("press thumbs on ear_notch", "ML418", "warning", "on ear_notch"),
        ("press thumbs on temples, strong", "ML419", "info", "on temples"),
        ("place face_cup on temple", "ML419", "info", "on temple"),
        ("hands on breasts", "ML420", "error", "on breasts"),
        ("stroke both over buttocks; rest both on gluteal_cleft", "ML420", "error", "on gluteal_cleft"),
        ("uncover breasts", "ML420", "error", "uncover breasts"),
        ("place stone on pubic_bone", "ML420", "error", "on pubic_bone"),
        ("press thumbs on tailbone, pressure 2", "ML421", "warning", "on tailbone"),
        ("tap fingertips of both hands on coccyx", "ML421", "warning", "on coccyx"),
        ("rotate their left arm with right hand", "ML422", "warning", "rotate their left arm with right hand"),
        ("hold left on right shoulder; rotate their left arm with right hand", "ML422", "warning",
         "rotate their left arm with right hand"),
        ("hand left on sacrum; lift their left leg with right hand", "ML422", "warning",
         "lift their left leg with right hand"),
        ("turn their head with both hands, strong", "ML422", "warning", "turn their head with both hands, strong"),
        ("lift their head with right hand", "ML422", "warning", "lift their head with right hand"),
        ("twist their leg with both hands, quick", "ML422", "warning", "twist their leg with both hands, quick"),
        ("stretch their left arm with both hands, pressure 4", "ML422", "warning",
         "stretch their left arm with both hands, pressure 4"),
        ("pull their head with both hands, sharp", "ML423", "error", "pull their head with both hands, sharp"),
        ("ban both on neck", "ML423", "error", "ban both on neck"),
        ("both hands on occiput; pull both, quick", "ML423", "error", "pull both, quick"),
        ("receiver: prone\nknead both over chest", "ML426", "warning", "over chest"),
        ("receiver: supine\nhands on back", "ML426", "warning", "on back"),
        ("receiver: seated\nknead both over hamstrings", "ML426", "warning", "over hamstrings"),
        ("receiver: prone\nstroke both up front of left thigh", "ML426", "warning", "up front of left thigh"),
        ("receiver: supine\nreceiver turns prone\nstroke both over abdomen", "ML426", "warning", "over abdomen"),
        ("receiver: prone\napply oil over abdomen", "ML426", "warning", "over abdomen"),
        ("stroke both from left foot to right foot", "ML427", "warning", "to right foot"),
        ("stroke both from left ankle to left hand", "ML427", "warning", "to left hand"),
        ("stroke both down arms, pressure 3", "ML428", "warning", "down arms"),
        ("stroke both from left hip to left ankle, firm", "ML428", "warning", "to left ankle"),
        ("hands on left thigh; stroke both down, firm", "ML428", "warning", "down"),
        ("hands on left thigh; stroke both away from heart, firm", "ML428", "warning", "away from heart"),
        ("strip thumbs down left calf", "ML428", "warning", "down left calf"),
        ("stroke both up and down left leg, firm", "ML428", "warning", "up and down left leg"),
        ("stroke both on left thigh, firm, away_from_heart", "ML428", "warning", "on left thigh"),
        ("giver: self\nhand on left knee; stroke right hand down left arm, firm", "ML428", "warning", "down left arm"),
        ("stroke both up left leg, light; stroke both down left leg, pressure 2.8; stroke both down left leg, firmer",
         "ML428", "warning", "down left leg"),
        ("circle both over abdomen counterclockwise", "ML429", "warning", "counterclockwise"),
        ("circle both counterclockwise over abdomen", "ML429", "warning", "counterclockwise"),
        ("hands on abdomen; circle both counterclockwise", "ML429", "warning", "counterclockwise"),
        ("stroke both up descending_colon, light", "ML429", "warning", "up descending_colon"),
    ],
)  # fmt: skip
def test_a_site_its_severity_and_the_words_underlined(text, code, severity, words):
    assert safety(text) == [(code, severity, words)]


def test_every_caution_of_a_region_is_spoken_of_by_a_rule():
    spoken = {
        "abdomen": "ML404", "axilla": "ML407", "back_of_knee": "ML412", "bone": "ML415", "coccyx": "ML421",
        "ear_notch": "ML418", "elbow_crease": "ML409", "eye": "ML417", "fibular": "ML414", "floating_ribs": "ML416",
        "groin": "ML411", "inner_arm": "ML408", "inner_thigh": "ML411", "kidney": "ML402", "pregnancy": "ML456",
        "private": "ML420", "sciatic": "ML413", "side_of_neck": "ML406", "spine": "ML401", "tarsal": "ML414",
        "temple": "ML419", "throat": "ML405", "wrist": "ML410", "xiphoid": "ML416",
    }  # fmt: skip
    of_babies = {"fontanelle", "navel_stump"}  # no row of the sources that we have speaks of them
    assert {region.caution for region in load().every_region() if region.caution} == set(spoken) | of_babies


def test_what_is_private_cannot_be_allowed_away():
    assert safety('# mass: allow ML420 "agreed"\nhands on breasts') == [("ML420", "error", "on breasts")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("press thumbs on tailbone, firm", "pressure on `tailbone`"),
        ("press thumbs on small of back, deep; press thumbs on funny_bone, deep", "`funny_bone`"),
        ("circle forearms clockwise over back, deep", "covers the spine with `back`"),
    ],
)
def test_messages_use_the_words_of_the_writer(text, said):
    assert any(said in one.message for one in check(text).diagnostics)


def test_a_slip_on_both_sides_is_told_once():
    text = "both sides { press thumb of right hand on right back_of_knee; stroke both from left foot to right knee }"
    assert safety(text) == [
        ("ML412", "error", "on right back_of_knee"),
        ("ML427", "warning", "to right knee"),
    ]
