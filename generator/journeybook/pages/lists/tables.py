"""Cells, columns and facets of index tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from journeybook.insight.touchpoint_use import UseFigures
from journeybook.pages.context import PageContext
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


def reach_cells(ctx: PageContext, figures: UseFigures) -> tuple[TableCell, ...]:
    """Cells for the columns of `reach_columns`."""
    lowest = figures.lowest[0] if figures.lowest else None
    return (
        count(ctx, figures.journeys),
        count(ctx, figures.steps),
        feeling(ctx, figures.average),
        feeling(ctx, lowest),
        average(ctx, figures.worth),
        count(ctx, figures.pains),
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
