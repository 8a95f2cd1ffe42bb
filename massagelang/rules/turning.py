"""When the receiver changes position: lies down otherwise, turns over, sits up."""

from __future__ import annotations

from massagelang.plan.model import Act

_DEEDS = {"sit": "seated", "stand": "standing", "kneel": "kneeling", "squat": "squatting"}


def is_turn(act: Act) -> bool:
    """Whether the receiver comes into another position by this act."""
    return bool(position_after(act)) and position_after(act) != act.before.posture


def position_after(act: Act) -> str:
    """The position that the receiver takes by an act: `supine`, `side_lying left`; empty if it is none."""
    if act.kind != "person" or act.person != "receiver":
        return ""
    if act.posture is not None and act.posture.kind == "position":
        return act.posture.id
    deed = act.deed.id if act.deed else ""
    if deed in ("turn", "lie") or (deed == "roll" and act.object is None):
        sides = [target.side for way in act.ways for target in way.targets if _is_a_side(target.region)]
        return f"side_lying {sides[0]}".strip() if sides else ""
    return _DEEDS.get(deed, "")


def _is_a_side(region: object) -> bool:
    return getattr(region, "id", "") in ("side_of_body", "side")
