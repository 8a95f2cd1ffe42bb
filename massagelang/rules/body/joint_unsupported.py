"""ML422: a limb or the head moved with nothing holding it near the joint, or moved by force."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.making.hands import limbs_of, opposite
from massagelang.plan.model import Act, Contact, Limb, Plan, Target, Together, parts_of
from massagelang.rules.body.sites import place_as_written, work
from massagelang.rules.body.strength import DEEP, Strength
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of

_SHAKES = frozenset({"shake", "dou", "swing"})
_TURNS = frozenset({
    "rotate", "turn", "yao", "mobilise", "twist", "tilt", "bend", "stretch", "traction", "ba_shen", "ban", "pull",
    "arch", "pronate", "supinate", "fold", "cross",
})  # fmt: skip
_SMALL_JOINTS = frozenset({"finger", "thumb", "toe", "ear", "face", "scalp", "hand_bone"})
_HOLDS = {
    "wrist": frozenset({"wrist", "forearm", "hand", "elbow"}),
    "hand": frozenset({"wrist", "forearm", "hand", "elbow"}),
    "ankle": frozenset({"ankle", "lower_leg", "foot", "knee"}),
    "foot": frozenset({"ankle", "lower_leg", "foot", "knee"}),
    "arm": frozenset({"arm", "shoulder_blade", "upper_trapezius", "clavicle"}),
    "leg": frozenset({"leg", "hip", "buttock", "hip_bone"}),
    "head": frozenset({"head", "neck", "shoulder", "upper_trapezius"}),
    "neck": frozenset({"head", "neck", "shoulder", "upper_trapezius"}),
}
"""Where a hand steadies what is moved, by the part or the limb that it belongs to; the innermost counts."""

_FOOT = frozenset({"ankle", "foot"})
_BENDS_THE_KNEE = frozenset({"lift", "lower", "bend", "straighten", "move", "pull", "push"})
_THIGH = frozenset({"thigh", "buttock"})
"""Where a hand also steadies while the foot is what a bent knee is moved by."""

_DRAWS = frozenset({"pull", "push", "move", "stretch"})
"""Ways to move a leg that lies on the table, in which a hand on the sacrum keeps the pelvis."""

_NEAR = {
    "wrist": "forearm", "hand": "wrist", "ankle": "lower_leg", "foot": "ankle", "knee": "thigh", "lower_leg": "thigh",
    "leg": "hip", "elbow": "upper_arm", "forearm": "upper_arm", "arm": "shoulder", "head": "neck", "neck": "head",
}  # fmt: skip
"""A place beside the joint that is moved, by the part or the limb that is; the innermost counts."""

_WHOLE_LIMBS = frozenset({"arm", "leg"})
_MIDDLE = frozenset({"head", "neck"})


@rule(
    code="ML422",
    severity=Severity.WARNING,
    message="`{verb}` moves `{place}` {how}; education sources ask that joints are supported and not forced.",
    hint="Let the other hand hold it near the joint first (`hold {other} on {near}`), and move it slowly.",
    sources=("S103",),
    confidence="M",
    bad="""
        «rotate their left arm forward with right hand, 3 times»
        """,
    good="""
        hold left on left shoulder; rotate their left arm forward with right hand, 3 times
        """,
)
def joint_unsupported(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """While one hand moves an arm, a leg or the head, the other steadies it, so that no joint carries the weight alone.

    Both hands at the limb, and one that was laid near the joint before, are enough. Fingers, toes and ears are small
    enough for one hand. A turn, a bend or a pull with a pressure of 4 or more, or one that is fast, is forced.
    """
    alone = "self" not in plan.property("giver")
    helped = _along_with_others(plan) if alone else frozenset()
    for act, strength in work(plan):
        if act.moved is None or act.moved.region is None or act.technique is None:
            continue
        how = _forced(act, strength)
        if not how and alone and act.id not in helped and _moves(act) and _is_alone(act, act.moved, plan):
            how = "with one hand, and nothing holds it near the joint"
        if how:
            place = place_as_written(plan, act.spot, act.moved)
            told = (("verb", verb_of(act)), ("place", place), ("how", how), *_mend(act, act.moved, plan))
            yield Finding(kind, act.spot, told)


def _mend(act: Act, moved: Target, plan: Plan) -> Iterator[tuple[str, str]]:
    """Which hand could hold where."""
    limbs = limbs_of(act.tools)
    working = limbs[0].side if len(limbs) == 1 else ""
    yield "other", opposite(working) if working else "other"
    around = plan.vocabulary.around(moved.region) if moved.region else ()
    near = next((_NEAR[region.id] for region in around if region.id in _NEAR), "joint")
    side = opposite(moved.side) if act.flipped else moved.side
    yield "near", f"{side} {near}" if side in ("left", "right", "near", "far") and near not in _MIDDLE else near


def _moves(act: Act) -> bool:
    technique = act.technique
    return technique is not None and (technique.family in ("moving", "stretching") or technique.id in _SHAKES)


def _forced(act: Act, strength: Strength) -> str:
    if act.technique is None or act.technique.id not in _TURNS:
        return ""
    if strength.written and strength.level >= DEEP:
        return "with force"
    if _is_neck(act.moved):
        return ""
    return "with a thrust" if act.technique.id == "ban" else "fast" if strength.fast else ""


def _is_neck(target: Target | None) -> bool:
    """Whether it is the head or the neck, of whose thrusts and jerks another rule speaks."""
    return target is not None and target.region is not None and target.region.id in ("neck", "head", "back_of_neck")


def _is_alone(act: Act, moved: Target, plan: Plan) -> bool:
    limbs = limbs_of(act.tools)
    if len(limbs) != 1 or limbs[0].kind != "arm" or not act.tools_written or moved.region is None:
        return False
    around = [region.id for region in plan.vocabulary.around(moved.region)]
    holds = next((_HOLDS[id_] for id_ in around if id_ in _HOLDS), None)
    if holds is None or _SMALL_JOINTS & set(around):
        return False
    if act.technique is not None and act.technique.id in _BENDS_THE_KNEE and not _FOOT.isdisjoint(around):
        holds |= _THIGH
    if act.technique is not None and act.technique.id in _DRAWS and "leg" in around:
        holds |= {"sacrum"}
    others = [Limb("arm", 1 - limbs[0].index), Limb("leg", 0), Limb("leg", 1)]
    return not any(_steadies(contact, moved, holds, plan) for limb in others for contact in act.before.of(limb))


def _steadies(contact: Contact | None, moved: Target, holds: frozenset[str], plan: Plan) -> bool:
    """Whether a hand lies on the limb or where it joins the trunk, and not on the other side of the body."""
    place = contact.target if contact else None
    if place is None or place.region is None or {place.true_side, moved.true_side} == {"left", "right"}:
        return False
    return place.region.id in _WHOLE_LIMBS or any(outer.id in holds for outer in plan.vocabulary.around(place.region))


def _along_with_others(plan: Plan) -> frozenset[str]:
    """Acts of `together` blocks: what the other hand does there holds too."""
    blocks = [part for part in plan.parts() if isinstance(part, Together)]
    return frozenset(part.id for block in blocks for part in parts_of(block))
