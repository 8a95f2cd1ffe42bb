"""The reference, the tutorial and the README cannot go stale: what stands behind their routines is made from them.

Behind a `mass` block may stand `text` (what `mass compile` gives), `findings` (one a line, as in the cases) or both; a
routine without a `findings` block has none. Between `<!-- made: NAME -->` and `<!-- end -->` stands what the program
lists itself. `pytest --accept` writes what came out.
"""

import re
from pathlib import Path

import pytest
from test_cases import findings

from massagelang import vocabulary
from massagelang.pipeline import check, render
from massagelang.syntax.slots import slot_table
from massagelang.syntax.tables import tables

ROOT = Path(__file__).parent.parent
PAGES = ["grammar/README.md", "README.md", "docs/tutorial.md"]
BLOCK = re.compile(r"^```(mass|text|findings)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
MADE = re.compile(r"(?<=<!-- made: )(\w+) -->\n(.*?)(?=<!-- end -->)", re.DOTALL)


def examples(text):
    """Each routine with the outcomes right behind it, as matches."""
    found = []
    for block in BLOCK.finditer(text):
        if block[1] == "mass":
            found.append((block, []))
        elif found:
            found[-1][1].append(block)
    return found


def made_blocks():
    for page in PAGES:
        for number, (routine, outcomes) in enumerate(examples((ROOT / page).read_text(encoding="utf-8")), 1):
            yield pytest.param(page, number, routine, outcomes, id=f"{page}-{number}")


def outcome(kind, checked):
    return findings(checked) if kind == "findings" else render(checked, "text").rstrip("\n")


@pytest.mark.parametrize(("page", "number", "routine", "outcomes"), list(made_blocks()))
def test_a_routine_comes_to_what_stands_behind_it(page, number, routine, outcomes, accept):
    checked = check(routine[2])
    kinds = [block[1] for block in outcomes]
    assert len(set(kinds)) == len(kinds)
    if "findings" not in kinds:
        assert findings(checked) == "none"
    if not accept:
        for block in outcomes:
            assert outcome(block[1], checked) == block[2].rstrip("\n")


@pytest.mark.parametrize("page", PAGES)
def test_what_is_listed_is_as_the_program_has_it(page, accept):
    text = (ROOT / page).read_text(encoding="utf-8")
    renewed = MADE.sub(lambda found: f"{found[1]} -->\n{LISTS[found[1]]()}", text)
    if accept:
        for routine, outcomes in reversed(examples(renewed)):
            for block in reversed(outcomes):
                made = outcome(block[1], check(routine[2]))
                renewed = renewed[: block.start(2)] + made + "\n" + renewed[block.end(2) :]
        (ROOT / page).write_text(renewed, encoding="utf-8", newline="\n")
    assert accept or renewed == text


def keyword_list():
    """Every word of the grammar, by what it is for."""
    from massagelang.syntax.sentences import MEANINGS

    classes = {}
    for word, terminal in tables().keywords.items():
        classes.setdefault(terminal, []).append(word.replace(" ", "_"))
    rows = [
        f"| {' '.join(f'`{word}`' for word in words)} | {MEANINGS[terminal]} |" for terminal, words in classes.items()
    ]
    return "| words | what they are for |\n|---|---|\n" + "\n".join(sorted(rows)) + "\n"


def property_list():
    rows = []
    for key in vocabulary.load().words("property_key"):
        where = {"both": "file or step"}.get(key.where, key.where)
        value = " ".join(f"`{choice}`" for choice in key.choices) if key.choices else key.value
        rows.append(f"| `{key.id}` | {where} | {value} | {key.says} |")
    return "| key | stands in a | value | what it tells |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


LISTS = {"keywords": keyword_list, "slots": slot_table, "properties": property_list}
