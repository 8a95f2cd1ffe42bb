"""`mass words`: the list, the page of a word, the data, and names that schools use for different things."""

import json
import re

import pytest

from massagelang.pipeline import check
from massagelang.report.word_list import all_words
from massagelang.report.word_page import KINDS, one_word
from massagelang.report.words_json import words_json
from massagelang.vocabulary import load

WORDS = load()

# ── one name, several meanings ────────────────────────────────────────────────────────────────────────────────────


def test_a_bare_name_of_several_techniques_is_asked_about():
    (found,) = check("mo both over abdomen\n").diagnostics
    assert (found.code, found.severity.value) == ("ML142", "error")
    assert found.hint.startswith("Write `mo_rub` or `mo_wipe`: ")
    assert check("mo_rub both over abdomen\nmo_wipe both over abdomen\n").diagnostics == ()


def test_a_word_of_ours_that_schools_use_otherwise_is_noted():
    (found,) = check("friction both over back\n").diagnostics
    assert (found.code, found.severity.value) == ("ML143", "info")
    assert "`chafe`" in found.hint
    assert check("friction thumbs on back\ncircular_friction thumbs on back\nchafe both on back\n").diagnostics == ()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("cup", ["set_cup", "slide_cup"]),
        ("roll", ["gun", "skin_roll", "muscle_roll", "forearm_knead"]),
        ("friction", ["circular_friction", "cross_friction", "chafe"]),
        ("mo", ["mo_rub", "mo_wipe"]),
        ("knuckling", ["knuckle_glide", "knuckle_knead"]),
        ("chopping", ["hack", "ji", "quack"]),
        ("jostle", ["shake", "rock"]),
        ("rake", ["feather"]),
        ("full", ["fibre_spread"]),
    ],
)
def test_names_that_clash_are_kept_apart(word, others):
    page = one_word(WORDS, word)
    for other in others:
        assert f"another school calls `{other}` so: see {other}\n" in page
        assert f"`{word}`" in one_word(WORDS, other)


# ── `mass words` ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_of_words_is_short_enough_to_read_and_has_them_all():
    listed = all_words(WORDS)
    lines = listed.splitlines()
    assert len(lines) <= 235
    assert max(map(len, lines)) <= 118
    said = set(re.findall(r"\w+", listed))
    for kind in KINDS:
        assert {word.id for word in WORDS.words(kind)} <= said, kind


def test_a_page_tells_all_that_is_known_of_a_technique():
    page = one_word(WORDS, "kneading_thumb")
    for fact in (
        "thumb_knead – what the giver's arms do",
        "Knead with the thumbs in small circles that overlap.",
        "also written: digital_knead, double_thumb_knead, kneading_thumb",
        "family: kneading; works in place",
        "arms: either; takes: tools, path, place; afterwards the hands are resting",
        "tools: thumb, fingertips",
        "usually: pressure 3 of 5, slow, 1.5 s each",
        "may go together with: press",
        "confidence: high: professional or scientific sources agree",
        "source S19: Lessons on Massage (M. D. Palmer), Pétrissage",
    ):
        assert fact in page


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        ("pregnant", "`pregnant 3 weeks`"),
        ("walton", "1: light lotioning"),
        ("dog", "its places: body, withers"),
        ("prone", "out of reach: chest"),
        ("fontanelle", "only on: infant, newborn"),
        ("firmer", "measured from the action before: pressure + 0.5"),
        ("slow", "written for: slowly"),
        ("thai", "usual session: 90–120 min"),
        ("hook", "our own estimate"),
        ("hand", "`hand` is a word of the notation itself."),
    ],
)
def test_a_page_tells_what_is_known(word, fact):
    assert fact in one_word(WORDS, word)


def test_words_as_data_are_whole():
    data = json.loads(words_json(WORDS))
    kinds = {word["table"] for word in data["words"]}
    assert kinds == {*KINDS, "homonym", "hint", "source"}
    (sacrum,) = [
        word for word in json.loads(words_json(WORDS, "Sacrum"))["words"] if "caution" in word and word["width"] == 11
    ]
    assert sacrum["within"] == "pelvis"
    assert data["vocabulary"][0]["name"] == "massagelang"
