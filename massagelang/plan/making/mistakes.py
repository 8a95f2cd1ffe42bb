"""The kinds of findings made while a plan is made: words that are not known (ML1xx) and times that cannot fit."""

from __future__ import annotations

from massagelang.diagnostic import Kind, Severity
from massagelang.plan.making.word_mistakes import KINDS as OF_WORDS

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

UNKNOWN_TECHNIQUE = Kind(
    "ML101",
    "unknown_technique",
    _ERROR,
    "I do not know the technique `{word}`.",
    hint="{hint}",
    why="A statement begins with a technique, a tool or a word of the grammar. `mass words` lists the techniques.",
    bad="«efleurage» both up back\n",
    good="effleurage both up back\n",
)
UNKNOWN_PLACE = Kind(
    "ML102",
    "unknown_place",
    _ERROR,
    "I do not know the place `{word}`.",
    hint="{hint}",
    why="Places are regions of the body, or parts of them such as `top of arm`. `mass words` lists the regions.",
    bad="hand on «sacrun»\n",
    good="hand on sacrum\n",
)
UNKNOWN_HOW = Kind(
    "ML103",
    "unknown_how_word",
    _ERROR,
    "I do not know the word `{word}` for how a thing is done.",
    hint="{hint}",
    why="After a comma stand words that say how: pressure, tempo, quality. `mass words` lists them.",
    bad="stroke both up back, «smoth»\n",
    good="stroke both up back, smooth\n",
)
UNKNOWN_TOOL = Kind(
    "ML104",
    "unknown_tool",
    _ERROR,
    "I do not know the tool `{word}`.",
    hint="{hint}",
    why="Tools are parts of the giver's arms and legs, or things such as a stone. `mass words` lists them.",
    bad="press «stonne» on back\n",
    good="press stone on back\n",
)
UNKNOWN_PROPERTY = Kind(
    "ML105",
    "unknown_property",
    _ERROR,
    "I do not know the property `{word}`{where}.",
    hint="{hint}",
    why="A file and a step have a fixed set of properties, so that a slip of the pen cannot hide one.",
    bad='«reciever»: prone\nstep "Long strokes"\nstroke both up back\n',
    good='receiver: prone\nstep "Long strokes"\nstroke both up back\n',
)
UNKNOWN_DEFINITION = Kind(
    "ML106",
    "unknown_definition",
    _ERROR,
    "Nothing named `{word}` is defined.",
    hint="{hint}",
    why="`do` calls what a `define` in this file, or in one that it uses, has named.",
    bad="do «long_stroke»\n",
    good="define long_strokes { stroke both up back }\ndo long_strokes\n",
)
UNKNOWN_THING = Kind(
    "ML107",
    "unknown_thing",
    _ERROR,
    "I do not know the thing `{word}`.",
    hint="{hint}",
    why="Oils, stones, towels and the like are words of the vocabulary. `mass words` lists them.",
    bad="apply «oyl» over back\n",
    good="apply oil over back\n",
)
UNKNOWN_DEED = Kind(
    "ML108",
    "unknown_deed",
    _ERROR,
    "I do not know what `{word}` means for a person to do.",
    hint="{hint}",
    why="After `receiver` or `giver` stands what that person does. `mass words` lists these words.",
    bad="receiver «trns» supine\n",
    good="receiver turns supine\n",
)
ADVERB = Kind(
    "ML109",
    "adverb",
    _ERROR,
    "Write `{good}` for `{word}`.",
    why="Words that say how have one form, the short one.",
    bad="stroke both up back, «slowly»\n",
    good="stroke both up back, slow\n",
)
NOTHING_TO_REPEAT = Kind(
    "ML110",
    "nothing_to_repeat",
    _ERROR,
    "Nothing stands before this `repeat`.",
    hint="Write it after what it repeats, joined by `;`, or give it a block.",
    why="`repeat 3` looks back over its own phrase; a phrase ends with its line.",
    bad="stroke both up back\n«repeat 3»\n",
    good="stroke both up back; repeat 3\n",
)
WORK_AFTER_REPEAT = Kind(
    "ML111",
    "work_after_looking_back",
    _ERROR,
    "This comes after a `repeat` that has closed its phrase.",
    hint="Begin a new line here; the repeat then takes what stands before it.",
    why="A repeat takes everything before it in its phrase, so nothing but a further look back may follow.",
    bad="stroke both up back; repeat 3; «press both on back»\n",
    good="stroke both up back; repeat 3\npress both on back\n",
)
NOTHING_SIDED = Kind(
    "ML112",
    "nothing_sided",
    _WARNING,
    "Nothing here has a side, so the second time is the same as the first.",
    hint="Name a side (`right_side`), or write `repeat 2`.",
    why="`other side` and `mirrored` exchange left and right of places; a place on the midline has neither.",
    bad="stroke both up spine; «repeat other side»\n",
    good="stroke both up right_side; repeat other side\n",
)
CALLS_ITSELF = Kind(
    "ML113",
    "definition_calls_itself",
    _ERROR,
    "`{word}` would call itself without end.",
    hint="Use `repeat` for what comes again.",
    why="Definitions may call others, up to 8 deep, but never themselves, so that every routine comes to an end.",
    bad="define kneading { knead both on back; «do kneading» }\ndo kneading\n",
    good="define kneading { knead both on back; repeat 3 }\ndo kneading\n",
)
WRONG_NUMBER_OF_PLACES = Kind(
    "ML114",
    "wrong_number_of_places",
    _ERROR,
    "`{word}` takes {wanted}, and {given} given.",
    hint="Give a place for each of its parameters: {parameters}.",
    why="A call gives one place for each parameter of the definition, in order.",
    bad="define long_strokes(leg_side) { stroke both up leg_side }\n«do long_strokes»\n",
    good="define long_strokes(leg_side) { stroke both up leg_side }\ndo long_strokes(leg)\n",
)
NOTHING_FOR_IT = Kind(
    "ML115",
    "nothing_for_it",
    _ERROR,
    "Nothing stands here that `it` could mean.",
    hint="{hint}",
    why="`it` is the place that an `each` block has come to.",
    bad="rotate «it»\n",
    good="each toe { rotate it }\n",
)
OR_WITHOUT_LINE = Kind(
    "ML116",
    "or_without_line",
    _ERROR,
    "No line stands above for this `or` to choose against.",
    hint="Put it right below the line that it offers a choice to.",
    why="A line that begins with `or` offers another way to do the line above it in the same block.",
    bad='step "Thumbs"\n«or» stroke both up back\n',
    good='step "Thumbs"\nstroke both down back\nor stroke both up back\n',
)
NO_SIDES = Kind(
    "ML117",
    "place_without_sides",
    _ERROR,
    "`{word}` has no left and right.",
    hint="{hint}",
    why="Only paired places have sides; `left` and `right` of a place are the receiver's.",
    bad="hand on «left» sacrum\n",
    good="hand on sacrum\n",
)
SIDES_IN_SIDES = Kind(
    "ML118",
    "both_sides_inside_both_sides",
    _ERROR,
    "`both sides` stands inside `both sides`.",
    hint="Take one of them away: the sides would be done twice.",
    why="A block for both sides is done as written and then mirrored. Inside another, each side would come twice.",
    bad='step "Legs", both sides\n«both sides» { stroke both up leg }\n',
    good='step "Legs", both sides\nstroke both up leg\n',
)
USED_FILE = Kind(
    "ML119",
    "file_not_read",
    _ERROR,
    "I could not read `{word}`: {reason}.",
    hint="Name a .mass file beside this one or below.",
    why="`use` takes the definitions of another file of the same project.",
    bad='use «"moves.mass"»\nstroke both up back\n',
    good="stroke both up back\n",
)
DEFINED_TWICE = Kind(
    "ML120",
    "defined_twice",
    _ERROR,
    "`{word}` is defined twice.",
    hint="Rename one of them.",
    why="A call would not know which definition is meant.",
    bad="define warm { stroke both up back }\ndefine «warm» { stroke both down back }\ndo warm\n",
    good="define warm { stroke both up back }\ndo warm\n",
)
UNKNOWN_EDITION = Kind(
    "ML121",
    "unknown_edition",
    _ERROR,
    "I know edition 1 of the notation, not edition {word}.",
    hint="Write `mass 1`, or get a newer massagelang.",
    why="`mass 1` names the edition in which a file is written; without that line it is edition 1.",
    bad="mass «2»\nstroke both up back\n",
    good="mass 1\nstroke both up back\n",
)
SIDE_NOT_SAID = Kind(
    "ML122",
    "side_not_said",
    _INFO,
    "It is not said which {word} is meant.",
    hint="Name a side (`right {word}`), or put it under `both sides`.",
    why="One hand cannot rest on both of a pair. The plan keeps the side open.",
    bad="hand on «shoulder»\n",
    good="hand on right shoulder\n",
)
VARIANT_OF_NOTHING = Kind(
    "ML123",
    "not_among_the_choices",
    _ERROR,
    "`{key}` cannot be `{word}`.",
    hint="{hint}",
    why="Some properties have a fixed set of values.",
    bad="skin: «clotehd»\nstroke both up back\n",
    good="skin: clothed\nstroke both up back\n",
)
PLACEMENT_TRAVELS = Kind(
    "ML125",
    "placement_that_travels",
    _ERROR,
    "A hand that is laid down stays, but `{word}` leads elsewhere.",
    hint="Write where it lies (`on sacrum`), or begin with a technique. `hand left off` lifts it.",
    why="A line that begins with a tool lays it down: it rests on a place until it moves.",
    bad="hand left «off sacrum»\n",
    good="hand left on sacrum; hand left off\n",
)
SAID_TWICE = Kind(
    "ML126",
    "said_twice",
    _ERROR,
    "{what} is given twice here.",
    hint="{hint}",
    why="A statement has one time, one count, one pressure and one way that it travels.",
    bad="stroke both up back for 5s «for 10s»\n",
    good="stroke both up back for 10s\n",
)
OWN_OR_THEIRS = Kind(
    "ML127",
    "own_or_theirs",
    _ERROR,
    "`{word}` after a technique is your own, as a tool.",
    hint="Write `{verb} their {word}` to move it, or name the place with a preposition: `{verb} … on {word}`.",
    why="Right after a technique stand the tools that it is done with; what is moved follows `their`.",
    bad="lift «foot» with both hands\n",
    good="lift their left foot with both hands\n",
)
HAND_AMONG_PLACES = Kind(
    "ML128",
    "hand_among_places",
    _ERROR,
    "Here `{word}` would be a place on the receiver.",
    hint="{hint}",
    why="After a preposition, `and` goes on with places; a second tool with a place of its own is another statement.",
    bad="left hand on sacrum and «right hand» on back\n",
    good="left hand on sacrum; right hand on back\n",
)
UNKNOWN_CODE = Kind(
    "ML129",
    "unknown_code",
    _WARNING,
    "There is no finding `{word}` to allow.",
    hint="{hint}",
    why="A comment that allows a finding names its code or its name; a slip in it would allow nothing.",
    bad='stroke both up back  # mass: allow «ML4O3» "agreed with the teacher"\n',
    good='hack both over back  # mass: allow ML402 "agreed with the teacher"\n',
)
SAID_AGAIN = Kind(
    "ML130",
    "said_again",
    _ERROR,
    "{what} is given a second time.",
    hint="{hint}",
    why="A routine has one title, and a property such as `receiver` or `session` one line.",
    bad="receiver: prone\n«receiver»: supine\nstroke both up back\n",
    good="receiver: prone\nstroke both up back\n",
)
REST_OF_WHAT = Kind(
    "ML124",
    "rest_of_what",
    _ERROR,
    "I cannot tell how long the rest is.",
    hint="Give the whole time before the first step (`session: 50min`), and let one heading alone take the rest.",
    why="`for the rest` is what the section around it, or else the session, leaves after everything else.",
    bad='«step "Back" for the rest»\nstroke both up back\n',
    good='session: 20s\nstep "Back" for the rest\nstroke both up back, slow\nstep "Hold"\nhold both on back for 5s\n',
)
EACH_TOO_DEEP = Kind(
    "ML131",
    "each_too_deep",
    _ERROR,
    "This `each` stands inside three others.",
    hint="Name the places one by one, or put a part into a `define`.",
    why="`it` is the place of the innermost `each`; inside more than three nobody can tell what it is.",
    bad="each foot { each toe { each finger { «each hand» { hold it } } } }\n",
    good="each foot { each toe { each finger { hold it } } }\n",
)
WHO_IS_MEANT = Kind(
    "ML132",
    "who_is_meant",
    _ERROR,
    "`you` is the giver, who cannot be anywhere but there.",
    hint="Write `them` for the receiver: `giver stands behind them`.",
    why="In a routine `you` and `your` are always the giver, `them` and `their` the receiver.",
    bad="giver stands behind «you»\n",
    good="giver stands behind them\n",
)
AND_BACK = Kind(
    "ML133",
    "and_back",
    _WARNING,
    "`and back` leads to the back of the body here.",
    hint="For there and back write `; return`.",
    why="After `and` another place follows, and `back` is one.",
    bad="stroke both from right wrist to elbow and «back»\n",
    good="stroke both from right wrist to elbow; return\n",
)
STRIKES_UNDER = Kind(
    "ML134",
    "strikes_under",
    _WARNING,
    "`{word}` strikes, which cannot be done {how} a place.",
    hint="To hold it, write `hold` or `cradle`; to strike it, write `on`.",
    why="The techniques of percussion strike the body from outside; `mass words cup` tells what a word means here.",
    bad="«cup» both under elbows\n",
    good="cradle both under elbows\n",
)
EXCEPTS_NOTHING = Kind(
    "ML135",
    "excepts_nothing",
    _INFO,
    "`{word}` is not among the places of this `each`, so nothing is left out.",
    hint="{hint}",
    why="What stands after `except` in an `each` is one of its places. The thumb is no finger here.",
    bad="each finger except «thumb» { squeeze it }\n",
    good="each finger except little_finger { squeeze it }\n",
)
CANNOT_FIT = Kind(
    "ML301",
    "time_cannot_fit",
    _ERROR,
    "{what} needs at least {needed}, but {budget} are given for {whole}.",
    hint="Give more time, or take something out; the longest is {longest}.",
    why="A time on a heading or a block is the total of what stands under it. Written times inside stay as they are.",
    bad='step "Holds" «for 20s»\nhold both on back for 1min\n',
    good='step "Holds" for 70s\nhold both on back for 1min\nstroke both up back\n',
)
NOT_FILLED = Kind(
    "ML302",
    "time_not_filled",
    _WARNING,
    "{what} can fill {most} at most, but {budget} are given for {whole}.",
    hint="Repeat something, or give less time.",
    why="What stands under the heading is over before its time is; the rest would be empty. Where the times of the "
    "work are estimates and not written, it is no more than a remark.",
    bad='step "Hold" «for 10min»\nhold both on back for 1min\n',
    good='step "Hold" for 1min\nhold both on back for 1min\n',
)

KINDS = (*OF_WORDS, *(value for value in globals().values() if isinstance(value, Kind)))
