"""`docs/rules.md` names every rule, and every row of the domain page with the rules that look for it."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_labelled import SET

from massagelang import vocabulary
from massagelang.cli import main
from massagelang.pipeline import kinds
from massagelang.report import rule_list

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"
DATA = tomllib.loads((Path(__file__).parent / "domain_rows.toml").read_text(encoding="utf-8"))
ROWS = [row for section in DATA["section"] for row in section["rows"]]
RULES = [kind for kind in kinds().values() if kind.code >= "ML2"]

HEAD = """\
# The rules

Made by `tests/test_rules_page.py` from the rules themselves (`pytest --accept` renews it). `mass explain CODE` shows
the reason of a rule, an example that it finds and one that it does not. An *error* cannot be done, or is aimed where
education sources say never; a *warning* is advised against by them, or very likely a slip; a *note* is good practice.
Confidence tells how far what a rule says of the body is to be trusted: H high, M middling, L low, each with its
sources; K is common knowledge and E our own estimate, which cite nothing; – means that the rule speaks of the notation
alone. No finding means that none of these was found, and nothing more.

"""

ROWS_HEAD = """
## What the rules are made from

Each row of the safety facts and session norms that this checker was made from, with the rules that look for it, or
why none does.
"""


def mass(*arguments):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    return result.stdout


# ── the page ──────────────────────────────────────────────────────────────────────────────────────────────────────


def page():
    return HEAD + rule_list.markdown(RULES, vocabulary.load().source) + ROWS_HEAD + "".join(map(table, DATA["section"]))


def table(section):
    rows = "".join(f"| {row['id']} | {row['says']} | {answer(row)} |\n" for row in section["rows"])
    return f"\n### {section['title']}\n\n| row | about | rules |\n|---|---|---|\n{rows}"


def answer(row):
    return " ".join(filter(None, [", ".join(row["rules"]), f"– {row['why']}" if "why" in row else ""])).lstrip("– ")


def test_the_page_says_what_the_rules_say(accept):
    if accept:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    assert page() == PAGE.read_text(encoding="utf-8")


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_row_is_named_once_and_answered():
    names = [row["id"] for row in ROWS]
    assert len(names) == len(set(names)) == 82
    for row in ROWS:
        assert row["rules"] or row["why"], row["id"]
        assert row.get("why", "It.").endswith("."), row["id"]


def named_codes():
    """All codes that rows, or cases of the labelled set, name."""
    rows = {code for row in ROWS for code in row["rules"]} | set(DATA["own"])
    return rows | {case.code for case in SET if case.code}


def test_codes_that_are_named_are_there():
    assert named_codes() <= set(kinds())


def test_every_rule_about_the_body_or_the_flow_has_its_row():
    asked = {code for row in ROWS for code in row["rules"]} | set(DATA["own"])
    assert {kind.code for kind in RULES if kind.code.startswith(("ML4", "ML5"))} <= asked


# ── the command ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_all_rules_are_listed():
    lines = mass("rules").splitlines()
    assert [line.split()[0] for line in lines if line.startswith("ML")] == [kind.code for kind in RULES]
    assert all(len(line) <= 80 for line in lines)
    assert mass("rules", "--format", "markdown") == rule_list.markdown(RULES, vocabulary.load().source)


def test_programs_get_all_that_is_known():
    rules = {rule["code"]: rule for rule in json.loads(mass("rules", "--format", "json"))["rules"]}
    assert list(rules) == [kind.code for kind in RULES]
    kidneys = rules["ML402"]
    assert (kidneys["name"], kidneys["severity"], kidneys["confidence"]) == ("percussion_over_kidneys", "warning", "M")
    assert [source["id"] for source in kidneys["sources"]] == ["S102", "S103"]
    assert kidneys["sources"][0]["address"].startswith("https://")
    assert kidneys["can_be_allowed"] is True


@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.name)
def test_the_line_about_a_rule_is_one_sentence(kind):
    said = rule_list.one_line(kind)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) <= 200
