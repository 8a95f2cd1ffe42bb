"""What a line means when one word is swapped: a keyword for a name, a name for a keyword.

Most swaps are refused. What still parses, stands in `golden/word_swaps.md`, so that silent misreadings are seen in
review: a name that a swap makes is refused later if the vocabulary does not have it, so what matters are swaps that
move the other words into other roles.
"""

from golden_files import assert_same_as_golden
from strategies import REAL_LINES

from massagelang.syntax.reader import Stuck, read
from massagelang.syntax.scanner import scan
from massagelang.syntax.tables import tables

NAMES = ("sacrum", "stroke", "swift")
CLASSES = {terminal: word for word, terminal in reversed(tables().keywords.items()) if "_" not in word}
CLASSES["EACH_OTHER"] = "each_other"


def test_swapped_words_are_read_as_reviewed(accept):
    made = "".join(f"## `{line}`\n\n{swaps}\n" for line in REAL_LINES if (swaps := "".join(_swaps(line))))
    assert_same_as_golden("word_swaps.md", _HEAD + made.rstrip("\n") + "\n", accept)


_HEAD = """\
# What still parses when one word is swapped

Made by `tests/test_word_swap.py`. `[word]` is the word that was taken out; behind it stand what was put in and the role
that it is read in, as rules of the grammar; `name` is any name. Keywords that are read as a name in the same role are
counted. **Bold** are swaps that change the roles of other words, with the first of those words and its new role.

"""


def test_all_names_are_alike_to_the_grammar():
    for line in REAL_LINES:
        for token in _words(line):
            assert len({str(_roles(_swapped(line, token, name), token.start, len(name))) for name in NAMES}) == 1


def _words(line):
    return [token for token in scan(line)[0] if token.kind == "WORD"]


def _swapped(line, token, word):
    return line[: token.start] + word + line[token.end :]


def _roles(line, at=0, length=0):
    """Each kept word's place in the tree, in order; the swapped one first. Nothing when the line is refused."""
    try:
        tree = read(scan(line)[0], lambda rule, parts, span: (rule, parts, span))
    except Stuck:
        return None
    roles = list(_leaves(tree, ()))
    own = next((role for role, start, end in roles if start <= at < end), "joined")
    words = [(role, line[start:end]) for role, start, end in roles if not start <= at < end]
    return own, words, [rule for rule in _rules(tree) if rule not in _CHAINS]


_CHAINS = (
    *("line", "phrase", "statement", "region", "region_of", "place", "tool_side", "place_side", "how"),
    *("one_sided", "plain_body"),
)


def _leaves(node, above):
    if len(node) == 3:
        rule, parts, _ = node
        for part in parts:
            yield from _leaves(part, above if rule in _CHAINS else (*above, rule))
    else:
        yield (" > ".join((*above[-2:], node.kind)), node.start, node.end)


def _rules(node):
    if len(node) == 3:
        yield node[0]
        for part in node[1]:
            yield from _rules(part)


def _swaps(line):
    for token in _words(line):
        before = _roles(line, token.start)
        is_name = before[0].endswith("NAME")
        outcomes = {}
        for word in CLASSES.values() if is_name else NAMES[:1]:
            after = _roles(_swapped(line, token, word), token.start, len(word))
            if after is not None:
                outcomes.setdefault(_outcome(before, after), []).append(word if is_name else "name")
        if outcomes:
            shown = "; ".join(_shown(words, outcome, before[0]) for outcome, words in sorted(outcomes.items()))
            yield f"- `[{token.text}]` {_where(line, token)}→ {shown}\n"


def _shown(words, outcome, own):
    """Keywords that stand as a name where the name stood are only counted: no vocabulary has them."""
    return f"{len(words)} keywords as a name" if outcome == own else f"{' '.join(sorted(words))}: {outcome}"


def _where(line, token):
    """Which one is meant, when a line has the word twice."""
    same = [other.start for other in _words(line) if other.text == token.text]
    return f"({same.index(token.start) + 1}) " if len(same) > 1 else ""


def _outcome(before, after):
    own, words, _ = after
    old = dict(enumerate(before[1]))
    changed = next(((word, role) for place, (role, word) in enumerate(words) if old.get(place) != (role, word)), None)
    if changed is None and len(words) == len(old):
        return own
    if changed is None:
        return f"**{own}**"
    return f"**{own}, and `{changed[0]}` as {changed[1]}**"
