"""Comments that allow: what they settle, what is said of those that settle nothing, and what no comment can settle."""

import pytest

from massagelang.pipeline import check
from massagelang.settings import Settings

HACK = "hack both over back"
WHY = '"fingertips only"'


def found(text, **settings):
    checked = check(text, settings=Settings(**settings))
    return [(one.code, one.source.text[one.span.start : one.span.end]) for one in checked.diagnostics]


def told(text):
    return [one.message for one in check(text).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        f"{HACK}  # mass: allow ML402 {WHY}\n",
        f"# mass: allow ml402 {WHY}\n{HACK}\n",
        f'# mass: allow percussion_over_kidneys {WHY}\nstep "A"\n{HACK}\n{HACK}\n',
        f'# mass: allow ML402 {WHY}\nroutine "A"\n{HACK}; stroke both up back\n',
        f"{HACK}  # mass: allow ML402 {WHY}\n{HACK}  # mass: allow ML402 {WHY}\n",
    ],
)
def test_an_allow_that_settles_something_is_no_finding(text):
    assert found(text) == []


def test_an_allow_that_silences_nothing_is_told_once_and_at_its_code():
    text = f"{HACK}  # mass: allow ML402 {WHY}\nstroke both up back  # mass: allow ML402 {WHY}\n"

    assert found(text) == [("ML606", "ML402")]
    assert told(text) == ["`ML402` is allowed here, but nothing here gives it."]


def test_of_two_that_reach_one_finding_none_is_idle():
    assert found(f'# mass: allow ML402 {WHY}\nstep "A"\n{HACK}  # mass: allow percussion_over_kidneys {WHY}\n') == []


def test_what_could_not_be_understood_is_never_settled():
    text = f"efleurage both up back  # mass: allow ML101 {WHY}\n"

    assert found(text) == [("ML101", "efleurage"), ("ML606", "ML101")]
    assert told(text)[1] == "`ML101` is allowed here, but it is always told."


def test_a_code_that_nobody_knows_is_told_as_that_alone():
    assert found(f"stroke both up back  # mass: allow ML999 {WHY}\n") == [("ML129", "ML999")]


def test_safety_asks_for_a_reason_and_the_rest_does_not():
    assert found(f"{HACK}  # mass: allow ML402\n") == [("ML607", "ML402")]
    assert found(f'{HACK}  # mass: allow ML402 ""\n') == [("ML607", "ML402")]
    assert found("pause 0s  # mass: allow ML303\n") == []


def test_the_remarks_about_comments_can_be_allowed_too():
    assert found(f"# mass: allow ML607\n{HACK}  # mass: allow ML402\n") == []
    idle = f"# mass: allow ML606\nstroke both up back  # mass: allow ML402 {WHY}\n"
    assert found(idle) == []
    assert found("# mass: allow ML606\nstroke both up back\n") == [("ML606", "ML606")]


def test_an_allow_of_what_the_house_does_not_want_to_hear_is_no_finding():
    text = f"stroke both up back  # mass: allow ML402 {WHY}\n"

    assert found(text, ignore=("ML4",)) == []
    assert found(text, select=("ML606",)) == []
    assert found(text, select=("ML6", "ML4")) == [("ML606", "ML402")]


def test_a_comment_in_a_used_file_is_looked_at_where_it_stands():
    moves = f"define strike {{\n{HACK}  # mass: allow ML402 {WHY}\nstroke both up back  # mass: allow ML403 {WHY}\n}}\n"

    checked = check('use "moves.mass"\ndo strike\n', read={"moves.mass": moves}.__getitem__)

    assert [(one.code, one.source.name) for one in checked.diagnostics] == [("ML606", "moves.mass")]
