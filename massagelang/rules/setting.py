"""What kind of routine a plan is: whose body, which school, by whom. Found once for a plan; many rules ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from attrs import frozen

from massagelang.plan.model import Plan
from massagelang.rules.course import course_of
from massagelang.values import Record

_YOUNG = frozenset({"infant", "newborn", "toddler", "child"})
_INFANTS = frozenset({"infant", "newborn", "toddler"})
_LONGEST_NAME = 3
"""Words of the name of a school, at most: `slow stroke massage`."""


@frozen(slots=False, repr=False, eq=False)
class Setting(Record):
    """`styles` are the ids of schools that the title or the tags name, or to which half of the work belongs.

    `body` is the id of the receiver (infant, dog, adult …), empty while nothing says so.
    """

    styles: frozenset[str]
    body: str
    is_animal: bool
    is_self: bool

    @property
    def is_young(self) -> bool:
        """Whether the receiver is a child of any age."""
        return self.body in _YOUNG

    @property
    def is_infant(self) -> bool:
        """Whether the receiver is a small child."""
        return self.body in _INFANTS

    def is_any(self, *styles: str) -> bool:
        """Whether it is of one of these schools."""
        return not self.styles.isdisjoint(styles)


_SETTINGS: WeakKeyDictionary[Plan, Setting] = WeakKeyDictionary()


def setting_of(plan: Plan) -> Setting:
    """The setting of a plan, found once however many rules ask."""
    found = _SETTINGS.get(plan)
    if found is None:
        found = _SETTINGS[plan] = _found(plan)
    return found


def _found(plan: Plan) -> Setting:
    words = plan.vocabulary
    receiver = words.posture(words.body) if words.body else None
    giver = {word for value in plan.property("giver") for word in value.split()}
    return Setting(
        styles=frozenset(_styles(plan)),
        body=words.body,
        is_animal=receiver is not None and receiver.kind == "animal",
        is_self="self" in giver or "self" in plan.property("receiver"),
    )


def _styles(plan: Plan) -> Iterator[str]:
    for text in (plan.title, *plan.property("tags")):
        yield from _named(text, plan)
    if any(value.split()[:1] == ["seated_massage_chair"] for value in plan.property("receiver")):
        yield "chair_massage"
    work = course_of(plan).work
    schools = Counter(done.act.technique.school for done in work if done.act.technique)
    yield from (school for school, number in schools.items() if school and 2 * number >= len(work))


def _named(text: str, plan: Plan) -> Iterator[str]:
    """The schools whose name stands in a text: `Tui na for a stiff neck`."""
    words = re.findall(r"\w+", text.lower().replace("_", " "))
    for length in range(1, _LONGEST_NAME + 1):
        for start in range(len(words) - length + 1):
            style = plan.vocabulary.styles.get("_".join(words[start : start + length]))
            if style is not None:
                yield style.id
