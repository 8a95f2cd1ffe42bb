"""Findings for people: the sentence, the place, the words underlined, and the mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap

from massagelang.diagnostic import Diagnostic, Severity
from massagelang.report.excerpt import WIDTH, excerpt
from massagelang.report.printable import printable
from massagelang.report.table import table
from massagelang.source import Source, Span

LABELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What each severity is called in front of a person."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

_THE_LIST = frozenset({"S01", "S02", "S03", "S04", "S05", "S05b"})
"""Sources that hand the list of endangerment sites on."""

_CAVEAT = (
    "About places that education sources advise care with: the list of endangerment sites rests largely on the "
    "profession's oral tradition, with little evidence; by the same source, such a place may be touched with broad, "
    "flat, light pressure (Ruth Werner in Massage & Bodywork, May/June 2020; S01)."
)

Paint = Callable[[str, str], str]
"""Words and the name of a colour in; the words, perhaps coloured, out."""


def render(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """All findings, one below the other with an empty line between; empty text when there are none."""
    paint = _coloured if colour else _plain
    return "\n".join("\n".join(_lines(diagnostic, paint)) + "\n" for diagnostic in diagnostics)


def summary(diagnostics: Sequence[Diagnostic], files: Sequence[str]) -> str:
    """`back.mass: 2 warnings, 1 note`, or `3 files, no findings`."""
    found = [diagnostic.severity for diagnostic in diagnostics]
    counts = [_counted(found.count(severity), label) for severity, label in LABELS.items() if severity in found]
    if len(files) == 1:
        return f"{printable(files[0])}: {', '.join(counts) or 'no findings'}"
    what = _counted(len(files), "file")
    return f"{what}: {', '.join(counts)}" if counts else f"{what}, no findings"


def mends(diagnostics: Sequence[Diagnostic], files: Sequence[str]) -> str:
    """`; 2 can be mended by `mass check --fix``, to go behind the summary; empty when none in these files can."""
    number = sum(one.can_be_mended and one.source.name in files for one in diagnostics)
    return f"; {number} can be mended by `mass check --fix`" if number else ""


def statistics(diagnostics: Sequence[Diagnostic]) -> str:
    """How often each kind of finding was given, the most frequent first."""
    counts = Counter((one.code, one.name) for one in diagnostics)
    rows = [
        (str(number), code, name)
        for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return table(rows, 2) if rows else ""


def caveat(diagnostics: Sequence[Diagnostic]) -> str:
    """What is to be known of the list of endangerment sites, where a finding rests on it; else empty."""
    return "\n".join(wrap(_CAVEAT, WIDTH)) if any(_THE_LIST & set(one.sources) for one in diagnostics) else ""


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _lines(diagnostic: Diagnostic, paint: Paint) -> Iterator[str]:
    label = LABELS[diagnostic.severity]
    shade = _COLOURS[diagnostic.severity]
    yield paint(f"{label}[{diagnostic.code}]", shade) + f": {printable(diagnostic.message)}"
    yield from _place(diagnostic.source, diagnostic.span, lambda marks: paint(marks, shade))
    for remark in diagnostic.related:
        yield f"{paint('there', 'blue')}: {printable(remark.message)}"
        yield from _place(remark.source, remark.span, lambda marks: paint(marks, "blue"))
    if diagnostic.hint:
        yield f"{paint('hint', 'green')}: {printable(diagnostic.hint)}"
    for edit in diagnostic.edits:
        if not edit.safe and edit.text and f"{edit.text.strip(', ')}`" not in f"{diagnostic.message} {diagnostic.hint}":
            yield f"{paint('put in', 'green')}: {printable(edit.text.strip())}"


def _place(source: Source, span: Span, marked: Callable[[str], str]) -> Iterator[str]:
    line, column = source.line_and_column(min(span.start, len(source.text)))
    margin = " " * len(str(line))
    found = excerpt(source, span, WIDTH - len(margin) - 3)
    yield f"{margin}--> {printable(source.name)}:{line}:{column}"
    yield f"{margin} |"
    yield f"{line} | {found.shown}".rstrip()
    yield f"{margin} | {found.indent}{marked(found.marks)} {found.after}".rstrip()


def _plain(text: str, colour: str) -> str:  # noqa: ARG001  (a Paint)
    return text


def _coloured(text: str, colour: str) -> str:
    import click  # noqa: PLC0415  (plain reports need none of it)

    return click.style(text, fg=colour, bold=True)
