"""`mass explain [CODE]`: the reason behind a finding."""

from __future__ import annotations

import click

from massagelang.cli.trouble import Trouble, did_you_mean


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say why a finding is given, with examples and sources. CODE may be its name; without it, all are listed."""
    from massagelang import pipeline, vocabulary
    from massagelang.report import finding_page

    kinds = pipeline.kinds()
    if code is None:
        click.echo("\n".join(f"{kind.code}  {kind.name}" for kind in kinds.values()))
        return
    named = {kind.name: kind for kind in kinds.values()}
    kind = kinds.get(code.upper()) or named.get(code.lower().replace("-", "_"))
    if kind is None:
        near = did_you_mean(code, [*kinds, *named])
        raise Trouble(f"I do not know the finding `{code}`.{near} `mass explain` lists all findings.")
    click.echo(finding_page.page(kind, lambda id_: vocabulary.load().source(id_)), nl=False)
