"""What a rule is: a kind of finding and the function that looks for it in a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc

from attrs import frozen

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.values import Record

Look = Callable[[Plan], Iterator[Finding]]


@frozen(slots=False, repr=False, eq=False)
class Rule(Record):
    """A kind of finding and how to look for it."""

    kind: Kind
    look: Callable[[Plan, Kind], Iterator[Finding]]

    def findings(self, plan: Plan) -> Iterator[Finding]:
        """What a plan breaks of this rule."""
        return self.look(plan, self.kind)


def rule(
    *,
    code: str,
    severity: Severity,
    message: str,
    bad: str,
    good: str,
    hint: str = "",
    sources: tuple[str, ...] = (),
) -> Callable[[Callable[[Plan, Kind], Iterator[Finding]]], Rule]:
    """Make a rule of a function: its name is the rule's, its docstring the reason.

    `message` and `hint` are templates over the finding's arguments; `bad` marks with « » what it underlines.
    """

    def made(look: Callable[[Plan, Kind], Iterator[Finding]]) -> Rule:
        why = cleandoc(look.__doc__ or "")
        name = look.__name__
        return Rule(
            Kind(code, name, severity, message, why, cleandoc(bad) + "\n", cleandoc(good) + "\n", hint, sources), look
        )

    return made
