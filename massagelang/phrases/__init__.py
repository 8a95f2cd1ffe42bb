"""The words of prose and cues as data: one file a language, forms with slots, and the rules for what has no form."""

from massagelang.phrases.load import (
    PhraseError,
    Phrases,
    build,
    frame_of,
    load,
    load_short,
    manner_form,
    missing,
    plural,
)

__all__ = ["PhraseError", "Phrases", "build", "frame_of", "load", "load_short", "manner_form", "missing", "plural"]
