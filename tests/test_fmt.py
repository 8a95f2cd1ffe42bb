"""`mass fmt`: what it prints, what status it ends with, and what it does to files."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from massagelang.cli import main
from massagelang.report.difference import difference
from massagelang.syntax.form import Formatted

ROOT = Path(__file__).parent.parent
CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n"
ODD = b"\xef\xbb\xbfHands  on back\r\nhold both for 30 seconds#rest"
EVEN = b"hands on back\nhold both for 30s  # rest\n"
UNREAD = "Hands  off\nthe  hands off\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "card.mass").write_text(CARD)
    (tmp_path / "odd.mass").write_bytes(ODD)
    return tmp_path


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, ["fmt", *map(str, arguments)], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def ended(result):
    return result.exit_code, result.stdout, result.stderr


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_is_formatted_in_its_place_and_keeps_its_mode(folder):
    (folder / "odd.mass").chmod(0o640)
    assert ended(mass("odd.mass")) == (0, "", "`odd.mass` is formatted.\n")
    assert (folder / "odd.mass").read_bytes() == EVEN
    assert (folder / "odd.mass").stat().st_mode & 0o777 == 0o640
    assert ended(mass("odd.mass")) == (0, "", "")


def test_a_canonical_file_is_not_written(folder):
    os.utime("card.mass", (1, 1))
    assert ended(mass("card.mass")) == (0, "", "")
    assert (folder / "card.mass").stat().st_mtime == 1


def test_folders_are_walked_without_their_hidden_part(folder):
    for name in (".venv/hidden.mass", "inner/deep.mass", "inner/other.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(ODD)
    result = mass(".")
    assert sorted(result.stderr.splitlines()) == ["`inner/deep.mass` is formatted.", "`odd.mass` is formatted."]
    assert (folder / "inner/deep.mass").read_bytes() == EVEN
    assert (folder / ".venv/hidden.mass").read_bytes() == (folder / "inner/other.txt").read_bytes() == ODD


def test_a_link_is_written_through(folder):
    (folder / "link.mass").symlink_to("odd.mass")
    assert mass("link.mass").exit_code == 0
    assert (folder / "link.mass").is_symlink()
    assert (folder / "odd.mass").read_bytes() == EVEN


# ── check and diff ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_check_names_what_would_change_and_writes_nothing(folder):
    assert ended(mass("--check", "card.mass", "odd.mass")) == (1, "odd.mass\n", "")
    assert ended(mass("--check", "card.mass")) == (0, "", "")
    assert (folder / "odd.mass").read_bytes() == ODD


@pytest.mark.parametrize(
    "odd", [b"\xef\xbb\xbf" + CARD.encode(), CARD.replace("\n", "\r\n").encode(), CARD[:-1].encode()]
)
def test_check_sees_the_mark_and_the_line_ends(folder, odd):
    (folder / "card.mass").write_bytes(odd)
    assert mass("--check", "card.mass").exit_code == 1
    assert mass("card.mass").exit_code == 0
    assert (folder / "card.mass").read_text() == CARD


def test_diff_shows_what_would_change_and_writes_nothing(folder):
    (folder / "odd.mass").write_text("hands off\nHands  on back")
    assert ended(mass("--diff", "card.mass", "odd.mass")) == (
        0,
        "--- odd.mass\n+++ odd.mass\n@@ -1,2 +1,2 @@\n hands off\n-Hands  on back\n\\ No newline at end of file\n"
        "+hands on back\n",
        "",
    )
    assert (folder / "odd.mass").read_text() == "hands off\nHands  on back"
    assert mass("--diff", "--check", "odd.mass").exit_code == 1


def test_a_diff_parts_lines_at_line_feeds_only():
    assert list(difference("a\nb", 'say "\u2028"\r\n', 'say "\u2028"\n'))[3:] == [
        '-say "\u2028"\r\n',
        '+say "\u2028"\n',
    ]
    assert next(difference("a\nb", "1\n", "2\n")) == "--- a\\nb\n"
    assert list(difference("a", "1\n", "1\n")) == []


# ── standard input ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_standard_input_goes_to_standard_output():
    assert ended(mass("-", stdin=ODD)) == (0, EVEN.decode(), "")
    assert ended(mass("-", stdin=CARD)) == (0, CARD, "")
    assert ended(mass("--check", "-", stdin=CARD)) == (0, "", "")
    assert ended(mass("--check", "-", stdin=ODD)) == (1, "<stdin>\n", "")
    assert mass("--diff", "-", stdin="hands  off\n").stdout == (
        "--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@\n-hands  off\n+hands off\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_standard_output_that_cannot_be_written():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "massagelang", "fmt", "-"]
        run = subprocess.run(command, input=ODD, stdout=full, stderr=subprocess.PIPE, check=False, env=environment)
    assert run.returncode == 2
    assert run.stderr.startswith(b"error: standard output: there is no room left")


# ── lines that cannot be read ─────────────────────────────────────────────────────────────────────────────────────────


def test_lines_that_cannot_be_read_stay_and_are_told(folder):
    (folder / "odd.mass").write_text(UNREAD)
    told = "`odd.mass`: line 2 stays as it is: `mass check` says what I could not read there.\n"
    assert ended(mass("odd.mass")) == (0, "", "`odd.mass` is formatted.\n" + told)
    assert (folder / "odd.mass").read_text() == "hands off\nthe  hands off\n"
    assert ended(mass("--check", "odd.mass")) == (0, "", told)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("the back\n", ""),
        ("hand on the back\n", "line 1 stays as it is"),
        ("repeat 3 times {\n the hands off\n}\n", "lines 1-3 stay as they are"),
        ("hand on the back\nhands off\nhand on the back\n", "lines 1, 3 stay as they are"),
    ],
)
def test_which_lines_stay(text, lines):
    told = f"standard input: {lines}: `mass check` says what I could not read there.\n" if lines else ""
    assert ended(mass("-", stdin=text)) == (0, text, told)


# ── troubles ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_cannot_be_read_is_one_line_and_the_rest_is_formatted(folder):
    (folder / "bad.mass").write_bytes(b"# caf\xe9\n")
    result = mass("bad.mass", "cart.mass", "odd.mass")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: `bad.mass`: line 1 is not in UTF-8. Save the file as UTF-8.\n"
        "error: `cart.mass`: there is no such file. Did you mean `card.mass`?\n"
        "`odd.mass` is formatted.\n"
    )
    assert (folder / "bad.mass").read_bytes() == b"# caf\xe9\n"
    assert (folder / "odd.mass").read_bytes() == EVEN
    (folder / "odd.mass").write_bytes(ODD)
    assert ended(mass("--check", "bad.mass", "odd.mass"))[:2] == (2, "odd.mass\n")


def test_a_full_disk_keeps_the_file_and_the_others_go_on(folder, monkeypatch):
    kept = os.fsync

    def full(handle):
        monkeypatch.setattr(os, "fsync", kept)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (folder / "other.mass").write_bytes(ODD)
    result = mass("odd.mass", "other.mass")
    why = "there is no room left to write it. Make room, or choose another place."
    assert ended(result) == (2, "", f"error: `odd.mass`: {why}\n`other.mass` is formatted.\n")
    assert (folder / "odd.mass").read_bytes() == ODD
    assert (folder / "other.mass").read_bytes() == EVEN
    assert sorted(path.name for path in folder.iterdir()) == ["card.mass", "odd.mass", "other.mass"]


def test_a_file_that_may_not_be_written_stays(folder, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = mass("odd.mass")
    assert ended(result) == (2, "", "error: `odd.mass`: I may not write there. Choose another place.\n")
    assert (folder / "odd.mass").read_bytes() == ODD


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="names of open pipes are of Unix")
def test_a_pipe_is_not_written_into():
    reader, writer = os.pipe()
    os.write(writer, ODD)
    os.close(writer)
    told = f"error: `/dev/fd/{reader}`: it is no file to write into. Send it through `mass fmt -`.\n"
    assert ended(mass(f"/dev/fd/{reader}")) == (2, "", told)
    os.close(reader)


def test_a_form_that_would_say_something_else_is_not_written(folder, monkeypatch):
    monkeypatch.setattr("massagelang.formatting.form_of", lambda text: Formatted(text, refused=True))
    result = mass("odd.mass")
    why = "no form was found that says the same, so it stays as it is. Please report it."
    assert ended(result) == (2, "", f"error: `odd.mass`: {why}\n")
    assert (folder / "odd.mass").read_bytes() == ODD


def test_strange_names_are_printed_on_one_line(folder):
    strange = os.fsdecode(b"a\n\x1b[31m\xff.mass")
    (folder / strange).write_bytes(ODD)
    assert mass("--check", strange).stdout == "a\\n\\x1b[31m\\udcff.mass\n"
    assert mass(strange).stderr == "`a\\n\\x1b[31m\\udcff.mass` is formatted.\n"


@pytest.mark.parametrize("arguments", [(), ("--chek", "card.mass")])
def test_wrong_use_is_status_2(folder, arguments):
    assert mass(*arguments).exit_code == 2
