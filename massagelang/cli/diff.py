"""`mass diff OLD NEW`: what changed for the receiver between two routines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from massagelang import files
from massagelang.cli.routines import house_words, is_understood, name_in_reports, summary
from massagelang.cli.trouble import Trouble

if TYPE_CHECKING:
    from massagelang.plan.model import Plan

CHANGED = 1
"""Exit status when something changed, as that of `diff`; 0 when nothing did, 2 for troubles."""


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_context
def command(ctx: click.Context, old: str, new: str, as_json: bool) -> None:
    """Say what changed from OLD to NEW for hands, time, sides and pressure.

    Layout, comments, case and spelling do not count. One of the two may be `-` for standard input.
    Status 0: nothing changed; 1: something did; 2: trouble.
    """
    from massagelang.plan.comparing.compare import TooManyLines, difference
    from massagelang.report import changes

    if old == new == files.STANDARD:
        raise Trouble("standard input: it can be one of the two routines, not both. Name a file.")
    before, after = (_plan(name, beside=(old, new)) for name in (old, new))
    try:
        found = difference(before, after)
    except TooManyLines as error:
        raise Trouble(f"{files.shown_name(new)}: its definitions come to too many lines to compare.") from error
    files.print_out(changes.as_json(found, before, after) if as_json else changes.render(found))
    ctx.exit(CHANGED if found.is_change else 0)


def _plan(name: str, beside: tuple[str, str]) -> Plan:
    """The plan of one of the two. Git lays old versions down alone: what they need may stand beside the other."""
    from massagelang import pipeline

    other = beside[1] if name == beside[0] else beside[0]
    words = house_words(name) or house_words(other)
    shown_as, read = name_in_reports(name), _reader(name, other)
    routine = pipeline.check(files.read_text(name), name=shown_as, read=read, words=words)
    if not is_understood(routine.diagnostics):
        raise Trouble(f"{summary(routine.diagnostics, [shown_as])}. Mend them first (`mass check`).")
    return routine.plan


def _reader(name: str, other: str) -> Callable[[str], str]:
    def read(path: str) -> str:
        try:
            return files.reader_beside(name)(path)
        except files.FileError:
            return files.reader_beside(other)(path)

    return read
