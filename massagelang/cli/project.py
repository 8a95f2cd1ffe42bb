"""The project that a routine belongs to: its file of settings, found from the routine upward, read and understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from massagelang import files

if TYPE_CHECKING:
    from massagelang.settings import Settings

NAMES = ("massagelang.toml", "pyproject.toml")
"""Files of settings; the first goes before the second in the same folder."""


class Project(NamedTuple):
    """The file of settings and what it says."""

    file: Path
    settings: Settings

    @property
    def vocabulary(self) -> str:
        """The file of words that it names, empty for none. Errors: FileError for one outside of its folder."""
        if not self.settings.vocabulary:
            return ""
        wanted = self.file.parent / self.settings.vocabulary
        if not wanted.resolve().is_relative_to(self.file.parent):
            raise files.FileError(f"{_shown(self.file)}: its vocabulary lies outside its folder. Copy it in.")
        return str(wanted)


def project_of(name: str) -> Project | None:
    """The nearest project, from the folder of a routine (or a folder itself) upward; None where there is none.

    Errors: FileError for settings that cannot be read or understood.
    """
    for file in candidates(name):
        text = _text(file)
        if file.name == NAMES[0] or "massagelang" in text:
            table = _table(file, text)
            if table is not None:
                return Project(file, _understood(file, text))
    return None


def candidates(name: str) -> Iterator[Path]:
    """The files that could hold the settings for a routine or a folder, the nearest first."""
    folder = Path() if name == files.STANDARD else Path(name) if files.is_folder(name) else Path(name).parent
    try:
        resolved = folder.resolve()
        yield from (
            place / name for place in (resolved, *resolved.parents) for name in NAMES if (place / name).is_file()
        )
    except (OSError, RuntimeError, ValueError):
        return


def _text(file: Path) -> str:
    """The text of a file; of one that is no text of ours, nothing, since it may be anybody's."""
    if file.name == NAMES[0]:
        return files.read_text(str(file))
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


@lru_cache(maxsize=64)
def _table(file: Path, text: str) -> Mapping[str, Any] | None:
    """What a file sets for us; None when it does not speak of us."""
    import tomllib  # (only where a project speaks of us)

    try:
        data: Any = tomllib.loads(text)
        if file.name != NAMES[0]:
            data = data.get("tool", {}).get("massagelang")
        if data is not None:
            data.items()
    except (ValueError, AttributeError, RecursionError) as error:
        raise files.FileError(f"{_shown(file)}: it is no TOML that I can read. Mend it.") from error
    found: Mapping[str, Any] | None = data
    return found


@lru_cache(maxsize=64)
def _understood(file: Path, text: str) -> Settings:
    from massagelang import pipeline
    from massagelang.settings import settings_of

    try:
        return settings_of(_table(file, text) or {}, pipeline.kinds())
    except ValueError as error:
        raise files.FileError(f"{_shown(file)}: {error}") from error


def _shown(file: Path) -> str:
    return files.shown_name(str(file))
