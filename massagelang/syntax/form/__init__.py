"""A routine's text in its canonical form: spacing, case, units and spelling. Lines and order stay the writer's."""

from massagelang.syntax.form.file import Formatted, formatted

__all__ = ["Formatted", "formatted"]
