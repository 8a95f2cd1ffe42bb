"""Makes the nodes of the syntax tree: one function for each rule of the grammar."""

from __future__ import annotations

from massagelang.syntax.build import hows, lines, numbers, places, statements, tools  # noqa: F401  (they hold the rules)
from massagelang.syntax.build.rules import build

__all__ = ["build"]
