"""Read the body of a journey: the argument, stages, steps, their facts, and the story below them.

`## Name` opens a stage and `### Name {#id}` a step. The bullets directly under a heading are facts;
the first line that is no such bullet ends them, and everything after is story. Headings inside code
fences are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import Diagnostic, Related, did_you_mean
from journeybook.schema.documents import Fact, Notes, Prose, Stage, Step
from journeybook.schema.facts import Line, read_fact
from journeybook.schema.findings import Findings
from journeybook.schema.site_config import StageRegistry
from journeybook.schema.values import is_step_id, slug
from journeybook.text import Span
from journeybook.vocabulary import FACTS, FactKey


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a journey as written."""

    argument: Prose
    stages: tuple[Stage, ...]
    notes: tuple[Notes, ...]


@dataclass(slots=True)
class _Section:
    """The lines under one heading; level 0 is what stands before the first heading."""

    level: int
    title: str
    identifier: str
    is_notes: bool
    line: int
    span: Span
    id_span: Span
    lines: list[str] = field(default_factory=list)


StepCache = dict[
    tuple[str, int, tuple[str, ...]], tuple[tuple[Fact, ...], Prose, tuple[Diagnostic, ...]]
]
"""What was read of the same lines at the same place of the same file, on a site with the same
facts: another state of a file differs in few steps."""


def read_body(
    findings: Findings,
    first_line: int,
    registry: StageRegistry,
    lanes: Mapping[str, FactKey],
    budget: Budget = STANDARD,
    known: StepCache | None = None,
) -> Body:
    """Read the lines of a journey file from `first_line` to its end. `known` is asked for steps and
    told of new ones."""
    sections = _sections(findings, first_line)
    most = budget.headings
    if len(sections) > most + 1:
        place = sections[most + 1].span
        findings.add(
            "JB113",
            place,
            f"more than {budget.limit_text('headings')} stages and steps in one journey",
            "split the journey",
        )
        del sections[most + 1 :]
    argument = prose_of(sections[0].lines, first_line)
    stages: list[Stage] = []
    steps: list[Step] = []
    notes: list[Notes] = []
    taken: dict[str, Span] = {}
    reserved = frozenset(section.identifier for section in sections if section.level == 3)
    open_notes = False

    def close_stage() -> None:
        if stages and steps:
            stages[-1] = replace(stages[-1], steps=(*stages[-1].steps, *steps))
        steps.clear()

    for section in sections[1:]:
        if section.level == 2 and section.is_notes:
            close_stage()
            open_notes = True
            notes.append(Notes(section.title, _prose(section, 0)))
        elif section.level == 2:
            close_stage()
            open_notes = False
            stages.append(_stage(section, registry, lanes, findings, stages))
        elif open_notes:
            last = notes[-1]
            text = f"{last.body.text}\n\n### {section.title}\n" + "\n".join(section.lines)
            notes[-1] = Notes(last.title, Prose(text.strip("\n"), last.body.first_line))
        elif not stages:
            findings.add(
                "JB137",
                section.span,
                f"the step `{section.title}` is not in a stage",
                "add a `## Stage` heading above it",
            )
        else:
            steps.append(_step(section, lanes, findings, taken, reserved, known))
    close_stage()
    stages = _merge_ids(stages)
    _check_mark_ids(stages, taken, findings)
    _check_ways(stages, findings)
    return Body(argument, tuple(stages), tuple(notes))


# Patterns here never repeat blanks lazily: a line of 60,000 blanks would keep such a pattern busy
# for minutes.
_HEADING = re.compile(r"(#{2,3})(?!#)(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}$")
_LOST_ATTRIBUTES = re.compile(r"\{[#.][^{}]*\}")


def _sections(findings: Findings, first_line: int) -> list[_Section]:
    source = findings.source
    place = Span(source.path, first_line, 1, first_line, 2)
    sections = [_Section(0, "", "", False, first_line, place, place)]
    fence, opened = "", 0
    for number in range(first_line, len(source.lines) + 1):
        line = source.line(number)
        marker = _FENCE.match(line)
        if fence:
            if marker and marker[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif marker:
            fence, opened = marker[1], number
        elif heading := _HEADING.match(line):
            sections.append(_section(findings, number, line, heading))
            continue
        sections[-1].lines.append(line)
    if fence:
        place = Span.whole_line(source.path, opened, source.line(opened))
        findings.add(
            "JB143",
            place,
            "this code block is not closed, so everything after it is shown as code",
            f"close it with `{fence}`",
        )
    return sections


def _section(findings: Findings, number: int, line: str, heading: re.Match[str]) -> _Section:
    title = heading[2].strip()
    bare = title.rstrip("#")
    if bare != title and (
        not bare or bare[-1] in " \t"
    ):  # `## Name ##` is a heading closed on both sides
        title = bare.rstrip()
    identifier, is_notes = "", False
    id_span = Span.whole_line(findings.source.path, number, line)
    attributes = _ATTRIBUTES.search(title)
    if attributes:
        at = line.rindex("{")
        words = attributes[1].split()
        if all(re.match(r"[#.]\S", word) for word in words):
            title = title[: attributes.start()].rstrip()
            is_notes = ".notes" in words
            identifier = next((word[1:] for word in words if word[0] == "#"), "")
            id_span = findings.span(
                number, at + 3 if identifier else at + 1, len(identifier) or len(attributes[1])
            )
    lost = _LOST_ATTRIBUTES.search(title)
    if lost:
        place = findings.span(number, line.index(lost[0]) + 1, len(lost[0]))
        findings.add(
            "JB136",
            place,
            f"`{lost[0]}` is read as part of the name",
            "move it to the end of the line",
        )
    if not title:
        findings.add(
            "JB140", Span.whole_line(findings.source.path, number, line), "this heading is empty"
        )
    return _Section(
        len(heading[1]),
        title,
        identifier,
        is_notes,
        number,
        Span.whole_line(findings.source.path, number, line),
        id_span,
    )


def _stage(
    section: _Section,
    registry: StageRegistry,
    lanes: Mapping[str, FactKey],
    findings: Findings,
    before: list[Stage],
) -> Stage:
    definition = registry.find(section.title) or (
        registry.find(section.identifier) if section.identifier else None
    )
    facts, story = _facts(section, "stage", lanes, findings)
    identifier = (
        definition.id
        if definition
        else section.identifier or slug(section.title) or f"stage-{len(before) + 1}"
    )
    same = next((stage for stage in before if stage.id == identifier), None)
    if same is not None:
        findings.add(
            "JB138",
            section.span,
            f"the stage `{section.title}` appears twice",
            "put its steps under one heading",
            related=(Related(same.span, "first used here"),),
        )
    return Stage(
        id=identifier,
        title=section.title,
        facts=facts,
        story=story,
        explicit_id=bool(section.identifier),
        span=section.span,
        registered=definition is not None,
    )


def _step(
    section: _Section,
    lanes: Mapping[str, FactKey],
    findings: Findings,
    taken: dict[str, Span],
    reserved: frozenset[str],
    known: StepCache | None,
) -> Step:
    """Read a step; an id made from its title keeps clear of those `reserved` by other steps."""
    identifier = section.identifier
    if identifier == "exit":
        findings.add(
            "JB136",
            section.id_span,
            "`exit` is reserved for leaving the journey",
            "choose another ID",
        )
        identifier = ""
    if identifier and not is_step_id(identifier):
        better = slug(identifier) or slug(section.title)
        findings.add(
            "JB136", section.id_span, f"`{identifier}` is not a valid ID", f"write `{{#{better}}}`"
        )
        identifier = ""
    explicit = bool(identifier)
    if explicit and identifier in taken:
        findings.add(
            "JB138",
            section.id_span,
            f"the ID `{identifier}` appears twice in this file",
            "change one of the two IDs",
            related=(Related(taken[identifier], "first used here"),),
        )
        explicit = False
    if not explicit:
        identifier = _free(
            slug(section.title) or "step",
            lambda name: name in taken or name in reserved or name == "exit",
        )
    taken[identifier] = section.id_span
    facts, story = _known_facts(section, lanes, findings, known)
    return Step(
        id=identifier,
        title=section.title,
        facts=facts,
        story=story,
        explicit_id=explicit,
        span=section.span,
    )


def _known_facts(
    section: _Section, lanes: Mapping[str, FactKey], findings: Findings, known: StepCache | None
) -> tuple[tuple[Fact, ...], Prose]:
    """The facts and the story of a step, which depend on nothing but its lines and where they
    stand."""
    if known is None:
        return _facts(section, "step", lanes, findings)
    key = (findings.source.path, section.line, tuple(section.lines))
    if key not in known:
        own = Findings(findings.source)
        known[key] = (*_facts(section, "step", lanes, own), tuple(own.all))
    facts, story, found = known[key]
    findings.extend(found)
    return facts, story


def _free(wanted: str, is_taken: Callable[[str], bool]) -> str:
    number, name = 1, wanted
    while is_taken(name):
        number += 1
        name = f"{wanted}-{number}"
    return name


_BULLET = re.compile(r"[-*+][ \t]+")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+){0,3}", re.ASCII)


def _facts(
    section: _Section, on: str, lanes: Mapping[str, FactKey], findings: Findings
) -> tuple[tuple[Fact, ...], Prose]:
    facts: list[Fact] = []
    lines = section.lines
    at = _leading_blanks(lines)
    found: list[Line] = []
    while at < len(lines):
        line = _bullet(lines[at], section.line + 1 + at, lanes)
        if line is None:
            break
        at += 1
        while at < len(lines) and lines[at].strip() and lines[at][0] in " \t":
            more = lines[at].strip()
            end = len(lines[at].rstrip()) + 1
            line = line._replace(
                value=f"{line.value} {more}".strip(), end_line=section.line + 1 + at, end_column=end
            )
            at += 1
        found.append(line)
    seen: dict[str, Fact] = {}
    for line in found:
        fact = read_fact(line, on, lanes, findings)
        if fact is None:
            continue
        if not lanes[fact.key].many and fact.key in seen:
            findings.add(
                "JB135",
                fact.span,
                f"`{fact.key}` appears twice here",
                "keep only one line",
                related=(Related(seen[fact.key].span, "first used here"),),
            )
            continue
        seen[fact.key] = fact
        facts.append(fact)
    story = _prose(section, at)
    _late_facts(section, at, lanes, findings)
    return tuple(facts), story


def _bullet(text: str, number: int, lanes: Mapping[str, FactKey]) -> Line | None:
    """A fact bullet. One whose key starts with a capital, or has no blank behind its colon, must
    have a known key."""
    bullet = _BULLET.match(text)
    if bullet is None:
        return None
    bare = text.rstrip()
    before, colon, after = bare.partition(":")
    if not colon:
        return None
    key, value = before[bullet.end() :].rstrip(), after.strip()
    if key not in FACTS:  # those are as the rest wants keys
        if not _KEY.fullmatch(key):
            return None
        is_plain = key == key.lower() and (not after or after[0] in " \t")
        if not is_plain and key.lower() not in lanes:
            return None
    end = len(bare) + 1
    value_column = end - len(value) if value else end
    return Line(key, value, number, bullet.end() + 1, value_column, number, end)


def _late_facts(
    section: _Section, story_at: int, lanes: Mapping[str, FactKey], findings: Findings
) -> None:
    """The first bullet with a known key at the top of a story: most likely a fact that a gap has
    turned into text."""
    at = story_at + _leading_blanks(section.lines[story_at:])
    is_gap = at > story_at
    if not is_gap:  # a line of text ended the facts: look behind it, as far as its paragraph goes
        at = next(
            (n for n in range(at, len(section.lines)) if _bullet(section.lines[n], n, lanes)),
            len(section.lines),
        )
        if not all(line.strip() for line in section.lines[story_at:at]):
            return
    if at >= len(section.lines):
        return
    line = _bullet(section.lines[at], section.line + 1 + at, lanes)
    if line and line.key in lanes:
        why = (
            "a blank line ended the list of facts"
            if is_gap
            else "a line of text ended the list of facts"
        )
        findings.add(
            "JB142",
            Span.whole_line(findings.source.path, line.line, section.lines[at]),
            f"`{line.key}` is treated as story text because {why}",
            "delete the blank line above it" if is_gap else "move it up, next to the other facts",
        )


def _prose(section: _Section, start: int) -> Prose:
    return prose_of(section.lines[start:], section.line + 1 + start)


def prose_of(lines: Sequence[str], first_line: int) -> Prose:
    """Lines of a file as a text without blank lines around it; `first_line` is the number of the
    first of them."""
    blanks = _leading_blanks(lines)
    return Prose("\n".join(lines[blanks:]).rstrip(), first_line + blanks)


def _leading_blanks(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if line.strip()), len(lines))


def _merge_ids(stages: list[Stage]) -> list[Stage]:
    """Give a stage written twice (already reported) an id of its own, so that nothing is lost."""
    first = {stage.id: stage for stage in reversed(stages)}
    taken = set(first)
    result = []
    for stage in stages:
        if stage is not first[stage.id]:
            stage = replace(stage, id=_free(stage.id, taken.__contains__))
            taken.add(stage.id)
        result.append(stage)
    return result


def _check_mark_ids(stages: list[Stage], taken: Mapping[str, Span], findings: Findings) -> None:
    used = dict(taken)
    for stage in stages:
        for part in (stage, *stage.steps):
            for fact in part.facts:
                if not fact.marks.id:
                    continue
                if fact.marks.id in used:
                    findings.add(
                        "JB138",
                        fact.span,
                        f"the ID `{fact.marks.id}` appears twice in this file",
                        "change one of the two IDs",
                        related=(Related(used[fact.marks.id], "first used here"),),
                    )
                used[fact.marks.id] = fact.span


def _check_ways(stages: list[Stage], findings: Findings) -> None:
    known = {step.id for stage in stages for step in stage.steps}
    for stage in stages:
        for step in stage.steps:
            for way in (*step.ways("next"), *step.ways("loop")):
                if not way.is_exit and way.step not in known:
                    findings.add(
                        "JB102",
                        way.span,
                        f"this journey has no step `{way.step}`",
                        did_you_mean(way.step, known),
                    )
