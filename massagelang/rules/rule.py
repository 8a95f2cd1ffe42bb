"""What a rule is: a kind of finding and the function that looks for it in a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import cleandoc

from attrs import frozen

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Plan
from massagelang.values import Record

Limits = Mapping[str, float]
"""The numbers of a rule that a house may set, by name; the name says the unit: `longest_s`, `turns`."""

Look = Callable[..., Iterator[Finding]]
"""`look(plan, kind)`, or `look(plan, kind, limits)` where the rule has limits."""


@frozen(slots=False, repr=False, eq=False)
class Rule(Record):
    """A kind of finding and how to look for it."""

    kind: Kind
    look: Look

    def findings(self, plan: Plan, limits: Limits | None = None) -> Iterator[Finding]:
        """What a plan breaks of this rule; `limits` are those that a house has set otherwise."""
        if self.kind.limits:
            return self.look(plan, self.kind, {**self.kind.limits, **(limits or {})})
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
    confidence: str = "",
    limits: Limits | None = None,
    can_be_allowed: bool = True,
) -> Callable[[Look], Rule]:
    """Make a rule of a function: its name is the rule's, its docstring the reason.

    `message` and `hint` are templates over the finding's arguments; `bad` marks with « » what it underlines.
    `confidence` is how far what it says of the body is to be trusted: H, M and L name `sources`; K (common knowledge)
    and E (our estimate) name none; a rule of the notation alone has none. `limits` are numbers that a house may set,
    each with its unit at the end of its name; the function gets them as its third argument.
    """

    def made(look: Look) -> Rule:
        kind = Kind(
            code,
            look.__name__,
            severity,
            message,
            cleandoc(look.__doc__ or ""),
            cleandoc(bad) + "\n",
            cleandoc(good) + "\n",
            hint,
            sources,
            confidence=confidence,
            limits=limits or {},
            settled=can_be_allowed,
        )
        return Rule(kind, look)

    return made
