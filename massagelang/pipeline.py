"""The one way in and out: text in, findings and plan out; a plan in, text out. Reads and writes nothing itself."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from massagelang.diagnostic import Diagnostic, Edit, Finding, Kind, Related, Remark, Replacement, Severity
from massagelang.plan import mistakes
from massagelang.plan.make import make_plan
from massagelang.plan.model import Plan
from massagelang.plan.scene import Findings
from massagelang.source import Source, Span, Spot
from massagelang.syntax import ast
from massagelang.syntax.mistakes import KINDS as SYNTAX_KINDS
from massagelang.syntax.parser import parse
from massagelang.syntax.scanner import Names
from massagelang.values import Record
from massagelang.vocabulary import load

if TYPE_CHECKING:
    from massagelang.plan.fitting import Fit

Read = Callable[[str], str]
"""Gives the text of another file by its name, relative to the folder of the first; raises OSError when it cannot."""


@frozen(eq=False, slots=False)
class Checked:
    """A routine that was looked at: its syntax tree, its plan (there always is one) and its findings in order."""

    file: ast.File = field(repr=False)
    plan: Plan = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a finding stands in the way of rendering."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


class RoutineError(ValueError):
    """A routine with errors was to be rendered; `diagnostics` tells them."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        first = next(diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)
        super().__init__(f"{first.code}: {first.message}")
        self.diagnostics = diagnostics


def check(text: str, *, name: str = "<text>", read: Read | None = None) -> Checked:
    """Look at a routine. `name` is what its findings call it; `read(path)` gives the files that it uses.

    Never raises, whatever the text holds. Without `read`, a `use` line is a finding.
    """
    with _collector_paused():
        vocabulary = load()
        names = Names(vocabulary.several_words, vocabulary.paired_words, vocabulary.how_words)
        parsed = parse(Source(name, text), names)
        used, found = _used_files(parsed.file, names, read)
        plan = make_plan(parsed.file, vocabulary, used, (*parsed.findings, *found))
        findings = [*plan.findings, *_broken_rules(plan), *_unknown_codes((parsed.file, *used))]
        allowed = _Allowed((parsed.file, *used))
        kept = [finding for finding in findings if not allowed.settles(finding)]
        return Checked(parsed.file, plan, _in_order(kept, plan))


def compile(  # noqa: A001  (the word that people use for it)
    text: str, *, to: str = "text", name: str = "<text>", read: Read | None = None, **options: Any
) -> str:
    """A routine as another text; `to` names one of `formats()`. Errors: `RoutineError`, or KeyError for `to`."""
    return render(check(text, name=name, read=read), to, **options)


def render(checked: Checked, to: str, **options: Any) -> str:
    """What was checked, in the format named `to`. Errors: `RoutineError` when there are findings of severity error."""
    made = formats()[to]
    if checked.has_errors and made.reads == "plan":
        raise RoutineError(checked.diagnostics)
    return made.render(checked.plan if made.reads == "plan" else checked.file, **options)


def stream(checked: Checked, to: str, **options: Any) -> Iterator[str]:
    """The same as `render`, piece by piece where the format can, so that length needs no memory."""
    made = formats()[to]
    if made.stream is None:
        yield render(checked, to, **options)
    elif checked.has_errors:
        raise RoutineError(checked.diagnostics)
    else:
        yield from made.stream(checked.plan, **options)


def fit(text: str, length: int, *, name: str = "<text>", read: Read | None = None) -> Fit:
    """A routine with other numbers, so that it takes `length` (milliseconds).

    Errors: `RoutineError` when it cannot be read or has words that are not known, `CannotFit` when no numbers will do.
    """
    from massagelang.plan.fitting import fitted  # noqa: PLC0415  (only when something is fitted)

    before = check(text, name=name, read=read)
    if any(found.severity is Severity.ERROR and found.code < "ML2" for found in before.diagnostics):
        raise RoutineError(before.diagnostics)
    vocabulary = load()
    names = Names(vocabulary.several_words, vocabulary.paired_words, vocabulary.how_words)
    used, _ = _used_files(before.file, names, read)

    def plan_of(changed: str) -> tuple[ast.File, Plan]:
        parsed = parse(Source(name, changed), names)
        return parsed.file, make_plan(parsed.file, vocabulary, used, parsed.findings)

    with _collector_paused():
        return fitted(text, plan_of, length)


@frozen(slots=False, repr=False, eq=False)
class Format(Record):
    """A way to render: its name, the ending of its files, one line about it, and what it reads (plan or tree).

    `stream` gives the same text piece by piece; None for formats that are written whole.
    """

    name: str
    suffix: str
    says: str
    render: Callable[..., str]
    reads: str = "plan"
    stream: Callable[..., Iterator[str]] | None = None


@cache
def formats() -> Mapping[str, Format]:
    """All formats by name: every module of `render` that has a SUFFIX."""
    import pkgutil  # noqa: PLC0415  (only when something is rendered)
    from importlib import import_module  # noqa: PLC0415

    folder = import_module("massagelang.render")
    found = {}
    for item in pkgutil.iter_modules(folder.__path__):
        module = import_module(f"{folder.__name__}.{item.name}")
        if hasattr(module, "SUFFIX"):
            says = (module.__doc__ or "").strip().splitlines()[0]
            reads, pieces = getattr(module, "READS", "plan"), getattr(module, "stream", None)
            found[item.name] = Format(item.name, module.SUFFIX, says, module.render, reads, pieces)
    return found


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of finding by its code."""
    from massagelang.rules import RULES  # noqa: PLC0415

    every = (*SYNTAX_KINDS, *mistakes.KINDS, *(rule.kind for rule in RULES))
    return {kind.code: kind for kind in sorted(every, key=lambda kind: kind.code)}


def _broken_rules(plan: Plan) -> Iterator[Finding]:
    from massagelang.rules import RULES  # noqa: PLC0415

    for rule in RULES:
        yield from rule.findings(plan)


# ── files that are used ───────────────────────────────────────────────────────────────────────────────────────────


def _used_files(file: ast.File, names: Names, read: Read | None) -> tuple[tuple[ast.File, ...], tuple[Finding, ...]]:
    """The files that a file uses, and those that they use, each once."""
    used: dict[str, ast.File] = {}
    findings: list[Finding] = []
    waiting = [(file, "")]
    while waiting:
        present, folder = waiting.pop(0)
        for line in present.lines:
            if isinstance(line.content, ast.Use):
                path = str(PurePosixPath(folder) / line.content.file)
                if path in used or path == file.source.name:
                    continue
                other, found = _read_used(path, line, names, read)
                findings.extend(found)
                if other is not None:
                    used[path] = other
                    waiting.append((other, str(PurePosixPath(path).parent)))
    return tuple(used.values()), tuple(findings)


def _read_used(
    path: str, line: ast.Line, names: Names, read: Read | None
) -> tuple[ast.File | None, tuple[Finding, ...]]:
    findings = Findings(line.key)
    text, reason = None, "no other files can be read here"
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        reason = "it lies outside this folder"
    elif read is not None:
        try:
            text = read(path)
        except (OSError, ValueError, LookupError) as error:
            reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
    if text is None:
        content = line.content
        assert isinstance(content, ast.Use)  # noqa: S101  (the caller looked)
        quoted = Span(content.span.end - len(content.file) - 2, content.span.end)
        findings.add(mistakes.USED_FILE, quoted, word=path, reason=reason)
        return None, findings.done()
    parsed = parse(Source(path, text), names)
    renamed = {item.key: f"{path}:{item.key}" for item in parsed.file.lines}
    return _keyed(parsed.file, renamed), (
        *(_moved(finding, renamed) for finding in parsed.findings),
        *findings.done(),
    )


def _keyed(file: ast.File, renamed: Mapping[str, str]) -> ast.File:
    return evolve(file, lines=tuple(evolve(line, key=renamed[line.key]) for line in file.lines))


def _moved(finding: Finding, renamed: Mapping[str, str]) -> Finding:
    return evolve(finding, spot=Spot(renamed[finding.spot.line], finding.spot.span))


# ── what the writer has allowed ───────────────────────────────────────────────────────────────────────────────────


class _Allowed:
    """The `# mass: allow` comments of files, and how far each reaches.

    At the end of a line it settles what stands there; above a line, that line with its block; above a heading, all
    under it; above `routine`, the whole file. What cannot be read or is not known (ML0xx, ML1xx) is never settled.
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
        if kind.code < "ML2":
            return False
        return any(
            code in (kind.code.lower(), kind.name) and start <= finding.spot.span.start <= end
            for code, start, end in self.lines.get(finding.spot.line, ())
        )


def _unknown_codes(files: tuple[ast.File, ...]) -> Iterator[Finding]:
    """Codes that a comment allows and that no finding has."""
    for file in files:
        for line in file.lines:
            for allow in line.allows:
                if allow.code.upper() not in kinds() and allow.code.lower() not in _names_of_kinds():
                    yield _unknown_code(allow, line)


def _unknown_code(allow: ast.Allow, line: ast.Line) -> Finding:
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    written = line.text[allow.span.start : allow.span.end].lower()
    start = allow.span.start + written.index(allow.code.lower(), written.index("allow") + len("allow"))
    known = {name.lower(): name for name in (*kinds(), *_names_of_kinds())}
    near = next(iter(get_close_matches(allow.code.lower(), known, n=1, cutoff=0.75)), None)
    hint = f"Did you mean `{known[near]}`?" if near else "`mass explain` lists the findings."
    findings = Findings(line.key)
    span = Span(start, start + len(allow.code))
    edit = known[near] if near else None
    findings.add(mistakes.UNKNOWN_CODE, span, edit=edit, word=allow.code, hint=hint)
    return findings.done()[0]


@cache
def _names_of_kinds() -> frozenset[str]:
    return frozenset(kind.name for kind in kinds().values())


def _reaches(line: ast.Line) -> Iterator[tuple[str, int, int]]:
    begins = line.content.span.start if line.content else 0
    for allow in line.allows:
        if allow.span.start < begins:
            yield allow.code.lower(), 0, len(line.text)
        else:
            yield allow.code.lower(), line.text.rfind("\n", 0, allow.span.start) + 1, allow.span.end


# ── findings set down in their files ──────────────────────────────────────────────────────────────────────────────


def _in_order(findings: list[Finding], plan: Plan) -> tuple[Diagnostic, ...]:
    once = dict.fromkeys(_set_down(finding, plan) for finding in findings)
    return tuple(sorted(once, key=lambda one: (one.source.name, one.span.start, one.span.end, one.code)))


def _set_down(finding: Finding, plan: Plan) -> Diagnostic:
    source, span = plan.where(finding.spot)
    return Diagnostic(
        finding.kind.code,
        finding.kind.name,
        finding.severity,
        source,
        span,
        finding.message,
        finding.hint,
        tuple(_remark(related, plan) for related in finding.related),
        tuple(_replacement(edit, plan) for edit in finding.edits),
        finding.kind.sources,
    )


def _remark(related: Related, plan: Plan) -> Remark:
    source, span = plan.where(related.spot)
    return Remark(source, span, related.message)


def _replacement(edit: Edit, plan: Plan) -> Replacement:
    source, span = plan.where(edit.spot)
    return Replacement(source, span, edit.text)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Garbage collection costs more than half of the time while trees grow, and finds nothing in them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
