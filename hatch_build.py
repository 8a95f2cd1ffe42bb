"""Build hook: makes the reader's tables from the grammar and checks the vocabulary, so that no start has to."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own affair
    """Runs before a wheel is packed and before an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write `syntax/tables.json` and `vocabulary/checked.json`, which git ignores and the wheel carries."""
        sys.path.insert(0, self.root)
        try:
            from massagelang import vocabulary  # noqa: PLC0415  (the package stands in `root`, not beside hatchling)
            from massagelang.syntax import slots, tables  # noqa: PLC0415
        finally:
            sys.path.remove(self.root)
        tables.save()
        vocabulary.save(slots.grammar_words())
