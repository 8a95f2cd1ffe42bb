"""`mass check --fix`: sure slips mended, in the file or on standard output, and nothing else touched."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from strategies import routines

from massagelang.cli import main
from massagelang.mending import mended
from massagelang.pipeline import check, kinds

SLIPS = "hand left on the sacrum\nstroke right up right_side, slowly\n"
MENDED = "hand left on sacrum\nstroke right up right_side, slow\n"


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.mass").write_text(SLIPS)
    return tmp_path


# ── what is mended ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hold both on the back for 30s", "hold both on back for 30s"),
        ("stroke both up back, very slowly", "stroke both up back, very slow"),
        ("stroke both up back slow", "stroke both up back, slow"),
        ("stroke both up back; repeat twice", "stroke both up back; repeat 2"),
        ("stroke both up back repeat 3", "stroke both up back; repeat 3"),
        ("hold both on back 30s", "hold both on back for 30s"),
        ("hold both on back for 30sec", "hold both on back for 30s"),
        ("say “breathe out”", 'say "breathe out"'),
        ("hold the left hand on the back, slowly", None),  # a tool that is not said stays a question
    ],
)
def test_sure_slips_are_mended(wrong, right):
    done = mended(wrong + "\n", check)
    if right is not None:
        assert done.text == right + "\n"
        assert done.count == len(done.before.diagnostics)
        assert done.after.diagnostics == ()
    else:
        assert all(one.code != "ML004" for one in done.after.diagnostics)


@pytest.mark.parametrize("text", ["efleurage both up back", "hand on sacrun", "left on sacrum", "hack both over back"])
def test_what_is_a_guess_or_a_choice_stays_as_it_is(text):
    done = mended(text + "\n", check)
    assert (done.text, done.count) == (text + "\n", 0)
    assert done.after.diagnostics


def test_a_mend_that_makes_things_worse_is_not_taken():
    def look(text):
        found = check(text)
        return check("efleurage both up back\nefleurage both up back\n" + text) if "slow\n" in text else found

    assert mended("stroke both up back, slowly\n", look).count == 0


@pytest.mark.parametrize("kind", list(kinds().values()), ids=lambda kind: kind.name)
def test_mending_an_example_leaves_no_more_errors_than_there_were(kind):
    done = mended(kind.bad.replace("«", "").replace("»", ""), check)
    assert len(done.after.diagnostics) <= len(done.before.diagnostics)
    assert mended(done.text, check).text == done.text


def not_understood(checked):
    return sum(one.code < "ML2" for one in checked.diagnostics)


@given(routines(wrong=True))
def test_mending_never_leaves_more_unread_and_is_done_at_once(text):
    done = mended(text, check)
    assert not_understood(done.after) <= not_understood(done.before) - (done.count > 0)
    assert mended(done.text, check).text == done.text


# ── files and streams ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_is_mended_and_the_rest_reported(folder):
    result = mass("check", "--fix", "a.mass")
    assert (folder / "a.mass").read_text() == MENDED
    assert (result.exit_code, result.stdout) == (0, "a.mass: no findings\n")
    assert result.stderr == "`a.mass`: 2 findings are mended.\n"


def test_line_ends_and_a_byte_order_mark_stay(folder):
    (folder / "a.mass").write_bytes(("\ufeff" + SLIPS.replace("\n", "\r\n")).encode())
    assert mass("check", "--fix", "a.mass").exit_code == 0
    assert (folder / "a.mass").read_bytes() == ("\ufeff" + MENDED.replace("\n", "\r\n")).encode()


def test_a_file_without_slips_is_not_written(folder):
    (folder / "a.mass").write_text("efleurage both up back\n")
    before = (folder / "a.mass").stat().st_mtime_ns
    result = mass("check", "--fix", "a.mass")
    assert (result.exit_code, result.stderr) == (1, "")
    assert (folder / "a.mass").stat().st_mtime_ns == before


def test_the_mode_of_a_file_stays_and_no_other_file_is_left(folder):
    (folder / "a.mass").chmod(0o640)
    mass("check", "--fix", ".")
    assert stat.S_IMODE((folder / "a.mass").stat().st_mode) == 0o640
    assert [path.name for path in folder.iterdir()] == ["a.mass"]


def test_a_full_disk_keeps_the_file(folder, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = mass("check", "--fix", "a.mass")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: `a.mass`: there is no room left to write it.")
    assert (folder / "a.mass").read_text() == SLIPS
    assert [path.name for path in folder.iterdir()] == ["a.mass"]


def test_standard_input_goes_mended_to_standard_output(folder):
    result = mass("check", "--fix", "-", stdin=SLIPS)
    assert result.stdout == MENDED
    assert result.stderr == "<stdin>: no findings\n"
    assert mass("check", "--fix", "-", stdin="efleurage both up back\n").stdout == "efleurage both up back\n"


def test_the_difference_is_shown_and_nothing_written(folder):
    result = mass("check", "--diff", "a.mass")
    assert result.stdout == (
        "--- a.mass\n+++ a.mass\n@@ -1,2 +1,2 @@\n-hand left on the sacrum\n-stroke right up right_side, slowly\n"
        "+hand left on sacrum\n+stroke right up right_side, slow\n"
    )
    assert (folder / "a.mass").read_text() == SLIPS
    assert result.exit_code == 1
    assert result.stderr.endswith("a.mass: 2 errors; 2 can be mended by `mass check --fix`\n")


def test_a_file_that_is_only_used_is_not_touched(folder):
    (folder / "moves.mass").write_text("define warm {\n  stroke both up back, slowly\n}\n")
    (folder / "a.mass").write_text('use "moves.mass"\ndo warm\n')
    result = mass("check", "--fix", "a.mass")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "a.mass: 1 error")
    assert "slowly" in Path("moves.mass").read_text()
    Path("moves.mass").write_text(Path("moves.mass").read_text() + "do warm\n")
    assert mass("check", "--fix", "moves.mass").exit_code == 0
    assert Path("moves.mass").read_text() == "define warm {\n  stroke both up back, slow\n}\ndo warm\n"


def test_the_settings_of_the_house_count_here_too(folder):
    (folder / "massagelang.toml").write_text('ignore = ["ML4"]\n')
    (folder / "a.mass").write_text("hack both over back, slowly\n")
    assert mass("check", "--fix", "a.mass").stdout == "a.mass: no findings\n"


def test_what_is_no_ordinary_file_is_not_written(folder):
    os.mkfifo(folder / "pipe.mass")
    import threading

    writer = threading.Thread(target=lambda: (folder / "pipe.mass").write_text(SLIPS))
    writer.start()
    result = mass("check", "--fix", "pipe.mass")
    writer.join()
    assert result.exit_code == 2
    assert "Send it through `mass check --fix -`" in result.stderr
