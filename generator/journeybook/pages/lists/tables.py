"""Index tables: cells, rows, and the facets counted from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from journeybook.insight.touchpoint_use import UseFigures
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.scales import emotion
from journeybook.schema.values import slug


def text(value: object) -> views.TableCell:
    """A cell with plain text."""
    return views.TableCell(text=str(value or ""))


def links(*made: views.Link) -> views.TableCell:
    """A cell with links."""
    return views.TableCell(links=tuple(made), sort=made[0].label.casefold() if made else "")


def count(ctx: PageContext, value: int) -> views.TableCell:
    """A cell with a count; nothing for none."""
    return (
        views.TableCell(number=ctx.messages.number(value), sort=f"{value:09d}")
        if value
        else views.TableCell()
    )


def feeling(ctx: PageContext, value: float | None) -> views.TableCell:
    """A cell with a feeling."""
    return (
        views.TableCell()
        if value is None
        else views.TableCell(emotion=emotion(ctx, value), sort=f"{value + 5:.3f}")
    )


def average(ctx: PageContext, value: float | None) -> views.TableCell:
    """A cell with a mean of scores."""
    return (
        views.TableCell()
        if value is None
        else views.TableCell(number=ctx.messages.number(value, 1), sort=f"{value:.3f}")
    )


def reach_cells(ctx: PageContext, sums: UseFigures) -> tuple[views.TableCell, ...]:
    """Journeys, steps, average and lowest feeling, worth, pains."""
    return (
        count(ctx, sums.journeys),
        count(ctx, sums.steps),
        feeling(ctx, sums.average),
        feeling(ctx, sums.lowest[0] if sums.lowest else None),
        average(ctx, sums.worth),
        count(ctx, sums.pains),
    )


def reach_columns(ctx: PageContext) -> tuple[str, ...]:
    """The heads of `reach_cells`."""
    return (
        ctx.t("Journeys"),
        ctx.t("Steps"),
        ctx.t("Average emotion"),
        ctx.t("Lowest emotion"),
        ctx.t("Customer value"),
        ctx.t("Pain points"),
    )


def token(value: str) -> str:
    """A facet value as it stands in `data-` attributes: without spaces."""
    return slug(value) or "x"


def facet(
    key: str, label: str, values: Iterable[Iterable[str]], names: Mapping[str, str] | None = None
) -> views.Facet:
    """Count the values of all rows; `values` holds the values of each row, `names` their words."""
    counted = Counter(value for row in values for value in set(row) if value)
    options = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return views.Facet(
        key=key,
        label=label,
        options=tuple(
            views.FacetOption(
                value=token(value), label=(names or {}).get(value, value), count=number
            )
            for value, number in options
        ),
    )


def useful(*facets: views.Facet) -> tuple[views.Facet, ...]:
    """Only facets that part the rows: two values or more."""
    return tuple(made for made in facets if len(made.options) > 1)
