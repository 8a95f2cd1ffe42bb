"""`mass check FILE...`: what is wrong in routines, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from massagelang import files
from massagelang.cli.routines import checked, has_errors, name_in_reports, report
from massagelang.cli.trouble import FINDINGS, WRONG_USE, Trouble

if TYPE_CHECKING:
    from massagelang.diagnostic import Diagnostic


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to report.")
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], form: str) -> None:
    """Say what is wrong in routines, and how to mend it.

    A FILE may be a folder, whose routines are all checked, or `-` for standard input.
    """
    found: list[Diagnostic] = []
    read: list[str] = []
    unread = False
    for name, text in files.texts(names):
        if isinstance(text, files.FileError):
            Trouble(str(text)).show()
            unread = True
        else:
            found += checked(name, text).diagnostics
            read.append(name_in_reports(name))
    report(found, read, form)
    ctx.exit(WRONG_USE if unread else FINDINGS if has_errors(found) else 0)
