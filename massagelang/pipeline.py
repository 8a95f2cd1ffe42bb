"""The one way in and out: text in, findings and plan out; a plan in, text out. Reads and writes nothing itself."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from massagelang.diagnostic import Diagnostic, Edit, Finding, Kind, Related, Remark, Replacement, Severity
from massagelang.plan.making import mistakes, word_mistakes
from massagelang.plan.making.make import make_plan
from massagelang.plan.making.scene import Findings
from massagelang.plan.making.today import ask_about, todays_lines
from massagelang.plan.model import Plan
from massagelang.rules.allowed import Allowed, unknown_codes
from massagelang.rules.style.allows import KINDS as OF_COMMENTS
from massagelang.settings import Settings
from massagelang.source import Source, Span, Spot
from massagelang.syntax import ast
from massagelang.syntax.mistakes import KINDS as SYNTAX_KINDS
from massagelang.syntax.parser import parse
from massagelang.syntax.scanner import Names
from massagelang.values import Record
from massagelang.vocabulary import Vocabulary, VocabularyError, load

if TYPE_CHECKING:
    from massagelang.plan.fitting.fit import Fit

Read = Callable[[str], str]
"""Gives the text of another file by its name, relative to the folder of the first; raises OSError when it cannot."""


_FLOW = "ML5"
"""Codes of the rules about the course of a whole session."""

Rendered = str | bytes
"""What a format makes: text, or bytes where it is `binary`."""


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


def check(
    text: str,
    *,
    name: str = "<text>",
    read: Read | None = None,
    words: Vocabulary | None = None,
    settings: Settings | None = None,
    receiver: str = "",
) -> Checked:
    """Look at a routine. `name` is what its findings call it; `read(path)` gives the files that it uses.

    `words` is the vocabulary to read it with, that of the package unless it is given; `settings` are those of a house.
    `receiver` tells of the receiver besides what the file says, in the words of a `receiver:` line. Never raises,
    whatever the text holds; `ReceiverError` for a receiver that cannot be read. Without `read`, a `use` line is a
    finding.
    """
    with _collector_paused():
        vocabulary = words or load()
        names = _names_for_reading(vocabulary)
        parsed = parse(Source(name, text), names)
        housed, wrong = _house(parsed.file, vocabulary, read)
        if housed is not vocabulary:
            vocabulary, names = housed, _names_for_reading(housed)
            parsed = parse(Source(name, text), names)
        used, found = _used_files(parsed.file, names, read)
        today = todays_lines(receiver, names) if receiver else ()
        plan = make_plan(parsed.file, vocabulary, used, (*parsed.findings, *wrong, *found), today)
        ask_about(today, plan.vocabulary)
        return Checked(parsed.file, plan, _in_order(_told(plan, (parsed.file, *used), settings or Settings()), plan))


def compile(  # noqa: A001  (the word that people use for it)
    text: str, *, to: str = "text", name: str = "<text>", read: Read | None = None, **options: Any
) -> Rendered:
    """A routine as another text, or as bytes where the format is `binary`; `to` names one of `formats()`.

    Prose takes `style` (card, voice …), `person`, `units` and `with_conditions`; ValueError for one that there is not.
    Errors: `RoutineError`, KeyError for `to`, `render.cues.Unwritable` where a format cannot hold the routine.
    """
    return render(check(text, name=name, read=read), to, **options)


def render(checked: Checked, to: str, **options: Any) -> Rendered:
    """What was checked, in the format named `to`. Errors: as `compile`; `RoutineError` for findings that are errors."""
    made = formats()[to]
    if checked.has_errors and made.reads == "plan":
        raise RoutineError(checked.diagnostics)
    return made.render(checked.plan if made.reads == "plan" else checked.file, **options)


def stream(checked: Checked, to: str, **options: Any) -> Iterator[Rendered]:
    """The same as `render`, piece by piece where the format can, so that length needs no memory."""
    made = formats()[to]
    if made.stream is None:
        yield render(checked, to, **options)
    elif checked.has_errors:
        raise RoutineError(checked.diagnostics)
    else:
        yield from made.stream(checked.plan, **options)


def fit(
    text: str, length: int, *, name: str = "<text>", read: Read | None = None, words: Vocabulary | None = None
) -> Fit:
    """A routine with other numbers, so that it takes `length` (milliseconds).

    Errors: `RoutineError` when it cannot be read or has words that are not known, `CannotFit` when no numbers will do.
    """
    from massagelang.plan.fitting.fit import fitted  # noqa: PLC0415  (only when something is fitted)

    before = check(text, name=name, read=read, words=words)
    if any(found.severity is Severity.ERROR and found.code < "ML2" for found in before.diagnostics):
        raise RoutineError(before.diagnostics)
    vocabulary = before.plan.vocabulary
    names = _names_for_reading(vocabulary)
    used, _ = _used_files(before.file, names, read)

    def plan_of(changed: str) -> tuple[ast.File, Plan]:
        parsed = parse(Source(name, changed), names)
        return parsed.file, make_plan(parsed.file, vocabulary, used, parsed.findings)

    with _collector_paused():
        return fitted(text, plan_of, length)


def choose(text: str, variant: str = "", without: Sequence[str] = (), *, words: Vocabulary | None = None) -> str:
    """The text of a routine in one of its versions, without some optional parts. Errors: ValueError, in one line."""
    from massagelang.plan.fitting.choosing import chosen  # noqa: PLC0415  (only when something is chosen)

    return chosen(parse(Source("", text), _names_for_reading(words or load())).file, variant, without)


@frozen(slots=False, repr=False, eq=False)
class Format(Record):
    """A way to render: its name, the ending of its files, one line about it, and what it reads (plan or tree).

    `styled` formats are prose: they take a style, a word for the receiver, units. `stream` gives the same piece by
    piece; None for formats that are written whole. A `binary` one gives bytes; an `audio` one is heard.
    """

    name: str
    suffix: str
    says: str
    render: Callable[..., Rendered]
    reads: str = "plan"
    stream: Callable[..., Iterator[Rendered]] | None = None
    binary: bool = False
    styled: bool = False
    audio: bool = False


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
            flags = (getattr(module, flag, False) for flag in ("BINARY", "STYLED", "AUDIO"))
            found[item.name] = Format(item.name, module.SUFFIX, says, module.render, reads, pieces, *flags)
    return found


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of finding by its code."""
    from massagelang.rules import RULES  # noqa: PLC0415

    every = (*SYNTAX_KINDS, *mistakes.KINDS, *(rule.kind for rule in RULES), *OF_COMMENTS)
    return {kind.code: kind for kind in sorted(every, key=lambda kind: kind.code)}


def _told(plan: Plan, files: tuple[ast.File, ...], settings: Settings) -> list[Finding]:
    """What there is to tell of a plan: all that was found, less what the writer has allowed and the house left out."""
    findings = [*plan.findings, *_broken_rules(plan, settings), *unknown_codes(files, kinds)]
    allowed = Allowed(files)
    kept = [finding for finding in findings if not allowed.settles(finding)]
    kept += allowed.remarks(kinds, settings.tells)
    return [settings.weighed(finding) for finding in kept if settings.tells(finding.kind)]


def _broken_rules(plan: Plan, settings: Settings) -> Iterator[Finding]:
    from massagelang.rules import RULES  # noqa: PLC0415

    misread = any(found.severity is Severity.ERROR and found.kind.code < "ML2" for found in plan.findings)
    for rule in RULES:
        if misread and rule.kind.code.startswith(_FLOW):  # of a course with gaps nobody can tell how it flows
            continue
        yield from rule.findings(plan, settings.limits.get(rule.kind.code))


# ── words of a house ──────────────────────────────────────────────────────────────────────────────────────────────


def with_words(texts: tuple[str, ...], words: Vocabulary | None = None) -> Vocabulary:
    """The vocabulary with the words of house files, by their texts. Errors: ValueError, in one line."""
    from massagelang.syntax.slots import grammar_words  # noqa: PLC0415  (only where a house has words)
    from massagelang.vocabulary.house import with_house  # noqa: PLC0415

    try:
        return with_house(words or load(), texts, grammar_words())
    except VocabularyError as error:
        raise ValueError(str(error)) from error


def _names_for_reading(words: Vocabulary) -> Names:
    return Names(words.several_words, words.paired_words, words.how_words)


def _house(file: ast.File, words: Vocabulary, read: Read | None) -> tuple[Vocabulary, tuple[Finding, ...]]:
    """The vocabulary with what `words:` lines before the first heading bring, and why some could not be taken."""
    found: list[Finding] = []
    for line in file.lines:
        match line.content:
            case ast.Heading():
                break
            case ast.Property(key=ast.Word(text="words"), values=values):
                findings = Findings(line.key)
                for value in values:
                    path = " ".join(part.text for part in value.parts if isinstance(part, ast.Word | ast.Text))
                    try:
                        words = with_words((_text_beside(path, read),), words)
                    except (OSError, ValueError, LookupError) as error:
                        findings.add(word_mistakes.WORDS_FILE, value.span, word=path, reason=_reason(error))
                found.extend(findings.done())
    return words, tuple(found)


def _text_beside(path: str, read: Read | None) -> str:
    """The text of a file in the project. Errors: ValueError, and those of `read`."""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise ValueError("it lies outside this folder")
    if read is None:
        raise ValueError("no other files can be read here")
    return read(path)


def _reason(error: Exception) -> str:
    said = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
    return " ".join(str(said).split()).rstrip(".")


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
    text, reason = None, ""
    try:
        text = _text_beside(path, read)
    except (OSError, ValueError, LookupError) as error:
        reason = _reason(error)
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
    return Replacement(source, span, edit.text, edit.safe)


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
