"""Every construct that real guides need: a case, an example that shows it, and a row in `docs/constructs.md`."""

import re
from pathlib import Path

import pytest

from massagelang.pipeline import check

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/constructs.md"
CASES = (ROOT / "tests/cases/constructs.md").read_text(encoding="utf-8")
EXAMPLES = (ROOT / "examples/README.md").read_text(encoding="utf-8")

CODES = [
    f"{letter}{number}"
    for letter, last in (("H", 17), ("W", 21), ("M", 11), ("T", 12), ("S", 5), ("K", 13), ("N", 13))
    for number in range(1, last + 1)
]
ONLY_WORDS = {
    "M11": "an image, `like`",
    "N4": "a reason, `why`",
    "N5": "a caution, `caution`",
    "N9": "an order that must be kept, `note`",
    "T10": "when it is done, `schedule:`",
}
"""What a guide only tells and no program could follow: at most six."""

HEAD = """\
# What real guides need, and how it is written

Made by `tests/test_constructs.py` from cases and examples (`pytest --accept` renews it). The codes are those of a
count over published guides: H hands and tools, W places and ways, M manner, T time, S sides, K conditions and people,
N things, notes and structure.
Rows in *italics* are carried as the writer's own words.

| code | construct | form | examples | case |
|---|---|---|---|---|
"""


def cases():
    """Code, what it is, and the routine that shows it."""
    return re.findall(r"^## ([A-Z]\d+): (.+?)\n\n```mass\n(.*?)^```", CASES, re.DOTALL | re.MULTILINE)


def shown_in(code):
    """The examples whose row names a code."""
    rows = re.findall(r"^\| \[(\w+)\.mass\]\(.*?\) \|.*?\| (.*) \|$", EXAMPLES, re.MULTILINE)
    return [name for name, told in rows if re.search(rf"\b{code}\b", told)]


def row(code, name, routine):
    name = f"*{name}*" if code in ONLY_WORDS else name
    form = " ⏎ ".join(f"`{line.strip()}`" for line in routine.strip().splitlines() if line.strip())
    examples = ", ".join(f"[{example}](../examples/{example}.mass)" for example in shown_in(code)[:3])
    slug = re.sub(r"[^\w -]", "", f"{code} {name.strip('*')}").lower().replace(" ", "-")
    case = f"[case](../tests/cases/constructs.md#{slug})"
    return f"| {code} | {name} | {form} | {examples} | {case} |\n"


def test_the_page_has_a_row_for_each(accept):
    made = HEAD + "".join(row(*case) for case in cases())
    if accept:
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    assert made == PAGE.read_text(encoding="utf-8")


def test_every_construct_has_a_case():
    assert [code for code, _, _ in cases()] == CODES
    assert len(ONLY_WORDS) <= 6


@pytest.mark.parametrize("code", CODES)
def test_every_construct_is_shown_in_an_example(code):
    assert shown_in(code)


@pytest.mark.parametrize(("code", "routine"), [(code, routine) for code, _, routine in cases()])
def test_no_form_is_refused(code, routine):
    assert not check(routine).has_errors
