"""A routine with its sure slips mended: edits are put in, looked at again, and kept only where nothing new is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from massagelang.diagnostic import Replacement
from massagelang.pipeline import Checked
from massagelang.values import Record

Look = Callable[[str], Checked]
"""Looks at a text, as `pipeline.check` does."""

_MOST_ROUNDS = 10
"""A mend may bring to light the next slip of its line; nobody makes more of them in one."""


@frozen(slots=False, repr=False, eq=False)
class Mended(Record):
    """The text after mending, what was found in it before and after, and how many findings were mended."""

    text: str
    before: Checked
    after: Checked
    count: int


def mended(text: str, look: Look) -> Mended:
    """Mend what can surely be mended. Only the text itself is changed, not the files that it uses."""
    before = after = look(text)
    count = 0
    for _ in range(_MOST_ROUNDS):
        step = _next(after, look)
        if step is None:
            break
        after, mends = step
        count += mends
    return Mended(after.file.source.text, before, after, count)


def _next(checked: Checked, look: Look) -> tuple[Checked, int] | None:
    """The routine with all its mends at once; where that goes wrong, with the first that does not."""
    source = checked.file.source
    found = [
        one.edits
        for one in checked.diagnostics
        if one.can_be_mended and all(edit.source.name == source.name for edit in one.edits)
    ]
    together = list(_apart(found))
    tries = [together, *([edits] for edits in found)] if len(found) > 1 else [together]
    for mends in filter(None, tries):
        better = look(_put_in(source.text, (edit for edits in mends for edit in edits)))
        if _is_better(better, checked):
            return better, len(mends)
    return None


def _apart(found: Iterable[tuple[Replacement, ...]]) -> Iterator[tuple[Replacement, ...]]:
    """Those mends whose edits do not touch an earlier one's."""
    taken: set[int] = set()
    for edits in found:
        here = {place for edit in edits for place in range(edit.span.start, edit.span.end + 1)}
        if not here & taken:
            taken |= here
            yield edits


def _put_in(text: str, edits: Iterable[Replacement]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _is_better(after: Checked, before: Checked) -> bool:
    """Whether less is not understood than before, and nothing that was understood then."""
    now, then = (Counter(one.code for one in checked.diagnostics if one.code < "ML2") for checked in (after, before))
    return now < then
