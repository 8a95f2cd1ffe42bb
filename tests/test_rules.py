"""Every kind of finding proves itself: its bad example gives it alone and at the marked words, its good one nothing."""

import pytest

from massagelang.diagnostic import Finding, Severity
from massagelang.pipeline import check, kinds
from massagelang.rules.allowed import Allowed
from massagelang.rules.rule import rule
from massagelang.rules.style.allows import KINDS as OF_COMMENTS
from massagelang.source import Source, Span, Spot
from massagelang.syntax.parser import parse

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


def test_what_is_common_knowledge_or_an_estimate_cites_nothing_and_the_rest_does():
    for kind in EVERY_KIND:
        assert kind.confidence in ("", *"HMLKE"), kind.code
        assert bool(kind.sources) == (kind.confidence in tuple("HML")), kind.code
        assert kind.confidence or not kind.code.startswith(("ML4", "ML5")), kind.code


def test_limits_are_numbers_and_say_their_unit():
    for kind in EVERY_KIND:
        for name, number in kind.limits.items():
            assert name.isidentifier(), kind.code
            assert name == name.lower(), kind.code
            assert number > 0, kind.code


def test_limits_that_a_house_sets_go_before_those_of_the_rule():
    seen = []

    @rule(code="ML999", severity=Severity.INFO, message="x", bad="x", good="x", limits={"longest_s": 60, "turns": 2})
    def limited(plan, kind, limits):
        """Why."""
        seen.append(dict(limits))
        yield from ()

    list(limited.findings(None))
    list(limited.findings(None, {"longest_s": 90}))

    assert seen == [{"longest_s": 60, "turns": 2}, {"longest_s": 90, "turns": 2}]


def test_what_cannot_be_settled_is_never_allowed_away():
    made = {"code": "ML400", "severity": Severity.ERROR, "message": "x", "bad": "x", "good": "x"}
    settled, stays = (rule(**made, can_be_allowed=can)(lambda plan, kind: iter(())).kind for can in (True, False))
    file = parse(Source("a", 'hold both on back  # mass: allow ML400 "agreed"\n')).file
    at = Spot(file.lines[0].key, Span(0, 4))

    assert Allowed((file,)).settles(Finding(settled, at))
    assert not Allowed((file,)).settles(Finding(stays, at))


def may_be_allowed(kind):
    return kind.code >= "ML2" and kind.settled and kind not in OF_COMMENTS


@pytest.mark.parametrize("kind", list(filter(may_be_allowed, EVERY_KIND)), ids=lambda kind: kind.name)
def test_an_allow_with_a_reason_settles_it(kind):
    first, marked, rest = kind.bad.partition("«")
    line, end, below = rest.partition("\n")
    bad = (first + marked + rest).replace("«", "").replace("»", "")
    for code in (kind.code, kind.name):
        allow = f'# mass: allow {code} "agreed with the teacher"'
        assert found(f"{first}{line}  {allow}{end}{below}".replace("»", "")) == []
        assert "\n" in bad.strip() or found(f"{allow}\n{bad}") == []
