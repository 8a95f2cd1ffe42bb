"""ML203: a one-handed stroke without a support hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.making.tools import is_off
from massagelang.plan.model import Act, Plan
from massagelang.rules.course import Done, course_of
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of
from massagelang.rules.setting import setting_of
from massagelang.rules.where import is_all_in, is_at_points

_ONE_HANDED = frozenset({"stroking", "kneading", "friction"})
_SMALL_PLACES = frozenset({"face", "ear", "hand", "foot", "abdomen"})
_BY_TURNS = frozenset({"alternating", "hand_over_hand"})
_LEANING = frozenset({"elbow", "forearm", "knee", "foot", "shin"})
"""Tools that a giver of Thai massage or shiatsu leans on, the other hand where the balance asks for it."""


@rule(
    code="ML203",
    severity=Severity.WARNING,
    message="One hand works here (`{verb}`) while the other is off the body.",
    hint="Let the other hand rest somewhere first: `hand on sacrum`; or say that it is free: `hand left off`.",
    sources=("S22", "S90"),
    confidence="M",
    bad="""
        «stroke right up right_side, slow»
        """,
    good="""
        hand left on sacrum
        stroke right up right_side, slow
        """,
)
def no_support_hand(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """When one hand strokes, kneads or rubs, the other usually rests on the body, so that the receiver is never left.

    Strokes with both hands need no support, nor does work by turns. On the face, the abdomen, a hand, a foot or a
    point there is little room for a second hand; tui na has its own ways; infants and small animals are worked with
    one hand; in self-massage the other hand may be what is worked on. `hand left off` says that it is meant so.
    """
    setting = setting_of(plan)
    if setting.is_self or setting.is_infant or (setting.is_animal and setting.body != "horse"):
        return
    free: set[int] = set()
    every = course_of(plan).every
    for index, done in enumerate(every):
        _note_free(done, free)
        other = _idle_arm(done)
        if other is None or other in free or _is_usual(done.act, plan):
            continue
        if not _by_turns(done, every[index + 1 : index + 4], other):
            yield Finding(kind, done.act.spot, (("verb", verb_of(done.act)),))


def _note_free(done: Done, free: set[int]) -> None:
    """Which arms are off because the writer has said so of one of them."""
    if done.act.kind in ("lift", "placement", "action"):
        free -= done.arms
        if done.act.kind == "lift" and len(done.arms) == 1:
            free |= done.arms


def _idle_arm(done: Done) -> int | None:
    """The arm that is off the body while the other one works."""
    act = done.act
    if not done.is_work or done.together or act.technique is None or act.technique.family not in _ONE_HANDED:
        return None
    if len(done.arms) != 1 or not act.tools_written or act.technique.id == "return":
        return None
    other = 1 - next(iter(done.arms))
    return other if is_off(act.before.arms[other]) else None


def _is_usual(act: Act, plan: Plan) -> bool:
    """Whether one hand is what such work is done with."""
    in_turn = any(word.manner.id in _BY_TURNS for word in act.how.words)
    of_tui_na = act.technique is not None and act.technique.school == "tui_na"
    if in_turn or of_tui_na or setting_of(plan).is_any("tui_na", "paediatric_tui_na"):
        return True
    leans = bool(act.tools) and all(tool.part in _LEANING for tool in act.tools)
    if leans and setting_of(plan).is_any("thai", "shiatsu"):
        return True
    return is_at_points(act) or is_all_in(act, _SMALL_PLACES, plan.vocabulary)


def _by_turns(done: Done, following: Sequence[Done], idle: int) -> bool:
    """Whether the other hand does the same in the same phrase: `stroke right up leg; stroke left up leg`."""
    for other in following:
        if other.is_work:
            same = other.act.technique == done.act.technique and other.act.spot.line == done.act.spot.line
            return same and other.arms == {idle}
    return False
