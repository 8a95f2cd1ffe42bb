"""`mass words [WORD]`: the vocabulary."""

from __future__ import annotations

import click

from massagelang.cli.trouble import Trouble, question


@click.command()
@click.argument("word", nargs=-1)
def command(word: tuple[str, ...]) -> None:
    """List the words that a routine may use, or say what one WORD means."""
    from massagelang import vocabulary
    from massagelang.report import word_page

    known = vocabulary.load()
    wanted = " ".join(word)
    text = word_page.one_word(known, wanted) if wanted else word_page.all_words(known)
    if not text:
        near = word_page.nearest_words(known, wanted)
        raise Trouble(f"I do not know the word `{wanted}`.{question(near)} `mass words` lists all words.")
    click.echo(text, nl=False)
