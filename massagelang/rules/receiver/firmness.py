"""How firmly an act presses: as it was written, at the place that is asked about, or as the technique usually does."""

from __future__ import annotations

from attrs import evolve, frozen

from massagelang.plan.model import Act, HowWord, Plan, Target
from massagelang.rules.receiver.work import verb_of
from massagelang.rules.writing import text_at
from massagelang.source import Spot
from massagelang.values import Record
from massagelang.vocabulary import Vocabulary

DEEP = 4.0
USUALLY_FIRM = 3.5
"""From here on a technique is firm by itself, so that one should say so when it is to be done lightly."""

_SMALL_TOOLS = frozenset({"elbow", "knuckles"})
_DEEP_WITH_SMALL_TOOLS = 3.0


@frozen(slots=False, repr=False, eq=False)
class Firmness(Record):
    """The most pressure of an act (1 to 5), whether it was written, and the words that say so."""

    level: float
    written: bool
    spot: Spot

    def reaches(self, limit: float) -> bool:
        """Whether it is as firm as that; a technique's usual pressure counts only where it is firm by itself."""
        return self.level >= (limit if self.written else max(limit, USUALLY_FIRM))

    def exceeds(self, limit: float) -> bool:
        """Whether it is firmer than that."""
        return self.level > limit and self.reaches(limit)

    def words(self, act: Act, plan: Plan) -> str:
        """The act with its pressure in the writer's own words: “`knead` at `pressure 4`”."""
        verb = f"`{verb_of(act)}`"
        if not self.written:
            return f"{verb}, which is usually firm (about {self.level:g} of 5) when no pressure is written,"
        said = " ".join(text_at(plan, self.spot).split())
        return verb if self.spot == act.spot else f"{verb} with `{said}`"


def firmness_of(act: Act, words: Vocabulary, place: Target | None = None) -> Firmness | None:
    """The most pressure of an act, or that at one place (`light on calf`); None where nothing tells of any."""
    if "pressure" in act.how.without_tools:
        return Firmness(0.5, True, act.spot)
    written = [*_written(act, words, place)]
    if written:
        return max(written, key=lambda firm: firm.level)
    if act.technique is None or act.technique.pressure is None:
        return None
    return Firmness(act.technique.pressure, False, act.spot)


def depth_of(act: Act, words: Vocabulary, place: Target | None = None) -> Firmness | None:
    """The same with small tools counted as they feel: elbow, knuckles and stacked thumbs are deep from 3 on."""
    firm = firmness_of(act, words, place)
    if firm is None or firm.level < _DEEP_WITH_SMALL_TOOLS or not _is_small(act):
        return firm
    return evolve(firm, level=max(firm.level, DEEP))


def _is_small(act: Act) -> bool:
    parts = {tool.part for tool in act.tools}
    stacked = any(word.manner.id in ("stacked", "reinforced") for word in act.how.words)
    return bool(parts & _SMALL_TOOLS) or ("thumb" in parts and stacked)


def _written(act: Act, words: Vocabulary, place: Target | None) -> list[Firmness]:
    said = [word for word in act.how.words if word.manner.kind == "pressure" and word.manner.value is not None]
    if place is not None:
        here = [word for word in said if _is_there(word, place, words)]
        said = here or [word for word in said if not word.only_on]
        if here:
            return [_of_word(word, act) for word in here]
    found = [_of_word(word, act) for word in said]
    level = act.how.pressure
    if level is not None and level.spot not in [word.spot for word in act.how.words]:
        found.append(Firmness(max(level.start, level.end), True, level.spot or act.spot))
    return found


def _of_word(word: HowWord, act: Act) -> Firmness:
    values = [manner.value for manner in (word.manner, word.to, word.alternative) if manner and manner.value]
    return Firmness(max(values, default=0), True, word.spot or act.spot)


def _is_there(word: HowWord, place: Target, words: Vocabulary) -> bool:
    """Whether a pressure is said for a place: `light on back_of_knee`."""
    return any(
        target.region is not None and place.region is not None and words.is_within(place.region, target.region)
        for target in word.only_on
    )
