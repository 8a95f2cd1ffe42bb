"""Who a file is for and what it leaves alone; what reads those lines comes in only where there are any."""

from __future__ import annotations

from collections.abc import Sequence as Several

from massagelang.plan.model.receiver import Avoided, Told
from massagelang.syntax import ast
from massagelang.vocabulary import Posture, Vocabulary


def _has(key: str, lines: Several[ast.Line]) -> bool:
    return any(isinstance(line.content, ast.Property) and line.content.key.text == key for line in lines)


def avoided_in(lines: Several[ast.Line], vocabulary: Vocabulary) -> tuple[Avoided, ...]:
    """What these lines say to leave alone."""
    if not _has("avoid", lines):
        return ()
    from massagelang.plan.making.avoiding import avoided_of  # noqa: PLC0415  (only where something is avoided)

    return avoided_of(lines, vocabulary)


def told_in(
    file: ast.File, lines: Several[ast.Line], today: Several[ast.Line], vocabulary: Vocabulary
) -> tuple[Told, ...]:
    """What the file tells of the receiver, and what is told besides; the words of this body only are places."""
    if not _has("receiver", lines) and not today:
        return ()
    from massagelang.plan.making.receiver import receiver_of, todays_of  # noqa: PLC0415  (only where one is told of)

    return (*receiver_of(lines, vocabulary), *todays_of(today, file, vocabulary))


def for_its_body(receiver: Several[Told], vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with the regions of the receiver, where one is told of."""
    if not receiver:
        return vocabulary
    from massagelang.plan.making.receiver import body_of  # noqa: PLC0415  (only where a receiver is told of)

    return body_of(receiver, vocabulary)


def position_of(receiver: Several[Told]) -> str:
    """The position in which the receiver begins; empty while nothing tells it."""
    words = (told.word for told in receiver)
    return next((word.id for word in words if isinstance(word, Posture) and word.kind == "position"), "")
