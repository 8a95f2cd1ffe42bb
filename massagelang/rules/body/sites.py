"""Where the acts of a plan meet places that need care: gathered once for each plan, for all rules together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from attrs import evolve, field, frozen

from massagelang.diagnostic import Finding, Kind, Severity
from massagelang.plan.model import Act, Plan, Target, Way
from massagelang.rules.body.aim import AIMED, CROSSED, EDGE, is_left_out, keeps_off, manner_of, stands_on
from massagelang.rules.body.passing import passed_by
from massagelang.rules.body.strength import Strength, strength_of
from massagelang.rules.saying import verb_of
from massagelang.source import Spot
from massagelang.vocabulary import Region, Vocabulary

__all__ = [
    "AIMED",
    "CROSSED",
    "EDGE",
    "Meeting",
    "Touch",
    "finding",
    "meetings",
    "place_as_written",
    "touches",
    "words_at",
    "work",
]

_MOVED_NOT_PRESSED = frozenset({"moving", "stretching", "holding", "vibration"})
_PARTS = {
    ("upper_arm", "inner_side"): "inner_upper_arm",
    ("arm", "inner_side"): "inner_upper_arm",
    ("thigh", "inner_side"): "inner_thigh",
    ("elbow", "front"): "elbow_crease",
    ("elbow", "crease"): "elbow_crease",
    ("elbow", "hollow"): "elbow_crease",
    ("wrist", "front"): "inner_wrist",
    ("knee", "hollow"): "back_of_knee",
    ("knee", "crease"): "back_of_knee",
}
"""Parts that have a name of their own."""

_TOO_WIDE = frozenset({"body", "side_of_body"})
"""What lies within these is not meant by them, but for the kidneys."""


@frozen(eq=False, repr=False)
class Touch:
    """One place of one act: how it meets it (AIMED, CROSSED, EDGE or the preposition that keeps off it), and where."""

    act: Act
    target: Target
    region: Region
    way: Way
    met: str
    spot: Spot
    strength: Strength


@frozen(eq=False, repr=False)
class Meeting:
    """An act that meets a place that needs care. `site` is that place, inside or around what the writer has named.

    `met` is AIMED, CROSSED, EDGE, or the preposition that keeps off it. `strength` is how the act works just there.
    """

    act: Act
    site: Region
    target: Target
    way: Way
    met: str
    spot: Spot
    strength: Strength

    @property
    def is_work(self) -> bool:
        """Whether it is an action rather than a hand or a thing that is laid down."""
        return self.act.kind == "action"


@frozen(eq=False, repr=False)
class _Gathered:
    """All that the rules ask of a plan, in the order of its acts."""

    meetings: dict[str, list[Meeting]] = field(factory=dict)
    touches: list[Touch] = field(factory=list)
    work: list[tuple[Act, Strength]] = field(factory=list)


_gathered: WeakKeyDictionary[Plan, _Gathered] = WeakKeyDictionary()


def meetings(plan: Plan, caution: str) -> list[Meeting]:
    """Where acts of a plan meet places of that caution."""
    return _of(plan).meetings.get(caution, [])


def touches(plan: Plan) -> list[Touch]:
    """Every place of the receiver that an act of a plan works on, holds or lays a thing on."""
    return _of(plan).touches


def work(plan: Plan) -> list[tuple[Act, Strength]]:
    """The actions of a plan with how each works."""
    return _of(plan).work


def _of(plan: Plan) -> _Gathered:
    found = _gathered.get(plan)
    if found is None:
        found = _gathered[plan] = _Gatherer(plan).gathered()
    return found


@frozen(eq=False, repr=False)
class _Gatherer:
    """Goes over the acts once. `standing` tells on which leg the tools came to a place: on it, or only beside it."""

    plan: Plan
    found: _Gathered = field(factory=_Gathered)
    standing: dict[tuple[str, str], Way] = field(factory=dict)
    known: dict[str, tuple[Mapping[str, Region], Mapping[str, list[Region]]]] = field(factory=dict)
    outer: dict[str, frozenset[str]] = field(factory=dict)

    def gathered(self) -> _Gathered:
        before = 0.0
        for act in self.plan.acts():
            if not act.understood or act.kind not in ("action", "placement", "thing"):
                continue
            strength = strength_of(act, before)
            if act.kind == "action" and act.technique is not None:
                self.found.work.append((act, strength))
                before = strength.usual
            if not _leaves_alone(act):
                self.look_at(act, strength)
        return self.found

    def look_at(self, act: Act, strength: Strength) -> None:
        for way, target in self.places(act):
            region = target.region
            if region is None or target.own:
                continue
            spot = way.spot or act.spot
            met = manner_of(way)
            touch = Touch(act, target, region, way, met, spot, strength)
            self.found.touches.append(touch)
            self.sites(touch)
        for region, way in passed_by(act, self.plan.vocabulary, self.around):
            before = self.found.meetings.get(region.caution, [])[-4:]
            if any(met.act is act and met.site == region for met in before):
                continue  # the path names it
            touch = Touch(act, way.targets[-1], region, way, CROSSED, way.spot or act.spot, strength)
            self.add(region, touch, CROSSED)

    def places(self, act: Act) -> Iterator[tuple[Way, Target]]:
        """The places of an act; where it names none, those where its tools stand."""
        if act.moved and act.technique and act.technique.family not in _MOVED_NOT_PRESSED:
            yield Way(word="on"), act.moved
        named = [(way, target) for way in (*act.ways, *act.how.travel) for target in way.targets if target.region]
        for way, target in named:
            self.standing[_key(target)] = way
        yield from named
        if not named and act.moved is None and act.kind == "action":
            for target in stands_on(act):
                yield _stood(self.standing.get(_key(target))), target

    def sites(self, touch: Touch) -> None:
        around, inside = self.cautions(self.part_of(touch))
        for site in around.values():
            if not keeps_off(touch.target, site) and not is_left_out(touch.region, touch.act, self.plan.vocabulary):
                self.add(site, touch, touch.met)
        part = touch.target.part
        whole = part is None or part.paired or part.id in ("back", "front", "whole")
        if whole and touch.met in (AIMED, CROSSED):
            face = part.id if part is not None and part.id in ("back", "front") else ""
            for caution, sites in inside.items():
                if caution not in around:
                    seen = (site for site in sites if not face or face in site.faces)
                    left = [site for site in seen if not is_left_out(site, touch.act, self.plan.vocabulary)]
                    for site in left[:1]:
                        self.add(site, touch, CROSSED)

    def part_of(self, touch: Touch) -> Region:
        """The region that a part is: `inner_side of upper_arm`, `front of wrist`; else the region itself."""
        part = touch.target.part
        named = _PARTS.get((touch.region.id, part.id)) if part is not None else None
        return (self.plan.vocabulary.region(named) if named else None) or touch.region

    def add(self, site: Region, touch: Touch, met: str) -> None:
        strength = touch.strength.at(site, self.plan.vocabulary) if touch.strength.eased else touch.strength
        meeting = Meeting(touch.act, site, touch.target, touch.way, met, touch.spot, strength)
        self.found.meetings.setdefault(site.caution, []).append(meeting)

    def around(self, region: Region) -> frozenset[str]:
        """The ids of a region and of those around it."""
        if region.id not in self.outer:
            self.outer[region.id] = frozenset(one.id for one in self.plan.vocabulary.around(region))
        return self.outer[region.id]

    def cautions(self, region: Region) -> tuple[Mapping[str, Region], Mapping[str, list[Region]]]:
        """The places that need care around a region, and those within it, by caution."""
        if region.id not in self.known:
            self.known[region.id] = _cautions(region, self.plan.vocabulary)
        return self.known[region.id]


def _cautions(region: Region, words: Vocabulary) -> tuple[Mapping[str, Region], Mapping[str, list[Region]]]:
    around: dict[str, Region] = {}
    for outer in words.around(region):
        if outer.caution:
            around.setdefault(outer.caution, outer)
    inside: dict[str, list[Region]] = {}
    for site in words.cautions_in(region):
        if region.id not in _TOO_WIDE or site.caution == "kidney":
            inside.setdefault(site.caution, []).append(site)
    return around, inside


def _stood(way: Way | None) -> Way:
    """How tools stand that came along a leg: `beside spine` they are still beside it, `to shoulder` on it."""
    if way is None or manner_of(way) in (AIMED, EDGE):
        return Way(word="on")
    return evolve(way, spot=None)


def _key(target: Target) -> tuple[str, str]:
    return target.region.id if target.region else "", target.part.id if target.part else ""


def _leaves_alone(act: Act) -> bool:
    """Whether an act takes something away, or lays what only covers or props."""
    if act.kind == "thing":
        props = act.thing is not None and act.thing.kind in ("drape", "support")
        return act.verb == "remove" or act.text == "your" or props
    return act.technique is not None and act.technique.id in ("return", "release", "hover")


# ── what findings say ─────────────────────────────────────────────────────────────────────────────────────────────


def finding(
    kind: Kind, plan: Plan, meeting: Meeting, severity: Severity | None = None, spot: Spot | None = None, **more: str
) -> Finding:
    """A finding about a meeting: `verb`, `place` (in the writer's words) and `meets` are its arguments, and `more`."""
    crossed = meeting.met == CROSSED
    arguments = {
        "verb": verb_as_written(meeting.act),
        "place": place_as_written(plan, meeting.spot, meeting.target),
        "meets": "crosses" if crossed else "is aimed at",
        **more,
    }
    return Finding(kind, spot or meeting.spot, tuple(arguments.items()), severity=severity or kind.severity)


def words_at(plan: Plan, spot: Spot) -> str:
    """The writer's own words at a spot, on one line."""
    source, span = plan.where(spot)
    return " ".join(source.text[span.start : span.end].split())


def verb_as_written(act: Act) -> str:
    """`press`, `place`, or the tool of a hand that is only laid down."""
    if act.kind == "placement":
        return next((tool.part for tool in act.tools), "hand")
    return act.verb if act.kind == "thing" else verb_of(act)


def place_as_written(plan: Plan, spot: Spot, target: Target) -> str:
    """The word that the writer has used for a place: `tailbone`, where the vocabulary says `coccyx`."""
    region = target.region
    if region is None:
        return "the body"
    text = words_at(plan, spot)
    joined = text.lower().replace(" ", "_")
    spelt = max((spelling for spelling in region.spellings if spelling in joined), key=len, default="")
    start = joined.find(spelt)
    return text[start : start + len(spelt)] if spelt else region.id
