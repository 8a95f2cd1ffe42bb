"""The example carries every fact of the guide, and each fact's proof would notice if its line were gone."""

from pathlib import Path

import pytest
from facts import FACTS

from massagelang.pipeline import check

EXAMPLE = (Path(__file__).parent.parent / "examples" / "back_massage.mass").read_text(encoding="utf-8")
PLAN = check(EXAMPLE).plan


def holds(fact, plan):
    """Whether a plan shows a fact; a plan that lacks what the proof looks at does not."""
    try:
        return bool(fact.holds(plan))
    except (StopIteration, IndexError, KeyError, AttributeError):
        return False


def without(line):
    return "\n".join(text for text in EXAMPLE.splitlines() if line not in text) + "\n"


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.number)
def test_the_example_carries_this_fact(fact):
    assert holds(fact, PLAN), fact.says


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.number)
def test_the_proof_fails_when_its_line_is_taken_out(fact):
    assert fact.line in EXAMPLE
    assert not holds(fact, check(without(fact.line)).plan), fact.says


def test_there_are_89_facts_and_at_least_80_are_notation():
    assert len(FACTS) == len({fact.number for fact in FACTS}) == 89
    assert sum(fact.as_notation for fact in FACTS) >= 80


def test_the_guide_has_no_error_and_the_warnings_that_its_text_deserves():
    found = [(one.code, EXAMPLE[one.span.start : one.span.end]) for one in check(EXAMPLE).diagnostics]

    assert found == [
        ("ML502", "stroke other up right_side around shoulder, swift, smooth"),  # a note: the norm is a slow opening
        ("ML401", "over back"),  # deep forearms over the whole back meet the spine
        ("ML403", "over back"),  # and the soft area over the kidneys
        ("ML401", "toward spine"),  # a note: thumbs upon each other should end before the bones
        ("ML402", "up back"),  # hacking passes the kidneys on its way
        ("ML415", "up back"),  # and the sacrum: a note
    ]
