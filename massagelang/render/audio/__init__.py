"""The audio guide: bells at the cues and a voice before them, as one stream of samples for every audio format.

Nothing is imported here: whoever lists the formats comes by.
"""
