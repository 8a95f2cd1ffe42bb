"""The rules, found by being here: one file each, named as its rule is, in a room for each hundred of codes."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from massagelang.rules.rule import Rule


def _found() -> tuple[Rule, ...]:
    names = (item.name for item in pkgutil.walk_packages(__path__, f"{__name__}.") if not item.ispkg)
    rules = (getattr(import_module(name), name.rpartition(".")[2], None) for name in names)
    return tuple(sorted((rule for rule in rules if isinstance(rule, Rule)), key=lambda rule: rule.kind.code))


RULES = _found()
"""Every rule, in the order of their codes."""
