"""Text in, the same text in its canonical form out. Reads and writes nothing itself."""

from __future__ import annotations

from massagelang.syntax.form import Formatted, formatted
from massagelang.syntax.scanner import Names
from massagelang.vocabulary import load


def format(text: str) -> str:  # noqa: A001  (the word that people use for it)
    """A routine in its canonical form: spacing, case, units and spelling. Its lines and their order stay.

    Says the same as before. Lines that cannot be read stay as they are. Never raises, whatever the text holds.
    """
    return form_of(text).text


def form_of(text: str) -> Formatted:
    """The canonical form, and which lines could not be read and stay as they are."""
    vocabulary = load()
    return formatted(text, Names(vocabulary.several_words, vocabulary.paired_words, vocabulary.how_words))
