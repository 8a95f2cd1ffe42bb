"""The verb of an action, and the words that go with it behind its object: `bend` … `up toward the shin`."""

from __future__ import annotations

from massagelang.plan.model import Act, Target
from massagelang.render.saying.voice import Voice, listed, plain
from massagelang.vocabulary import Technique

_BREAK = "…"
_LEADING = ("to", "toward", "into", "onto")


def verb(act: Act, voice: Voice, *, of: Target | None, bare: bool) -> tuple[str, str]:
    """The verb (`squeeze and twist`, `hack or cup`), and what follows the object.

    `of` is the object, `bare` is set where no tools are named. Where the path says whereto, nothing more is said
    behind the object.
    """
    assert act.technique is not None  # noqa: S101  (an action without one is a gap)
    forms = [_form(one, act, voice, of, bare=bare) for one in (act.technique, *act.also)]
    parts = [form.partition(_BREAK) for form in forms]
    whereto = act.technique.id in voice.phrases.form("lists", "whereto").split()
    led = whereto and any(way.word in _LEADING for way in act.ways)
    after = "" if led else parts[-1][2].strip()
    heads = [head.strip() for head, _, _ in parts]
    if act.either and act.also:
        return voice.say("acts", "either", first=heads[0], second=heads[1]), after
    return listed(heads), after


def _form(technique: Technique, act: Act, voice: Voice, of: Target | None, *, bare: bool) -> str:
    if technique.id == "return" and voice.find("returns", act.before.gait):
        return voice.find("returns", act.before.gait)
    if technique.prose:
        return technique.prose
    if act.also and voice.find("with_always", technique.id):
        return plain(technique.id)
    keys = []
    if of is not None and of.region is not None:
        keys = [("verbs_at", f"{technique.id}_{of.region.id}"), ("verbs_of", technique.id)]
    if bare:
        keys.append(("verbs_bare", technique.id))
    found = (voice.find(table, key) for table, key in (*keys, ("verbs", technique.id)))
    return next(filter(None, found), "") or plain(technique.id)
