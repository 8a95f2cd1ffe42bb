"""Whether the receiver expects a child, and in which week, for the rules that ask."""

from __future__ import annotations

from attrs import frozen

from massagelang.plan.model import Plan, Told
from massagelang.rules.receiver.conditions import days_of, told_of, words_of
from massagelang.values import Record

_WEEKS = {"first_trimester": (1, 12), "second_trimester": (13, 27), "third_trimester": (28, 40)}
WORDS = ("pregnant", "high_risk_pregnancy", *_WEEKS)


@frozen(slots=False, repr=False, eq=False)
class Pregnancy(Record):
    """What is told of a pregnancy: the first and the last week that it may be; both 0 while nothing tells them."""

    told: Told
    first: int = 0
    last: int = 0

    @property
    def words(self) -> str:
        """The writer's own words for it."""
        return words_of(self.told)

    def surely(self, week: int) -> bool:
        """Whether it is that week at least."""
        return self.first >= week

    def perhaps(self, week: int) -> bool:
        """Whether it may be that week: also while nothing tells it."""
        return not self.last or self.last >= week


def pregnancy_of(plan: Plan) -> Pregnancy | None:
    """The pregnancy that is told of, that of today's receiver before that of the file; None without one."""
    body = plan.vocabulary.posture(plan.vocabulary.body)
    if body is not None and body.kind == "animal":
        return None
    found = [Pregnancy(told, *_weeks(told)) for told in told_of(plan, WORDS)]
    return max(enumerate(found), key=lambda item: (bool(item[1].last), item[0]))[1] if found else None


def _weeks(told: Told) -> tuple[int, int]:
    days = days_of(told)
    if days is not None:
        return (week := int(days / 7)), week
    return _WEEKS.get(told.word.id if told.word else "", (0, 0))
