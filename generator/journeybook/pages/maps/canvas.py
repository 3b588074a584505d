"""The map as a table: a column for each step, a row for each lane in use, and the emotion curve."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from journeybook.insight.emotion import disagreement, emotions_by_persona, people
from journeybook.insight.path import Alternative, alternatives
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
    Branch,
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
"""The parts of a blueprint that are the company's."""


def canvas(ctx: PageContext, journey: Journey, changed: Marks | None = None) -> views.Canvas:
    """The whole map. `changed` is what differs from the revision that the site is compared with;
    looked up if missing."""
    changed = marks(ctx, journey) if changed is None else changed
    columns = _columns(journey)
    branches = alternatives(journey)
    lanes = _lanes(ctx, journey, columns, changed)
    stages = [
        canvas_stage(ctx, journey, stage, number, changed)
        for number, stage in enumerate(journey.stages, 1)
    ]
    steps = [
        canvas_step(ctx, journey, stage, step, number, at, branches, changed)
        for number, stage, step, at in columns
    ]
    curve_columns = [(step, at == 1) for _, _, step, at in columns]
    return views.Canvas(
        stages=tuple(stages),
        steps=tuple(steps),
        lanes=lanes,
        lines=blueprint_lines(lanes),
        curve=curve(ctx, journey, curve_columns, changed),
    )


_Column = tuple[int, Stage, Step | None, int]
"""Number of the stage, stage, step (None for a stage without steps), number of the step in its
stage."""


def _columns(journey: Journey) -> list[_Column]:
    columns: list[_Column] = []
    for number, stage in enumerate(journey.stages, 1):
        if not stage.steps:
            columns.append((number, stage, None, 1))
        columns += [(number, stage, step, at) for at, step in enumerate(stage.steps, 1)]
    return columns


def canvas_stage(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    number: int,
    changed: Marks = NOTHING,
) -> views.CanvasStage:
    """The head of a stage's columns."""
    spell = stage_time(stage, journey)
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
        change=changed.stages.get(stage.id),
    )


def canvas_step(
    ctx: PageContext,
    journey: Journey,
    stage: Stage,
    step: Step | None,
    number: int,
    at: int,
    branches: Mapping[str, Alternative],
    changed: Marks = NOTHING,
) -> views.CanvasStep:
    """The head of a step's column."""
    if step is None:
        return views.CanvasStep(
            id="",
            title="",
            number="",
            stage=number,
            first_in_stage=True,
        )
    persons = people(step, journey)
    is_alone = persons == (journey.persona,)
    who = () if is_alone else tuple(link(ctx, Ref("persona", person)) for person in persons)
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
        was=step.was,
        who=who,
        branch=_alternative(ctx, branches.get(step.id)),
        change=changed.steps.get(step.id),
    )


def _alternative(ctx: PageContext, alternative: Alternative | None) -> str:
    """Which alternative a step is: its condition, or its number."""
    if alternative is None:
        return ""
    if alternative.reason:
        return alternative.reason
    return ctx.t("Option {number} of {count}", number=alternative.number, count=alternative.count)


def lane_head(ctx: PageContext, key: str) -> views.Lane:
    """A lane without cells, for the stories."""
    fact = ctx.catalog.config.facts[key]
    own = next((lane for lane in ctx.catalog.config.lanes.own if lane.key == key), None)
    title = ctx.t(fact.title)
    if own:
        titles = {str(lang): str(text) for lang, text in own.title}
        title = titles.get(ctx.lang) or next(iter(titles.values()), fact.title)
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


def _lanes(
    ctx: PageContext,
    journey: Journey,
    columns: list[_Column],
    changed: Marks,
) -> tuple[views.Lane, ...]:
    """The lanes in use, in the site's order."""
    used = {"emotion", *changed.lanes}
    for part in journey.parts():
        used.update(fact.key for fact in part.facts)
    facts = ctx.catalog.config.facts
    lanes = []
    for key in ctx.catalog.config.lane_order:
        lane = _lane(ctx, journey, key, columns, changed) if facts[key].key in used else None
        if lane:
            lanes.append(lane)
    return tuple(lanes)


def _lane(
    ctx: PageContext,
    journey: Journey,
    key: str,
    columns: list[_Column],
    changed: Marks,
) -> views.Lane | None:
    """A lane with its cells, or None if all of them are empty."""
    fact = ctx.catalog.config.facts[key]
    cells = []
    for _, stage, step, _ in columns:
        if step:
            own = cell(ctx, journey, step, fact, stage)
            cells.append(tagged(own, changed.cells.get((step.id, key))))
        else:
            cells.append(views.Cell())
    stage_cells = []
    for stage in journey.stages if key not in IN_HEAD else ():
        own = cell(ctx, journey, stage, fact, stage)
        stage_cells.append(tagged(own, changed.stage_cells.get((stage.id, key))))
    if not any(map(_is_filled, stage_cells)):
        stage_cells = []
        if not any(map(_is_filled, cells)):
            return None
    return replace(lane_head(ctx, key), cells=tuple(cells), stage_cells=tuple(stage_cells))


def _is_filled(cell: views.Cell) -> bool:
    return bool(cell.items or cell.change)


def tagged(cell: views.Cell, mark: views.ChangeMark | None) -> views.Cell:
    """A cell with what changed in it, if anything did."""
    return replace(cell, change=mark) if mark else cell


def cell(
    ctx: PageContext,
    journey: Journey,
    part: Stage | Step,
    key: FactKey,
    stage: Stage,
) -> views.Cell:
    """One lane's cell of a step or a stage."""
    if key.key == "emotion":
        return _emotion_cell(ctx, journey, part)
    items: list[views.CellItem] = []
    for fact in part.all(key.key):
        items += _ITEMS[type(fact.payload)](ctx, journey, fact, part, key)
    return views.Cell(items=tuple(items))


def _emotion_cell(ctx: PageContext, journey: Journey, part: Stage | Step) -> views.Cell:
    """The emotions of all people, and the gap between them."""
    items = []
    for person, felt in emotions_by_persona(part, journey).items():
        name = "" if person == journey.persona else ctx.catalog.title(Ref("persona", person))
        items.append(views.CellItem(emotion=emotion(ctx, felt.value, felt.word, name)))
    spread = disagreement(part, journey)
    gap = ""
    if spread and spread.apart:
        gap = ctx.t("Gap between people: {count}", count=int(spread.apart))
    return views.Cell(items=tuple(items), apart=gap)


_ItemMaker = Callable[[PageContext, Journey, Fact, Stage | Step, FactKey], list[views.CellItem]]


def _statement(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    return [views.CellItem(text=marked(ctx, journey, fact))]


def _truth(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Truth)
    return [views.CellItem(text=marked(ctx, journey, fact), note=word(ctx.t, fact.payload.kind))]


def _references(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    assert isinstance(fact.payload, References)
    refs = fact.payload.refs
    if fact.payload.everyone:
        refs = tuple(Ref("persona", person) for person in people(part, journey))
    return [_reference(ctx, ref) for ref in refs]


def _reference(ctx: PageContext, ref: Ref) -> views.CellItem:
    """A link with the icon of its channel, and for a touchpoint whether it is online or offline."""
    touchpoint = ctx.catalog.touchpoint(ref.id) if ref.kind == "touchpoint" else None
    channel_id = ref.id if ref.kind == "channel" else ""
    if touchpoint and touchpoint.channel:
        channel_id = touchpoint.channel[0].id
    channel = ctx.catalog.get(Ref("channel", channel_id)) if channel_id else None
    icon = str(channel.icon) if isinstance(channel, Channel) and channel.icon else ""
    return views.CellItem(
        link=link(ctx, ref),
        icon=icon or ref.kind,
        presence=presence(touchpoint, ctx.catalog) if touchpoint else "",
    )


def _metric(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    assert isinstance(fact.payload, MetricMove)
    move = fact.payload
    return [
        views.CellItem(
            link=link(ctx, move.ref),
            icon="metric",
            note=move_text(move),
        )
    ]


def move_text(move: MetricMove) -> str:
    """`22% → 30%`, or the only value."""
    return " → ".join(value for value in (move.now, move.target) if value)


def _timing(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Timing)
    return [views.CellItem(note=time_text(ctx, fact.payload.duration))]


def _score(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Score)
    return [views.CellItem(score=score(ctx, fact.payload.value))]


def _branches(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    assert isinstance(fact.payload, Branches)
    titles = {step.id: step.title for step in journey.steps}
    branches = [_branch(ctx, titles, branch, key) for branch in fact.payload.ways]
    return [views.CellItem(ways=tuple(branches))]


def _branch(
    ctx: PageContext,
    titles: Mapping[str, str],
    branch: Branch,
    key: FactKey,
) -> views.BranchView:
    if branch.is_exit:
        return views.BranchView(
            kind="exit",
            label=ctx.t("Leaves the journey"),
            href="",
            reason=branch.reason,
        )
    return views.BranchView(
        kind="loop" if key.key == "loop" else "next",
        label=titles.get(branch.step, branch.step),
        href=f"#{branch.step}" if branch.step in titles else "",
        reason=branch.reason,
    )


def _emotion(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    part: Stage | Step,
    key: FactKey,
) -> list[views.CellItem]:
    return []  # `_emotion_cell` makes the items of all people at once


_ITEMS: dict[type, _ItemMaker] = {
    Statement: _statement,
    Truth: _truth,
    References: _references,
    MetricMove: _metric,
    Timing: _timing,
    Score: _score,
    Branches: _branches,
    Emotion: _emotion,
}
