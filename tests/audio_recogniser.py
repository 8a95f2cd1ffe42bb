"""A recogniser that knows a closed list of phrases: PocketSphinx with a grammar of them, and a little noise."""

import random
import re
from array import array

from audio_ears import RATE

_PAD = RATE * 3 // 10


def words(phrase):
    """A phrase as the recogniser writes it."""
    return re.sub(r"[^a-z ]", "", phrase.lower())


class Recogniser:
    """Tells which of the phrases it hears."""

    def __init__(self, phrases):
        from pocketsphinx import Decoder

        self.known = {words(phrase): phrase for phrase in phrases}
        self.decoder = Decoder(lm=None, samprate=RATE, nfft=1024, loglevel="FATAL")
        unknown = [word for phrase in self.known for word in phrase.split() if self.decoder.lookup_word(word) is None]
        assert not unknown
        grammar = f"#JSGF V1.0; grammar cues; public <cue> = {' | '.join(self.known)};"
        self.decoder.add_jsgf_string("cues", grammar)
        self.decoder.activate_search("cues")
        self.noise = random.Random(1)

    def hears(self, samples):
        """The phrase that was spoken, or nothing."""
        padded = [*[0] * _PAD, *samples, *[0] * _PAD]
        noisy = (value + int(self.noise.gauss(0, 60)) for value in padded)
        sound = array("h", (max(-32768, min(32767, value)) for value in noisy))
        self.decoder.start_utt()
        self.decoder.process_raw(sound.tobytes(), full_utt=True)
        self.decoder.end_utt()
        found = self.decoder.hyp()
        return self.known.get(found.hypstr) if found else None
