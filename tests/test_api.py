"""The Python API, as its docstrings promise it."""

import doctest
import subprocess
import sys

import pytest

import massagelang

CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3"


def test_the_example_of_the_package_runs():
    assert doctest.testmod(massagelang).failed == 0


def test_every_public_name_is_there_and_documented():
    for name in massagelang.__all__:
        assert getattr(massagelang, name).__doc__, name


def test_importing_the_package_does_not_read_the_language():
    script = "import sys, massagelang; print('massagelang.pipeline' in sys.modules, 'lark' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["False", "False"]


def test_compile_tells_the_errors_of_a_routine():
    with pytest.raises(massagelang.RoutineError) as raised:
        massagelang.compile("efleurage both up back", to="text")

    assert [one.code for one in raised.value.diagnostics] == ["ML101"]


def test_compile_names_the_card():
    assert "three times in all" in massagelang.compile(CARD, to="text")


def test_files_that_are_used_come_through_read_alone():
    moves = {"moves.mass": "define long_strokes { stroke both up back }\n"}

    checked = massagelang.check('use "moves.mass"\ndo long_strokes\n', read=moves.__getitem__)

    assert checked.diagnostics == ()
    assert [event.act.technique.id for event in massagelang.events(checked.plan) if event.act.technique] == ["stroke"]


def test_files_may_use_files_but_not_one_another_for_ever():
    files = {
        "a.mass": 'use "b.mass"\ndefine first { do second }\n',
        "b.mass": 'use "a.mass"\ndefine second { stroke both up back }\n',
    }

    checked = massagelang.check('use "a.mass"\ndo first\n', name="main.mass", read=files.__getitem__)

    assert checked.diagnostics == ()


def test_findings_of_used_files_say_their_file():
    files = {"moves.mass": "define warm {\n  efleurage both up back\n}\n"}

    (found,) = massagelang.check('use "moves.mass"\ndo warm\n', read=files.__getitem__).diagnostics

    assert found.source.name == "moves.mass"
    assert found.source.line_and_column(found.span.start) == (2, 3)


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.mass", "a/../../b.mass"])
def test_files_outside_the_folder_are_not_asked_for(path):
    asked = []

    (found,) = massagelang.check(f'use "{path}"\nstroke both up back\n', read=asked.append).diagnostics

    assert (found.code, asked) == ("ML119", [])


def test_without_read_no_file_is_opened():
    (found,) = massagelang.check('use "pyproject.toml"\nstroke both up back\n').diagnostics

    assert found.code == "ML119"
