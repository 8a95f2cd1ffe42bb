"""The command line: one file a command; each reads what is asked for, has the work done, prints what comes back."""

from massagelang.cli.doors import main

__all__ = ["main"]
