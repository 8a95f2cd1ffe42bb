"""Build hook: makes the reader's tables from the grammar, so that no installed program has to."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own affair
    """Runs before a wheel is packed and before an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write `massagelang/syntax/tables.json`, which git ignores and the wheel carries."""
        sys.path.insert(0, self.root)
        try:
            from massagelang.syntax import tables  # noqa: PLC0415  (the package stands in `root`, not beside hatchling)
        finally:
            sys.path.remove(self.root)
        tables.save()
