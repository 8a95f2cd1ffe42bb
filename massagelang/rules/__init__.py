"""The rules, found by being here: one file each, named as its rule is."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from massagelang.rules.rule import Rule


def _found() -> tuple[Rule, ...]:
    modules = (import_module(f"{__name__}.{item.name}") for item in pkgutil.iter_modules(__path__))
    rules = (getattr(module, module.__name__.rpartition(".")[2], None) for module in modules)
    return tuple(sorted((rule for rule in rules if isinstance(rule, Rule)), key=lambda rule: rule.kind.code))


RULES = _found()
"""Every rule, in the order of their codes."""
