"""A plain-text notation for massage routines: checked, then rendered as prose and timed cues.

    >>> import massagelang
    >>> checked = massagelang.check("hand left on sacrum; stroke right up right_side to shoulder; repeat 3")
    >>> checked.diagnostics
    ()
    >>> [(event.start, event.act.kind) for event in massagelang.events(checked.plan)][:2]
    [(0, 'placement'), (2000, 'move')]

`check` and `format` never raise, whatever the text; `compile` raises `RoutineError` where a finding is an error. The
plan's types are in `massagelang.plan.model`; all times are whole milliseconds, all lengths centimetres, all spans code
points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from massagelang.diagnostic import Diagnostic, Severity
    from massagelang.formatting import format  # noqa: A004
    from massagelang.pipeline import Checked, RoutineError, check, compile, fit, formats, kinds  # noqa: A004
    from massagelang.plan.events import Event, events
    from massagelang.plan.fitting.fit import CannotFit
    from massagelang.plan.making.today import ReceiverError
    from massagelang.plan.model import Plan
    from massagelang.source import Source, Span

_ROOMS = {
    "CannotFit": "plan.fitting.fit",
    "Checked": "pipeline",
    "Diagnostic": "diagnostic",
    "Event": "plan.events",
    "Plan": "plan.model",
    "ReceiverError": "plan.making.today",
    "RoutineError": "pipeline",
    "Severity": "diagnostic",
    "Source": "source",
    "Span": "source",
    "check": "pipeline",
    "compile": "pipeline",
    "events": "plan.events",
    "fit": "pipeline",
    "format": "formatting",
    "formats": "pipeline",
    "kinds": "pipeline",
}

__all__ = [
    "CannotFit",
    "Checked",
    "Diagnostic",
    "Event",
    "Plan",
    "ReceiverError",
    "RoutineError",
    "Severity",
    "Source",
    "Span",
    "check",
    "compile",
    "events",
    "fit",
    "format",
    "formats",
    "kinds",
]


def __getattr__(name: str) -> Any:
    """The public names, brought in when they are first asked for: `mass --help` need not wait for the language."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  (the point of it)

    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
