"""Findings as SARIF 2.1.0, which code hosts and editors read: one run, the rules that spoke, and what they found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from massagelang.diagnostic import Diagnostic, Kind, Severity
from massagelang.source import Source, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "lineAndCode/v1"


def render(diagnostics: Sequence[Diagnostic], kinds: Mapping[str, Kind]) -> str:
    """All findings as one log; `kinds` tells of the rules by code."""
    rules = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {"name": "massagelang", "rules": [_rule(kinds[code]) for code in rules]}
    prints = _fingerprints(diagnostics)
    results = [_result(one, print_, rules) for one, print_ in zip(diagnostics, prints, strict=True)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(kind: Kind) -> dict[str, Any]:
    told = {"sources": list(kind.sources), "confidence": kind.confidence}
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": kind.name.replace("_", " ")},
        "fullDescription": {"text": kind.why},
        "help": {"text": f"{kind.why}\n\n`mass explain {kind.code}` shows examples and sources."},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
        "properties": {key: value for key, value in told.items() if value},
    }


def _result(diagnostic: Diagnostic, fingerprint: str, rules: Sequence[str]) -> dict[str, Any]:
    related = [
        {"id": number, **_location(it.source, it.span), "message": {"text": it.message}}
        for number, it in enumerate(diagnostic.related, 1)
    ]
    found: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rules.index(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message} {diagnostic.hint}".rstrip()},
        "locations": [_location(diagnostic.source, diagnostic.span)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if related:
        found["relatedLocations"] = related
    if diagnostic.edits:
        found["fixes"] = [{"artifactChanges": list(_changes(diagnostic))}]
    return found


def _changes(diagnostic: Diagnostic) -> Iterator[dict[str, Any]]:
    """The edits of a finding, by file."""
    for source in dict.fromkeys(edit.source.name for edit in diagnostic.edits):
        edits = [edit for edit in diagnostic.edits if edit.source.name == source]
        yield {
            "artifactLocation": {"uri": _uri(source)},
            "replacements": [
                {"deletedRegion": _region(edit.source, edit.span), "insertedContent": {"text": edit.text}}
                for edit in edits
            ],
        }


def _location(source: Source, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(source.name)}, "region": _region(source, span)}}


def _region(source: Source, span: Span) -> dict[str, int]:
    """Lines and columns count from 1; the end is the first place that is not meant."""
    (line, column), (end_line, end_column) = map(source.line_and_column, (span.start, span.end))
    lines = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {**lines, "charOffset": span.start, "charLength": span.end - span.start}


def _uri(name: str) -> str:
    """The name of a file as a URI: relative ones stay so, and go by the folder in which the check was run."""
    path: PurePath = PureWindowsPath(name) if "\\" in name else PurePosixPath(name)
    encoded = quote(path.as_posix(), errors="surrogateescape")
    return f"file:///{encoded.lstrip('/')}" if path.is_absolute() else encoded


def _fingerprints(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """What tells findings apart when lines move: the code, the text of the line, and which of its like it is."""
    seen: Counter[str] = Counter()
    for one in diagnostics:
        line = one.source.line_text(one.source.line_and_column(one.span.start)[0])
        said = f"{one.code}\n{one.source.name}\n{line.strip()}"
        seen[said] += 1
        yield sha256(f"{said}\n{seen[said]}".encode(errors="backslashreplace")).hexdigest()[:32]
