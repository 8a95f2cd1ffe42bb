"""What may close a sentence or stand in one of its own, so that no sentence grows too long."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from massagelang.render.saying.voice import Voice, length


@frozen
class Piece:
    """Words that end a sentence, and the sentence that they are when it would grow too long.

    `comma` tells whether they are set off from what stands before, `goes_on` whether more may follow in that sentence.
    `whole` is the sentence where the path before was told in halves, and they hold for both; empty where `alone` does.
    `ahead` is a sentence of its own before `alone`.
    """

    closing: str
    alone: str
    comma: bool = True
    goes_on: bool = True
    whole: str = ""
    ahead: str = ""


def closed(command: str, said: Sequence[Piece], voice: Voice) -> list[str]:
    """A command with what closes it; pieces that would make it too long stand alone.

    After one that is set off by a comma, all that follow in the sentence are.
    """
    done: list[str] = []
    present, goes_on, set_off = command, True, False
    for piece in said:
        longer = f"{present}, {piece.closing}" if piece.comma or set_off else f"{present} {piece.closing}"
        if goes_on and voice.joins and length(longer) <= voice.most_words:
            present, set_off = longer, set_off or piece.comma
        else:
            done += [present, piece.ahead] if piece.ahead else [present]
            present, goes_on, set_off = piece.alone, piece.goes_on, False
    return [*done, present]


def of_the_whole(said: Sequence[Piece], voice: Voice) -> list[str]:
    """What closes a path that was told in halves: sentences of its own, so that it is not taken for the last half's."""
    if not said:
        return []
    first, *rest = said
    opening = first.whole or first.alone
    return closed(opening, rest, voice) if first.goes_on else [opening, *of_the_whole(rest, voice)]
