"""The page of one kind of finding, as `mass explain` prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import dedent, indent, wrap

from massagelang.diagnostic import Kind
from massagelang.report.excerpt import excerpt
from massagelang.report.terminal import LABELS
from massagelang.source import Source, Span
from massagelang.vocabulary.model import SourceNote

WIDTH = 88
_MARGIN = "    "
_CONFIDENCE = {
    "H": "high confidence",
    "M": "middling confidence",
    "L": "low confidence",
    "K": "common knowledge, no source found yet",
    "E": "an estimate",
}


def page(kind: Kind, source_note: Callable[[str], SourceNote | None]) -> str:
    """Title, severity, why, an example that gives the finding, one that does not, and the sources."""
    parts = [f"{kind.code} · {kind.name} · {LABELS[kind.severity]}\n", *_paragraphs(kind.why)]
    if kind.bad:
        parts.append(f"This gives the finding:\n\n{indent(marked(kind.bad), _MARGIN)}")
    if kind.good:
        parts.append(f"This does not:\n\n{indent(_tidy(kind.good), _MARGIN)}\n")
    if kind.limits:
        parts.append("Limits that a house may set:\n" + "".join(map(_limit, kind.limits.items())))
    if kind.confidence:
        parts.append(f"Confidence: {_CONFIDENCE[kind.confidence]}.\n")
    if not kind.settled:
        parts.append("This cannot be allowed or left out.\n")
    if kind.sources:
        parts.append("Sources:\n" + "".join(_source(id_, source_note(id_)) for id_ in kind.sources))
    return "\n".join(parts)


def marked(example: str) -> str:
    """An example whose words between « and » stand without those, underlined on a line of their own."""
    text = _tidy(example)
    source, spans = _without_guillemets(text)
    under: dict[int, str] = {}
    for span in spans:
        line, _ = source.line_and_column(span.start)
        found = excerpt(source, span)
        under[line] = under.get(line, "").ljust(len(found.indent)) + found.marks
    return "".join(_with_marks(source, under))


def _with_marks(source: Source, under: dict[int, str]) -> Iterator[str]:
    for number, line in enumerate(source.text.split("\n"), start=1):
        yield line + "\n"
        if number in under:
            yield under[number] + "\n"


def _without_guillemets(text: str) -> tuple[Source, list[Span]]:
    plain, start, spans = "", 0, []
    for letter in text:
        if letter == "«":
            start = len(plain)
        elif letter == "»":
            spans.append(Span(start, len(plain)))
        else:
            plain += letter
    return Source("example", plain), spans


def _tidy(example: str) -> str:
    return dedent(example).strip("\n").rstrip()


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in dedent(text).strip().split("\n\n"):
        yield "\n".join(wrap(paragraph, WIDTH)) + "\n"


def _limit(limit: tuple[str, float]) -> str:
    name, number = limit
    return f"{_MARGIN}{name} = {number:g}\n"


def _source(id_: str, note: SourceNote | None) -> str:
    if note is None:
        return f"{_MARGIN}{id_}\n"
    sureness = f" ({_CONFIDENCE.get(note.confidence, note.confidence)})" if note.confidence else ""
    return f"{_MARGIN}{note.id}  {note.says}{sureness}\n{_MARGIN}{' ' * len(note.id)}  {note.address}\n"
