"""A syntax tree into a plan: headings, properties and definitions gathered, and every line planned in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence as Several

from attrs import evolve, field, frozen

from massagelang.diagnostic import Finding, Related
from massagelang.plan.making import mistakes
from massagelang.plan.making.hands import joined, without_memory
from massagelang.plan.making.phrases import Placed, phrases_of
from massagelang.plan.making.places import amount_of
from massagelang.plan.making.properties import property_of
from massagelang.plan.making.repeats import passes_of
from massagelang.plan.making.rows import row
from massagelang.plan.making.scene import Desk, Findings, Made, Planner, Scene
from massagelang.plan.making.sides import first_side, sides_of
from massagelang.plan.making.stand import stand_of
from massagelang.plan.making.throughout import throughout_of
from massagelang.plan.making.who import avoided_in, for_its_body, position_of, told_in
from massagelang.plan.model import (
    NO_HOW,
    NO_TIME,
    Aside,
    Basis,
    Hands,
    Plan,
    Planned,
    Repeat,
    Section,
    Time,
)
from massagelang.plan.timing.budgets import budgeted
from massagelang.plan.timing.rest import Rests, rests_of
from massagelang.plan.timing.time import repeated, time_of
from massagelang.source import Span, Spot
from massagelang.syntax import ast
from massagelang.values import Record
from massagelang.vocabulary import Vocabulary

Properties = tuple[tuple[str, tuple[str, ...]], ...]


@frozen(slots=False, repr=False, eq=False)
class _Block(Record):
    """A heading with the lines under it; the lines before the first heading have none."""

    heading: ast.Line | None
    lines: list[ast.Line] = field(factory=list)
    inner: list[_Block] = field(factory=list)


def make_plan(
    file: ast.File,
    vocabulary: Vocabulary,
    used: Several[ast.File] = (),
    found: Several[Finding] = (),
    today: Several[ast.Line] = (),
) -> Plan:
    """The plan of a file; `used` are the files whose definitions it takes, `found` what was found before.

    `today` are `receiver:` lines that tell of the receiver besides what the file says. A plan always exists (R17):
    what could not be understood is a gap in it, and a finding says so.
    """
    findings = list(found)
    top = _outline(file)
    vocabulary = for_its_body(told_in(file, top.lines, today, vocabulary), vocabulary)
    receiver = told_in(file, top.lines, today, vocabulary)
    desk = Desk(vocabulary)
    for other in (file, *used):
        findings.extend(_define(other, desk))
    properties, made_of = _properties(top.lines, "file", vocabulary)
    findings.extend(made_of)
    findings.extend(_editions(file))
    findings.extend(_titles(file))
    made = _whole(file, top, properties, desk, position_of(receiver))
    places = {"": (file.source, 0)} | {
        line.key: (other.source, line.start) for other in (*used, file) for line in other.lines
    }
    title = next((line.content.text for line in file.lines if isinstance(line.content, ast.Title)), "")
    return Plan(
        title,
        properties,
        made.part,
        (*findings, *made.findings),
        vocabulary,
        places,
        has_routine=any(isinstance(line.content, ast.Title) for line in file.lines),
        receiver=receiver,
        avoided=avoided_in(top.lines, vocabulary),
        definitions=tuple(_defined(file)),
    )


def _define(file: ast.File, desk: Desk) -> Iterator[Finding]:
    for line in file.lines:
        if isinstance(line.content, ast.Definition):
            name = line.content.name
            if name.text in desk.definitions:
                findings = Findings(line.key)
                findings.add(mistakes.DEFINED_TWICE, name.span, word=name.text)
                yield from findings.done()
            else:
                desk.definitions[name.text] = (line.key, line.content)


def _defined(file: ast.File) -> Iterator[tuple[str, Spot]]:
    for line in file.lines:
        if isinstance(line.content, ast.Definition):
            yield line.content.name.text, Spot(line.key, line.content.name.span)


def _editions(file: ast.File) -> Iterator[Finding]:
    for line in file.lines:
        if isinstance(line.content, ast.Edition) and line.content.number != 1:
            findings = Findings(line.key)
            span = Span(line.content.span.end - len(f"{line.content.number:g}"), line.content.span.end)
            findings.add(mistakes.UNKNOWN_EDITION, span, word=f"{line.content.number:g}")
            yield from findings.done()


def _titles(file: ast.File) -> Iterator[Finding]:
    """A finding for each title after the first."""
    lines = [line for line in file.lines if isinstance(line.content, ast.Title)]
    for line in lines[1:]:
        findings = Findings(line.key)
        _again(findings, line, lines[0], "The title", "Keep one of them; other routines stand in files of their own.")
        yield from findings.done()


def _again(findings: Findings, line: ast.Line, first: ast.Line, what: str, hint: str) -> None:
    spans = [
        content.key.span if isinstance(content, ast.Property) else content.span
        for content in (line.content, first.content)
        if content
    ]
    there = Related(Spot(first.key, spans[1]), "here it was given first")
    findings.add(mistakes.SAID_AGAIN, spans[0], related=(there,), what=what, hint=hint)


def _outline(file: ast.File) -> _Block:
    """Sections hold steps, steps hold lines; headings are flat in the text."""
    top = _Block(None)
    section = step = top
    for line in file.lines:
        match line.content:
            case ast.Heading(level="section"):
                section = step = _Block(line)
                top.inner.append(section)
            case ast.Heading():
                step = _Block(line)
                section.inner.append(step)
            case ast.Property() | ast.Phrase() | ast.Junk():
                step.lines.append(line)
    return top


def _properties(lines: Several[ast.Line], where: str, vocabulary: Vocabulary) -> tuple[Properties, tuple[Finding, ...]]:
    properties: list[tuple[str, tuple[str, ...]]] = []
    found: list[Finding] = []
    first: dict[str, ast.Line] = {}
    for line in lines:
        if isinstance(line.content, ast.Property):
            findings = Findings(line.key)
            known = property_of(line.content, where, vocabulary, findings)
            key = vocabulary.property_key(known[0]) if known else None
            if known and key and key.value != "text" and first.setdefault(key.id, line) is not line:
                hint = "Keep one of them; where several values fit, put commas between them."
                _again(findings, line, first[key.id], f"`{key.id}`", hint)
            properties.extend([known] if known else [])
            found.extend(findings.done())
    return tuple(properties), tuple(found)


def _whole(file: ast.File, top: _Block, properties: Properties, desk: Desk, position: str) -> Made:
    """The plan of all lines. A heading `for the rest` gets what is left after everything else."""
    made = _Maker(desk, position).whole(file, top, properties)
    rests, findings = rests_of(made.part, _session(top.lines))
    if rests:
        made = _Maker(desk, position, rests).whole(file, top, properties)
    return evolve(made, findings=(*made.findings, *findings))


@frozen(eq=False, repr=False)
class _Maker(Record):
    """Plans headings and what stands under them; counts titles so that each heading has an id of its own."""

    desk: Desk
    position: str
    rests: Rests = field(factory=dict)
    titles: Counter[str] = field(factory=Counter)
    ids: dict[str, str] = field(factory=dict)

    def whole(self, file: ast.File, top: _Block, properties: Properties) -> Made:
        key = file.lines[0].key if file.lines else ""
        budget = _session(top.lines)
        scene = Scene(key, throughout=throughout_of(top.lines, NO_HOW, self.desk.vocabulary))
        start = Hands(posture=self.position, stand=stand_of(_words("giver", properties)))
        made = self.under(top, start, scene, "routine")
        part = Section(
            "routine",
            "",
            made.part,
            properties,
            id="routine",
            spot=Spot(key, Span(0, 0)),
            time=made.part.time,
            before=Hands(),
            after=made.hands,
        )
        kept, findings = budgeted(part, budget, "", "the session", _session_spot(top.lines) or made.part.spot)
        return Made(kept, made.hands, (*made.findings, *findings))

    def under(self, block: _Block, hands: Hands, scene: Scene, id_: str) -> Made:
        """The lines of a block, then the headings inside it."""
        phrases = [
            Placed(line.key, line.content) for line in block.lines if isinstance(line.content, (ast.Phrase, ast.Junk))
        ]
        made = phrases_of(phrases, id_, hands, scene, self.desk)
        parts, findings, present = [made.part] if phrases else [], list(made.findings), made.hands
        for inner in block.inner:
            made = self.headed(inner, present, scene)
            parts.append(made.part)
            findings.extend(made.findings)
            present = made.hands
        spot = parts[0].spot if parts else scene.spot(Span(0, 0))
        return Made(row(parts, f"{id_}~under", spot, hands, present), present, tuple(findings))

    def headed(self, block: _Block, hands: Hands, scene: Scene) -> Made:
        """A section or a step with all that its heading says."""
        assert block.heading is not None  # noqa: S101  (only the top block has none)
        heading, line = block.heading.content, block.heading
        assert isinstance(heading, ast.Heading)  # noqa: S101  (the outline looked)
        properties, found = _properties(block.lines, "step", self.desk.vocabulary)
        held = throughout_of(block.lines, scene.throughout, self.desk.vocabulary)
        here = evolve(scene, line=line.key, throughout=held)
        id_ = self.id_of(line.key, heading.title)
        body = self.repeated(heading, self.sided(heading, block, here, id_), here)
        made = body(without_memory(hands), here)
        section = Section(
            heading.level,
            heading.title,
            made.part,
            properties,
            heading.optional,
            heading.variant,
            heading.rest_of_time,
            avoided_in(block.lines, self.desk.vocabulary),
            id=id_,
            spot=here.spot(heading.span),
            time=made.part.time,
            before=hands,
            after=made.hands,
        )
        part, more = self.timed(section, block, each=False)
        whole, present = _may_be_left_out(part, heading)
        return Made(whole, present, (*found, *made.findings, *more))

    def sided(self, heading: ast.Heading, block: _Block, here: Scene, id_: str) -> Planner:
        def body(hands: Hands, scene: Scene) -> Made:
            made = self.under(block, hands, scene, id_)
            part, findings = self.timed(made.part, block, each=True)
            return Made(part, made.hands, (*made.findings, *findings))

        sides = heading.both_sides
        if sides is None:
            return body
        contents = tuple(line.content for line in _all_lines(block) if line.content)
        return lambda hands, scene: sides_of(
            body, first_side(contents), hands, evolve(scene, line=here.line), sides.span,
            same_hands=sides.same_hands, id_=id_,
        )  # fmt: skip

    def repeated(self, heading: ast.Heading, body: Planner, here: Scene) -> Planner:
        """`step "…", 3 times`: the same as a block repeated as often."""
        amount = amount_of(heading.times)
        if heading.times is None or amount is None:
            return body
        span = heading.times.span

        def plan(hands: Hands, scene: Scene) -> Made:
            first = body(hands, scene)
            passes, findings, cycle = passes_of(first, body, scene, amount.high)
            part = Repeat(
                "count", amount, tuple(passes), cycle, False,
                id=f"{here.id(heading.span)}~times", spot=here.spot(span),
                time=repeated([one.time for one in passes], cycle, amount.middle), before=hands, after=first.hands,
            )  # fmt: skip
            part = evolve(part, after=part.pass_at(amount.middle - 1).after)
            return Made(part, part.after, (*first.findings, *findings))

        return plan

    def timed(self, part: Planned, block: _Block, *, each: bool) -> tuple[Planned, tuple[Finding, ...]]:
        """What stands under a heading, in the time that its heading gives: to all of it, or to each side and time."""
        assert block.heading is not None  # noqa: S101  (only the top block has none)
        heading, line = block.heading.content, block.heading
        assert isinstance(heading, ast.Heading)  # noqa: S101  (the outline looked)
        whole = f"{heading.level} “{heading.title}”"
        if heading.rest_of_time and not each:
            return budgeted(part, self.rests.get(line.key), "", whole, Spot(line.key, heading.span))
        amount = heading.time
        if amount is None or amount.each != each:
            return part, ()
        before = line.text[: amount.span.start].rstrip()
        start = len(before) - len("for") if before.lower().endswith("for") else amount.span.start
        return budgeted(part, time_of(amount), amount.bound, whole, Spot(line.key, Span(start, amount.span.end)))

    def id_of(self, line: str, title: str) -> str:
        """`long_strokes` for `Long strokes`; a title used again gets a number. A line keeps its id in every pass."""
        if line not in self.ids:
            slug = re.sub(r"\W+", "_", title.lower()).strip("_") or "step"
            self.titles[slug] += 1
            self.ids[line] = slug if self.titles[slug] == 1 else f"{slug}_{self.titles[slug]}"
        return self.ids[line]


def _all_lines(block: _Block) -> Iterator[ast.Line]:
    """The lines under a heading and under the headings inside it."""
    yield from block.lines
    for inner in block.inner:
        yield from _all_lines(inner)


def _may_be_left_out(part: Planned, heading: ast.Heading) -> tuple[Planned, Hands]:
    """A step of a variant is out unless it is chosen, an optional one in; after both the hands may be elsewhere."""
    if not heading.variant and not heading.optional:
        return part, part.after
    kind = "variant" if heading.variant else "optional"
    time = NO_TIME if heading.variant else part.time
    after = joined([part.before, part.after]) if heading.variant else joined([part.after, part.before])
    aside = Aside(
        kind, heading.variant, part, id=f"{part.id}~{kind}", spot=part.spot, time=time, before=part.before, after=after
    )
    return aside, after


def _words(key: str, properties: Properties) -> list[str]:
    """The words of a property's values, one by one."""
    return [word for known, values in properties if known == key for value in values for word in value.split()]


# ── budgets (R8) ──────────────────────────────────────────────────────────────────────────────────────────────────


def _session_spot(lines: Several[ast.Line]) -> Spot | None:
    """Where a `session:` line stands."""
    return next(
        (
            Spot(line.key, line.content.span)
            for line in lines
            if isinstance(line.content, ast.Property) and line.content.key.text == "session"
        ),
        None,
    )


def _session(lines: Several[ast.Line]) -> Time | None:
    """The time that a `session:` line gives to the hands-on work."""
    for line in lines:
        if isinstance(line.content, ast.Property) and line.content.key.text == "session":
            for part in line.content.values[0].parts:
                if isinstance(part, ast.Duration):
                    return Time(part.low, (part.low + part.high) // 2, part.high, Basis.WRITTEN)
    return None
