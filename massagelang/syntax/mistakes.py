"""The kinds of findings about words that cannot be read: ML0xx."""

from __future__ import annotations

from massagelang.diagnostic import Kind, Severity

_ERROR = Severity.ERROR

UNREADABLE = Kind(
    "ML001",
    "unreadable_words",
    _ERROR,
    "I cannot follow this line from `{words}` on.",
    hint="{expected}",
    why="The words before can be read, but what follows does not go on from them.",
    bad="stroke both up back «bridge»\n",
    good="stroke both up back, slow\n",
)
ENDS_EARLY = Kind(
    "ML002",
    "line_ends_early",
    _ERROR,
    "Something is missing here.",
    hint="{expected}",
    why="Something must still follow: a place after a preposition, a time after `for`.",
    bad="stroke both up back to«»\n",
    good="stroke both up back to shoulder\n",
)
OUT_OF_PLACE = Kind(
    "ML003",
    "word_out_of_place",
    _ERROR,
    "`{words}` cannot stand here: {meaning}.",
    hint="{expected}",
    why="Words of the grammar have one job each. Here they stand where only a name of the vocabulary can.",
    bad="squeeze both «repeat» on back\n",
    good="squeeze both on back; repeat 3\n",
)
ARTICLE = Kind(
    "ML004",
    "article",
    _ERROR,
    "Leave out `{words}`: places and tools stand without it.",
    why="The notation names places and tools bare: `hand on sacrum`.",
    bad="hand on «the» sacrum\n",
    good="hand on sacrum\n",
)
NUMERAL = Kind(
    "ML005",
    "unknown_numeral",
    _ERROR,
    "I do not understand the number `{words}`.",
    hint="{mend}",
    why="Times are written 30s, 2min, 1min30s or 1h; lengths 5cm or 2in; clock times 12:30.",
    bad="pause «5m»\n",
    good="pause 5min\n",
)
OPEN_TEXT = Kind(
    "ML006",
    "text_never_closed",
    _ERROR,
    "This text has no closing quotation mark.",
    hint='Close it with `"` on the same line.',
    why="A text stands between two quotation marks on one line.",
    bad='say «"breathe out»\n',
    good='say "breathe out"\n',
)
STRANGE = Kind(
    "ML007",
    "strange_character",
    _ERROR,
    "I do not know the character {words}.",
    hint="{mend}",
    why="Outside texts and comments a routine needs only words, numbers, blanks and `; , : { } ( ) - +- ±`.",
    bad="hand on sacrum «&» stroke other up back\n",
    good="hand on sacrum; stroke other up back\n",
)
OPEN_BRACE = Kind(
    "ML008",
    "brace_never_closed",
    _ERROR,
    "This `{{` is never closed.",
    hint="Write `}}` where the block ends. Until then I close it at the next heading or the end of the file.",
    why="Every `{` needs its `}`.",
    bad="repeat 3 times «{»\n  stroke both up back\n",
    good="repeat 3 times {\n  stroke both up back\n}\n",
)
STRAY_BRACE = Kind(
    "ML009",
    "brace_never_opened",
    _ERROR,
    "No `{{` belongs to this `}}`.",
    hint="Remove it, or open the block before.",
    why="Every `}` closes a block that a `{` opened.",
    bad="stroke both up back\n«}»\n",
    good="repeat 2 times {\n  stroke both up back\n}\n",
)
TOO_DEEP = Kind(
    "ML010",
    "blocks_too_deep",
    _ERROR,
    "Blocks stand more than {most} deep here.",
    hint="Move the inner lines to a `define` and call it with `do`.",
    why="Nobody can follow a routine with so many blocks in one another.",
    bad="repeat 2 times "
    + "{ repeat 2 times " * 31
    + "{ repeat 2 times «{»"
    + " stroke both up back"
    + " }" * 33
    + "\n",
    good="repeat 2 times { repeat 3 times { stroke both up back } }\n",
)
MISREAD_COMMENT = Kind(
    "ML011",
    "unreadable_allow",
    Severity.WARNING,
    "I cannot read this `mass:` comment.",
    hint='Write `# mass: allow ML402 "why it is all right here"`.',
    why="A comment that begins with `mass:` speaks to the checker; it names a code and a reason.",
    bad="stroke both up back  «# mass: alow ML402»\n",
    good="stroke both up back  # taught on the first day\n",
)
COUNT_WORD = Kind(
    "ML012",
    "count_as_word",
    _ERROR,
    "Write `{words}` as a number of times.",
    hint="Write `{mend}`.",
    why="Counts are numerals, so that everybody reads the same: `repeat 2`.",
    bad="stroke both up back; repeat «twice»\n",
    good="stroke both up back; repeat 2\n",
)

SENSELESS_NUMBER = Kind(
    "ML013",
    "senseless_number",
    _ERROR,
    "{why}.",
    hint="{mend}",
    why="Some numbers can be read but not be meant: half a time, a range from 5 to 3, an hour after 12.",
    bad="stroke both up back; repeat «2.5»\n",
    good="stroke both up back; repeat 2-3\n",
)
UNKNOWN_ESCAPE = Kind(
    "ML014",
    "unknown_escape",
    _ERROR,
    "I do not know `{words}` inside a text.",
    hint='Write `\\\\` for one backslash and `\\"` for a quotation mark.',
    why="Inside a text a backslash stands only before a quotation mark or another backslash.",
    bad='say "breathe«\\n»out"\n',
    good='say "breathe out"\n',
)
NO_UNIT = Kind(
    "ML015",
    "no_unit",
    _ERROR,
    "The number `{words}` has no unit.",
    hint="{mend}",
    why="A time needs its unit, so that nobody waits 30 minutes for 30 seconds; so does a length.",
    bad="hold both on back for «30»\n",
    good="hold both on back for 30s\n",
)
NO_TOOL = Kind(
    "ML016",
    "no_tool",
    _ERROR,
    "`{words}` does not say which tool.",
    hint="Name the tool: `{good}`.",
    why="A line that lays something down or lifts it begins with a tool: `left hand`, `both forearms`.",
    bad="«left» on sacrum\n",
    good="left hand on sacrum\n",
)
OTHER_QUOTES = Kind(
    "ML017",
    "other_quotation_marks",
    _ERROR,
    'I know only the plain `"` as a quotation mark.',
    hint='Write `"` around texts.',
    why="Texts stand between two plain quotation marks. Many editors change them to curved ones; turn that off.",
    bad="say «“breathe out”»\n",
    good='say "breathe out"\n',
)

SURE = frozenset(kind.code for kind in (UNREADABLE, OUT_OF_PLACE, ARTICLE, NUMERAL, COUNT_WORD, OTHER_QUOTES))
"""Codes whose edits only write in the form of the notation what is meant in any case."""

KINDS = tuple(value for value in globals().values() if isinstance(value, Kind))
