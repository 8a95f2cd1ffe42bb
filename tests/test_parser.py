"""Text into a tree and findings: recovery, numbers and names, spans, keys and comments."""

from textwrap import dedent

import pytest
from marks import assert_marked, parsed, placed, statements, unmarked
from strategies import REAL_LINES

from massagelang.pipeline import check
from massagelang.source import Span
from massagelang.syntax import ast, mistakes
from massagelang.syntax.scanner import Names
from massagelang.syntax.sentences import ARTICLES, MEANINGS
from massagelang.syntax.tables import tables

# ── mistakes ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", mistakes.KINDS, ids=lambda kind: kind.name)
def test_kinds_prove_themselves(kind):
    plain, stretches = unmarked(kind.bad)
    found = placed(plain) or checked(plain)
    assert found == [(kind.code, *stretch) for stretch in stretches]
    assert placed(kind.good) == []


def checked(text):
    """Findings of the plan too: that a keyword stands where a name must, only the vocabulary can tell."""
    found = [(finding.code, finding.span.start, finding.span.end) for finding in check(text).diagnostics]
    return [one for one in found if one[0].startswith("ML0")]


def test_codes_and_names_are_unique():
    assert (
        len({kind.code for kind in mistakes.KINDS})
        == len({kind.name for kind in mistakes.KINDS})
        == len(mistakes.KINDS)
    )
    assert all(kind.code.startswith("ML0") for kind in mistakes.KINDS)


def test_every_keyword_has_its_meaning():
    assert set(MEANINGS) == set(tables().keywords.values())


@pytest.mark.parametrize("word", sorted(set(tables().keywords) - ARTICLES - {"side"}))
def test_every_keyword_out_of_place_says_what_it_is_for(word):
    (finding,) = parsed(f"repeat other {word}").findings
    assert finding.kind == mistakes.OUT_OF_PLACE
    assert MEANINGS[tables().keywords[word]] in finding.message


def test_independent_mistakes_are_all_found_at_their_words():
    assert_marked(
        """\
        mass 1
        routine «Back»
        step "One" «twise»
        hand left on sacrum; stroke right up back to«»; repeat 3
        repeat 3 times {
          stroke both up back «bridge» x
          knead over «the» shoulder; press thumbs for «5m»
          hack both; repeat «twice»
          squeeze both «&» roll both; «;» saw both
        }
        squeeze both over back «repeat» 3
        say «"breathe out»
        «}»
        stroke both up back
        """
    )


def test_blocks_and_neighbours_of_mistakes_survive():
    text = """\
        hand on sacrum; stroke & back; knead shoulder
        repeat 3 times {
          stroke both up back
          press thumbs for 5m
          hack both, slow
        }
        circle forearms over back
        """
    verbs = [action.verb.text for action in statements(dedent(text), ast.Action)]
    assert verbs == ["knead", "stroke", "hack", "circle"]
    assert len(statements(text, ast.Junk)) == 2
    (repeat,) = statements(text, ast.Repeat)
    assert len(repeat.block.phrases) == 3


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("bad bad bad { stroke both } ; hack both", ["stroke", "hack"]),
        ("repeat 3 { stroke both } { hack both }", ["stroke", "hack"]),
        ("{ stroke both }", ["stroke"]),
        ("stroke both } ; hack both", ["stroke", "hack"]),
        ("stroke both } hack both", ["stroke", "hack"]),
        ("stroke both;", ["stroke"]),
        ("; stroke both", ["stroke"]),
        ("stroke both;; hack both", ["stroke", "hack"]),
        ("repeat 2 { ; stroke both", ["stroke"]),
        ("repeat 2 { stroke both } knead", ["stroke"]),
        ("} repeat 3 {\nstroke both\n}\nhack both", ["stroke", "hack"]),
        ('repeat 2 {\nstroke both\nstep "x"\nhack both', ["stroke", "hack"]),
        ("together { stroke both & hack both\n saw both }", ["saw"]),
    ],
)
def test_statements_around_a_mistake_survive(text, verbs):
    assert placed(text)
    assert [action.verb.text for action in statements(text, ast.Action)] == verbs


def test_junk_has_the_extent_of_its_words():
    line = "hand on sacrum; stroke & back; knead shoulder"
    (junk,) = statements(line, ast.Junk)
    assert line[junk.span.start : junk.span.end] == "stroke & back"


def test_mends_are_edits():
    result = parsed("knead over the shoulder; repeat twice")
    assert [edit.text for finding in result.findings for edit in finding.edits] == ["", "2"]
    (action,) = ast.walk(result.file, ast.Action)
    assert action.path.legs[0].places[0].region.text == "shoulder"
    assert next(ast.walk(result.file, ast.Repeat)).what.count.low == 2


# ── nodes that have been wrong before ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("two_sides", ["left palm of «right» hand on sacrum", "stroke right knuckles of «left» hand"])
def test_a_tool_has_one_side(two_sides):
    assert_marked(two_sides)


def test_a_side_reaches_back_only_from_an_of():
    def arms(line):
        return [tool.arm.text if tool.arm else None for tool in ast.walk(parsed(line).file, ast.Tool)]

    assert arms("press heel and fingers of one hand") == ["one", "one"]
    assert arms("press thumbs and right forearm") == [None, "right"]
    assert arms("press thumbs and other") == [None, "other"]
    assert arms("forearm and hand left on back") == [None, "left"]


def test_rates_keep_their_unit():
    text = "stroke, 40 per minute, 2 per second, 90 per hour, 1 per breath, at 3cm/s, 40/min"
    rates = list(ast.walk(parsed(text).file, ast.Rate))
    assert [(rate.value, rate.unit) for rate in rates] == [
        (40, "/min"), (2, "/s"), (90, "/h"), (1, "/breath"), (3, "cm/s"), (40, "/min"),
    ]  # fmt: skip


def test_clock_places_are_read():
    text = "circle right palm clockwise from 10 oclock of abdomen to 2 OCLOCK"
    assert [place.clock for place in ast.walk(parsed(text).file, ast.Place) if place.clock] == [10, 2]


@pytest.mark.parametrize(
    "numeral",
    [
        *("9" * 400, "9" * 5000, f"{'9' * 400}s", f"{'9' * 400}cm", f"{'9' * 5000}:00", f"{'9' * 5000} oclock"),
        *("30ſ", "5ın", "30mın", "12:75", "5m", "3x", "1.2.3", "٣"),
    ],
)
@pytest.mark.parametrize(
    "line", ["pause {}", "stroke; repeat {}", "stroke {} beside spine", "check {}", "circle to {}"]
)
def test_numerals_that_mean_nothing_are_findings(numeral, line):
    assert placed(line.format(numeral))


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_names_of_several_words_are_joined_and_paired_ones_parted():
    names = Names(frozenset({("lower", "back"), ("hand", "over", "hand")}), frozenset({"leg"}))
    result = parsed("hand on Lower Back and left_leg; stroke hand over hand", names)
    assert not result.findings
    back, leg, hand = ast.walk(result.file, ast.Place)
    assert (back.region.text, leg.side.text, leg.region.text, hand.region.text) == ("lower_back", "left", "leg", "hand")
    assert (leg.side.span, leg.region.span) == (Span(23, 27), Span(28, 31))


def test_names_are_lower_case_and_composed():
    (place,) = ast.walk(parsed("Hand On CAFE\u0301").file, ast.Place)
    assert place.region.text == "caf\u00e9"


# ── lines, spans, keys ────────────────────────────────────────────────────────────────────────────────────────────

FILE = "\n".join(REAL_LINES) + "\n"


@pytest.mark.parametrize(
    "above", ["\n", "# a note\n\n", "stroke both, slow\n", "mass 2\n\n\n", "\ufeff", "bad bad bad\n"]
)
def test_lines_above_change_no_node_and_no_key(above):
    before, after = parsed(FILE).file.lines, parsed(above + FILE).file.lines
    after = after[len(after) - len(before) :]
    assert before == after
    assert [line.key for line in before] == [line.key for line in after]
    assert [spans(line) for line in before] == [spans(line) for line in after]
    assert {two.start - one.start for one, two in zip(before, after, strict=True)} == {len(above)}


def spans(tree):
    return [node.span for node in ast.walk(tree, ast.Node)]


def test_lines_begin_where_their_text_stands():
    text = "\ufeff# a\n\nhand on sacrum\r\nrepeat 2 {\n  stroke both\n}\n\nstroke both,\n  slow\n"
    for line in parsed(text).file.lines:
        assert text[line.start : line.start + len(line.text)] == line.text


def test_equal_lines_have_different_keys():
    keys = [line.key for line in parsed("stroke both\nstroke both\nstroke both\n").file.lines]
    assert len(set(keys)) == 3


def test_blanks_and_case_and_line_ends_do_not_matter():
    plain = parsed("hand left on sacrum; stroke right up back, slow\n").file
    for text in (
        "  hand\tleft   on sacrum ;stroke right up back,slow",
        "HAND Left on Sacrum; Stroke right UP back, SLOW\r\n",
        "\ufeffhand left on sacrum; stroke right up back,\n\n    slow\n",
        "hand left on sacrum; stroke right up back,   # how\r\n\tslow # so\r\n",
    ):
        (line,) = parsed(text).file.lines
        assert line.content == plain.lines[0].content
        assert not parsed(text).findings


def test_braces_stand_over_lines():
    text = "repeat 2 times {\n\n  stroke both # up\n  # and\n\n  hack both; saw both }; knead both\n"
    (line,) = parsed(text).file.lines
    assert not parsed(text).findings
    assert [len(block.phrases) for block in ast.walk(line, ast.Block)] == [2]


def test_comments_and_allows_are_kept_with_their_line():
    text = dedent(
        """\
        # for beginners
        hand on sacrum  # gently

        # mass: allow ML402 "the \\"client\\" asked"
        hack both over back # mass: allow percussion_over_kidneys "so"
        # the end
        """
    )
    first, second, last = parsed(text).file.lines
    assert [comment.text for comment in first.comments] == [" for beginners", " gently"]
    assert [(allow.code, allow.reason) for allow in second.allows] == [
        ("ML402", 'the "client" asked'),
        ("percussion_over_kidneys", "so"),
    ]
    assert len(second.comments) == 2
    assert last.content is None
    assert [comment.text for comment in last.comments] == [" the end"]


def test_marks_in_texts_and_comments_are_no_marks():
    text = 'say "a; b { c # d"  # e } f " g ; h\nstroke both\n'
    assert not placed(text)
    assert len(parsed(text).file.lines) == 2
