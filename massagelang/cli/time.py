"""`mass time FILE`: how long each step takes, and when it begins."""

from __future__ import annotations

import click

from massagelang import files
from massagelang.cli.routines import has_errors, is_understood, name_in_reports, report, summary, version_of
from massagelang.cli.trouble import FINDINGS


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="For programs: whole milliseconds.")
@click.option("--variant", metavar="NAME", default="", help='The version of that name, as in `variant "short"`.')
@click.option("--without", metavar="TITLE", multiple=True, help="Leave out an optional part; may be repeated.")
@click.pass_context
def command(ctx: click.Context, name: str, as_json: bool, variant: str, without: tuple[str, ...]) -> None:
    """Say how long each section and step takes, and when it begins. FILE may be `-` for standard input.

    Times that nobody has written are estimates, marked ≈.
    """
    from massagelang.plan.timetable import timetable
    from massagelang.report import timetable as shown

    routine = version_of(name, variant, without)
    if not is_understood(routine.diagnostics):
        report(routine.diagnostics, [name_in_reports(name)], "text", err=True)
        ctx.exit(FINDINGS)
    found = timetable(routine.plan)
    files.print_out(shown.as_json(found) if as_json else shown.render(found))
    if routine.diagnostics:
        click.echo(f"{summary(routine.diagnostics, [name_in_reports(name)])} (`mass check` shows them)", err=True)
    if has_errors(routine.diagnostics):
        ctx.exit(FINDINGS)
