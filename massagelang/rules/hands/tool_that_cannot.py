"""ML206: a tool with which a technique cannot be done."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Tool
from massagelang.rules.rule import rule
from massagelang.rules.writing import spot_of
from massagelang.vocabulary import Technique

_BLUNT = frozenset({"elbow", "forearm", "fist", "knuckles", "knee", "shin", "foot"})
"""Parts of the giver that cannot close around anything."""

_LIFTING_WORDS = """
    wring pick_up skin_roll pinch muscle_roll muscle_lift c_scoop thumb_petrissage one_handed_knead palm_knead milk
    scissor na nie nie_ji ti_na pluck lace clasp tousle shampoo
"""
_LIFTING = frozenset(_LIFTING_WORDS.split())
"""Techniques that take hold of skin, muscle or hair between fingers or hands."""

_CANNOT = dict.fromkeys(_LIFTING, _BLUNT) | {
    "squeeze": _BLUNT - {"forearm", "knee", "foot"},
    "grasp": _BLUNT - {"forearm"},
    "knead": frozenset({"elbow", "knee", "shin"}),
    "rake": frozenset({"elbow", "forearm", "knee", "shin"}),
    "feather": frozenset({"elbow", "forearm", "fist", "knee", "shin"}),
    "trace": frozenset({"elbow", "forearm", "knee", "shin"}),
    "cup": frozenset({"elbow", "forearm", "fist", "knuckles", "knee", "shin", "thumb", "foot"}),
    "pluck": _BLUNT,
}
_STRIKING = frozenset({"elbow", "forearm", "knee", "shin", "foot", "thumb"})
_NAMED_AFTER = frozenset({"palm", "thumb", "finger", "forearm", "knuckle", "elbow", "knee", "foot"})
_HARD_WORDS = """
    stone hot_stone warm_stone cold_stone marble_stone bamboo roller rolling_pin foam_roller gua_sha_edge spoon ball
    tennis_ball spiky_ball
"""
_HARD_THINGS = frozenset(_HARD_WORDS.split())


@rule(
    code="ML206",
    severity=Severity.WARNING,
    message="`{verb}` cannot be done with the {tool}.",
    hint="Use {usual}, or another technique: `press`, `stroke`.",
    bad="""
        wring «elbows» over thigh
        """,
    good="""
        wring both over thigh
        """,
)
def tool_that_cannot(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """To lift or wring takes a hand that closes, to hack a loose hand; an elbow can do neither.

    A technique that is named after its tool, such as `thumb_press`, is done with that tool.
    """
    for act in plan.acts():
        if act.technique is not None and act.tools_written and act.understood:
            wrong = _wrong(act, act.technique)
            if wrong is not None:
                word = wrong.implement.id if wrong.implement else wrong.part
                arguments = (
                    ("verb", act.technique.id),
                    ("tool", word.replace("_", " ")),
                    ("usual", _usual(act.technique)),
                )
                yield Finding(kind, spot_of(plan, act.spot, _pattern(word)), arguments)


def _wrong(act: Act, technique: Technique) -> Tool | None:
    """The tool with which an act cannot be done; nothing where another tool of it can do the work."""
    if not act.tools or not all(_cannot(tool, technique) for tool in act.tools):
        return None
    return act.tools[0]


def _cannot(tool: Tool, technique: Technique) -> bool:
    if tool.implement is not None:
        return technique.id in _LIFTING and tool.implement.id in _HARD_THINGS
    if tool.part == "hand":
        return False
    if tool.part in _CANNOT.get(technique.id, ()):
        return True
    if technique.family == "percussion" and tool.part in _STRIKING and tool.part not in technique.tools:
        return True
    first = technique.id.split("_")[0]
    named = first in _NAMED_AFTER and first != technique.id
    return named and tool.part not in technique.tools and tool.part.rstrip("s") != first


def _pattern(word: str) -> str:
    if word == "foot":
        return r"\b(?:foot|feet)\b"
    return rf"\b{word.rstrip('s').replace('_', '[ _]')}s?\b"


def _usual(technique: Technique) -> str:
    names = [f"`{tool}`" for tool in technique.tools[:3]] or ["a hand"]
    return " or ".join(names)
