"""The audio guide: bells at the cues and a voice before them, as one stream of samples for every audio format."""

from massagelang.render.audio.guide import blocks_of, remark, samples_of
from massagelang.render.audio.sound import RATE

__all__ = ["RATE", "blocks_of", "remark", "samples_of"]
