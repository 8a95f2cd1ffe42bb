"""What is done place after place, at once, by choice or only if: given what its parts say."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from massagelang.plan.model import Aside, Choice, Each, Target, Together
from massagelang.render.saying.paragraphs import Paragraph, announced, is_plain, is_single, paragraph, set_in
from massagelang.render.saying.places import place
from massagelang.render.saying.voice import Voice, inline, length, listed, lowered, sentence
from massagelang.vocabulary import Region

_MOST_WORDS = 24
_MOST_PLACES = 5

Told = list[Paragraph]


def in_turn(part: Each, body: Told, voice: Voice) -> Told:
    """`each toe { … }`: the places, then what is done with each of them."""
    if not body:
        return []
    here, alone = _in_order(part, voice), _alone(part.targets)
    if len(body) == 1:
        first, *rest = body[0].sentences
        whole = sentence(voice.say("groups", f"each{alone}", places=here, sentence=lowered(first)))
        if length(whole) <= _MOST_WORDS and ":" not in first:
            return paragraph([whole, *rest], body[0].depth)
        return paragraph([*_opening(part.targets, here, voice), *body[0].sentences], body[0].depth)
    return [*paragraph(_opening(part.targets, here, voice)), *set_in(body)]


def _in_order(part: Each, voice: Voice) -> str:
    """The places; with both ends where they are taken from the last to the first."""
    if not part.backward:
        return _named(part.targets, voice)
    here = _named(part.targets[::-1], voice)
    first, last = part.targets[0], part.targets[-1]
    if here == _listed(part.targets[::-1], voice) or first.region == last.region:
        return _listed(part.targets, voice)
    ends = [place(evolve(target, within=None, side=""), voice) for target in (first, last)]
    return voice.say("groups", "each_backward", places=here, first=ends[0], second=ends[1])


def _alone(targets: Sequence[Target]) -> str:
    """The ending of the form for a single place: there is no turn to take."""
    return "_alone" if len(targets) == 1 else ""


def _opening(targets: Sequence[Target], here: str, voice: Voice) -> list[str]:
    """The places in one sentence, or in several where there are many."""
    whole = sentence(voice.say("groups", f"each_block{_alone(targets)}", places=here))
    if length(whole) <= _MOST_WORDS:
        return [whole]
    rows = [targets[start : start + _MOST_PLACES] for start in range(0, len(targets), _MOST_PLACES)]
    taken = [sentence(voice.say("groups", "each_go_on", places=_listed(row, voice))) for row in rows]
    return [sentence(voice.say("groups", "each_begin")), *taken]


def _named(targets: Sequence[Target], voice: Voice) -> str:
    """`each toe of the left foot`, `each foot`, or the places one by one."""
    first = targets[0]
    outside = {(target.side, target.part, target.within) for target in targets}
    if len(targets) > 1 and len({evolve(target, side="") for target in targets}) == 1:
        return place(evolve(first, side="", every=True), voice)
    kind, left_out = _kind(targets, voice) if len(outside) == 1 else (None, [])
    if kind is None:
        return _listed(targets, voice)
    side = "" if first.side == "both" else first.side
    here = place(evolve(first, region=kind, side=side, every=True), voice)
    if not left_out:
        return here
    others = listed([place(Target(region), voice) for region in left_out])
    return voice.say("groups", "each_except", places=here, more=others)


def _kind(targets: Sequence[Target], voice: Voice) -> tuple[Region | None, list[Region]]:
    """What the places are all members of (toes), and the members that are left out; nothing if those are more."""
    words, regions = voice.words, [target.region for target in targets]
    around = {region.within if region is not None else "" for region in regions}
    kind = words.region(around.pop()) if words is not None and len(around) == 1 else None
    if words is None or kind is None or not kind.members:
        return None, []
    left_out = [region for region in words.children(kind) if region not in regions]
    return (kind, left_out) if len(left_out) < len(regions) else (None, [])


def _listed(targets: Sequence[Target], voice: Voice) -> str:
    """The places; what they all lie in is said once: `the big toe and the second toe of the left foot`."""
    outer = targets[0].within
    if outer is None or len({(target.within, target.side) for target in targets}) > 1:
        return listed([place(target, voice) for target in targets])
    inner = [place(evolve(target, within=None, side=""), voice) for target in targets]
    return voice.say("sides", "within", place=listed(inner), outer=place(outer, voice))


def at_once(part: Together, members: Sequence[Told], voice: Voice) -> Told:
    """`together { … }`: one sentence where it stays short, else one after the other with `at the same time`."""
    if not all(map(is_plain, part.members)):
        items = [item for member in members for item in _as_one(member)]
        return announced(voice.say("groups", "together_block"), items)
    said = [member[0].sentences for member in members if member]
    if [len(sentences) for sentences in said] == [1, 1]:
        first, second = (sentences[0].removesuffix(".") for sentences in said)
        both = sentence(voice.say("groups", "together", first=first, second=lowered(second)))
        if length(both) <= _MOST_WORDS:
            return paragraph([both])
    sentences = list(said[0]) if said else []
    for first, *rest in said[1:]:
        sentences += [_led("together_then", first, voice), *rest]
    return paragraph(sentences)


def _led(key: str, words: str, voice: Voice, text: str = "") -> str:
    """A sentence after words that lead into it: `or stroke …`, `if it is tight, knead …`."""
    return sentence(voice.say("groups", key, sentence=lowered(words), text=text))


def chosen(part: Choice, options: Sequence[Told], voice: Voice) -> Told:
    """Lines that begin with `or`: a sentence each, or each set in."""
    if all(map(is_single, part.options)) and all(options):
        sentences = list(options[0][0].sentences)
        for option in options[1:]:
            first, *rest = option[0].sentences
            sentences += [_led("or", first, voice), *rest]
        return paragraph(sentences)
    return announced(voice.say("groups", "or_block"), [item for option in options for item in _as_one(option)])


def _as_one(option: Told) -> Told:
    """One of several: its first paragraph as it is, the rest set in below it."""
    return [*option[:1], *set_in(option[1:])]


def aside(part: Aside, body: Told, voice: Voice) -> Told:
    """`optional`, `if`, `whenever`: words that lead into the sentence, or into what is set in."""
    if not body:
        return []
    text = inline(part.text)
    if is_single(part.body):
        first, *rest = body[0].sentences
        return paragraph([_led(part.kind, first, voice, text), *rest])
    return announced(voice.say("groups", f"{part.kind}_block", text=text), body)
