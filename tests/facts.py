"""The 89 facts of the back massage guide, in our own words: the line of the example that carries each, and its proof.

A fact's `line` is a stretch of the line (or lines) of `examples/back_massage.mass` that carries it; its `holds` asks
the plan, never the text. `as_notation` is false where the fact stands inside a `note` or `caution`.
"""

from collections.abc import Callable

from attrs import frozen

from massagelang.plan.events import events
from massagelang.plan.model import Choice, Repeat, Section, Sides, Together, parts_of


@frozen
class Fact:
    """One fact: its number in the guide, what it says, the line that carries it, and how the plan shows it."""

    number: str
    says: str
    line: str
    holds: Callable
    as_notation: bool = True


def section(plan, title):
    return next(part for part in plan.parts() if isinstance(part, Section) and part.title == title)


def acts(plan, title, verb=""):
    """The acts of a step that are said, or those of one technique; `lay` are its placements."""
    found = [event.act for event in events(plan) if any(one.title == title for one in event.headings)]
    found = [act for act in found if act.kind not in ("move", "reset")]
    if verb == "lay":
        return [act for act in found if act.kind == "placement"]
    return [act for act in found if not verb or (act.technique and act.technique.id == verb)]


def act(plan, title, verb, index=0):
    return acts(plan, title, verb)[index]


def words(an_act):
    return {word.manner.id for word in an_act.how.words}


def parts(an_act):
    """The body parts that touch."""
    return {tool.part for tool in an_act.tools}


def said(an_act):
    """Which arms were chosen, as written."""
    return {tool.said for tool in an_act.tools}


def places(an_act):
    """Every place of an act: (preposition or directions, side, part, region)."""
    return [
        (way.word or "+".join(way.directions), target.side, target.part and target.part.id, target.region and target.region.id)
        for way in (*an_act.ways, *an_act.how.travel)
        for target in way.targets
    ]  # fmt: skip


def names(plan, title):
    """What a step does, in order."""
    return [one.technique.id if one.technique else one.kind for one in acts(plan, title)]


def tails(plan, title, verb, index=0):
    return dict(act(plan, title, verb, index).tails)


def property_of(plan, title, key):
    return next((values for name, values in section(plan, title).properties if name == key), ())


def inside(plan, title, kind):
    return [part for part in parts_of(section(plan, title)) if isinstance(part, kind)]


def arms(an_act):
    return {limb.index for tool in an_act.tools for limb in tool.limbs}


def resting(an_act, region):
    """The arms that rest on a region while an act is done."""
    return {
        index
        for index, arm in enumerate(an_act.before.arms)
        for contact in arm
        if contact and contact.target and contact.target.region and contact.target.region.id == region
    }


LONG, KNUCKLES, ROCK, CIRCLES = "Long strokes", "Knuckle rolls", "Rock and compress", "Forearm circles"
ROLLS, THUMBS, SKIN, HACK, SAW = "Forearm rolls", "Stacked thumbs", "Skin rolling", "Hacking", "Sawing"

_STROKE = "hand on sacrum; stroke other"
_HOLD = "hold one hand on top of arm"
_ROLL = "roll knuckles of ring_finger"
_AROUND = "thumbs and fingertips around"
_ROCK = "rock their body"
_SQUEEZE = "together { squeeze"
_CIRCLE = "circle forearms"
_LAY = "forearms on upper_back"
_ONE = "roll one forearm"
_OTHER = "roll other forearm"
_PRESS = "press thumbs beside"
_TOWARD = "stroke thumbs toward"
_AWAY = "stroke thumbs away"
_PINCH = "squeeze thumbs and sides of index_fingers on sacrum"
_WALK = "roll thumbs and sides"
_PULL = "pull both up"
_HACK = "hack both"
_SAW = "saw edge"

FACTS = [
    Fact("0.1", "it is a back massage", "routine ", lambda p: p.title == "Back massage"),
    Fact("1.1", "only the back is treated", "tags:", lambda p: "back" in p.property("tags")),
    Fact("1.2", "the moves suit any part of the body", "also: body", lambda p: p.property("also") == ("body",)),
    Fact("2.1", "it may be given through clothes", "skin: any", lambda p: p.property("skin") == ("any",)),
    Fact("2.2", "some steps want bare skin", "skin: bare", lambda p: property_of(p, SKIN, "skin") == ("bare",)),
    Fact("2.3", "loose clothing that lifts", "needs:", lambda p: "lifts" in p.property("needs")[0]),
    # long strokes
    Fact("3.1", "one hand rests on the sacrum", _STROKE, lambda p: places(act(p, LONG, "lay")) == [("on", "", None, "sacrum")]),
    Fact("3.2", "the other hand strokes", _STROKE, lambda p: said(act(p, LONG, "stroke")) == {"other"} and not arms(act(p, LONG, "stroke")) & arms(act(p, LONG, "lay"))),
    Fact("3.3", "swift and smooth", _STROKE, lambda p: words(act(p, LONG, "stroke")) == {"swift", "smooth"}),
    Fact("3.4", "up the right side and around the shoulder", _STROKE, lambda p: places(act(p, LONG, "stroke")) == [("up", "right", None, "side"), ("around", "right", None, "shoulder")]),
    Fact("3.5", "the right side first", _STROKE, lambda p: places(act(p, LONG, "stroke"))[0][1] == "right"),
    Fact("3.6", "then glide back", _STROKE, lambda p: names(p, LONG)[1:3] == ["stroke", "return"]),
    Fact("3.7", "then up the left side and shoulder", _STROKE, lambda p: places(act(p, LONG, "stroke", 1)) == [("up", "left", None, "side"), ("around", "left", None, "shoulder")]),
    Fact("3.8", "in the same way", _STROKE, lambda p: words(act(p, LONG, "stroke", 1)) == {"swift", "smooth"} and said(act(p, LONG, "stroke", 1)) == {"other"}),
    # knuckle rolls
    Fact("4.1", "one hand holds the top of the arm", _HOLD, lambda p: places(act(p, KNUCKLES, "hold")) == [("on", "right", "top", "arm")] and said(act(p, KNUCKLES, "hold")) == {"one"}),
    Fact("4.2", "knuckles of ring and little finger of the other hand", _HOLD, lambda p: act(p, KNUCKLES, "lay").tools[0].of == ("ring_finger", "little_finger") and parts(act(p, KNUCKLES, "lay")) == {"knuckles"} and said(act(p, KNUCKLES, "lay")) == {"other"}),
    Fact("4.3", "the knuckles lie on top of the arm", _HOLD, lambda p: places(act(p, KNUCKLES, "lay")) == [("on", "right", "top", "arm")]),
    Fact("4.4", "roll", _ROLL, lambda p: parts(act(p, KNUCKLES, "roll")) == {"knuckles"}),
    Fact("4.5", "at a slant, away from yourself", _ROLL, lambda p: act(p, KNUCKLES, "roll").ways[0].targets[0].special == "you" and words(act(p, KNUCKLES, "roll")) == {"diagonal"}),
    Fact("4.6", "then back on to the knuckles", _ROLL, lambda p: names(p, KNUCKLES)[2:4] == ["roll", "return"]),
    Fact("4.7", "all over the upper arm and shoulder", _ROLL, lambda p: [place[3] for place in places(act(p, KNUCKLES, "roll")) if place[0] == "over"] == ["upper_arm", "shoulder"]),
    Fact("4.8", "then on the other side", 'step "Knuckle rolls"', lambda p: bool(inside(p, KNUCKLES, Sides)) and places(act(p, KNUCKLES, "hold", 1))[0][1] == "left"),
    # rock and compress
    Fact("5.1", "thumbs and fingertips of both hands", _AROUND, lambda p: parts(act(p, ROCK, "lay")) == {"thumb", "fingertips"} and arms(act(p, ROCK, "lay")) == {0, 1}),
    Fact("5.2", "around the muscles on either side of the spine", _AROUND, lambda p: places(act(p, ROCK, "lay")) == [("around", "both", None, "erectors")]),
    Fact("5.3", "in the small of the back", _AROUND, lambda p: act(p, ROCK, "lay").ways[0].targets[0].within.region.id == "lower_back"),
    Fact("5.4", "the hands stay still", _ROCK, lambda p: "still" in words(act(p, ROCK, "rock"))),
    Fact("5.5", "rock the body", _ROCK, lambda p: act(p, ROCK, "rock").moved.region.id == "body"),
    Fact("5.6", "slowly", _ROCK, lambda p: "slow" in words(act(p, ROCK, "rock"))),
    Fact("5.7", "for about 30 seconds", _ROCK, lambda p: act(p, ROCK, "rock").time.ideal == 30_000 and act(p, ROCK, "rock").how.bound == "about"),
    Fact("5.8", "squeeze the flesh between fingers and thumbs", _SQUEEZE, lambda p: parts(act(p, ROCK, "squeeze")) == {"thumb", "fingertips"}),
    Fact("5.9", "push the hands together", _SQUEEZE, lambda p: act(p, ROCK, "push").ways[0].targets[0].special == "each_other" and arms(act(p, ROCK, "push")) == {0, 1}),
    Fact("5.10", "both as one after the rocking", _SQUEEZE, lambda p: len(inside(p, ROCK, Together)[0].members) == 2 and set(names(p, ROCK)[2:4]) == {"squeeze", "push"}),
    Fact("5.11", "hold for 5 seconds", "hold for 5s", lambda p: act(p, ROCK, "hold").time.shortest == act(p, ROCK, "hold").time.longest == 5_000),
    # forearm circles
    Fact("6.1", "both forearms", _CIRCLE, lambda p: parts(act(p, CIRCLES, "circle")) == {"forearm"} and arms(act(p, CIRCLES, "circle")) == {0, 1}),
    Fact("6.2", "hands loosely clasped", _LAY, lambda p: words(act(p, CIRCLES, "lay")) == {"clasped"}),
    Fact("6.3", "one on the upper and one on the lower back", _LAY, lambda p: (resting(act(p, CIRCLES, "circle"), "upper_back"), resting(act(p, CIRCLES, "circle"), "lower_back")) == ({0}, {1})),
    Fact("6.4", "circle the forearms", _CIRCLE, lambda p: bool(acts(p, CIRCLES, "circle"))),
    Fact("6.5", "counterclockwise", _CIRCLE, lambda p: act(p, CIRCLES, "circle").ways[0].directions == ("counterclockwise",)),
    Fact("6.6", "deep pressure", _CIRCLE, lambda p: act(p, CIRCLES, "circle").how.pressure.start >= 4),
    Fact("6.7", "by body weight", _CIRCLE, lambda p: [one.id for one in act(p, CIRCLES, "circle").how.with_words] == ["body_weight"]),
    Fact("6.8", "cover the whole area", _CIRCLE, lambda p: ("over", "", None, "back") in places(act(p, CIRCLES, "circle"))),
    # forearm rolls
    Fact("7.1", "the forearms stay as they are", _LAY, lambda p: (resting(act(p, ROLLS, "roll"), "upper_back") | resting(act(p, ROLLS, "roll"), "back")) and parts(act(p, ROLLS, "roll")) == {"forearm"} and all(None not in arm for arm in act(p, ROLLS, "roll").before.arms)),
    Fact("7.2", "roll one forearm", _ONE, lambda p: said(act(p, ROLLS, "roll")) == {"one"} and parts(act(p, ROLLS, "roll")) == {"forearm"}),
    Fact("7.3", "briskly", _ONE, lambda p: words(act(p, ROLLS, "roll")) == {"brisk"}),
    Fact("7.4", "up and down the back", _ONE, lambda p: act(p, ROLLS, "roll").ways[0].directions == ("up", "down")),
    Fact("7.5", "the other arm stays still", _ONE, lambda p: said(act(p, ROLLS, "roll")) == {"one"} and act(p, ROLLS, "roll").before.arms[1] == act(p, ROLLS, "roll").after.arms[1] != frozenset({None})),
    Fact("7.6", "body weight even", "stance:", lambda p: "weight even" in property_of(p, ROLLS, "stance")[0]),
    Fact("7.7", "feet apart", "stance:", lambda p: "feet apart" in property_of(p, ROLLS, "stance")[0]),
    Fact("7.8", "then the other forearm", _OTHER, lambda p: said(act(p, ROLLS, "roll", 1)) == {"other"} and not arms(act(p, ROLLS, "roll")) & arms(act(p, ROLLS, "roll", 1))),
    Fact("7.9", "it rolls up the back", _OTHER, lambda p: act(p, ROLLS, "roll", 1).ways[0].directions == ("up",)),
    # stacked thumbs
    Fact("8.1", "thumbs on top of each other", _PRESS, lambda p: parts(act(p, THUMBS, "press")) == {"thumb"} and "stacked" in words(act(p, THUMBS, "press"))),
    Fact("8.2", "just beside the spine", _PRESS, lambda p: places(act(p, THUMBS, "press"))[0][0] == "beside" and places(act(p, THUMBS, "press"))[0][3] == "spine"),
    Fact("8.3", "on the side nearest to you", _PRESS, lambda p: places(act(p, THUMBS, "press"))[0][1] == "near"),
    Fact("8.4", "press down", _PRESS, lambda p: names(p, THUMBS)[0] == "press"),
    Fact("8.5", "and stroke toward the spine", _TOWARD, lambda p: places(act(p, THUMBS, "stroke"))[0][0::3] == ("toward", "spine")),
    Fact("8.6", "strong and toning", _TOWARD, lambda p: "toning" in tails(p, THUMBS, "stroke")["why"]),
    Fact("8.7", "it takes practice", "difficulty:", lambda p: property_of(p, THUMBS, "difficulty") == ("practice",)),
    Fact("8.8", "or stroke away from the spine", _AWAY, lambda p: places(inside(p, THUMBS, Choice)[0].options[1])[0][0::3] == ("away_from", "spine")),
    Fact("8.9", "which relaxes taut muscles", _AWAY, lambda p: "taut" in dict(inside(p, THUMBS, Choice)[0].options[1].tails)["why"]),
    Fact("8.10", "also on legs and feet", "also: legs", lambda p: property_of(p, THUMBS, "also") == ("legs", "feet")),
    # skin rolling
    Fact("9.1", "thumbs and the sides of the index fingers", _PINCH, lambda p: parts(act(p, SKIN, "squeeze")) == {"thumb", "index_finger"} and {tool.surface.id for tool in act(p, SKIN, "squeeze").tools if tool.surface} == {"side"}),
    Fact("9.2", "flesh on the sacrum", _PINCH, lambda p: places(act(p, SKIN, "squeeze")) == [("on", "", None, "sacrum")]),
    Fact("9.3", "squeeze it", _PINCH, lambda p: names(p, SKIN)[0] == "squeeze"),
    Fact("9.4", "roll it up the back", _WALK, lambda p: ("up", "", None, "back") in places(act(p, SKIN, "roll"))),
    Fact("9.5", "by walking the thumbs", _WALK, lambda p: words(act(p, SKIN, "roll")) == {"walking"}),
    Fact("9.6", "from the sacrum to the middle of the back", _WALK, lambda p: places(act(p, SKIN, "roll"))[0][0::3] == ("from", "sacrum") and places(act(p, SKIN, "roll"))[-1] == ("to", "", "middle", "back")),
    Fact("9.7", "then glide back", _WALK, lambda p: names(p, SKIN)[1:3] == ["roll", "return"]),
    Fact("9.8", "three times", "repeat 3 times {", lambda p: len(acts(p, SKIN, "roll")) == 3),
    Fact("9.9", "then squeeze the sacrum again", _PULL, lambda p: "squeeze" in names(p, SKIN)[1:]),
    Fact("9.10", "but pull it up", _PULL, lambda p: act(p, SKIN, "pull").ways[0].directions == ("up",)),
    Fact("9.11", "sharply", _PULL, lambda p: words(act(p, SKIN, "pull")) == {"sharp"}),
    Fact("9.12", "release", _PULL, lambda p: bool(acts(p, SKIN, "release"))),
    Fact("9.13", "again and again up the back", _PULL, lambda p: any(one.reason == "moving" and one.ways[0].directions == ("up",) for one in inside(p, SKIN, Repeat))),
    # hacking
    Fact("10.1", "palms and fingertips pressed together", _HACK, lambda p: "palms_together" in words(act(p, HACK, "hack")) and arms(act(p, HACK, "hack")) == {0, 1}),
    Fact("10.2", "elbows out to the sides", _HACK, lambda p: "elbows_out" in words(act(p, HACK, "hack"))),
    Fact("10.3", "start on the buttocks", _HACK, lambda p: places(act(p, HACK, "hack"))[0][0::3] == ("from", "buttock")),
    Fact("10.4", "hack", _HACK, lambda p: bool(acts(p, HACK, "hack"))),
    Fact("10.5", "with a loud sound", _HACK, lambda p: "loud" in words(act(p, HACK, "hack"))),
    Fact("10.6", "as the fingers knock together", _HACK, lambda p: "knock" in tails(p, HACK, "hack")["why"]),
    Fact("10.7", "up the back", _HACK, lambda p: places(act(p, HACK, "hack"))[-1][0::3] == ("up", "back")),
    # sawing
    Fact("11.1", "from traditional Chinese massage", "origin:", lambda p: "Chinese" in property_of(p, SAW, "origin")[0]),
    Fact("11.2", "vigorous", _SAW, lambda p: "vigorous" in words(act(p, SAW, "saw"))),
    Fact("11.3", "with a warming oil", _SAW, lambda p: any(tool.implement and tool.implement.id == "warming_oil" for tool in act(p, SAW, "saw").how.with_tools)),
    Fact("11.4", "one hand on top of the back as support", "hand on upper_back", lambda p: len(resting(act(p, SAW, "saw"), "upper_back")) == 1),
    Fact("11.5", "the edge of the other hand", _SAW, lambda p: act(p, SAW, "saw").tools[0].surface.id == "edge" and said(act(p, SAW, "saw")) == {"other"}),
    Fact("11.6", "saw", _SAW, lambda p: bool(acts(p, SAW, "saw"))),
    Fact("11.7", "strong and quick", _SAW, lambda p: words(act(p, SAW, "saw")) >= {"strong", "quick"}),
    Fact("11.8", "up and down the side of the spine", _SAW, lambda p: act(p, SAW, "saw").ways[0].directions == ("up", "down") and places(act(p, SAW, "saw"))[0][2:] == ("side", "spine")),
    Fact("11.9", "then on the other side", 'step "Sawing"', lambda p: [places(one)[0][1] for one in acts(p, SAW, "saw")] == ["right", "left"]),
]  # fmt: skip
