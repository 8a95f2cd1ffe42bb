"""`mass words [WORD]`: the vocabulary."""

from __future__ import annotations

import click

from massagelang.cli.routines import house_words
from massagelang.cli.trouble import Trouble, question


@click.command()
@click.argument("word", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="All that is known, for programs.")
def command(word: tuple[str, ...], *, as_json: bool) -> None:
    """List the words that a routine may use, or say what one WORD means."""
    from massagelang import vocabulary
    from massagelang.report import word_list, word_page, words_json

    known, wanted = house_words(".") or vocabulary.load(), " ".join(word)
    text = word_page.one_word(known, wanted) if wanted else word_list.all_words(known)
    if not text:
        near = word_page.nearest_words(known, wanted)
        raise Trouble(f"I do not know the word `{wanted}`.{question(near)} `mass words` lists all words.")
    click.echo(words_json.words_json(known, wanted) if as_json else text, nl=False)
