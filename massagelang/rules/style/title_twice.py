"""ML604: two headings with one title."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.model import Plan, Planned, Section, inner
from massagelang.rules.rule import rule
from massagelang.rules.writing import spot_of
from massagelang.source import Spot


@rule(
    code="ML604",
    severity=Severity.INFO,
    message="Two {level}s are called “{title}”.",
    hint="Give one of them another title, so that people and cues can tell them apart.",
    bad="""
        step "Strokes"
        stroke both up back
        step «"Strokes"»
        stroke both up legs
        """,
    good="""
        step "Strokes for the back"
        stroke both up back
        step "Strokes for the legs"
        stroke both up legs
        """,
)
def title_twice(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Who is told “now the strokes” should know which; so titles within one section differ.

    Steps of different sections may have one title, and so may a step and its shorter variant.
    """
    seen: dict[tuple[str, str, str, str], Spot] = {}
    for part, around in _headings(plan.body):
        key = (around, part.level, part.title.strip().lower(), part.variant)
        first = seen.setdefault(key, part.spot)
        if first.line != part.spot.line:
            spot = spot_of(plan, part.spot, r'"[^"]*"|“[^”]*”')
            arguments = (("level", part.level), ("title", part.title))
            yield Finding(kind, spot, arguments, related=(Related(first, "the other one"),))


def _headings(whole: Planned) -> Iterator[tuple[Section, str]]:
    """Each heading once, with the line of the heading around it, in the order of writing."""
    seen: set[int] = set()
    lines: set[str] = set()
    waiting: list[tuple[Planned, str]] = [(whole, "")]
    while waiting:
        part, around = waiting.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, Section) and part.level in ("section", "step"):
            if part.spot.line not in lines:
                yield part, around
            lines.add(part.spot.line)
            around = part.spot.line
            if part.level == "step":
                continue
        waiting.extend((inside, around) for inside in reversed(inner(part)))
