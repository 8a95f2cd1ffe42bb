"""What the writer has allowed: the `# mass: allow` comments of files, and how far each reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from massagelang.diagnostic import Finding, Kind
from massagelang.plan.making import mistakes
from massagelang.plan.making.scene import Findings
from massagelang.rules.style import allows
from massagelang.source import Span
from massagelang.syntax import ast


class Comment(NamedTuple):
    """One `# mass: allow` comment and the line that it stands in."""

    allow: ast.Allow
    line: ast.Line

    @property
    def code(self) -> str:
        """The code or name that it allows, in small letters."""
        return self.allow.code.lower()

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others; equal lines share their nodes."""
        return self.line.key, self.allow.span.start


Reach = tuple[Comment, int, int]
"""A comment and where in a line it holds."""


class Allowed:
    """The `# mass: allow` comments of files, and how far each reaches.

    At the end of a line it settles what stands there; above a line, that line with its block; above a heading, all
    under it; above `routine`, the whole file. What cannot be read or is not known (ML0xx, ML1xx) is never settled,
    nor is what concerns private parts.
    """

    def __init__(self, files: tuple[ast.File, ...]) -> None:
        self.lines: dict[str, list[Reach]] = {}
        self.comments = [Comment(allow, line) for file in files for line in file.lines for allow in line.allows]
        self.used: set[tuple[str, int]] = set()
        for file in files if self.comments else ():
            self._gather(file)

    def _gather(self, file: ast.File) -> None:
        whole: list[Comment] = []
        under: dict[str, list[Comment]] = {"section": [], "step": []}
        for line in file.lines:
            comments = [Comment(allow, line) for allow in line.allows]
            match line.content:
                case ast.Title():
                    whole.extend(comments)
                case ast.Heading(level=level):
                    under = {"section": comments, "step": []} if level == "section" else {**under, "step": comments}
                case _:
                    self.lines.setdefault(line.key, []).extend(_reaches(comments))
            everywhere = (*under["section"], *under["step"])
            self.lines.setdefault(line.key, []).extend((one, 0, len(line.text) + 1) for one in everywhere)
        for line in file.lines:
            self.lines.setdefault(line.key, []).extend((one, 0, len(line.text) + 1) for one in whole)

    def settles(self, finding: Finding) -> bool:
        """Whether the writer has allowed this finding where it stands."""
        kind, at = finding.kind, finding.spot.span.start
        if kind.code < "ML2" or not kind.settled:
            return False
        reaching = self.lines.get(finding.spot.line, ())
        names = (kind.code.lower(), kind.name)
        found = {one.key for one, start, end in reaching if one.code in names and start <= at <= end}
        self.used |= found
        return bool(found)

    def remarks(self, kinds: Callable[[], Mapping[str, Kind]], tells: Callable[[Kind], bool]) -> list[Finding]:
        """What there is to say of the comments, once all findings were asked about; `tells` as in `Settings`."""
        if not self.comments:
            return []
        known = {**kinds(), **{kind.name: kind for kind in kinds().values()}}
        named = [(one, known[name]) for one in self.comments if (name := _written(one, known))]
        of_others = [pair for pair in named if pair[1] not in allows.KINDS]
        found = [remark for one, kind in of_others for remark in self._about(one, kind, tells)]
        kept = [remark for remark in found if not self.settles(remark)]
        return [*kept, *(_idle(one, kind) for one, kind in named if kind in allows.KINDS and one.key not in self.used)]

    def _about(self, one: Comment, kind: Kind, tells: Callable[[Kind], bool]) -> Iterator[Finding]:
        if one.key not in self.used:
            if tells(kind):
                yield _idle(one, kind)
        elif not one.allow.reason and kind.code.startswith("ML4"):
            yield _remark(allows.WITHOUT_REASON, one)


def _written(one: Comment, known: Mapping[str, Kind]) -> str:
    """The key of what a comment allows; empty when nobody knows it."""
    return next((name for name in (one.code.upper(), one.code) if name in known), "")


def _idle(one: Comment, kind: Kind) -> Finding:
    can = kind.code >= "ML2" and kind.settled
    return _remark(allows.WITHOUT_USE, one, "nothing here gives it" if can else "it is always told")


def _remark(kind: Kind, one: Comment, why: str = "") -> Finding:
    findings = Findings(one.line.key)
    findings.add(kind, _code_span(one), word=one.allow.code, why=why)
    return findings.done()[0]


def _code_span(one: Comment) -> Span:
    """Where the code stands in its line."""
    begin = one.allow.span.start
    written = one.line.text[begin : one.allow.span.end].lower()
    start = begin + written.index(one.code, written.index("allow") + len("allow"))
    return Span(start, start + len(one.code))


def unknown_codes(files: tuple[ast.File, ...], kinds: Callable[[], Mapping[str, Kind]]) -> Iterator[Finding]:
    """Codes that a comment allows and that no finding has; `kinds` gives those that there are, by code."""
    for line in (line for file in files for line in file.lines):
        for allow in line.allows:
            names = {kind.name for kind in kinds().values()}
            if allow.code.upper() not in kinds() and allow.code.lower() not in names:
                yield _unknown_code(Comment(allow, line), (*kinds(), *sorted(names)))


def _unknown_code(one: Comment, names: Iterable[str]) -> Finding:
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    known = {name.lower(): name for name in names}
    near = next(iter(get_close_matches(one.code, known, n=1, cutoff=0.75)), None)
    hint = f"Did you mean `{known[near]}`?" if near else "`mass explain` lists the findings."
    findings = Findings(one.line.key)
    findings.add(
        mistakes.UNKNOWN_CODE, _code_span(one), edit=known[near] if near else None, word=one.allow.code, hint=hint
    )
    return findings.done()[0]


def _reaches(comments: Iterable[Comment]) -> Iterator[Reach]:
    for one in comments:
        line, span = one.line, one.allow.span
        begins = line.content.span.start if line.content else 0
        if span.start < begins:
            yield one, 0, len(line.text)
        else:
            yield one, line.text.rfind("\n", 0, span.start) + 1, span.end
