"""The HTML page: sound and semantic, with every text as text, alone on its own, readable, and fit for paper."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from test_cli import mass
from test_styles import EXAMPLES, checked

from massagelang.pipeline import check, render
from massagelang.render.styles import STYLES

VOID = {"meta", "input"}
CSS = (Path(__file__).parent.parent / "massagelang" / "render" / "html.css").read_text(encoding="utf-8")
NASTY = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(2)>",
    "\" onload='alert(3)'",
    "a & b &amp; c",
    "<!-- --> ]]>",
]


class Tree(HTMLParser):
    """Tags in order, each with what it stands in; raises where one is closed that is not open."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.texts = [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, tag
        assert self.open[-1] == tag, (self.open, tag)
        self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open and data.strip():
            self.texts.append((self.open[-1], data.strip()))

    def named(self, tag):
        return [attrs for name, attrs, _ in self.tags if name == tag]

    def words(self, *tags):
        return [text for tag, text in self.texts if not tags or tag in tags]


def page(program, **options):
    return render(check(program), "html", **options)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", STYLES)
def test_every_page_is_sound(path, style):
    made = render(checked(path.stem), "html", style=style)
    tree = Tree(made)
    assert made.startswith("<!DOCTYPE html>\n")
    assert tree.named("html") == [{"lang": "en", "dir": "ltr"}]
    assert tree.named("meta")[0] == {"charset": "utf-8"}
    assert len(tree.named("article")) == len(tree.named("title")) == 1
    for tag, _, inside in tree.tags:
        if tag in ("li", "dt", "dd"):
            assert inside[-1] in {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",)}[tag]
        if tag in ("ul", "ol", "aside", "dl", "p"):
            assert "p" not in inside


def test_headings_lists_and_numbers():
    program = 'routine "R"\nsection "S"\nstep "A"\nhold both on back\nstep "B"\nhold both on back\nsection "T"\nstep "C"\nhold both on back\n'  # noqa: E501
    tree = Tree(page(program))
    assert tree.words("h1", "h2", "h3") == ["R", "S", "A", "B", "T", "C"]
    assert [tag for tag, _, _ in tree.tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h3", "h2", "h3"]
    assert [attrs["value"] for attrs in tree.named("li")] == ["1", "2", "3"]
    assert [attrs["start"] for attrs in tree.named("ol")] == ["1", "3"]


def test_steps_without_sections_are_second_in_rank():
    assert [text for tag, text in Tree(page('step "A"\nhold both on back\n')).texts if tag == "h2"] == ["A"]


@pytest.mark.parametrize(
    ("length", "span"), [("30s", "PT30S"), ("1min30s", "PT1M30S"), ("2h", "PT2H"), ("1h5s", "PT1H5S")]
)
def test_the_time_of_a_routine(length, span):
    assert Tree(page(f'routine "R"\npause {length}\n')).named("time") == [{"datetime": span}]


def test_a_caution_stands_aside_and_what_follows_goes_on():
    tree = Tree(page('stroke both up back  caution "not on the spine"\nhold both on back  why "rest"\n'))
    assert [tag for tag, _, _ in tree.tags if tag in ("p", "aside")] == ["p", "aside", "p", "p"]
    assert ("p", "Caution: not on the spine.") in tree.texts
    assert tree.named("aside") == [{"role": "note"}]
    assert ("span", "Why: rest.") in tree.texts


def test_what_is_set_in_is_a_list_in_a_list():
    tree = Tree(page("repeat 2 times { both sides { stroke both up leg; repeat 3\nhold both on foot }\npause 5s }\n"))
    assert max(inside.count("ul") for _, _, inside in tree.tags) == 2


def test_a_checklist_can_be_ticked():
    tree = Tree(page("hand on sacrum; stroke other up back\n", style="checklist"))
    assert [attrs["type"] for attrs in tree.named("input")] == ["checkbox", "checkbox"]
    assert len(tree.named("label")) == 2


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("style", STYLES)
def test_texts_are_never_more_than_texts(text, style):
    written = text.replace('"', '\\"')
    program = f'routine "{written}"\nneeds: "{written}"\nstep "{written}"\nstroke both up back until "{written}"  caution "{written}"\n'  # noqa: E501
    tree = Tree(page(program, style=style))
    plain = {
        tag
        for tag, _, _ in Tree(
            page('routine "r"\nneeds: "r"\nstep "r"\nstroke both up back until "r"  caution "r"\n', style=style)
        ).tags
    }
    assert {tag for tag, _, _ in tree.tags} == plain
    if style != "soap":
        assert text in tree.words("h1")


@pytest.mark.parametrize(
    ("letter", "shown"),
    [("\x07", "␇"), ("\x1b", "␛"), ("\x7f", "␡"), ("\x85", "[U+0085]"), ("\u202e", "[U+202E]"), ("\ufffe", "[U+FFFE]")],
)
def test_letters_that_nobody_sees_are_shown(letter, shown):
    made = page(f'routine "R{letter}S"\nhold both on back\n')
    assert letter not in made
    assert f"R{shown}S" in made


def test_words_of_every_script_stay():
    made = page('routine "שלום עליכם"\nsay "按摩 – Bérénice 👋🏽"\n')
    assert '<h1 dir="auto">שלום עליכם</h1>' in made
    assert "按摩 – Bérénice 👋🏽" in made
    assert made.encode("utf-8").decode("utf-8") == made


@pytest.mark.parametrize("style", STYLES)
def test_a_page_needs_nothing_else(style):
    made = render(checked("back_massage"), "html", style=style)
    tree = Tree(made)
    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag for tag, _, _ in tree.tags}
    assert not [attrs for _, attrs, _ in tree.tags if {"src", "href", "style"} & set(attrs)]
    assert not re.search(r"url\(|@import|@font-face", made)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_page_says_what_the_text_says(path):
    text = re.sub(r"^([-=]{2,}$| *- |\d+\. )", "", render(checked(path.stem), "text"), flags=re.MULTILINE)
    body = re.sub(r"<[^>]+>", " ", render(checked(path.stem), "html").split("<body>")[1])
    assert unescape(body).split() == text.split()


def test_paper_of_any_size_and_no_line_cut():
    paper = CSS.split("@media print")[1]
    assert "@page" in CSS
    assert "size:" not in CSS.replace("font-size:", "").replace("box-sizing:", "").replace("text-size-adjust:", "")
    for rule in (
        r"\.steps > li,[^{]*\{ break-inside: avoid; \}",
        r"h3, header \{ break-after: avoid",
        "orphans: 3; widows: 3",
    ):
        assert re.search(rule, paper)


def luminance(colour):
    parts = [int((colour * 2 if len(colour) == 3 else colour)[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    if len(colour) == 3:
        parts = [int(letter * 2, 16) / 255 for letter in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", re.findall(r":root \{(.*?)\}", CSS, re.DOTALL))
def test_every_colour_can_be_read_on_its_ground(scheme):
    colours = dict(re.findall(r"--([\w-]+): #(\w+)", scheme))
    for word, ground in (("ink", "paper"), ("quiet", "paper"), ("accent", "paper"), ("care", "care-ground")):
        light, dark = sorted((luminance(colours[word]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (word, ground)


def test_the_suffix_chooses_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert mass("compile", "-", "-o", "a.html", stdin="hold both on back\n").exit_code == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
