"""WebVTT metadata: each cue as JSON at its time, for pages with a text track (`kind="metadata"`).

A cue's text is one line of JSON as in `json`, with `>` escaped as JSON has it. What takes no time lasts one millisecond
here, since the format knows no moments; the JSON has the true times.
"""

from __future__ import annotations

from typing import Any

from massagelang.plan.events import Choices
from massagelang.plan.model import Plan
from massagelang.render.cues import whole
from massagelang.render.json import as_json, cue_data
from massagelang.render.vtt import block, head
from massagelang.render.words import Options

SUFFIX = ".metadata.vtt"


def render(plan: Plan, *, choices: Choices | None = None, **options: Any) -> str:
    """All cues of a plan as WebVTT. Errors: `cues.TooLong`."""
    made = whole(plan, choices, Options(**options))
    blocks = (block(cue.id, cue.start, max(cue.end, cue.start + 1), _payload(cue_data(cue))) for cue in made)
    return "\n".join((*head(plan.title), *blocks))


def _payload(data: dict[str, Any]) -> str:
    """JSON that holds nothing which a reader of cues could take for an arrow, a tag or an entity."""
    return as_json(data).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
