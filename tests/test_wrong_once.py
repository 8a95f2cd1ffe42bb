"""A file with each construct written wrongly once: one finding for each line, and nothing else."""

import re
from pathlib import Path

from massagelang.pipeline import check

PAGE = Path(__file__).parent / "cases" / "wrong-once.md"
ROUTINE = re.search(r"^```mass\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)[1]


def test_each_slip_gets_one_finding_that_tells_the_mend():
    found = check(ROUTINE).diagnostics
    lines = [one.source.line_and_column(one.span.start)[0] for one in found]
    slips = [n for n, line in enumerate(ROUTINE.split("\n"), 1) if line and not line.startswith("step ")]

    assert sorted(lines) == slips
    assert len(slips) > 60
    assert all(one.hint or one.edits or "`" in one.message for one in found)
