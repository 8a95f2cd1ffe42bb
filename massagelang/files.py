"""Reads and writes files and standard streams for the doors; no other room does. Knows nothing of the language."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from massagelang.report.printable import printable

SUFFIX = ".mass"
STANDARD = "-"
"""The name that stands for standard input or output."""

LIMIT = 4_000_000
"""The most bytes that are read of one file; no routine comes near."""


Content = str | bytes | Iterable[str | bytes]
"""What is written: a text, bytes, or either in pieces that need not all be in memory."""


LeftOut = Callable[[str, Sequence[str]], Collection[str]]
"""For a folder and the routines found in it: those that are not wanted."""

_INSTALLED = frozenset({"node_modules", "site-packages", "__pycache__"})


class FileError(OSError):
    """What could not be read or written, and the mend, on one line."""

    @property
    def reason(self) -> str:
        """Why, in a few words, without the name and the mend."""
        return str(self).rpartition("`: ")[2].partition(". ")[0].removesuffix(".")


def texts(
    names: Iterable[str], *, mark: bool = False, left_out: LeftOut | None = None
) -> Iterator[tuple[str, str | FileError]]:
    """Each routine once, by name, with its text or with why there is none; folders are walked, hidden ones left out.

    With `mark`, a byte order mark is left in the text. `left_out` tells which routines of a folder are not wanted.
    """
    for routine, trouble in routines(names, left_out):
        yield routine, trouble or _text_or_trouble(routine, mark)


def routines(names: Iterable[str], left_out: LeftOut | None = None) -> Iterator[tuple[str, FileError | None]]:
    """The same by name, unread: each once, with what stands in the way of reading it."""
    seen: set[str] = set()
    for name in names:
        for routine, trouble in _routines(name, left_out):
            if routine not in seen:
                seen.add(routine)
                yield routine, trouble


def read_text(name: str, *, mark: bool = False) -> str:
    """The text of a file, or of standard input for `-`, a byte order mark left out unless `mark`. Errors: FileError."""
    shown = shown_name(name)
    data = _standard_input() if name == STANDARD else _bytes(name)
    if len(data) > LIMIT:
        raise FileError(f"{shown}: it is over {LIMIT // 1_000_000} MB. Name a routine, or split it into several.")
    return _decoded(data, shown, mark)


def reader_beside(name: str) -> Callable[[str], str]:
    """How a routine reaches other files: by their path from its own folder, never out of the project folder.

    The project folder is the current one where the routine lies in it, else the routine's own.
    """
    folder = _folder_of(name)
    project = Path.cwd() if folder.resolve().is_relative_to(Path.cwd()) else folder.resolve()

    def read(path: str) -> str:
        wanted = name_beside(name, path)
        if "\0" not in path and not Path(wanted).resolve().is_relative_to(project):
            raise FileError(f"{shown_name(wanted)}: it lies outside the project folder. Copy it into the folder.")
        return read_text(wanted)

    return read


def name_beside(name: str, path: str) -> str:
    """The name of another file that a routine asks for by its path from its own folder."""
    return str(_folder_of(name) / path)


def _folder_of(name: str) -> Path:
    return Path() if name == STANDARD else Path(name).parent


def write(name: str, content: Content) -> None:
    """Put a file in place whole or not at all; an older one keeps its mode and, on any error, its content.

    Errors: FileError.
    """
    target = _resolved(name)
    try:
        if target.exists() and not target.is_file():
            _write_into(target, content)
        elif target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        else:
            _replace(target, content)
    except OSError as error:
        raise FileError(f"{shown_name(name)}: {why_unwritten(error)}") from error


def create(name: str, content: str) -> None:
    """Write a file that is not there yet. Errors: FileError, also when it is."""
    try:
        Path(name).touch(exist_ok=False)
        write(name, content)
    except FileExistsError:
        raise FileError(f"{shown_name(name)}: it is there already. Choose another name.") from None
    except FileError:
        Path(name).unlink(missing_ok=True)
        raise
    except OSError as error:
        raise FileError(f"{shown_name(name)}: {why_unwritten(error)}") from error


def print_out(content: Content) -> None:
    """Write to standard output: UTF-8 and the content's own line ends, on every machine. Errors: OSError."""
    sys.stdout.flush()
    for piece in _encoded(content):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def shows_on_a_screen() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def give_up_output() -> None:
    """Let what is still unwritten go nowhere, so that Python does not try once more when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def is_folder(name: str) -> bool:
    """Whether a name that is not `-` belongs to a folder."""
    return name not in (STANDARD, "") and Path(name).is_dir()


def can_be_replaced(name: str) -> bool:
    """Whether a name belongs to an ordinary file: neither a pipe nor a device."""
    return name != STANDARD and Path(name).is_file()


def is_same(read: str, written: str) -> bool:
    """Whether what is to be written would replace what is read."""
    try:
        source = os.fstat(sys.stdin.fileno()) if read == STANDARD else Path(read).stat()
        return stat.S_ISREG(source.st_mode) and os.path.samestat(source, Path(written).stat())
    except (OSError, ValueError):
        return False


def shown_name(name: str, standard: str = "input") -> str:
    """A file's name as people see it."""
    return f"standard {standard}" if name == STANDARD else f"`{printable(name)}`"


def _routines(name: str, left_out: LeftOut | None = None) -> Iterator[tuple[str, FileError | None]]:
    if not is_folder(name):
        yield name, None
        return
    found = list(_walk(name))
    out = left_out(name, [routine for routine, trouble in found if trouble is None]) if left_out and found else ()
    yield from ((routine, trouble) for routine, trouble in found if routine not in out)
    if not found:
        yield name, FileError(f"{shown_name(name)}: there is no `{SUFFIX}` file in this folder. Name another folder.")
    elif len(out) == len(found):
        why = f"each `{SUFFIX}` file in this folder is left out, by the settings or by git. Name one of them."
        yield name, FileError(f"{shown_name(name)}: {why}")


def _walk(folder: str) -> Iterator[tuple[str, FileError | None]]:
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not _is_passed_by(place, name))
        for name in sorted(files):
            path = Path(place, name)
            if path.suffix.lower() == SUFFIX and (path.is_file() or not path.exists()):
                yield str(path), None
    for error in closed:
        yield str(error.filename), FileError(f"{shown_name(str(error.filename))}: {_why_unread(error, folder)}")


def _is_passed_by(place: str, folder: str) -> bool:
    """Whether a folder is hidden, or holds what programs have installed."""
    return folder.startswith(".") or folder in _INSTALLED or Path(place, folder, "pyvenv.cfg").is_file()


def _text_or_trouble(name: str, mark: bool) -> str | FileError:
    try:
        return read_text(name, mark=mark)
    except FileError as trouble:
        return trouble


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(LIMIT + 1)
    except (OSError, AttributeError) as error:
        raise FileError(f"{shown_name(STANDARD)}: there is nothing to read. Send a routine into it.") from error


def _bytes(name: str) -> bytes:
    try:
        if is_folder(name):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with open(name, "rb") as file:  # noqa: PTH123  (Path would read an empty name as the folder we are in)
            return file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise FileError(f"{shown_name(name)}: {_why_unread(error, name)}") from error


def _decoded(data: bytes, shown: str, mark: bool) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError(f"{shown}: it is text in UTF-16. Save it as UTF-8.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise FileError(f"{shown}: it is no plain text (a NUL byte in line {line}). Name a routine's text.")
    try:
        return data.decode("utf-8" if mark else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise FileError(f"{shown}: line {line} is not in UTF-8. Save the file as UTF-8.") from error


def _why_unread(error: OSError | ValueError, name: str) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return f"there is no such file. {_near(name)}"
        case IsADirectoryError():
            return "it is a folder. Name a file in it."
        case PermissionError():
            return "I may not read it. Give yourself the right to read it, or name another file."
        case OSError():
            return f"it could not be read ({error.strerror}). Name another file."
    return "no file can have this name. Name another file."


def _near(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (only when a file is missing)

    path = Path(name)
    try:
        beside = [other.name for other in path.parent.iterdir() if other.suffix.lower() == SUFFIX]
    except OSError:
        beside = []
    near = get_close_matches(path.name, beside, n=1)
    return f"Did you mean {shown_name(str(path.with_name(near[0])))}?" if near else "Look at the spelling of its name."


def why_unwritten(error: OSError) -> str:
    """What kept a file from being written, and the mend."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such folder to write into. Make it first."
        case IsADirectoryError():
            return "it is a folder. Name a file to write."
        case PermissionError():
            return "I may not write there. Choose another place."
    if error.errno == errno.ENOSPC:
        return "there is no room left to write it. Make room, or choose another place."
    return f"it could not be written ({error.strerror}). Choose another place."


def _resolved(name: str) -> Path:
    """The file itself where the name is a link to it."""
    try:
        return Path(name).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise FileError(f"{shown_name(name)}: no file can be written under this name. Choose another.") from error


def _encoded(content: Content) -> Iterator[bytes]:
    """The pieces of a content as UTF-8; what cannot be encoded is written as an escape."""
    pieces = (content,) if isinstance(content, (str, bytes)) else content
    for piece in pieces:
        yield piece if isinstance(piece, bytes) else piece.encode(errors="backslashreplace")


def _write_into(target: Path, content: Content) -> None:
    """Devices and pipes are written as they stand; a folder says that it is one."""
    with target.open("wb") as device:
        device.writelines(_encoded(content))


def _replace(target: Path, content: Content) -> None:
    from tempfile import mkstemp  # noqa: PLC0415  (most runs write no file)

    mode = _mode(target)
    handle, temporary = mkstemp(dir=target.parent, prefix=".mass-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(_encoded(content))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
