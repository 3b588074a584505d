"""Tags on the map and in the stories of a journey: the steps, stages and cells that changed, with
their old texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.diff.align import Column, aligned
from journeybook.diff.pair import stage_pairs
from journeybook.insight.emotion import lines
from journeybook.pages.changes.aligned_map import changed_items, column_anchor, is_changed, moves
from journeybook.pages.changes.comparison import COMPARED
from journeybook.pages.changes.curves import differences, in_words, path, points
from journeybook.pages.context import PageContext
from journeybook.pages.fact_text import FactFormatter, step_titles
from journeybook.pages.views import ChangeMark, OldCurve
from journeybook.schema.documents import HasFacts, Journey, Stage, Step
from journeybook.schema.values import Ref
from journeybook.text import Span

IN_HEAD = ("goal", "owner", "time")
"""Lanes that a stage shows in its head."""
Cells = Mapping[tuple[str, str], ChangeMark]


@dataclass(frozen=True)
class Marks:
    """The tags of one journey; empty without a comparison, or if the journey did not change."""

    steps: Mapping[str, ChangeMark] = field(default_factory=dict)
    """By the step's id."""
    stages: Mapping[str, ChangeMark] = field(default_factory=dict)
    """By the stage's id."""
    cells: Cells = field(default_factory=dict)
    """By the step's id and the key of the lane."""
    stage_cells: Cells = field(default_factory=dict)
    """By the stage's id and the key of the lane."""
    columns: Mapping[str, Column] = field(default_factory=dict)
    """The current steps with their old versions, by id."""
    is_own: bool = False
    """Whether the emotions of the columns are those of the map's own persona on both sides."""

    @property
    def lanes(self) -> frozenset[str]:
        """Keys of the lanes that have tags."""
        return frozenset(key for _, key in (*self.cells, *self.stage_cells))


NOTHING = Marks()


def marks(ctx: PageContext, journey: Journey) -> Marks:
    """The tags of a journey."""
    comparison = ctx.site.comparison
    sides = comparison.sides(journey.id) if comparison else None
    target = ctx.site.plan.page_of(Ref(COMPARED, journey.id))
    before = sides[1] if sides else None
    if comparison is None or target is None or before is None:
        return NOTHING
    page = ctx.href(target.url)
    formatter = FactFormatter(ctx.messages, titles(ctx), step_titles(before, journey))
    columns = aligned(before, journey)
    moved = moves(comparison.of(journey.ref), ctx.messages)
    steps: dict[str, ChangeMark] = {}
    cells: dict[tuple[str, str], ChangeMark] = {}
    for at, column in enumerate(columns):
        step = column.after
        if step and is_changed(column):
            href = f"{page}#{column_anchor(0, at)}"
            steps[step.id] = _step(ctx, column, href, moved)
            cells.update(_cells(ctx, formatter, column.before, step, href))
    stages: dict[str, ChangeMark] = {}
    stage_cells: dict[tuple[str, str], ChangeMark] = {}
    for stage, old, href in _stages(ctx, before, journey, page):
        mark = _stage(ctx, old, stage, href, formatter)
        if mark:
            stages[stage.id] = mark
        stage_cells.update(_cells(ctx, formatter, old, stage, href))
    return Marks(
        steps=steps,
        stages=stages,
        cells=cells,
        stage_cells=stage_cells,
        columns={column.after.id: column for column in columns if column.after},
        is_own=_has_line(before) and _has_line(journey),
    )


def old_curve(
    ctx: PageContext,
    own: Marks,
    steps: list[Step | None],
    places: list[float],
    height: float,
) -> OldCurve | None:
    """The old emotion curve over the columns of the map; None if it is the same.

    `steps` are the columns, None for one of a stage without steps; `places` are their middles.
    """
    columns = [own.columns.get(step.id) if step else None for step in steps]
    was = [column.old_feeling if column else None for column in columns]
    changed = in_words(list(filter(None, columns)), ctx.messages)
    if not own.is_own or not changed or all(value is None for value in was):
        return None
    base = ctx.site.comparison.base if ctx.site.comparison else ""
    return OldCurve(
        path=path(places, was, height),
        points=points(places, was, height, ctx.messages),
        differences=differences(places, columns, height, ctx.messages),
        label=ctx.t("Version in {base}", base=base),
        sentence=ctx.t(
            "Emotion differs from {base}: {steps}",
            base=base,
            steps=changed,
        ),
    )


def titles(ctx: PageContext) -> Callable[[Ref], str]:
    """Gives the title of a thing, also of one that was removed."""

    def title(ref: Ref) -> str:
        if ctx.catalog.get(ref) is None and ctx.site.comparison:
            return ctx.site.comparison.old_title(ref)
        return ctx.catalog.title(ref)

    return title


def _has_line(journey: Journey) -> bool:
    """Whether the map's own persona has an emotion in it; if not, its line is the mean of everyone,
    which no map draws."""
    own = lines(journey)
    return bool(own) and own[0].persona == journey.persona


def _mark(ctx: PageContext, tone: str, label: str, href: str, old: str = "") -> ChangeMark:
    words = (
        ctx.t(
            "{change}, previously {old}",
            change=label,
            old=old,
        )
        if old
        else label
    )
    return ChangeMark(
        tone=tone,
        label=label,
        href=href,
        old=old,
        words=words,
    )


def _step(ctx: PageContext, column: Column, href: str, elsewhere: Mapping[Span, str]) -> ChangeMark:
    if column.before is None and column.after is not None:
        label = elsewhere.get(column.after.span)
        return _mark(ctx, "changed" if label else "new", label or ctx.t("new step"), href)
    assert column.before is not None, "a column has a step on one side at least"
    old = []
    label = ctx.t("changed")
    if column.after and column.after.title != column.before.title:
        old.append(column.before.title)
    if column.old_stage != column.new_stage:
        old.append(column.old_stage)
        label = ctx.t("moved")
    return _mark(ctx, "changed", label, href, " · ".join(old))


def _stages(
    ctx: PageContext,
    before: Journey,
    after: Journey,
    page: str,
) -> Iterator[tuple[Stage, Stage | None, str]]:
    """Each stage, its old version, and a link to its line in the list of changes, since the
    comparison has no column for a stage."""
    changes = ctx.site.comparison.of(after.ref) if ctx.site.comparison else ()
    lines = {change.element.anchor: change.fingerprint for change in reversed(changes)}
    backward = stage_pairs(before, after).backward
    for at, stage in enumerate(after.stages):
        fingerprint = lines.get(f"stage_{stage.id}", "")
        href = f"{page}#c-{fingerprint}" if fingerprint else page
        old = backward.get(at)
        yield stage, None if old is None else before.stages[old], href


def _stage(
    ctx: PageContext,
    old: Stage | None,
    stage: Stage,
    href: str,
    formatter: FactFormatter,
) -> ChangeMark | None:
    """The tag of a stage's head: its title, the lanes shown there, its story."""
    if old is None:
        return _mark(ctx, "new", ctx.t("new stage"), href)
    differing = [key for key in IN_HEAD if formatter.lane(old, key) != formatter.lane(stage, key)]
    if not differing and (old.title, old.story) == (stage.title, stage.story):
        return None
    was = [old.title] if old.title != stage.title else []
    was += [text for key in differing for text in formatter.lane(old, key)]
    return _mark(ctx, "changed", ctx.t("changed"), href, " · ".join(was))


def _cells(
    ctx: PageContext,
    formatter: FactFormatter,
    old: Step | Stage | None,
    new: Step | Stage,
    href: str,
) -> Iterator[tuple[tuple[str, str], ChangeMark]]:
    """The tags of the cells of a step or stage; a new one has a tag in its head only."""
    if old is None or old.facts == new.facts:
        return
    keys = dict.fromkeys(fact.key for fact in (*old.facts, *new.facts))
    in_head = IN_HEAD if isinstance(new, Stage) else ()
    for key in keys:
        if key in in_head:
            continue
        mark = _cell(ctx, formatter, old, new, key, href)
        if mark:
            yield (new.id, key), mark


def _cell(
    ctx: PageContext,
    formatter: FactFormatter,
    old: HasFacts,
    new: HasFacts,
    key: str,
    href: str,
) -> ChangeMark | None:
    tones = {item.tone for item in changed_items(old, new, key, formatter)}
    if tones <= {"same"}:
        return None
    tone = tones.pop() if len(tones) == 1 else "changed"
    label = {"new": ctx.t("new"), "removed": ctx.t("removed")}.get(tone, ctx.t("changed"))
    return _mark(ctx, tone, label, href, " · ".join(formatter.lane(old, key)))
