"""What tests of cue formats share: plans of small routines, made once, and what is to be read back of them."""

from functools import cache

from cue_programs import EVERY

from massagelang.pipeline import check
from massagelang.render.clock import one_line
from massagelang.render.cues import cues


@cache
def plan_of(name):
    """The plan of one of the small routines."""
    checked = check(EVERY[name])
    assert not checked.has_errors, [one.message for one in checked.diagnostics]
    return checked.plan


def told(plan, **options):
    """The cues that have words, as (start, end, kind, text in one line)."""
    return [(cue.start, cue.end, cue.kind, one_line(cue.text)) for cue in cues(plan, **options) if one_line(cue.text)]


def headings(plan):
    """The stretches under one heading, as (start, end, title), found cue by cue."""
    made, found = list(cues(plan)), []
    for cue in made:
        place = [one for one in (cue.section, cue.step) if one]
        title = ": ".join(filter(None, (one_line(one.title) for one in place)))
        ids = [one.id for one in place]
        if not found or found[-1][0] != ids:
            found.append([ids, cue.start, cue.start, title])
    for this, following in zip(found, [*found[1:], [[], made[-1].end]], strict=True):
        this[2] = following[1]
    kept = [(start, end, title) for _, start, end, title in found if end > start]
    usual = one_line(plan.title) if len(kept) == 1 and plan.title else "Beginning"
    return [(start, end, title or usual) for start, end, title in kept]
