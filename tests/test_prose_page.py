"""`docs/prose.md` cannot go stale: its one routine is made in every style; `pytest --accept` writes what came out."""

import re
from pathlib import Path

from massagelang.pipeline import check, render
from massagelang.render.styles import STYLES

PAGE = Path(__file__).parent.parent / "docs" / "prose.md"
ROUTINE = re.compile(r"^```mass\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
MADE = re.compile(r"^```text ([\w-]+)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def made(routine, name):
    style, _, more = name.partition("-")
    prose = render(check(routine), "text", style=style, with_conditions=bool(more))
    return prose.splitlines(keepends=True)[0] if more else prose


def test_each_style_is_shown_as_it_comes_out(accept):
    text = PAGE.read_text(encoding="utf-8")
    (routine,) = ROUTINE.findall(text)
    renewed = MADE.sub(lambda found: f"```text {found[1]}\n{made(routine, found[1])}```\n", text)
    if accept:
        PAGE.write_text(renewed, encoding="utf-8", newline="\n")
    assert renewed == text or accept
    assert [name for name, _ in MADE.findall(renewed)] == [*STYLES, "soap-with-conditions"]


def test_each_style_has_its_heading():
    text = PAGE.read_text(encoding="utf-8")
    for style, says in STYLES.items():
        assert f"\n## {style}: {says}\n" in text
