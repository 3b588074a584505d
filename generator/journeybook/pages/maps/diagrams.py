"""The diagrams of a page: Mermaid source, text alternative and drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from journeybook.diagrams.draw import engine
from journeybook.diagrams.flowchart import Across
from journeybook.diagrams.flowchart import stages as stages_chart
from journeybook.diagrams.flowchart import steps as steps_chart
from journeybook.diagrams.gantt import Units, cycle
from journeybook.diagrams.journey import stage_journey, whole_journey
from journeybook.diagrams.quadrant import QuadrantWords, value_effort
from journeybook.diagrams.shapes import Bar, Edge, Group, Node, Point, Task, Tone
from journeybook.diagrams.standalone import size, standalone
from journeybook.insight.emotion import average, emotions_by_persona, people
from journeybook.insight.path import Edge as PathEdge
from journeybook.insight.path import edges, has_ways, is_straight, onward, stage_edges
from journeybook.insight.time import TimeRange, as_range, own_time, stage_time
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text
from journeybook.pages.links import stage_anchor
from journeybook.pages.prose_html import plain
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.schema.values import Ref
from journeybook.vocabulary import SECONDS

QUADRANT_POINTS = 12


def diagram(
    ctx: PageContext,
    identifier: str,
    title: str,
    alternative: str,
    source: str,
    *,
    linked: bool = False,
) -> views.Diagram:
    """Draw a Mermaid source; without a drawing, the page shows the source and the reason.

    A `linked` drawing is part of the page, so that its nodes are links. Others are files that a
    browser loads when they scroll into view, which keeps the page small.
    """
    drawing = ctx.site.draw(source, figure_id=f"d_{identifier}")
    width, height = size(drawing.svg or "")
    base = diagram_base(ctx.page.url, identifier)
    return views.Diagram(
        id=identifier,
        title=title,
        svg=Markup(drawing.svg) if drawing.svg and linked else None,
        image_href=ctx.href(f"{base}.svg") if drawing.svg else "",
        image=standalone(drawing.svg) if drawing.svg else "",
        width=width,
        height=height,
        reason=_reason(ctx) if drawing.reason else "",
        alternative=alternative,
        source=source,
        source_href=ctx.href(f"{base}.mmd"),
    )


def _reason(ctx: PageContext) -> str:
    """Why there is no drawing, for readers; `journeybook doctor` has the details for builders."""
    if engine() is None:
        return ctx.t(
            "No diagram engine was installed when this site was built, so the source is shown."
        )
    return ctx.t("This diagram could not be drawn. Its source is shown instead.")


def diagram_base(page_url: str, identifier: str) -> str:
    """The address of a diagram's files without their extension."""
    return f"{page_url.removesuffix('.html')}-{identifier}"


def journey_diagrams(ctx: PageContext, journey: Journey) -> tuple[views.Diagram, ...]:
    """The stage overview, the steps if the path branches, each stage with emotions, and the
    cycle."""
    diagrams = []
    if len(journey.stages) > 1:
        diagrams.append(_overview(ctx, journey))
    if journey.steps and not is_straight(journey):
        diagrams.append(_steps(ctx, journey))
    for number, stage in enumerate(journey.stages, 1):
        if any(average(step, journey) is not None for step in stage.steps):
            diagrams.append(_stage(ctx, journey, stage, number))
    if sum(bool(stage_time(stage, journey)) for stage in journey.stages) > 1:
        diagrams.append(_cycle(ctx, journey))
    return tuple(diagrams)


def _overview(ctx: PageContext, journey: Journey) -> views.Diagram:
    title = ctx.t("The stages")
    nodes = []
    for number, stage in enumerate(journey.stages, 1):
        label = _numbered(ctx, number, stage.title)
        nodes.append(Node(stage.id, label, f"#{stage_anchor(stage)}", stage.title))
    connections = stage_edges(journey)
    exits, arrows = _exits(ctx, connections)
    titles = {stage.id: stage.title for stage in journey.stages}
    names = [stage.title for stage in journey.stages]
    sentences = [
        ctx.t("The journey goes through {stages}.", stages=ctx.messages.join(names)),
    ]
    for edge in connections:
        if edge.kind == "loop" or not edge.target:
            sentences.append(_connection(ctx, titles, edge))
    alternative = " ".join(sentences)
    source = stages_chart(title, alternative, (*nodes, *exits), arrows, across=_direction(ctx))
    return diagram(ctx, "stages", title, alternative, source, linked=True)


def _steps(ctx: PageContext, journey: Journey) -> views.Diagram:
    title = ctx.t("The path, step by step")
    groups = [
        _step_group(ctx, stage, number)
        for number, stage in enumerate(journey.stages, 1)
        if stage.steps
    ]
    titles = {step.id: step.title for step in journey.steps}
    connections = [
        edge
        for edge in edges(journey)
        if edge.source in titles and (not edge.target or edge.target in titles)
    ]
    exits, arrows = _exits(ctx, connections)
    if exits:
        groups.append(Group("exits", ctx.t("Outgoing"), exits))
    sentences = [ctx.t("Steps run in order, except as listed here.")]
    for edge in connections:
        if edge.kind != "next" or edge.reason:
            sentences.append(_connection(ctx, titles, edge))
    alternative = " ".join(sentences)
    source = steps_chart(title, alternative, tuple(groups), arrows, across=_direction(ctx))
    return diagram(ctx, "steps", title, alternative, source)


def _step_group(ctx: PageContext, stage: Stage, number: int) -> Group:
    nodes = [
        Node(step.id, step.title, f"#{step.id}", step.title, _tone(step)) for step in stage.steps
    ]
    return Group(stage.id, _numbered(ctx, number, stage.title), tuple(nodes))


def _direction(ctx: PageContext) -> Across:
    return "RL" if ctx.rtl else "LR"


def _tone(step: Step) -> Tone:
    if step.all("moment of truth"):
        return "truth"
    if any(pain.marks.severity == "high" for pain in step.all("pain")):
        return "pain"
    return "delight" if step.all("delight") and not step.all("pain") else ""


def _exits(
    ctx: PageContext, connections: Sequence[PathEdge]
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """A node for each exit, and all arrows: first those between steps, then those to exits."""
    arrows = [
        Edge(edge.source, edge.target, edge.reason, edge.kind)
        for edge in connections
        if edge.target
    ]
    nodes = []
    leaving = [edge for edge in connections if not edge.target]
    for at, edge in enumerate(leaving):
        nodes.append(Node(f"exit-{at}", ctx.t("Leaves the journey"), tone="exit"))
        arrows.append(Edge(edge.source, f"exit-{at}", edge.reason, "exit"))
    return tuple(nodes), tuple(arrows)


def _connection(ctx: PageContext, titles: Mapping[str, str], edge: PathEdge) -> str:
    """One connection as a sentence."""
    source, reason = titles[edge.source], plain(edge.reason)
    if not edge.target:
        return _exit(ctx, source, reason)
    target, is_loop = titles[edge.target], edge.kind == "loop"
    if is_loop and reason:
        return ctx.t(
            "From “{source}” back to “{target}”: {reason}.",
            source=source,
            target=target,
            reason=reason,
        )
    if is_loop:
        return ctx.t("From “{source}” back to “{target}”.", source=source, target=target)
    if reason:
        return ctx.t(
            "From “{source}” to “{target}”: {reason}.",
            source=source,
            target=target,
            reason=reason,
        )
    return ctx.t("From “{source}” to “{target}”.", source=source, target=target)


def _exit(ctx: PageContext, source: str, reason: str) -> str:
    if not reason:
        return ctx.t("Some customers leave the journey at “{source}”.", source=source)
    return ctx.t(
        "Some customers leave the journey at “{source}”: {reason}.", source=source, reason=reason
    )


def _stage(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    number: int,
) -> views.Diagram:
    title = ctx.t("Stage {number}: {stage}", number=number, stage=stage.title)
    tasks, entries = [], []
    for step in stage.steps:
        value = average(step, journey)
        if value is None:
            continue
        tasks.append(_task(ctx, journey, step, value))
        digits = 0 if value == int(value) else 1
        entries.append(f"{step.title}: {ctx.messages.number(value, digits, sign=True)}")
    alternative = "; ".join(entries) + "."
    source = stage_journey(title, alternative, _numbered(ctx, number, stage.title), tuple(tasks))
    return diagram(ctx, f"stage-{number}", title, alternative, source)


def _task(ctx: PageContext, journey: Journey, step: Step, value: float) -> Task:
    """A step with everyone present, whether or not the map states their emotion."""
    present = dict.fromkeys((*people(step, journey), *emotions_by_persona(step, journey)))
    actors = [ctx.catalog.title(Ref("persona", person)) for person in present]
    return Task(step.title, max(1, min(5, round(value) + 3)), tuple(actors))


def journey_source(ctx: PageContext, journey: Journey) -> str | None:
    """The whole journey as the source of one Mermaid `journey` diagram; None without emotions.

    Mermaid has no step without a score, so such steps are comments.
    """
    sections, remarks = [], []
    for stage in journey.stages:
        tasks = []
        for step in stage.steps:
            value = average(step, journey)
            if value is None:
                remarks.append(ctx.t("{step}: no emotion", step=step.title))
            else:
                tasks.append(_task(ctx, journey, step, value))
        if tasks:
            sections.append((stage.title, tasks))
    return whole_journey(str(journey.title), sections, remarks) if sections else None


_OWN_NUMBER = re.compile(r"\d+\s*[.):]")


def _numbered(ctx: PageContext, number: int, title: str) -> str:
    """`2. Decision`; a title that its author numbered stays as it is."""
    return title if _OWN_NUMBER.match(title) else f"{ctx.messages.number(number)}. {title}"


def _cycle(ctx: PageContext, journey: Journey) -> views.Diagram:
    """Each step with a time starts where the one before ends; a stage that has only a time of its
    own is one bar."""
    title = ctx.t("The cycle")
    bars: list[Bar] = []
    entries = []
    for stage in journey.stages:
        whole = stage_time(stage, journey)
        if whole:
            entries.append(f"{stage.title}: {spell_text(ctx, whole)}")
    for stage, label, day, spell, is_wait in _scheduled(ctx, journey):
        bars.append(_bar(label, day, spell, stage.title, wait=is_wait))
    alternative = "; ".join(entries) + "."
    units = Units(ctx.t("day"), ctx.t("week"), ctx.t("month"))
    source = cycle(title, alternative, tuple(bars), units=units)
    return diagram(ctx, "cycle", title, alternative, source)


_ScheduledBar = tuple[Stage, str, float, TimeRange, bool]
"""Stage, label, the day it starts, length, and whether it is a wait."""


def _scheduled(ctx: PageContext, journey: Journey) -> Iterator[_ScheduledBar]:
    """Every bar. A step starts when the last of those that lead to it has ended, so alternatives
    start on the same day."""
    leading: dict[int, list[int]] = {}
    if has_ways(journey):
        for source, target in onward(journey):
            leading.setdefault(target, []).append(source)
    ends: list[float] = []
    day = 0.0
    for stage in journey.stages:
        whole = stage_time(stage, journey)
        if not any(map(own_time, stage.steps)):
            if whole:
                yield stage, stage.title, day, whole, False
            day += _days(whole)
            ends += [day] * len(stage.steps)
            continue
        for step in stage.steps:
            start = max((ends[at] for at in leading.get(len(ends), ())), default=day)
            for label, spell, is_wait in _spells(ctx, step):
                yield stage, label, start, spell, is_wait
                start += _days(spell)
            ends.append(start)
            day = max(day, start)


def _spells(ctx: PageContext, step: Step) -> Iterator[tuple[str, TimeRange, bool]]:
    """Label, length and whether it is a wait, for each bar of a step."""
    wait, time = step.duration("wait"), step.duration("time")
    if wait:
        yield ctx.t("Wait: {step}", step=step.title), as_range(wait), True
    if time:
        yield step.title, as_range(time), False


def _days(spell: TimeRange) -> float:
    return (spell.low + spell.high) / 2 / SECONDS["d"]


def _bar(
    label: str,
    day: float,
    spell: TimeRange,
    section: str,
    *,
    wait: bool,
) -> Bar:
    start, end = round(day), round(day + _days(spell))
    shortest = 1 if spell.high >= SECONDS["d"] else 0
    return Bar(label, start, max(shortest, end - start), section, wait)


def quadrant_diagram(
    ctx: PageContext, points: tuple[tuple[str, float, float, str], ...]
) -> views.Diagram:
    """Value vs effort; `points` are (code, effort 1-5, value 1-5, title)."""
    title = ctx.t("Value vs effort")
    words = QuadrantWords(
        ctx.t("Low effort"),
        ctx.t("High effort"),
        ctx.t("Low value"),
        ctx.t("High value"),
        ctx.t("Big bets"),
        ctx.t("Quick wins"),
        ctx.t("Fill-ins"),
        ctx.t("Think twice"),
    )
    marks, entries = [], []
    for code, effort, value, name in points[:QUADRANT_POINTS]:
        marks.append(Point(code, (effort - 0.5) / 5, (value - 0.5) / 5))
        entries.append(
            ctx.t(
                "{code} {title}: value {value}, effort {effort}",
                code=code,
                title=name,
                value=int(value),
                effort=int(effort),
            )
        )
    alternative = "; ".join(entries)
    source = value_effort(title, alternative, words, tuple(marks))
    return diagram(ctx, "quadrant", title, f"{alternative}.", source)
