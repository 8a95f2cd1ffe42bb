"""`mass fmt FILE...`: routines in their canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from massagelang import files
from massagelang.cli.routines import name_in_reports, texts
from massagelang.cli.trouble import FINDINGS, WRONG_USE, Trouble

if TYPE_CHECKING:
    from massagelang.syntax.form import Formatted


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; name the files that would change: status 1 if any would.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], check: bool, diff: bool) -> None:
    """Put routines into their canonical form: spacing, case, units and spelling.

    Lines and the order of words stay as they are written, and so does what they say. Lines that cannot be read are not
    touched. A FILE may be a folder, whose routines are all formatted, or `-` for standard input to standard output.
    """
    changed: list[str] = []
    trouble = False
    for name, text in texts(names, mark=True):
        try:
            if isinstance(text, files.FileError):
                raise text
            if _one(name, text, check=check, diff=diff):
                changed.append(name_in_reports(name))
        except (files.FileError, Trouble) as error:
            Trouble(str(error)).show()
            trouble = True
    ctx.exit(WRONG_USE if trouble else FINDINGS if check and changed else 0)


def _one(name: str, text: str, *, check: bool, diff: bool) -> bool:
    """Format one file, or show what would come of it; whether that changes it. Errors: FileError, Trouble."""
    from massagelang.formatting import form_of

    form = form_of(text)
    if form.refused:
        why = "no form was found that says the same, so it stays as it is. Please report it."
        raise Trouble(f"{files.shown_name(name)}: {why}")
    changed = form.text != text
    if changed and diff:
        _show_difference(name, text, form.text)
    if changed and check:
        _name(name)
    if not (check or diff):
        _deliver(name, form.text, changed)
    _tell_unread(name, form)
    return changed


def _show_difference(name: str, before: str, after: str) -> None:
    from massagelang.report.difference import difference

    files.print_out(difference(name_in_reports(name), before, after))


def _name(name: str) -> None:
    from massagelang.report.printable import printable

    click.echo(printable(name_in_reports(name)))


def _deliver(name: str, text: str, changed: bool) -> None:
    if name == files.STANDARD:
        files.print_out(text)
    elif changed:
        if not files.can_be_replaced(name):
            raise Trouble(f"{files.shown_name(name)}: it is no file to write into. Send it through `mass fmt -`.")
        files.write(name, text)
        click.echo(f"{files.shown_name(name)} is formatted.", err=True)


def _tell_unread(name: str, form: Formatted) -> None:
    if form.unread:
        spans = [str(first) if first == last else f"{first}-{last}" for first, last in form.unread]
        one = len(spans) == 1 and "-" not in spans[0]
        lines = f"line {spans[0]} stays as it is" if one else f"lines {', '.join(spans)} stay as they are"
        click.echo(f"{files.shown_name(name)}: {lines}: `mass check` says what I could not read there.", err=True)
