"""ML601: a definition that nothing calls."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Call, Plan
from massagelang.rules.rule import rule


@rule(
    code="ML601",
    severity=Severity.INFO,
    message="`{name}` is defined here and never done.",
    hint="Add `do {name}` where it belongs, or take the definition out.",
    bad="""
        define «long_strokes» { stroke both up back; repeat 3 }
        stroke both up back
        """,
    good="""
        define long_strokes { stroke both up back; repeat 3 }
        do long_strokes
        """,
)
def unused_definition(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """What is defined and never called is a part of the routine that got lost, or a slip in a name.

    A file that holds nothing but definitions has them for other files that `use` it.
    """
    if not plan.definitions or not (plan.has_routine or any(isinstance(part, Act) for part in plan.parts())):
        return
    called = {part.name for part in plan.parts() if isinstance(part, Call)}
    for name, spot in plan.definitions:
        if name not in called:
            yield Finding(kind, spot, (("name", name),))
