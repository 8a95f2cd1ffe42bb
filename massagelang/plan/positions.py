"""Which positions the receiver takes in a plan, and where each was said. At an act it is `act.before.posture`."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.plan.model import Plan
from massagelang.source import Spot
from massagelang.vocabulary import Posture


def positions(plan: Plan) -> Iterator[tuple[str, Spot]]:
    """The id of each position that the receiver takes, and the words that say so: `receiver:` or a turn."""
    for told in plan.receiver:
        if isinstance(told.word, Posture) and told.word.kind == "position" and told.spot:
            yield told.word.id, told.spot
            break
    for act in plan.acts():
        if act.kind == "person" and act.person == "receiver" and act.after.posture != act.before.posture:
            yield act.after.posture, act.spot
