"""What the writer has allowed: the `# mass: allow` comments of files, and how far each reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from massagelang.diagnostic import Finding, Kind
from massagelang.plan.making import mistakes
from massagelang.plan.making.scene import Findings
from massagelang.source import Span
from massagelang.syntax import ast


class Allowed:
    """The `# mass: allow` comments of files, and how far each reaches.

    At the end of a line it settles what stands there; above a line, that line with its block; above a heading, all
    under it; above `routine`, the whole file. What cannot be read or is not known (ML0xx, ML1xx) is never settled,
    nor is what concerns private parts.
    """

    def __init__(self, files: tuple[ast.File, ...]) -> None:
        self.lines: dict[str, list[tuple[str, int, int]]] = {}
        for file in files:
            self._gather(file)

    def _gather(self, file: ast.File) -> None:
        whole: list[str] = []
        under: dict[str, list[str]] = {"section": [], "step": []}
        for line in file.lines:
            codes = [allow.code.lower() for allow in line.allows]
            match line.content:
                case ast.Title():
                    whole.extend(codes)
                case ast.Heading(level=level):
                    under = {"section": codes, "step": []} if level == "section" else {**under, "step": codes}
                case _:
                    self.lines.setdefault(line.key, []).extend(_reaches(line))
            everywhere = (*under["section"], *under["step"])
            self.lines.setdefault(line.key, []).extend((code, 0, len(line.text) + 1) for code in everywhere)
        for line in file.lines:
            self.lines.setdefault(line.key, []).extend((code, 0, len(line.text) + 1) for code in whole)

    def settles(self, finding: Finding) -> bool:
        """Whether the writer has allowed this finding where it stands."""
        kind = finding.kind
        if kind.code < "ML2" or not kind.settled:
            return False
        return any(
            code in (kind.code.lower(), kind.name) and start <= finding.spot.span.start <= end
            for code, start, end in self.lines.get(finding.spot.line, ())
        )


def unknown_codes(files: tuple[ast.File, ...], kinds: Callable[[], Mapping[str, Kind]]) -> Iterator[Finding]:
    """Codes that a comment allows and that no finding has; `kinds` gives those that there are, by code."""
    for file in files:
        for line in file.lines:
            for allow in line.allows:
                names = {kind.name for kind in kinds().values()}
                if allow.code.upper() not in kinds() and allow.code.lower() not in names:
                    yield _unknown_code(allow, line, (*kinds(), *sorted(names)))


def _unknown_code(allow: ast.Allow, line: ast.Line, names: Iterable[str]) -> Finding:
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    written = line.text[allow.span.start : allow.span.end].lower()
    start = allow.span.start + written.index(allow.code.lower(), written.index("allow") + len("allow"))
    known = {name.lower(): name for name in names}
    near = next(iter(get_close_matches(allow.code.lower(), known, n=1, cutoff=0.75)), None)
    hint = f"Did you mean `{known[near]}`?" if near else "`mass explain` lists the findings."
    findings = Findings(line.key)
    span = Span(start, start + len(allow.code))
    edit = known[near] if near else None
    findings.add(mistakes.UNKNOWN_CODE, span, edit=edit, word=allow.code, hint=hint)
    return findings.done()[0]


def _reaches(line: ast.Line) -> Iterator[tuple[str, int, int]]:
    begins = line.content.span.start if line.content else 0
    for allow in line.allows:
        if allow.span.start < begins:
            yield allow.code.lower(), 0, len(line.text)
        else:
            yield allow.code.lower(), line.text.rfind("\n", 0, allow.span.start) + 1, allow.span.end
