"""Reports for people and programs: SARIF by its own schema, lines for editors, counts, the caveat, colour."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator

from massagelang.cli import main
from massagelang.diagnostic import Diagnostic, Remark, Replacement, Severity
from massagelang.pipeline import check, kinds
from massagelang.report import compact, sarif, terminal
from massagelang.source import Source, Span

SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
TWO = "hack both over back\nefleurage both up back\n"


def mass(*arguments, stdin=None):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def valid(text):
    log = json.loads(text)
    Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).validate(log)
    return log["runs"][0]


def finding(code="ML402", source=None, span=None, **more):
    source = source or Source("a.mass", "hand on hip\n")
    return Diagnostic(code, kinds()[code].name, Severity.WARNING, source, span or Span(0, 4), "The hand.", **more)


# ── SARIF ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_log_is_valid_and_says_where():
    run = valid(mass("check", "--output-format", "sarif", "-", stdin=TWO).stdout)
    first, second = run["results"]
    assert (first["ruleId"], first["level"], second["ruleId"], second["level"]) == (
        "ML402",
        "warning",
        "ML101",
        "error",
    )
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "%3Cstdin%3E"}
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 10,
        "charOffset": 20,
        "charLength": 9,
    }
    replacement = second["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "effleurage"}


def test_rules_stand_where_the_results_say():
    run = valid(mass("check", "--output-format", "sarif", "-", stdin=TWO).stdout)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    kidneys = next(rule for rule in rules if rule["id"] == "ML402")
    assert kidneys["properties"] == {"sources": ["S102", "S103"], "confidence": "M"}


@pytest.mark.parametrize("kind", list(kinds().values()), ids=lambda kind: kind.name)
def test_every_kind_makes_a_valid_log(kind):
    found = check(kind.bad.replace("«", "").replace("»", ""), name="routines/a.mass").diagnostics
    assert [one["ruleId"] for one in valid(sarif.render(found, kinds()))["results"]] == [kind.code]


def test_nothing_found_is_a_valid_log_too():
    assert valid(sarif.render([], kinds()))["results"] == []


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("routines/back massage.mass", "routines/back%20massage.mass"),
        ("/home/a/ü.mass", "file:///home/a/%C3%BC.mass"),
        ("routines\\a.mass", "routines/a.mass"),
        ("C:\\routines\\a.mass", "file:///C%3A/routines/a.mass"),
        (os.fsdecode(b"\xff.mass"), "%FF.mass"),
    ],
)
def test_names_of_files_are_uris(name, uri):
    run = valid(sarif.render([finding(source=Source(name, "hand on hip\n"))], kinds()))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_related_places_and_edits_in_several_files():
    source, other = Source("a.mass", "hand on hip\n"), Source("b.mass", "😀 hand\n")
    edits = (Replacement(source, Span(0, 4), "palm"), Replacement(other, Span(2, 6), "palm"))
    one = finding(related=(Remark(other, Span(2, 6), "Here."),), edits=edits)
    (result,) = valid(sarif.render([one], kinds()))["results"]
    assert [change["artifactLocation"]["uri"] for change in result["fixes"][0]["artifactChanges"]] == [
        "a.mass",
        "b.mass",
    ]
    region = result["relatedLocations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (3, 7)  # code points, as `columnKind` says


def test_fingerprints_stay_when_lines_move_and_differ_between_equal_lines():
    def prints(text):
        found = check(text, name="a.mass").diagnostics
        return [one["partialFingerprints"] for one in valid(sarif.render(found, kinds()))["results"]]

    line = "efleurage both up back\n"
    assert prints(line + line) == prints("# one more line\n" + line + line)
    assert prints(line + line)[0] != prints(line + line)[1]


# ── other forms ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_compact_lines_are_what_editors_read():
    lines = mass("check", "--output-format", "compact", "-", stdin=TWO).stdout.splitlines()
    assert len(lines) == 2
    assert re.fullmatch(r"<stdin>:1:11: warning\[ML402\] `hack` crosses .*", lines[0])
    expected = "<stdin>:2:1: error[ML101] I do not know the technique `efleurage`. Did you mean `effleurage`?"
    assert lines[1] == expected
    assert compact.render([finding(source=Source("a\n.mass", "x"), span=Span(0, 1))]).startswith("a\\n.mass:1:1: ")


@pytest.mark.parametrize("form", ["json", "sarif", "github", "compact"])
def test_both_names_of_the_option_do_the_same(form):
    assert mass("check", "--format", form, "-", stdin=TWO).stdout == (
        mass("check", "--output-format", form, "-", stdin=TWO).stdout
    )


def test_findings_are_counted():
    text = TWO + "petrisage both on back\n"
    lines = mass("check", "--statistics", "-", stdin=text).stdout.splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["2", "ML101", "unknown_technique"],
        ["1", "ML402", "percussion_over_kidneys"],
    ]
    assert lines[-1] == "<stdin>: 2 errors, 1 warning"
    refused = mass("check", "--statistics", "--output-format", "json", "-", stdin=TWO)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)


def test_the_text_to_put_in_is_shown_where_the_hint_does_not_say_it():
    source = Source("a.mass", "hack both over back\n")
    edit = Replacement(source, Span(19, 19), ", except kidney_zone")
    assert "put in: , except kidney_zone\n" in terminal.render([finding(edits=(edit,))])
    assert "put in" not in terminal.render([finding(edits=(edit,), hint="Add `except kidney_zone`.")])
    assert "put in" not in mass("check", "-", stdin=TWO).stdout


# ── the caveat ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_caveat_comes_once_and_only_where_the_list_is_spoken_of():
    deep = "circle forearms clockwise over back, deep\n"
    told = mass("check", "-", stdin=deep + deep).stdout
    assert told.count("oral tradition") == 1
    assert told.splitlines()[-1].startswith("<stdin>: ")
    assert "oral" not in mass("check", "-", stdin=TWO).stdout  # percussion has sources of its own
    assert "oral" not in mass("check", "--output-format", "json", "-", stdin=deep).stdout
    assert all(len(line) <= 120 for line in told.splitlines())


# ── colour ────────────────────────────────────────────────────────────────────────────────────────────────────────


def on_a_terminal(**environment):
    """What `mass check` prints to a terminal."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "massagelang", "check", "-"]
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | environment
    subprocess.run(command, input=TWO.encode(), stdout=theirs, stderr=theirs, check=False, env=environment)
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 4096):
            said += piece
    except OSError:  # Linux says so at the end
        pass
    os.close(ours)
    return said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
def test_colour_on_a_terminal_unless_it_is_refused():
    assert "\x1b[" in on_a_terminal()
    assert "\x1b[" in on_a_terminal(NO_COLOR="")
    assert "\x1b[" not in on_a_terminal(NO_COLOR="1")
