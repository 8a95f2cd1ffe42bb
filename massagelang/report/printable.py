"""Text of unknown origin made fit for one line of a terminal or of a log."""

from __future__ import annotations


def printable(text: str) -> str:
    r"""The same text, with whatever is no visible character written as an escape (`\n`, `\x1b`, `\udcff`)."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
