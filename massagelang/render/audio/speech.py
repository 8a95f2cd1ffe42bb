"""Speech by eSpeak NG, a program library that the extra `voice` brings along; the only module that knows it.

Clips are the same in each run that asks for the same phrases in the same order. eSpeak lets its pitch wander a little
from phrase to phrase, so that the same phrase is not the same clip when it is spoken again by the same program.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from attrs import define, field

from massagelang.render.audio.sound import RATE, Clip, samples
from massagelang.render.cues import Unwritable

EXTRA = "pip install 'massagelang[voice]'"
"""How to get the voice."""

LONGEST = 20_000
"""Milliseconds; a phrase that takes longer is not spoken."""

LANGUAGES = ("en",)
"""In which cues are told; a voice of one of them may have an accent, as in `en-us`."""

_WORDS_A_MINUTE, _VOLUME = 150, 85
_KEPT = 64
"""The clips that are kept, since passes are told in the same words."""
_SILENCE = 150
"""The greatest sample at the ends of a phrase that nobody hears."""

_SYNCHRONOUS, _DO_NOT_EXIT, _UTF_8, _SPEED, _LOUDNESS = 2, 0x8000, 1, 1, 2

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("espeakng_loader") is not None


@define(eq=False)
class Speech:
    """A voice of a language. Errors: Unwritable when it cannot speak here, or not this language."""

    language: str
    _voice: str = field(init=False)
    _clips: OrderedDict[str, Clip | None] = field(init=False, factory=OrderedDict)

    def __attrs_post_init__(self) -> None:
        """Look for a voice of that name, else of the language without its accent."""
        tried = (self.language.lower(), self.language.lower().partition("-")[0])
        known = (name for name in tried if name.partition("-")[0] in LANGUAGES and _can_speak(name))
        self._voice = next(known, "")
        if not self._voice:
            raise Unwritable(f"I have no voice for the language `{self.language}`. Write `--language en` or `en-us`.")

    def clip(self, phrase: str) -> Clip | None:
        """A phrase, spoken, without silence around it; None where nothing is heard, or for longer than LONGEST."""
        if phrase not in self._clips:
            self._clips[phrase] = _spoken(phrase, self._voice)
            if len(self._clips) > _KEPT:
                self._clips.popitem(last=False)
        self._clips.move_to_end(phrase)
        return self._clips[phrase]


def _spoken(phrase: str, voice: str) -> Clip | None:
    library, heard = _library(), bytearray()
    most = 2 * samples(LONGEST)

    def take(wave: Any, count: int, _: Any) -> int:
        """Called with each piece; anything but 0 ends the speech."""
        if wave and count > 0:
            heard.extend(ctypes.string_at(wave, 2 * count))
        return int(len(heard) > most)

    callback = _Callback(take)
    library.espeak_SetSynthCallback(callback)
    _choose(voice)
    text = phrase.encode("utf-8", "replace") + b"\0"
    library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, 0, 0, _UTF_8, None, None)
    library.espeak_Synchronize()
    return None if len(heard) > most else _trimmed(array("h", bytes(heard)))


def _trimmed(clip: Clip) -> Clip | None:
    first = next((at for at, value in enumerate(clip) if abs(value) > _SILENCE), None)
    if first is None:
        return None
    last = next(at for at in range(len(clip) - 1, -1, -1) if abs(clip[at]) > _SILENCE)
    return clip[first : last + 1]


def _can_speak(voice: str) -> bool:
    return voice.isascii() and _choose(voice) == 0


def _choose(voice: str) -> int:
    library = _library()
    failed: int = library.espeak_SetVoiceByName(voice.encode())
    library.espeak_SetParameter(_SPEED, _WORDS_A_MINUTE, 0)
    library.espeak_SetParameter(_LOUDNESS, _VOLUME, 0)
    return failed


@cache
def _library() -> Any:
    """The library, begun. Errors: Unwritable where this machine cannot run it."""
    try:
        loader = import_module("espeakng_loader")
        library = ctypes.CDLL(str(loader.get_library_path()))
        begin: Callable[..., int] = library.espeak_Initialize
        rate = begin(_SYNCHRONOUS, 0, str(loader.get_data_path()).encode(), _DO_NOT_EXIT)
    except (ImportError, OSError, AttributeError) as error:
        raise Unwritable("The voice cannot speak on this machine. Add `--voice off` for bells alone.") from error
    if rate != RATE:
        raise Unwritable("The voice cannot speak on this machine. Add `--voice off` for bells alone.")
    return library
