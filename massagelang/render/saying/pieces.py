"""What may close a sentence or stand in one of its own, so that no sentence grows too long."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from massagelang.render.saying.voice import length

MOST_WORDS = 20
"""A sentence that would grow beyond this is cut where it can be."""


@frozen
class Piece:
    """Words that end a sentence, and the sentence that they are when it would grow too long.

    `comma` tells whether they are set off from what stands before, `goes_on` whether more may follow in that sentence.
    """

    closing: str
    alone: str
    comma: bool = True
    goes_on: bool = True


def closed(command: str, said: Sequence[Piece]) -> list[str]:
    """A command with what closes it; pieces that would make it too long stand alone."""
    done: list[str] = []
    present, goes_on = command, True
    for piece in said:
        longer = f"{present}, {piece.closing}" if piece.comma else f"{present} {piece.closing}"
        if goes_on and length(longer) <= MOST_WORDS:
            present = longer
        else:
            done.append(present)
            present, goes_on = piece.alone, piece.goes_on
    return [*done, present]
