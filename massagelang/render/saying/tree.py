"""A part of the plan as paragraphs: what is repeated, done on both sides or chosen is said once.

A look back (`do this three times`) always means the paragraph in which it stands; where that cannot be, what belongs
together is set in by one step and announced before.
"""

from __future__ import annotations

from collections.abc import Sequence

from massagelang.plan.model import Act, Aside, Call, Choice, Each, Gap, Mark, Planned, Repeat, Sides, Together, parts_of
from massagelang.plan.model import Sequence as Row
from massagelang.render.saying import numbers
from massagelang.render.saying.acts import act_sentences, tail_sentences
from massagelang.render.saying.again import look_back, side_again
from massagelang.render.saying.groups import aside, at_once, chosen, in_turn, lead
from massagelang.render.saying.paragraphs import Paragraph, announced, flat, is_plain, is_single, paragraph, set_in
from massagelang.render.saying.voice import Voice, sentence

_MOST_AT_ONCE = 2


def told(part: Planned, voice: Voice) -> list[Paragraph]:
    """A part as paragraphs, with the words behind it; nothing for what is only timed."""
    said = _told(part, voice)
    tails = [] if isinstance(part, Act) else tail_sentences(part.tails, voice)
    if len(said) == 1:
        return paragraph([*said[0].sentences, *tails], said[0].depth)
    return [*said, *paragraph(tails)]


def _told(part: Planned, voice: Voice) -> list[Paragraph]:
    match part:
        case Row():
            return _row(list(flat(part)), voice)
        case Repeat():
            return _repeat(part, voice)
        case Sides():
            return _sides(part, voice)
        case Each(members=members, targets=targets):
            return in_turn(part, told(members[0], voice.about(targets[0])) if members else [], voice)
        case Call(body=body):
            return told(body, voice)
        case Choice(options=options):
            led = voice.led_by(lead("or", voice)) if all(map(is_single, options)) else voice
            return chosen(part, [told(one, voice if one is options[0] else led) for one in options], voice)
        case Aside(body=body, kind=kind):
            return aside(part, told(body, voice.led_by(lead(kind, voice)) if is_single(body) else voice), voice)
        case Together():
            return at_once(part, _members(part, voice), voice)
        case _:
            return paragraph(_leaf(part, voice))


def _members(part: Together, voice: Voice) -> list[list[Paragraph]]:
    """What is done at once; all but what is told first follows other words."""
    led = voice.led_by(lead("together_then", voice)) if all(map(is_plain, part.members)) else voice
    asks = any(isinstance(one, Act) and one.person == "receiver" for one in part.members)
    return [told(one, led if asks or one is not part.members[0] else voice) for one in part.members]


def _leaf(part: Planned, voice: Voice) -> list[str]:
    match part:
        case Act():
            return act_sentences(part, voice)
        case Gap(text=text):
            return [sentence(voice.say("acts", "gap" if text else "gap_bare", text=text))]
        case Mark():
            return [_mark(part, voice)]
        case _:
            return []


def _mark(part: Mark, voice: Voice) -> str:
    clock, tolerance = numbers.duration(part.clock, voice), numbers.duration(part.tolerance, voice)
    key = "mark_about" if part.tolerance else "mark"
    return sentence(voice.say("acts", key, time=clock, tolerance=tolerance))


# ── in a row ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _row(parts: Sequence[Planned], voice: Voice) -> list[Paragraph]:
    """Plain parts share a paragraph; what is repeated, sided or called has its own."""
    paragraphs: list[Paragraph] = []
    open_: list[str] = []
    present = voice.after(())
    for part in parts:
        said = told(part, present)
        if _joins(part, said):
            open_.extend(words for one in said for words in one.sentences)
            present = voice.after(part.tools if isinstance(part, Act) else ())
        else:
            paragraphs += [*paragraph(open_), *said]
            open_, present = [], voice.after(())
    return [*paragraphs, *paragraph(open_)]


def _joins(part: Planned, said: Sequence[Paragraph]) -> bool:
    """Whether a part may share a paragraph: it is one itself, and nothing in it looks back over the whole."""
    match part:
        case Act() | Gap() | Mark():
            return True
        case Together(members=inside) | Choice(options=inside):
            return len(said) <= 1 and all(is_plain(member) for member in inside)
        case Aside(body=body):
            return len(said) <= 1 and is_single(body)
        case _:
            return False


# ── repeats and sides ─────────────────────────────────────────────────────────────────────────────────────────────


def _repeat(part: Repeat, voice: Voice) -> list[Paragraph]:
    body = told(part.passes[0], voice)
    if not body:
        return []
    if len(body) == 1:
        closing = look_back(part, "all_of_this" if _is_much(part, body[0]) else "this", voice)
        return paragraph([*body[0].sentences, *closing], body[0].depth)
    if part.reason in ("other_side", "swapped", "mirrored"):
        first = announced(voice.say("repeats", "block"), body)
        return [*first, *paragraph(look_back(part, "all_of_this", voice))]
    return [*paragraph(look_back(part, "the_following", voice)), *set_in(body)]


def _is_much(part: Repeat, body: Paragraph) -> bool:
    """Whether `this` could be taken for the last sentence only."""
    inside = list(parts_of(part.passes[0]))
    if any(isinstance(one, (Repeat, Sides, Each)) for one in inside):
        return True
    if part.reason not in ("count", "more", "time", "until"):
        return False
    return len(body.sentences) > _MOST_AT_ONCE or sum(map(_is_action, inside)) > 1


def _is_action(part: Planned) -> bool:
    """Gliding back belongs to the stroke before it."""
    return isinstance(part, Act) and part.technique is not None and part.technique.id != "return"


def _sides(part: Sides, voice: Voice) -> list[Paragraph]:
    body = told(part.first, voice)
    if not body:
        return []
    side = voice.say("at_side", part.first_side or "one")
    again = side_again(part, "all_of_this" if len(body) > 1 else "everything", voice)
    then = sentence(voice.say("groups", "sides_then", sentence=again))
    if len(body) == 1:
        first = sentence(voice.say("groups", "sides_first", side=side))
        return paragraph([first, *body[0].sentences, then], body[0].depth)
    return [*announced(voice.say("groups", "sides_block", side=side), body), *paragraph([then])]
