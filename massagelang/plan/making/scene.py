"""What surrounds a statement while its plan is made: which side, which pass, what `it` means; and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve, field, frozen

from massagelang.diagnostic import Edit, Finding, Kind, Related
from massagelang.plan.making.hands import opposite
from massagelang.plan.model import NO_HOW, UNKNOWN_STAND, Hands, How, Planned, Stand, Target
from massagelang.source import Span, Spot
from massagelang.syntax import ast
from massagelang.values import Shown
from massagelang.vocabulary import Vocabulary


@frozen(repr=False)
class Scene(Shown):
    """What a part of the text is planned in; with the hands at its start it decides the plan.

    `line` is the key of the logical line. `other_side` and `swapped` say whether sides of places and of hands are
    exchanged (R3). `side` is the side being worked under `both sides`. `again` is true in later passes of a repeat,
    `onward` where a repeat moves on from place to place, `pair` where a statement's place is both of a pair (R10),
    `counted` where one around says how often. `named` is a side that the statement names elsewhere (R10), `stand` where
    the giver is (R11), `throughout` what holds all the time. `it_is_moved` tells that `it` is no place of `each` but
    what was moved. `depth` counts blocks and calls, `each` the `each` blocks.
    """

    line: str
    other_side: bool = False
    swapped: bool = False
    side: str = ""
    in_sides: bool = False
    again: bool = False
    onward: bool = False
    pair: bool = False
    named: str = ""
    counted: bool = False
    it: Target | None = None
    it_is_moved: bool = False
    parameters: tuple[tuple[str, tuple[Target, ...]], ...] = ()
    calls: tuple[str, ...] = ()
    stand: Stand = UNKNOWN_STAND
    throughout: How = NO_HOW
    depth: int = 0
    each: int = 0

    def naming(self, targets: Iterable[Target]) -> Scene:
        """The scene for the rest of a statement that names the side of these places: the last left or right counts."""
        sides = [target.side for target in targets if target.side in ("left", "right") and not target.own]
        return evolve(self, named=sides[-1]) if sides else self

    def seen_from(self, hands: Hands) -> Scene:
        """The scene for one statement: where the giver is, and what `it` means where no `each` says so."""
        if self.it is not None or hands.moved is None:
            return evolve(self, stand=hands.stand)
        return evolve(self, stand=hands.stand, it=hands.moved, it_is_moved=True)

    def moving_on(self) -> Scene:
        """The scene of a statement that moves the giver: near and far mean there what they say."""
        return evolve(self, stand=evolve(self.stand, turned=self.other_side))

    def left_with(self, hands: Hands, before: Hands) -> Hands:
        """The hands after a part in which sides were exchanged: near now means near, if the giver has moved in it."""
        if hands.stand == before.stand:
            return hands
        return evolve(hands, stand=evolve(hands.stand, turned=self.other_side))

    def turned(self, kind: str) -> Scene:
        """The scene under a transform: other_side, swapped or mirrored. Each is its own inverse."""
        return evolve(
            self,
            other_side=self.other_side ^ (kind in ("other_side", "mirrored")),
            swapped=self.swapped ^ (kind in ("swapped", "mirrored")),
        )

    def place_side(self, side: str) -> str:
        """The side of a place as it is in this scene. Near and far stay where the giver has moved to in it (R3)."""
        exchanged = self.other_side != self.stand.turned if side in ("near", "far") else self.other_side
        return opposite(side) if exchanged else side

    def seen_side(self, side: str) -> str:
        """The receiver's side that is near or far for the giver; empty for other sides and while it is unknown."""
        if side not in ("near", "far"):
            return ""
        return self.stand.side if side == "near" else opposite(self.stand.side)

    def hand_side(self, side: str) -> str:
        """The side of a hand as it is in this scene; inside and outside stay with a giver who has moved in it (R3)."""
        stays = self.stand.turned and side in ("near", "far", "inside", "outside")
        return opposite(side) if self.swapped and not stays else side

    def parameter(self, name: str) -> tuple[Target, ...] | None:
        """The places that a call gave for a parameter."""
        return next((places for known, places in self.parameters if known == name), None)

    def deeper(self) -> Scene:
        """The scene one block further in."""
        return evolve(self, depth=self.depth + 1)

    def spot(self, span: Span) -> Spot:
        """A place in the line that is being planned."""
        return Spot(self.line, span)

    def id(self, span: Span) -> str:
        """The id of what stands at a span: it stays the same when other lines change."""
        return f"{self.line}.{span.start}"


@frozen(repr=False)
class Made(Shown):
    """A part of the plan, where the hands are after it, and what was found on the way."""

    part: Planned
    hands: Hands
    findings: tuple[Finding, ...] = ()


Planner = Callable[[Hands, Scene], Made]
"""Makes the plan of some part of the text from where the hands are and what surrounds it."""


@frozen(eq=False, repr=False)
class Desk(Shown):
    """What stays the same for a whole file: the vocabulary, the definitions, and what has been planned already."""

    vocabulary: Vocabulary
    definitions: dict[str, tuple[str, ast.Definition]] = field(factory=dict)
    remembered: dict[Any, tuple[object, Made]] = field(factory=dict)

    def remember(self, node: object, hands: Hands, scene: Scene, planner: Planner) -> Made:
        """What `planner` makes, made once for the same node, hands and scene: so loops within loops stay small."""
        key = (id(node), hands, scene)
        if key not in self.remembered:
            # The node is kept too: what is gone could leave its id to another node.
            self.remembered[key] = node, planner(hands, scene)
        return self.remembered[key][1]


@frozen(eq=False, repr=False)
class Findings(Shown):
    """Findings in the making for one scene: knows the line that they stand in."""

    line: str
    made: list[Finding] = field(factory=list)

    def add(
        self,
        kind: Kind,
        span: Span,
        *,
        edit: str | None = None,
        safe: bool = False,
        related: tuple[Related, ...] = (),
        **arguments: str,
    ) -> None:
        """Note a finding at a span of the line; `edit` is what its words should be instead, `safe` when surely so."""
        spot = Spot(self.line, span)
        edits = (Edit(spot, edit, safe),) if edit is not None else ()
        self.made.append(Finding(kind, spot, tuple(arguments.items()), related=related, edits=edits))

    def done(self) -> tuple[Finding, ...]:
        """All that was noted."""
        return tuple(self.made)
