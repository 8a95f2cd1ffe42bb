"""A change of one word of a routine changes that word of the prose and the cues that it stands in, and nothing else."""

import re

import pytest

from massagelang.pipeline import check, render
from massagelang.render.cues import cues

PROGRAMS = [
    "hand left on sacrum; stroke right up right_side to shoulder; repeat 3",
    "hand left on sacrum\nstroke right up right_side, slow, for 20s\npress left on sacrum, 3 times\n",
    "both sides { hand on left hip; stroke other up left_side, smooth; repeat 3 }\nhold both on sacrum for 5s\n",
    "together { hold left on sacrum for 10s; circle right clockwise over right hip }\nhold right on left shoulder\n",
    "repeat 3 times { stroke left up left_leg; return }\nhand left on sacrum; tap right over right calf, quick\n",
]
TURNED = {"left": "right", "right": "left", "clockwise": "counterclockwise", "counterclockwise": "clockwise"}


def exchanged(text, words):
    """A text with words replaced, all at once."""
    return re.sub(
        r"(?<![a-z])(" + "|".join(sorted(words, key=len, reverse=True)) + r")(?![a-z])", lambda m: words[m[1]], text
    )


def prose(text):
    return " ".join(render(check(text), "text").split())


def told(text):
    return [(cue.kind, cue.text, cue.spoken) for cue in cues(check(text).plan)]


@pytest.mark.parametrize("program", PROGRAMS)
def test_left_and_right_exchanged(program):
    turned = exchanged(program, TURNED)

    assert prose(turned) == exchanged(prose(program), TURNED)
    assert told(turned) == [tuple(exchanged(word, TURNED) for word in cue) for cue in told(program)]
    assert [(cue.start, cue.end) for cue in cues(check(turned).plan)] == [
        (cue.start, cue.end) for cue in cues(check(program).plan)
    ]


@pytest.mark.parametrize("program", [program for program in PROGRAMS if re.search(r"\b3\b", program)])
def test_four_for_three(program):
    more = re.sub(r"\b3\b", "4", program)
    numbers = {"three": "four"}

    assert prose(more) == exchanged(prose(program), numbers)
    assert {exchanged(text, numbers) for _, text, _ in told(program)} == {text for _, text, _ in told(more)}
    assert len(told(more)) > len(told(program)) or "3 times\n" in program


@pytest.mark.parametrize("program", PROGRAMS)
def test_neck_for_sacrum(program):
    moved = program.replace("sacrum", "neck")

    assert prose(moved) == prose(program).replace("sacrum", "neck")
    assert {text.replace("sacrum", "neck") for _, text, _ in told(program)} == {text for _, text, _ in told(moved)}
    assert any("sacrum" in text for _, text, _ in told(program)) == ("sacrum" in program)
