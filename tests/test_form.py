"""The canonical form: over generated programs in any dress it says the same, stays the same, and loses nothing."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marks import parsed
from strategies import REAL_LINES, routines

import massagelang
from massagelang.cli.new import STARTER
from massagelang.formatting import form_of
from massagelang.pipeline import check
from massagelang.source import Source
from massagelang.syntax import mistakes
from massagelang.syntax.form import file as form_file
from massagelang.syntax.form import formatted
from massagelang.syntax.parser import parse
from massagelang.syntax.scanner import Names
from massagelang.vocabulary import load

ROOT = Path(__file__).parent.parent
NAMES = Names(load().several_words, load().paired_words, load().how_words)
BLOCK = re.compile(r"(?<=^```mass\n)(.*?)(?=^```)", re.DOTALL | re.MULTILINE)
PAGES = [ROOT / "grammar" / "README.md", ROOT / "README.md"]
EXAMPLES = sorted((ROOT / "examples").glob("*.mass"))
PIECE = re.compile(r'"(?:\\["\\]|[^"\\\n])*"|#[^\n]*|\n|[^\W_][\w.:/]*|\+-|[^\S\n]+|.')
SEVERAL_WORDS = re.compile(rf"\b(?:{'|'.join('_'.join(words) for words in NAMES.several_words)}|each_other)\b")
GLUED = tuple('",;:(){}#')
READABLE = {mistakes.SENSELESS_NUMBER, mistakes.MISREAD_COMMENT}


# ── programs in odd dress ─────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def dressed(draw, programs, new_lines=True):
    """A program with odd case, blanks, line ends; with `new_lines` also with breaks, blank lines and comments."""
    chance = draw(st.randoms(use_true_random=False))
    parted = SEVERAL_WORDS.sub(lambda name: name[0].replace("_", chance.choice("_ ")), draw(programs))
    pieces = [piece for piece in PIECE.findall(parted) if not re.fullmatch(r"[^\S\n]+", piece)]
    ends = ["\n", "\r\n", " \n", "\t\r\n"]
    if new_lines:
        ends += ["\n\n", "\n \n\t\n", "\n#own line\n", "  #  behind\n", "#{\n\n\n# or\n", '# mass: allow ML402 "x"\n']
    text = chance.choice(["", "\ufeff", "", "\n\n" if new_lines else ""])
    for left, right in zip(pieces, [*pieces[1:], "\n"], strict=True):
        if left == "\n":
            text += chance.choice(ends)
            continue
        text += left if left[0] in '"#' else chance.choice([left, left, left.upper(), left.title()])
        if right != "\n":
            text += _between(left, right, chance, new_lines)
    return text + chance.choice(["", "\n", "\r\n"])


def _between(left, right, chance, new_lines):
    if "_" in (left, right):
        return ""
    if new_lines and (left in "{," or right == "}") and chance.random() < 0.3:
        return chance.choice(["\n", "\r\n\r\n", "  # c\n", "\n  \t# c\n"])
    if left.startswith(GLUED) or right.startswith(GLUED):
        return chance.choice(["", " ", "  ", "\t"])
    return chance.choice([" ", " ", "   ", "\t", " \f"]) if left.isalpha() or right.isalpha() else " "


ANY_PROGRAM = dressed(st.booleans().flatmap(lambda wrong: routines(wrong=wrong)))


def says(text):
    """What a text says, by the reader; comments by their words."""
    return [
        (line.content, ["".join(comment.text.split()) for comment in line.comments], line.allows)
        for line in parse(Source("test", text), NAMES).file.lines
    ]


# ── what always holds ─────────────────────────────────────────────────────────────────────────────────────────────────


@given(ANY_PROGRAM)
def test_the_form_says_the_same_and_is_its_own_form(text):
    form = form_of(text)

    assert not form.refused
    assert says(form.text) == says(text)
    assert massagelang.format(form.text) == form.text


@given(routines(), st.data())
def test_case_blanks_and_line_ends_do_not_matter(program, data):
    assert massagelang.format(data.draw(dressed(st.just(program), new_lines=False))) == massagelang.format(program)


@given(ANY_PROGRAM)
def test_the_checker_finds_the_same(text):
    def found(text):
        return [(one.code, one.severity) for one in check(text).diagnostics]

    assert found(massagelang.format(text)) == found(text)


@given(ANY_PROGRAM)
def test_lines_that_cannot_be_read_stay_and_are_named(text):
    """Which lines those are, the findings tell, not the formatter."""
    result = parse(Source("test", text), NAMES)
    bad = {finding.spot.line for finding in result.findings if finding.kind not in READABLE}
    form = form_of(text)
    rest = form.text
    plain = text.removeprefix("\ufeff").split("\n")

    assert len(form.unread) == len(bad)
    for first, last in form.unread:
        stretch = "\n".join(line.rstrip("\r") for line in plain[first - 1 : last])
        found = re.search(rf"^{re.escape(stretch)}$", rest, re.MULTILINE)
        assert found
        rest = rest[found.end() :]


@given(ANY_PROGRAM)
def test_every_comment_stays_beside_its_words(text):
    assert around_comments(massagelang.format(text)) == around_comments(text)


def around_comments(text):
    """For each comment its letters, whether it has a line of its own, and the letters of all words before it."""
    before, found = "", []
    for line in text.removeprefix("\ufeff").split("\n"):
        pieces = PIECE.findall(line)
        words = [piece for piece in pieces if not piece.startswith("#")]
        comment = "".join(piece for piece in pieces if piece.startswith("#"))
        plain = re.sub(r"[\s_]+", "", "".join(words).lower())
        before += plain.replace("perminute", "/min")
        if comment:
            found.append(("".join(comment.split()), plain == "", before))
    return found


@given(dressed(routines()))
def test_the_form_of_a_readable_text_is_tidy(text):
    form = form_of(text)
    outside = "\n".join(re.sub(r'"(?:\\["\\]|[^"\\\n])*"|#.*', "§", line) for line in form.text.split("\n"))

    assert form.unread == ()
    assert form.text.endswith("\n")
    assert not form.text.startswith(("\n", "\ufeff"))
    assert not re.search(r"[ \t\r]\n|\r|\n\n\n|\n\n\Z", form.text)
    assert not re.search(r"\{\n\n|\n\n *\}|,\n\n", outside)
    assert not re.search(
        r"\t|\f|[^\n ] {3,}| [,;:)]|[,;](?![ \n])|(?<=\S) {2}(?![§]|(?:why|note|caution|say|like) §)", outside
    )
    assert outside == outside.lower()
    assert all(len(line) - len(line.lstrip(" ")) in range(0, 99, 2) for line in outside.split("\n"))


@given(st.text(st.sampled_from(' \t\r\n\f\v\0\u2028\xa0\ufeff#"{}(),;:-ab1\x1dİſK')) | st.text())
def test_no_text_is_too_strange(text):
    form = massagelang.format(text)

    assert massagelang.format(form) == form
    assert says(form) == says(text)


# ── one thing at a time ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("line", REAL_LINES)
def test_real_lines_are_canonical_but_for_what_the_rules_name(line):
    expected = (
        re.sub(r" +(?=(why|note|caution) \")", "  ", line).replace("40 per minute", "40/min").replace("} ;", "};")
    )

    assert massagelang.format(line) == expected + "\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", ""),
        (" \t\r\n\n", ""),
        ("\ufeff", ""),
        ("\ufeffhands off", "hands off\n"),
        ("\ufeff\ufeffhands off", "\ufeff\ufeffhands off\n"),
        ("hands off  \r\n\r\n \t\r\n\r\n", "hands off\n"),
        ("\thands\toff\t", "hands off\n"),
        ("#", "#\n"),
        ("#\r\n#x\t \r\n", "#\n# x\n"),
        ('#mass:allow ML402 "x"', '# mass:allow ML402 "x"\n'),
        ('say "Ä  \u0041\u030a\t{"', 'say "Ä  \u0041\u030a\t{"\n'),
        ("check 12:30\u00b130 seconds", "check 12:30 +- 30s\n"),
        ("both sides {\n}", "both sides {\n}\n"),
        ("both sides{}", "both sides { }\n"),
        ('step "A"\n# one\n\n# two\nstep "B"', 'step "A"\n# one\n\n# two\nstep "B"\n'),
        ("pause 12345678901234567890 seconds", "pause 12345678901234567890 seconds\n"),
        ("MASS 1\nHands off", "mass 1\nhands off\n"),
        # what cannot be read: every blank stays, only the line end is a line feed
        ("  The  hands\toff  \r\n", "  The  hands\toff  \n"),
        ("hands off\u00a0\u2028", "hands off\u00a0\u2028\n"),
        ("both sides {\nhands off\n\u00a0\n\n", "both sides {\nhands off\n\u00a0\n"),
        ("both sides {\r\n  The hands off\r\n\r\nhands  off\r\n\r\n", "both sides {\n  The hands off\n\nhands  off\n"),
        ('Step  Long\nHANDS off\nStep  "B"', 'Step  Long\nhands off\n\nstep "B"\n'),
    ],
)
def test_the_form_of(text, form):
    assert massagelang.format(text) == form
    assert massagelang.format(form) == form


def test_what_is_unread_is_counted_in_lines():
    text = "hands off\nthe hands off\nboth sides {\n the hands off\n\n}\nhands off\n" + "the hands off"
    assert form_of(text).unread == ((2, 2), (3, 6), (8, 8))


def test_long_and_deep_texts():
    assert form_of("{" * 10_000).unread == ((1, 1),)
    assert form_of("repeat 2 { " * 33 + "hands off" + " }" * 33).unread == ((1, 1),)
    assert form_of("repeat 2 {\n" * 32 + "hands off\n" + "}\n" * 32).text.count("\n" + "  " * 31 + "}\n") == 1


def test_a_form_that_would_say_something_else_is_refused(monkeypatch):
    monkeypatch.setattr(form_file, "laid_out", lambda *_: "hands off")
    text = "hands  on back\n"

    assert formatted(text) == form_file.Formatted(text, refused=True)


@pytest.mark.parametrize(("one", "other"), [("towards", "toward"), ("anticlockwise", "counterclockwise")])
def test_two_spellings_of_a_word_are_one_in_the_tree(one, other):
    assert parsed(f"stroke both {one} spine").file == parsed(f"stroke both {other} spine").file
    assert parsed(f"stroke both up back, {one}").file != parsed(f"stroke both up back, {other}").file


# ── what is canonical as it stands ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_are_canonical(path, accept):
    text = path.read_text(encoding="utf-8")
    if accept:
        path.write_text(massagelang.format(text), encoding="utf-8", newline="\n")
    assert massagelang.format(text) == text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_blocks_of_the_pages_are_canonical(path, accept):
    page = path.read_text(encoding="utf-8")
    form = BLOCK.sub(lambda block: massagelang.format(block[1]), page)
    if accept:
        path.write_text(form, encoding="utf-8", newline="\n")
    assert BLOCK.search(page)
    assert form == page


def test_the_first_routine_is_canonical():
    assert massagelang.format(STARTER) == STARTER
