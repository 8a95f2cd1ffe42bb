"""Who speaks: the words of a language, the word for the receiver, and what `it` and `them` mean at the moment."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from massagelang.phrases import Phrases, load
from massagelang.plan.model import Act, Plan, Target, Tool
from massagelang.render.saying.notices import Notice
from massagelang.vocabulary import Vocabulary, Word

MOST_WORDS = 20
"""The longest sentence of a handout."""

UNITS = ("metric", "imperial", "body")
"""In what lengths may be told: centimetres, inches, breadths of a finger."""


@frozen
class Voice:
    """What every sentence needs to know besides the plan.

    `person` is the word for the receiver; with `own_body` the giver works on themselves. `opening` is the first act of
    the step; `of_a_person` is set while it is told what somebody does without hands; `doing` is the act whose how-words
    are told. A sentence is cut where it can be rather than grow beyond `most_words`; what leads along a path stays in
    one sentence up to `most_of_path` words. `units` is one of UNITS, or empty for lengths as they were written.
    With `joins` what closes a sentence may join it; without, each thing has a sentence of its own. `tells_conditions`
    is set where what is the matter with the receiver may be told in notes.
    """

    person: str = "partner"
    own_body: bool = False
    phrases: Phrases = field(factory=load, eq=False, repr=False)
    it: Target | None = None
    them: tuple[Tool, ...] = ()
    words: Vocabulary | None = field(default=None, eq=False, repr=False)
    opening: Act | None = field(default=None, eq=False, repr=False)
    of_a_person: bool = False
    doing: Act | None = field(default=None, eq=False, repr=False)
    most_words: int = MOST_WORDS
    most_of_path: int = MOST_WORDS
    joins: bool = True
    units: str = ""
    tells_conditions: bool = False

    def say(self, table: str, key: str, **slots: str) -> str:
        """A form with its slots filled; `{person}` always is."""
        return self.phrases.say(table, key, person=self.person, **slots)

    def find(self, table: str, key: str) -> str:
        """A form as written, or nothing."""
        return self.phrases.find(table, key) or ""

    def own(self, table: str, word: Word) -> str:
        """How a word is said where its name does not do: as it says itself, else as the language has it, or nothing."""
        return word.prose or self.find(table, word.id)

    def about(self, target: Target) -> Voice:
        """The same voice, calling a place `it`."""
        return evolve(self, it=target)

    def led_by(self, words: str) -> Voice:
        """The same voice for a sentence that other words will lead into, so that both together stay short."""
        taken = length(words)
        return evolve(self, most_words=self.most_words - taken, most_of_path=self.most_of_path - taken)

    def after(self, tools: tuple[Tool, ...]) -> Voice:
        """The same voice, calling the tools that were just named `them`."""
        return evolve(self, them=tools)


def voice_for(plan: Plan, person: str = "") -> Voice:
    """The voice for a plan: `person`, else the word that goes with who the receiver is (baby, client, partner)."""
    words = [word for value in plan.property("receiver") for word in value.split()]
    phrases = load()
    known = (phrases.find("persons", posture.id) for word in words if (posture := plan.vocabulary.posture(word)))
    person = person or next(filter(None, known), "") or phrases.form("persons", "usual")
    return Voice(person, own_body="self" in plan.property("giver"), words=plan.vocabulary)


def listed(things: Sequence[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {word} {things[-1]}"


def sentence(words: str) -> str:
    """Words as a sentence: a capital first, a period last unless it ends already."""
    if isinstance(words, Notice):
        return words
    words = words.strip()
    if not words:
        return ""
    words = words[0].upper() + words[1:]
    ends = words.rstrip("”’)")
    return words if ends.endswith((".", "!", "?", "…")) and (ends == words or words.endswith("”")) else words + "."


def lowered(words: str) -> str:
    """A sentence as it goes on after other words: without its capital."""
    return words[:1].lower() + words[1:]


def length(words: str) -> int:
    """How many words there are."""
    return len(words.split())


def plain(name: str) -> str:
    """A name as words: `lower_back` as `lower back`."""
    return name.replace("_", " ")


def inline(text: str) -> str:
    """A writer's string inside a sentence: without its own period."""
    return text.strip().rstrip(".")
