"""Who is worked on and what must be left alone, as it was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from massagelang.plan.model.places import Target
from massagelang.source import Spot
from massagelang.values import Shown
from massagelang.vocabulary import Posture

if TYPE_CHECKING:
    from massagelang.vocabulary.lore import Condition  # (no plan needs it unless one is told of)


@frozen(repr=False)
class Told(Shown):
    """One thing that is told of a receiver: `pregnant 26 weeks`, `recent_surgery left knee`, `child 110cm`.

    `text` are the writer's own words where they are no words of the vocabulary. `number` and `unit` (weeks, …) tell how
    long or how far on. `side` is that of a position, or of a condition without a place; `places` are where a condition
    is. `stature` is centimetres, 0 when it was not written. `words` and `spot` are what was written and where; `today`
    marks what the file does not say itself.
    """

    word: Posture | Condition | None = None
    text: str = ""
    number: str = ""
    unit: str = ""
    side: str = ""
    stature: float = 0
    places: tuple[Target, ...] = ()
    words: str = field(default="", eq=False)
    spot: Spot | None = field(default=None, eq=False, repr=False)
    today: bool = field(default=False, eq=False)


@frozen(repr=False)
class Avoided(Shown):
    """One value of `avoid:`: a place, or another word of the vocabulary (`percussion`, `hot_stone`)."""

    place: Target | None = None
    word: str = ""
    spot: Spot | None = field(default=None, eq=False, repr=False)
