"""The kinds of findings about words that the vocabulary has otherwise, or that a house brings (ML14x)."""

from __future__ import annotations

from massagelang.diagnostic import Kind, Severity

_ERROR, _INFO = Severity.ERROR, Severity.INFO

UNKNOWN_RECEIVER = Kind(
    "ML141",
    "unknown_receiver_word",
    _ERROR,
    "I do not know the word `{word}` for a receiver.",
    hint="{hint}",
    why="After `receiver:` stand positions, persons or animals, and conditions such as `pregnant 26 weeks`. A slip in "
    "one of them would hide what must be heeded. `mass words` lists them; what is not there is told as a text.",
    bad="receiver: prone, «varicose_viens»\nstroke both up back\n",
    good='receiver: prone, varicose_veins, "likes it quiet"\nstroke both up back\n',
)
SEVERAL_TECHNIQUES = Kind(
    "ML142",
    "several_techniques",
    _ERROR,
    "`{word}` is the name of more than one technique.",
    hint="{hint}",
    why="Schools call different techniques by one name. Where the notation has no meaning of its own for it, the "
    "writer chooses; `mass words mo` tells what each of them is.",
    bad="«mo» both over abdomen\n",
    good="mo_rub both over abdomen\n",
)
MEANT_DIFFERENTLY = Kind(
    "ML143",
    "meant_differently",
    _INFO,
    "Schools mean different things by `{word}`; here it is read so: {says}",
    hint="{hint}",
    why="A name that some schools use for light rubbing and others for deep work should not be left to the reader.",
    bad="«friction» both over back\n",
    good="circular_friction both over back\n",
)
WORDS_FILE = Kind(
    "ML144",
    "words_not_taken",
    _ERROR,
    "I could not take the words of `{word}`: {reason}.",
    hint="Mend the file, or take this line out. A word of ours is never changed: add words, or names for ours.",
    why="`words:` names a file with the words of a house. It is checked as our own tables are.",
    bad='words: «"house.toml"»\nstroke both up back\n',
    good="stroke both up back\n",
)

WHICH_HAIRLINE = Kind(
    "ML145",
    "which_hairline",
    Severity.WARNING,
    "`hairline` is the line above the forehead, and this way runs along the {along}.",
    hint="Write `back_hairline` for the line at the nape, or `front_hairline`.",
    why="The hair begins in two places. Where a way runs up or down the neck, the one at the nape is often meant.",
    bad="stroke both up back_of_neck to «hairline»\n",
    good="stroke both up back_of_neck to back_hairline\n",
)

KINDS = (UNKNOWN_RECEIVER, SEVERAL_TECHNIQUES, MEANT_DIFFERENTLY, WORDS_FILE, WHICH_HAIRLINE)
