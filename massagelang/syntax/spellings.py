"""Words of the grammar with two spellings: the tree and the formatter know each by one of them."""

from __future__ import annotations

from massagelang.syntax.scanner import Token

_SPELLINGS = {"anticlockwise": "counterclockwise", "towards": "toward", "±": "+-"}


def spelling(word: Token) -> str:
    """The one spelling of a word that the grammar has told apart; a name is spelled as it is written."""
    return word.text if word.kind == "NAME" else _SPELLINGS.get(word.text, word.text)
