"""The vocabulary: the shipped tables are sound, unsound ones are refused, and words are found."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from massagelang import vocabulary as package
from massagelang.report.word_page import KINDS, words_of
from massagelang.syntax.slots import WORD_SLOTS, grammar_words
from massagelang.syntax.tables import tables as grammar_tables
from massagelang.vocabulary import FILES, VocabularyError, build, load, read_table

WORDS = load()
REGIONS = WORDS.words("region")
FOLDER = Path(package.__file__).parent

STROKE = {
    "family": "stroking",
    "says": "Glide.",
    "arms": "either",
    "takes": ["tools", "path"],
    "travels": True,
    "ends": "resting",
    "confidence": "E",
}
BODY = {"says": "The body.", "length": 170, "width": 40}
BACK = {"says": "The back.", "within": "body", "length": 46, "width": 36}
SLOW = {"says": "Without hurry.", "kind": "tempo", "value": 5, "confidence": "E"}


def technique(**changes):
    return {"techniques": {"stroke": {**STROKE, **changes}}}


def region(**changes):
    return {"regions": {"body": BODY, "back": {**BACK, **changes}}}


def manner(**changes):
    return {"manner": {"slow": {**SLOW, **changes}}}


def without(row, name):
    return {field: value for field, value in row.items() if field != name}


REFUSED = [
    (technique(speed=3), "techniques", "stroke", "there is no field `speed`"),
    (technique(travels="yes"), "techniques", "stroke", "`travels` should be true or false"),
    (technique(pressure="much"), "techniques", "stroke", "`pressure` should be a number"),
    (technique(pressure=True), "techniques", "stroke", "`pressure` should be a number"),
    (technique(names="glide"), "techniques", "stroke", "`names` should be a list of texts"),
    (technique(says=3), "techniques", "stroke", "`says` should be a text on one line"),
    (technique(arms="three"), "techniques", "stroke", "`arms` may be both, either, one"),
    (technique(takes=["time"]), "techniques", "stroke", "`takes` may be object, path, place, tools"),
    ({"techniques": {"stroke": without(STROKE, "says")}}, "techniques", "stroke", "the field `says` is missing"),
    ({"techniques": {"stroke": "glide"}}, "techniques", "stroke", "is not a table of fields"),
    ({"techniques": {"Stroke": STROKE}}, "techniques", "Stroke", "`Stroke` is not written in snake_case"),
    ({"techniques": {"repeat": STROKE}}, "techniques", "repeat", "`repeat` is a word of the grammar where"),
    (technique(names=["place"]), "techniques", "stroke", "`place` is a word of the grammar where"),
    (technique(names=["stroke"]), "techniques", "stroke", "`stroke` is already spelt so by `stroke`"),
    (technique(combines=["hover"]), "techniques", "stroke", "combines with `hover`, which is not known"),
    (technique(tempo="slow"), "techniques", "stroke", "the tempo `slow` is no how-word for tempo"),
    (technique(travels=False), "techniques", "stroke", "works in place, so it needs `seconds`"),
    (technique(confidence="H", sources=["S1"]), "techniques", "stroke", "the source `S1` is not known"),
    (technique(confidence="M"), "techniques", "stroke", "confidence M needs a source"),
    (region(within="trunk"), "regions", "back", "the region around it, `trunk`, is not known"),
    (region(within="back"), "regions", "back", "lies within itself, by way of `back`"),
    ({"regions": {"back": without(BACK, "within")}}, "regions", "back", "the field `within` is missing"),
    (region(near=["front"]), "regions", "back", "the neighbour `front` is not a region"),
    (region(beside=["front"]), "regions", "back", "the neighbour `front` is not a region"),
    (region(faces=["above"]), "regions", "back", "`faces` may be back, front, side"),
    (manner(kind="speed"), "manner", "slow", "`kind` may be "),
    (manner(comparative=True), "manner", "slow", "compares, so it needs `scale` and `step`"),
    ({"manner": {"slow": without(SLOW, "value")}}, "manner", "slow", "is a tempo, so it needs a `value`"),
    (manner(adverbs=["slow"]), "manner", "slow", "the adverb `slow` is already spelt so"),
    (manner(names=["very_slow"]), "manner", "slow", "`very_slow` would hide what `very` begins"),
    (technique(names=["left_stroke"]), "techniques", "stroke", "`left_stroke` would hide what `left` begins"),
    (manner(names=["very"]), "manner", "slow", "`very` is a word of the grammar where"),
]


@pytest.mark.parametrize(("tables", "file", "word", "message"), REFUSED)
def test_unsound_tables_are_refused_in_one_line(tables, file, word, message):
    with pytest.raises(VocabularyError) as refused:
        build(tables, grammar_words())
    error = refused.value
    assert (error.file, error.word) == (file, word)
    assert error.message.startswith(message)
    assert str(error) == f"{file}: {word}: {error.message}"
    assert "\n" not in str(error)


@pytest.mark.parametrize("letter", ["K", "E"])
def test_what_is_only_known_or_estimated_carries_no_source(letter):
    source = {"S1": {"says": "A book.", "address": "https://example.org"}}
    with pytest.raises(VocabularyError, match="for facts without a source"):
        build({**technique(confidence=letter, sources=["S1"]), "sources": source})


def test_sound_tables_are_taken():
    words = build({**technique(tempo="slow"), **region(), **manner()})
    assert words.technique("stroke").tempo == "slow"


@pytest.mark.parametrize("file", FILES)
def test_the_fast_reader_reads_what_the_toml_reader_reads(file):
    text = (FOLDER / f"{file}.toml").read_text(encoding="utf-8")
    assert read_table(text) == tomllib.loads(text)


def test_toml_of_another_form_is_read_too():
    assert read_table('[a]\nnames = [\n  "b",\n] # two\n') == {"a": {"names": ["b"]}}


def test_a_word_written_twice_is_no_toml():
    with pytest.raises(ValueError, match="twice"):
        read_table("[a]\nsays = 'x'\n[a]\nsays = 'y'\n")


def test_every_file_of_the_folder_is_read():
    found = [path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.toml")]
    assert sorted(found) == sorted(FILES)


@pytest.mark.parametrize(
    ("kind", "hidden", "seen"),
    [
        ("technique", "repeat hand left both apply giver note if", "rest up over very times"),
        ("region", "over each left off for with", "hand side rest time steps very"),
        ("manner", "very pressure left_ for on up_ with until", "steady still rest left hand"),
        ("implement", "left both on", "repeat times"),
        ("deed", "", "repeat left hold turns"),
        ("condition", "", "repeat pregnant"),
    ],
)
def test_the_words_that_a_kind_can_never_be_are_those_of_its_slots(kind, hidden, seen):
    words = grammar_words()[kind]
    assert {word for word in hidden.split() if not word.endswith("_")} <= words
    assert not set(seen.split()) & words


def test_every_kind_that_stands_in_a_line_has_its_slots():
    spoken = {"technique", "region", "part", "implement", "surface", "manner", "posture", "condition", "deed"}
    assert spoken <= set(WORD_SLOTS)
    keywords = {key.replace(" ", "_") for key in grammar_tables().keywords}
    assert all(words <= keywords for words in grammar_words().values())


def test_the_shipped_words_can_all_be_seen():
    build(package.shipped_tables(), grammar_words())


def test_every_region_reaches_the_body():
    for place in REGIONS:
        assert list(WORDS.around(place))[-1].id == "body"


def test_one_may_go_from_every_region_to_every_other():
    for place in REGIONS[1:]:
        assert WORDS.distance(WORDS.region("sacrum"), place) < 200


def test_neighbours_name_each_other():
    animals = {region.id: region for region in dict.fromkeys(WORDS.animal_regions.values())}
    people = {region.id: region for region in (*REGIONS, *WORDS.young_regions.values())}
    for regions in (people, animals):
        for place in regions.values():
            assert all(place.id in regions[other].near for other in place.near)
            assert set(place.beside) <= set(place.near)


def test_every_definition_is_a_sentence():
    for kind in (*KINDS, "homonym", "hint"):
        for word in words_of(WORDS, kind):
            assert word.says[0].isupper(), word
            assert word.says.endswith("."), word


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("technique", "stroke return hold roll rock squeeze push circle press pull release hack saw lift rotate bend"),
        ("technique", "straighten knead vibrate rest support grasp cradle mo_rub mo_wipe thumb_walk glide_back"),
        ("region", "sacrum side shoulder arm upper_arm erectors lower_back upper_back back spine legs feet buttocks"),
        (
            "region",
            "calf thigh toe knee knees ankle inner_ankle abdomen ribs kidney_zone top_of_shoulder small_of_back",
        ),
        ("region", "hand palm heel finger fingertips thumb knuckles fist forearm elbow shin foot ring_finger"),
        ("part", "top middle side bottom base edge inner_side front"),
        ("manner", "swift smooth diagonal slow still clasped deep body_weight brisk stacked walking sharp light firm"),
        ("manner", "palms_together elbows_out loud strong quick medium exhale circles figure_eights firmer lighter"),
        ("manner", "deeper slower faster"),
        ("implement", "warming_oil oil stone towel"),
        ("surface", "pads sides edge nail back ball web flat tips thenar"),
        ("posture", "prone supine side_lying seated semi_reclined standing kneeling adult infant child"),
        ("deed", "turns inhales kneels bends straightens"),
        ("property_key", "receiver giver session needs prepare aftercare lubricant avoid author origin language tags"),
        ("property_key", "follows words throughout also skin stance difficulty"),
        ("source", "s01 s04 s05b s07 s08 s09 s10 s22 s52 s53 s82 s83 s84 s90 s94 s102 s103 s123"),
    ],
)
def test_words_of_the_language_are_known(kind, words):
    for word in words.split():
        assert kind in WORDS.kind_of(word), word
        assert getattr(WORDS, kind)(word.upper()) is not None


def test_words_of_one_table_are_equal_by_id_and_of_two_never():
    assert WORDS.region("legs") == WORDS.region("leg")
    assert len({WORDS.region("feather"), WORDS.technique("feather"), WORDS.manner("feather")}) == 3


def test_adverbs_lead_to_the_word_to_use():
    assert WORDS.manner("slowly") is None
    assert WORDS.adverb("Slowly").id == "slow"


@pytest.mark.parametrize(
    ("word", "kind", "nearest"),
    [
        ("efleurage", "technique", "effleurage"),
        ("kneading", "technique", "knead"),
        ("squeezing", "technique", "squeeze"),
        ("shoulderz", "region", "shoulder"),
        ("slowly", "manner", "slow"),
        ("hair", "implement", None),
        ("then", "technique", None),
        ("gently", "region", None),
        ("stome", "implement", "stone"),
        ("qqqq", "region", None),
    ],
)
def test_the_nearest_word(word, kind, nearest):
    assert WORDS.nearest(word, kind) == nearest


def test_a_word_may_be_of_several_kinds():
    assert WORDS.kind_of("cup") == ("technique", "implement")
    assert WORDS.kind_of("qqqq") == ()


def test_names_of_several_words_can_be_joined():
    assert {("lower", "back"), ("body", "weight"), ("hot", "stone")} <= WORDS.several_words
    assert ("back", "of", "hand") not in WORDS.several_words
    assert WORDS.region_of("back", "hand").id == "back_of_hand"
    assert WORDS.region_of("small", "back").id == "lower_back"


def test_sided_words_can_be_split():
    assert {"leg", "legs", "side", "kidney_zone"} <= WORDS.paired_words
    assert not {"sacrum", "spine", "back"} & WORDS.paired_words


def test_each_goes_in_the_order_of_the_file():
    toes = WORDS.children(WORDS.region("toe"))
    assert [toe.id for toe in toes] == ["big_toe", "second_toe", "third_toe", "fourth_toe", "little_toe"]


def test_what_lies_within():
    back, kidneys = WORDS.region("back"), WORDS.region("kidney_zone")
    assert "kidney_zone" in WORDS.inside(back)
    assert "back" not in WORDS.inside(back)
    assert WORDS.is_within(kidneys, back)
    assert WORDS.is_within(back, back)
    assert not WORDS.is_within(back, kidneys)


def test_cautions_within_a_region():
    assert WORDS.region("kidney_zone") in WORDS.cautions_in(WORDS.region("lower_back"))
    assert WORDS.cautions_in(WORDS.region("spine"))[0].id == "spine"
    assert WORDS.cautions_in(WORDS.region("rhomboids")) == ()


@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        ("sacrum", "shoulder", 50, 70),
        ("buttock", "shoulder", 55, 75),
        ("lower_back", "neck", 38, 52),
        ("ankle", "knee", 34, 46),
        ("neck", "wrist", 65, 90),
        ("sacrum", "sacrum", 0, 0),
    ],
)
def test_distances_are_those_of_a_default_adult(start, end, least, most):
    assert least <= WORDS.distance(WORDS.region(start), WORDS.region(end)) <= most
    assert WORDS.distance(WORDS.region(start), WORDS.region(end)) == WORDS.distance(
        WORDS.region(end), WORDS.region(start)
    )


def test_the_vocabulary_that_was_saved_says_the_same_as_the_tables():
    from attrs import fields

    from massagelang.vocabulary import checked, shipped_tables
    from massagelang.vocabulary.load import shipped_texts

    built = build(shipped_tables())
    saved = checked.vocabulary(checked.saved(shipped_texts()))

    assert (built.several_words, built.paired_words, built.how_words) == (
        saved.several_words,
        saved.paired_words,
        saved.how_words,
    )
    for table in (*checked.FIELDS.values(), "young_regions", "animal_regions"):
        ours, theirs = getattr(built, table), getattr(saved, table)
        assert list(ours) == list(theirs)
        assert len(ours) == len(theirs)
        for spelling, word in ours.items():
            for item in fields(type(word)):
                assert getattr(word, item.name) == getattr(theirs[spelling], item.name), (table, spelling, item.name)


def test_a_changed_table_is_read_and_checked_anew():
    from massagelang.vocabulary import checked
    from massagelang.vocabulary.load import shipped_texts

    assert checked.saved(shipped_texts() | {"techniques/stroking": b"[stroke]\n"}) is None


# ── what there is ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_there_are_as_many_words_as_guides_need():
    counts = {kind: len(WORDS.words(kind)) for kind in ("technique", "region", "manner", "condition", "implement")}
    assert counts["technique"] >= 180
    assert counts["region"] >= 320
    assert counts["manner"] >= 190
    assert counts["condition"] >= 50
    assert counts["implement"] >= 100


def test_the_same_word_in_two_files_of_a_table_is_refused(monkeypatch):
    module = import_module("massagelang.vocabulary.building")
    texts = dict(module.shipped_texts())
    texts["techniques/kneading"] += b'\n[stroke]\nsays = "Again."\n'
    monkeypatch.setattr(module, "shipped_texts", lambda: texts)
    with pytest.raises(VocabularyError, match="stands in two files"):
        package.shipped_tables()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("hegu", "li4"),
        ("fengchi", "gb20"),
        ("yongquan", "ki1"),
        ("kd1", "ki1"),
        ("baihui", "gv20"),
        ("lieque", "lu7"),
        ("zusanli", "st36"),
        ("sanyinjiao", "sp6"),
        ("yintang", "yintang"),
        ("tummy", "abdomen"),
        ("nape", "back_of_neck"),
        ("funny_bone", "ulnar_groove"),
        ("collarbone", "clavicle"),
        ("small_of_back", "lower_back"),
    ],
)
def test_everyday_names_and_points_are_known(name, word):
    assert WORDS.region(name).id == word


def test_points_lie_somewhere_and_say_how_far_that_is_to_be_trusted():
    points = [region for region in REGIONS if region.point]
    assert len(points) >= 45
    for point in points:
        assert point.within
        assert point.confidence in {"H", "M", "L", "K"}
    pregnancy = {point.id for point in points if point.caution == "pregnancy"}
    assert pregnancy == {"li4", "gb21", "sp6", "bl60"}  # those of S127


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("pressure", "light firm deep firmer barely_touching"),
        ("tempo", "slow brisk slower soothing_pace"),
        ("hands", "clasped stacked alternating palms_together encircling"),
        ("giver", "body_weight elbows_out wrists_straight"),
        ("sound", "loud clacking"),
        ("feel", "warm comfortable"),
        ("direction", "diagonal crosswise toward_heart along_coat"),
        ("breath", "exhale inhale own_exhale"),
        ("shape", "circles figure_eights letter_u"),
        ("quality", "smooth still no_sliding"),
    ],
)
def test_how_words_have_their_kind(kind, words):
    assert {WORDS.manner(word).kind for word in words.split()} == {kind}
