"""The program's commands by name. A command's file is imported only when it is run, or when its help is shown."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand

from massagelang import files
from massagelang.cli.trouble import Trouble

STOPPED, NO_READER = 130, 141
"""Exit statuses of programs that a signal ends."""

COMMANDS: Mapping[str, str] = {
    "check": "Say what is wrong in routines, and how to mend it.",
    "compile": "Turn a routine into prose, cues or data.",
    "diff": "Say what changed for the receiver between two routines.",
    "explain": "Say why a finding is given, with examples and sources.",
    "fit": "Make a routine of another length.",
    "fmt": "Put routines into their canonical form.",
    "new": "Begin a routine.",
    "rules": "List the rules of the checker.",
    "time": "Say how long each step takes, and when it begins.",
    "words": "List the words that a routine may use, or say what one means.",
}
"""Each command and its line in `mass --help`: `cli/NAME.py` holds it as `command`."""


class Doors(click.Group):
    """The commands. They leave quietly when they are stopped or when nobody reads on."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, from its file."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"massagelang.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that is asked for. Errors: click's, with the names that come near."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand:
            raise NoSuchCommand(args[0], possibilities=list(COMMANDS), ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in `mass --help`, without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and turn the ends that are nobody's mistake into exit statuses."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            ctx.exit(STOPPED)
        except files.FileError as trouble:
            raise Trouble(str(trouble)) from trouble
        except BrokenPipeError:
            files.give_up_output()
            ctx.exit(NO_READER)
        except OSError as error:
            files.give_up_output()
            raise Trouble(f"standard output: {files.why_unwritten(error)}") from error
        return result


def _show_version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:  # noqa: ARG001
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"mass {version('massagelang')}")
    except PackageNotFoundError:
        click.echo("mass, from a checkout that is not installed")
    ctx.exit()


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show it.")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Check massage routines, and turn them into prose and timed cues."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a stand-in may have none
