"""The giver's limbs and tools, and where they are."""

from __future__ import annotations

from attrs import field, frozen

from massagelang.plan.model.places import Target, Way
from massagelang.plan.model.times import Basis
from massagelang.values import Shown
from massagelang.vocabulary import Implement, Manner, Surface

FIRST, SECOND = 0, 1
"""The giver's two arms (or legs). Which is left may be open: then they are only one and the other."""


@frozen(repr=False)
class Limb(Shown):
    """One limb of the giver: `kind` arm or leg, `index` FIRST or SECOND, `side` left or right, empty while open."""

    kind: str
    index: int
    side: str = ""


@frozen(repr=False)
class Tool(Shown):
    """What touches: a body part of the giver (`part`), its fingers (`of`) and surface, or an implement.

    `said` is the word that chose the arm (left right both one other near far inside outside, empty for none);
    `limbs` are the limbs that it engages. `quality` is what an implement is like (`warm cloth`).
    `basis` is estimated when the writer named no tool at all.
    """

    part: str
    limbs: tuple[Limb, ...]
    said: str = ""
    surface: Surface | None = None
    of: tuple[str, ...] = ()
    count: str = ""
    implement: Implement | None = None
    quality: Manner | None = None
    basis: Basis = field(default=Basis.WRITTEN, eq=False)


@frozen(repr=False)
class Contact(Shown):
    """Where a limb is: the part that touches, and the place; `grips` when it holds rather than rests.

    `edge` is bottom or top of the place when a stroke has led there.
    """

    part: str
    target: Target | None
    grips: bool = False
    edge: str = ""


@frozen(repr=False)
class Stand(Shown):
    """Where the giver is: at the receiver's left or right `side`, `facing` head or feet; empty while unknown.

    `turned` tells that this was said in a part whose sides are exchanged: near and far then mean there what they say.
    """

    side: str = ""
    facing: str = ""
    turned: bool = False


UNKNOWN_STAND = Stand()
"""While nothing says where the giver is."""


@frozen(repr=False)
class Hands(Shown):
    """Where the giver's limbs are at one moment.

    `arms` and `legs` hold for each limb the places where it may be: one as a rule, several after a choice; None is
    off the body. `left_arm` is the index of the left arm once that is known, else -1. `one` is the arm last called
    `hand` or `one`, -1 before. `tools` are those of the last action of the step, `ways` the path that it came along and
    `start` where the arms were before it; `moved` is what was last moved or held on the receiver. `gait` is how the
    last action went on, and so how a `return` comes back: walk, roll, or empty where it glides. `posture` is the
    receiver's, `stand` the giver's place.
    """

    arms: tuple[frozenset[Contact | None], frozenset[Contact | None]] = (frozenset({None}), frozenset({None}))
    legs: tuple[frozenset[Contact | None], frozenset[Contact | None]] = (frozenset({None}), frozenset({None}))
    left_arm: int = -1
    one: int = -1
    tools: tuple[Tool, ...] = ()
    ways: tuple[Way, ...] = ()
    start: tuple[frozenset[Contact | None], frozenset[Contact | None]] = (frozenset({None}), frozenset({None}))
    moved: Target | None = None
    gait: str = ""
    posture: str = ""
    stand: Stand = UNKNOWN_STAND

    def of(self, limb: Limb) -> frozenset[Contact | None]:
        """Where a limb may be."""
        return (self.arms if limb.kind == "arm" else self.legs)[limb.index]

    def side_of(self, index: int) -> str:
        """`left` or `right` for an arm when that is known, else nothing."""
        if self.left_arm < 0:
            return ""
        return "left" if index == self.left_arm else "right"
