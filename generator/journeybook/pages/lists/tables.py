"""Cells, columns and facets of index tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from journeybook.insight.map_groups import MapGroup
from journeybook.insight.use_figures import NO_FIGURES, FiguresByGroup, UseFigures
from journeybook.pages.context import PageContext
from journeybook.pages.labels import group_label
from journeybook.pages.scales import emotion, score
from journeybook.pages.views import Facet, FacetOption, Link, TableCell
from journeybook.schema.values import slug


def text(value: object) -> TableCell:
    """A cell with plain text."""
    return TableCell(text=str(value or ""))


def links(*targets: Link) -> TableCell:
    """A cell with links, sorted by the first."""
    sort = targets[0].label.casefold() if targets else ""
    return TableCell(links=targets, sort=sort)


def count(ctx: PageContext, value: int) -> TableCell:
    """A cell with a count; empty for 0."""
    if not value:
        return TableCell()
    return TableCell(number=ctx.messages.number(value), sort=f"{value:09d}")


def rating(ctx: PageContext, value: int | None) -> TableCell:
    """A cell with a score from 1 to 5."""
    return TableCell(score=score(ctx, value)) if value else TableCell()


def feeling(ctx: PageContext, value: float | None) -> TableCell:
    """A cell with an emotion."""
    if value is None:
        return TableCell()
    return TableCell(emotion=emotion(ctx, value), sort=f"{value + 5:.3f}")


def average(ctx: PageContext, value: float | None) -> TableCell:
    """A cell with a mean of scores."""
    if value is None:
        return TableCell()
    return TableCell(number=ctx.messages.number(value, 1), sort=f"{value:.3f}")


def noted(
    ctx: PageContext,
    cell: TableCell,
    groups: FiguresByGroup,
    shown: Callable[[UseFigures], str],
) -> TableCell:
    """A cell about current maps, with what each other group of maps gives as a note.

    `shown` is a figure of a group in words, or empty.
    """
    notes = []
    for group, figures in groups.items():
        value = "" if group is MapGroup.TODAY else shown(figures)
        if value:
            label = group_label(ctx.t, group)
            notes.append(ctx.t("{label}: {value}", label=label, value=value))
    return replace(cell, note=" · ".join(notes))


def count_by_group(
    ctx: PageContext,
    groups: FiguresByGroup,
    counted: Callable[[UseFigures], int],
) -> TableCell:
    """A cell with a count of current maps, and those of the other groups as a note."""

    def shown(figures: UseFigures) -> str:
        number = counted(figures)
        return ctx.messages.number(number) if number else ""

    cell = count(ctx, counted(groups.get(MapGroup.TODAY, NO_FIGURES)))
    return noted(ctx, cell, groups, shown)


def _feeling_by_group(
    ctx: PageContext,
    groups: FiguresByGroup,
    value_of: Callable[[UseFigures], float | None],
) -> TableCell:
    def shown(figures: UseFigures) -> str:
        value = value_of(figures)
        return "" if value is None else emotion(ctx, value).shown

    cell = feeling(ctx, value_of(groups.get(MapGroup.TODAY, NO_FIGURES)))
    return noted(ctx, cell, groups, shown)


def average_feeling(ctx: PageContext, groups: FiguresByGroup) -> TableCell:
    """The average emotion, today and in other maps."""
    return _feeling_by_group(ctx, groups, lambda figures: figures.average)


def reach_cells(ctx: PageContext, groups: FiguresByGroup) -> tuple[TableCell, ...]:
    """Cells for the columns of `reach_columns`."""
    today = groups.get(MapGroup.TODAY, NO_FIGURES)
    return (
        count_by_group(ctx, groups, lambda figures: figures.journeys),
        count(ctx, today.steps),
        average_feeling(ctx, groups),
        feeling(ctx, today.lowest.value if today.lowest else None),
        average(ctx, today.worth),
        count(ctx, today.pains),
    )


def reach_columns(ctx: PageContext) -> tuple[str, ...]:
    """How much a thing is used, and how customers feel about it."""
    t = ctx.t
    return (
        t("Journeys"),
        t("Steps"),
        t("Average emotion"),
        t("Lowest emotion"),
        t("Customer value"),
        t("Pain points"),
    )


def token(value: str) -> str:
    """A facet value without spaces, for `data-` attributes."""
    return slug(value) or "x"


def tokens(values: Iterable[str]) -> str:
    """Several facet values for one `data-` attribute, each once."""
    return " ".join(dict.fromkeys(map(token, values)))


def facet(
    key: str,
    label: str,
    rows: Iterable[Iterable[str]],
    names: Mapping[str, str] | None = None,
) -> Facet:
    """Count how many rows have each value, most frequent first.

    `rows` holds the values of each row, `names` the labels of values that are not shown as they
    are.
    """
    counts: Counter[str] = Counter()
    for values in rows:
        counts.update(value for value in set(values) if value)
    names = names or {}
    options = tuple(
        FacetOption(
            value=token(value),
            label=names.get(value, value),
            count=number,
        )
        for value, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    return Facet(key=key, label=label, options=options)


def useful(*facets: Facet) -> tuple[Facet, ...]:
    """Only the facets with two values or more, which can narrow a list."""
    return tuple(facet for facet in facets if len(facet.options) > 1)
