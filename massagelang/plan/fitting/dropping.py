"""Parts that may be left out of a routine: where they stand, and the text without them.

They are set in comments, so that they can come back; parts that differ in nothing but their sides go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from massagelang.plan.fitting.figures import sideless
from massagelang.plan.fitting.rewriting import Change
from massagelang.source import Span
from massagelang.syntax import ast
from massagelang.values import Record

_LINES = re.compile(r"[^\n]*\n|[^\n]+")


@frozen(slots=False, repr=False)
class Optional(Record):
    """One optional part, or a pair of them: what they are called, and the changes that set them in comments.

    `lines` are the keys of their logical lines.
    """

    names: tuple[str, ...]
    changes: tuple[Change, ...]
    lines: frozenset[str]


def optionals(file: ast.File) -> tuple[Optional, ...]:
    """The optional headings and the optional blocks that stand alone in their lines, pairs as one."""
    pairs: dict[str, Optional] = {}
    for name, lines in _parts(file):
        likeness = "\n".join(sideless(line.text) for line in lines)
        found = Optional(
            (name,),
            tuple(change for line in lines for change in _commented(line)),
            frozenset(line.key for line in lines),
        )
        if (other := pairs.get(likeness)) is not None:
            found = Optional(other.names + found.names, other.changes + found.changes, other.lines | found.lines)
        pairs[likeness] = found
    return tuple(pairs.values())


def _parts(file: ast.File) -> Iterator[tuple[str, list[ast.Line]]]:
    for index, line in enumerate(file.lines):
        match line.content:
            case ast.Heading(optional=True, variant="", level=level, title=title):
                yield title, [line, *_under(file.lines[index + 1 :], level)]
            case ast.Phrase(statements=(ast.Group(kind="optional"),), alternative=False) if not _chosen(file, index):
                number, _ = file.source.line_and_column(line.start + line.content.span.start)
                yield f"the optional block in line {number}", [line]


def _under(lines: tuple[ast.Line, ...], level: str) -> Iterator[ast.Line]:
    """The lines under a heading; definitions and the like stand for the whole file."""
    for line in lines:
        match line.content:
            case ast.Heading(level="section"):
                return
            case ast.Heading() if level == "step":
                return
            case ast.Heading() | ast.Property() | ast.Phrase():
                yield line


def _chosen(file: ast.File, index: int) -> bool:
    """Whether the next line offers another way to do this one."""
    following = (line.content for line in file.lines[index + 1 :] if line.content)
    after = next(following, None)
    return isinstance(after, ast.Phrase) and after.alternative


def _commented(line: ast.Line) -> Iterator[Change]:
    """A `# ` before each written line; comments too, so that none of them speaks of the line below."""
    start = line.start
    for written in _LINES.findall(line.text):
        if written.strip():
            indent = len(written) - len(written.lstrip())
            yield Span(start + indent, start + indent), "# "
        start += len(written)
