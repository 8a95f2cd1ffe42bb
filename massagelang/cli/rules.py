"""`mass rules`: every rule in a list."""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="For people or programs."
)
def command(form: str) -> None:
    """List the rules of the checker: code, name, severity, confidence and what each is about.

    What cannot be read or is not known (ML0xx, ML1xx) is no rule; `mass explain` lists that too.
    """
    from massagelang import files, pipeline, vocabulary
    from massagelang.report import rule_list

    rules = [kind for kind in pipeline.kinds().values() if kind.code >= "ML2"]
    note = vocabulary.load().source
    match form:
        case "json":
            files.print_out(rule_list.as_json(rules, note))
        case "markdown":
            files.print_out(rule_list.markdown(rules, note))
        case _:
            files.print_out(rule_list.render(rules))
