"""What the hands and tools do to the receiver, for rules to go through."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from massagelang.plan.model import Act, Plan

_WORKS: WeakKeyDictionary[Plan, tuple[Act, ...]] = WeakKeyDictionary()


def works(plan: Plan) -> tuple[Act, ...]:
    """The actions of a plan that were understood; each that differs is there once. Gathered once for a plan."""
    found = _WORKS.get(plan)
    if found is None:
        acts = (act for act in plan.acts() if act.kind == "action" and act.technique is not None and act.understood)
        found = _WORKS[plan] = tuple(acts)
    return found


def touches(plan: Plan) -> Iterator[Act]:
    """All that touches the receiver: actions, hands that are laid down, and tools that are put on (stones)."""
    for act in plan.acts():
        laid = act.kind == "thing" and act.verb == "place" and act.thing is not None and act.thing.kind == "tool"
        if act.understood and (act.kind in ("action", "placement") or laid):
            yield act


def verb_of(act: Act) -> str:
    """What is done, in a word of the notation: the technique, else the thing or the tool that is laid down."""
    if act.technique is not None:
        return act.technique.id
    if act.thing is not None:
        return f"{act.verb} {act.thing.id}"
    return act.tools[0].part if act.tools else act.kind


def family_of(act: Act) -> str:
    """The family of the technique: stroking, kneading, percussion …; empty for what is no technique."""
    return act.technique.family if act.technique else ""


def things_of(act: Act) -> frozenset[str]:
    """The ids of the things that an act works with, or puts on the receiver."""
    tools = (*act.tools, *act.how.with_tools)
    found = {tool.implement.id for tool in tools if tool.implement}
    if act.kind == "thing" and act.thing is not None and act.verb == "place":
        found.add(act.thing.id)
    return frozenset(found)


def strikes(act: Act) -> bool:
    """Whether an act is percussion, by hand or with a machine that strikes."""
    return family_of(act) == "percussion" or "percussion_device" in things_of(act)
