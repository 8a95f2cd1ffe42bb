"""Words of the plan as findings say them: the writer's own words where there are any."""

from __future__ import annotations

from massagelang.plan.model import Act, Contact, Hands, Limb, Target


def arm_words(limb: Limb, hands: Hands) -> str:
    """`left hand`, or `hand` while it is open which."""
    side = limb.side or (hands.side_of(limb.index) if limb.kind == "arm" else "")
    name = "hand" if limb.kind == "arm" else "leg"
    return f"{side} {name}" if side else f"same {name}"


def place_words(contact: Contact | None) -> str:
    """`right shoulder`: where a limb is."""
    target = contact.target if contact else None
    if target is None or target.region is None:
        return "the body"
    side = f"{target.side} " if target.side in ("left", "right", "near", "far") else ""
    part = f"{target.part.id} of " if target.part else ""
    return f"{side}{part}{target.region.id}"


def verb_of(act: Act) -> str:
    """`stroke`: what an act is called in the notation."""
    return act.technique.id if act.technique else act.kind


def clock_words(milliseconds: int) -> str:
    """`2:05`: a moment of the routine, in minutes and seconds."""
    seconds = round(milliseconds / 1000)
    return f"{seconds // 60}:{seconds % 60:02}"


def region_words(target: Target) -> str:
    """`right calf`: a place as people say it."""
    side = f"{target.true_side} " if target.true_side in ("left", "right", "near", "far") else ""
    return side + (target.region.id.replace("_", " ") if target.region else "body")
