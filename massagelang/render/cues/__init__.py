"""The one stream of cues that every timed format is written from: made as it is asked for, in whole milliseconds."""

from massagelang.render.cues.cue import Cue, Heading, Joined
from massagelang.render.cues.signals import SIGNALS
from massagelang.render.cues.stream import DAY, MOST, TooLong, Unwritable, cues, length_of, shown, whole

__all__ = [
    "DAY",
    "MOST",
    "SIGNALS",
    "Cue",
    "Heading",
    "Joined",
    "TooLong",
    "Unwritable",
    "cues",
    "length_of",
    "shown",
    "whole",
]
