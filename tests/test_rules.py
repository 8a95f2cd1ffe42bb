"""Every kind of finding proves itself: its bad example gives it alone and at the marked words, its good one nothing."""

import pytest

from massagelang.pipeline import check, kinds

EVERY_KIND = list(kinds().values())


def found(text):
    return [(one.code, one.span.start, one.span.end) for one in check(text).diagnostics]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_bad_example_gives_this_finding_alone_and_at_the_marked_words(kind):
    before, words, after = kind.bad.replace("»", "«").split("«")

    assert found(before + words + after) == [(kind.code, len(before), len(before + words))]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_good_example_gives_no_finding(kind):
    assert found(kind.good) == []


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_findings_are_said_in_whole_sentences(kind):
    for one in check(kind.bad.replace("«", "").replace("»", "")).diagnostics:
        assert one.message.endswith(".")
        assert "{" not in one.message.replace("`{`", "").replace("`}`", "")
        assert one.message[0].isupper() or one.message[0] == "`"
        assert not any(word in one.message.lower() for word in ("invalid", "illegal", "token", "dangerous", "unsafe"))


def test_codes_and_names_are_used_once():
    assert len({kind.code for kind in EVERY_KIND}) == len(EVERY_KIND)
    assert len({kind.name for kind in EVERY_KIND}) == len(EVERY_KIND)


def test_sources_that_are_cited_are_known_and_not_our_own_estimate():
    from massagelang.vocabulary import load

    for kind in EVERY_KIND:
        for source in kind.sources:
            assert load().source(source) is not None, (kind.code, source)


@pytest.mark.parametrize("kind", [kind for kind in EVERY_KIND if kind.code >= "ML4"], ids=lambda kind: kind.name)
def test_an_allow_with_a_reason_settles_it(kind):
    bad = kind.bad.replace("«", "").replace("»", "")
    first, *rest = bad.splitlines()
    for code in (kind.code, kind.name):
        assert found(f'# mass: allow {code} "agreed with the teacher"\n{first}\n' + "\n".join(rest)) == [] or rest
        lines = [f'{line}  # mass: allow {code} "agreed"' for line in bad.splitlines()]
        assert found("\n".join(lines)) == []
