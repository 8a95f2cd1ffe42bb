"""What all rules together cost, as ratios from one run: `python benchmarks/rules.py`.

The largest example is repeated to a megabyte, once as it is, and once with a number in a comment on each line: the
reader reads a text that it has met only once, so that only the second shows what reading a new megabyte costs.
"""

import gc
import statistics
import sys
import time
from pathlib import Path

from massagelang.pipeline import check
from massagelang.plan.making.make import make_plan
from massagelang.plan.model import Plan
from massagelang.rules import RULES
from massagelang.source import Source
from massagelang.syntax.parser import _read_line, parse
from massagelang.syntax.scanner import Names
from massagelang.vocabulary import load

EXAMPLES = Path(__file__).parent.parent / "examples"
LONGEST = max(EXAMPLES.glob("*.mass"), key=lambda path: len(path.read_bytes()))
BYTES = 1_000_000
ROUNDS = 3


def main():
    gc.disable()
    print(f"{LONGEST.name}, repeated to {BYTES / 1e6:g} MB\n")
    print("| text | parse | plan ÷ parse | all rules ÷ parse | all rules ÷ (parse + plan) |\n|---|---|---|---|---|")
    for name, text in (("as it is", repeated(LONGEST)), ("each line different", repeated(LONGEST, numbered=True))):
        row(name, text)
    if "--each" in sys.argv:
        each(repeated(LONGEST))


def repeated(path, *, numbered=False):
    """The head of an example once, and its body again and again."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    lines = (body + "\n").splitlines()
    made, size, number = [head, ""], 0, 0
    while size < BYTES:
        number += 1
        mark = f"  # {number}" if numbered else ""
        made += [
            line + mark if line and not line.startswith((" ", "}")) and line[-1] not in ",{" else line for line in lines
        ]
        size = sum(map(len, made)) if number % 50 == 0 else size
    return "\n".join(made) + "\n"


def row(name, text):
    words = load()
    names = Names(words.several_words, words.paired_words, words.how_words)
    parsing, planning, ruling = [], [], []
    for _ in range(ROUNDS):
        _read_line.cache_clear()
        parsed = timed(parsing, lambda: parse(Source(name, text), names))
        plan = timed(planning, lambda parsed=parsed: make_plan(parsed.file, words, (), parsed.findings))
        timed(ruling, lambda plan=plan: findings(plan))
    parse_s, plan_s, rules_s = map(statistics.median, (parsing, planning, ruling))
    whole = rules_s / (parse_s + plan_s)
    print(f"| {name} | 1.0 | {plan_s / parse_s:.1f} | {rules_s / parse_s:.1f} | {whole:.2f} |")


def timed(took, work):
    start = time.perf_counter()
    made = work()
    took.append(time.perf_counter() - start)
    return made


def findings(plan: Plan):
    return [finding for rule in RULES for finding in rule.findings(plan)]


def each(text):
    """What each rule takes of all; the first to ask pays for the walk that they share."""
    plan = check(text).plan
    findings(plan)
    costs = {}
    for rule in RULES:
        start = time.perf_counter()
        list(rule.findings(plan))
        costs[rule.kind.name] = time.perf_counter() - start
    whole = sum(costs.values())
    print("\n| rule | of all rules |\n|---|---|")
    for name, cost in sorted(costs.items(), key=lambda item: -item[1]):
        print(f"| {name} | {cost / whole:.0%} |")


if __name__ == "__main__":
    main()
