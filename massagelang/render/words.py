"""The words of single acts and events, for prose, cues and voices: pure functions of the plan's parts."""

from __future__ import annotations

from attrs import evolve, frozen

from massagelang.plan.events import Event
from massagelang.plan.model import Act, Plan
from massagelang.render.saying import tools
from massagelang.render.saying.acts import act_sentences
from massagelang.render.saying.voice import Voice, voice_for


@frozen
class Options:
    """What the reader chooses: `person` is the word for the receiver (partner, client, baby).

    `own_body` is set when the giver works on themselves. Cues may begin with `lead_in` milliseconds to get ready;
    `start` is the local time at which the routine begins, as `2026-12-01T18:00`, for calendars. An audio guide has a
    `voice` (full, short, off) of a `language` (en, en-us …), which begins a phrase at most `lead` milliseconds before
    what it tells of.
    """

    person: str = ""
    own_body: bool = False
    lead_in: int = 0
    start: str = ""
    voice: str = "full"
    lead: int = 8000
    language: str = "en"


def for_plan(plan: Plan, options: Options) -> Options:
    """The options with what the plan says of the giver and the receiver."""
    voice = voice_for(plan, options.person)
    return evolve(options, person=voice.person, own_body=voice.own_body)


USUAL = Options()


def voice_of(options: Options = USUAL) -> Voice:
    """The voice that speaks by these options."""
    return Voice(options.person, options.own_body) if options.person else Voice(own_body=options.own_body)


def act_sentence(act: Act, options: Options = USUAL) -> str:
    """All that is said about an act, as sentences; nothing for moves and resets, which are only timed."""
    return " ".join(act_sentences(act, voice_of(options)))


def cue_text(event: Event, options: Options = USUAL) -> str:
    """One line for a screen: all that is said of the act, however long; nothing for moves."""
    return on_screen(spoken_text(event, options))


def on_screen(spoken: str) -> str:
    """What a voice says as a screen shows it."""
    return spoken.removesuffix(".")


def spoken_text(event: Event, options: Options = USUAL) -> str:
    """What a voice says at the event: the command and how it is done as sentences; nothing for moves."""
    return " ".join(act_sentences(_bare(event.act), voice_of(options)))


def hands_text(act: Act, options: Options = USUAL) -> str:
    """The tools of an act: `your left hand`, `both hands`; nothing where the writer named none."""
    return tools.tools(act.tools, voice_of(options)) if tools.are_said(act.tools) else ""


def _bare(act: Act) -> Act:
    return evolve(act, tails=()) if act.tails else act
