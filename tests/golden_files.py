"""Outcomes kept in `tests/golden`, to be read in review: compared, or renewed by `pytest --accept`."""

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_same_as_golden(name, made, accept):
    path = GOLDEN / name
    if accept:
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")
