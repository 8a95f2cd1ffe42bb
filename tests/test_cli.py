"""The doors: what the commands print, what status they end with, and what they do to files."""

import errno
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from massagelang import files
from massagelang.cli import main
from massagelang.diagnostic import Diagnostic, Remark, Replacement, Severity
from massagelang.report import github, terminal
from massagelang.report import json as json_report
from massagelang.report.excerpt import excerpt
from massagelang.report.finding_page import marked
from massagelang.source import Source, Span

ROOT = Path(__file__).parent.parent
CARD = "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n"
MISSPELT = "hand left on sacrum\nefleurage right up right_side\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "card.mass").write_text(CARD)
    (tmp_path / "misspelt.mass").write_text(MISSPELT)
    return tmp_path


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(*arguments, stdin=None, stdout=subprocess.PIPE, **environment):
    command = [sys.executable, "-m", "massagelang", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, check=False, env=environment)


def finding(severity, source=None, span=None, **more):
    source = source or Source("a.mass", "hand on hip\n")
    return Diagnostic("ML999", "made_up", severity, source, span or Span(0, 4), "The hand.", **more)


# ── check ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_clean_file_has_no_findings(folder):
    result = mass("check", "card.mass")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "card.mass: no findings\n", "")


def test_a_misspelt_word_is_underlined_and_mended(folder):
    result = mass("check", "misspelt.mass")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[1:5] == [" --> misspelt.mass:2:1", "  |", "2 | efleurage right up right_side", "  | ^^^^^^^^^"]
    assert "`effleurage`" in lines[5]


def test_a_folder_is_walked_without_its_hidden_part(folder):
    (folder / ".venv").mkdir()
    (folder / ".venv" / "hidden.mass").write_text(MISSPELT)
    (folder / "inner").mkdir()
    (folder / "inner" / "deep.mass").write_text(CARD)
    (folder / "inner" / "other.txt").write_text(MISSPELT)
    result = mass("check", ".")
    assert result.stdout.splitlines()[-1] == "3 files: 1 error"


def test_a_file_named_twice_is_checked_once(folder):
    assert mass("check", "card.mass", ".", "card.mass").stdout.endswith("2 files: 1 error\n")


@pytest.mark.parametrize("text", [CARD, "\ufeff" + CARD, CARD.replace("\n", "\r\n")], ids=["plain", "mark", "crlf"])
def test_standard_input_is_checked(text):
    result = mass("check", "-", stdin=text)
    assert (result.exit_code, result.stdout) == (0, "<stdin>: no findings\n")


def test_warnings_alone_are_status_0(folder, monkeypatch):
    found = (finding(Severity.WARNING), finding(Severity.WARNING), finding(Severity.INFO))
    monkeypatch.setattr("massagelang.pipeline.check", lambda *_, **__: SimpleNamespace(diagnostics=found))
    result = mass("check", "card.mass")
    assert result.exit_code == 0
    assert result.stdout.endswith("card.mass: 2 warnings, 1 note\n")


UNREADABLE = {
    "missing": (lambda path: None, "there is no such file"),
    "folder": (lambda path: path.mkdir(), "no `.mass` file in this folder"),
    "binary": (lambda path: path.write_bytes(b"\x7fELF\x01\x00\x00"), "no plain text (a NUL byte in line 1)"),
    "nul": (lambda path: path.write_bytes(b"hand on\nsac\0rum\n"), "a NUL byte in line 2"),
    "utf-16": (lambda path: path.write_bytes(CARD.encode("utf-16")), "UTF-16"),
    "not utf-8": (lambda path: path.write_bytes(b"# one\n# caf\xe9\n"), "line 2 is not in UTF-8"),
    "large": (lambda path: path.write_bytes(b"#" * 4_000_001), "over 4 MB"),
    "loop": (lambda path: path.symlink_to(path), "could not be read"),
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "compile"])
def test_what_cannot_be_read_is_one_line_and_status_2(folder, case, command):
    make, says = UNREADABLE[case]
    make(folder / "bad.mass")
    result = mass(command, "bad.mass")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("error: `bad.mass`: ")
    assert says in result.stderr or (command, case) == ("compile", "folder")


def test_a_file_without_the_right_to_read(folder, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(files, "open", refuse, raising=False)
    result = mass("check", "card.mass")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "I may not read it" in result.stderr


def test_the_other_files_are_checked_all_the_same(folder):
    result = mass("check", "cart.mass", "misspelt.mass", "card.mass")
    assert result.exit_code == 2
    assert result.stderr == "error: `cart.mass`: there is no such file. Did you mean `card.mass`?\n"
    assert result.stdout.endswith("2 files: 1 error\n")


def test_a_file_of_just_4_mb_is_read(folder):
    (folder / "long.mass").write_bytes(CARD.encode() + b"#" * (4_000_000 - len(CARD)))
    assert mass("check", "long.mass").exit_code == 0


@pytest.mark.parametrize("text", ["hand on\u2028sacrum\n", "{" * 10_000, "both sides " + "{\n" * 10_000, "\x1b[31m\n"])
def test_what_is_read_but_not_understood_is_status_1(text):
    result = mass("check", "-", stdin=text)
    assert result.exit_code == 1
    assert "error[ML" in result.stdout
    assert "Traceback" not in result.output
    assert not {"\u2028", "\x1b"} & set(result.stdout)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("repeat swapped\n", ["error[ML110]: Nothing stands before this `repeat`."]),
        ("repeat 3; repeat mirrored\n", ["error[ML110]: Nothing stands before this `repeat`."]),
        ('routine "A"\nroutine "B"\n' + CARD, ["error[ML130]: The title is given a second time."]),
        ("session: 30s\nsession: 30s\n" + CARD, ["error[ML130]: `session` is given a second time."]),
        ('step "A"\nskin: bare\nskin: clothed\n' + CARD, ["error[ML130]: `skin` is given a second time."]),
        ('needs: "a towel"\nneeds: "oil"\n' + CARD, []),
        ('step "A"\nskin: bare\n' + CARD + 'step "B"\nskin: clothed\n' + CARD, []),
        (CARD.strip() + '  # mass: allow ML999 "x"\n', ["warning[ML129]: There is no finding `ML999` to allow."]),
        (CARD.strip() + '  # mass: allow ml402 "x"\n', []),
        ('# mass: allow percussion_over_kidneys "x"\n' + CARD, []),
    ],
)
def test_what_is_said_of_a_routine_as_a_whole(text, says):
    lines = mass("check", "-", stdin=text).stdout.splitlines()
    assert [line for line in lines if "[ML1" in line] == says


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("gently stroke up back\n", "`gently` says how: write it after a comma at the end: `stroke …, gentle`."),
        ("gently stroke both up back\n", "Write it after a comma at the end: `stroke …, gentle`."),
        (CARD.strip() + '  # mass: allow percusion_over_kidneys "x"\n', "Did you mean `percussion_over_kidneys`?"),
        (CARD.strip() + '  # mass: allow ML999 "x"\n', "`mass explain` lists the findings."),
    ],
)
def test_hints_name_the_word_that_helps(text, hint):
    assert f"hint: {hint}" in mass("check", "-", stdin=text).stdout.splitlines()


def test_an_empty_file_is_no_trouble():
    assert mass("check", "-", stdin="").exit_code in (0, 1)


def test_names_are_printed_on_one_line(folder):
    strange = os.fsdecode(b"a\n\x1b[31m\xff.mass")
    result = mass("check", strange)
    assert (
        result.stderr
        == "error: `a\\n\\x1b[31m\\udcff.mass`: there is no such file. Look at the spelling of its name.\n"
    )
    (folder / strange).write_text(MISSPELT)
    assert "a\\n\\x1b[31m\\udcff.mass:2:1" in mass("check", strange).stdout


def test_findings_as_json(folder):
    result = mass("check", "--format", "json", "misspelt.mass")
    report = json.loads(result.stdout)
    (found,) = report["findings"]
    assert (result.exit_code, report["version"]) == (1, 1)
    assert found["start"] == {"offset": 20, "line": 2, "column": 1}
    assert found["end"] == {"offset": 29, "line": 2, "column": 10}


def test_findings_for_github(folder):
    result = mass("check", "--format", "github", "misspelt.mass", "card.mass")
    assert result.stdout.startswith("::error file=misspelt.mass,line=2,endLine=2,col=1,endColumn=10,title=ML")


@pytest.mark.parametrize("arguments", [(), ("check",), ("chek", "x"), ("check", "--frmat", "json", "x"), ("compile",)])
def test_wrong_use_is_status_2(arguments):
    assert mass(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("chek", "card.mass"), "Did you mean 'check'?"),
        (("check", "--frmat", "json", "card.mass"), "--format"),
        (("compile", "--to", "txt", "card.mass"), "Did you mean `text`"),
        (("compile", "-o", "card.xyz", "card.mass"), "Add `--to`"),
    ],
)
def test_mistyped_commands_options_and_formats_are_mended(folder, arguments, says):
    result = mass(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr


# ── compile ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_prose_goes_to_standard_output():
    result = mass("compile", "-", stdin=CARD)
    assert result.exit_code == 0
    assert "three times in all" in result.stdout


def test_the_suffix_says_the_format(folder):
    assert mass("compile", "card.mass", "-o", "card.vtt").exit_code == 0
    assert (folder / "card.vtt").read_text().startswith("WEBVTT")
    assert mass("compile", "card.mass", "--to", "vtt", "-o", "cues.txt").exit_code == 0
    assert (folder / "cues.txt").read_text() == (folder / "card.vtt").read_text()


def test_errors_stop_it_and_keep_the_old_file(folder):
    (folder / "out.txt").write_text("old")
    result = mass("compile", "misspelt.mass", "-o", "out.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "misspelt.mass:2:1" in result.stderr
    assert (folder / "out.txt").read_text() == "old"


def test_the_routine_itself_is_never_overwritten(folder):
    (folder / "link.txt").symlink_to("card.mass")
    for output in ("card.mass", "./card.mass", "link.txt"):
        result = mass("compile", "card.mass", "--to", "text", "-o", output)
        assert result.exit_code == 2
        assert "the routine itself" in result.stderr
    with (folder / "card.mass").open() as stdin:
        assert process("compile", "-", "--to", "text", "-o", "card.mass", stdin=stdin).returncode == 2
    assert (folder / "card.mass").read_text() == CARD


@pytest.mark.parametrize("place", ["nowhere/out.txt", "card.mass/out.txt", "inner.txt"])
def test_where_nothing_can_be_written(folder, place):
    (folder / "inner.txt").mkdir()
    result = mass("compile", "card.mass", "-o", place)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert sorted(path.name for path in folder.iterdir()) == ["card.mass", "inner.txt", "misspelt.mass"]


def test_a_full_disk_keeps_the_old_file(folder, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    (folder / "out.txt").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    result = mass("compile", "card.mass", "-o", "out.txt")
    assert result.exit_code == 2
    assert result.stderr == "error: `out.txt`: there is no room left to write it. Make room, or choose another place.\n"
    assert (folder / "out.txt").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["card.mass", "misspelt.mass", "out.txt"]


def test_a_link_is_written_through_and_the_mode_stays(folder):
    (folder / "real.txt").write_text("old")
    (folder / "real.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("real.txt")
    files.write("link.txt", "new")
    assert (folder / "link.txt").is_symlink()
    assert (folder / "real.txt").read_text() == "new"
    assert stat.S_IMODE((folder / "real.txt").stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(folder):
    before = os.umask(0o027)
    try:
        files.write("new.txt", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "new.txt").stat().st_mode) == 0o640


def test_a_file_that_may_not_be_written_stays(folder, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(files.FileError, match="I may not write there"):
        files.write("card.mass", "new")
    assert (folder / "card.mass").read_text() == CARD


def test_a_device_is_written_as_it_stands():
    files.write(os.devnull, "nothing")
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", [("compile", "card.mass"), ("check", "card.mass"), ("words",), ("new",)])
def test_output_that_cannot_be_written(folder, command):
    with Path("/dev/full").open("w") as full:
        run = process(*command, stdout=full)
    assert run.returncode == 2
    assert run.stderr.startswith(b"error: standard output: there is no room left")
    assert run.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nothing.mass", "there is no such file"),
        ("card.mas", "there is no such file"),
        ("inner", "it is a folder"),
        ("wide.mass", "it is text in UTF-16"),
        ("outside.mass", "it lies outside the project folder"),
    ],
)
def test_a_used_file_that_cannot_be_read_is_told_in_a_few_words(folder, path, reason):
    (folder / "inner").mkdir()
    (folder / "wide.mass").write_bytes(CARD.encode("utf-16"))
    (folder / "outside.mass").symlink_to("/etc/hostname")
    (folder / "main.mass").write_text(f'use "{path}"\n')
    first = mass("check", str(folder / "main.mass")).stdout.splitlines()[0]
    assert first == f"error[ML119]: I could not read `{path}`: {reason}."


def test_other_files_are_reached_inside_the_project_folder(folder):
    (folder / "routines").mkdir()
    (folder / "routines" / "moves.mass").write_text("inside")
    read = files.reader_beside("routines/main.mass")
    assert read("moves.mass") == "inside"
    assert read("../card.mass") == CARD
    for path in ("../../outside.mass", "/etc/hostname"):
        with pytest.raises(files.FileError, match="outside the project folder"):
            read(path)
    with pytest.raises(files.FileError, match="no file can have this name"):
        read("a\0b")


# ── what the documents show ───────────────────────────────────────────────────────────────────────────────────────────

SHOWN = re.findall(
    r"^\$ echo '([^'\n]*)' \| mass ([^\n]*)\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S
)


def test_there_are_examples_to_run():
    assert SHOWN


@pytest.mark.parametrize(("text", "arguments", "shown"), SHOWN)
def test_the_examples_of_the_readme_print_what_it_shows(text, arguments, shown):
    assert mass(*arguments.split(), stdin=f"{text}\n").output == shown


# ── explain, words, new ───────────────────────────────────────────────────────────────────────────────────────────────


def test_every_finding_is_explained():
    from massagelang import pipeline

    for code, kind in pipeline.kinds().items():
        result = mass("explain", code.lower())
        assert result.exit_code == 0
        assert result.stdout == mass("explain", kind.name).stdout
        assert result.stdout.startswith(f"{code} · {kind.name} · ")
        assert "«" not in result.stdout


def test_an_unknown_finding():
    result = mass("explain", "ML1o1")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "Did you mean" in result.stderr
    assert "`mass explain` lists all" in mass("explain", "zzzz").stderr


def test_all_findings_are_listed():
    from massagelang import pipeline

    result = mass("explain")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{code}  {kind.name}" for code, kind in pipeline.kinds().items()]


def test_words_are_listed_and_explained():
    everything = mass("words").stdout
    assert "techniques – " in everything
    assert "sacrum" in everything
    assert "flat triangular bone" in mass("words", "sacrum").stdout
    assert mass("words", "lower", "back").stdout == mass("words", "lower_back").stdout


def test_an_unknown_word_gets_the_nearest():
    result = mass("words", "efleurage")
    assert result.exit_code == 2
    assert "Did you mean `effleurage`" in result.stderr


@pytest.mark.parametrize(("word", "near"), [("gently", "gentle"), ("slowly", "slow"), ("nek", "neck")])
def test_an_adverb_or_a_slip_gets_the_one_word_that_is_meant(word, near):
    assert f"Did you mean `{near}`? `mass" in mass("words", word).stderr


@pytest.mark.parametrize("word", ["hair", "then", "pull hair"])
def test_a_word_that_is_like_another_by_chance_gets_none(word):
    assert "Did you mean" not in mass("words", word).stderr


def test_a_new_routine_is_clean_and_never_overwrites(folder):
    assert mass("new", "mine.mass").exit_code == 0
    assert mass("check", "mine.mass").stdout == "mine.mass: no findings\n"
    assert mass("compile", "mine.mass").exit_code == 0
    assert (folder / "mine.mass").read_text() == mass("new").stdout
    result = mass("new", "card.mass")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert (folder / "card.mass").read_text() == CARD


# ── the program as a process ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_version_is_shown():
    assert mass("--version").stdout.startswith("mass")


def test_help_does_not_wait_for_the_language():
    heavy = "{'lark', 'attrs', 'attr', 'massagelang.pipeline', 'massagelang.syntax'}"
    script = f"import sys, massagelang.cli; print(*sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "\n"


def test_nobody_reads_on():
    command = [sys.executable, "-m", "massagelang", "words"]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait() == 141


def test_stopped_by_hand(monkeypatch):
    def stop():
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "_standard_input", stop)
    result = mass("check", "-")
    assert (result.exit_code, result.output) == (130, "")


def test_a_terminal_without_unicode(folder):
    (folder / "misspelt.mass").write_text("efleurage right up right_side # 漢字\n")
    run = process("check", "misspelt.mass", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert run.returncode == 1
    assert b"\\u6f22" in run.stdout
    assert run.stderr == b""


# ── reports ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "span", "shown", "marks"),
    [
        ("hand on hip", (5, 7), "hand on hip", "     ^^"),
        ("hand on hip\r\nx", (8, 11), "hand on hip", "        ^^^"),
        ("\thand", (1, 5), "    hand", "    ^^^^"),
        ("ab\thand", (3, 7), "ab  hand", "    ^^^^"),
        ("漢字 hip", (3, 6), "漢字 hip", "     ^^^"),
        ("漢字 hip", (0, 2), "漢字 hip", "^^^^"),
        ("cafe\u0301 hip", (6, 9), "cafe\u0301 hip", "     ^^^"),
        ("hip", (3, 3), "hip", "   ^"),
        ("hip\n", (3, 4), "hip", "   ^"),
        ("", (0, 0), "", "^"),
        ("hip", (40, 50), "hip", "   ^"),
        ("a\x1b[0m\u202eb", (6, 7), "a\ufffd[0m\ufffdb", "      ^"),
        ("both sides {\nhand\n}\n", (0, 19), "both sides {", "^^^^^^^^^^^^ to line 3"),
    ],
)
def test_marks_stand_exactly_under_the_words(text, span, shown, marks):
    found = excerpt(Source("a.mass", text), Span(*span))
    assert (found.shown, f"{found.indent}{found.marks} {found.after}".rstrip()) == (shown, marks)


def test_long_lines_are_cut_around_the_words():
    text = "x" * 300 + "hip" + "y" * 3_000_000
    found = excerpt(Source("a.mass", text), Span(300, 303), 40)
    assert found.shown == "…" + "x" * 18 + "hip" + "y" * 17 + "…"
    assert (len(found.indent), found.marks) == (19, "^^^")


@given(st.text(), st.integers(0, 40), st.integers(0, 40), st.integers(8, 30))
def test_an_excerpt_keeps_to_its_width(text, start, length, width):
    found = excerpt(Source("a.mass", text), Span(start, start + length), width)
    assert found.marks
    assert len(found.indent) + len(found.marks) <= width + 1
    assert "\n" not in found.shown


def test_related_places_stand_below():
    source = Source("a.mass", "hand on hip\nhand on knee\n")
    remark = Remark(source, Span(0, 4), "The hand is here.")
    text = terminal.render([finding(Severity.ERROR, source, Span(12, 16), related=(remark,), hint="Lift it.")])
    assert text.splitlines() == [
        "error[ML999]: The hand.",
        " --> a.mass:2:1",
        "  |",
        "2 | hand on knee",
        "  | ^^^^",
        "there: The hand is here.",
        " --> a.mass:1:1",
        "  |",
        "1 | hand on hip",
        "  | ^^^^",
        "hint: Lift it.",
    ]


def test_colour_only_where_it_is_asked_for():
    found = [finding(Severity.WARNING)]
    assert "\x1b[" not in terminal.render(found)
    assert "\x1b[33m" in terminal.render(found, colour=True)
    assert terminal.render([]) == ""


def test_json_carries_edits_and_related_places():
    source = Source("a.mass", "hand on hip\n")
    edits = (Replacement(source, Span(0, 4), "palm"),)
    report = json.loads(json_report.render([finding(Severity.INFO, source, edits=edits, sources=("S18",))]))
    (found,) = report["findings"]
    assert (found["severity"], found["sources"], found["edits"][0]["text"]) == ("info", ["S18"], "palm")


def test_github_lines_are_escaped():
    source = Source("a,b:c%.mass", "hand\non hip\n")
    line = github.render([finding(Severity.INFO, source, Span(0, 7), hint="100 %\nsure.")])
    assert line == ("::notice file=a%2Cb%3Ac%25.mass,line=1,endLine=2,title=ML999 made_up::The hand. 100 %25%0Asure.\n")


def test_an_example_shows_its_marks_below_the_line():
    example = """
        «hand» on hip
        stroke «right» up «back»
        """
    assert marked(example) == "hand on hip\n^^^^\nstroke right up back\n       ^^^^^    ^^^^\n"


def test_a_day_is_too_long_for_a_whole_file_but_not_for_a_stream(folder):
    Path("long.mass").write_text("stroke both up back for 1min; repeat 2000\n")

    refused = mass("compile", "long.mass", "-o", "long.vtt")
    streamed = mass("compile", "long.mass", "-o", "long.jsonl")

    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "jsonl" in refused.stderr
    assert not Path("long.vtt").exists()
    assert streamed.exit_code == 0
    assert Path("long.jsonl").read_text().count("\n") > 2_000


VERSIONS = """routine "Two versions"
step "Back"
stroke both up back for 1min
step "Feet", optional
stroke both over feet for 2min
step "Short form", variant "short" for 1min
stroke both over legs
"""


def test_a_version_is_chosen_and_an_optional_part_left_out(tmp_path):
    routine = tmp_path / "r.mass"
    routine.write_text(VERSIONS)

    chosen = mass("compile", routine, "--variant", "Short", "--without", "feet").output

    assert "2. Short form\n\nTake 1 minute for this." in chosen
    assert "feet" not in chosen.lower()
    assert "in all          2:00" in mass("time", routine, "--variant", "short", "--without", "Feet").output


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--variant", "shrt"), "There is no version “shrt”. There is “short”."),
        (("--without", "Back"), "There is no optional part “Back”. There is “Feet”."),
    ],
)
def test_what_cannot_be_chosen_names_what_can(tmp_path, option, said):
    routine = tmp_path / "r.mass"
    routine.write_text(VERSIONS)

    result = mass("compile", routine, *option)

    assert result.exit_code == 2
    assert said in result.output
