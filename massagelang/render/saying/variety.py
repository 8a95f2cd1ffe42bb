"""Sentences in a row that would all begin alike: every third command begins with `then`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.voice import Voice, lowered, sentence


def varied(paragraphs: Sequence[Paragraph], voice: Voice) -> Iterator[Paragraph]:
    """The same paragraphs, in which no three sentences in a row begin with the same word."""
    for one in paragraphs:
        yield evolve(one, sentences=tuple(_varied(one.sentences, voice)))


def _varied(sentences: Sequence[str], voice: Voice) -> Iterator[str]:
    kept = voice.phrases.form("openers", "kept").split()
    row: list[str] = []
    for words in sentences:
        opener = words.split()[0].lower()
        row = [*row, opener] if row[-1:] == [opener] else [opener]
        if len(row) > 2 and opener.isalpha() and opener not in kept:
            row = []
            yield sentence(voice.say("openers", "third", sentence=lowered(words)))
        else:
            yield words
