"""The map as a table: columns for steps, rows for the lanes that say something, and the curve over
the columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from journeybook.insight.emotion import disagreement, feelings, people
from journeybook.insight.time import stage_time
from journeybook.insight.touchpoint_use import presence
from journeybook.pages import views
from journeybook.pages.changes.markers import IN_HEAD, NOTHING, Marks, marks
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import spell_text, time_text
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_anchor
from journeybook.pages.maps.blueprint import blueprint_lines, side_of
from journeybook.pages.maps.curve_view import curve
from journeybook.pages.marked_text import marked
from journeybook.pages.prose_html import plain
from journeybook.pages.scales import emotion, score
from journeybook.schema.documents import Channel, Fact, Journey, Stage, Step
from journeybook.schema.values import (
    Branches,
    Emotion,
    MetricMove,
    Ref,
    References,
    Score,
    Statement,
    Timing,
    Truth,
)
from journeybook.vocabulary import BLUEPRINT_LANES, FactKey, Line

BEHIND = (Line.FRONTSTAGE, Line.BACKSTAGE, Line.SUPPORT)


def canvas(ctx: PageContext, journey: Journey, found: Marks | None = None) -> views.Canvas:
    """The whole map; `found` is what changed in it, where that is known already."""
    found = marks(ctx, journey) if found is None else found
    columns = _columns(journey)
    used = {"emotion", *(fact.key for part in journey.parts() for fact in part.facts), *found.lanes}
    keys = [
        key for key in ctx.catalog.config.lane_order if ctx.catalog.config.facts[key].key in used
    ]
    lanes = tuple(made for key in keys if (made := _lane(ctx, journey, key, columns, found)))
    return views.Canvas(
        stages=tuple(
            canvas_stage(ctx, stage, number, found)
            for number, stage in enumerate(journey.stages, 1)
        ),
        steps=tuple(
            canvas_step(ctx, journey, stage, step, number, at, found)
            for number, stage, step, at in columns
        ),
        lanes=lanes,
        lines=blueprint_lines(lanes),
        curve=curve(ctx, journey, [(step, at == 1) for _, _, step, at in columns], found),
    )


_Column = tuple[int, Stage, Step | None, int]


def _columns(journey: Journey) -> list[_Column]:
    """Number of the stage, stage, step (None for a stage without steps), number of the step in its
    stage."""
    columns: list[_Column] = []
    for number, stage in enumerate(journey.stages, 1):
        columns += [(number, stage, step, at) for at, step in enumerate(stage.steps, 1)] or [
            (number, stage, None, 1)
        ]
    return columns


def canvas_stage(
    ctx: PageContext, stage: Stage, number: int, found: Marks = NOTHING
) -> views.CanvasStage:
    """The head of a stage's columns."""
    spell = stage_time(stage)
    goal = next((fact.text for fact in stage.all("goal")), "")
    return views.CanvasStage(
        id=stage_anchor(stage),
        title=stage.title,
        link=link(ctx, Ref("stage", stage.id)),
        columns=max(1, len(stage.steps)),
        number=number,
        owner=stage.owner,
        time=spell_text(ctx, spell) if spell else "",
        goal=plain(goal),
        change=found.stages.get(stage.id),
    )


def canvas_step(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    step: Step | None,
    number: int,
    at: int,
    found: Marks = NOTHING,
) -> views.CanvasStep:
    """The head of a step's column."""
    if step is None:
        return views.CanvasStep(id="", title="", number="", stage=number, first_in_stage=True)
    present = people(step, journey)
    return views.CanvasStep(
        id=step.id,
        title=step.title,
        number=f"{ctx.messages.number(number)}.{ctx.messages.number(at)}",
        stage=number,
        first_in_stage=at == 1,
        truth=bool(step.all("moment of truth")),
        pains=len(step.all("pain")),
        delights=len(step.all("delight")),
        leaves=any(way.is_exit for way in step.ways("next")),
        loops=bool(step.ways("loop")),
        who=()
        if present == (journey.persona,)
        else tuple(link(ctx, Ref("persona", person)) for person in present),
        change=found.steps.get(step.id),
    )


def lane_head(ctx: PageContext, key: str) -> views.Lane:
    """A lane without cells, for the stories."""
    fact = ctx.catalog.config.facts[key]
    own = next((lane for lane in ctx.catalog.config.lanes.own if lane.key == key), None)
    title = ctx.t(fact.title)
    if own:
        names = {str(lang): str(name) for lang, name in own.title}
        title = names.get(ctx.lang) or next(iter(names.values()), fact.title)
    return views.Lane(
        key=key,
        title=title,
        icon=fact.icon,
        cell=fact.cell,
        line=str(fact.line),
        cells=(),
        id=key.replace(" ", "-"),
        side=side_of(fact),
        blueprint=key in BLUEPRINT_LANES or (own is not None and fact.line in BEHIND),
    )


def _lane(
    ctx: PageContext, journey: Journey, key: str, columns: list[_Column], found: Marks
) -> views.Lane | None:
    fact = ctx.catalog.config.facts[key]
    cells = tuple(
        tagged(cell(ctx, journey, step, fact, stage), found.cells.get((step.id, key)))
        if step
        else views.Cell()
        for _, stage, step, _ in columns
    )
    of_stages = tuple(
        tagged(cell(ctx, journey, stage, fact, stage), found.stage_cells.get((stage.id, key)))
        for stage in journey.stages
    )
    if key in IN_HEAD:
        of_stages = ()
    if not any(made.items or made.change for made in (*cells, *of_stages)):
        return None
    said = any(made.items or made.change for made in of_stages)
    return replace(lane_head(ctx, key), cells=cells, stage_cells=of_stages if said else ())


def tagged(made: views.Cell, mark: views.ChangeMark | None) -> views.Cell:
    """A cell with what changed in it, if anything did."""
    return replace(made, change=mark) if mark else made


def cell(
    ctx: PageContext, journey: Journey, part: Stage | Step, key: FactKey, stage: Stage
) -> views.Cell:
    """What one step or stage says in one lane."""
    items: list[views.CellItem] = []
    if key.key == "emotion":
        for person, feeling in feelings(part, journey).items():
            name = "" if person == journey.persona else ctx.catalog.title(Ref("persona", person))
            items.append(views.CellItem(emotion=emotion(ctx, feeling.value, feeling.word, name)))
        spread = disagreement(part, journey)
        apart = (
            ctx.t("Gap between people: {count}", count=int(spread.apart))
            if spread and spread.apart
            else ""
        )
        return views.Cell(items=tuple(items), apart=apart)
    for fact in part.all(key.key):
        items += _ITEMS[type(fact.payload)](ctx, journey, fact, part, key)
    return views.Cell(items=tuple(items))


_Maker = Callable[[PageContext, Journey, Fact, Stage | Step, FactKey], list[views.CellItem]]


def _statement(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    return [views.CellItem(text=marked(ctx, journey, fact))]


def _truth(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Truth)
    return [views.CellItem(text=marked(ctx, journey, fact), note=word(ctx.t, fact.payload.kind))]


def _references(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    assert isinstance(fact.payload, References)
    refs = (
        [Ref("persona", person) for person in people(part, journey)]
        if fact.payload.everyone
        else fact.payload.refs
    )
    items = []
    for ref in refs:
        touchpoint = ctx.catalog.touchpoint(ref.id) if ref.kind == "touchpoint" else None
        where = presence(touchpoint, ctx.catalog) if touchpoint else ""
        channel = (
            touchpoint.channel[0].id
            if touchpoint and touchpoint.channel
            else ref.id
            if ref.kind == "channel"
            else ""
        )
        known = ctx.catalog.get(Ref("channel", channel)) if channel else None
        icon = str(known.icon) if isinstance(known, Channel) and known.icon else ""
        items.append(views.CellItem(link=link(ctx, ref), icon=icon or ref.kind, presence=where))
    return items


def _metric(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    assert isinstance(fact.payload, MetricMove)
    return [
        views.CellItem(
            link=link(ctx, fact.payload.ref), icon="metric", note=move_text(fact.payload)
        )
    ]


def move_text(move: MetricMove) -> str:
    """`22% → 30%`, or the one value there is."""
    return " → ".join(value for value in (move.now, move.target) if value)


def _timing(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Timing)
    return [views.CellItem(note=time_text(ctx, fact.payload.duration))]


def _score(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Score)
    return [views.CellItem(score=score(ctx, fact.payload.value))]


def _ways(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Branches)
    titles = {step.id: step.title for step in journey.steps}
    ways = tuple(
        views.BranchView(
            kind="exit" if way.is_exit else "loop" if key.key == "loop" else "next",
            label=ctx.t("Leaves the journey") if way.is_exit else titles.get(way.step, way.step),
            href="" if way.is_exit or way.step not in titles else f"#{way.step}",
            reason=way.reason,
        )
        for way in fact.payload.ways
    )
    return [views.CellItem(ways=ways)]


def _emotion(
    ctx: PageContext, journey: Journey, fact: Fact, part: Stage | Step, key: FactKey
) -> list[views.CellItem]:
    return []  # `cell` reads feelings of all people at once


_ITEMS: dict[type, _Maker] = {
    Statement: _statement,
    Truth: _truth,
    References: _references,
    MetricMove: _metric,
    Timing: _timing,
    Score: _score,
    Branches: _ways,
    Emotion: _emotion,
}
