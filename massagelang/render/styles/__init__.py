"""The styles of prose: how the parts of a plan become lines. One module a style, with `page(plan, voice)`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module
from typing import Any

from attrs import evolve

from massagelang.plan.model import Plan
from massagelang.render.saying.page import Page
from massagelang.render.saying.voice import UNITS, voice_for

STYLES: Mapping[str, str] = {
    "handout": "whole sentences, to read and to keep",
    "card": "one line a step, for the wall",
    "voice": "short sentences, to be spoken",
    "student": "the handout with how each technique is done, a glossary and sources",
    "checklist": "boxes to tick, one for each thing that can be seen",
    "soap": "a therapist's note of what was done, where and how long",
}
"""Each style and what it is for."""


class NoSuchChoice(ValueError):
    """A style or a system of units that there is not, in one line with the nearest one."""


def page_of(
    plan: Plan,
    style: str = "handout",
    *,
    person: str = "",
    units: str = "",
    with_conditions: bool = False,
    **_: Any,
) -> Page:
    """A plan in a style. Errors: `NoSuchChoice`.

    `person` is the word for the receiver, `units` metric, imperial or body (as written unless given). What is the
    matter with the receiver stands in a therapist's note only `with_conditions`.
    """
    known("style", style, choices("style"))
    if units:
        known("units", units, choices("units"))
    voice = evolve(voice_for(plan, person), units=units, tells_conditions=with_conditions)
    page: Page = import_module(f"{__name__}.{style}").page(plan, voice)
    return page


def choices(kind: str) -> Collection[str]:
    """What there is to choose of a kind: style or units."""
    return STYLES if kind == "style" else UNITS


def known(kind: str, word: str, choices: Collection[str]) -> str:
    """The word, if it is one of the choices. Errors: `NoSuchChoice`."""
    if word in choices:
        return word
    from difflib import get_close_matches  # noqa: PLC0415  (only when something was misspelt)

    near = get_close_matches(word.lower(), choices, n=1)
    hint = f" Did you mean `{near[0]}`?" if near else ""
    raise NoSuchChoice(f"I do not know the {kind} `{word}`.{hint} There is {', '.join(choices)}.")
