"""The words of prose: sound forms, and a way to say every word of the vocabulary."""

from __future__ import annotations

import re
import time

import pytest

from massagelang.phrases import PhraseError, build, load, missing
from massagelang.phrases.load import load as load_again
from massagelang.pipeline import check
from massagelang.render import text
from massagelang.render.words import act_sentence
from massagelang.vocabulary import load as load_vocabulary

LEFTOVER = re.compile(r"[{}_]|  | [,.]|\bNone\b")


def test_every_word_of_the_vocabulary_can_be_said():
    assert [str(error) for error in missing(load(), load_vocabulary())] == []


def test_a_missing_form_is_named():
    phrases = build("en", {**load().tables, "manners": {}})
    said = [str(error) for error in missing(phrases, load_vocabulary())]
    assert "en.toml: manners.stacked: there is no form for this" in said
    assert not any("manners.slow:" in error for error in said)  # its adverb does


def test_a_form_for_a_word_that_is_not_there_is_named():
    phrases = build("en", {**load().tables, "verbs": {"strok": "stroke"}})
    assert [str(error) for error in missing(phrases, load_vocabulary())] == [
        "en.toml: verbs.strok: there is no technique of this name"
    ]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("{verb} {tols}", "there is no slot `tols`"),
        ("{verb", "a brace stands alone"),
        ("verb}", "a brace stands alone"),
        (3, "should be a text"),
    ],
)
def test_an_unsound_form_is_refused(form, message):
    with pytest.raises(PhraseError, match=re.escape(message)):
        build("en", {"frames": {"tool": form}})


def test_a_slot_without_words_is_an_error_that_names_the_form():
    with pytest.raises(PhraseError, match=r"acts\.lift: nothing fills the slot `tools`"):
        load().say("acts", "lift")


def test_an_empty_slot_leaves_no_gap():
    phrases = build("en", {"frames": {"tool": "{verb} {tools} {path}"}})
    assert phrases.say("frames", "tool", verb="stroke", tools="", path="up") == "stroke up"
    assert phrases.say("frames", "tool", verb="stroke", tools="", path="") == "stroke"


def test_words_of_the_writer_are_not_read_as_forms():
    assert load().say("acts", "note", text="{verb} }") == "note: {verb} }"


def test_the_phrases_are_read_quickly():
    load_again.cache_clear()
    started = time.perf_counter()
    load_again()
    assert time.perf_counter() - started < 0.1  # usually 5 ms


def _each_way(word):
    """A line for each way to write a region with its side."""
    yield f"stroke both up {word.id}"
    if word.paired:
        yield from (f"stroke both on {side} {word.id}" for side in ("left", "both", "near", "far", "one", "other"))


def _lines(words):
    yield from (line for word in words.words("region") for line in _each_way(word))
    for word in words.words("technique"):
        yield from (f"{word.id} both on back", f"{word.id} left up back to neck, slow", word.id)
        yield f"{word.id} their left foot with both hands"
    for word in words.words("manner"):
        if word.kind == "shape":
            yield f"stroke both in {word.id} over back"
        else:
            yield from (f"stroke both up back, {word.id}", f"stroke both up back, very {word.id}")
    yield from (f"place {word.id} on back; remove {word.id}" for word in words.words("implement"))
    yield from (f"stroke left {word.id} up back" for word in words.words("implement") if word.kind == "tool")
    yield from (f"receiver turns {word.id}" for word in words.words("posture"))
    yield from (f"{who} {word.names[0]}" for word in words.words("deed") for who in word.who)
    yield from (f"hold left on {word.id} of back" for word in words.words("part"))
    yield from (f"stroke {word.id} of thumbs up back" for word in words.words("surface"))


def test_every_word_makes_whole_sentences_without_leftovers():
    lines = list(_lines(load_vocabulary()))
    plan = check("\n".join(lines)).plan
    acts = [act for act in plan.acts() if act.said]
    assert len(acts) > 1000
    for act in acts:
        said = act_sentence(act)
        assert said[0].isupper() or said[0] == "“", said
        assert said.endswith("."), said
        assert not LEFTOVER.search(said), said


def test_the_places_of_babies_and_animals_make_whole_sentences_too():
    words = load_vocabulary()
    for who in ("newborn", "dog", "horse"):
        regions = dict.fromkeys(words.for_body(who).regions.values())
        lines = [f"receiver: {who}", 'step "A"', *(line for region in regions for line in _each_way(region))]
        plan = check("\n".join(lines)).plan
        sentences = [act_sentence(act) for act in plan.acts() if act.said]
        assert len(sentences) > 400
        assert not [said for said in sentences if LEFTOVER.search(said) or not said.endswith(".")]


def test_every_condition_and_person_is_told_in_whole_sentences():
    words = load_vocabulary()
    told = [*words.words("posture"), *words.words("condition")]
    for word in told:
        for more in ("", " 3 weeks", " 1 year"):
            said = text.render(check(f"receiver: {word.id}{more}\nhold both on back\n").plan)
            assert not LEFTOVER.search(said.replace("\n", " ").replace("  ", " ")), said
            assert "1 years" not in said


def test_every_property_makes_whole_sentences_without_leftovers():
    for key in load_vocabulary().words("property_key"):
        value = (
            key.choices[0]
            if key.choices
            else "prone"
            if key.id == "receiver"
            else "50min"
            if key.id == "session"
            else '"x y"'
        )
        lead = "" if key.where == "file" else 'step "A"\n'
        said = text.render(check(f"{lead}{key.id}: {value}\n").plan)
        assert not LEFTOVER.search(said), said
