"""Tags on the map and in the stories of a journey: which step, stage or cell says something else
than before, and what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.diff.align import Column, aligned
from journeybook.diff.pair import stage_pairs
from journeybook.insight.emotion import lines
from journeybook.pages import views
from journeybook.pages.changes.aligned_map import changed_items, column_anchor, is_changed, moves
from journeybook.pages.changes.comparison import COMPARED
from journeybook.pages.changes.curves import differences, in_words, path, points
from journeybook.pages.context import PageContext
from journeybook.pages.fact_text import Teller, step_titles
from journeybook.schema.documents import HasFacts, Journey, Stage, Step
from journeybook.schema.values import Ref
from journeybook.text import Span

IN_HEAD = ("goal", "owner", "time")
"""Lanes that a stage says in the head of its columns."""
Cells = Mapping[tuple[str, str], views.ChangeMark]


@dataclass(frozen=True)
class Marks:
    """What is tagged in one journey; nothing where the site is not compared, or the journey did not
    change."""

    steps: Mapping[str, views.ChangeMark] = field(default_factory=dict)
    """By the step's id."""
    stages: Mapping[str, views.ChangeMark] = field(default_factory=dict)
    """By the stage's id."""
    cells: Cells = field(default_factory=dict)
    """By the step's id and the key of the lane."""
    stage_cells: Cells = field(default_factory=dict)
    """By the stage's id and the key of the lane."""
    columns: Mapping[str, Column] = field(default_factory=dict)
    """Every step that the journey has now, with what it was, by its id."""
    is_own: bool = False
    """Whether the feelings of the columns are those of the map's own persona on both sides."""

    @property
    def lanes(self) -> frozenset[str]:
        """Keys of the lanes in which something is tagged."""
        return frozenset(key for _, key in (*self.cells, *self.stage_cells))


NOTHING = Marks()


def marks(ctx: PageContext, journey: Journey) -> Marks:
    """What to tag in a journey."""
    comparison = ctx.site.comparison
    sides = comparison.sides(journey.id) if comparison else None
    target = ctx.site.plan.page_of(Ref(COMPARED, journey.id))
    before = sides[1] if sides else None
    if comparison is None or target is None or before is None:
        return NOTHING
    page = ctx.href(target.url)
    teller = Teller(ctx.messages, titles(ctx), step_titles(before, journey))
    columns = aligned(before, journey)
    moved = moves(comparison.of(journey.ref), ctx.messages)
    found = [
        (column.after, column, f"{page}#{column_anchor(0, at)}")
        for at, column in enumerate(columns)
        if column.after and is_changed(column)
    ]
    stages = list(_stages(ctx, before, journey, page))
    return Marks(
        steps={step.id: _step(ctx, column, href, moved) for step, column, href in found},
        stages={
            stage.id: mark
            for stage, old, href in stages
            if (mark := _stage(ctx, old, stage, href, teller))
        },
        cells=dict(
            _cells(
                ctx, teller, ((step.id, column.before, step, href) for step, column, href in found)
            )
        ),
        stage_cells=dict(
            _cells(ctx, teller, ((stage.id, old, stage, href) for stage, old, href in stages))
        ),
        columns={column.after.id: column for column in columns if column.after},
        is_own=_has_line(before) and _has_line(journey),
    )


def old_curve(
    ctx: PageContext, found: Marks, steps: list[Step | None], places: list[float], height: float
) -> views.OldCurve | None:
    """The curve as it was, over the columns of the map; None where nobody felt otherwise.

    `steps` are the columns, None for one of a stage without steps; `places` are their middles.
    """
    columns = [found.columns.get(step.id) if step else None for step in steps]
    told = [column for column in columns if column]
    was = [column.old_feeling if column else None for column in columns]
    if (
        not found.is_own
        or not any(value is not None for value in was)
        or not in_words(told, ctx.messages)
    ):
        return None
    base = ctx.site.comparison.base if ctx.site.comparison else ""
    return views.OldCurve(
        path=path(places, was, height),
        points=points(places, was, height, ctx.messages),
        differences=differences(places, columns, height, ctx.messages),
        label=ctx.t("Version in {base}", base=base),
        sentence=ctx.t(
            "Emotion differs from {base}: {steps}", base=base, steps=in_words(told, ctx.messages)
        ),
    )


def titles(ctx: PageContext) -> Callable[[Ref], str]:
    """What things are called, also those that are gone."""

    def title(ref: Ref) -> str:
        if ctx.catalog.get(ref) is None and ctx.site.comparison:
            return ctx.site.comparison.old_title(ref)
        return ctx.catalog.title(ref)

    return title


def _has_line(journey: Journey) -> bool:
    """Whether the map's own persona feels anything in it; where not, its line is everyone's mean,
    which no map draws."""
    found = lines(journey)
    return bool(found) and found[0].persona == journey.persona


def _mark(ctx: PageContext, tone: str, label: str, href: str, old: str = "") -> views.ChangeMark:
    words = ctx.t("{change}, previously {old}", change=label, old=old) if old else label
    return views.ChangeMark(tone=tone, label=label, href=href, old=old, words=words)


def _step(
    ctx: PageContext, column: Column, href: str, elsewhere: Mapping[Span, str]
) -> views.ChangeMark:
    if column.before is None and column.after is not None:
        label = elsewhere.get(column.after.span)
        return _mark(ctx, "changed" if label else "new", label or ctx.t("new step"), href)
    assert column.before is not None, "a column stands on one side at least"
    moved = column.old_stage != column.new_stage
    old = (
        [column.before.title] if column.after and column.after.title != column.before.title else []
    )
    old += [column.old_stage] if moved else []
    return _mark(
        ctx, "changed", ctx.t("moved") if moved else ctx.t("changed"), href, " · ".join(old)
    )


def _stages(
    ctx: PageContext, before: Journey, after: Journey, page: str
) -> Iterator[tuple[Stage, Stage | None, str]]:
    """Each stage, what it was, and where the comparison tells of it: it has no column there, but a
    line of the list."""
    changes = ctx.site.comparison.of(after.ref) if ctx.site.comparison else ()
    lines = {change.element.anchor: change.fingerprint for change in reversed(changes)}
    backward = stage_pairs(before, after).backward
    for at, stage in enumerate(after.stages):
        told = lines.get(f"stage_{stage.id}", "")
        old = backward.get(at)
        yield (
            stage,
            None if old is None else before.stages[old],
            f"{page}#c-{told}" if told else page,
        )


def _stage(
    ctx: PageContext, old: Stage | None, stage: Stage, href: str, teller: Teller
) -> views.ChangeMark | None:
    """The tag of the head of a stage: what is said there, and its story."""
    if old is None:
        return _mark(ctx, "new", ctx.t("new stage"), href)
    differing = [key for key in IN_HEAD if teller.all_said(old, key) != teller.all_said(stage, key)]
    if not differing and (old.title, old.story) == (stage.title, stage.story):
        return None
    was = [old.title] if old.title != stage.title else []
    was += [text for key in differing for text in teller.all_said(old, key)]
    return _mark(ctx, "changed", ctx.t("changed"), href, " · ".join(was))


def _cells(
    ctx: PageContext, teller: Teller, parts: Iterator[tuple[str, HasFacts | None, HasFacts, str]]
) -> Iterator[tuple[tuple[str, str], views.ChangeMark]]:
    """The tags of cells; a new step or stage carries one in its head only."""
    for name, old, new, href in parts:
        if old is None or old.facts == new.facts:
            continue
        for key in dict.fromkeys(fact.key for fact in (*old.facts, *new.facts)):
            if isinstance(new, Stage) and key in IN_HEAD:
                continue
            if mark := _cell(ctx, teller, old, new, key, href):
                yield (name, key), mark


def _cell(
    ctx: PageContext, teller: Teller, old: HasFacts, new: HasFacts, key: str, href: str
) -> views.ChangeMark | None:
    tones = {item.tone for item in changed_items(old, new, key, teller)}
    if tones <= {"same"}:
        return None
    tone = tones.pop() if len(tones) == 1 else "changed"
    label = {"new": ctx.t("new"), "removed": ctx.t("removed")}.get(tone, ctx.t("changed"))
    return _mark(ctx, tone, label, href, " · ".join(teller.all_said(old, key)))
