"""One line a step, for the wall: all that the handout says, in as few words as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from massagelang.phrases import load_short
from massagelang.plan.model import Act, Aside, Call, Choice, Each, Plan, Planned, Repeat, Sides, Together
from massagelang.plan.model import Sequence as Row
from massagelang.render.saying.acts import tail_sentences
from massagelang.render.saying.again import look_back, side_again
from massagelang.render.saying.groups import named
from massagelang.render.saying.handout import handout
from massagelang.render.saying.notices import kind_of
from massagelang.render.saying.page import Chapter, Page
from massagelang.render.saying.paragraphs import Paragraph, flat
from massagelang.render.saying.tree import told
from massagelang.render.saying.voice import Voice, inline, lowered, sentence


def page(plan: Plan, voice: Voice) -> Page:
    """A plan as a card."""
    short = evolve(voice, phrases=load_short(voice.phrases.language))
    told_so = handout(plan, short, lambda part, present: [Paragraph(tuple(_parts(part, present)))])
    opening = [Paragraph((_line(_sentences(told_so.paragraphs), short),))] if told_so.paragraphs else []
    chapters = tuple(_gathered(told_so.chapters, short)) if told_so.chapters else ()
    legend = Chapter("closing", "", tuple(_legend(opening, chapters, short)))
    time = told_so.time.removesuffix(".")
    return evolve(told_so, time=time, paragraphs=tuple(opening), chapters=(*chapters, legend))


def _legend(opening: Iterable[Paragraph], chapters: Iterable[Chapter], voice: Voice) -> Iterator[Paragraph]:
    """What the signs mean, of those that are on the card."""
    lines = (*opening, *(one for chapter in chapters for one in chapter.paragraphs))
    words = {word.strip("(),") for words in _sentences(lines) for word in words.split()}
    used = [text for sign, text in voice.phrases.tables["legend"].items() if set(sign.split()) & words]
    if used:
        yield Paragraph((" ".join(sentence(voice.phrases.fill(text, "legend", person=voice.person)) for text in used),))


def _gathered(chapters: Iterable[Chapter], voice: Voice) -> Iterator[Chapter]:
    """Steps as lines under their section, or under none."""
    under = Chapter("steps", "", ())
    for one in chapters:
        words = _line(_sentences(one.paragraphs), voice)
        if one.level == "step":
            line = Paragraph((one.heading, words), kind="line")
            under = evolve(under, paragraphs=(*under.paragraphs, line))
            continue
        if under.heading or under.paragraphs:
            yield under
        under = evolve(one, paragraphs=(Paragraph((words,)),) if words else ())
    yield under


def _sentences(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [words for one in paragraphs for words in one.sentences]


def _line(said: Sequence[str], voice: Voice) -> str:
    line = voice.phrases.form("card", "between").join(map(_clause, filter(None, said)))
    for long, short in voice.phrases.tables["joined"].items():
        line = line.replace(long, short)
    return line


def _clause(words: str) -> str:
    """A sentence as a clause: no capital and no period; a writer's own words keep theirs."""
    if kind_of(words):
        return words.removesuffix(".") if "“" in words else lowered(inline(words))
    return lowered(words.removesuffix("."))


def _parts(part: Planned, voice: Voice) -> list[str]:
    """A part as clauses, with the words behind it."""
    said = _said(part, voice)
    own = isinstance(part, Repeat | Sides | Choice | Aside | Together | Each | Call)
    return [*said, *(tail_sentences(part.tails, voice) if own else [])]


def _said(part: Planned, voice: Voice) -> list[str]:
    match part:
        case Row():
            return _row(part, voice)
        case Call(body=body):
            return _parts(body, voice)
        case Repeat():
            return _again(part, voice)
        case Sides(first=first):
            then = _clause(side_again(part, "everything", voice))
            return [*_parts(first, voice), voice.say("card", "then", text=then)]
        case Each(members=members, targets=targets):
            said = _parts(members[0], voice.about(targets[0])) if members else []
            return [voice.say("card", "each", places=named(targets, voice), text=_one(said, voice))] if said else []
        case Choice(options=options):
            return [_joined("or", [_parts(one, voice) for one in options], voice)]
        case Together(members=members):
            return [_joined("together", [_parts(one, voice) for one in members], voice)]
        case Aside(kind=kind, body=body):
            return [voice.say("card", kind, how=inline(part.text), text=_one(_parts(body, voice), voice))]
        case _:
            return [words for one in told(part, voice) for words in one.sentences]


def _row(part: Row, voice: Voice) -> list[str]:
    """Parts in a row; tools that were just named are not named again."""
    said: list[str] = []
    present = voice.after(())
    for one in flat(part):
        said += _parts(one, present)
        present = voice.after(one.tools if isinstance(one, Act) else ())
    return said


def _again(part: Repeat, voice: Voice) -> list[str]:
    body = _parts(part.passes[0], voice)
    if not body:
        return []
    again = _line(look_back(part, "this", voice), voice)
    if part.reason in ("other_side", "swapped", "mirrored"):
        return [*body, again]
    return [voice.say("card", "again", text=_one(body, voice), repeat=again)]


def _one(said: Sequence[str], voice: Voice) -> str:
    """Clauses as one, in brackets where they are several."""
    line = _line(said, voice)
    return voice.say("card", "many", text=line) if len(said) > 1 else line


def _joined(key: str, members: Sequence[Sequence[str]], voice: Voice) -> str:
    return voice.phrases.form("card", key).join(_one(one, voice) for one in members if one)
