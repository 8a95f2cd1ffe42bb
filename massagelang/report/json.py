"""Findings for programs, as JSON: `{"version": 1, "findings": [...]}`.

Lines and columns count from 1, offsets from 0, all in code points; an end is the first place that is not meant.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from massagelang.diagnostic import Diagnostic
from massagelang.source import Source, Span

VERSION = 1
"""Goes up when a field changes its meaning or goes away; a new field may come without."""


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """All findings as one JSON text."""
    findings = [_finding(diagnostic) for diagnostic in diagnostics]
    return json.dumps({"version": VERSION, "findings": findings}, indent=2) + "\n"


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.source, diagnostic.span),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [{**_place(it.source, it.span), "message": it.message} for it in diagnostic.related],
        "edits": [{**_place(it.source, it.span), "text": it.text, "safe": it.safe} for it in diagnostic.edits],
        "sources": list(diagnostic.sources),
    }


def _place(source: Source, span: Span) -> dict[str, Any]:
    return {"file": source.name, "start": _spot(source, span.start), "end": _spot(source, span.end)}


def _spot(source: Source, offset: int) -> dict[str, int]:
    line, column = source.line_and_column(offset)
    return {"offset": offset, "line": line, "column": column}
