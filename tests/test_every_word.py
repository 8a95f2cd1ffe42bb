"""One sentence for every word but places and points, in `tests/golden/every_word.txt`, to be read by a beginner."""

from __future__ import annotations

from collections.abc import Iterator

from golden_files import assert_same_as_golden

from massagelang.pipeline import check
from massagelang.render.words import act_sentence
from massagelang.vocabulary import Vocabulary, load


def said(*lines: str) -> str:
    """The prose of each line on its own."""
    plans = (check(line).plan for line in lines)
    return " | ".join(" ".join(act_sentence(act) for act in plan.acts() if act.said) for plan in plans)


def _techniques(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for word in words.words("technique"):
        lines = [
            f"{word.id} both on right hand",
            f"{word.id} both up back",
            f"{word.id} their left foot with both hands",
        ]
        yield f"{word.family} {word.id}", said(*lines)


def _deeds(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for word in words.words("deed"):
        yield f"deed {word.id}", said(*(f"{who} {word.names[0]}" for who in word.who))
    for word in words.words("posture"):
        if word.kind != "position":
            continue  # who somebody is, and not how they lie
        yield f"posture {word.id}", said(f"receiver turns {word.id}")


def _manners(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for word in words.words("manner"):
        if word.kind == "shape":
            yield f"shape {word.id}", said(f"stroke both in {word.id} over back")
        else:
            yield f"{word.kind} {word.id}", said(f"stroke both up back, {word.id}", f"hold left on back, {word.id}")


def _things(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for word in words.words("implement"):
        if word.kind == "medium":
            yield f"medium {word.id}", said(f"apply {word.id} over back")
        elif word.kind != "measure":
            yield f"{word.kind} {word.id}", said(f"place {word.id} on back; remove {word.id}")
    for word in words.words("surface"):
        yield f"surface {word.id}", said(f"stroke {word.id} of thumbs up back")


def test_every_word_reads_as_a_beginner_would_say_it(accept):
    words = load()
    rows = [*_techniques(words), *_deeds(words), *_manners(words), *_things(words)]
    assert_same_as_golden("every_word.txt", "".join(f"{name}: {text}\n" for name, text in rows), accept)


def test_no_two_techniques_read_alike():
    lines = [(word.id, said(f"{word.id} both on right hand")) for word in load().words("technique")]
    assert len({text for _, text in lines}) == len(lines)
