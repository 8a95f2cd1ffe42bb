"""The command line: reads what is asked for, has it checked or compiled, prints what comes back."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

from massagelang import files

if TYPE_CHECKING:
    from massagelang.diagnostic import Diagnostic
    from massagelang.pipeline import Checked, Format

FINDINGS, WRONG_USE, STOPPED, NO_READER = 1, 2, 130, 141
"""Exit statuses besides 0; the last two are those of programs that a signal ends."""

STARTER = """\
mass 1
routine "My first routine"
receiver: prone

step "Long strokes", both sides
hand on sacrum; stroke other up back to shoulder, slow, light; repeat 3

step "Rest"
both hands on sacrum
hold for 30s   say "Breathe out slowly."
"""
"""What `mass new` begins with."""


class Trouble(click.ClickException):
    """What cannot be done, on one line."""

    exit_code = WRONG_USE

    def show(self, file: Any = None) -> None:
        """Print the line to standard error."""
        click.echo(f"{click.style('error', fg='red', bold=True)}: {self.message}", file=file, err=True)


class Doors(click.Group):
    """The commands. They leave quietly when they are stopped or when nobody reads on."""

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


class FormatName(click.ParamType[Any]):
    """The name of an output format."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The format of that name."""
        known = _formats()
        if value not in known:
            self.fail(f"I do not know the format `{value}`.{_did_you_mean(value, known)} {_list_of(known)}", param, ctx)
        return known[value]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        """Formats that begin as what is typed so far."""
        from click.shell_completion import CompletionItem

        found = (form for form in _formats().values() if form.name.startswith(incomplete))
        return [CompletionItem(form.name, help=form.says) for form in found]


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
def main() -> None:
    """Check massage routines, and turn them into prose and timed cues."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a stand-in may have none


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to report.")
@click.pass_context
def check(ctx: click.Context, names: tuple[str, ...], form: str) -> None:
    """Say what is wrong in routines, and how to mend it.

    A FILE may be a folder, whose routines are all checked, or `-` for standard input.
    """
    found: list[Diagnostic] = []
    read: list[str] = []
    unread = False
    for name, text in files.texts(names):
        if isinstance(text, files.FileError):
            Trouble(str(text)).show()
            unread = True
        else:
            found += _checked(name, text).diagnostics
            read.append(_name_in_reports(name))
    _report(found, read, form)
    ctx.exit(WRONG_USE if unread else FINDINGS if _has_errors(found) else 0)


@main.command("compile")
@click.argument("name", metavar="FILE")
@click.option("--to", type=FormatName(), help="The format; otherwise that of the suffix of OUT, or text.")
@click.option("-o", "--output", metavar="OUT", default="-", help="The file to write; otherwise standard output.")
@click.pass_context
def compile_(ctx: click.Context, name: str, to: Format | None, output: str) -> None:
    """Turn a routine into prose, cues or data. FILE may be `-` for standard input."""
    form = to or _format_of(output)
    if output != files.STANDARD and files.is_same(name, output):
        raise Trouble(f"{files.shown_name(output)}: it is the routine itself. Write to another file.")
    from massagelang import pipeline
    from massagelang.render.cues import TooLong

    checked = _checked(name, files.read_text(name))
    if checked.has_errors:
        _report(checked.diagnostics, [_name_in_reports(name)], "text", err=True)
        ctx.exit(FINDINGS)
    try:
        _deliver(pipeline.stream(checked, form.name), output)
    except TooLong as error:
        raise Trouble(f"{files.shown_name(name)}: {error}") from error
    if checked.diagnostics:
        click.echo(f"{_summary(checked.diagnostics, [_name_in_reports(name)])} (`mass check` shows them)", err=True)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
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
        near = _did_you_mean(code, [*kinds, *named])
        raise Trouble(f"I do not know the finding `{code}`.{near} `mass explain` lists all findings.")
    click.echo(finding_page.page(kind, lambda id_: vocabulary.load().source(id_)), nl=False)


@main.command()
@click.argument("word", nargs=-1)
def words(word: tuple[str, ...]) -> None:
    """List the words that a routine may use, or say what one WORD means."""
    from massagelang import vocabulary
    from massagelang.report import word_page

    known = vocabulary.load()
    wanted = " ".join(word)
    text = word_page.one_word(known, wanted) if wanted else word_page.all_words(known)
    if not text:
        near = word_page.nearest_words(known, wanted)
        raise Trouble(f"I do not know the word `{wanted}`.{_question(near)} `mass words` lists all words.")
    click.echo(text, nl=False)


@main.command()
@click.argument("name", metavar="[FILE]", default="-")
def new(name: str) -> None:
    """Begin a routine: write a small one to FILE, which must not be there yet, or show it."""
    if name == files.STANDARD:
        files.print_out(STARTER)
        return
    files.create(name, STARTER)
    click.echo(f"{files.shown_name(name)} is ready. `mass compile` makes prose of it.", err=True)


def _checked(name: str, text: str) -> Checked:
    from massagelang import pipeline

    return pipeline.check(text, name=_name_in_reports(name), read=files.reader_beside(name))


def _name_in_reports(name: str) -> str:
    return "<stdin>" if name == files.STANDARD else name


def _has_errors(found: Iterable[Diagnostic]) -> bool:
    from massagelang.diagnostic import Severity

    return any(diagnostic.severity is Severity.ERROR for diagnostic in found)


def _report(found: Sequence[Diagnostic], read: Sequence[str], form: str, *, err: bool = False) -> None:
    if form != "text":
        click.echo(_reporter(form)(found), nl=False, err=err)
        return
    from massagelang.report import terminal

    if found:
        click.echo(terminal.render(found, colour=True), err=err)
    if read:
        click.echo(_summary(found, read), err=err)


def _reporter(form: str) -> Callable[[Sequence[Diagnostic]], str]:
    from massagelang.report import github, json

    return {"json": json.render, "github": github.render}[form]


def _summary(found: Sequence[Diagnostic], read: Sequence[str]) -> str:
    from massagelang.report import terminal

    return terminal.summary(found, read)


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


def _deliver(pieces: Iterable[str], output: str) -> None:
    if output == files.STANDARD:
        files.print_out(pieces)
    else:
        files.write(output, pieces)


def _list_of(known: Iterable[str]) -> str:
    return f"There is {', '.join(known)}."


def _unknown(what: str, word: str, known: Iterable[str]) -> NoReturn:
    raise Trouble(f"I do not know the {what} `{word}`.{_did_you_mean(word.lower(), known)}")


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    return _question([by_lower[near] for near in get_close_matches(word.lower(), by_lower, n=3)])


def _question(near: Sequence[str]) -> str:
    return f" Did you mean {' or '.join(f'`{word}`' for word in near)}?" if near else ""
