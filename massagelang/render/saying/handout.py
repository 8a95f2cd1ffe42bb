"""A whole routine in words: its title, how long it takes, what is told beforehand, and its steps with their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from attrs import evolve, field, frozen

from massagelang.plan.model import Act, Aside, Basis, Plan, Planned, Repeat, Section, Sides, parts_of
from massagelang.plan.model import Sequence as Row
from massagelang.render.saying import numbers
from massagelang.render.saying.again import look_back, side_again
from massagelang.render.saying.page import Chapter, Page
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.properties import property_sentences
from massagelang.render.saying.tree import told
from massagelang.render.saying.variety import varied
from massagelang.render.saying.voice import Voice, sentence
from massagelang.vocabulary import Vocabulary

_AFTER = ("difficulty", "also", "aftercare")
"""Properties that are told when the step has been; the others come before."""


Tell = Callable[[Planned, Voice], list[Paragraph]]
"""How a part of a plan becomes paragraphs."""


def handout(plan: Plan, voice: Voice, tell: Tell = told) -> Page:
    """The words of a whole plan; `tell` says how its parts become paragraphs."""
    writer = _Writer(plan.vocabulary, voice, tell, any_skin=plan.property("skin") == ("any",))
    first, headed = _divided(plan.body.body if isinstance(plan.body, Section) else plan.body)
    chapters = tuple(chapter for part in headed for chapter in writer.chapters(part))
    opening = property_sentences(plan.properties, plan.vocabulary, voice)
    paragraphs = (*_as_paragraph(opening), *writer.told_in_row(first, voice))
    told_later = plan.property("session") or not (plan.title or chapters)
    time = _whole_time(plan, voice) if plan.time.ideal and not told_later else ""
    return Page(
        plan.title,
        time,
        tuple(varied(paragraphs, voice)),
        chapters,
        milliseconds=plan.time.ideal,
        language=voice.phrases.language,
    )


def _whole_time(plan: Plan, voice: Voice) -> str:
    time = plan.time
    written = time.basis == Basis.WRITTEN and not time.open
    words = numbers.time(time, voice) if written else numbers.about(time.ideal, voice)
    return sentence(voice.say("headings", "whole", time=words))


def _divided(body: Planned) -> tuple[list[Planned], list[Planned]]:
    """What stands before the first heading, and the headings."""
    parts = list(body.parts) if isinstance(body, Row) and any(map(_section, body.parts)) else [body]
    return [part for part in parts if not _section(part)], [part for part in parts if _section(part)]


def _section(part: Planned) -> Section | None:
    if isinstance(part, Aside) and isinstance(part.body, Section):
        return part.body
    return part if isinstance(part, Section) else None


def _as_paragraph(sentences: Sequence[str]) -> tuple[Paragraph, ...]:
    said = tuple(words for words in sentences if words)
    return (Paragraph(said),) if said else ()


# ── headings ──────────────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class _Writer:
    """Writes the chapters of one plan, numbering its steps."""

    vocabulary: Vocabulary
    voice: Voice
    tell: Tell
    any_skin: bool
    numbers_of_steps: Iterator[int] = field(factory=lambda: count(1))

    def told_in_row(self, parts: Sequence[Planned], voice: Voice) -> list[Paragraph]:
        return [paragraph for part in parts for paragraph in self.tell(part, voice)]

    def chapters(self, part: Planned) -> Iterator[Chapter]:
        voice, section = self.voice, _section(part)
        assert section is not None  # noqa: S101  (only headings come here)
        body, around = _unwrapped(section.body, voice)
        first, headed = _divided(body)
        properties = [self.of_step(item) for item in section.properties if item[0] not in _AFTER]
        later = [item for item in section.properties if item[0] in _AFTER]
        before = [*_heading_sentences(section, voice), *around, *property_sentences(properties, self.vocabulary, voice)]
        after = property_sentences(later, self.vocabulary, voice)
        opened = evolve(voice, opening=_first_act(first))
        paragraphs = (*_as_paragraph(before), *self.told_in_row(first, opened), *_as_paragraph(after))
        yield self.chapter(section, tuple(varied(paragraphs, voice)))
        for inner in headed:
            yield from self.chapters(inner)

    def of_step(self, item: tuple[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
        """A property of a step; bare skin is only the better choice where the whole may be done through clothes."""
        return ("skin", ("bare_where_any",)) if self.any_skin and item == ("skin", ("bare",)) else item

    def chapter(self, section: Section, paragraphs: tuple[Paragraph, ...]) -> Chapter:
        if section.level != "step":
            return Chapter(section.level, section.title, paragraphs, part=section)
        number = next(self.numbers_of_steps)
        heading = self.voice.say("headings", "numbered", number=str(number), title=section.title)
        return Chapter(section.level, heading, paragraphs, number, section.title, section)


def _time_of_each(body: Planned, voice: Voice) -> Iterator[str]:
    """`take 15 minutes for each side`: what the heading gives to each side or time."""
    inside = body.passes[0] if isinstance(body, Repeat) else body
    sided = isinstance(inside, Sides)
    once = inside.first if isinstance(inside, Sides) else inside
    if once is not body and once.budget is not None:
        time = numbers.time(once.budget, voice, once.bound)
        yield voice.say("headings", "budget_side" if sided else "budget_each", time=time)


def _first_act(parts: Sequence[Planned]) -> Act | None:
    inside = (one for part in parts for one in parts_of(part))
    return next((one for one in inside if isinstance(one, Act) and one.said), None)


def _unwrapped(body: Planned, voice: Voice) -> tuple[Planned, list[str]]:
    """What stands under a section that is done several times or on both sides, and the sentences that say so."""
    said: list[str] = []
    while isinstance(body, (Repeat, Sides)) and any(isinstance(part, Section) for part in parts_of(body)):
        if isinstance(body, Sides):
            side = voice.say("at_side", body.first_side or "one")
            again = side_again(body, "all_of_this", voice)
            said.append(sentence(voice.say("headings", "section_sides", side=side)))
            said.append(sentence(voice.say("headings", "section_again", sentence=again)))
            body = body.first
        else:
            said += look_back(body, "this_section", voice)
            body = body.passes[0]
    return body, said


def _heading_sentences(section: Section, voice: Voice) -> list[str]:
    """What a heading says about its step: `take 5 minutes for this`."""
    said = []
    step = "" if section.level == "step" else "_section"
    if section.variant:
        said.append(voice.say("headings", f"variant{step}", name=section.variant))
    if section.optional:
        said.append(voice.say("headings", f"optional{step}"))
    if section.budget is not None and not section.rest_of_time:
        said.append(voice.say("headings", "budget", time=numbers.time(section.budget, voice)))
    said += _time_of_each(section.body, voice)
    if section.rest_of_time:
        said.append(voice.say("headings", "rest_of_time"))
    return [sentence(words) for words in said]
