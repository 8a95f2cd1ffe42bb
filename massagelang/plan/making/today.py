"""What is told of today's receiver besides what a file says: `pregnant 24 weeks`, read as a `receiver:` line."""

from __future__ import annotations

from collections.abc import Sequence as Several

from massagelang.plan.making.scene import Findings
from massagelang.source import Source
from massagelang.syntax import ast
from massagelang.syntax.parser import parse
from massagelang.syntax.scanner import Names
from massagelang.vocabulary import Vocabulary


class ReceiverError(ValueError):
    """What was told of today's receiver cannot be read; the message is one line."""


def todays_lines(receiver: str, names: Names) -> tuple[ast.Line, ...]:
    """What is told as lines of a file. Errors: ReceiverError."""
    said = " ".join(receiver.split())
    parsed = parse(Source("receiver", f"receiver: {said}"), names)
    lines = parsed.file.lines
    if parsed.findings or len(lines) != 1 or not isinstance(lines[0].content, ast.Property):
        raise ReceiverError(f"I cannot read the receiver “{said}”: write it as `pregnant 24 weeks`.")
    return lines


def ask_about(today: Several[ast.Line], words: Vocabulary) -> None:
    """Ask for words that are not known. Errors: ReceiverError."""
    for line in today:
        from massagelang.plan.making.receiver import ask_who  # noqa: PLC0415  (only where one is told of)

        findings = Findings(line.key)
        if isinstance(line.content, ast.Property):
            ask_who(line.content, words, findings)
        for finding in findings.done():
            raise ReceiverError(f"{finding.message} {finding.hint}".strip())
