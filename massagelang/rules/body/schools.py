"""Whose customs a routine follows: receivers and schools for whom a rule of the classical strokes does not hold."""

from __future__ import annotations

import re
from functools import cache

from massagelang.plan.model import Act, Plan, Section, parts_of
from massagelang.rules.setting import setting_of

_LINES = frozenset({"tui_na", "paediatric_tui_na", "shiatsu", "thai", "structured_touch", "infant_massage"})
"""Schools whose lines run as they are taught, there and back, with no regard to the heart."""

_NAMES = re.compile(r"tui ?na|shiatsu|thai|nuad|m technique|structured touch|(infant|baby) massage")


def follows_lines(plan: Plan) -> frozenset[str]:
    """The ids of the acts that follow the lines of a school, or that a baby or an animal gets."""
    setting = setting_of(plan)
    if setting.is_infant or setting.is_animal or setting.is_any(*_LINES):
        return frozenset(act.id for act in plan.acts())
    if _names_a_school(plan.title, plan.properties):
        return frozenset(act.id for act in plan.acts())
    found = {act.id for act in plan.acts() if _is_of_a_school(act)}
    for part in plan.parts():
        if isinstance(part, Section) and part.id != "routine" and _names_a_school(part.title, part.properties):
            found.update(inside.id for inside in parts_of(part) if isinstance(inside, Act))
    return frozenset(found)


def _is_of_a_school(act: Act) -> bool:
    return act.technique is not None and act.technique.school in _LINES


def _names_a_school(title: str, properties: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    texts = (value for key, values in properties if key in ("tags", "origin", "follows") for value in values)
    return _is_named(" ".join((title, *texts)))


@cache
def _is_named(text: str) -> bool:
    return _NAMES.search(text.lower().replace("_", " ").replace("-", " ")) is not None
