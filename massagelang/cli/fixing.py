"""`mass check --fix` and `--diff`: sure slips mended in their files, or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from massagelang import files
from massagelang.cli.routines import checked, has_errors, name_in_reports, report, texts
from massagelang.cli.trouble import FINDINGS, WRONG_USE, Trouble

if TYPE_CHECKING:
    from massagelang.diagnostic import Diagnostic
    from massagelang.mending import Mended

_MARK = "\ufeff"


def fix_all(names: tuple[str, ...], form: str, statistics: bool, diff: bool) -> int:
    """Mend routines, or show what would change, and report what is left; the exit status.

    Where the texts or the changes go to standard output, the report goes to standard error.
    """
    found: list[Diagnostic] = []
    read: list[str] = []
    trouble = False
    for name, text in texts(names, mark=True):
        try:
            if isinstance(text, files.FileError):
                raise text
            done = _one(name, text, diff)
            found += (done.before if diff else done.after).diagnostics
            read.append(name_in_reports(name))
        except (files.FileError, Trouble) as error:
            Trouble(str(error)).show()
            trouble = True
    report(found, read, form, err=diff or files.STANDARD in names, statistics=statistics)
    return WRONG_USE if trouble else FINDINGS if has_errors(found) else 0


def _one(name: str, text: str, diff: bool) -> Mended:
    """Mend one routine, or show what would change. Errors: FileError, Trouble."""
    from massagelang.mending import mended

    mark, body = (_MARK, text.removeprefix(_MARK)) if text.startswith(_MARK) else ("", text)
    done = mended(body, lambda changed: checked(name, changed))
    if diff:
        _show(name, body, done.text)
    elif name == files.STANDARD:
        files.print_out(mark + done.text)
    elif done.count:
        _write(name, mark + done.text, done.count)
    return done


def _show(name: str, before: str, after: str) -> None:
    from massagelang.report.difference import difference

    files.print_out(difference(name_in_reports(name), before, after))


def _write(name: str, text: str, count: int) -> None:
    if not files.can_be_replaced(name):
        raise Trouble(f"{files.shown_name(name)}: it is no file to write into. Send it through `mass check --fix -`.")
    files.write(name, text)
    mended = "1 finding is mended" if count == 1 else f"{count} findings are mended"
    click.echo(f"{files.shown_name(name)}: {mended}.", err=True)
