"""`mass check FILE...`: what is wrong in routines, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from massagelang import files
from massagelang.cli.routines import REPORTS, checked, has_errors, name_in_reports, report, texts
from massagelang.cli.trouble import FINDINGS, WRONG_USE, Trouble

if TYPE_CHECKING:
    from massagelang.diagnostic import Diagnostic


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option("--output-format", "--format", "form", type=click.Choice(REPORTS), default="text", help="How to report.")
@click.option("--fix", is_flag=True, help="Mend what is surely a slip, and report the rest.")
@click.option("--diff", is_flag=True, help="Write nothing; show what `--fix` would change.")
@click.option("--receiver", default="", metavar="WORDS", help='Who comes today: "pregnant 24 weeks", "fever".')
@click.option("--statistics", is_flag=True, help="Only count the findings, by code.")
@click.option("--watch", is_flag=True, help="Check again whenever a routine changes, until Ctrl-C.")
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    *,
    form: str,
    fix: bool,
    diff: bool,
    receiver: str,
    statistics: bool,
    watch: bool,
) -> None:
    """Say what is wrong in routines, and how to mend it.

    A FILE may be a folder, whose routines are all checked, or `-` for standard input. Folders leave out what is hidden,
    what git ignores and what the settings exclude. Status 1: there are errors; 2: trouble.
    """
    if statistics and form != "text":
        raise Trouble("`--statistics` counts in the form `text` alone. Leave out one of the two.")
    if receiver and (fix or diff):
        raise Trouble("`--receiver` only looks at routines. Leave out `--fix` and `--diff`.")
    if watch:
        from massagelang.cli.watching import watch as look_again

        if fix or diff or files.STANDARD in names:
            raise Trouble("`--watch` reads files and changes none. Leave out `--fix`, `--diff` and `-`.")
        look_again(names, lambda read: _check(names, form, statistics, read, receiver))
    elif fix or diff:
        from massagelang.cli.fixing import fix_all

        ctx.exit(fix_all(names, form, statistics, diff))
    ctx.exit(_check(names, form, statistics, [], receiver))


def _check(names: tuple[str, ...], form: str, statistics: bool, read: list[str], receiver: str) -> int:
    """Check once; the exit status. `read` is filled with the names of all files that were read."""
    found: list[Diagnostic] = []
    routines: list[str] = []
    unread = False
    for name, text in texts(names):
        read.append(name)
        if isinstance(text, files.FileError):
            Trouble(str(text)).show()
            unread = True
        else:
            found += checked(name, text, read, receiver).diagnostics
            routines.append(name_in_reports(name))
    report(found, routines, form, statistics=statistics)
    return WRONG_USE if unread else FINDINGS if has_errors(found) else 0
