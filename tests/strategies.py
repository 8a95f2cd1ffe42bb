"""Real lines of the language, and Hypothesis strategies that write well-shaped programs from lists of words.

Random text finds no mistakes in a reader; well-shaped lines with wrong words do. `routines()` writes the forms of the
language from right words; with `wrong=True` now and then a wrong word stands where a right one should.
"""

from functools import cache

from attrs import field, frozen
from hypothesis import strategies as st

REAL_LINES = (
    "mass 1",
    'routine "Back massage"',
    'use "moves.mass"',
    'needs: "loose clothing that lifts easily"',
    "session: 50min",
    "also: legs, feet",
    'section "Back" for 15min',
    'step "Long strokes", both sides same hands, 3 times, for at most 5min, optional',
    'step "Rest", for the rest, variant "short"',
    "hand left on sacrum; stroke right up right_side to shoulder; repeat 3",
    "hand on sacrum; stroke other up right_side around shoulder, swift, smooth; return; repeat other side",
    "left hand on sacrum; forearms on upper_back and lower_back, clasped; hands off",
    "roll knuckles of ring_finger and little_finger of other hand away from you moving over upper_arm, diagonal",
    "heel and fingers of one hand on sacrum; stroke thumbs or fingertips up back",
    "rock their body with both hands for about 30s, slow, still",
    "lift their left foot with both hands",
    "rotate their ankle clockwise with one hand, 5 times",
    "bend their knee to 90 degrees",
    "each toe except big_toe { rotate it; pull it }",
    "together { squeeze both over lower_back; push both toward each_other }",
    "repeat 3 times { roll thumbs from sacrum up back to middle of back, walking; return }",
    "pull both up, sharp; repeat moving up back by 5cm",
    "stroke both up and down back, light to deep; repeat 3 more",
    "press thumbs 2 fingers beside spine, pressure 2 to 4, 3 or 5 times, for 5s each",
    "press thumbs from under left ribs to below inner_ankle in 7 steps, on exhale",
    "circle right palm clockwise from 10 oclock of abdomen, firm on heel, 40 per minute",
    "stroke stone over back in circles, at 3cm/s, very slow, firmer each time, except spine",
    "saw edge of other hand up and down side of spine, with warming_oil without thumbs",
    'stroke inside hand toward near side of spine   why "relaxes"   note "with care"',
    'or stroke two fingers across each calf until "warm", light or medium',
    'both sides { knead far shoulder } ; repeat until "warm"',
    'optional { if "tight" { press elbow into buttock } ; whenever "it drags" { apply oil on your hands } }',
    'receiver turns supine; receiver bends their knees toward chest; say "breathe out"',
    "giver kneels beside left knee facing head; wait for 20-30s",
    "apply oil over back; place stone on sacrum; remove stone; cover legs; uncover back",
    "pause a few minutes; pause about 3 breaths",
    "define long_strokes(leg) { stroke both up leg }",
    "do long_strokes(left leg), other side; repeat swapped",
    "repeat for 2min, slow; check 15:00 +- 30s",
    "squeeze and twist both over right arm, 3 times each way",
    "apply 3 drops of oil on your hands; place 2 warm stones beside spine; remove stones",
    'unless "she is ticklish" { stroke both across sole to left } ; if "it hurts" { stop }',
    'circle palm from left to right on abdomen, light  like "a clock"; giver stands behind them',
    "each finger except thumb reversed { pull it }",
    "squeeze one arm and other arm; stroke past outer_ankle onto foot off toes, at 40/min",
)


@frozen
class Words:
    """The words that programs are made of."""

    techniques: tuple[str, ...] = ("stroke", "knead", "press", "hold", "circle", "hack", "saw", "squeeze", "roll")
    moves: tuple[str, ...] = ("rock", "push", "pull", "squeeze", "press")
    bare: tuple[str, ...] = ("return", "release both")
    regions: tuple[str, ...] = ("sacrum", "back", "lower_back", "upper_back", "neck")
    paired: tuple[str, ...] = ("shoulder", "arm", "upper_arm", "leg", "calf", "foot", "buttock")
    hows: tuple[str, ...] = ("slow", "light", "deep", "smooth", "firm", "brisk")
    wrong: tuple[str, ...] = field(
        default=(
            *("efleurage", "sacrm", "zzz", "leftt", "the sacrum", "your back", "slowly", "twice", "5m", "10 mins", "é"),
            *("repeat", "of", "and", "hand", "left", "both", "on", "step", "each_other", "it", "3", "3cm", "30s", "&"),
            *(";", "{", "}", ",", '"', "(", "off", "or", "moving", "why", "up up", "12:30", "\u00a0", "ſ", "9" * 400),
        )
    )


WORDS = Words()


@st.composite
def routines(draw, words=WORDS, wrong=False):
    """Whole programs as text. All shapes are right; with `wrong`, some words are not."""
    forms = _forms(words, wrong)
    own = draw(st.lists(forms.own_line, max_size=3))
    steps = draw(st.lists(forms.step, min_size=1, max_size=3))
    return "".join(f"{line}\n" for line in [*own, *(line for step in steps for line in step)])


@st.composite
def step_lines(draw, words=WORDS, wrong=False):
    """Single lines of a step; one with a block may have several lines of text."""
    return draw(_forms(words, wrong).line)


@cache
def _forms(words, wrong):
    return _Forms(words, wrong)


def _text(*parts):
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map(
        lambda words: " ".join(word for word in words if word)
    )


def _maybe(strategy):
    return st.just("") | strategy


def _and(strategy, most=2):
    return st.lists(strategy, min_size=1, max_size=most).map(" and ".join)


class _Forms:
    """The forms of the language over one list of words."""

    def __init__(self, words, wrong):
        self.wrong = st.sampled_from(words.wrong) if wrong else None
        self.words = words
        self._tools()
        self._paths()
        self._hows()
        self._statements()
        self._lines()

    def of(self, *right):
        """One of the right words; seldom a wrong one, if there are any."""
        chosen = st.sampled_from(right)
        if self.wrong is None:
            return chosen
        return st.integers(0, 11).flatmap(lambda die: self.wrong if die == 11 else chosen)

    def _tools(self):
        hand = self.of("left", "right", "both", "one", "other")
        part = self.of("thumbs", "fingertips", "knuckles", "palm", "forearm", "fist", "elbow", "heel")
        whose = _text(hand, self.of("hand", "palm", "forearm", "thumb", "fist"))
        self.tool = st.one_of(
            hand,
            part,
            whose,
            _text(part, "of", hand, "hand"),
            _text("edge of", hand, "hand"),
            _text("knuckles of", _and(self.of("ring_finger", "little_finger", "index_finger"))),
            _text(self.of("two", "three"), "fingers"),
        )
        self.tools = _and(self.tool) | st.tuples(part, part).map(" or ".join)
        self.contact = st.one_of(
            self.of("hand", "hands", "thumbs", "forearms"),
            _text("hand", self.of("left", "right", "both")),
            _text(self.of("left", "right"), "hand"),
            _text(part, "of", self.of("left", "right", "one"), "hand"),
        )

    def _paths(self):
        side = _maybe(self.of("left", "right", "near", "far"))
        region = self.of(*self.words.regions)
        paired = _text(side, self.of(*self.words.paired))
        self.place = st.one_of(region, paired, _text(self.of("top", "middle", "side"), "of", region))
        self.places = _and(self.place)
        length = _maybe(self.of("2 fingers", "5cm", "2-3in", "1 hand_width"))
        direction = self.of("up", "down", "inward", "outward", "clockwise", "counterclockwise", "up and down")
        self.leg = st.one_of(
            _text(direction, _maybe(self.place)),
            _text(
                self.of("over", "along", "across", "around", "toward", "away from", "into", "past", "on"), self.places
            ),
            _text(length, self.of("beside", "above", "below"), self.place),
            _text(self.of("from", "to"), _maybe(self.of("under", "below")), self.place),
            _text("in", self.of("circles", "figure_eights", "7 steps")),
        )
        self.path = st.lists(self.leg, min_size=1, max_size=3).map(" ".join)

    def _hows(self):
        name = self.of(*self.words.hows)
        self.count = self.of("3", "3-5", "3 or 5", "about 50", "several", "a few", "2")
        self.time = self.of("30s", "20-30s", "2min", "1min30s", "3 breaths", "a few minutes", "30s-1min")
        bound = _maybe(self.of("about", "at least", "at most", "exactly"))
        self.for_time = _text("for", bound, self.time, _maybe(st.just("each")))
        self.until = self.of('until "the tissue is warm"')
        self.travel = _text("moving", self.leg, _maybe(st.just("by 5cm")))
        with_comma = st.one_of(
            name,
            _text(self.of("very", "slightly"), name),
            _text(name, "to", name),
            _text(name, "or", name),
            _text(name, "each time"),
            _text(name, "on", self.place),
            _text("pressure", self.of("3", "2-3", "2 to 4", "3 of 10")),
            _text(self.count, "times", _maybe(st.just("each way"))),
            self.of("on exhale", "40 per minute", "40/min", "3cm/s"),
        )
        led = st.one_of(
            self.for_time,
            self.until,
            self.travel,
            _text("except", self.place),
            _text("with", self.tools),
            _text("without", self.tools),
        )
        how = with_comma.map(", {}".format) | st.tuples(st.sampled_from((" ", ", ")), led).map("".join)
        self.hows = st.lists(how, max_size=3).map("".join)

    def _said(self, *parts):
        return st.tuples(_text(*parts), self.hows).map("".join)

    def _statements(self):
        technique = self.of(*self.words.techniques)
        words = self.of('"breathe out"', '"a; b { c"', '"she said \\"yes\\""')
        self.tail = _text(self.of("why", "note", "caution", "say", "like"), words)
        self.action = self._said(technique, _maybe(self.tools), _maybe(self.path))
        self.statement = st.one_of(
            self._said(self.contact, self.of("on", "around", "beside", "under"), self.places),
            _text(self.contact, "off"),
            self.action,
            self.action,
            self._said(technique, "and", technique, _maybe(self.tools), _maybe(self.path)),
            _text(self.action, self.tail),
            self.of(*self.words.bare),
            self._said(self.of(*self.words.moves), "their", self.place, _maybe(_text("with", self.tools))),
            _text("receiver", self.of("turns supine", "inhales", "bends their knees toward chest")),
            _text("giver", self.of("kneels beside left knee", "stands", "straightens your left leg")),
            _text(self.of("say", "ask", "note", "caution"), words),
            _text("pause", self.time),
            _text("wait", _maybe(self.for_time | self.until)),
            _text("apply oil", self.of("over", "on"), self.place),
            self.of(
                "stop",
                "apply 3 drops of oil on your hands",
                "place 2 warm stones on sacrum",
                "apply oil on your hands",
                "place stone on sacrum",
                "remove stone",
                "cover legs",
                "uncover back",
            ),
            _text("do long_strokes(", self.place, ")", _maybe(self.of(", other side", ", swapped", ", mirrored"))),
        )
        self.transform = self.of("other side", "swapped", "mirrored")
        self.look_back = _text(
            "repeat",
            st.one_of(
                _text(self.count, _maybe(self.of("times", "more"))),
                self.transform,
                self.for_time,
                self.until,
                self.travel,
            ),
        )

    def _lines(self):
        statements = st.lists(self.statement, min_size=1, max_size=3)
        backs = st.lists(self.look_back, max_size=2)
        self.phrase = st.tuples(statements, backs).map(lambda both: "; ".join([*both[0], *both[1]]))
        block = st.lists(self.phrase, min_size=1, max_size=3).map(_block)
        for _ in range(2):
            block = st.lists(self.phrase | self._group(block), min_size=1, max_size=2).map(_block)
        comment = self.of("# taught on the first day", '# mass: allow ML402 "all right here"')
        self.line = st.one_of(
            self.phrase,
            self.phrase,
            self._group(block),
            _text(self.phrase, comment),
            comment,
            st.tuples(self.phrase, self.phrase).map("\nor ".join),
            _text("check", self.of("12:30", "0:05", "15:00"), _maybe(st.just("+- 30s"))),
        )
        clauses = st.lists(
            self.of("both sides", "3 times", "for 5min", "for the rest", "optional", 'variant "short" for 3min'),
            max_size=2,
        )
        heading = st.tuples(self.of('step "Long strokes"', 'section "Back"'), clauses).map(
            lambda both: ", ".join([both[0], *both[1]])
        )
        value = self.of("practice", '"feet apart"', "legs, feet", "50min", "3", "self", "bare")
        prop = _text(self.of("stance:", "needs:", "also:", "difficulty:", "skin:"), value)
        self.own_line = st.one_of(
            self.of("mass 1", 'routine "Back massage"', "receiver: prone", "giver: at left", 'use "moves.mass"'),
            prop,
            _text("define long_strokes(leg)", block),
            st.just(""),
        )
        self.step = st.tuples(heading, st.lists(prop, max_size=1), st.lists(self.line, min_size=1, max_size=4)).map(
            lambda step: [step[0], *step[1], *step[2]]
        )

    def _group(self, block):
        head = st.one_of(
            _text("repeat", self.count, "times"),
            _text(
                "each",
                _and(self.of(*self.words.paired)),
                _maybe(_text("except", self.place)),
                _maybe(st.just("reversed")),
            ),
            self.of(
                "both sides",
                "both sides same hands",
                "together",
                "optional",
                'if "tight"',
                'unless "sore"',
                'whenever "it drags"',
            ),
        )
        return _text(head, block)


def _block(phrases):
    return "{ " + "\n  ".join(phrases) + " }"
