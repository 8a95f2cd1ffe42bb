"""What is done place after place, at once, by choice or only if: given what its parts say."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from massagelang.plan.model import Aside, Choice, Each, Target, Together
from massagelang.render.saying.paragraphs import Paragraph, announced, is_plain, is_single, paragraph, set_in
from massagelang.render.saying.places import place, shared
from massagelang.render.saying.voice import Voice, inline, length, listed, lowered, sentence
from massagelang.vocabulary import Region

_MOST_PLACES = 5
_FEW = 2

Told = list[Paragraph]


def in_turn(part: Each, body: Told, voice: Voice) -> Told:
    """`each toe { … }`: the places, then what is done with each of them."""
    if not body:
        return []
    here, ends, alone = named(part.targets, voice), "", _alone(part.targets)
    if part.backward:
        here, ends = _backward(part, voice)
    opening = _opening(part.targets, here, ends, voice)
    if len(body) == 1:
        first, *rest = body[0].sentences
        whole = sentence(voice.say("groups", f"each{alone}", places=here, sentence=lowered(first)))
        if length(whole) <= voice.most_words and ":" not in first and not ends:
            return paragraph([whole, *rest], body[0].depth)
        return paragraph([*opening, *body[0].sentences], body[0].depth)
    return [*paragraph(opening), *set_in(body)]


def _backward(part: Each, voice: Voice) -> tuple[str, str]:
    """The places that are taken from the last to the first, and both ends where their order is not plain."""
    here = named(part.targets[::-1], voice)
    first, last = part.targets[0], part.targets[-1]
    if here == _listed(part.targets[::-1], voice) or first.region == last.region:
        return _listed(part.targets, voice), ""
    ends = [place(evolve(target, within=None, side=""), voice) for target in (first, last)]
    return here, voice.say("groups", "each_backward", first=ends[0], second=ends[1])


def _alone(targets: Sequence[Target]) -> str:
    """The ending of the form for a single place: there is no turn to take."""
    return "_alone" if len(targets) == 1 and not _are_several(targets[0]) else ""


def _are_several(target: Target) -> bool:
    """Whether one word stands for several of a kind that have no names: the webs of the fingers."""
    return target.region is not None and target.region.members


def _opening(targets: Sequence[Target], here: str, ends: str, voice: Voice) -> list[str]:
    """The places in one sentence, or in several where there are many; then in which order they are taken."""
    whole = sentence(voice.say("groups", f"each_block{_alone(targets)}", places=here))
    if length(whole) <= voice.most_words:
        return [whole, sentence(ends)]
    short = sentence(voice.say("groups", "each_taken", places=here))
    if length(short) <= voice.most_words:
        return [short, sentence(ends)]
    rows = [targets[start : start + _MOST_PLACES] for start in range(0, len(targets), _MOST_PLACES)]
    taken = [sentence(voice.say("groups", "each_go_on", places=_listed(row, voice))) for row in rows]
    return [sentence(voice.say("groups", "each_begin")), *taken]


def named(targets: Sequence[Target], voice: Voice) -> str:
    """`each toe of the left foot`, `each foot`, or the places one by one."""
    first = targets[0]
    if len(targets) == 1 and _are_several(first):
        return place(evolve(first, every=True), voice)
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
        return listed(shared([place(target, voice) for target in targets]))
    inner = [place(evolve(target, within=None, side=""), voice) for target in targets]
    return voice.say("sides", "within", place=listed(inner), outer=place(outer, voice))


def at_once(part: Together, members: Sequence[Told], voice: Voice) -> Told:
    """`together { … }`: what is asked of the receiver first, and the rest in one sentence where it stays short."""
    said = [member[0].sentences for member in members if len(member) == 1]
    if not all(map(is_plain, part.members)) or len(said) < len([member for member in members if member]):
        items = [item for member in members for item in _as_one(member)]
        return announced(voice.say("groups", "together_block"), items)
    asked = [] if voice.own_body else [sentences for sentences in said if _asks(sentences, voice)]
    if len(asked) == 1 and len(said) > 1:
        rest = [sentences for sentences in said if sentences is not asked[0]]
        return paragraph([*asked[0], *_meanwhile("as_asked", rest, voice)])
    if [len(sentences) for sentences in said] == [1, 1]:
        first, second = (sentences[0].removesuffix(".") for sentences in said)
        both = sentence(voice.say("groups", "together", first=first, second=lowered(second)))
        if voice.joins and length(both) <= voice.most_words:
            return paragraph([both])
    if len(said) > _FEW and not _joined(said[1:], voice.led_by(lead("together_then", voice))):
        return announced(voice.say("groups", "together_block"), [item for member in members for item in member])
    return paragraph([*said[0], *_meanwhile("together_then", said[1:], voice)] if said else [])


def _asks(sentences: Sequence[str], voice: Voice) -> bool:
    """Whether a member asks the receiver to do something."""
    return sentences[0].startswith(sentence(voice.say("acts", "receiver", deed="")).removesuffix("."))


def _meanwhile(key: str, rest: Sequence[Sequence[str]], voice: Voice) -> list[str]:
    """The members that go along with the first: joined where they are short, else one after the other."""
    joined = _joined(rest, voice.led_by(lead(key, voice)))
    if joined:
        return [_led(key, joined, voice)]
    led = [key, *["together_then"] * len(rest)]
    return [words for own, (first, *more) in zip(led, rest, strict=False) for words in (_led(own, first, voice), *more)]


def _joined(rest: Sequence[Sequence[str]], voice: Voice) -> str:
    """Members of one sentence each as one, as long as it stays short; words to be spoken stay by themselves."""
    if any(len(sentences) > 1 or ":" in sentences[0] for sentences in rest) and len(rest) > 1:
        return ""
    words = listed([lowered(sentences[0]).removesuffix(".") for sentences in rest if len(sentences) == 1])
    return (
        words if len(rest) == len([one for one in rest if len(one) == 1]) and length(words) <= voice.most_words else ""
    )


def lead(key: str, voice: Voice) -> str:
    """The words that lead into a sentence: `at the same time,`, `or`, `if you like,`."""
    return voice.say("groups", key, sentence="", text="")


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
