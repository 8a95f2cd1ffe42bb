"""`mass fit FILE LENGTH`: a routine of another length."""

from __future__ import annotations

import click

from massagelang import files
from massagelang.cli.lengths import Length
from massagelang.cli.routines import checked, deliver, house_words, is_understood, name_in_reports, report
from massagelang.cli.trouble import FINDINGS, Refused


@click.command()
@click.argument("name", metavar="FILE")
@click.argument("length", type=Length())
@click.option("-o", "--output", metavar="OUT", help="Write the routine to this file, or `-` for standard output.")
@click.pass_context
def command(ctx: click.Context, name: str, length: int, output: str | None) -> None:
    """Show what changes in a routine that is to take LENGTH (45min, 1h30min, 90s), or write it with `-o`.

    Counts and totals change first, in the same measure; then optional parts are left out; written times change last.
    """
    from massagelang import pipeline
    from massagelang.plan.fitting.fit import CannotFit
    from massagelang.report import fit as shown

    text = files.read_text(name)
    routine = checked(name, text)
    if not is_understood(routine.diagnostics):
        report(routine.diagnostics, [name_in_reports(name)], "text", err=True)
        ctx.exit(FINDINGS)
    try:
        shown_as, beside = name_in_reports(name), files.reader_beside(name)
        found = pipeline.fit(text, length, name=shown_as, read=beside, words=house_words(name))
    except CannotFit as error:
        raise Refused(f"{files.shown_name(name)}: {shown.refusal(error)}") from error
    told = shown.render(routine.plan, routine.file.source, found)
    if output is None:
        files.print_out(told)
    else:
        deliver((found.text,), output)
