"""Times as a clock shows them, for tables."""

from __future__ import annotations


def clock(milliseconds: int) -> str:
    """`2:05`, `1:02:05`: minutes and seconds, hours where there are any, rounded to the second."""
    seconds = (milliseconds + 500) // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def about(milliseconds: int, basis: str) -> str:
    """The same with `≈` where it is estimated, in whole or in part."""
    return clock(milliseconds) if basis == "written" else f"≈ {clock(milliseconds)}"
