"""Words about receivers, scales and schools: no plan needs their types unless they are written."""

from __future__ import annotations

from attrs import frozen

from massagelang.vocabulary.model import Word


@frozen(kw_only=True, eq=False, repr=False)
class Condition(Word):
    """`fever`: what is the matter with a receiver; `counted` are the units that may tell how long or how far on."""

    counted: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str


@frozen(kw_only=True, eq=False, repr=False)
class Scale(Word):
    """`walton`: a scale of pressure, its lowest and highest number, and what its numbers mean in order."""

    low: float
    high: float
    levels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str


@frozen(kw_only=True, eq=False, repr=False)
class Style(Word):
    """`thai`: a school or kind of treatment; `minutes` is how long a session usually takes, shortest and longest."""

    minutes: tuple[float, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str


@frozen(kw_only=True, eq=False, repr=False)
class Homonym(Word):
    """`mo`: a word that schools use for different things; `means` are the words to write for them.

    `asks` marks one that this vocabulary has too, where the writer should be asked what is meant.
    """

    means: tuple[str, ...]
    asks: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Hint(Word):
    """`skip`: a word that people write and the notation has not; `says` asks for what to write instead.

    `at` are the kinds of words in whose place it stands; `write` is the word to put there, empty where that depends.
    """

    at: tuple[str, ...]
    write: str = ""
