"""The labelled set: short routines with one planted fault each, or none, and what the checker makes of them."""

import re
from pathlib import Path

from attrs import frozen
from marks import unmarked

from massagelang.pipeline import check

FOLDER = Path(__file__).parent / "labelled"
_CASE = re.compile(r"^### (\d+) · (.+)\n(?P<label>(?:.*\n)*?)```mass\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)
_PLANTED = re.compile(r"^Planted: (ML\d{3}) (\w+)", re.MULTILINE)
_CLEAN = re.compile(r"^Clean\b", re.MULTILINE)


@frozen
class Case:
    """One routine; `code` and `name` of its planted fault, empty for a clean one; `marks` are where it may be shown."""

    number: int
    title: str
    code: str
    name: str
    text: str
    marks: tuple[tuple[int, int], ...]


@frozen
class Outcome:
    """Whether the planted fault was found where it is, and each other finding as `ML203 at 2:1`."""

    case: Case
    found: bool
    alarms: tuple[str, ...]

    @property
    def is_right(self):
        """Whether all is as the label says."""
        return self.found == bool(self.case.code) and not self.alarms

    @property
    def line(self):
        """What is not right, in one line."""
        missed = [f"{self.case.code} not found"] if self.case.code and not self.found else []
        return f"{self.case.number} {self.case.title}: {', '.join([*missed, *self.alarms])}\n"


def cases_in(page):
    """The cases of a page. Errors: ValueError for one whose form is not that of the set."""
    found = [_case(match) for match in _CASE.finditer(page)]
    headings = re.findall(r"^### .*$", page, re.MULTILINE)
    if len(found) != len(headings):
        raise ValueError(f"{len(headings)} headings, but {len(found)} cases in the form of the set")
    return found


def _case(match):
    text, marks = unmarked(match["text"])
    planted, clean = _PLANTED.search(match["label"]), _CLEAN.search(match["label"])
    if bool(planted) == bool(clean) or bool(planted) != bool(marks):
        raise ValueError(f"case {match[1]}: one label, and marks where something is planted")
    code, name = planted.groups() if planted else ("", "")
    return Case(int(match[1]), match[2], code, name, text, tuple(marks))


def whole_set():
    """All cases, by number."""
    pages = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md")))
    return sorted((case for page in pages for case in cases_in(page)), key=lambda case: case.number)


def outcome(case):
    """What the checker makes of a case."""
    found, alarms = False, []
    for one in check(case.text).diagnostics:
        if one.code == case.code and any(_overlap((one.span.start, one.span.end), mark) for mark in case.marks):
            found = True
        else:
            line, column = one.source.line_and_column(one.span.start)
            alarms.append(f"{one.code} at {line}:{column}")
    return Outcome(case, found, tuple(alarms))


def _overlap(first, second):
    """Whether two stretches share a letter, or an empty one lies within or at the edge of the other."""
    empty = first[0] == first[1] or second[0] == second[1]
    start, end = max(first[0], second[0]), min(first[1], second[1])
    return start <= end if empty else start < end


def figures(outcomes):
    """One line of what was planted, found and falsely told."""
    planted = [one for one in outcomes if one.case.code]
    clean = [one for one in outcomes if not one.case.code]
    return (
        f"labelled set: {len(planted)} planted, {sum(one.found for one in planted)} found at their place; "
        f"{len(clean)} clean, {sum(bool(one.alarms) for one in clean)} with a false alarm; "
        f"{sum(bool(one.alarms) for one in planted)} planted with another finding besides"
    )
