"""What a user installs: the wheel carries grammar, tables and vocabulary, and works outside the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n"
TABLES_FIT = """
from massagelang.syntax import tables
assert tables.belong(tables._read_saved(), tables.grammar_text())
print(tables.__file__)
"""


def run(*command, cwd, **options):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(part) for part in command]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def installed(folder, *what):
    """The folder of programs of a new environment that has our dependencies and `what`, and needs no network."""
    venv.create(folder, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (site / "dependencies.pth").write_text(_dependencies(folder.parent / "dependencies"))
    run(sys.executable, "-m", "pip", "--python", _python(folder), "install", "-q", "--no-deps", *what, cwd=folder)
    return _python(folder).parent


def _dependencies(shelf):
    """A folder with links to what the package needs, and not to the package itself."""
    shelf.mkdir(exist_ok=True)
    for name in ("lark", "attr", "attrs", "click"):
        module = __import__(name)
        if not (shelf / name).exists():
            (shelf / name).symlink_to(Path(module.__file__).parent, target_is_directory=True)
    return f"{shelf}\n"


def _python(folder):
    return Path(folder, "Scripts", "python.exe") if os.name == "nt" else folder / "bin" / "python"


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """A source archive and the wheel made from it, as for a release but without a package index."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def programs(archives, tmp_path_factory):
    (wheel,) = archives.glob("*.whl")
    return installed(tmp_path_factory.mktemp("user") / "env", wheel)


def test_the_wheel_holds_the_package_and_nothing_else(archives):
    (wheel,) = archives.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"massagelang"}
    ours = (path for path in (ROOT / "massagelang").rglob("*") if path.suffix in {".py", ".toml", ".typed"})
    source = {path.relative_to(ROOT).as_posix() for path in ours}
    assert source | {"massagelang/grammar/massage.lark", "massagelang/syntax/tables.json"} <= set(names)


def test_the_wheel_works_in_an_empty_environment(programs, tmp_path):
    assert "no findings" in run(programs / "mass", "check", "-", cwd=tmp_path, input=CARD)
    prose = run(programs / "mass", "compile", "-", "--to", "text", cwd=tmp_path, input=CARD)
    assert "three times in all" in prose
    assert run(programs / "mass", "--version", cwd=tmp_path).startswith("mass 0.")


def test_the_wheel_carries_the_tables_of_its_grammar(programs, tmp_path):
    where = run(programs / "python", "-c", TABLES_FIT, cwd=tmp_path)
    assert str(programs.parent) in where


def test_the_wheel_needs_no_lark_to_run(programs, tmp_path):
    script = f"import sys; from massagelang.pipeline import check; check({CARD!r}); print('lark' in sys.modules)"
    assert run(programs / "python", "-c", script, cwd=tmp_path) == "False\n"


def test_a_bare_checkout_works_without_tables(tmp_path):
    for room in ("massagelang", "grammar"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("tables.json", "__pycache__"))
    assert "no findings" in run(sys.executable, "-m", "massagelang", "check", "-", cwd=tmp_path, input=CARD)
    assert not list(tmp_path.rglob("tables.json"))


@pytest.mark.real
def test_an_editable_install_and_the_wheel_from_a_package_index(archives, tmp_path):
    """With a package index: build and install as a stranger would, dependencies fetched, nothing shared."""
    venv.create(tmp_path / "env", with_pip=True)
    python = _python(tmp_path / "env")
    (wheel,) = archives.glob("*.whl")
    for what in ((wheel,), ("-e", ROOT)):
        run(python, "-m", "pip", "install", "-q", "--force-reinstall", *what, cwd=tmp_path)
        run(python, "-c", TABLES_FIT, cwd=tmp_path)
        assert "no findings" in run(python.parent / "mass", "check", "-", cwd=tmp_path, input=CARD)
