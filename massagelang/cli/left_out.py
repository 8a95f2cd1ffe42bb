"""Which routines of a walked folder are left out: those that the house excludes, and those that git ignores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from massagelang.cli.project import Project, project_of

_PATIENCE = 10
"""Seconds for git."""


def left_out(folder: str, names: Sequence[str]) -> frozenset[str]:
    """Those of a folder's routines that are not wanted. Errors: FileError for settings that cannot be understood."""
    return frozenset((*_excluded(names), *_ignored_by_git(folder, names)))


def _excluded(names: Sequence[str]) -> Iterator[str]:
    projects: dict[Path, Project | None] = {}
    for name in names:
        place = Path(name).parent
        if place not in projects:
            projects[place] = project_of(name)
        project = projects[place]
        if project and project.settings.exclude and _matches(name, project):
            yield name


def _matches(name: str, project: Project) -> bool:
    path = Path(name).parent.resolve() / Path(name).name
    inside = PurePosixPath(path.relative_to(project.file.parent).as_posix())
    return any(_fits(inside, pattern) for pattern in project.settings.exclude)


def _fits(inside: PurePosixPath, pattern: str) -> bool:
    """Whether a file or a folder around it has such a name, or such a path from the folder of the settings."""
    pattern = pattern.removeprefix("./").rstrip("/")
    paths = [inside, *inside.parents]
    tried = [path.as_posix() for path in paths] if "/" in pattern else [path.name for path in paths]
    return any(fnmatchcase(one, pattern) for one in tried)


def _ignored_by_git(folder: str, names: Sequence[str]) -> Iterator[str]:
    """What `git check-ignore` names; nothing where there is no git, or no repository."""
    import subprocess  # (only where a folder is walked)

    paths = {os.fsencode(os.path.abspath(name)): name for name in names}  # noqa: PTH100  (links are not followed)
    command = ["git", "-c", "core.fsmonitor=false", "-C", folder, "check-ignore", "-z", "--stdin"]
    try:
        done = subprocess.run(  # noqa: S603  (a fixed command; the names go in as data)
            command, input=b"\0".join(paths), capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return
    yield from (paths[path] for path in done.stdout.split(b"\0") if path in paths)
