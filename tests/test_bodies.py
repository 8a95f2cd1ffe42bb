"""Whose body it is: babies, children, dogs and horses have places and lengths of their own."""

import pytest

from massagelang.pipeline import check
from massagelang.plan.making.receiver import Told, told_of
from massagelang.render import text
from massagelang.vocabulary import load

WORDS = load()


def said(receiver, *lines):
    return text.render(check("\n".join([f"receiver: {receiver}", 'step "A"', *lines]) + "\n").plan)


def codes(receiver, *lines):
    head = [f"receiver: {receiver}"] if receiver else []
    return [found.code for found in check("\n".join([*head, 'step "A"', *lines]) + "\n").diagnostics]


def hint(receiver, line):
    head = f"receiver: {receiver}\n" if receiver else ""
    return check(f'{head}step "A"\n{line}\n').diagnostics[0].hint


# ── lengths ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("who", "stature", "length"),
    [
        ("", 0, 46),  # the back of the default adult, who is 170 cm tall
        ("prone", 0, 46),
        ("infant", 0, 17.6),  # 46 × 65 / 170
        ("newborn", 0, 13.5),  # 46 × 50 / 170
        ("child", 0, 32.5),  # 46 × 120 / 170
        ("child", 85, 23),  # half as tall, half as long
        ("", 187, 50.6),  # 46 × 1.1
    ],
)
def test_lengths_go_by_stature(who, stature, length):
    back = WORDS.for_body(who, stature).region("back")
    assert back.length == pytest.approx(length, abs=0.05)
    assert back == WORDS.region("back")


def test_a_horse_is_a_dog_of_another_height():
    dog, horse = WORDS.for_body("dog"), WORDS.for_body("horse")
    assert horse.region("back").length == pytest.approx(dog.region("back").length * 155 / 55, abs=0.1)
    assert WORDS.for_body("dog", 110).region("back").length == dog.region("back").length * 2


def test_the_time_of_a_stroke_goes_by_the_body():
    line = "stroke both up back, slow"
    times = [
        check(f'receiver: {who}\nstep "A"\n{line}\n').plan.time.ideal for who in ("newborn", "infant", "adult", "horse")
    ]
    assert times == sorted(times)
    assert times[0] * 2 < times[2]


def test_distances_are_those_of_the_body():
    adult, baby = WORDS, WORDS.for_body("infant")
    far, near = (words.distance(words.region("sacrum"), words.region("shoulder")) for words in (adult, baby))
    assert near == pytest.approx(far * 65 / 170, rel=0.02)


def test_the_same_body_is_made_once_and_the_usual_one_is_the_vocabulary_itself():
    assert WORDS.for_body("dog") is WORDS.for_body("canine") is WORDS.for_body("horse").for_body("dog")
    assert WORDS.for_body() is WORDS.for_body("adult") is WORDS.for_body("dog").for_body() is WORDS


# ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("body", ["dog", "horse"])
def test_animals_are_one_body_whose_parts_can_be_reached(body):
    words = WORDS.for_body(body)
    regions = dict.fromkeys(words.regions.values())
    assert len(regions) > 70
    for region in regions:
        assert list(words.around(region))[-1].id == "body", region
        if region.id != "body":
            assert words.distance(words.region("withers"), region) < 1000, region


@pytest.mark.parametrize(
    "word", ["withers", "poll", "crest", "loin", "croup", "hock", "stifle", "muzzle", "flank", "topline", "tail"]
)
def test_places_that_dogs_and_horses_have(word):
    assert WORDS.for_body("dog").region(word)
    assert WORDS.for_body("horse").region(word)


def test_places_of_one_animal_only():
    assert WORDS.for_body("dog").region("paw")
    assert not WORDS.for_body("horse").region("paw")
    assert WORDS.for_body("horse").region("fetlock")
    assert not WORDS.for_body("dog").region("fetlock")


def test_a_cautioned_site_is_one_on_every_body():
    for body in ("infant", "dog", "horse"):
        cautions = {region.caution for region in WORDS.for_body(body).cautions_in(WORDS.for_body(body).region("body"))}
        assert {"kidney", "spine", "throat", "eye", "private", "abdomen"} <= cautions


def test_percussion_over_the_kidneys_of_a_dog_is_found():
    assert "ML402" in codes("dog", "hack both over loin")


def test_without_a_receiver_the_words_of_animals_ask_for_one():
    assert codes("", "hold both on withers") == ["ML102"]
    assert hint("", "hold both on withers") == "`withers` is a place on a dog or a horse: write `receiver: dog` above."
    assert hint("prone", "hold left on left paw").endswith("write `receiver: dog` above.")
    assert hint("", "hold both on fontanelle").endswith("write `receiver: infant` above.")
    assert codes("infant", "hold both on fontanelle") == []


def test_places_of_people_are_not_those_of_a_dog():
    assert codes("dog", "hold left on left collarbone") == ["ML102"]
    assert (
        hint("dog", "hold left on left collarbone")
        == "`collarbone` is a place on people, and this routine is for a dog."
    )


def test_the_knee_of_an_animal_is_asked_about():
    assert codes("horse", "hold left on left knee") == ["ML102"]
    assert hint("horse", "hold left on left knee").startswith("Write `stifle` or `carpus`:")


def test_words_of_animals_are_joined_and_sided_before_it_is_known_whose_they_are():
    assert codes("dog", "hold left on left hind paw; hold right on right_stifle") == []


def test_a_dog_is_told_of_in_its_own_words():
    out = said(
        "dog, standing", "stroke both from poll along topline to croup", "hold left on point_of_hock of left leg"
    )
    assert "Your dog stands." in out
    assert "from the poll along the topline to the croup" in out


# ── who is told of ────────────────────────────────────────────────────────────────────────────────────────────────


def told(value):
    return [
        (one.word.id if one.word else one.text, one.number, one.unit, one.side, one.stature)
        for one in told_of([value], WORDS)
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("prone", [("prone", "", "", "", 0)]),
        ("pregnant 26 weeks", [("pregnant", "26", "weeks", "", 0)]),
        ("recent_surgery 1 week", [("recent_surgery", "1", "weeks", "", 0)]),
        ("side_lying left", [("side_lying", "", "", "left", 0)]),
        ("child 110cm", [("child", "", "", "", 110)]),
        ("horse 60in", [("horse", "", "", "", 152.4)]),
        ("infant supine", [("infant", "", "", "", 0), ("supine", "", "", "", 0)]),
        ("likes it quiet", [("likes it quiet", "", "", "", 0)]),
        ("26 weeks", [("26 weeks", "", "", "", 0)]),
        ("fever left", [("fever", "", "", "left", 0)]),
        ("blood_thinners", [("anticoagulants", "", "", "", 0)]),
    ],
)
def test_what_is_told_of_a_receiver(value, expected):
    assert told(value) == expected


def test_nothing_told_is_nothing():
    assert told_of([], WORDS) == ()
    assert told_of([""], WORDS) == ()
    assert Told() == Told()


@pytest.mark.parametrize(
    ("receiver", "sentence"),
    [
        ("prone, pregnant 26 weeks", "Your partner lies face down and is 26 weeks pregnant."),
        ("side_lying left", "Your partner lies on the left side."),
        ("varicose veins", "Your partner has varicose veins."),
        ("recent_surgery left knee 2 weeks", "Your partner was operated on 2 weeks ago (left knee)."),
        ("varicose_veins left_calf and right calf", "Your partner has varicose veins (left calf and right calf)."),
        ("24 weeks pregnant", "Your partner is 24 weeks pregnant."),
        ("recent_surgery 1 week", "Your partner was operated on 1 week ago."),
        ("epilepsy 2 years", "Your partner has epilepsy, for 2 years."),
        ("infant 3 months, supine", "Your baby is 3 months old and lies face up."),
        ("horse 150cm", "Your horse is 150 cm tall."),
        ('prone, "likes it quiet"', "Your partner lies face down. Your partner: likes it quiet."),
    ],
)
def test_a_receiver_in_sentences(receiver, sentence):
    assert sentence in " ".join(said(receiver, "hold both on back").split())


@pytest.mark.parametrize(
    ("receiver", "word"),
    [("prone, varicose_viens", "varicose_viens"), ("pregnent 12 weeks", "pregnent"), ("pronne", "pronne")],
)
def test_a_slip_in_what_is_told_of_a_receiver_is_found(receiver, word):
    (found,) = check(f"receiver: {receiver}\nhold both on back\n").diagnostics
    assert (found.code, word in found.message) == ("ML141", True)
    assert found.hint.startswith("Did you mean `")


def test_words_of_the_writers_own_are_asked_to_be_a_text():
    (found,) = check("receiver: likes_it_quiet\nhold both on back\n").diagnostics
    assert found.hint == 'Put words of your own in quotation marks: `"likes it quiet"`.'
    assert check('receiver: "likes it quiet"\nhold both on back\n').diagnostics == ()
