"""`mass new [FILE]`: a first routine."""

from __future__ import annotations

import click

from massagelang import files

STARTER = """\
mass 1
routine "My first routine"
receiver: prone
lubricant: oil

step "Long strokes", both sides
hand on sacrum; stroke other up back to shoulder, slow, light; repeat 3

step "Rest"
both hands on sacrum
hold for 30s  say "Breathe out slowly."
"""
"""What `mass new` begins with."""


@click.command()
@click.argument("name", metavar="[FILE]", default="-")
def command(name: str) -> None:
    """Begin a routine: write a small one to FILE, which must not be there yet, or show it."""
    if name == files.STANDARD:
        files.print_out(STARTER)
        return
    files.create(name, STARTER)
    click.echo(f"{files.shown_name(name)} is ready. `mass compile` makes prose of it.", err=True)
