"""The blocks of the reference and the README are routines that check clean."""

import re
from pathlib import Path

import pytest

from massagelang.pipeline import check

ROOT = Path(__file__).parent.parent
PAGES = ["grammar/README.md", "README.md"]
BLOCKS = [
    (page, number, block)
    for page in PAGES
    for number, block in enumerate(
        re.findall(r"^```mass\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE), 1
    )
]


@pytest.mark.parametrize(("page", "number", "block"), BLOCKS, ids=lambda value: str(value)[:20])
def test_block_is_a_routine_without_findings(page, number, block):
    found = [(one.code, one.message, block[one.span.start : one.span.end]) for one in check(block).diagnostics]

    assert found == [], f"{page}, block {number}"
