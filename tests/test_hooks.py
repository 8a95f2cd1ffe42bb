"""The pre-commit hooks of `.pre-commit-hooks.yaml`, run for real in a repository of routines."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOKS = re.findall(r"^- id: (\S+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
GOOD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n"
SLIP = "stroke both up back, slowly\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where hooks are installed, once for all of them."""
    return tmp_path_factory.mktemp("hooks")


@pytest.fixture
def routines(tmp_path):
    (tmp_path / "good.mass").write_text(GOOD)
    (tmp_path / "notes.txt").write_text("efleurage\n")
    git(tmp_path, "init", "-q")
    return tmp_path


def git(folder, *arguments):
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def tried(folder, home, hook):
    """What `pre-commit try-repo` prints for a hook on all files, and its status."""
    git(folder, "add", "-A")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--all-files", "--verbose"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_every_hook_is_tried():
    assert HOOKS == ["mass-check", "mass-fix", "mass-fmt"]


@pytest.mark.real
def test_the_hooks_do_what_they_say(routines, home):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    pytest.importorskip("pre_commit")
    for hook in HOOKS:
        status, said = tried(routines, home, hook)
        assert status == 0, said
        assert "Passed" in said

    (routines / "slip.mass").write_text(SLIP)
    status, said = tried(routines, home, "mass-check")
    assert (status, "slip.mass:1:22" in said, "notes.txt" in said) == (1, True, False), said

    status, said = tried(routines, home, "mass-fix")
    assert (status, "files were modified by this hook" in said) == (1, True), said
    assert (routines / "slip.mass").read_text() == "stroke both up back, slow\n"

    (routines / "slip.mass").write_text("stroke  both up back\n")
    status, said = tried(routines, home, "mass-fmt")
    assert (status, (routines / "slip.mass").read_text()) == (1, "stroke both up back\n"), said


# ── what the pages about it show ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/checking.md", "README.md"])
def test_the_commands_that_pages_show_have_those_options(page):
    from massagelang.cli import main

    text = (ROOT / page).read_text(encoding="utf-8")
    shown = re.findall(r"\bmass (check|fmt|rules|explain|compile|time|words|diff|fit)\b([^`\n>|]*)", text)
    assert shown
    for name, rest in shown:
        known = {option for parameter in main.get_command(None, name).params for option in parameter.opts}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= known, (name, rest)


def test_the_hooks_that_the_page_names_are_there():
    named = re.findall(r"id: (mass-\w+)", (ROOT / "docs/ci.md").read_text(encoding="utf-8"))
    assert named
    assert set(named) <= set(HOOKS)
