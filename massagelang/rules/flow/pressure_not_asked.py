"""ML511: deep work, and nobody asks how it feels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Aside, Plan
from massagelang.rules.body.aim import is_deep
from massagelang.rules.course import course_of
from massagelang.rules.rule import rule
from massagelang.rules.saying import verb_of
from massagelang.rules.setting import setting_of

_OF_PRESSURE = re.compile(
    r"\b(?:pressure|press(?:ing|ed)?|firm\w*|deep\w*|strong\w*|hard\w*|soft\w*|light\w*|gentl\w*|hurt\w*|pain\w*"
    r"|weight|sore\w*|tender\w*|comfort\w*|too much|enough|ache\w*|tell me|let me know|feels?)\b",
    re.IGNORECASE,
)
_HEEDS = frozenset({"comfortable", "painless"})
_TEXTS = ("prepare", "needs", "contraindications")


@rule(
    code="ML511",
    severity=Severity.INFO,
    message="`{verb}` goes deep here, and nothing in the routine asks about the pressure.",
    hint='Ask before or with it: `ask "Is the pressure right?"`.',
    sources=("S55", "S132"),
    confidence="M",
    bad="""
        routine "Back"
        lubricant: oil
        stroke both up upper_back, light, for 2min
        «stroke forearms up upper_back, deep, slow»
        stroke both down upper_back, light
        """,
    good="""
        routine "Back"
        lubricant: oil
        stroke both up upper_back, light, for 2min
        ask "Is the pressure right?"
        stroke forearms up upper_back, deep, slow
        stroke both down upper_back, light
        """,
)
def pressure_not_asked(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """Only the receiver knows how firm is too firm, so the giver asks at the first deep work, or watches for it.

    Any words about the pressure will do: a question, a note, `comfortable` or `painless`; what it is good for (`why`)
    is none. In self-massage nobody needs to be asked, and animals cannot be.
    """
    setting = setting_of(plan)
    if not course_of(plan).is_whole or setting.is_self or setting.is_animal:
        return
    deep = next((done.act for done in course_of(plan).work if _is_deep(done.act)), None)
    if deep is not None and not any(_OF_PRESSURE.search(text) for text in _texts(plan)) and not _heeds(plan):
        yield Finding(kind, deep.spot, (("verb", verb_of(deep)),))


def _is_deep(act: Act) -> bool:
    struck = act.technique is not None and act.technique.family == "percussion"
    return is_deep(act) and not struck


def _heeds(plan: Plan) -> bool:
    """Whether some work is told to stay comfortable."""
    return any(word.manner.id in _HEEDS for act in plan.acts() for word in act.how.words)


def _texts(plan: Plan) -> Iterator[str]:
    """All that is said, asked, noted or made a condition."""
    for key in _TEXTS:
        yield from plan.property(key)
    for part in plan.parts():
        yield from (text for key, text in part.tails if key not in ("why", "like"))
        if isinstance(part, Aside):
            yield part.text
        elif isinstance(part, Act):
            yield from (part.text, part.how.until) if part.kind in ("words", "action") else ()
