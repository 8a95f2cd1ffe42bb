"""The one stream of cues that every timed format is written from: made as it is asked for, in whole milliseconds."""

from massagelang.render.cues.cue import Cue, Heading, Joined
from massagelang.render.cues.stream import DAY, MOST, TooLong, cues, shown, whole

__all__ = ["DAY", "MOST", "Cue", "Heading", "Joined", "TooLong", "cues", "shown", "whole"]
