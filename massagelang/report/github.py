"""Findings as the workflow commands that GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from massagelang.diagnostic import Diagnostic, Severity
from massagelang.report.printable import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """One line for each finding."""
    return "".join(_command(diagnostic) + "\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _properties(diagnostic).items())
    message = f"{diagnostic.message} {diagnostic.hint}".rstrip()
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_data(message)}"


def _properties(diagnostic: Diagnostic) -> dict[str, str]:
    """Columns are given only for words on one line; GitHub refuses them otherwise."""
    line, column = diagnostic.source.line_and_column(diagnostic.span.start)
    end_line, end_column = diagnostic.source.line_and_column(diagnostic.span.end)
    columns = {"col": str(column), "endColumn": str(end_column)} if line == end_line else {}
    return {
        "file": printable(diagnostic.source.name),
        "line": str(line),
        "endLine": str(end_line),
        **columns,
        "title": f"{diagnostic.code} {diagnostic.name}",
    }


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
