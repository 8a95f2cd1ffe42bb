"""Where a word is a keyword and where a name: the table is made from the grammar and pinned."""

import pytest
from golden_files import assert_same_as_golden

from massagelang.syntax.slots import SLOTS, keywords_at, slot_table


def test_slot_table_is_as_reviewed(accept):
    assert_same_as_golden("slots.md", slot_table(), accept)


@pytest.mark.parametrize(
    ("beginning", "keywords", "names"),
    [
        ("stroke ", {"up", "right", "over", "hand"}, {"sacrum", "repeat", "degrees"}),
        ("hand on ", {"left", "hand", "it"}, {"sacrum", "up", "inside"}),
        ("stroke up back, ", {"very", "pressure", "for"}, {"slow", "left", "hand"}),
        ("repeat ", {"other", "several", "for"}, {"left", "3"}),
        ("receiver ", set(), {"turns", "left", "repeat"}),
    ],
)
def test_keywords_of_a_slot(beginning, keywords, names):
    found = keywords_at(beginning)
    assert keywords <= found
    assert not names & found


def test_every_slot_can_be_reached():
    for beginning in SLOTS:
        keywords_at(beginning)
