"""How an action is done: the words after it, looked up and put together (R9 orders them, the renderers say them)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from massagelang.plan.making import mistakes
from massagelang.plan.making.places import amount_of, note_unknown, offset_of, targets_of, ways_of
from massagelang.plan.making.scene import Desk, Findings, Scene
from massagelang.plan.making.tools import tools_of
from massagelang.plan.model import Basis, Hands, How, HowWord, Level, Target, Tool
from massagelang.plan.timing.time import time_of
from massagelang.syntax import ast
from massagelang.vocabulary import Manner, Technique


def how_of(hows: tuple[ast.How, ...], arms: int, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> How:
    """All hows of a statement as one; `arms` is how many arms do it."""
    how = How()
    _ask_for_one_of_each(hows, findings)
    for item in hows:
        how = _with(item, how, arms, hands, scene, desk, findings)
    return _levelled(how)


_STRIKES_AND_PACE = "Keep how often it strikes (`80/min`), and say how fast it travels by a word: `slow`."

_ONCE = {
    ast.ForTime: "A time",
    ast.Times: "A count",
    ast.Pressure: "A pressure",
    ast.Travel: "A way",
    ast.By: "A length",
    ast.Until: "An end",
    ast.Rate: "A rate",
}


def _ask_for_one_of_each(hows: tuple[ast.How, ...], findings: Findings) -> None:
    for index, item in enumerate(hows):
        what = _ONCE.get(type(item))
        if what and any(type(before) is type(item) for before in hows[:index]):
            travels = any(isinstance(one, ast.Rate) and one.unit == "cm/s" for one in hows)
            strikes = any(isinstance(one, ast.Rate) and one.unit != "cm/s" for one in hows)
            hint = _STRIKES_AND_PACE if what == "A rate" and travels and strikes else "Keep one of them."
            findings.add(mistakes.SAID_TWICE, item.span, what=what, hint=hint)


def _with(item: ast.How, how: How, arms: int, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> How:
    match item:
        case ast.Manner():
            word = _word(item, scene, desk, findings)
            return evolve(how, words=(*how.words, word)) if word else how
        case ast.Pressure():
            return evolve(how, pressure=evolve(_written_pressure(item), spot=scene.spot(item.span)))
        case ast.Times(count=count, each_way=each_way):
            return evolve(how, times=amount_of(count), each_way=each_way)
        case ast.ForTime(amount=amount):
            return evolve(how, for_time=time_of(amount), bound=amount.bound, each=amount.each)
        case ast.Until(text=text):
            return evolve(how, until=text)
        case ast.Breath(word=word):
            return evolve(how, breath=manner_of(word, desk, findings))
        case ast.Rate(value=value, unit=unit, high=high):
            middle = value if high is None else (value + high) / 2
            return evolve(how, rate=middle, rate_ends=(value, high or value), rate_unit=unit)
        case _:
            return _beside(item, how, arms, hands, scene, desk, findings)


def _beside(item: ast.How, how: How, arms: int, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> How:
    """Where to, with what, and where not."""
    match item:
        case ast.Except(places=places):
            return evolve(how, besides=targets_of(places, scene, desk, findings))
        case ast.Facing(places=places):
            return evolve(how, facing=targets_of(places, scene, desk, findings))
        case ast.Travel(path=path, step=step):
            return evolve(how, travel=ways_of(path, arms, scene, desk, findings), travel_step=offset_of(step))
        case ast.By(length=length):
            return evolve(how, by=offset_of(length))
        case ast.With(tools=tools):
            return _with_what(tools, how, hands, scene, desk, findings)
        case ast.Without(tools=tools):
            return evolve(how, without_tools=(*how.without_tools, *_names(tools, hands, scene, desk, findings)))
        case _:
            return how


def _word(item: ast.Manner, scene: Scene, desk: Desk, findings: Findings) -> HowWord | None:
    if joined := _written_apart(item, desk):
        hint = f"Write it as one word: `{joined}`."
        findings.add(mistakes.UNKNOWN_HOW, item.span, edit=joined, word=joined.replace("_", " "), hint=hint)
        return None
    manner = manner_of(item.word, desk, findings)
    to = manner_of(item.to, desk, findings) if item.to else None
    alternative = manner_of(item.alternative, desk, findings) if item.alternative else None
    breath = _breath_of(item.only_on, desk)
    only_on = () if breath else targets_of(item.only_on, scene, desk, findings)
    if manner is None:
        return None
    degree = item.degree.text if item.degree else ""
    going = tuple(word.text for word in item.only_going)
    return HowWord(manner, degree, to, alternative, item.each_time, only_on, going, breath, scene.spot(item.span))


_KEPT = {
    "leg": {"legs_bent": "kept_bent", "knees_bent": "kept_bent", "legs_straight": "kept_straight"},
    "arm": {"elbows_bent": "kept_bent", "elbows_straight": "kept_straight"},
}
"""Words that elsewhere tell of the giver, by the limb that is moved: there they are how that limb is kept."""

_BENDING = frozenset({"leg", "thigh", "lower_leg", "knee", "arm", "upper_arm", "forearm", "elbow"})
"""What one can call bent or straight itself; of a foot that is moved, it is the leg."""


def of_the_limb(how: How, moved: Target | None, desk: Desk) -> How:
    """`lift their leg, straight`, `pull their leg, knees_bent`: it is the limb that is so, not the way or the giver."""
    if moved is None:
        return how
    region = moved.region
    around = {one.id for one in desk.vocabulary.around(region)} if region else set()
    kept = {"straight": "kept_straight"}
    if region is not None and region.id in _BENDING:
        kept |= next((words for limb, words in _KEPT.items() if limb in around), {})
    elif "leg" in around:
        kept |= {"knees_bent": "legs_bent"}
    words = (evolve(one, manner=_instead(one.manner, kept, desk)) for one in how.words)
    return evolve(how, words=tuple(words), with_words=tuple(_instead(one, kept, desk) for one in how.with_words))


def _instead(manner: Manner, kept: Mapping[str, str], desk: Desk) -> Manner:
    return desk.vocabulary.manner(kept.get(manner.id, "")) or manner


def _written_apart(item: ast.Manner, desk: Desk) -> str:
    """`legs apart`: what says how in several words, of which one is a word of the grammar too, is written as one."""
    joined = "_".join((item.word.text, *(word.text for word in item.only_going)))
    known = desk.vocabulary.manner(joined) if item.only_going and not desk.vocabulary.manner(item.word.text) else None
    return joined if known is not None else ""


def _breath_of(places: tuple[ast.Place, ...], desk: Desk) -> Manner | None:
    """`firm on exhale`: what looks like a place is a phase of the breath."""
    word = places[0].region if len(places) == 1 else None
    found = desk.vocabulary.manner(word.text) if word else None
    return found if found is not None and found.kind == "breath" else None


def manner_of(word: ast.Word, desk: Desk, findings: Findings) -> Manner | None:
    """The how-word that is written; a finding when there is none."""
    manner = desk.vocabulary.manner(word.text)
    if manner is not None:
        return manner
    meant = desk.vocabulary.adverb(word.text)
    if meant is not None:
        findings.add(mistakes.ADVERB, word.span, edit=meant.id, safe=True, word=word.text, good=meant.id)
        return meant
    note_unknown(word, "manner", desk, findings)
    return None


def _with_what(written: ast.Tools, how: How, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> How:
    """`with both hands` names tools; `with body_weight` a how-word; `with warming_oil` a thing."""
    words: list[Manner] = []
    rest: list[ast.Tool] = []
    for item in written.choices[0]:
        manner = desk.vocabulary.manner(item.part.text) if item.implement and item.part else None
        if manner is not None:
            _ask_for_no_side(item, findings)
            words.append(manner)
        else:
            rest.append(item)
    tools: tuple[Tool, ...] = ()
    if rest:
        tools, _ = tools_of(ast.Tools((tuple(rest),), span=written.span), None, hands, scene, desk, findings)
    return evolve(how, with_words=(*how.with_words, *words), with_tools=(*how.with_tools, *tools))


def _ask_for_no_side(item: ast.Tool, findings: Findings) -> None:
    """`with left leg straight`: how a person is has no side."""
    if item.arm is not None and item.part is not None:
        limb = item.part.text.partition("_")[0]
        hint = f"Say it in a line of its own: `receiver straightens their {item.arm.text} {limb}`."
        if "bent" in item.part.text or "flexed" in item.part.text:
            hint = f"Say it in a line of its own: `receiver bends their {item.arm.text} {limb}`."
        findings.add(mistakes.NO_SIDES, item.arm.span, word=item.part.text, hint=hint)


def _names(written: ast.Tools, hands: Hands, scene: Scene, desk: Desk, findings: Findings) -> list[str]:
    """What `without` rules out: tools, things, or how-words such as pressure."""
    items = [item for choice in written.choices for item in choice if item.part]
    for item in items:
        known = item.part is not None and _may_be_left_out(item.part.text, desk)
        if not known:
            tools_of(ast.Tools(((item,),), span=item.span), None, hands, scene, desk, findings)
    return [item.part.text for item in items if item.part]


def _may_be_left_out(word: str, desk: Desk) -> bool:
    """`without pressure`, `without sliding`: what is no tool."""
    stem = word.removesuffix("ing")
    moves = stem != word and any(desk.vocabulary.technique(form) for form in (stem, f"{stem}e", stem[:-1]))
    return word == "pressure" or moves or desk.vocabulary.manner(word) is not None


def _written_pressure(item: ast.Pressure) -> Level:
    factor = 5 / item.scale
    if item.end is not None:
        return Level(item.start.low * factor, item.end.high * factor, Basis.WRITTEN, item.scale, ramp=True)
    return Level(item.start.low * factor, item.start.high * factor, Basis.WRITTEN, item.scale)


def _levelled(how: How) -> How:
    """The pressure that the words give, where no number was written."""
    if how.pressure is not None:
        return how
    for word in _general_first(how.words):
        if word.manner.kind == "pressure" and not word.manner.comparative and word.manner.value is not None:
            end = word.to or word.alternative or word.manner
            last = end.value if end.value is not None else word.manner.value
            level = Level(word.manner.value, last, Basis.WRITTEN, ramp=word.to is not None, spot=word.spot)
            return evolve(how, pressure=level)
    return how


def _general_first(words: tuple[HowWord, ...]) -> list[HowWord]:
    """Words for the whole action, firmest first among those that hold only somewhere or one way.

    One that alone holds only there says nothing of the rest.
    """
    general = [word for word in words if not _bounded(word)]
    bounded = [word for word in words if _bounded(word) and word.manner.kind == "pressure"]
    return general + (sorted(bounded, key=lambda word: -(word.manner.value or 0)) if len(bounded) > 1 else [])


def _bounded(word: HowWord) -> bool:
    return bool(word.only_on or word.only_going or word.only_during)


def pressure_of(how: How, technique: Technique | None) -> Level | None:
    """The pressure of an action: as written, else the technique's usual one as an estimate."""
    if how.pressure is not None:
        return how.pressure
    if technique is not None and technique.pressure is not None:
        return Level(technique.pressure, technique.pressure, Basis.ESTIMATED)
    return None
