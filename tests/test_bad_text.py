"""Any text at all: strange characters, great depth, great length. Nothing is raised, findings lie in the text."""

import gc
import time

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from marks import assert_marked, parsed, placed, statements
from strategies import routines

from massagelang.syntax import ast, parser
from massagelang.syntax.lines import logical_lines
from massagelang.syntax.scanner import NEWLINE, scan

# ── bad input ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "marked",
    [
        "hand«\u00a0»on sacrum",
        "hand on«\u2028»sacrum\nstroke both",
        "hand on sa«\0»crum",
        "«\0»",
        "stroke both; «\0»; hack both",
        "hand on sacrum «😀»; stroke both",
        "stroke both\n«\u200b»hack both",
        "hand on sacrum«\r»stroke both",
        'say «"a { b»\nstroke both',
        'say "a «\\n» b {"\nstroke both',
        'say "a" «"b»\nstroke both\n',
        "hand on \u00e9paule, doux",
    ],
)
def test_strange_characters_and_open_texts(marked):
    assert_marked(marked)


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", " \t\r\n\n", "#", "# only this", "\ufeff\n# x\n"])
def test_texts_that_say_nothing(text):
    assert placed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "repeat 2 " + "{" * 10_000 + "}" * 10_000,
        "{" * 10_000,
        "}" * 10_000,
        "repeat 2 { " * 10_000 + "}" * 10_000,
        "hand on " + "top of " * 10_000 + "foot",
        "stroke " + "palm of " * 10_000 + "hand",
        "define " + "(" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_deep_text_gives_findings_and_shallow_trees(text):
    result = parsed(text)
    assert result.findings
    list(ast.walk(result.file, ast.Node))


def test_blocks_may_stand_32_deep():
    assert not placed("repeat 2 { " * 32 + "stroke both" + " }" * 32)
    assert [found[0] for found in placed("repeat 2 { " * 33 + "stroke both" + " }" * 33)] == ["ML010"]


@pytest.mark.parametrize(
    ("size", "write"),
    [
        (20_000, lambda size: "".join(f"stroke both up back, {number} times\n" for number in range(size))),
        (10_000, lambda size: "repeat 2 {\n" + "stroke both up back, slow\n" * size + "}\n"),
        (2_000, lambda size: "repeat 2 {\n" + "stroke both up up back &\n" * size + "}\n"),
        (10_000, lambda size: "stroke over " + "the back and " * size + "back"),
        (10_000, lambda size: "hand on " + "back and " * size + "back"),
        (10_000, lambda size: "stroke;" * size),
        (10_000, lambda size: "stroke both # x\n" * size + '"' * size),
    ],
    ids=["lines", "block", "mistakes", "articles", "places", "statements", "comments"],
)
def test_time_grows_with_the_text_only(write, size):
    seconds_to_read(write(100))
    assert seconds_to_read(write(size)) < 30 * seconds_to_read(write(size // 10)) + 0.5


def seconds_to_read(text):
    """The better of two readings, with nothing remembered and no garbage collected in between."""
    took = []
    for _ in range(2):
        parser._read_line.cache_clear()
        gc.disable()
        begun = time.perf_counter()
        parsed(text)
        took.append(time.perf_counter() - begun)
        gc.enable()
    return min(took)


# ── never raised, always inside ───────────────────────────────────────────────────────────────────────────────────


def assert_well_behaved(text):
    result = parsed(text)
    lines = {line.key: line for line in result.file.lines}
    assert len(lines) == len(result.file.lines)
    for finding in result.findings:
        span = finding.spot.span
        assert 0 <= span.start <= span.end <= len(lines[finding.spot.line].text)
        assert finding.message
        for edit in finding.edits:
            assert 0 <= edit.spot.span.start <= edit.spot.span.end <= len(lines[edit.spot.line].text)
    for line in result.file.lines:
        for node in ast.walk(line, ast.Node):
            assert 0 <= node.span.start <= node.span.end <= len(line.text)


@given(routines())
def test_well_shaped_programs_are_read_without_findings(text):
    assert placed(text) == []
    assert not statements(text, ast.Junk)


@given(routines(wrong=True))
def test_wrong_words_never_raise(text):
    assert_well_behaved(text)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from('";{}#,\r\n \u2028\0\ufeff')))
def test_arbitrary_text_never_raises(text):
    assert_well_behaved(text)


@given(routines(wrong=True))
def test_every_line_stands_in_one_logical_line(text):
    lines = list(logical_lines(text))
    assert [line.text for line in lines] == [text[line.start : line.start + len(line.text)] for line in lines]
    left = text
    for line in reversed(lines):
        left = left[: line.start] + left[line.start + len(line.text) :]
    assert not left.strip()


@given(routines(wrong=True) | st.text())
def test_every_letter_is_scanned(text):
    tokens, comments = scan(text)
    covered = set()
    for token in [*tokens, *comments]:
        assert not covered & set(range(token.start, token.end))
        covered |= set(range(token.start, token.end))
    left = "".join(letter for place, letter in enumerate(text) if place not in covered)
    assert not left.strip(" \t\f\r\n")


@given(routines(), routines(wrong=True))
def test_a_program_above_changes_no_node(program, above):
    before = parsed(program).file.lines
    after = parsed(f'{above}\nstep "between"\n{program}').file.lines
    assert [evolve(line, key="") for line in after[len(after) - len(before) :]] == list(before)


def test_newlines_in_blocks_are_tokens():
    tokens, _ = scan("repeat 2 {\nstroke both\n}")
    assert [token.kind for token in tokens].count(NEWLINE) == 2
