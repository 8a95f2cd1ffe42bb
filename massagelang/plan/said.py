"""Durations in a few plain words, for findings."""

from __future__ import annotations


def duration_words(milliseconds: int) -> str:
    """`90000` as `1min30s`, the way the notation writes it; less than a second as `0.4s`."""
    if milliseconds % 1000 and milliseconds < 10_000:
        return f"{milliseconds / 1000:g}s"
    seconds = round(milliseconds / 1000)
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    words = f"{hours}h" * bool(hours) + f"{minutes}min" * bool(minutes) + f"{seconds}s" * bool(seconds)
    return words or "0s"
