"""Sentences that are no commands: a property, a why, a note, a caution; they know what they are."""

from __future__ import annotations


class Notice(str):
    """A sentence about what is done; `kind` is the word that it was written with (why, caution, stance …)."""

    __slots__ = ("kind",)
    kind: str

    def __new__(cls, words: str, kind: str) -> Notice:
        """The words as a notice of a kind."""
        made = super().__new__(cls, words)
        made.kind = kind
        return made


def kind_of(words: str) -> str:
    """The kind of a notice; nothing for a command."""
    return words.kind if isinstance(words, Notice) else ""
