"""A routine as somebody has chosen it: one of its versions, and without some of its optional parts.

The text is changed and nothing else: a heading of the chosen version stands as if it were no version, and what is left
out is set in comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from massagelang.plan.fitting.dropping import optionals
from massagelang.plan.fitting.rewriting import Change, rewritten
from massagelang.source import Span
from massagelang.syntax import ast

_VARIANT = re.compile(r',?[ \t]*\bvariant[ \t]+"(?:[^"\\\n]|\\.)*"', re.IGNORECASE)


class NoSuchPart(ValueError):
    """A version or an optional part that the routine does not have."""


def chosen(file: ast.File, variant: str = "", without: Sequence[str] = ()) -> str:
    """The text of a routine in the version `variant`, without the optional parts of these names. Errors: NoSuchPart."""
    changes = list(_in_version(file, variant)) if variant else []
    for name in without:
        changes += _left_out(file, name)
    return rewritten(file.source.text, dict.fromkeys(changes))


def _in_version(file: ast.File, variant: str) -> Iterator[Change]:
    versions = {line.content.variant for line in file.lines if isinstance(line.content, ast.Heading)} - {""}
    known = {name.casefold(): name for name in versions}
    if variant.casefold() not in known:
        raise NoSuchPart(f"There is no version “{variant}”. {_listed(versions, 'versions')}")
    for line in file.lines:
        if isinstance(line.content, ast.Heading) and line.content.variant == known[variant.casefold()]:
            found = _VARIANT.search(line.text, len(line.content.title))
            if found:
                yield Span(line.start + found.start(), line.start + found.end()), ""


def _left_out(file: ast.File, name: str) -> Sequence[Change]:
    parts = optionals(file)
    for part in parts:
        if name.casefold() in (known.casefold() for known in part.names):
            return part.changes
    raise NoSuchPart(
        f"There is no optional part “{name}”. {_listed([known for part in parts for known in part.names], 'parts')}"
    )


def _listed(names: Sequence[str] | set[str], what: str) -> str:
    return f"There is {', '.join(f'“{name}”' for name in sorted(names))}." if names else f"It has no such {what}."
