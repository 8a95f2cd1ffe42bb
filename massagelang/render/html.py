"""Prose as one HTML page that needs nothing else: for a phone beside the table, and for printing on A4 or Letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from massagelang.plan.model import Plan
from massagelang.render.saying.notices import kind_of
from massagelang.render.saying.page import Chapter, Page
from massagelang.render.saying.paragraphs import Paragraph
from massagelang.render.styles import page_of

SUFFIX = ".html"

STYLED = True
"""This format takes the options of prose: style, person, units, with_conditions."""

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_ASIDES = ("caution",)
_ASIDE_WORDS = ("why", "note", "like")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def render(plan: Plan, *, style: str = "handout", **options: Any) -> str:
    """The routine as an HTML page; the options are those of `styles.page_of`."""
    told = page_of(plan, style, **options)
    direction = "rtl" if told.language in _RIGHT_TO_LEFT else "ltr"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(told.language)}" dir="{direction}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(told.title or style)}</title>",
        f"<style>\n{_css()}</style>",
        "</head>",
        "<body>",
        f'<article class="{_text(style)}">',
        *_opening(told),
        *_chapters(told.chapters),
        "</article>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


@cache
def _css() -> str:
    return (Path(__file__).parent / "html.css").read_text(encoding="utf-8")


def _text(words: str) -> str:
    """Words as text and nothing else: signs of HTML escaped, and letters that nobody sees shown by what they are."""
    return _UNSEEN.sub(_shown, escape(words.replace("\t", " ").replace("\n", " ")))


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else f"[U+{code:04X}]"


# ── what stands before the steps, and the steps ───────────────────────────────────────────────────────────────────


def _opening(told: Page) -> Iterator[str]:
    if told.title or told.time:
        yield "<header>"
        if told.title:
            yield f'<h1 dir="auto">{_text(told.title)}</h1>'
        if told.time:
            yield f'<p class="length"><time datetime="{_span(told.milliseconds)}">{_text(told.time)}</time></p>'
        yield "</header>"
    yield from _blocks(told.paragraphs)


def _span(milliseconds: int) -> str:
    """A length of time as HTML has it: `PT6M30S`."""
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")


def _chapters(chapters: Sequence[Chapter]) -> Iterator[str]:
    """Sections with their steps in one list each; the numbers go on from section to section."""
    deeper = any(one.level == "section" for one in chapters)
    open_section = False
    for level, alike in groupby(chapters, key=lambda one: one.level):
        if level == "step":
            yield from _steps(list(alike), "h3" if deeper else "h2")
            continue
        for one in alike:
            if open_section:
                yield "</section>"
            yield f'<section class="{level}">'
            open_section = True
            if one.heading:
                yield f'<h2 dir="auto">{_text(one.heading)}</h2>'
            yield from _blocks(one.paragraphs)
    if open_section:
        yield "</section>"


def _steps(steps: Sequence[Chapter], heading: str) -> Iterator[str]:
    yield f'<ol class="steps" role="list" start="{steps[0].number}">'
    for one in steps:
        yield f'<li value="{one.number}">'
        yield f'<{heading} dir="auto">{_text(one.title)}</{heading}>'
        yield from _blocks(one.paragraphs)
        yield "</li>"
    yield "</ol>"


# ── paragraphs ────────────────────────────────────────────────────────────────────────────────────────────────────


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for (kind, set_in), alike in groupby(paragraphs, key=lambda one: (one.kind, bool(one.depth))):
        every = list(alike)
        match kind:
            case "box":
                for one in every:
                    yield from _listed("ul", "boxes", [(one.depth, _box(words)) for words in one.sentences])
            case "line":
                yield from _listed("ol", "lines", [(one.depth, _line(one)) for one in every])
            case "how" | "term":
                yield from (f'<dl class="{kind}">', *map(_term, every), "</dl>")
            case _ if set_in:
                yield from _nested(every)
            case _:
                yield from (part for one in every for part in _prose(one))


def _listed(tag: str, name: str, items: Sequence[tuple[int, str]]) -> Iterator[str]:
    yield f'<{tag} class="{name}" role="list">'
    for depth, words in items:
        yield f'<li class="in-{min(depth, 3)}">{words}</li>' if depth else f"<li>{words}</li>"
    yield f"</{tag}>"


def _box(words: str) -> str:
    return f'<label><input type="checkbox"> <span>{_text(words)}</span></label>'


def _line(paragraph: Paragraph) -> str:
    name, *rest = paragraph.sentences
    return f'<b dir="auto">{_text(name)}</b> <span>{_text(" ".join(rest))}</span>'


def _term(paragraph: Paragraph) -> str:
    name, *rest = paragraph.sentences
    return f"<dt>{_text(name)}</dt><dd>{_text(' '.join(rest))}</dd>"


def _nested(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Paragraphs that are set in as lists within lists."""
    depth = 0
    for one in paragraphs:
        if one.depth > depth:
            yield from ["<ul>"] * (one.depth - depth)
        else:
            yield from ["</li>", *["</ul></li>"] * (depth - one.depth)]
        depth = one.depth
        yield "<li>"
        yield from _prose(one)
    yield from ["</li></ul>"] * depth


def _prose(paragraph: Paragraph) -> Iterator[str]:
    """A paragraph; what asks for care stands aside from it."""
    for is_aside, alike in groupby(paragraph.sentences, key=lambda words: kind_of(words) in _ASIDES):
        said = " ".join(map(_sentence, alike))
        yield f'<aside role="note"><p>{said}</p></aside>' if is_aside else f"<p>{said}</p>"


def _sentence(words: str) -> str:
    kind = kind_of(words)
    return f'<span class="{kind}">{_text(words)}</span>' if kind in _ASIDE_WORDS else _text(words)
