"""Numbers that the grammar takes but that nobody can mean: `5-3 times`, `repeat 2.5`, `99 oclock`, `pressure 9`."""

from __future__ import annotations

from collections.abc import Iterator

from massagelang.syntax import ast, mistakes
from massagelang.syntax.sentences import Mistake

_HOURS = 12
_LARGEST = 10**15
"""The largest count that is still exact everywhere."""


def senseless_numbers(content: object) -> Iterator[Mistake]:
    """The numbers of a line that make no sense, each with the mend."""
    for node in ast.walk(content, ast.Node):
        why, mend = _wrong_with(node)
        if why:
            yield Mistake(mistakes.SENSELESS_NUMBER, node.span, (("why", why), ("mend", mend)))


def _wrong_with(node: ast.Node) -> tuple[str, str]:
    match node:
        case ast.Count(low=low, high=high) if low != int(low) or high != int(high):
            return "A thing is done a whole number of times", "Write a whole number."
        case ast.Count(low=0):
            return "What is done 0 times is not done", "Give a count from 1 on, or take it out."
        case ast.Count() | ast.Duration() | ast.Length() | ast.Number() if node.low > node.high:
            return "This range begins with its larger end", "Write the smaller number first."
        case ast.Count() | ast.Number() if node.high > _LARGEST:
            return "Nobody can count so far", f"Write a number up to {_LARGEST}."
        case ast.Place(clock=hour) if hour > _HOURS:
            return f"A clock has no {hour}", "Name an hour from 1 to 12."
        case ast.Pressure(start=start, end=end, scale=scale) if max(start.high, end.high if end else 0) > scale:
            return f"This pressure is beyond its scale of 1 to {scale:g}", _larger_scale(start, end)
        case _:
            return "", ""


def _larger_scale(start: ast.Number, end: ast.Number | None) -> str:
    """The pressure with the scale that it may have been meant on."""
    highest = max(start.high, end.high if end else 0)
    scale = next((scale for scale in (5, 10, 100) if highest <= scale), None)
    if scale is None:
        return "Write a number from 1 to 5."
    said = " to ".join(_number(number) for number in (start, end) if number)
    return f"Write `pressure {said} of {scale}` if that is your scale." if scale > 5 else f"Write `pressure {said}`."


def _number(number: ast.Number) -> str:
    return f"{number.low:g}" if number.low == number.high else f"{number.low:g}-{number.high:g}"
