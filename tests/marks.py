"""Reading marked text in tests: « » stand around the words that a finding should underline."""

from massagelang.source import Source
from massagelang.syntax import ast
from massagelang.syntax.parser import parse


def parsed(text, names=None):
    return parse(Source("test", text), names) if names else parse(Source("test", text))


def placed(text):
    """Each finding as (code, start, end) in the whole text."""
    result = parsed(text)
    starts = {line.key: line.start for line in result.file.lines}
    return [
        (
            finding.kind.code,
            *(starts[finding.spot.line] + end for end in (finding.spot.span.start, finding.spot.span.end)),
        )
        for finding in result.findings
    ]


def unmarked(marked):
    """A text without its « » marks, and the stretches that they mark."""
    plain, stretches = "", []
    for letter in marked:
        if letter == "«":
            stretches.append([len(plain), 0])
        elif letter == "»":
            next(stretch for stretch in reversed(stretches) if not stretch[1])[1] = len(plain) or -1
        else:
            plain += letter
    return plain, [tuple(stretch) for stretch in stretches]


def assert_marked(marked):
    plain, stretches = unmarked(marked)
    assert sorted(found[1:] for found in placed(plain)) == sorted(stretches)


def statements(text, kind=ast.Statement):
    return list(ast.walk(parsed(text).file, kind))
