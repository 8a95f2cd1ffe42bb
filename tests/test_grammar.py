"""The grammar, our reader of it against Lark itself, and the saved tables."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken
from strategies import REAL_LINES, WORDS, routines

from massagelang.syntax import tables
from massagelang.syntax.lines import logical_lines
from massagelang.syntax.reader import Stuck, read
from massagelang.syntax.scanner import scan

_IGNORED = "\n%ignore BLANK\nBLANK: /[ \\t\\f]+/\n%ignore COMMENT\nCOMMENT: /#[^\\r\\n]*/\n"
_END = "the end"


@cache
def lark():
    """Lark on our grammar; what our scanner drops before the grammar sees it, Lark ignores."""
    return tables.lark_of(tables.grammar_text() + _IGNORED)


# ── the grammar by itself ─────────────────────────────────────────────────────────────────────────────────────────


def test_grammar_has_no_conflicts():
    tables.lark_of(tables.grammar_text(), strict=True)


def test_keywords_end_where_the_word_ends_and_go_before_names():
    name = next(terminal for terminal in lark().terminals if terminal.name == "NAME")
    words = [terminal for terminal in lark().terminals if re.match(r"\(?[a-z]", terminal.pattern.value)]
    assert len(words) > 80
    for terminal in words:
        assert terminal.pattern.value.endswith(r"(?!\w)"), terminal
        assert terminal.pattern.flags == {"i"}, terminal
        assert terminal.priority > name.priority, terminal


def test_no_keyword_is_an_inline_string():
    names = {terminal.name for terminal in lark().terminals if terminal.pattern.type == "str"}
    assert names == {"SEMICOLON", "COMMA", "COLON", "LBRACE", "RBRACE", "LPAR", "RPAR", "MINUS"}


def test_every_keyword_is_in_the_tables():
    words = {terminal.name for terminal in lark().terminals if terminal.pattern.value.endswith(r"(?!\w)")}
    assert words - set(tables.tables().keywords.values()) == {"OCLOCK", "SPEED", "RATE", "CLOCK"}


# ── our reader against Lark ───────────────────────────────────────────────────────────────────────────────────────


def ours(text):
    """The tree of rule names and kept tokens, or the stretch of the word at which the reader got stuck."""
    tokens, _ = scan(text)
    try:
        return read(tokens, lambda rule, parts, _span: (rule, [_leaf(part) for part in parts]))
    except Stuck as stuck:
        stopped = tokens[stuck.index : stuck.index + 1]
        return range(stopped[0].start, stopped[0].end) if stopped else _END


def _leaf(part):
    return part if isinstance(part, tuple) and isinstance(part[1], list) else (part.kind, part.start, part.end)


def theirs(text):
    """The same by Lark, which stops at one code point. It knows no line that goes on after a comma."""
    going_on = r",[ \t\f]*(?:#[^\n]*)?(?:\r?\n[ \t\f]*(?:#[^\n]*)?)+"
    flat = re.sub(going_on, lambda found: "," + " " * (len(found[0]) - 1), text)
    try:
        return _shape(lark().parse(flat))
    except UnexpectedToken as error:
        return _END if error.token.type == "$END" else error.token.start_pos
    except UnexpectedCharacters as error:
        return error.pos_in_stream
    except UnexpectedEOF:
        return _END


def _shape(tree):
    return (
        tree.data,
        [
            _shape(child) if hasattr(child, "data") else (child.type, child.start_pos, child.end_pos)
            for child in tree.children
        ],
    )


def assert_agree(text):
    our, their = ours(text), theirs(text)
    assert their in our if isinstance(our, range) else their == our


@pytest.mark.parametrize("line", REAL_LINES)
def test_real_lines_read_as_lark_reads_them(line):
    assert isinstance(ours(line), tuple)
    assert_agree(line)


WORD_OR_MARK = re.compile(r'"[^"]*"|[\w/:.]+|[^\s\w]')


@st.composite
def mutated_lines(draw):
    """A real line with a few words swapped, dropped, doubled or taken from another line."""
    words = WORD_OR_MARK.findall(draw(st.sampled_from(REAL_LINES)))
    others = [word for line in REAL_LINES for word in WORD_OR_MARK.findall(line)]
    for _ in range(draw(st.integers(1, 3))):
        if not words:
            break
        here, there = (draw(st.integers(0, len(words) - 1)) for _ in range(2))
        match draw(st.sampled_from(("swap", "drop", "double", "replace"))):
            case "swap":
                words[here], words[there] = words[there], words[here]
            case "drop":
                del words[here]
            case "double":
                words.insert(there, words[here])
            case "replace":
                words[here] = draw(st.sampled_from(others))
    return " ".join(words)


@given(mutated_lines())
def test_mutated_lines_read_as_lark_reads_them(line):
    assert_agree(line)


_EXPLICIT = {
    "NAME": (*WORDS.techniques, *WORDS.regions, *WORDS.hows, "Stroke", "sacrum2"),
    "STRING": ('"x"', '"a; b { c"', '"say \\"x\\""'),
    "OCLOCK": ("10 oclock",),
    "NUMBER": ("3", "2.5"),
    "DURATION": ("30s", "1min30s"),
    "LENGTH": ("5cm",),
    "SPEED": ("3cm/s",),
    "RATE": ("40/min",),
    "CLOCK": ("12:30",),
    "PLUS_MINUS": ("+-", "±"),
    "JUNK": ("\0",),
    "_NL": ("\n", "\r\n"),
    "BLANK": (" ", "\t"),
    "COMMENT": (" ",),
}


def _explicit():
    words = {name: [] for name in tables.tables().keywords.values()}
    for word, name in tables.tables().keywords.items():
        words[name] += [word, word.upper()]
    words["EACH_OTHER"] = ["each other", "each_other"]
    words["A_FEW"] = ["a few"]
    words["PREPOSITION"] = [word for word in words["PREPOSITION"] if "_" not in word]
    return {name: st.sampled_from([f"{word} " for word in of]) for name, of in (words | _EXPLICIT).items()}


@given(from_lark(lark(), start="line", explicit=_explicit()).filter(lambda line: "\0" not in line))
def test_lines_of_the_grammar_read_as_lark_reads_them(line):
    assert_agree(line)


@given(routines())
def test_written_programs_read_as_lark_reads_them(text):
    for line in logical_lines(text):
        if tokens := scan(line.text)[0]:
            assert_agree(line.text[tokens[0].start : tokens[-1].end])


@given(st.sampled_from(REAL_LINES), st.data())
def test_glued_keywords_never_read_as_keywords(line, data):
    tokens = [token for token in scan(line)[0] if token.kind in ("WORD", "NUMBER", "DURATION", "LENGTH")]
    pairs = [
        (first, second)
        for first, second in pairwise(tokens)
        if line[first.end : second.start] == " " and first.text + second.text not in tables.tables().keywords
    ]
    if not pairs:
        return
    first, second = data.draw(st.sampled_from(pairs))
    glued = line[: first.end] + line[second.start :]
    tree = ours(glued)
    if isinstance(tree, tuple):
        assert ("NAME", first.start, second.end - 1) in _leaves(tree)


@pytest.mark.parametrize("line", ["hand onsacrum", "handleft off", "stroke for30s slow", "stroke; repeat3 3 times"])
def test_glued_lines_are_refused(line):
    assert not isinstance(ours(line), tuple)


def _leaves(tree):
    for child in tree[1]:
        if isinstance(child[1], list):
            yield from _leaves(child)
        else:
            yield child


# ── saved tables ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def forgotten():
    """Tables are remembered within a run; a test of them begins and ends with none."""
    tables.tables.cache_clear()
    yield
    tables.tables.cache_clear()


def test_saved_tables_are_those_of_the_grammar():
    saved = json.loads(tables.SAVED.read_text(encoding="utf-8"))
    assert saved == json.loads(json.dumps(tables.made(tables.grammar_text())))


def test_tables_are_the_same_in_every_run():
    code = "import hashlib, json; from massagelang.syntax import tables; made = tables.made(tables.grammar_text())\n"
    code += "print(hashlib.sha256(json.dumps(made).encode()).hexdigest())"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            cwd=tables.SAVED.parents[2],
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_changed_grammar_makes_saved_tables_stale(monkeypatch, forgotten):
    changed = tables.grammar_text().replace("MASS.2: /mass(?!", "MASS.2: /massage(?!")
    monkeypatch.setattr(tables, "grammar_text", lambda: changed)
    assert "massage" in tables.tables().keywords
    assert "mass" not in tables.tables().keywords


@pytest.mark.parametrize("spoiled", ["", "{", "[]", '{"grammar": "0"}'])
def test_spoiled_tables_are_made_anew(monkeypatch, tmp_path, forgotten, spoiled):
    path = tmp_path / "tables.json"
    path.write_text(spoiled, encoding="utf-8")
    monkeypatch.setattr(tables, "_read_saved", lambda _path=path, read=tables._read_saved: read(path))
    assert tables.tables().keywords["mass"] == "MASS"


def test_saving_writes_only_what_is_stale(tmp_path):
    path = tmp_path / "tables.json"
    tables.save(path)
    first = path.stat().st_mtime_ns
    tables.save(path)
    assert path.stat().st_mtime_ns == first


def test_reading_with_saved_tables_does_not_import_lark():
    code = (
        "import sys; from massagelang.source import Source; from massagelang.syntax.parser import parse; "
        "assert not parse(Source('x', 'hand left on sacrum')).findings; assert 'lark' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tables.SAVED.parents[2])
