"""`mass time FILE`: how long each step takes, and when it begins."""

from __future__ import annotations

import click

from massagelang import files
from massagelang.cli.routines import checked, has_errors, is_understood, name_in_reports, report, summary
from massagelang.cli.trouble import FINDINGS


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="For programs: whole milliseconds.")
@click.pass_context
def command(ctx: click.Context, name: str, as_json: bool) -> None:
    """Say how long each section and step takes, and when it begins. FILE may be `-` for standard input.

    Times that nobody has written are estimates, marked ≈.
    """
    from massagelang.plan.timetable import timetable
    from massagelang.report import timetable as shown

    routine = checked(name, files.read_text(name))
    if not is_understood(routine.diagnostics):
        report(routine.diagnostics, [name_in_reports(name)], "text", err=True)
        ctx.exit(FINDINGS)
    found = timetable(routine.plan)
    files.print_out(shown.as_json(found) if as_json else shown.render(found))
    if routine.diagnostics:
        click.echo(f"{summary(routine.diagnostics, [name_in_reports(name)])} (`mass check` shows them)", err=True)
    if has_errors(routine.diagnostics):
        ctx.exit(FINDINGS)
