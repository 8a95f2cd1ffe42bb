"""`for the rest`: what the section around a heading, or else the session, leaves after everything else (R8)."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding
from massagelang.plan.making import mistakes
from massagelang.plan.model import Basis, Planned, Section, Time, inner, parts_of

Rests = dict[str, Time]
"""The time of each heading that takes the rest, by the key of its line."""


def rests_of(whole: Planned, session: Time | None) -> tuple[Rests, tuple[Finding, ...]]:
    """How long each heading `for the rest` may be, seen from a plan in which it was as long as it came.

    Errors: a finding where nothing says how long the whole is, and where two headings want one rest.
    """
    rests: Rests = {}
    findings: list[Finding] = []
    taken: dict[str, str] = {}
    for part, around in _wanting(whole):
        line = part.spot.line
        budget = session if around is whole else around.budget
        if taken.setdefault(around.id, line) != line or budget is None:
            findings.append(Finding(mistakes.REST_OF_WHAT, part.spot))
        elif line not in rests:
            rests[line] = _left(line, around, budget)
    return rests, tuple(dict.fromkeys(findings))


def _wanting(whole: Planned) -> Iterator[tuple[Section, Planned]]:
    """The headings that take the rest, each with the nearest section around it that has a time, or the whole."""
    seen: set[int] = set()
    waiting = [(whole, whole)]
    while waiting:
        part, around = waiting.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if part is not whole and isinstance(part, Section):
            if part.rest_of_time:
                yield part, around
            elif part.budget is not None:
                around = part
        waiting.extend((inside, around) for inside in reversed(inner(part)))


def _left(line: str, around: Planned, budget: Time) -> Time:
    """What is left for a heading, the same for each time that it comes."""
    wanting = [part for part in parts_of(around) if isinstance(part, Section) and part.spot.line == line]
    needs = around.body.time.ideal if isinstance(around, Section) else around.time.ideal
    left = max(0, budget.ideal - needs + sum(part.time.ideal for part in wanting)) // max(1, len(wanting))
    return Time(left, left, left, Basis.INFERRED)
