"""What changes between two texts, as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from massagelang.report.printable import printable

_NO_LINE_END = "\n\\ No newline at end of file\n"


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff, each with its line end; none where nothing changes."""
    shown = printable(name)
    for line in unified_diff(_lines(before), _lines(after), shown, shown):
        yield line if line.endswith("\n") else line + _NO_LINE_END


def _lines(text: str) -> list[str]:
    """Lines that end in a line feed, the last one perhaps without."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
