"""Text into a syntax tree and the mistakes in it. All mistakes of a file come in one run; nothing is raised.

Each logical line is read by itself (`recovery`), and remembered by its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from massagelang.diagnostic import Edit, Finding
from massagelang.source import Source, Span, Spot
from massagelang.syntax import ast, mistakes
from massagelang.syntax.build.rules import unquoted
from massagelang.syntax.lines import logical_lines
from massagelang.syntax.recovery import read_line
from massagelang.syntax.scanner import NO_NAMES, Names, Token, scan
from massagelang.syntax.sense import senseless_numbers
from massagelang.syntax.sentences import Mistake
from massagelang.values import Record

_PLAIN_DIGITS = 9
_ALLOW = re.compile(r'#\s*mass:\s*allow\s+(\w+)(?:\s+("(?:\\["\\]|[^"\\])*"))?\s*\Z', re.IGNORECASE)
_SPEAKS_TO_US = re.compile(r"#\s*mass:", re.IGNORECASE)


@frozen(slots=False, repr=False, eq=False)
class Parsed(Record):
    """A syntax tree, and the findings about what could not be read."""

    file: ast.File
    findings: tuple[Finding, ...]


def parse(source: Source, names: Names = NO_NAMES) -> Parsed:
    """Read a whole file. Never raises for what a text may hold."""
    lines: list[ast.Line] = []
    findings: list[Finding] = []
    for stretch in logical_lines(source.text.removeprefix("\ufeff")):
        line, made = _read_line(stretch.text, names)
        start = stretch.start + (len(source.text) - len(source.text.removeprefix("\ufeff")))
        lines.append(evolve(line, key=stretch.key, start=start))
        findings.extend(_finding(mistake, stretch.key) for mistake in made)
    return Parsed(ast.File(tuple(lines), source), tuple(findings))


def _finding(mistake: Mistake, key: str) -> Finding:
    safe = mistake.kind.code in mistakes.SURE
    edits = tuple(Edit(Spot(key, span), text, safe) for span, text in mistake.edits)
    return Finding(mistake.kind, Spot(key, mistake.span), mistake.arguments, edits=edits)


@lru_cache(maxsize=16384)
def _read_line(text: str, names: Names) -> tuple[ast.Line, tuple[Mistake, ...]]:
    """One logical line by its text alone, so that equal lines are read once."""
    tokens, remarks = scan(text, names)
    comments, allows, made = _comments(remarks)
    content = None
    if tokens:
        content, more = read_line(tokens, names)
        made = [*made, *more]
        if any(map(_may_lack_sense, tokens)):
            made.extend(senseless_numbers(content))
    return ast.Line(content, comments, allows, text), tuple(made)


def _may_lack_sense(token: Token) -> bool:
    """Whether a token may make a number that nobody means: plain counts from 1 on need no second look."""
    if token.kind == "NUMBER":
        return not token.text.isdecimal() or token.text.startswith("0") or len(token.text) > _PLAIN_DIGITS
    return token.kind in ("OCLOCK", "MINUS") or token.text in ("or", "pressure")


def _comments(tokens: Sequence[Token]) -> tuple[tuple[ast.Comment, ...], tuple[ast.Allow, ...], list[Mistake]]:
    comments, allows, made = [], [], []
    for token in tokens:
        span = Span(token.start, token.end)
        if match := _ALLOW.match(token.text.strip()):
            allows.append(ast.Allow(match[1], unquoted(match[2] or '""'), span=span))
        elif _SPEAKS_TO_US.match(token.text):
            made.append(Mistake(mistakes.MISREAD_COMMENT, span))
        comments.append(ast.Comment(token.text[1:], span=span))
    return tuple(comments), tuple(allows), made
