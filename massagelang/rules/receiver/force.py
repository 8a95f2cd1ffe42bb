"""Whether a movement of the receiver is forced: with much pressure, sharply, or by a technique that is a thrust."""

from __future__ import annotations

from massagelang.plan.model import Act, Plan
from massagelang.rules.receiver.firmness import firmness_of
from massagelang.rules.receiver.work import family_of

_THRUSTS = frozenset({"ban"})
_MOVES = frozenset({"moving", "stretching"})
_FORCE = 3.0
_FAST = 30.0


def is_forced(act: Act, plan: Plan) -> bool:
    """Whether an act moves or stretches with force: pressure 3 or more, a sharp or quick way, or a thrust."""
    if act.technique is None:
        return False
    if act.technique.id in _THRUSTS:
        return True
    if family_of(act) not in _MOVES:
        return False
    firm = firmness_of(act, plan.vocabulary)
    return bool(firm and firm.written and firm.level >= _FORCE) or is_sharp(act)


def is_sharp(act: Act) -> bool:
    """Whether it is done with a jerk: `sharp`, or as fast as `brisk` at least."""
    return any(word.manner.id == "sharp" or is_fast(word.manner.kind, word.manner.value) for word in act.how.words)


def is_fast(kind: str, value: float | None) -> bool:
    """Whether a how-word is a tempo of `brisk` (about 30 cm/s) or more."""
    return kind == "tempo" and value is not None and value >= _FAST
