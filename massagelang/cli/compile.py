"""`mass compile FILE`: a routine as prose, cues or data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from massagelang import files
from massagelang.cli.lengths import Length
from massagelang.cli.routines import deliver, name_in_reports, report, summary, version_of
from massagelang.cli.trouble import FINDINGS, Trouble, did_you_mean

if TYPE_CHECKING:
    from massagelang.pipeline import Format


class FormatName(click.ParamType[Any]):
    """The name of an output format."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The format of that name."""
        known = _formats()
        if value not in known:
            self.fail(f"I do not know the format `{value}`.{did_you_mean(value, known)} {_list_of(known)}", param, ctx)
        return known[value]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        """Formats that begin as what is typed so far."""
        from click.shell_completion import CompletionItem

        found = (form for form in _formats().values() if form.name.startswith(incomplete))
        return [CompletionItem(form.name, help=form.says) for form in found]


class Choice(click.ParamType[Any]):
    """A style of prose, or a system of units; looked up only when one is given."""

    def __init__(self, name: str) -> None:
        self.name = name

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:  # noqa: ARG002
        """The choices, as `mass compile --help` shows them."""
        from massagelang.render.styles import choices

        return "|".join(choices(self.name))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        """The same word, if there is such a choice."""
        from massagelang.render.styles import NoSuchChoice, choices, known

        try:
            return known(self.name, value, choices(self.name))
        except NoSuchChoice as error:
            raise Trouble(str(error)) from error


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--to", type=FormatName(), help="The format; otherwise that of the suffix of OUT, or text.")
@click.option("-o", "--output", metavar="OUT", default="-", help="The file to write; otherwise standard output.")
@click.option("--variant", metavar="NAME", default="", help='The version of that name, as in `variant "short"`.')
@click.option("--without", metavar="TITLE", multiple=True, help="Leave out an optional part; may be repeated.")
@click.option("--lead-in", type=Length(), default=0, help="Time to get ready before the first cue: 10s.")
@click.option("--start", metavar="TIME", default="", help="When the routine begins, for a calendar: 2026-12-01T18:00.")
@click.option("--style", type=Choice("style"), help="How prose is told; handout unless given.")
@click.option("--person", metavar="WORD", help="What the receiver is called: partner, client, baby.")
@click.option("--units", type=Choice("units"), help="Of lengths in prose; as they were written unless given.")
@click.option("--with-conditions", is_flag=True, default=None, help="Tell health conditions in a therapist's note.")
@click.option("--voice", type=click.Choice(["full", "short", "off"]), help="Of an audio guide; full unless given.")
@click.option("--lead", type=Length(), help="How long before a change a voice may begin; 8s unless given.")
@click.option("--language", metavar="NAME", help="Of the voice: en, en-us.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    name: str,
    to: Format | None,
    output: str,
    variant: str,
    without: tuple[str, ...],
    **options: Any,
) -> None:
    """Turn a routine into prose, cues or data. FILE may be `-` for standard input."""
    form = to or _format_of(output)
    options = _options_of(form, options)
    if output != files.STANDARD and files.is_same(name, output):
        raise Trouble(f"{files.shown_name(output)}: it is the routine itself. Write to another file.")
    if form.binary and output == files.STANDARD and files.shows_on_a_screen():
        raise Trouble(f"`{form.name}` is no text that a screen could show. Name a file with `-o`.")
    from massagelang import pipeline
    from massagelang.render.cues import Unwritable

    routine = version_of(name, variant, without)
    if routine.has_errors:
        report(routine.diagnostics, [name_in_reports(name)], "text", err=True)
        ctx.exit(FINDINGS)
    try:
        deliver(pipeline.stream(routine, form.name, **options), output)
    except Unwritable as error:
        raise Trouble(f"{files.shown_name(name)}: {error}") from error
    if form.audio:
        _say_what_is_missing(options)
    if routine.diagnostics:
        click.echo(f"{summary(routine.diagnostics, [name_in_reports(name)])} (`mass check` shows them)", err=True)


_OF_PROSE = ("style", "person", "units", "with_conditions")
_OF_AUDIO = ("voice", "lead", "language")


def _options_of(form: Format, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was chosen, by name. Errors: Trouble where the format has nothing to do with it."""
    options = {key: value for key, value in given.items() if value is not None}
    of_prose = [key for key in _OF_PROSE if key in options]
    if of_prose and not form.styled:
        first = of_prose[0].replace("_", "-")
        prose = ", ".join(one.name for one in _formats().values() if one.styled)
        raise Trouble(f"`--{first}` is for prose ({prose}), and this is to be {form.name}. Leave it out.")
    of_audio = [key for key in _OF_AUDIO if key in options]
    if of_audio and not form.audio:
        audio = ", ".join(one.name for one in _formats().values() if one.audio)
        raise Trouble(f"`--{of_audio[0]}` is for audio ({audio}), and this is to be {form.name}. Leave it out.")
    return options


def _say_what_is_missing(options: Mapping[str, Any]) -> None:
    from massagelang.render.audio.guide import remark
    from massagelang.render.words import Options

    if said := remark(Options(**options)):
        click.echo(said, err=True)


def _formats() -> Mapping[str, Format]:
    from massagelang import pipeline

    return pipeline.formats()


def _format_of(output: str) -> Format:
    """The format whose suffix is the longest that the file's name ends with; text for standard output."""
    known = _formats()
    if output == files.STANDARD:
        return known["text"]
    fitting = [form for form in known.values() if output.lower().endswith(form.suffix)]
    if not fitting:
        raise Trouble(f"{files.shown_name(output)}: its suffix names no format. Add `--to`. {_list_of(known)}")
    return max(fitting, key=lambda form: len(form.suffix))


def _list_of(known: Iterable[str]) -> str:
    return f"There is {', '.join(known)}."
