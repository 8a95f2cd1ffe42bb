"""ML460: work on what the routine says to avoid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from massagelang.diagnostic import Finding, Kind, Related, Severity
from massagelang.plan.model import Act, Avoided, Plan, Section, parts_of
from massagelang.rules.receiver.meeting import meeting, said_place
from massagelang.rules.receiver.work import things_of, touches, verb_of
from massagelang.rules.rule import rule
from massagelang.source import Spot


@rule(
    code="ML460",
    severity=Severity.ERROR,
    message="`{verb}` {meets} `{word}`, which `avoid:` names.",
    hint="Work elsewhere, write `except {word}`, or take it out of `avoid:`.",
    confidence="E",
    bad="""
        avoid: left knee
        knead both «over left knee»
        """,
    good="""
        avoid: left knee
        knead both over left thigh
        """,
)
def avoided_place(plan: Plan, kind: Kind) -> Iterator[Finding]:
    """What stands after `avoid:` is left alone, in the whole file or in the section or step in which it stands.

    Work on the place, and a hand that is laid there, is an error; a wider place with it inside is a warning, which
    `except` settles. Techniques, groups of them and things may be avoided as well: `avoid: percussion, hot_stone`.
    """
    if plan.avoided:
        yield from _broken(plan.avoided, touches(plan), plan, kind)
    for part in plan.parts():
        if isinstance(part, Section) and part.avoided:
            inside = {id(one) for one in parts_of(part.body)}
            yield from _broken(part.avoided, (act for act in touches(plan) if id(act) in inside), plan, kind)


def _broken(avoided: tuple[Avoided, ...], acts: Iterable[Act], plan: Plan, kind: Kind) -> Iterator[Finding]:
    for act in acts:
        for one in avoided:
            met = meeting(act, one.place, plan) if one.place else None
            if met is not None:
                severity = Severity.ERROR if met.aimed else Severity.WARNING
                yield _finding(kind, met.spot, (verb_of(act), met.how, said_place(met.place)), one, severity)
            elif one.place is None and _is(one.word, act, plan):
                yield _finding(kind, act.spot, (verb_of(act), "is or uses", one.word), one, Severity.ERROR)


def _finding(kind: Kind, spot: Spot, said: tuple[str, str, str], one: Avoided, severity: Severity) -> Finding:
    arguments = tuple(zip(("verb", "meets", "word"), said, strict=True))
    related = (Related(one.spot, "here it is to be avoided"),) if one.spot else ()
    return Finding(kind, spot, arguments, related=related, severity=severity)


def _is(word: str, act: Act, plan: Plan) -> bool:
    """Whether an act is, or uses, what a word other than a place names."""
    technique, thing = plan.vocabulary.technique(word), plan.vocabulary.implement(word)
    if act.technique is not None and (act.technique == technique or act.technique.family == word):
        return True
    return thing is not None and thing.id in things_of(act)
