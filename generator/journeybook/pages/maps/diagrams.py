"""The diagrams of a page: what to draw, the same in words, the drawing."""

from __future__ import annotations

from markupsafe import Markup

from journeybook.diagrams.draw import engine
from journeybook.diagrams.flowchart import stages as stages_chart
from journeybook.diagrams.flowchart import steps as steps_chart
from journeybook.diagrams.gantt import Units, cycle
from journeybook.diagrams.journey import stage_journey
from journeybook.diagrams.quadrant import QuadrantWords, value_effort
from journeybook.diagrams.shapes import Bar, Edge, Group, Node, Point, Task, Tone
from journeybook.diagrams.standalone import size, standalone
from journeybook.insight.emotion import average, feelings
from journeybook.insight.path import edges, is_straight, stage_edges
from journeybook.insight.time import Spell, stage_time
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.view_helpers import plain, spell_text, stage_anchor
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
    """Draw a Mermaid source; without a drawing the page shows the source and says why.

    A `linked` drawing stands in the page, so that its nodes can be clicked; others are files that a
    browser loads when they are looked at, which keeps the page light.
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
    """Why there is no drawing, for readers; `journeybook doctor` tells builders the rest."""
    if engine() is None:
        return ctx.t(
            "No diagram engine was installed when this site was built, so the source is shown."
        )
    return ctx.t("This diagram could not be drawn. Its source is shown instead.")


def diagram_base(page_url: str, identifier: str) -> str:
    """The address of a diagram's files without their ending."""
    return f"{page_url.removesuffix('.html')}-{identifier}"


def journey_diagrams(ctx: PageContext, journey: Journey) -> tuple[views.Diagram, ...]:
    """Stage overview, steps where the path is not straight, one for each stage with feelings, the
    cycle."""
    made = []
    if len(journey.stages) > 1:
        made.append(_overview(ctx, journey))
    if journey.steps and not is_straight(journey):
        made.append(_steps(ctx, journey))
    for number, stage in enumerate(journey.stages, 1):
        if any(average(step, journey) is not None for step in stage.steps):
            made.append(_stage(ctx, journey, stage, number))
    if sum(bool(stage_time(stage)) for stage in journey.stages) > 1:
        made.append(_cycle(ctx, journey))
    return tuple(made)


def _tone(step: Step) -> Tone:
    if step.all("moment of truth"):
        return "truth"
    if any(pain.marks.severity == "high" for pain in step.all("pain")):
        return "pain"
    return "delight" if step.all("delight") and not step.all("pain") else ""


def _overview(ctx: PageContext, journey: Journey) -> views.Diagram:
    title = ctx.t("The stages")
    nodes = tuple(
        Node(
            stage.id,
            f"{ctx.messages.number(number)}. {stage.title}",
            f"#{stage_anchor(stage)}",
            stage.title,
        )
        for number, stage in enumerate(journey.stages, 1)
    )
    names = {stage.id: stage.title for stage in journey.stages}
    found = stage_edges(journey)
    arrows = tuple(
        Edge(edge.source, edge.target, edge.reason, edge.kind) for edge in found if edge.target
    )
    leaving = [edge for edge in found if not edge.target]
    exits = tuple(
        Node(f"exit-{at}", ctx.t("Leaves the journey"), tone="exit") for at, _ in enumerate(leaving)
    )
    arrows += tuple(
        Edge(edge.source, f"exit-{at}", edge.reason, "exit") for at, edge in enumerate(leaving)
    )
    said = [
        ctx.t(
            "The journey goes through {stages}.",
            stages=ctx.messages.join([s.title for s in journey.stages]),
        )
    ]
    for edge in found:
        if edge.kind == "loop" and edge.target:
            said.append(_way(ctx, names[edge.source], names[edge.target], edge.reason, loop=True))
        elif not edge.target:
            said.append(_leaving(ctx, names[edge.source], edge.reason))
    alternative = " ".join(said)
    source = stages_chart(
        title, alternative, (*nodes, *exits), arrows, across="RL" if ctx.rtl else "LR"
    )
    return diagram(ctx, "stages", title, alternative, source, linked=True)


def _way(ctx: PageContext, source: str, target: str, reason: str, *, loop: bool) -> str:
    if loop and reason:
        return ctx.t(
            "From “{source}” back to “{target}”: {reason}.",
            source=source,
            target=target,
            reason=plain(reason),
        )
    if loop:
        return ctx.t("From “{source}” back to “{target}”.", source=source, target=target)
    if reason:
        return ctx.t(
            "From “{source}” to “{target}”: {reason}.",
            source=source,
            target=target,
            reason=plain(reason),
        )
    return ctx.t("From “{source}” to “{target}”.", source=source, target=target)


def _leaving(ctx: PageContext, source: str, reason: str) -> str:
    if reason:
        return ctx.t(
            "Some customers leave the journey at “{source}”: {reason}.",
            source=source,
            reason=plain(reason),
        )
    return ctx.t("Some customers leave the journey at “{source}”.", source=source)


def _steps(ctx: PageContext, journey: Journey) -> views.Diagram:
    title = ctx.t("The path, step by step")
    groups = tuple(
        Group(
            stage.id,
            f"{ctx.messages.number(number)}. {stage.title}",
            tuple(
                Node(step.id, step.title, f"#{step.id}", step.title, _tone(step))
                for step in stage.steps
            ),
        )
        for number, stage in enumerate(journey.stages, 1)
        if stage.steps
    )
    names = {step.id: step.title for step in journey.steps}
    found = [
        edge
        for edge in edges(journey)
        if edge.source in names and (not edge.target or edge.target in names)
    ]
    leaving = [edge for edge in found if not edge.target]
    arrows = tuple(
        Edge(edge.source, edge.target, edge.reason, edge.kind) for edge in found if edge.target
    )
    if leaving:
        ways_out = tuple(
            Node(f"exit-{at}", ctx.t("Leaves the journey"), tone="exit")
            for at, _ in enumerate(leaving)
        )
        groups += (Group("exits", ctx.t("Outgoing"), ways_out),)
        arrows += tuple(
            Edge(edge.source, f"exit-{at}", edge.reason, "exit") for at, edge in enumerate(leaving)
        )
    branching = [
        _leaving(ctx, names[edge.source], edge.reason)
        if not edge.target
        else _way(
            ctx, names[edge.source], names[edge.target], edge.reason, loop=edge.kind == "loop"
        )
        for edge in found
        if edge.kind != "next" or edge.reason
    ]
    alternative = " ".join([ctx.t("Steps run in order, except as listed here."), *branching])
    source = steps_chart(title, alternative, groups, arrows, across="RL" if ctx.rtl else "LR")
    return diagram(ctx, "steps", title, alternative, source)


def _stage(ctx: PageContext, journey: Journey, stage: Stage, number: int) -> views.Diagram:
    title = ctx.t("Stage {number}: {stage}", number=number, stage=stage.title)
    tasks, said = [], []
    for step in stage.steps:
        value = average(step, journey)
        if value is None:
            continue
        actors = tuple(
            ctx.catalog.title(Ref("persona", person)) for person in feelings(step, journey)
        )
        tasks.append(Task(step.title, max(1, min(5, round(value) + 3)), actors))
        said.append(
            f"{step.title}: "
            f"{ctx.messages.number(value, 0 if value == int(value) else 1, sign=True)}"
        )
    alternative = "; ".join(said) + "."
    source = stage_journey(title, alternative, f"{number}. {stage.title}", tuple(tasks))
    return diagram(ctx, f"stage-{number}", title, alternative, source)


def _cycle(ctx: PageContext, journey: Journey) -> views.Diagram:
    """Where the times are known: each step after the one before; a stage that only says its own
    time is one bar."""
    title = ctx.t("The cycle")
    bars: list[Bar] = []
    said = []
    day = 0.0
    for stage in journey.stages:
        whole = stage_time(stage)
        if whole:
            said.append(f"{stage.title}: {spell_text(ctx, whole)}")
        if (
            not any(step.duration("time") or step.duration("wait") for step in stage.steps)
            and whole
        ):
            bars.append(_bar(stage.title, day, whole, stage.title, wait=False))
            day += _days(whole)
            continue
        for step in stage.steps:
            for key in ("wait", "time"):
                duration = step.duration(key)
                if duration:
                    spell = Spell(duration.low, duration.high)
                    label = step.title if key == "time" else ctx.t("Wait: {step}", step=step.title)
                    bars.append(_bar(label, day, spell, stage.title, wait=key == "wait"))
                    day += _days(spell)
    alternative = "; ".join(said) + "."
    units = Units(ctx.t("day"), ctx.t("week"), ctx.t("month"))
    return diagram(
        ctx, "cycle", title, alternative, cycle(title, alternative, tuple(bars), units=units)
    )


def _days(spell: Spell) -> float:
    return (spell.low + spell.high) / 2 / SECONDS["d"]


def _bar(label: str, day: float, spell: Spell, section: str, *, wait: bool) -> Bar:
    start, end = round(day), round(day + _days(spell))
    return Bar(
        label,
        start,
        max(1, end - start) if spell.high >= SECONDS["d"] else max(0, end - start),
        section,
        wait,
    )


def quadrant_diagram(
    ctx: PageContext, points: tuple[tuple[str, float, float, str], ...]
) -> views.Diagram:
    """Value against effort; `points` are (code, effort 1-5, value 1-5, title)."""
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
    shown = points[:QUADRANT_POINTS]
    placed = tuple(
        Point(code, (effort - 0.5) / 5, (value - 0.5) / 5) for code, effort, value, _ in shown
    )
    alternative = "; ".join(
        ctx.t(
            "{code} {title}: value {value}, effort {effort}",
            code=code,
            title=name,
            value=int(value),
            effort=int(effort),
        )
        for code, effort, value, name in shown
    )
    return diagram(
        ctx, "quadrant", title, alternative + ".", value_effort(title, alternative, words, placed)
    )
