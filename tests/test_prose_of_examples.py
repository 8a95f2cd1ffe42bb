"""The prose of all examples: no sentence too long, no three that begin alike, no `other hand` before a first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from massagelang.pipeline import check
from massagelang.render.saying.handout import handout
from massagelang.render.saying.voice import voice_for

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.mass"))
LONGEST = 20
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
FIRST = re.compile(r"\b[Oo]ne\b|\byour (left|right)\b")


def chapters(path):
    """For each chapter its paragraphs; each a list of sentences."""
    plan = check(path.read_text(encoding="utf-8")).plan
    told = handout(plan, voice_for(plan))
    rows = [told.paragraphs, *(chapter.paragraphs for chapter in told.chapters)]
    return [[paragraph.sentences for paragraph in row] for row in rows]


def without_strings(sentence, path):
    """A sentence without the writer's own words, which stand as they were written."""
    for text in STRING.findall(path.read_text(encoding="utf-8")):
        sentence = sentence.replace(text.strip().rstrip("."), "")
    return sentence


def test_the_examples_say_much():
    assert sum(len(sentences) for path in EXAMPLES for chapter in chapters(path) for sentences in chapter) > 500


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_sentence_is_too_long(path):
    said = [one for chapter in chapters(path) for sentences in chapter for one in sentences]
    assert [one for one in said if len(without_strings(one, path).split()) > LONGEST] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_three_sentences_begin_alike(path):
    for sentences in (sentences for chapter in chapters(path) for sentences in chapter):
        openers = [one.split()[0] for one in sentences]
        assert [row for row in zip(openers, openers[1:], openers[2:], strict=False) if len(set(row)) == 1] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_other_hand_follows_a_first(path):
    for chapter in chapters(path):
        said = " ".join(one for sentences in chapter for one in sentences)
        for other in re.finditer(r"\byour other\b", said):
            assert FIRST.search(said[: other.start()]), said[: other.end()]
