"""What cannot be done, said on one line with the mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

FINDINGS, WRONG_USE = 1, 2
"""Exit statuses besides 0: errors were found; the command could not do what was asked."""


class Trouble(click.ClickException):
    """What cannot be done, on one line."""

    exit_code = WRONG_USE

    def show(self, file: Any = None) -> None:
        """Print the line to standard error."""
        click.echo(f"{click.style('error', fg='red', bold=True)}: {self.message}", file=file, err=True)


class Refused(Trouble):
    """What a routine cannot be made to do, on one line."""

    exit_code = FINDINGS


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean ...?` with the names that come near, or nothing."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    return question([by_lower[near] for near in get_close_matches(word.lower(), by_lower, n=3)])


def question(near: Sequence[str]) -> str:
    """The same for names that are known to be near."""
    return f" Did you mean {' or '.join(f'`{word}`' for word in near)}?" if near else ""
