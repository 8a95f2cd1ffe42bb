"""Two plans compared: what changed for hands, time, sides and pressure, never for characters. Lengths are milliseconds.

Headings are paired by their titles, those that are left by what they hold; what is done under them line by line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from attrs import frozen

from massagelang.plan.comparing.facts import Fact, Told, lines_in
from massagelang.plan.comparing.passages import Passage, passages
from massagelang.plan.model import Plan
from massagelang.values import Record

ALIKE = 0.6
"""From which likeness on (0 to 1) a heading with another title is taken for the same, renamed."""

MOST_LINES = 50_000
"""Lines of a routine that can be compared, those of its definitions counted at each call."""

_NOTICED = 1_000
"""Milliseconds by which a length must differ to be another."""


@frozen(slots=False, repr=False, eq=False)
class Changed(Record):
    """One fact that is another now; `old` or `new` is empty where there was none or is none."""

    about: str
    old: str
    new: str


@frozen(slots=False, repr=False, eq=False)
class LineChange(Record):
    """A line that is new (`old` is None), gone (`new` is None), or done another way."""

    old: Told | None
    new: Told | None
    facts: tuple[Changed, ...] = ()


@frozen(slots=False, repr=False, eq=False)
class PassageChange(Record):
    """A heading that is new, gone, or holds something else now.

    `after` is the title that it comes after now, where it moved, else None (empty at the beginning).
    """

    old: Passage | None
    new: Passage | None
    after: str | None = None
    renamed: bool = False
    longer: bool = False
    facts: tuple[Changed, ...] = ()
    lines: tuple[LineChange, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether anything is another than before."""
        moved = self.after is not None
        alone = self.old is None or self.new is None
        return alone or moved or self.renamed or self.longer or bool(self.facts or self.lines)


@frozen(slots=False, repr=False, eq=False)
class Difference(Record):
    """All that changed between two routines; `facts` are those of the whole: its title and properties."""

    facts: tuple[Changed, ...]
    passages: tuple[PassageChange, ...]
    old_length: int
    new_length: int

    @property
    def is_change(self) -> bool:
        """Whether anything changed for the receiver or the giver."""
        return bool(self.facts or self.passages)


class TooManyLines(ValueError):
    """A routine whose definitions call each other into more lines than can be compared."""


def difference(old: Plan, new: Plan) -> Difference:
    """What changed from one plan to another. Errors: TooManyLines."""
    if max(lines_in(old.body), lines_in(new.body)) > MOST_LINES:
        raise TooManyLines
    before, after = passages(old), passages(new)
    pairs = _paired(before, after)
    moved = _moved(pairs, before, after)
    found = [_compared(before[i], after[j], moved.get(j)) for i, j in pairs.items()]
    kept = dict(zip(pairs.values(), found, strict=True))
    changes = [kept.get(j) or PassageChange(None, passage) for j, passage in enumerate(after)]
    gone = [PassageChange(passage, None) for i, passage in enumerate(before) if i not in pairs]
    facts = _facts(_of_whole(old), _of_whole(new))
    return Difference(
        tuple(facts), tuple(change for change in (*changes, *gone) if change.is_change), old.time.ideal, new.time.ideal
    )


def _of_whole(plan: Plan) -> list[Fact]:
    return [("title", plan.title), *((key, ", ".join(values)) for key, values in plan.properties)]


# ── headings ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _paired(before: Sequence[Passage], after: Sequence[Passage]) -> dict[int, int]:
    """The headings that are the same, by their indexes: first by title, then by what they hold."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for j, passage in enumerate(after):
        places[_key(passage)].append(j)
    pairs = {i: places[_key(passage)].pop(0) for i, passage in enumerate(before) if places[_key(passage)]}
    free = [j for j in range(len(after)) if j not in pairs.values()]
    for i, passage in enumerate(before):
        alike = {j: _likeness(passage, after[j]) for j in free if i not in pairs and after[j].level == passage.level}
        best = max(alike, key=lambda j: alike[j], default=None)
        if best is not None and alike[best] >= ALIKE:
            pairs[i] = best
            free.remove(best)
    return dict(sorted(pairs.items()))


def _key(passage: Passage) -> Hashable:
    return passage.level, " ".join(passage.title.casefold().split())


def _likeness(one: Passage, other: Passage) -> float:
    first, second = list(_tokens(one)), list(_tokens(other))
    if not first and not second:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _tokens(passage: Passage) -> Iterator[Hashable]:
    for line in passage.lines:
        yield line.what
        yield from line.facts


def _moved(pairs: dict[int, int], before: Sequence[Passage], after: Sequence[Passage]) -> dict[int, str]:
    """The headings that stand in another order, or in another section; each with the title that it comes after."""
    staying = _longest_rising(list(pairs.values()))
    renamed = {before[i].title: after[j].title for i, j in pairs.items()}
    moved = {}
    for i, j in pairs.items():
        other_section = renamed.get(before[i].within, before[i].within) != after[j].within
        if j not in staying or other_section:
            moved[j] = after[j - 1].title if j else ""
    return moved


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """As many of the numbers as possible that stand in rising order."""
    chains: list[list[int]] = [[]]
    for number in numbers:
        before = [chain for chain in chains if not chain or chain[-1] < number]
        chains.append([*_longest(before), number])
    return set(_longest(chains))


def _longest(chains: Sequence[list[int]]) -> list[int]:
    return max(chains, key=lambda chain: (len(chain), [-number for number in chain]))


def _compared(old: Passage, new: Passage, after: str | None) -> PassageChange:
    changed_length = abs((old.length or 0) - (new.length or 0)) >= _NOTICED
    longer = changed_length and bool(old.lines or new.lines)  # a section's steps tell it
    renamed = _key(old) != _key(new)
    return PassageChange(
        old, new, after, renamed, longer, tuple(_facts(old.facts, new.facts)), tuple(_lines(old.lines, new.lines))
    )


# ── lines and facts ───────────────────────────────────────────────────────────────────────────────────────────────


def _lines(old: Sequence[Told], new: Sequence[Told]) -> Iterator[LineChange]:
    """The lines that changed, in order; those that stand for one another are compared fact by fact."""
    for tag, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _exchanged(old[i:k], new[j:m])


def _exchanged(old: Sequence[Told], new: Sequence[Told]) -> Iterator[LineChange]:
    matcher = SequenceMatcher(None, [line.what for line in old], [line.what for line in new], autojunk=False)
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[i:k], new[j:m], strict=True):
                facts = (*_facts(_around(one), _around(other)), *_facts(one.facts, other.facts))
                if facts:
                    yield LineChange(one, other, facts)
            continue
        yield from (LineChange(line, None) for line in old[i:k])
        yield from (LineChange(None, line) for line in new[j:m])


def _around(line: Told) -> list[Fact]:
    return [("inside", " in ".join(reversed(line.within)))] if line.within else []


def _facts(old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Changed]:
    """The facts that are others now; several about one thing are taken together."""
    before, after = _gathered(old), _gathered(new)
    for about in dict.fromkeys((*before, *after)):
        if before.get(about, "") != after.get(about, ""):
            yield Changed(about, before.get(about, ""), after.get(about, ""))


def _gathered(facts: Sequence[Fact]) -> dict[str, str]:
    gathered: dict[str, str] = {}
    for about, words in facts:
        gathered[about] = f"{gathered[about]}; {words}" if about in gathered else words
    return gathered
