"""The tag before an MP3 (ID3, version 2.3): its title, its length, and its chapters as players list them.

A chapter is a `CHAP` frame, and `CTOC` frames name the chapters in order: at most 255 each, so that long lists are
lists of lists. Times are milliseconds. Texts are one line of UTF-16.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from massagelang.render.clock import one_line
from massagelang.render.cues.chapters import Chapter

_NOWHERE = 0xFFFFFFFF
"""For the place of a chapter in bytes: its times count."""

_UTF_16 = b"\1"
_TOP, _ORDERED = 0b10, 0b01
_MOST = 255


def tag(title: str, length: int, chapters: Sequence[Chapter]) -> bytes:
    """The whole tag for a file of `length` milliseconds."""
    named = [_frame(b"TIT2", _text(title))] if one_line(title) else []
    ids = [f"ch{number}" for number in range(1, len(chapters) + 1)]
    listed = [_chapter(id_, chapter) for id_, chapter in zip(ids, chapters, strict=True)]
    frames = b"".join((*named, _frame(b"TLEN", b"\0" + str(length).encode()), *_contents(ids), *listed))
    return b"ID3\3\0\0" + _seven_bits(len(frames)) + frames


def _chapter(id_: str, chapter: Chapter) -> bytes:
    times = struct.pack(">IIII", chapter.start, chapter.end, _NOWHERE, _NOWHERE)
    return _frame(b"CHAP", _name(id_) + times + _frame(b"TIT2", _text(chapter.title)))


def _contents(ids: Sequence[str], level: int = 0) -> Iterator[bytes]:
    """The lists of chapters, the one of all first."""
    if not ids:
        return
    if len(ids) <= _MOST:
        yield _list("toc", ids, _TOP | _ORDERED)
        return
    parts = [ids[first : first + _MOST] for first in range(0, len(ids), _MOST)]
    names = [f"toc{level}.{number}" for number in range(1, len(parts) + 1)]
    yield from _contents(names, level + 1)
    yield from (_list(name, part, _ORDERED) for name, part in zip(names, parts, strict=True))


def _list(name: str, ids: Sequence[str], flags: int) -> bytes:
    return _frame(b"CTOC", _name(name) + bytes((flags, len(ids))) + b"".join(map(_name, ids)))


def _frame(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack(">IH", len(data), 0) + data


def _name(id_: str) -> bytes:
    return id_.encode() + b"\0"


def _text(text: str) -> bytes:
    return _UTF_16 + b"\xff\xfe" + one_line(text).encode("utf-16-le", "replace") + b"\0\0"


def _seven_bits(size: int) -> bytes:
    """A size in four bytes, of which seven bits count."""
    return bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
