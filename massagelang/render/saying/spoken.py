"""Words as they are spoken: without brackets and signs, and with every number as a word."""

from __future__ import annotations

import re

from massagelang.render.saying.notices import Notice, kind_of
from massagelang.render.saying.voice import Voice

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?![\w]|\.\d)")
_WITH_UNIT = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s?([a-z°%]+(?:/[a-z]+)?)(?!\w)")
_HUNDRED, _THOUSAND = 100, 1000
_MOST = 1_000_000


def spoken(words: str, voice: Voice) -> str:
    """A sentence for the ear; it stays the kind of sentence that it was."""
    made = _BRACKET.sub("", words)
    for sign, said in voice.phrases.tables["signs"].items():
        made = made.replace(sign, f" {said} " if said.isalpha() else said)
    made = _WITH_UNIT.sub(lambda found: f"{found[1]} {voice.find('units_spoken', found[2]) or found[2]}", made)
    made = _NUMBER.sub(lambda found: _in_words(found, voice), made)
    made = " ".join(made.split())
    made = made[:1].upper() + made[1:]
    return Notice(made, kind_of(words)) if kind_of(words) else made


def _in_words(found: re.Match[str], voice: Voice) -> str:
    whole = int(found[1].replace(",", ""))
    if whole >= _MOST:
        return found[0]
    words = cardinal(whole, voice)
    if found[2]:
        digits = " ".join(cardinal(int(digit), voice) for digit in found[2])
        return voice.say("cardinals", "point", low=words, high=digits)
    return words


def cardinal(number: int, voice: Voice) -> str:
    """A whole number below a million as words: `one hundred and twenty-five`."""
    small = voice.phrases.form("cardinals", "small").split()
    if number < len(small):
        return small[number]
    if number < _HUNDRED:
        tens = voice.phrases.form("cardinals", "tens").split()[number // 10 - 2]
        return f"{tens}-{small[number % 10]}" if number % 10 else tens
    size, key = (_HUNDRED, "hundred") if number < _THOUSAND else (_THOUSAND, "thousand")
    head = voice.say("cardinals", key, number=cardinal(number // size, voice))
    rest = number % size
    return voice.say("cardinals", "and", first=head, second=cardinal(rest, voice)) if rest else head
