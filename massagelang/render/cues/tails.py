"""Words behind a part that holds others, as acts of their own before it: so cues meet them where the part begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, field, frozen

from massagelang.plan.events import Choices
from massagelang.plan.model import NO_TIME, Act, Aside, Choice, Each, Plan, Planned, Repeat, Sides, Together, inner
from massagelang.plan.model import Sequence as Row
from massagelang.render.saying.acts import words_sentence
from massagelang.render.saying.voice import Voice, inline, lowered


def with_tails(plan: Plan, choices: Choices, voice: Voice) -> Plan:
    """A plan in which `why`, `note`, `caution` and `say` behind a block, call or repeat stand before it, without time.

    An `if` that is not chosen keeps them as notes, after its condition.
    """
    body = _Tails(choices, voice).part(plan.body)
    return plan if body is plan.body else evolve(plan, body=body)


@frozen(eq=False)
class _Tails:
    """Rewrites each part once, however often it is met; a part without such words stays the same."""

    choices: Choices
    voice: Voice
    done: dict[int, Planned] = field(factory=dict)

    def part(self, given: Planned) -> Planned:
        if isinstance(given, Act):
            return given
        if id(given) not in self.done:
            words = tuple(self._words(given))
            made = self._inside(given)
            self.done[id(given)] = _row((*words, made), given) if words else made
        return self.done[id(given)]

    def _inside(self, given: Planned) -> Planned:
        before = inner(given)
        after = tuple(map(self.part, before))
        if all(new is old for new, old in zip(after, before, strict=True)):
            return given
        return _holding(given, after)

    def _words(self, given: Planned) -> Iterator[Act]:
        left_out = isinstance(given, Aside) and not self.choices.get(given.id, given.usually_in)
        if left_out and isinstance(given, Aside) and given.usually_in:
            return
        for index, (key, text) in enumerate(given.tails):
            verb, said = self._conditional(given, key, text) if left_out else (key, text)
            yield _act(given, f"{given.id}~{index}", verb, said)

    def _conditional(self, aside: Planned, key: str, text: str) -> tuple[str, str]:
        """`if the calf is tight: not on varicose veins`: words that hold only then; nobody speaks them."""
        assert isinstance(aside, Aside)  # noqa: S101  (the caller looked)
        said = lowered(words_sentence(key, text, self.voice)) if key == "say" else text
        led = self.voice.say("groups", f"{aside.kind}_words", text=inline(aside.text), sentence=said)
        return ("note" if key == "say" else key), led


def _act(given: Planned, id_: str, verb: str, text: str) -> Act:
    return Act(
        kind="words",
        verb=verb,
        text=text,
        id=id_,
        spot=given.spot,
        time=NO_TIME,
        before=given.before,
        after=given.before,
    )


def _row(parts: tuple[Planned, ...], given: Planned) -> Row:
    return Row(parts, id=f"{given.id}~words", spot=given.spot, time=given.time, before=given.before, after=given.after)


_FIELDS: dict[type[Planned], str] = {
    Row: "parts",
    Repeat: "passes",
    Together: "members",
    Choice: "options",
    Each: "members",
}


def _holding(given: Planned, parts: tuple[Planned, ...]) -> Planned:
    """The same part with others inside."""
    new: dict[str, Any]
    if isinstance(given, Sides):
        new = {"first": parts[0], "second": parts[1]}
    elif type(given) in _FIELDS:
        new = {_FIELDS[type(given)]: parts}
    else:
        new = {"body": parts[0]}
    return evolve(given, **new)
