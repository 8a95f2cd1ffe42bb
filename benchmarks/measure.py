"""The figures of docs/performance.md, as ratios from one interleaved run: `python benchmarks/measure.py`.

Needs the installed `mass` command beside the Python that runs this. Times are medians of whole processes.
"""

import ast
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 21
EXAMPLE = Path(__file__).parent.parent / "examples" / "back_massage.mass"
MASS = Path(sys.executable).with_name("mass")


def main():
    card = _card()
    commands = {
        "bare Python": [sys.executable, "-c", "pass"],
        "import attrs": [sys.executable, "-c", "import attrs"],
        "import click": [sys.executable, "-c", "import click"],
        "import lark": [sys.executable, "-c", "import lark"],
        "mass --help": [MASS, "--help"],
        "mass check (card)": [MASS, "check", card],
        "mass check (guide)": [MASS, "check", EXAMPLE],
        "mass compile (guide)": [MASS, "compile", EXAMPLE],
    }
    times = _interleaved(commands)
    bare = times["bare Python"]
    print("| command | × a bare interpreter |\n|---|---|")
    for name, took in times.items():
        print(f"| {name} | {took / bare:.1f} |")
    print()
    _throughput()


def _card():
    path = Path(tempfile.mkdtemp()) / "card.mass"
    path.write_text("hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n")
    return path


def _interleaved(commands):
    """Median seconds of each command; they take turns, so that a slow moment of the machine hits all alike."""
    took = {name: [] for name in commands}
    for turn in range(ROUNDS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if turn:
                took[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in took.items()}


def _throughput():
    """Statements per second of the parser, beside Python's own parser on Python text of the same length."""
    from massagelang.pipeline import check
    from massagelang.source import Source
    from massagelang.syntax.ast import Statement, walk
    from massagelang.syntax.parser import _read_line, parse

    same = EXAMPLE.read_text() * 40
    different = "".join(
        f"stroke both up back to shoulder, slow, for {number}s; repeat {number % 9 + 2}\n" for number in range(4000)
    )
    python = "".join(
        f"stroke(both, up=back, to=shoulder, slow=True, seconds={n}, times={n % 9 + 2})\n" for n in range(4000)
    )
    python_rate = 4000 / _median(lambda: ast.parse(python))
    print("| text → tree | statements/s | × `ast.parse` |\n|---|---|---|")
    print(f"| `ast.parse`, one call a line | {python_rate:,.0f} | 1.0 |")
    for name, text in (("every line different", different), ("lines repeat, as in real routines", same)):
        statements = sum(1 for _ in walk(parse(Source(name, text)).file, Statement))

        def fresh(text=text, name=name):
            _read_line.cache_clear()
            parse(Source(name, text))

        rate = statements / _median(fresh)
        print(f"| {name} | {rate:,.0f} | {rate / python_rate:.1f} |")

    def whole():
        _read_line.cache_clear()
        check(different)

    def only_parse():
        _read_line.cache_clear()
        parse(Source("x", different))

    print(f"\nCheck (tree, plan and all rules) ÷ parse: {_median(whole) / _median(only_parse):.1f}")


def _median(work, rounds=5):
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


if __name__ == "__main__":
    main()
