"""A therapist's note: techniques in the short words of the trade, regions with sides, minutes and pressure.

What is the matter with the receiver stands in it only where that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from massagelang.plan.making.receiver import told_of
from massagelang.plan.model import Act, Basis, Plan, Target
from massagelang.plan.tally import times_done
from massagelang.render.saying.page import Page
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.saying.voice import Voice, inline, plain
from massagelang.vocabulary import Condition, Region

_ENDS = ("from", "to", "toward", "away_from", "past", "off", "against", "into")
"""Ways that only lead from or to a place."""

_ON = ("on", "over", "along", "across", "")
"""Ways on the spine itself; all others are beside it."""

_SECONDS_UP_TO = 90


_Done = Sequence[tuple[Act, float]]
"""Acts of one technique, each with how many times it was done."""


def page(plan: Plan, voice: Voice) -> Page:
    """A plan as a note of one line, with what was asked for and home care in lines of their own."""
    fields = [
        *_conditions(plan, voice),
        (voice.say("soap", "plan"), _done(plan, voice)),
        *((voice.say("soap", "care"), inline(value)) for value in plan.property("aftercare")),
    ]
    lines = tuple(Paragraph((name, f"{words}."), kind="line") for name, words in fields if words)
    return Page("", "", lines, (), language=voice.phrases.language)


def _conditions(plan: Plan, voice: Voice) -> Iterator[tuple[str, str]]:
    if not voice.tells_conditions:
        return
    for told in told_of(plan.property("receiver"), plan.vocabulary):
        if isinstance(told.word, Condition):
            counted = " ".join(filter(None, (told.number, told.unit)))
            yield voice.say("soap", "subjective"), f"{plain(told.word.id)} {counted}".strip()


def _done(plan: Plan, voice: Voice) -> str:
    """`6 min massage, prone: eff B/L back, 3/5, 2 min; …`; never the title, which may tell what is the matter."""
    estimated = plan.time.basis is not Basis.WRITTEN
    whole = voice.say("soap", "time", time=_time(plan.time.ideal, voice, estimated=estimated))
    between = voice.phrases.form("soap", "between")
    lines = between.join(_line(name, done, plan, voice) for name, done in _works(plan, voice).items())
    head = ", ".join([whole, *_position(plan)])
    return f"{head}: {lines}" if lines else head


def _position(plan: Plan) -> Iterator[str]:
    for told in told_of(plan.property("receiver"), plan.vocabulary):
        if told.word is not None and getattr(told.word, "kind", "") == "position":
            yield " ".join(filter(None, (told.side, plain(told.word.id))))


def _works(plan: Plan, voice: Voice) -> Mapping[str, _Done]:
    """What was done by each technique, in the order in which it came first."""
    works: dict[str, list[tuple[Act, float]]] = {}
    for act, times in times_done(plan.body):
        if act.technique is not None and act.said:
            ids = (act.technique.id, act.technique.family)
            name = next(filter(None, (voice.find("soap_techniques", one) for one in ids)), ids[0])
            works.setdefault(name, []).append((act, times))
    return works


def _line(name: str, done: _Done, plan: Plan, voice: Voice) -> str:
    places = dict.fromkeys(one for act, _ in done for one in _places(act))
    estimated = any(act.time.basis is not Basis.WRITTEN for act, _ in done)
    time = _time(sum(act.time.ideal * times for act, times in done), voice, estimated=estimated)
    return ", ".join(filter(None, (f"{name} {_listed(list(places), plan, voice)}".strip(), _firm(done, voice), time)))


def _firm(done: _Done, voice: Voice) -> str:
    levels = [act.how.pressure for act, _ in done if act.how.pressure is not None]
    if not levels:
        return ""
    low = f"{min(min(level.start, level.end) for level in levels):g}"
    high = f"{max(max(level.start, level.end) for level in levels):g}"
    return voice.say("soap", "pressure" if low == high else "pressure_range", low=low, high=high)


def _time(milliseconds: float, voice: Voice, *, estimated: bool) -> str:
    """`30 s`, `2.5 min`: below a minute and a half in seconds."""
    seconds = milliseconds / 1000
    short = seconds < _SECONDS_UP_TO and seconds % 60 > 0
    number = max(5, round(seconds / 5) * 5) if short else round(seconds / 30) / 2
    words = voice.say("soap", "seconds" if short else "minutes", number=f"{number:g}")
    return voice.say("soap", "estimated", time=words) if estimated else words


# ── regions ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _places(act: Act) -> Iterator[tuple[str, str]]:
    """The regions that an act works on, each with its side; where it names none, those where the tools are."""
    if act.technique is not None and act.technique.id == "return":
        return
    ways = [(way.word, target) for way in (*act.ways, *act.how.travel) for target in way.targets]
    worked = [(word, target) for word, target in ways if word not in _ENDS]
    moved = [("", act.moved)] if act.moved is not None else []
    contacts = (contact for tool in act.tools for limb in tool.limbs for contact in act.before.of(limb))
    resting = [("", contact.target) for contact in contacts if contact is not None and contact.target is not None]
    for word, target in [*worked, *moved] or ways or resting:
        felt = bool(worked or moved or ways) or (target.region is not None and target.region.id != "body")
        if target.region is not None and not target.own and felt:
            beside = target.region.id == "spine" and (word not in _ON or target.part is not None)
            yield "beside_spine" if beside else target.region.id, _side(target)


def _side(target: Target) -> str:
    around = target.within.true_side if target.within is not None else ""
    return target.true_side or around


def _listed(places: Sequence[tuple[str, str]], plan: Plan, voice: Voice) -> str:
    """Regions in the order in which they came, left and right of one as both."""
    sides: dict[str, list[str]] = {}
    for region, side in places:
        sides.setdefault(region, []).append(side)
    return voice.phrases.form("soap", "places").join(
        _sided(plan.vocabulary.region(region), region, found, voice) for region, found in sides.items()
    )


def _sided(region: Region | None, name: str, sides: Sequence[str], voice: Voice) -> str:
    words = (
        voice.find("soap_regions", name)
        or voice.find("soap", name)
        or (name.upper() if region is not None and region.point else plain(name))
    )
    if "both" in sides or {"left", "right"} <= set(sides):
        return f"{voice.say('soap', 'bilateral')} {words}"
    side = next(filter(None, sides), "")
    return f"{voice.find('soap', side)} {words}".strip()
