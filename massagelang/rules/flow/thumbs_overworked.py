"""ML508: much work for the giver's thumbs."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan
from massagelang.plan.said import duration_words
from massagelang.rules.course import course_of
from massagelang.rules.rule import Limits, rule

_EASY = frozenset({"holding", "moving", "percussion"})


@rule(
    code="ML508",
    severity=Severity.INFO,
    message="The giver's thumbs work for about {time} in all, most of it here; education sources ask to spare them.",
    hint="Let forearm, knuckles or elbow take a part of it.",
    sources=("S81",),
    confidence="M",
    limits={"longest_min": 10},
    bad="""
        routine "Back"
        lubricant: oil
        stroke both up back, light, for 10min
        «press thumbs beside spine, for 12min, moving up back»
        stroke both up back, light, for 5min
        """,
    good="""
        routine "Back"
        lubricant: oil
        stroke both up back, light, for 10min
        press thumbs beside spine, for 5min, moving up back
        compress forearms on back, for 7min
        stroke both up back, light, for 5min
        """,
)
def thumbs_overworked(plan: Plan, kind: Kind, limits: Limits) -> Iterator[Finding]:
    """Broader tools such as forearms and knuckles spare the giver's thumbs, whose joints wear by pressing and kneading.

    The limit is our own estimate, and a house may set another.
    """
    if not course_of(plan).is_titled:
        return
    work = [done for done in course_of(plan).work if _is_thumb_work(done.act)]
    whole = sum(done.length for done in work)
    if whole > limits["longest_min"] * 60_000:
        longest = max(work, key=lambda done: done.length)
        yield Finding(kind, longest.act.spot, (("time", duration_words(whole)),))


def _is_thumb_work(act: Act) -> bool:
    """Whether the thumbs alone do it."""
    if act.technique is None or act.technique.family in _EASY:
        return False
    if not act.tools_written:
        return act.technique.tools == ("thumb",)
    return bool(act.tools) and all(tool.part == "thumb" and tool.implement is None for tool in act.tools)
