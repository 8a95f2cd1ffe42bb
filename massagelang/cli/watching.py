"""`mass check --watch`: the check once more whenever a file that it read has changed, or a routine has come or gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from massagelang import files
from massagelang.cli.project import candidates, project_of
from massagelang.cli.trouble import Trouble

PAUSE = 0.5
"""Seconds between two looks at the files."""

Stamps = dict[str, tuple[int, int] | None]


def watch(names: tuple[str, ...], check: Callable[[list[str]], int], pause: float = PAUSE) -> None:
    """Check, wait for a change, check again; only Ctrl-C ends it. `check` fills in which files it has read."""
    while True:
        before = _stamps(_all_of(names))
        read: list[str] = []
        try:
            check(read)
        except files.FileError as error:
            Trouble(str(error)).show()
        except Trouble as trouble:
            trouble.show()
        before |= {name: stamp for name, stamp in _stamps(read).items() if name not in before}
        click.echo(f"Watching {len(before)} files. Ctrl-C ends it.", err=True)
        while _stamps((*_all_of(names), *read)) == before:
            time.sleep(pause)
        click.clear()


def _all_of(names: Iterable[str]) -> list[str]:
    """The routines that names stand for now, and the files of settings and of words that count for them."""
    found = [routine for routine, _ in files.routines(names)]
    for routine in {str(Path(routine).parent): routine for routine in found}.values():
        found += map(str, candidates(routine))
        try:
            project = project_of(routine)
            found += [project.vocabulary] if project and project.vocabulary else []
        except files.FileError:
            continue
    return found


def _stamps(names: Iterable[str]) -> Stamps:
    return {name: _stamp(name) for name in names}


def _stamp(name: str) -> tuple[int, int] | None:
    try:
        found = Path(name).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
