"""Small routines that between them use each construct that cues come from, and strings that harm careless formats."""

ROUTINES = {
    "card": "hand left on sacrum; stroke right up right_side to shoulder; repeat 3\n",
    "symbolic hands": "hand on sacrum; stroke other up back; return; repeat 3\nhands off\n",
    "both sides": (
        'step "Leg", both sides\nstroke both up left_leg, slow, light; repeat 2\npress thumbs on left calf for 5s\n'
    ),
    "together, an arm each": "together { stroke left up left_leg for 20s; hold right on sacrum for 20s }\n",
    "together, the same arms": (
        "both hands on lower_back\ntogether { squeeze both over lower_back; push both toward each_other }\n"
    ),
    "together, repeated": (
        "together { hold left on sacrum for 5min; press right on right calf for 5min }; repeat 2\npause 10s\n"
    ),
    "together, within together": (
        "both hands on lower_back\n"
        "together { receiver inhales; together { squeeze both over lower_back; push both toward each_other } }\n"
    ),
    "choices": "stroke both up back\nor stroke both down back for 1min\noptional { knead both on back for 30s }\n",
    "calls": (
        "define long_strokes(limb) { stroke both up limb; repeat 2 }\n"
        "do long_strokes(left_leg), other side\ndo long_strokes(left_leg)\ndo long_strokes(right arm)\n"
    ),
    "waits": 'hand on sacrum\nwait\nhold for 10s\nwait until "the breath is slow"\nstroke both up back until "warm"\n',
    "each": "each toe { rotate it, 3 times; pull it }\n",
    "words": (
        'section "Begin"\nstep "Talk"\nnote "warm your hands"\nsay "Breathe in."\nask "Is that all right?"\n'
        'stroke both up back   why "it soothes"   caution "not on the spine"\nnote "the last word"\n'
    ),
    "budget": (
        'routine "In time"\nsession: 20min\nstep "A" for 7min\nstroke both up back; repeat 11\n'
        'step "B"\nknead both on back; repeat 7\nstroke left up left_leg; repeat other side\n'
    ),
    "travel": "squeeze thumbs on sacrum; pull both up, sharp; release both; repeat moving up back\n",
    "people and things": (
        "receiver: prone\ncover legs\napply oil on your hands\nstroke both up back, pressure 2 to 4\n"
        "receiver turns supine\nplace stone on abdomen\npause 1min30s\n"
    ),
    "counted times": (
        "hold both on back for 5 breaths\npress thumbs on right toes for several minutes\npause a few seconds\n"
    ),
    "nothing": "# only a comment\n",
    "only notes": 'note "one"\nnote "two"\n',
}

TAILS = 'why "w" note "n" caution "c" say "s"'

TAILED = {
    "together": f"together {{ stroke left up left_leg; hold right on sacrum }} {TAILS}\n",
    "both sides": f"both sides {{ stroke both up leg }} {TAILS}\n",
    "optional": f"optional {{ stroke both up back }} {TAILS}\n",
    "each": f"each toe {{ pull it }} {TAILS}\n",
    "call": f"define long(limb) {{ stroke both up limb }}\ndo long(left_leg) {TAILS}\ndo long(left_leg)\n",
    "repeat block": f"repeat 3 times {{ stroke both up back }} {TAILS}\n",
    "repeat": f"stroke both up back; repeat 3 {TAILS}\n",
    "check before": f"check 0:00 {TAILS}\nstroke both up back; hold both on back for 5s\n",
    "placement": f"hands on back {TAILS}\nstroke both up back\n",
}
"""Routines with words behind a part; the cue that begins the part is to have them, and no other."""

NASTY = (
    'she said "breathe"',
    "in --> out",
    "<b>bold</b> <c.loud>x</c> <right>",
    "Tom &amp; Jerry & <3",
    "&lt;already&gt; &#39; &nbsp;",
    "{\\an8}{y:i} up",
    "back\\Nslash \\n \\",
    "🙂 émigré 👩‍👩‍👧 हाथ",
    "שלום עולם",
    "tab\there",
    "  spaces   within  ",
    "=1+1",
    "+49 30",
    "-5",
    "@SUM(A1)",
    "＝1+1",
    "'quoted', \"twice\"; a,b|c",
    "NOTE not a note",
    "STYLE",
    "WEBVTT",
    "00:00:01.000 --> 00:00:02.000",
    "7",
    "x" * 300,
    "word " * 120,
    "line\u2028separator \u2029 \x85 \x0b \x0c \x1c end",
    "bell \x07 and nul-ish \x01",
    "\u200fright\u200e mark \ufeff",
    "%s %d {} {0} $HOME `id`",
)


def quoted(text: str) -> str:
    """A text as a string of the notation."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def nasty_routine() -> str:
    """A routine that says every nasty string, has one as its title and one as the title of a step."""
    said = "".join(f"say {quoted(text)}\nstroke both up back\n" for text in NASTY)
    title, step = quoted('=cmd "--> <b>" & \\'), quoted("-->&<i>")
    return f"routine {title}\nreceiver: prone\nstep {step}\nnote {quoted(NASTY[1])}\n{said}"


def nasty_titles() -> str:
    """A routine whose steps are called by every nasty string."""
    steps = "".join(f"step {quoted(text)}\nstroke both up back for 7s\n" for text in NASTY)
    return f'routine "Titles"\nsection "A: b; c=d # e"\n{steps}'


EVERY = {
    **ROUTINES,
    **{f"words behind {name}": text for name, text in TAILED.items()},
    "nasty": nasty_routine(),
    "nasty titles": nasty_titles(),
    "sections": (
        'routine "Two"\nhold both on back for 2s\nsection "One"\nstep "A", both sides\nstroke both up left_leg\n'
        'step "B"\nhold both on back for 20s\nsection "Two", 2 times\nstep "A"\nhold both on back for 3s\n'
    ),
}
"""All of them, by name."""
