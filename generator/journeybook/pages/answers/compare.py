"""Two or three journeys side by side: facts, emotion curves, lanes by stage, and the gap to the
future state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeybook.insight.committee import head_count
from journeybook.insight.compare import (
    SharedStage,
    align,
    current_and_future,
    curve_points,
    stage_mean,
)
from journeybook.insight.emotion import average, mean
from journeybook.insight.path import linearity
from journeybook.insight.touchpoint_use import offline_share, touchpoints_of
from journeybook.pages.answers.cells import (
    emotion_cell,
    filled,
    heading,
    link_cell,
    signed,
    statement,
    text_cell,
)
from journeybook.pages.answers.left_to_do import left_section
from journeybook.pages.answers.views import (
    AnswerView,
    Grid,
    GridCell,
    GridRow,
    Overlay,
    OverlayLine,
    Section,
)
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_link, stage_title, step_link
from journeybook.pages.lists.cards import length, sentence
from journeybook.pages.maps.curve import line_path, y_of
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.prose_html import markup
from journeybook.pages.scales import emotion
from journeybook.pages.views import Badge, CurvePoint, Link
from journeybook.schema.documents import Fact, Journey, Step
from journeybook.schema.values import Ref
from journeybook.vocabulary import is_right_to_left

HEIGHT, WIDTH, STAGE, STEP = 240.0, 960.0, 132.0, 34.0
"""In units of the drawing: its size, and the least width of a stage and of a step."""
MakeCell = Callable[[Journey], GridCell]


def compare_link(ctx: PageContext, page: PlannedPage) -> Link:
    """A link to a comparison, named after its journeys."""
    return Link(
        label=compare_title(ctx, page),
        href=ctx.href(page.url),
        kind="journey",
    )


def compare_title(ctx: PageContext, page: PlannedPage) -> str:
    """The titles of the journeys; isolated from one another if one of them runs in the other
    direction."""
    journeys = _journeys(ctx, page)
    mixed = any(is_right_to_left(ctx.catalog.lang(journey)) != ctx.rtl for journey in journeys)
    titles = [str(journey.title) for journey in journeys]
    if mixed:
        titles = [f"\u2068{title}\u2069" for title in titles]
    return " ↔ ".join(titles)


def _journeys(ctx: PageContext, page: PlannedPage) -> list[Journey]:
    return list(filter(None, map(ctx.catalog.journey, page.beside)))


def compare_view(ctx: PageContext) -> AnswerView:
    """The journeys of one entry of `compare` in `site.yaml`."""
    journeys = _journeys(ctx, ctx.page)
    stages = align(journeys, ctx.catalog)
    sections = [_facts(ctx, journeys)]
    now_and_future = current_and_future(journeys)
    if now_and_future:
        sections.append(left_section(ctx, *now_and_future))
    overlay = _overlay(ctx, journeys, stages)
    if overlay:
        sections.append(_curves(ctx, overlay))
    for number, stage in enumerate(stages, 1):
        sections.append(_StageTable(ctx, journeys, stage).section(number))
    return AnswerView(
        **frame(ctx),
        title=compare_title(ctx, ctx.page),
        kind="journey",
        eyebrow=ctx.t("Side by side"),
        sections=tuple(sections),
    )


def _facts(ctx: PageContext, journeys: Sequence[Journey]) -> Section:
    def row(label: str, cell: MakeCell, icon: str = "") -> GridRow:
        return GridRow(head=heading(label, icon), cells=tuple(map(cell, journeys)))

    def field(key: str) -> MakeCell:
        return lambda journey: _field_cell(ctx, journey, key)

    def count(number: Callable[[Journey], int]) -> MakeCell:
        return lambda journey: text_cell(ctx.messages.number(number(journey)))

    def facts(key: str) -> MakeCell:
        return count(lambda journey: count_facts(journey, key))

    t = ctx.t
    rows = (
        row(t("Persona"), lambda journey: _persona_cell(ctx, journey), "persona"),
        row(t("Kind"), lambda journey: _kind_cell(ctx, journey)),
        row(t("Goal"), field("goal"), "target"),
        row(t("Why this map"), field("question"), "question"),
        row(t("Trigger"), field("trigger"), "trigger"),
        row(t("Duration"), lambda journey: text_cell(length(ctx, journey)), "clock"),
        row(t("Deal"), field("deal"), "worth"),
        row(t("People"), count(head_count), "person"),
        row(t("Steps"), count(lambda journey: len(journey.steps)), "step"),
        row(
            t("Touchpoints"),
            count(lambda journey: len(touchpoints_of(journey, ctx.catalog))),
            "touchpoint",
        ),
        row(t("Offline share"), lambda journey: _offline_cell(ctx, journey), "offline"),
        row(t("Straight-through steps"), lambda journey: _linearity_cell(ctx, journey), "next"),
        row(t("Pain points"), facts("pain"), "pain"),
        row(t("Delights"), facts("delight"), "delight"),
        row(t("Moments of truth"), facts("moment of truth"), "truth"),
        row(t("Average emotion"), lambda journey: _average_cell(ctx, journey), "emotion"),
        row(t("Owner"), field("owner"), "owner"),
        row(t("Reviewed"), lambda journey: _reviewed_cell(ctx, journey)),
    )
    grid = Grid(
        corner=t("Fact"),
        columns=tuple(link(ctx, journey.ref) for journey in journeys),
        rows=filled(rows),
        layout="even",
    )
    return Section(
        id="facts_",
        title=t("At a glance"),
        grid=grid,
    )


def count_facts(journey: Journey, key: str) -> int:
    """How many facts of a kind the stages and steps of a journey have."""
    return sum(len(part.all(key)) for part in journey.parts())


def _field_cell(ctx: PageContext, journey: Journey, key: str) -> GridCell:
    """A field of the front matter as written."""
    value = str(getattr(journey, key) or "")
    return GridCell(texts=(markup(ctx, value, journey.path),)) if value else GridCell()


def _persona_cell(ctx: PageContext, journey: Journey) -> GridCell:
    return link_cell([link(ctx, Ref("persona", journey.persona))])


def _kind_cell(ctx: PageContext, journey: Journey) -> GridCell:
    names = filter(None, (journey.kind, journey.market, journey.state, journey.status))
    return GridCell(badges=tuple(Badge(label=word(ctx.t, str(name))) for name in names))


def _offline_cell(ctx: PageContext, journey: Journey) -> GridCell:
    share = offline_share(journey, ctx.catalog)
    return GridCell() if share is None else text_cell(ctx.messages.percent(share))


def _linearity_cell(ctx: PageContext, journey: Journey) -> GridCell:
    return text_cell(ctx.messages.percent(linearity(journey)))


def _average_cell(ctx: PageContext, journey: Journey) -> GridCell:
    averages = (average(step, journey) for step in journey.steps)
    return emotion_cell(ctx, mean(value for value in averages if value is not None))


def _reviewed_cell(ctx: PageContext, journey: Journey) -> GridCell:
    return text_cell(ctx.messages.date(journey.reviewed) if journey.reviewed else "")


def _curves(ctx: PageContext, overlay: Overlay) -> Section:
    return Section(
        id="curves_",
        title=ctx.t("Emotion curves"),
        note=ctx.t("Aligned by stage; steps are spread evenly within each stage."),
        overlay=overlay,
    )


def _overlay(
    ctx: PageContext,
    journeys: Sequence[Journey],
    stages: Sequence[SharedStage],
) -> Overlay | None:
    """All emotion curves over the stages; None if there is no emotion in them."""
    column = _column_width(journeys, stages)
    width = column * len(stages)

    def x_at(place: float) -> float:
        return round(width - place * column if ctx.rtl else place * column, 1)

    lines = tuple(_line(ctx, stages, at, journey, x_at) for at, journey in enumerate(journeys))
    if not any(line.points for line in lines):
        return None
    names = [(x_at(at + 0.5), stage_title(ctx, stage.id)) for at, stage in enumerate(stages)]
    scale = [(y_of(value, HEIGHT), signed(ctx, value)) for value in (2, 1, 0, -1, -2)]
    return Overlay(
        width=width,
        height=HEIGHT,
        stages=tuple(names),
        edges=tuple(x_at(at) for at in range(1, len(stages))),
        grid=tuple(scale),
        lines=lines,
    )


def _column_width(journeys: Sequence[Journey], stages: Sequence[SharedStage]) -> float:
    """The width of a stage: enough for the most steps that a journey has in one."""
    steps = [len(stage.steps(at)) for stage in stages for at in range(len(journeys))]
    least = WIDTH / max(1, len(stages))
    return round(max(STAGE, STEP * max(steps, default=0), least), 1)


def _line(
    ctx: PageContext,
    stages: Sequence[SharedStage],
    at: int,
    journey: Journey,
    x_at: Callable[[float], float],
) -> OverlayLine:
    points = tuple(
        CurvePoint(
            x=x_at(place),
            y=y_of(value, HEIGHT),
            emotion=emotion(ctx, value),
            step=step.title,
            href=step_link(ctx, journey, step).href,
            truth=bool(step.all("moment of truth")),
        )
        for place, step, value in curve_points(stages, at, journey)
    )
    return OverlayLine(
        journey=link(ctx, journey.ref),
        tone=at,
        path=line_path([(point.x, point.y) for point in points]),
        points=points,
        sentence=sentence(ctx, journey),
    )


@dataclass(frozen=True)
class _StageTable:
    """One stage of all journeys: a row for each lane, a column for each journey."""

    ctx: PageContext
    journeys: Sequence[Journey]
    stage: SharedStage

    def section(self, number: int) -> Section:
        t = self.ctx.t
        rows = filled(
            (
                self._row(t("Steps"), "step", self._steps),
                self._row(t("Emotion"), "emotion", self._emotion),
                self._row(t("Does"), "does", self._does),
                self._row(t("Touchpoints"), "touchpoint", self._touchpoints),
                self._statements(t("Moments of truth"), "truth", "moment of truth"),
                self._statements(t("Pain points"), "pain", "pain"),
                self._statements(t("Delights"), "delight", "delight"),
            )
        )
        title = stage_title(self.ctx, self.stage.id)
        return Section(
            id=f"stage_{number}",
            title=f"{self.ctx.messages.number(number)}. {title}",
            grid=self._grid(rows) if rows else None,
            empty="" if rows else t("Neither journey covers this stage."),
        )

    def _grid(self, rows: tuple[GridRow, ...]) -> Grid:
        columns = tuple(self._column(at, journey) for at, journey in enumerate(self.journeys))
        return Grid(
            corner=self.ctx.t("Lane"),
            columns=columns,
            rows=rows,
            layout="even",
        )

    def _column(self, at: int, journey: Journey) -> Link:
        title, parts = str(journey.title), self.stage.parts[at]
        if not parts:
            return Link(label=title, note=self.ctx.t("not in this journey"))
        return Link(label=title, href=stage_link(self.ctx, journey, parts[0]).href)

    def _row(self, label: str, icon: str, cell: Callable[[int, Journey], GridCell]) -> GridRow:
        """A lane; empty for a journey that does not have the stage."""
        cells = tuple(
            cell(at, journey) if self.stage.parts[at] else GridCell()
            for at, journey in enumerate(self.journeys)
        )
        return GridRow(head=heading(label, icon), cells=cells)

    def _steps(self, at: int, journey: Journey) -> GridCell:
        return link_cell(step_link(self.ctx, journey, step) for step in self.stage.steps(at))

    def _emotion(self, at: int, journey: Journey) -> GridCell:
        return emotion_cell(self.ctx, stage_mean(self.stage.parts[at], journey))

    def _does(self, at: int, journey: Journey) -> GridCell:
        facts = [fact for _, fact in self._facts(at, "does")]
        return GridCell(texts=tuple(markup(self.ctx, fact.text, journey.path) for fact in facts))

    def _touchpoints(self, at: int, journey: Journey) -> GridCell:
        touchpoints = touchpoints_of(journey, self.ctx.catalog, self.stage.parts[at])
        return link_cell(link(self.ctx, touchpoint.ref) for touchpoint in touchpoints)

    def _statements(self, label: str, icon: str, key: str) -> GridRow:
        def cell(at: int, journey: Journey) -> GridCell:
            facts = self._facts(at, key)
            marks = tuple(statement(self.ctx, journey, fact, step) for step, fact in facts)
            return GridCell(marks=marks)

        return self._row(label, icon, cell)

    def _facts(self, at: int, key: str) -> list[tuple[Step | None, Fact]]:
        """The facts of a kind of one journey in the stage: those of the stage, then of its
        steps."""
        facts: list[tuple[Step | None, Fact]] = []
        for part in self.stage.parts[at]:
            facts += ((None, fact) for fact in part.all(key))
        for step in self.stage.steps(at):
            facts += ((step, fact) for fact in step.all(key))
        return facts
