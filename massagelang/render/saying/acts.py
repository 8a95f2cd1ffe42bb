"""One act as sentences: the command, how it is done, and the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from massagelang.phrases import frame_of, plural
from massagelang.plan.model import Act, Target, Tool, Way
from massagelang.render.saying import numbers
from massagelang.render.saying import tools as tool_words
from massagelang.render.saying.hows import pieces
from massagelang.render.saying.manners import ahead, how_word
from massagelang.render.saying.notices import Notice
from massagelang.render.saying.paths import as_diagonals, path
from massagelang.render.saying.people import drape, person, thing
from massagelang.render.saying.pieces import Piece, closed, of_the_whole
from massagelang.render.saying.places import places
from massagelang.render.saying.shortening import onward, tellings
from massagelang.render.saying.verbs import verb
from massagelang.render.saying.voice import Voice, inline, length, plain, sentence

_RESTING = ("on", "over")


def act_sentences(act: Act, voice: Voice) -> list[str]:
    """All that is said about an act: none for moves and resets."""
    if not act.said:
        return []
    said = [sentence(words) for words in _command(act, evolve(voice, doing=act))]
    return [*said, *tail_sentences(act.tails, voice)]


def tail_sentences(tails: Sequence[tuple[str, str]], voice: Voice) -> list[str]:
    """`why`, `note`, `caution`, `say` after a statement."""
    return [words_sentence(key, text, voice) for key, text in tails]


def words_sentence(key: str, text: str, voice: Voice) -> str:
    """A writer's own words: quoted when they are spoken, else after what they are."""
    words = voice.say("acts", key, text=text.strip() if key in ("say", "ask") else inline(text))
    return Notice(sentence(words), key)


def _command(act: Act, voice: Voice) -> list[str]:
    match act.kind:
        case "action":
            return _action(act, voice)
        case "placement":
            return _placement(act, voice)
        case "lift":
            return [voice.say("acts", "lift", tools=tool_words.tools(act.tools, voice))]
        case "pause":
            return [voice.say("acts", "pause", time=numbers.time(act.time, voice))]
        case "wait":
            return _wait(act, voice)
        case "stop":
            return [voice.say("acts", "stop")]
        case "words":
            return [words_sentence(act.verb, act.text, voice)]
        case "person":
            return closed(person(act, voice), pieces(act.how, (), evolve(voice, of_a_person=True)), voice)
        case "thing":
            return closed(thing(act, voice), pieces(act.how, (), voice), voice)
        case _:
            return closed(drape(act, voice), pieces(act.how, (), voice), voice)


def _wait(act: Act, voice: Voice) -> list[str]:
    if act.how.for_time is not None:
        return [voice.say("acts", "wait_for", time=numbers.time(act.how.for_time, voice, act.how.bound))]
    if act.how.until:
        return [voice.say("acts", "wait_until", text=inline(act.how.until))]
    return [voice.say("acts", "wait")]


# ── placements ────────────────────────────────────────────────────────────────────────────────────────────────────


def _placement(act: Act, voice: Voice) -> list[str]:
    resting = any(way.word in _RESTING for way in act.ways)
    command = voice.say(
        "acts",
        "place_on" if resting else "place_at",
        tools=tool_words.choices(act, voice),
        path=path(act.ways, voice, still=True),
    )
    each = (
        [Piece(voice.say("acts", "one_each"), voice.say("acts", "one_each_alone"))]
        if _one_each(act.tools, act.ways)
        else []
    )
    return closed(command, [*each, *pieces(act.how, act.tools, voice)], voice)


def _one_each(tools: Sequence[Tool], ways: Sequence[Way]) -> bool:
    """Two of a kind on two places, or on both of a pair: one on each (R10)."""
    targets = [target for way in ways for target in way.targets]
    two_places = len(targets) == 2 or (len(targets) == 1 and targets[0].side == "both" and not targets[0].part)
    return two_places and len(tools) == 1 and len(tools[0].limbs) == 2 and ways[-1].word == "on"


# ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _action(act: Act, voice: Voice) -> list[str]:
    before_path = ahead(act.how, voice)
    framed = _framed(_joint_first(act), voice)
    said = [*pieces(act.how, act.tools, voice, without=before_path)]
    first = list(framed.ahead)
    if _goes_on_from_before(act, voice):
        here, several = {"tool": plain(act.tools[0].part)}, plural(voice.phrases, act.tools[0].part)
        first.insert(0, voice.say("manner_forms", "left", tools=several))
        closing, alone = (voice.say("manner_forms", key, **here) for key in ("staying", "staying_alone"))
        said.append(Piece(closing, alone))
    if framed.onward:
        return [*first, *closed(framed.command, framed.onward, voice), *of_the_whole(said, voice)]
    return [*first, *closed(framed.command, said, voice)]


def _joint_first(act: Act) -> Act:
    """`rotate clockwise on left wrist`: the joint is what is turned, wherever it stands in the path."""
    if act.technique is None or act.technique.family != "moving":
        return act
    return evolve(act, ways=tuple(sorted(act.ways, key=lambda way: way.word != "on")))


def _goes_on_from_before(act: Act, voice: Voice) -> bool:
    """Whether a step begins with one of two forearms that lie on the body still; a hand may well move on."""
    tool = act.tools[0] if len(act.tools) == 1 else None
    if act is not voice.opening or tool is None or tool.part != "forearm" or not tool_words.are_said(act.tools):
        return False
    if tool.said not in ("one", "left", "right") or [limb.kind for limb in tool.limbs] != ["arm"]:
        return False
    return all(contact is not None and contact.part == tool.part for arm in act.before.arms for contact in arm)


@frozen
class _Framed:
    """An action as its command, with what stands before it and what goes on behind it."""

    command: str
    ahead: tuple[str, ...] = ()
    onward: tuple[Piece, ...] = ()


def _framed(act: Act, voice: Voice) -> _Framed:
    """The verb with its tools, place and path, in the fullest way that stays short."""
    technique = act.technique
    assert technique is not None  # noqa: S101  (an action without one is a gap)
    frame = _frame(act, voice)
    taken = _object(act, frame, voice)
    before_path = " ".join(how_word(word, voice) for word in ahead(act.how, voice))
    ways = as_diagonals(_shape_first(act.ways[1:] if taken else act.ways))
    still = technique.family in ("holding", "moving", "stretching") or act.moved is not None
    moved = act.moved or _held(act, voice)
    of = moved or (act.ways[0].targets[0] if taken else None)
    said_verb, after = verb(act, voice, of=of, bare=not tool_words.are_said(act.tools))
    slots = {
        "verb": said_verb,
        "after": after,
        "place": taken,
        "moved": _theirs([moved], act, voice) if moved is not None else "",
    }
    named = tool_words.choices(act, voice) if tool_words.are_said(act.tools) else ""
    use = voice.say("acts", "use", tools=named) if named and _apart(act, frame, voice) else ""
    for told in tellings(ways, voice, tools=bool(use)):
        apart = told.tools_apart
        tools = {"tools": "" if apart else named, "with_tools": "" if apart else _with_tools(act, voice)}
        said = " ".join(filter(None, (before_path, path(told.ways, voice, still=still))))
        command = voice.say("frames", frame, **slots, **tools, path=said)
        if length(command) <= voice.most_of_path or (told.onward and len(told.ways) <= 1):
            break
    first = filter(None, (use if told.tools_apart else "", told.ahead))
    return _Framed(command, tuple(first), tuple(onward(told, voice)))


def _apart(act: Act, frame: str, voice: Voice) -> bool:
    """Whether the tools may be told before, in a sentence of their own: what is done is then as clear without them."""
    technique = act.technique
    if technique is None or voice.find("with_always", technique.id) or tool_words.just_named(act.tools, voice):
        return False
    return "{with_tools}" in voice.phrases.form("frames", frame) or (frame == "tool" and technique.travels)


def _shape_first(ways: Sequence[Way]) -> list[Way]:
    """`in small circles` before the way, which it holds for from end to end."""
    several = len([way for way in ways if way.shape is None]) > 1
    return sorted(ways, key=lambda way: way.shape is None) if several else list(ways)


def _frame(act: Act, voice: Voice) -> str:
    technique = act.technique
    assert technique is not None  # noqa: S101  (an action without one is a gap)
    if act.moved is not None:
        return "moved_on" if frame_of(voice.phrases, technique) == "with" else "moved"
    if frame_of(voice.phrases, technique) == "flesh" and _held(act, voice):
        return "moved"
    if technique.id == "hold" and _grasps(act.ways, voice):
        return "place"
    frame = frame_of(voice.phrases, technique)
    if technique.id == "roll" and len(act.tools) > 1 and any(tool.part == "thumb" for tool in act.tools):
        return "flesh"  # what thumbs and fingers roll is the fold between them
    on_each_other = any(target.special == "each_other" for way in act.ways for target in way.targets)
    return "tool" if frame == "place" and on_each_other else frame


def _held(act: Act, voice: Voice) -> Target | None:
    """The limb that the tools have hold of; what is pulled is that, and not the flesh on it."""
    limbs = [limb for tool in act.tools for limb in tool.limbs]
    contacts = {contact for limb in limbs for contact in act.before.of(limb)}
    contact = next(iter(contacts)) if len(contacts) == 1 else None
    grasped = voice.phrases.form("lists", "grasped").split()
    if contact is None or not contact.grips or contact.target is None or contact.target.region is None:
        return None
    leads_away = all(way.word not in ("on", "over", "along", "") for way in act.ways)
    return contact.target if leads_away and contact.target.region.id in grasped else None


def _grasps(ways: Sequence[Way], voice: Voice) -> bool:
    """Whether a place is one that a hand closes on, an arm rather than a back."""
    grasped = voice.phrases.form("lists", "grasped").split()
    targets = ways[0].targets if ways and ways[0].word == "on" else ()
    return bool(targets) and all(target.region is not None and target.region.id in grasped for target in targets)


def _object(act: Act, frame: str, voice: Voice) -> str:
    """The place that is the object of the verb: `the right calf` in `knead the right calf`."""
    first = act.ways[0] if act.ways else None
    takes = frame == "place" and first is not None and first.word == "on" and not first.offset
    if first is not None and any(target.special == "each_other" or target.clock for target in first.targets):
        return ""
    return _theirs(first.targets, act, voice) if takes and first is not None else ""


def _theirs(targets: Sequence[Target], act: Act, voice: Voice) -> str:
    """Places as the object of a verb; whose hands they are is said where hands are held with hands."""
    words = places(targets, voice)
    alike = {target.region.id for target in targets if target.region} & {tool.part for tool in act.tools}
    if not alike or not tool_words.are_said(act.tools):
        return words
    for lead, key in (("both ", "theirs_both"), ("the ", "theirs")):
        if words.startswith(lead):
            return voice.say("sides", key, place=words.removeprefix(lead))
    return words


def _with_tools(act: Act, voice: Voice) -> str:
    if not tool_words.are_said(act.tools):
        return ""
    words = tool_words.choices(act, voice)
    technique = act.technique.id if act.technique else ""
    if voice.find("with_always", technique) and not act.also:
        return voice.say("with_always", technique, tools=words)
    several = len(act.tools) > 1 and voice.find("with", technique)
    return voice.say("with", technique if several else "with", tools=words)
