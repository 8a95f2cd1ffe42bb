"""Which routines of a folder are looked at, and when they are looked at again."""

import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from massagelang.cli import main

CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n"


def mass(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.mass", "drafts/b.mass", "old/c.mass", "old/deep/d.mass", "node_modules/e.mass", ".hidden/f.mass"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(f"stroke both up back # {name}\nefleurage\n")
    return tmp_path


def seen(*names):
    """The routines that a check looks at, by the findings that each of them has."""
    lines = mass("check", "--output-format", "compact", *names).stdout.splitlines()
    return sorted({line.split(":")[0] for line in lines})


def test_what_is_hidden_or_installed_is_passed_by(folder):
    (folder / "env").mkdir()
    (folder / "env" / "pyvenv.cfg").write_text("")
    (folder / "env" / "g.mass").write_text("efleurage\n")
    assert seen(".") == ["a.mass", "drafts/b.mass", "old/c.mass", "old/deep/d.mass"]
    assert seen("node_modules") == ["node_modules/e.mass"]


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ('["drafts"]', ["a.mass", "old/c.mass", "old/deep/d.mass"]),
        ('["drafts/", "d.mass"]', ["a.mass", "old/c.mass"]),
        ('["old"]', ["a.mass", "drafts/b.mass"]),
        ('["old/deep"]', ["a.mass", "drafts/b.mass", "old/c.mass"]),
        ('["./old/*"]', ["a.mass", "drafts/b.mass"]),
        ('["deep/d.mass"]', ["a.mass", "drafts/b.mass", "old/c.mass", "old/deep/d.mass"]),
        ('["[abc].mass"]', ["old/deep/d.mass"]),
    ],
)
def test_what_the_settings_exclude_is_left_out_of_walks(folder, exclude, left):
    (folder / "massagelang.toml").write_text(f"exclude = {exclude}\n")
    assert seen(".") == left
    assert seen(str(folder / "old" / ".." / ".")) == [str(folder / "old" / ".." / name) for name in left]


def test_a_file_that_is_named_is_always_looked_at(folder):
    (folder / "massagelang.toml").write_text('exclude = ["*"]\n')
    assert seen("drafts/b.mass") == ["drafts/b.mass"]


def test_a_folder_of_which_nothing_is_left_says_so(folder):
    (folder / "massagelang.toml").write_text('exclude = ["drafts"]\n')
    result = mass("check", "drafts")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: `drafts`: each `.mass` file in this folder is left out, by the settings or by git. Name one of them.\n"
    )


def test_wrong_settings_stop_a_walk_with_one_line(folder):
    (folder / "massagelang.toml").write_text("exclde = []\n")
    for command in (("check", "."), ("fmt", "--check", ".")):
        result = mass(*command)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "Did you mean `exclude`?" in result.stderr


@pytest.fixture
def repository(folder):
    try:
        subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    except OSError:
        pytest.skip("there is no git here")
    return folder


def test_what_git_ignores_is_left_out(repository):
    (repository / ".gitignore").write_text("/drafts/\n*.mass\n!a.mass\n")
    assert seen(".") == ["a.mass"]
    assert seen("drafts/b.mass") == ["drafts/b.mass"]


def test_what_git_has_already_is_looked_at(repository):
    subprocess.run(["git", "add", "-f", "old/c.mass"], cwd=repository, check=True)
    (repository / ".gitignore").write_text("old\ndrafts\n")
    assert seen(".") == ["a.mass", "old/c.mass"]


def test_without_git_everything_is_looked_at(repository, monkeypatch):
    (repository / ".gitignore").write_text("*.mass\n")
    monkeypatch.setenv("PATH", "")
    assert len(seen(".")) == 4


def test_a_format_leaves_the_same_out(repository):
    (repository / ".gitignore").write_text("old\ndrafts\n")
    (repository / "a.mass").write_text("stroke  both up back\n")
    (repository / "old" / "c.mass").write_text("stroke  both up back\n")
    assert mass("fmt", "--check", ".").stdout == "a.mass\n"


# ── watching ──────────────────────────────────────────────────────────────────────────────────────────────────────


PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite that runs in the background has it switched off
from massagelang.__main__ import main
main()
"""


class Watcher:
    """`mass check --watch` in a process of its own, and what it has printed."""

    def __init__(self, folder, *names):
        self.log = (folder / "log.txt").open("w+")
        command = [sys.executable, "-c", PROGRAM, "check", "--output-format", "compact", "--watch", *names]
        self.process = subprocess.Popen(command, cwd=folder, stdout=self.log, stderr=subprocess.STDOUT)
        self.path = folder / "log.txt"

    def waits_for(self, text, times=1):
        """Until it has said that so often."""
        end = time.monotonic() + 30
        while self.path.read_text().count(text) < times:
            assert time.monotonic() < end, self.path.read_text()
            assert self.process.poll() is None, self.path.read_text()
            time.sleep(0.05)

    def stop(self):
        import signal

        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=30)
        self.log.close()
        return status


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_a_change_is_checked_again_and_ctrl_c_ends_it(tmp_path):
    (tmp_path / "house.toml").write_text('name = "A"\nversion = "1"\n')
    (tmp_path / "moves.mass").write_text("define warm { stroke both up back }\n")
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.mass").write_text('use "moves.mass"\ndo warm\n')
    (tmp_path / "one" / "moves.mass").symlink_to("../moves.mass")
    watcher = Watcher(tmp_path, "one/a.mass", "one")
    try:
        watcher.waits_for("Ctrl-C ends it.", 1)
        (tmp_path / "moves.mass").write_text("define warm { efleurage both up back }\n")
        watcher.waits_for("error[ML101]")
        watcher.waits_for("Ctrl-C ends it.", 2)
        (tmp_path / "one" / "b.mass").write_text("petrisage both on back\n")
        watcher.waits_for("`petrisage`")
        watcher.waits_for("Ctrl-C ends it.", 3)
        (tmp_path / "massagelang.toml").write_text('slect = ["ML4"]\n')
        watcher.waits_for("Did you mean `select`?")
    finally:
        assert watcher.stop() == 130
    assert "Traceback" not in watcher.path.read_text()


@pytest.mark.parametrize("arguments", [("--fix", "a.mass"), ("--diff", "a.mass"), ("-",)])
def test_watching_changes_nothing_and_needs_files(arguments):
    result = mass("check", "--watch", *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
