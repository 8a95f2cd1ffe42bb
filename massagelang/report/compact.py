"""Findings for programs that read lines (editors, grep): `back.mass:3:14: warning[ML402] sentence hint`."""

from __future__ import annotations

from collections.abc import Sequence

from massagelang.diagnostic import Diagnostic
from massagelang.report.printable import printable


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """One line for each finding; lines and columns count from 1."""
    return "".join(_line(diagnostic) + "\n" for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    line, column = diagnostic.source.line_and_column(diagnostic.span.start)
    said = f"{diagnostic.message} {diagnostic.hint}".rstrip()
    where = f"{printable(diagnostic.source.name)}:{line}:{column}"
    return f"{where}: {diagnostic.severity.value}[{diagnostic.code}] {printable(said)}"
