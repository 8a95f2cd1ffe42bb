"""ML605: `left` or `right` in words that are said for both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Aside, Plan, Planned, Repeat, Sides, parts_of
from massagelang.rules.rule import rule
from massagelang.source import Span, Spot

_TURNING = frozenset({"other_side", "mirrored", "swapped"})
_BODY = """
    side hand arm leg foot feet knee hip shoulder thumb palm elbow calf thigh ankle heel ear eye cheek temple wrist
    buttock rib ribs forearm finger fingers toe toes
"""
_SIDED = "|".join(_BODY.split())
_SIDE = re.compile(
    r"\b(?:the|their|your|his|her|its|my) (left|right)(?=\s*(?:$|[.,;:!?)]|(?:and|or|first|then|one|comes|goes)\b))"
    rf"|\b(left|right)(?= (?:big |little |lower |upper |inner |outer )?(?:{_SIDED})\b)",
    re.IGNORECASE,
)


@rule(
    code="ML605",
    severity=Severity.WARNING,
    message="The word “{word}” stays when the other side is done, and is then wrong.",
    hint="Say it without a side (“this leg”, “the other hand”), or write the sides out.",
    bad="""
        step "Legs", both sides
        stroke both up leg, slow  say "Let your «right» leg grow heavy."
        """,
    good="""
        step "Legs", both sides
        stroke both up leg, slow  say "Let this leg grow heavy."
        """,
)
def side_in_words(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """`both sides` and `repeat other side` exchange left and right in the notation, but not inside quotation marks.

    Words that are spoken or printed for the second side would then name the first.
    """
    said: set[Spot] = set()
    for part in _mirrored(plan):
        for text in _texts(part):
            for match in _SIDE.finditer(text):
                spot = _spot(plan, part.spot, text, match.span(match.lastindex or 0))
                if spot is not None and spot not in said:
                    said.add(spot)
                    yield Finding(kind, spot, (("word", match[match.lastindex or 0]),))


def _mirrored(plan: Plan) -> Iterator[Planned]:
    """The parts that are done as written and then with the sides exchanged; what is shared may come again."""
    for part in plan.parts():
        if isinstance(part, Sides):
            yield from parts_of(part.first)
        elif isinstance(part, Repeat) and part.reason in _TURNING:
            yield from parts_of(part.passes[0])


def _texts(part: Planned) -> Iterator[str]:
    yield from (text for _, text in part.tails)
    if isinstance(part, Act) and part.kind == "words":
        yield part.text
    elif isinstance(part, Act) and part.how.until:
        yield part.how.until
    elif isinstance(part, Aside) and part.kind not in ("optional", "variant"):
        yield part.text


def _spot(plan: Plan, around: Spot, text: str, found: tuple[int, int]) -> Spot | None:
    """Where the word of a text stands in the line that the part was written in."""
    source, span = plan.where(around)
    _, line = plan.where(Spot(around.line, Span(0, 0)))
    start = source.text.find(text, span.start)
    if start < 0 or not text:
        return None
    return Spot(around.line, Span(start - line.start + found[0], start - line.start + found[1]))
