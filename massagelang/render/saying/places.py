"""Places of the receiver in words, each with its side."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from massagelang.plan.model import Basis, Target
from massagelang.render.saying.voice import Voice, listed, plain


def places(targets: Sequence[Target], voice: Voice) -> str:
    """`the right upper arm and shoulder`, `the upper back and the lower back`."""
    merged: list[str] = []
    before: Target | None = None
    for target in targets:
        words = place(target, voice)
        if before is not None and _same_lead(before, target, voice):
            words = _without_lead(words, voice)
        elif merged and len(targets) == _PAIR and " of " in words:
            merged[-1] = merged[-1].removesuffix(f" of {words.rpartition(' of ')[2]}")
        merged.append(words)
        before = target
    return listed(merged)


def _same_lead(before: Target, target: Target, voice: Voice) -> bool:
    """Whether two places share `the right`, so that it need not be said twice."""
    plain_ones = all(_is_plain(one, voice) for one in (before, target))
    return plain_ones and target.side == before.side and target.side in ("left", "right", "both")


def _is_plain(target: Target, voice: Voice) -> bool:
    named = target.region is not None and not voice.own("regions", target.region)
    more = target.part or target.within or target.clock or target.every or target.own
    return named and not more and not _is_it(target, voice)


def shared(words: Sequence[str]) -> list[str]:
    """`your right index finger` and `your right thumb` with whose and which said once, where all have it."""
    lead = next((lead for lead in _LEADS if all(one.startswith(lead) for one in words)), "")
    named = [one.removeprefix(lead) for one in words]
    if len(words) < _SEVERAL or not lead or any(" of " in one or " in " in one for one in named):
        return list(words)
    return [lead + named[0], *named[1:]]


_LEADS = ("your left ", "your right ", "the left ", "the right ")
_SEVERAL = 3
_PAIR = 2


def _without_lead(words: str, voice: Voice) -> str:
    for key in ("left", "right", "both", "none"):
        lead = voice.phrases.form("sides", key).partition("{")[0]
        if lead and words.startswith(lead):
            return words.removeprefix(lead)
    return words


def _is_it(target: Target, voice: Voice) -> bool:
    it = voice.it
    if it is None or not target.from_it or (it.side != target.side and (it.side or target.side_basis == Basis.WRITTEN)):
        return False
    return (target.region, target.part, target.within) == (it.region, it.part, it.within)


def place(target: Target, voice: Voice) -> str:
    """One place: `the right shoulder`, `the top of the arm`, `each other`; one's own in self-massage."""
    words = _place(target, voice)
    return _as_own(words) if voice.own_body and not target.special and target.region is not None else words


def _as_own(words: str) -> str:
    """`your right shoulder`, `the top of your arm`, `both your calves`."""
    for link in (" of the ", " the "):
        head, of, tail = words.rpartition(link)
        if of:
            return f"{head}{link.replace('the', 'your')}{tail}"
    for lead, own in (("the ", "your "), ("both ", "both your ")):
        if words.startswith(lead):
            return own + words.removeprefix(lead)
    return words


def _place(target: Target, voice: Voice) -> str:
    if target.special == "side":
        return voice.say("sides", f"{target.side}_alone")
    if target.special:
        return voice.say("sides", target.special)
    if _is_it(target, voice):
        return voice.say("sides", "it")
    if target.thing is not None:
        if said := voice.find("things_as_places", target.thing.id):
            return said
        several = voice.find("plurals", target.thing.id) or f"{plain(target.thing.id)}s"
        return voice.say("sides", "none", place=several if target.plural else plain(target.thing.id))
    if target.clock:
        return _clock(target, voice)
    if target.region is None:
        return ""
    if target.own:
        return _own(target, voice)
    if _is_of_it(target, voice) or _on_its_side(target, voice):
        target = evolve(target, side="")
    words = _part(target, voice) if target.part else _region(target, voice)
    nested = target.within is not None and target.within.region == target.region
    return words if nested or words.startswith("its ") else _within(target, words, voice)


def _is_of_it(target: Target, voice: Voice) -> bool:
    """`ball of it`: a place with a name of its own, on the side of `it`, which need not be said."""
    it, region = voice.it, target.region
    if it is None or not target.from_it or it.region is None or region is None or target.side != it.side:
        return False
    return region.id.endswith(f"_of_{it.region.id}")


def _on_its_side(target: Target, voice: Voice) -> bool:
    """`ankle` in `each foot`: its side is that of the foot it has come to, and was not written."""
    follows = target.side_basis == Basis.INFERRED and target.side in ("left", "right")
    return follows and voice.it is not None and target.side == voice.it.side


def _clock(target: Target, voice: Voice) -> str:
    hour = str(target.clock)
    if target.region is None:
        return voice.say("sides", "clock_alone", hour=hour)
    return voice.say("sides", "clock", hour=hour, place=place(evolve(target, clock=0), voice))


def _own(target: Target, voice: Voice) -> str:
    assert target.region is not None  # noqa: S101  (the caller looked)
    name, several = plain(target.region.id), plain(target.region.plural or target.region.id)
    if target.side in ("left", "right"):
        return voice.say("sides", f"own_{target.side}", place=name)
    key = "own_both" if target.paired and (target.plural or target.side == "both") else "own"
    return voice.say("sides", key, place=name, places=several)


def _within(target: Target, words: str, voice: Voice) -> str:
    outer = target.within
    if outer is None or outer.region is None:
        return words
    if _is_it(outer, voice) and words.startswith("the "):
        return voice.say("sides", "its", place=words.removeprefix("the "))
    long = target.region is not None and voice.own("regions", target.region)
    return voice.say("sides", "within_long" if long else "within", place=words, outer=place(outer, voice))


def _part(target: Target, voice: Voice) -> str:
    """A part of a region: the side belongs to the part if that has two, else to the region."""
    part = target.part
    assert part is not None  # noqa: S101  (the caller looked)
    several = voice.find("parts_plural", part.id) or f"{plain(part.id)}s"
    name = several if target.plural else plain(part.id)
    on_part = part.paired and not (target.region and target.region.paired)
    if _is_it(evolve(target, part=None, every=False, side="" if on_part else target.side), voice):
        side = target.side if on_part and target.side in ("left", "right") else ""
        return voice.say("sides", "its", place=f"{side} {name}".strip())
    side = "" if on_part or _said_around(target) else target.side
    if target.within is not None and target.within.region == target.region:
        return voice.say("sides", "part", part=name, place=place(target.within, voice))
    members = target.plural and target.region is not None and target.region.members  # the tips of the left fingers
    rest = evolve(target, part=None, within=None, every=False, side=side, plural=members)
    key = f"part_{target.side}" if on_part and target.side else "part_every" if target.every else "part"
    return voice.say("sides", key, part=name, parts=several, place=_region(rest, voice))


def _said_around(target: Target) -> bool:
    """Whether the wider place that is named too says the side already."""
    return target.within is not None and target.within.side == target.side


def _region(target: Target, voice: Voice) -> str:
    region = target.region
    assert region is not None  # noqa: S101  (the caller looked)
    side = "" if _said_around(target) else target.side
    own = voice.own("regions", region)
    if voice.of_a_person and side and voice.find("regions_of_person", region.id):
        own = voice.find("regions_of_person", region.id)
    if side == "both":
        return _both(target, voice)
    if own:
        return _of_side(own, side, every=target.every, voice=voice)
    name = plain(region.plural if target.plural and region.plural else region.id)
    if target.every:
        every = voice.say("sides", "every", place=f"{side} {name}" if side in ("left", "right") else name)
        return f"{every} {voice.say('at_side', side)}" if side in ("near", "far") else every
    return voice.say("sides", side or "none", place=name)


def _of_side(form: str, side: str, *, every: bool, voice: Voice) -> str:
    """A region's own words with its side: `the {side} side of the neck`."""
    if side in ("near", "far"):
        return voice.say("sides", side, place=voice.phrases.fill(form, "regions", side="").removeprefix("the "))
    if side in ("one", "other"):
        words = voice.phrases.fill(form, "regions", side=side)
        return words.replace("the one ", "one ", 1)
    words = voice.phrases.fill(form, "regions", side=voice.find("side_words", side) or side)
    return words.replace("the ", "each ", 1) if every else words


def _both(target: Target, voice: Voice) -> str:
    region = target.region
    assert region is not None  # noqa: S101  (the caller looked)
    own = region.prose_both or voice.find("regions_both", region.id)
    if own and not (target.plural and target.side_basis == Basis.INFERRED):
        return own
    if own and voice.own("regions", region):
        return own.replace("both ", "the ", 1)
    if not region.plural:
        return voice.say("sides", "both_of_plural", place=plain(region.id))
    key = "both" if target.side_basis == Basis.WRITTEN else "pair"
    return voice.say("sides", key, places=plain(region.plural))
