"""A plan as a page that a teacher can read: what happens when, with which hand, where, and where the hands end up.

`outline` tells the times, estimated ones with `≈`; `course` tells the same without them, for rules that are not about
time. What was written but is not in the timeline (other choices, asides, gaps) follows the events.
"""

from itertools import islice

from massagelang.plan.events import events
from massagelang.plan.model import Act, Aside, Basis, Choice, Gap, Hands, Limb, parts_of

MOST_LINES = 60


def outline(plan):
    """Events with start and length, then the total, what is not planned, and the hands."""
    lines = _events(plan, timed=True)
    return "\n".join([*lines, _total(plan.time), *dict.fromkeys(_unplanned(plan)), _hands(plan.body.after)])


def course(plan):
    """Events in order, then what is not planned, and the hands."""
    return "\n".join([*_events(plan, timed=False), *dict.fromkeys(_unplanned(plan)), _hands(plan.body.after)])


def _events(plan, *, timed):
    headings = ()
    for event in islice(events(plan), MOST_LINES):
        present = tuple(heading.title for heading in event.headings if heading.title)
        if present != headings:
            yield f"# {' > '.join(present) or 'no step'}"
            headings = present
        yield (_clocked(event) if timed else "") + _said(event)
    last = next(islice(events(plan), MOST_LINES, None), None)
    if last is not None:
        yield f"… from {_clock(last.start)}" if timed else "…"


def _clocked(event):
    mark = "" if event.act.time.basis == Basis.WRITTEN else "≈"
    return f"{_clock(event.start):>7} {mark + _seconds(event.end - event.start):>7}  "


def _said(event):
    marks = []
    if event.count[1] != 1:
        marks.append(f"{event.count[0]} of {event.count[1]}")
    if event.act.side:
        marks.append(f"{event.act.side} side")
    if event.together:
        marks.append("together")
    return act_words(event.act) + "".join(f"  [{mark}]" for mark in marks)


def _total(time):
    mark = "" if time.shortest == time.longest else "≈"
    spread = f" ({_clock(time.shortest)} to {_clock(time.longest)})" if mark else ""
    return f"total {mark}{_clock(time.ideal)}{spread}{', open' if time.open else ''}"


def _clock(milliseconds):
    seconds, tenths = divmod(round(milliseconds / 100), 10)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours > 1_000:
        return f"{hours}h"
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{seconds:02}.{tenths}"


def _seconds(milliseconds):
    return f"{milliseconds / 1000:.1f}s" if milliseconds < 1_000_000 else _clock(milliseconds)


# ── what is not in the timeline ───────────────────────────────────────────────────────────────────────────────────


def _unplanned(plan):
    for part in parts_of(plan.body):
        match part:
            case Choice(options=options):
                yield from (f"or: {_inside(option)}" for option in options[1:])
            case Aside(kind="optional"):
                yield f"may be left out: {_inside(part.body)}"
            case Aside(kind=kind, text=text, body=body):
                yield f"{kind} “{text}”: {_inside(body)}"
            case Gap(text=text):
                yield f"gap: {text or '?'}"


def _inside(part):
    return "; ".join(act_words(inside) for inside in parts_of(part) if isinstance(inside, Act) and inside.said)


# ── hands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _hands(hands: Hands):
    arms = [_limb_words(Limb("arm", index, hands.side_of(index)), hands) for index in (0, 1)]
    legs = [_limb_words(Limb("leg", index), hands) for index in (0, 1) if hands.legs[index] != {None}]
    return f"hands: {' · '.join([*arms, *legs])}"


def _limb_words(limb, hands):
    places = sorted(_contact_words(contact) for contact in hands.of(limb))
    return f"{_whose(limb)} {' or '.join(places)}"


def _contact_words(contact):
    if contact is None:
        return "off"
    holds = "gripping" if contact.grips else "on"
    edge = f" ({contact.edge})" if contact.edge else ""
    part = "" if contact.part == "hand" else f"{contact.part} "
    return f"{part}{holds} {target_words(contact.target) if contact.target else 'nothing'}{edge}"


def _whose(limb):
    return limb.side or ("one", "other")[limb.index]


# ── one act ───────────────────────────────────────────────────────────────────────────────────────────────────────


def act_words(act):
    """One act in the words of the notation, more or less."""
    words = [_verb(act), *([] if act.kind in ("words", "pause", "wait") else [_tools_words(act)])]
    words.extend(filter(None, (_object_words(act), *map(way_words, act.ways))))
    return " ".join(filter(None, words)) + "".join(f", {word}" for word in _hows(act.how))


def _verb(act):
    match act.kind:
        case "placement":
            return "lay"
        case "lift":
            return "take off"
        case "move" | "reset":
            return f"({act.kind})"
        case "action":
            return " and ".join(technique.id for technique in (act.technique, *act.also))
        case "words":
            return f'{act.verb} "{act.text}"'
        case "person":
            return " ".join(filter(None, (act.person, act.deed and act.deed.id, act.posture and act.posture.id)))
        case "thing":
            return f"{act.verb} {act.thing.id if act.thing else '?'}{' your hands' if act.text == 'your' else ''}"
        case "drape":
            return act.verb
        case _:
            return act.kind


def _object_words(act):
    target = act.moved or act.object
    return f"their {target_words(target)}" if target else ""


def _tools_words(act):
    mark = "" if act.tools_written else "≈"
    return mark + " and ".join(map(tool_words, act.tools)) if act.tools else ""


def tool_words(tool):
    """`edge of left hand`, `knuckles of index_finger of both hands`: with the arms that the plan has found."""
    if tool.implement and not tool.limbs:
        return tool.implement.id
    whose = tool.said if tool.said in ("near", "far", "inside", "outside") else _arms(tool.limbs)
    surface = f"{tool.surface.id} of " if tool.surface else ""
    of = f" of {' and '.join(tool.of)}" if tool.of else ""
    count = f"{tool.count} " if tool.count else ""
    part = tool.implement.id if tool.implement else tool.part
    several = whose == "both" and not part.endswith("s")
    return f"{surface}{whose} {count}{part}{'s' if several else ''}{of}"


def _arms(limbs):
    return "both" if len(limbs) == 2 else _whose(limbs[0]) if limbs else "no"


def way_words(way):
    """One leg of a path."""
    parts = [
        _offset(way.offset),
        " ".join(way.directions),
        way.word,
        way.relation,
        " and ".join(map(target_words, way.targets)),
    ]
    parts.append(way.shape.id if way.shape else "")
    parts.append(f"{_amount(way.steps)} steps" if way.steps else "")
    parts.append(f"{way.degrees:g} degrees" if way.degrees is not None else "")
    return " ".join(filter(None, parts))


def _offset(offset):
    return f"{_amount(offset)} {offset.unit}" if offset else ""


def _amount(amount):
    return f"{amount.low:g}" if amount.low == amount.high else f"{amount.low:g}-{amount.high:g}"


def target_words(target):
    """`right side`, `top of left arm`, `10 oclock of abdomen`."""
    if target.special == "side":
        return target.side
    if target.special:
        return target.special
    if target.thing:
        return target.thing.id
    clock = f"{target.clock} oclock of " if target.clock else ""
    part = f"{target.part.id} of " if target.part else ""
    place = target.region.id if target.region else "?"
    within = f" of {target_words(target.within)}" if target.within else ""
    side = f"{target.side} " if target.side else ""
    own = "your " if target.own else ""
    return f"{own}{clock}{side}{part}{place}{within}"


def _hows(how):
    for word in how.words:
        yield " ".join(filter(None, (word.degree, word.manner.id, "each time" if word.each_time else "")))
    if how.times:
        yield f"{_amount(how.times)} times{' each way' if how.each_way else ''}"
    if how.until:
        yield f'until "{how.until}"'
    if how.besides:
        yield f"except {' and '.join(map(target_words, how.besides))}"
    if how.travel:
        yield f"moving {' '.join(map(way_words, how.travel))}"
    yield from (f"with {word.id}" for word in how.with_words)
