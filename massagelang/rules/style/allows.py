"""ML606 and ML607: comments that allow nothing, or without a reason. They speak of comments, so they have no plan."""

from __future__ import annotations

from massagelang.diagnostic import Kind, Severity

WITHOUT_USE = Kind(
    "ML606",
    "allow_without_use",
    Severity.INFO,
    "`{word}` is allowed here, but {why}.",
    hint="Take the comment out, or put it where the finding is.",
    why="A comment that allows nothing misleads the next reader, and would hide a finding that comes later.",
    bad='stroke both up back  # mass: allow «ML402» "fingertips only, as taught in our school"\n',
    good='hack both over back  # mass: allow ML402 "fingertips only, as taught in our school"\n',
)
WITHOUT_REASON = Kind(
    "ML607",
    "allow_without_reason",
    Severity.WARNING,
    "`{word}` is allowed here without a reason.",
    hint='Say why in quotes: `# mass: allow {word} "…"`.',
    why="What education sources advise against may have its reason in a school or a person; the next reader needs to "
    "know it. Findings of hands, time, flow and style may be allowed without one.",
    bad="hack both over back  # mass: allow «ML402»\n",
    good='hack both over back  # mass: allow ML402 "fingertips only, as taught in our school"\n',
)
KINDS = (WITHOUT_USE, WITHOUT_REASON)
