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


# ── slips ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("marked", "hint"),
    [
        ("hold both on back for «30»", "Write a unit: `30s`, `30min`."),
        ("pause «30»", "Write a unit: `30s`, `30min`."),
        ("pause «20-30», slow", "Write a unit: `20-30s`, `20-30min`."),
        ("repeat for «2» {\nstroke both up back\n}", "Write a unit: `2s`, `2min`."),
        ('step "Rest" for «5»', "Write a unit: `5s`, `5min`."),
        ("hold both on back for «30 sec»", "Write `30s`."),
        ("hold both on back for 30 «parsecs»", "Write a unit: `30s`, `30min`."),
        ("press thumbs «2» beside spine", "Write a unit: `2cm`, `2 fingers`."),
        ("stroke both up back «3 times»", "Put `,` before `3 times`."),
        ("stroke both up back «3-5 times», slow", "Put `,` before `3-5 times`."),
        ("stroke both up back «about 3 times»", "Put `,` before `about 3 times`."),
        ("stroke both up back «40 per minute»", "Put `,` before `40 per minute`."),
        ("stroke both up back «slow»", "Put `,` before `slow`."),
        ("stroke both up back «slow», light", "Put `,` before `slow`."),
        ("stroke both up back «slow» for 5s", "Put `,` before `slow`."),
        ("stroke both up back «very slow»", "Put `,` before `very slow`."),
        ("stroke both up back «pressure 3»", "Put `,` before `pressure 3`."),
        ("stroke both up back «30s»", "Put `for` before `30s`."),
        ("stroke both up back «repeat» 3", "Put `;` before `repeat`."),
        ("«left» on sacrum", "Name the tool: `left hand on sacrum`."),
        ("«both» off", "Name the tool: `both hands off`."),
        ("hand on sacrum; «right» on back", "Name the tool: `right hand on back`."),
        ("«twice» { stroke both up back }", "Write `repeat 2 times`."),
        ("«3 times» { stroke both up back }", "Put `repeat` before it: `repeat 3 times { … }`."),
        ("repeat«» { stroke both up back }", "Say how often: `repeat 3 times { … }`."),
        ("hands off «for 5s»", "Write the time as a pause after it: `hands off; pause 5s`."),
        ("left hand off «for about 5s»; wait", "Write the time as a pause after it: `left hand off; pause about 5s`."),
        ("hold both on back for «99999999999999999999s»", "It is too long; write a smaller number."),
        ("pause «٣»", "Write numbers with the digits 0 to 9."),
        ("stroke both up back; repeat «99999999999999999»", "Write a number up to 1000000000000000."),
        ("stroke both up back, «pressure 6»", "Write `pressure 6 of 10` if that is your scale."),
        ("stroke both up back, «pressure 2 to 6-7»", "Write `pressure 2 to 6-7 of 10` if that is your scale."),
        ("stroke both up back, «pressure 60»", "Write `pressure 60 of 100` if that is your scale."),
        ("stroke both up back, «pressure 999»", "Write a number from 1 to 5."),
    ],
)
def test_a_slip_is_told_with_its_mend(marked, hint):
    text, (stretch,) = unmarked(marked)
    (finding,) = parsed(text).findings
    assert (finding.spot.span.start, finding.spot.span.end) == stretch
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("stroke both up back 3 times", "stroke both up back, 3 times"),
        ("stroke both up back 30s", "stroke both up back for 30s"),
        ("stroke both up back repeat 3", "stroke both up back; repeat 3"),
        ("left on sacrum; both off", "left hand on sacrum; both hands off"),
        ("twice { stroke both }", "repeat 2 times { stroke both }"),
        ("3 times { stroke both }", "repeat 3 times { stroke both }"),
        ("hands off for 5s", "hands off; pause 5s"),
        ("say “breathe out”   note «x; y»", 'say "breathe out"   note "x; y"'),
        ("step ‘Long strokes’, 3 times", 'step "Long strokes", 3 times'),
        ("say 'don’t'", 'say "don’t"'),
        ("say „breathe“", 'say "breathe"'),
        ("say “breathe", 'say "breathe'),
    ],
)
def test_the_edits_of_a_slip_mend_it(wrong, right):
    for finding in parsed(wrong).findings:
        assert finding.edits
    edits = [edit for finding in parsed(wrong).findings for edit in finding.edits]
    for edit in sorted(edits, key=lambda edit: edit.spot.span.start, reverse=True):
        wrong = wrong[: edit.spot.span.start] + edit.text + wrong[edit.spot.span.end :]
    assert wrong == right


def test_a_text_in_other_marks_is_one_mistake_and_read():
    assert_marked_plainly("step “Long strokes”\nsay ‘breathe; out’ {", [(5, 19), (24, 38)])
    (words,) = statements("say ‘don’t; breathe’", ast.Words)
    assert words.text == "don’t; breathe"


def assert_marked_plainly(text, stretches):
    assert [found[1:] for found in placed(text) if found[0] == "ML017"] == stretches


def test_an_apostrophe_opens_no_text():
    assert placed("hand on client's back; hold client's arm") == [("ML007", 14, 15), ("ML007", 34, 35)]


def test_a_how_word_before_its_statement():
    names = Names(hows=frozenset({("gently", "gentle")}))
    (finding,) = parsed("gently stroke both up back", names).findings
    assert (finding.spot.span, finding.kind) == (Span(0, 6), mistakes.OUT_OF_PLACE)
    assert finding.hint == "Write it after a comma at the end: `stroke …, gentle`."


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
