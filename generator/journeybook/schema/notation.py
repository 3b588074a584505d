"""Read the body of a journey: the argument, stages, steps, their facts, and the story below them.

`## Name` starts a stage and `### Name {#id}` a step. The bullets directly under a heading are
facts; the first other line ends them, and everything after it is story. Headings in fenced code
are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import Diagnostic, Related, did_you_mean, shortened
from journeybook.schema.comments import FENCE, BodyText
from journeybook.schema.documents import Fact, Notes, Prose, Stage, Step
from journeybook.schema.facts import Line, read_fact
from journeybook.schema.findings import Findings
from journeybook.schema.near_misses import is_table_of_facts, near_miss
from journeybook.schema.other_words import is_other_fact
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
    """A heading and the lines below it; level 0 is the text before the first heading."""

    level: int
    title: str
    identifier: str
    is_notes: bool
    line: int
    span: Span
    id_span: Span
    lines: list[str] = field(default_factory=list)
    comments: set[int] = field(default_factory=set)
    """Indexes of lines that were nothing but an HTML comment, and are blank in `lines`."""
    was: tuple[str, ...] = ()
    """Earlier IDs of a step."""


_Facts = tuple[tuple[Fact, ...], Prose]
"""The facts and the story below one heading."""

_StepKey = tuple[str, int, tuple[str, ...], frozenset[int]]
StepCache = dict[_StepKey, tuple[_Facts, tuple[Diagnostic, ...]]]
"""Facts and findings of steps by path, line number, lines and comments, to read another revision of
a site with the same `site.yaml`: most of its steps are the same."""


def read_body(
    findings: Findings,
    body: BodyText,
    registry: StageRegistry,
    lanes: Mapping[str, FactKey],
    budget: Budget = STANDARD,
    step_cache: StepCache | None = None,
) -> Body:
    """Read the lines of a journey file below its front matter."""
    sections = _sections(findings, body)
    most = budget.headings
    if len(sections) > most + 1:
        limit = budget.limit_text("headings")
        message = f"more than {limit} stages and steps in one journey"
        findings.add("JB113", sections[most + 1].span, message, "split the journey")
        del sections[most + 1 :]
    reader = _BodyReader(findings, registry, lanes, step_cache)
    reader.reserved = frozenset(section.identifier for section in sections if section.level == 3)
    for section in sections[1:]:
        reader.read(section)
    stages = _with_unique_ids(reader.stages_with_steps())
    _check_mark_ids(stages, reader.step_ids, findings)
    _check_earlier_ids(stages, reader.step_ids, findings)
    _check_branches(stages, findings)
    argument = prose_of(sections[0].lines, body.first_line)
    return Body(argument, tuple(stages), tuple(reader.notes))


# No pattern here repeats blanks lazily: a line of 60,000 blanks would keep it busy for minutes.
_HEADING = re.compile(r" {0,3}(#{2,3})(?!#)(.*)")
_INDENTED_HEADING = re.compile(r"[ \t\u00a0]+(#{2,3})(?!#)[ \t\u00a0]+(\S.*)")
_OTHER_BLOCK = re.compile(r"[ \t]*(?:[-*+>|#]|\d+[.)])")
_UNDERLINE = re.compile(r" {0,3}(?:-{2,}|={2,})[ \t]*$")
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}$")
_ATTRIBUTE = re.compile(r"[#.]\S")
_WAS = ".was-"
_LOST_ATTRIBUTES = re.compile(r"\{[#.][^{}]*\}")


def _sections(findings: Findings, body: BodyText) -> list[_Section]:
    source = findings.source
    first = body.first_line
    place = Span(source.path, first, 1, first, 2)
    sections = [_Section(0, "", "", False, first, place, place)]
    fence, opened = "", 0
    in_notes = False
    for number in body.numbers:
        line = body.line(number)
        marker = FENCE.match(line)
        if fence:
            if marker and marker[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif marker:
            fence, opened = marker[1], number
        elif heading := _HEADING.match(line):
            section = _section(findings, number, line, heading)
            in_notes = section.is_notes if section.level == 2 else in_notes
            sections.append(section)
            continue
        elif not in_notes:
            above = body.line(number - 1) if number > first else ""
            _check_for_lost_heading(findings, number, above, line)
        if number in body.comment_lines:
            sections[-1].comments.add(len(sections[-1].lines))
        sections[-1].lines.append(line)
    if fence:
        place = Span.whole_line(source.path, opened, source.line(opened))
        message = "this code block is not closed, so everything after it is shown as code"
        findings.add("JB143", place, message, f"close it with `{fence}`")
    return sections


def _check_for_lost_heading(findings: Findings, number: int, above: str, line: str) -> None:
    """Report a heading that is not written as `## Stage`: underlined, or indented too far."""
    is_text_above = bool(above.strip()) and not _OTHER_BLOCK.match(above)
    if is_text_above and _UNDERLINE.match(line):
        place = Span.whole_line(findings.source.path, number - 1, above)
        title = above.strip()
        message = f"`{shortened(title)}` is underlined, which does not make it a stage"
        hint = f"write `## {title}`, or leave a blank line above the `{line.strip()[:3]}`"
        findings.add("JB145", place, message, hint)
    indented = _INDENTED_HEADING.match(line)
    if indented and (above.strip() or not line[: indented.start(1)].isascii()):
        place = Span.whole_line(findings.source.path, number, line)
        message = f"`{shortened(line.strip())}` is indented, so it is not read as a heading"
        hint = f"write `{indented[1]} {indented[2].rstrip()}` at the start of the line"
        findings.add("JB145", place, message, hint)


def _section(findings: Findings, number: int, line: str, heading: re.Match[str]) -> _Section:
    title = heading[2].strip()
    bare = title.rstrip("#")
    if bare != title and (not bare or bare[-1] in " \t"):  # a closed heading, `## Name ##`
        title = bare.rstrip()
    identifier, is_notes = "", False
    was: tuple[str, ...] = ()
    whole_line = Span.whole_line(findings.source.path, number, line)
    id_span = whole_line
    attributes = _ATTRIBUTES.search(title)
    words = attributes[1].split() if attributes else []
    if attributes and all(map(_ATTRIBUTE.match, words)):
        title = title[: attributes.start()].rstrip()
        is_notes = ".notes" in words
        was = tuple([word[len(_WAS) :] for word in words if word.startswith(_WAS)])
        identifier = next((word[1:] for word in words if word[0] == "#"), "")
        column = line.rindex("{") + (3 if identifier else 1)
        id_span = findings.span(number, column, len(identifier or attributes[1]))
    if match := _LOST_ATTRIBUTES.search(title):
        lost = match[0]
        place = findings.span(number, line.index(lost) + 1, len(lost))
        message = f"`{lost}` is read as part of the name"
        findings.add("JB136", place, message, "move it to the end of the line")
    if not title:
        findings.add("JB140", whole_line, "this heading is empty")
    return _Section(
        len(heading[1]), title, identifier, is_notes, number, whole_line, id_span, was=was
    )


class _BodyReader:
    """Reads the sections of one journey, one after the other, into stages and notes."""

    def __init__(
        self,
        findings: Findings,
        registry: StageRegistry,
        lanes: Mapping[str, FactKey],
        step_cache: StepCache | None,
    ) -> None:
        self.findings = findings
        self.registry = registry
        self.lanes = lanes
        self.step_cache = step_cache
        self.stages: list[Stage] = []
        self.steps: list[list[Step]] = []
        """The steps of each stage."""
        self.notes: list[Notes] = []
        self.in_notes = False
        self.step_ids: dict[str, Span] = {}
        self.reserved: frozenset[str] = frozenset()
        """Ids written for any step of the journey: an id from a title must not be one of them."""

    def read(self, section: _Section) -> None:
        """Read one section below the first heading."""
        if section.level == 2:
            self.in_notes = section.is_notes
            if section.is_notes:
                self.notes.append(Notes(section.title, _prose(section, 0)))
            else:
                self.stages.append(self._stage(section))
                self.steps.append([])
        elif self.in_notes:
            last = self.notes[-1]
            if any(_bullet(line, 0, self.lanes) for line in section.lines[:1]):
                message = f"the step `{section.title}` is below the notes `{last.title}`"
                hint = f"move it above `## {last.title} {{.notes}}`, or write its facts as text"
                self.findings.add("JB137", section.span, message, hint)
            lines = "\n".join(section.lines)
            text = f"{last.body.text}\n\n### {section.title}\n{lines}"
            body = Prose(text.strip("\n"), last.body.first_line)
            self.notes[-1] = Notes(last.title, body)
        elif self.stages:
            self.steps[-1].append(self._step(section))
        else:
            message = f"the step `{section.title}` is not in a stage"
            hint = "add a `## Stage` heading above it"
            self.findings.add("JB137", section.span, message, hint)

    def stages_with_steps(self) -> list[Stage]:
        """The stages read so far, each with its steps."""
        pairs = zip(self.stages, self.steps, strict=True)
        return [replace(stage, steps=tuple(steps)) for stage, steps in pairs]

    def _stage(self, section: _Section) -> Stage:
        definition = self.registry.find(section.title)
        if definition is None and section.identifier:
            definition = self.registry.find(section.identifier)
        facts, story = _facts(section, "stage", self.lanes, self.findings)
        own_id = section.identifier or slug(section.title) or f"stage-{len(self.stages) + 1}"
        identifier = definition.id if definition else own_id
        same = next((stage for stage in self.stages if stage.id == identifier), None)
        if same is not None:
            self.findings.add(
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

    def _step(self, section: _Section) -> Step:
        explicit_id = self._explicit_id(section)
        identifier = explicit_id or _free_id(slug(section.title) or "step", self._is_taken)
        self.step_ids[identifier] = section.id_span
        facts, story = self._cached_facts(section)
        return Step(
            id=identifier,
            title=section.title,
            facts=facts,
            story=story,
            explicit_id=bool(explicit_id),
            span=section.span,
            was=section.was,
        )

    def _explicit_id(self, section: _Section) -> str:
        """The id written for a step, or an empty string if there is none or it is not usable."""
        identifier = section.identifier
        if not identifier:
            return ""
        if identifier == "exit":
            message = "`exit` is reserved for leaving the journey"
            self.findings.add("JB136", section.id_span, message, "choose another ID")
            return ""
        if not is_step_id(identifier):
            message = f"`{identifier}` is not a valid ID"
            better = slug(identifier) or slug(section.title)
            self.findings.add("JB136", section.id_span, message, f"write `{{#{better}}}`")
            return ""
        if identifier in self.step_ids:
            _report_id_twice(identifier, section.id_span, self.step_ids[identifier], self.findings)
            return ""
        return identifier

    def _is_taken(self, identifier: str) -> bool:
        return identifier in self.step_ids or identifier in self.reserved or identifier == "exit"

    def _cached_facts(self, section: _Section) -> _Facts:
        """The facts and the story of a step, which depend only on its lines and their place."""
        if self.step_cache is None:
            return _facts(section, "step", self.lanes, self.findings)
        source = self.findings.source
        lines, comments = tuple(section.lines), frozenset(section.comments)
        key = (source.path, section.line, lines, comments)
        if key not in self.step_cache:
            own = Findings(source)
            of_step = _facts(section, "step", self.lanes, own)
            self.step_cache[key] = of_step, tuple(own.all)
        facts, diagnostics = self.step_cache[key]
        self.findings.extend(diagnostics)
        return facts


def _report_id_twice(identifier: str, span: Span, first: Span, findings: Findings) -> None:
    findings.add(
        "JB138",
        span,
        f"the ID `{identifier}` appears twice in this file",
        "change one of the two IDs",
        related=(Related(first, "first used here"),),
    )


def _free_id(base: str, is_taken: Callable[[str], bool]) -> str:
    """The first of `base`, `base-2`, `base-3` and so on that is not taken."""
    number, name = 1, base
    while is_taken(name):
        number += 1
        name = f"{base}-{number}"
    return name


_BULLET = re.compile(r"[-*+][ \t]+")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+){0,3}", re.ASCII)


def _facts(section: _Section, on: str, lanes: Mapping[str, FactKey], findings: Findings) -> _Facts:
    """The facts of a stage or a step (`on`), and its story."""
    lines, story_at = _fact_lines(section, lanes, findings)
    _check_bullets(section, lines, findings)
    facts: list[Fact] = []
    last: dict[str, Fact] = {}
    for line in lines:
        fact = read_fact(line, on, lanes, findings)
        if fact is None:
            continue
        if not lanes[fact.key].many and fact.key in last:
            findings.add(
                "JB135",
                fact.span,
                f"`{fact.key}` appears twice here",
                "keep only one line",
                related=(Related(last[fact.key].span, "first used here"),),
            )
            continue
        last[fact.key] = fact
        facts.append(fact)
    _check_for_late_facts(section, story_at, lanes, findings)
    return tuple(facts), _prose(section, story_at)


def _check_bullets(section: _Section, facts: Sequence[Line], findings: Findings) -> None:
    """Report the first fact whose bullet differs from that of the first one."""
    bullets = [_section_line(section, fact.line)[0] for fact in facts]
    other = next((fact for fact, b in zip(facts, bullets, strict=True) if b != bullets[0]), None)
    if other is not None:
        written = _section_line(section, other.line)
        message = f"`{written[0]}` and `{bullets[0]}` begin facts of the same list"
        hint = f"write `{bullets[0]}{shortened(written[1:].rstrip())}`"
        findings.add("JB129", findings.span(other.line, 1, 1), message, hint)


def _fact_lines(
    section: _Section, lanes: Mapping[str, FactKey], findings: Findings
) -> tuple[list[Line], int]:
    """The bullets at the top of a section, and the index of the line after them.

    A line that was meant as a fact is reported and does not end them: facts below it stay facts.
    """
    lines = section.lines
    first_number = section.line + 1
    bullets: list[Line] = []
    at = _leading_blanks(lines)
    while at < len(lines):
        if at in section.comments:
            at += 1
            continue
        bullet = _bullet(lines[at], first_number + at, lanes)
        if bullet is None:
            if not _report_near_miss(section, at, lanes, findings, may_be_bare=True):
                break
            at += 1
            while at < len(lines) and _continues(lines[at], lanes):
                at += 1
            continue
        at += 1
        while at < len(lines) and _continues(lines[at], lanes):
            value = f"{bullet.value} {lines[at].strip()}".strip()
            end_column = len(lines[at].rstrip()) + 1
            bullet = bullet._replace(value=value, end_line=first_number + at, end_column=end_column)
            at += 1
        bullets.append(bullet)
    return bullets, at


def _continues(line: str, lanes: Mapping[str, FactKey]) -> bool:
    """Whether a line continues the fact above: indented, and no indented fact itself."""
    return bool(line.strip()) and line[0] in " \t" and not near_miss(line, lanes)


def _report_near_miss(
    section: _Section,
    at: int,
    lanes: Mapping[str, FactKey],
    findings: Findings,
    *,
    may_be_bare: bool = False,
) -> bool:
    """Report a line that was meant as a fact; whether it was one."""
    line, number = section.lines[at], section.line + 1 + at
    span = Span.whole_line(findings.source.path, number, line)
    corrected = near_miss(line, lanes, may_be_bare=may_be_bare)
    if corrected:
        message = f"`{shortened(line.strip())}` is not read as a fact"
        findings.add("JB144", span, message, f"write `{corrected}`")
    elif is_table_of_facts(line, lanes):
        message = "facts in a table are not read"
        findings.add("JB144", span, message, "write one line for each fact: `- does: …`")
    return bool(corrected)


def _bullet(text: str, number: int, lanes: Mapping[str, FactKey]) -> Line | None:
    """A line of text as a fact, or None if it is not one.

    With a capital in the key, or without a blank after the colon, only the key of a lane is one.
    """
    bullet = _BULLET.match(text)
    if bullet is None:
        return None
    bare = text.rstrip()
    before, colon, after = bare.partition(":")
    if not colon:
        return None
    key, value = before[bullet.end() :].rstrip(), after.strip()
    if key not in FACTS:  # the keys of FACTS pass the tests below
        if not _KEY.fullmatch(key):
            return None
        is_plain = key == key.lower() and (not after or after[0] in " \t")
        if not is_plain and key.lower() not in lanes and not is_other_fact(key, lanes):
            return None
    end = len(bare) + 1
    value_column = end - len(value) if value else end
    return Line(key, value, number, bullet.end() + 1, value_column, number, end)


def _check_for_late_facts(
    section: _Section, story_at: int, lanes: Mapping[str, FactKey], findings: Findings
) -> None:
    """Report a fact at the top of a story: most likely a gap separated it from the other facts."""
    story = section.lines[story_at:]
    at = _leading_blanks(story)
    why, hint = "a blank line ended the list of facts", "delete the blank line above it"
    if at == 0:
        why, hint = "a line of text ended the list of facts", "move it up, next to the other facts"
        at = _first_bullet_of_paragraph(story, lanes)
    lost: list[Line] = []
    for index in range(at, len(story)):
        if lost and not story[index].strip() and _fact_follows(story[index:], lanes):
            continue
        if not story[index].strip() or story_at + index in section.comments:
            break
        number = section.line + 1 + story_at + index
        line = _bullet(story[index], number, lanes)
        if line and line.key in lanes:
            lost.append(line)
        else:
            _report_near_miss(section, story_at + index, lanes, findings)
    if lost:
        first = lost[0]
        span = Span.whole_line(findings.source.path, first.line, _section_line(section, first.line))
        more = f" and {len(lost) - 1} more facts" if len(lost) > 2 else ""
        more = " and 1 more fact" if len(lost) == 2 else more
        verb = "are" if more else "is"
        message = f"`{first.key}`{more} {verb} treated as story text because {why}"
        findings.add("JB142", span, message, hint)


def _fact_follows(lines: Sequence[str], lanes: Mapping[str, FactKey]) -> bool:
    """Whether the first line that is not blank is a fact."""
    line = next((line for line in lines if line.strip()), "")
    bullet = _bullet(line, 0, lanes)
    return bullet is not None and bullet.key in lanes


def _section_line(section: _Section, number: int) -> str:
    """The line of a section with this number in its file."""
    return section.lines[number - section.line - 1]


def _first_bullet_of_paragraph(lines: Sequence[str], lanes: Mapping[str, FactKey]) -> int:
    """The index of the first fact bullet in the first paragraph, or the number of lines."""
    for at, line in enumerate(lines):
        if not line.strip():
            break
        if _bullet(line, at, lanes):
            return at
    return len(lines)


def _prose(section: _Section, start: int) -> Prose:
    return prose_of(section.lines[start:], section.line + 1 + start)


def prose_of(lines: Sequence[str], first_line: int) -> Prose:
    """Lines of a file as a text without blank lines around it; `first_line` is the number of the
    first line."""
    blanks = _leading_blanks(lines)
    return Prose("\n".join(lines[blanks:]).rstrip(), first_line + blanks)


def _leading_blanks(lines: Sequence[str]) -> int:
    for at, line in enumerate(lines):
        if line.strip():
            return at
    return len(lines)


def _with_unique_ids(stages: list[Stage]) -> list[Stage]:
    """Give a repeated stage (already reported) an id of its own, so that no step is lost."""
    first = {stage.id: stage for stage in reversed(stages)}
    taken = set(first)
    unique = []
    for stage in stages:
        if stage is not first[stage.id]:
            stage = replace(stage, id=_free_id(stage.id, taken.__contains__))
            taken.add(stage.id)
        unique.append(stage)
    return unique


def _check_mark_ids(stages: list[Stage], step_ids: Mapping[str, Span], findings: Findings) -> None:
    """Report ids of facts that another fact or a step has as well."""
    used = dict(step_ids)
    facts = (fact for stage in stages for part in (stage, *stage.steps) for fact in part.facts)
    for fact in facts:
        identifier = fact.marks.id
        if not identifier:
            continue
        if identifier in used:
            _report_id_twice(identifier, fact.span, used[identifier], findings)
        used[identifier] = fact.span


def _check_earlier_ids(
    stages: list[Stage], step_ids: Mapping[str, Span], findings: Findings
) -> None:
    """Report earlier ids of steps that cannot be one, or that another step has now."""
    used = dict(step_ids)
    steps = (step for stage in stages for step in stage.steps)
    for step in steps:
        for old in step.was:
            if not is_step_id(old):
                hint = f"write `{_WAS}{slug(old) or 'a-name'}`"
                findings.add("JB136", step.span, f"`{old}` is not a valid ID", hint)
            elif old in used:
                _report_id_twice(old, step.span, used[old], findings)
            used[old] = step.span


def _check_branches(stages: list[Stage], findings: Findings) -> None:
    """Report `next` and `loop` facts with the id of a step that the journey does not have."""
    steps = [step for stage in stages for step in stage.steps]
    step_ids = {step.id for step in steps}
    for step in steps:
        for branch in (*step.ways("next"), *step.ways("loop")):
            if not branch.is_exit and branch.step not in step_ids:
                message = f"this journey has no step `{branch.step}`"
                findings.add("JB102", branch.span, message, did_you_mean(branch.step, step_ids))
