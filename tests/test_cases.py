"""Programs and what they should come to, in `tests/cases/*.md`, to be read by people who teach massage.

A case is a heading, prose, a `mass` block and one or more blocks of what comes out: `course` (what happens in which
order), `outline` (the same with its times), `findings` (`none`, or one a line), `form` (what `mass fmt` makes of it)
and any format of `mass compile` by its name. A case without a `findings` block has no errors. `pytest --accept` writes
what came out into the blocks.
"""

import re
from pathlib import Path

import pytest
from outline import course, outline

import massagelang
from massagelang.pipeline import check, render

CASES = Path(__file__).parent / "cases"
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def cases():
    for path in sorted(CASES.glob("*.md")):
        for heading in HEADING.finditer(path.read_text(encoding="utf-8")):
            yield pytest.param(path, heading[1], id=f"{path.stem}: {heading[1]}")


def section(text, title):
    """Where a case stands in its page, from its heading to the next."""
    start = text.index(f"## {title}\n")
    following = HEADING.search(text, start + 1)
    return start, following.start() if following else len(text)


def findings(checked):
    return "\n".join(map(finding_line, checked.diagnostics)) or "none"


def finding_line(diagnostic):
    line, column = diagnostic.source.line_and_column(diagnostic.span.start)
    last, end = diagnostic.source.line_and_column(diagnostic.span.end)
    where = f"{line}:{column}-{end}" if last == line else f"{line}:{column}-{last}:{end}"
    return f"{where} {diagnostic.code} {diagnostic.severity.value} {diagnostic.message}"


def outcome(kind, checked):
    match kind:
        case "course":
            return course(checked.plan)
        case "outline":
            return outline(checked.plan)
        case "findings":
            return findings(checked)
        case "form":
            return massagelang.format(checked.file.source.text).rstrip("\n")
        case _:
            return render(checked, kind).rstrip("\n")


@pytest.mark.parametrize(("path", "title"), list(cases()))
def test_case(path, title, accept):
    page = path.read_text(encoding="utf-8")
    start, end = section(page, title)
    blocks = list(BLOCK.finditer(page, start, end))
    kinds = [block[1] for block in blocks]
    assert kinds[:1] == ["mass"], "a case begins with a `mass` block"
    assert len(set(kinds)) == len(kinds) > 1, "each kind of block comes once, and one at least says what comes out"
    checked = check(blocks[0][2])
    made = {block: outcome(block[1], checked) for block in blocks[1:]}
    if accept:
        for block in reversed(blocks[1:]):
            page = page[: block.start(2)] + made[block] + "\n" + page[block.end(2) :]
        path.write_text(page, encoding="utf-8", newline="\n")
    else:
        for block, came in made.items():
            assert came == block[2].rstrip("\n"), block[1]
    assert "findings" in kinds or not checked.has_errors, findings(checked)


def test_headings_name_each_case_once():
    names = [param.id for param in cases()]
    assert len(set(names)) == len(names)
