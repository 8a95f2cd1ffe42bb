"""What commands do with routines: have them checked, report what was found, deliver what was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from massagelang import files
from massagelang.cli.project import project_of
from massagelang.cli.trouble import Trouble

if TYPE_CHECKING:
    from massagelang.diagnostic import Diagnostic
    from massagelang.pipeline import Checked
    from massagelang.vocabulary import Vocabulary


REPORTS = ("text", "compact", "json", "sarif", "github")
"""The forms of reports."""


def texts(names: Iterable[str], *, mark: bool = False) -> Iterator[tuple[str, str | files.FileError]]:
    """Each routine that names stand for, with its text or why there is none: folders without what is not wanted."""
    from massagelang.cli.left_out import left_out

    return files.texts(names, mark=mark, left_out=left_out)


def checked(name: str, text: str, read: list[str] | None = None, receiver: str = "") -> Checked:
    """A routine looked at, under the name that its findings call it, with the settings of its project.

    `read` is filled with the names of other files that it asks for; `receiver` tells who comes today.
    Errors: FileError, Trouble.
    """
    from massagelang import pipeline
    from massagelang.plan.making.today import ReceiverError

    project = project_of(name)
    settings, words = project.settings if project else None, house_words(name)
    beside = files.reader_beside(name)

    def reader(path: str) -> str:
        if read is not None:
            read.append(files.name_beside(name, path))
        return beside(path)

    shown = name_in_reports(name)
    try:
        return pipeline.check(text, name=shown, read=reader, words=words, settings=settings, receiver=receiver)
    except ReceiverError as error:
        raise Trouble(f"--receiver: {error}") from error


def version_of(name: str, variant: str, without: Sequence[str]) -> Checked:
    """A routine in one of its versions, without some optional parts; as it stands when nothing is chosen.

    Errors: Trouble for a version or a part that it does not have.
    """
    text = files.read_text(name)
    if variant or without:
        from massagelang import pipeline

        try:
            text = pipeline.choose(text, variant, without, words=house_words(name))
        except ValueError as error:
            raise Trouble(f"{files.shown_name(name)}: {error}") from error
    return checked(name, text)


def house_words(name: str) -> Vocabulary | None:
    """The vocabulary of the house that a routine or a folder belongs to; None for ours alone.

    Errors: FileError, and Trouble for words that cannot be taken.
    """
    project = project_of(name)
    if project is None or not project.vocabulary:
        return None
    from massagelang import pipeline

    try:
        return pipeline.with_words((files.read_text(project.vocabulary),))
    except ValueError as error:
        mend = f"Mend it, or take it out of `{project.file.name}`."
        raise Trouble(f"{files.shown_name(project.vocabulary)}: {error}. {mend}") from error


def name_in_reports(name: str) -> str:
    """What findings call a file."""
    return "<stdin>" if name == files.STANDARD else name


def has_errors(found: Iterable[Diagnostic]) -> bool:
    """Whether one of the findings is an error."""
    from massagelang.diagnostic import Severity

    return any(diagnostic.severity is Severity.ERROR for diagnostic in found)


def is_understood(found: Iterable[Diagnostic]) -> bool:
    """Whether all that was written could be read and is known; errors of hands, times and safety do not count."""
    return not has_errors(diagnostic for diagnostic in found if diagnostic.code < "ML2")


def report(
    found: Sequence[Diagnostic], read: Sequence[str], form: str, *, err: bool = False, statistics: bool = False
) -> None:
    """Print findings in one of the REPORTS, or their counts. `read` are the files that were looked at."""
    if form != "text":
        click.echo(_reported(found, form), nl=False, err=err)
        return
    from massagelang.report import terminal

    if found:
        told = terminal.statistics(found) if statistics else terminal.render(found, colour=True)
        click.echo(told, err=err)
    caveat = "" if statistics else terminal.caveat(found)
    if caveat:
        click.echo(f"{caveat}\n", err=err)
    if read:
        click.echo(f"{summary(found, read)}{terminal.mends(found, read)}", err=err)


def _reported(found: Sequence[Diagnostic], form: str) -> str:
    from massagelang import pipeline
    from massagelang.report import compact, github, json, sarif

    match form:
        case "sarif":
            return sarif.render(found, pipeline.kinds())
        case "compact":
            return compact.render(found)
        case "github":
            return github.render(found)
        case _:
            return json.render(found)


def summary(found: Sequence[Diagnostic], read: Sequence[str]) -> str:
    """One line of how many findings there are."""
    from massagelang.report import terminal

    return terminal.summary(found, read)


def deliver(pieces: Iterable[str | bytes], output: str) -> None:
    """Write pieces of text or bytes to a file, or to standard output for `-`."""
    if output == files.STANDARD:
        files.print_out(pieces)
    else:
        files.write(output, pieces)
