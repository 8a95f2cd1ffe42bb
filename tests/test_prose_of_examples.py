"""The prose of all examples: short, never three alike, one verb a technique, no `other` before a first.

A writer's own words stand as they were written and are not measured.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from massagelang.pipeline import check
from massagelang.plan.model import Act
from massagelang.render.saying.acts import act_sentences
from massagelang.render.saying.notices import kind_of
from massagelang.render.saying.verbs import verb
from massagelang.render.saying.voice import voice_for
from massagelang.render.styles import page_of

FOLDER = Path(__file__).parent.parent / "examples"
EXAMPLES = sorted(FOLDER.glob("*.mass"))
LONGEST = 20
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
FIRST = re.compile(
    r"\b[Oo]ne\b|\b(your )?(left|right) (hand|thumb|palm|fist|elbow|forearm|fingers|heel)\b|\b[Rr]est your\b"
)
OTHER = re.compile(r"\b(your )?other (hand|thumb|palm|fist|elbow|forearm|index|fingers)\b")
CLAUSES = re.compile(r" · | \+ |: (?=\()|(?<=\.) ")
WORD = re.compile(r"\S*\w\S*")
THERE = re.compile(r"\bthere\b")
ALL = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
BOTH = pytest.mark.parametrize("style", ["handout", "card"])


@cache
def plan_of(path):
    return check(path.read_text(encoding="utf-8"), read=lambda name: (FOLDER / name).read_text(encoding="utf-8")).plan


def chapters(path, style="handout"):
    """For each chapter its paragraphs; each a list of sentences, or of the clauses of a card's line."""
    told = page_of(plan_of(path), style)
    rows = [told.paragraphs, *(chapter.paragraphs for chapter in told.chapters)]
    if style == "card":
        return [[CLAUSES.split(one.sentences[-1]) for one in row] for row in rows]
    return [[list(one.sentences) for one in row] for row in rows]


def without_strings(sentence, path):
    """A sentence without the writer's own words, which stand as they were written."""
    for text in sorted(STRING.findall(path.read_text(encoding="utf-8")), key=len, reverse=True):
        sentence = sentence.replace(text.strip().rstrip("."), "")
    return sentence


def said(path, style):
    return [without_strings(one, path) for row in chapters(path, style) for several in row for one in several]


@BOTH
def test_the_examples_say_much(style):
    assert sum(len(said(path, style)) for path in EXAMPLES) > 500


@BOTH
@ALL
def test_no_sentence_is_too_long(path, style):
    assert [one for one in said(path, style) if len(WORD.findall(one)) > LONGEST] == []


@ALL
def test_no_three_sentences_begin_alike(path):
    for chapter in chapters(path):
        openers = [one.split()[0] for sentences in chapter for one in sentences]
        assert [row for row in zip(openers, openers[1:], openers[2:], strict=False) if len(set(row)) == 1] == []


@ALL
def test_no_three_lines_of_a_card_begin_alike(path):
    for chapter in page_of(plan_of(path), "card").chapters:
        names = [line.sentences[0] for line in chapter.paragraphs if line.kind == "line"]
        assert len(set(names)) == len(names)


@BOTH
@ALL
def test_the_other_hand_follows_a_first(path, style):
    for chapter in chapters(path, style):
        for row in chapter if style == "card" else [[one for sentences in chapter for one in sentences]]:
            words = " ".join(row)
            for other in OTHER.finditer(words):
                assert FIRST.search(words[: other.start()]), words[: other.end()]


@BOTH
@ALL
def test_there_is_never_without_a_place(path, style):
    assert [one for one in said(path, style) if THERE.search(one)] == []


def worked(path):
    return [act for act in plan_of(path).acts() if isinstance(act, Act) and act.technique is not None and act.said]


@ALL
def test_what_is_done_begins_with_its_verb(path):
    voice = voice_for(plan_of(path))
    for act in worked(path):
        sentences = [one for one in act_sentences(act, voice) if not kind_of(one)]
        heads = {verb(act, voice, of=of, bare=bare)[0] for of in (None, *places(act)) for bare in (False, True)}
        openers = tuple(head[:1].upper() + head[1:] for head in heads)
        assert len([one for one in sentences if one.startswith(openers)]) == 1, sentences


def places(act):
    return [target for target in (act.moved, *(one for way in act.ways for one in way.targets)) if target is not None]


def test_each_technique_has_one_verb():
    """Contexts that ask for another are those of the tables: glide back, walk back; let go of a place, let go."""
    verbs = {}
    for path in EXAMPLES:
        voice = voice_for(plan_of(path))
        for act in worked(path):
            if not act.also and not act.other_tools:
                verbs.setdefault(act.technique.id, set()).add(verb(act, voice, of=None, bare=False))
    several = {name: found for name, found in verbs.items() if len(found) > 1}
    assert {name: {head for head, _ in found} for name, found in several.items()} == {
        "return": {"glide back", "walk back", "roll back"}
    }
    assert len(verbs) > 50


def test_no_two_techniques_have_the_same_verb():
    words, voice = plan_of(EXAMPLES[0]).vocabulary, voice_for(plan_of(EXAMPLES[0]))
    names = {}
    for technique in words.words("technique"):
        names.setdefault(voice.own("verbs", technique) or technique.id.replace("_", " "), []).append(technique.id)
    # Ironing says its hands, and rolling a foam roller names that.
    assert [several for several in names.values() if len(several) > 1] == [["glide", "iron"], ["roll", "foam_roll"]]
