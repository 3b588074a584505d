"""The list of opportunities: a chart of value vs effort, and a table."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from journeybook.insight.use_figures import (
    FiguresByGroup,
    addressed_pains,
    figures_by_group,
    uses_of,
)
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.tables import (
    count_by_group,
    facet,
    links,
    rating,
    text,
    token,
    tokens,
    useful,
)
from journeybook.pages.maps.diagrams import quadrant_diagram
from journeybook.pages.views import Facet, IndexView, QuadrantPoint, Table, TableRow
from journeybook.schema.documents import Journey, Opportunity, Stage
from journeybook.schema.values import Ref
from journeybook.vocabulary import OPPORTUNITY_STATUSES

_CLOSED = ("done", "dropped")
_UNRATED = -9
"""Sorts an opportunity without value or effort after all others."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An opportunity, its figures, and the personas and stages it would help."""

    opportunity: Opportunity
    code: str
    figures: FiguresByGroup
    personas: tuple[str, ...]
    stages: tuple[str, ...]

    @property
    def status(self) -> str:
        return str(self.opportunity.status)

    @property
    def owner(self) -> str:
        return str(self.opportunity.owner or "")


def opportunity_index(ctx: PageContext) -> IndexView:
    """All opportunities, highest value for the least effort first."""
    t = ctx.t
    opportunities = sorted(ctx.catalog.opportunities, key=_order)
    rows = [_row(ctx, at, opportunity) for at, opportunity in enumerate(opportunities)]
    points = tuple(_point(ctx, row) for row in rows if _is_rated(row.opportunity))
    diagram_points = tuple(
        _diagram_point(row.code, row.opportunity) for row in rows if _is_rated(row.opportunity)
    )
    columns = (
        t("Opportunity"),
        t("Code"),
        t("Status"),
        t("Value"),
        t("Effort"),
        t("Pain points it addresses"),
        t("Steps"),
        t("Owner"),
        t("Due"),
    )
    table = Table(
        id="opportunities_",
        title="",
        columns=columns,
        rows=tuple(_table_row(ctx, row) for row in rows),
    )
    return IndexView(
        **frame(ctx),
        title=t("Opportunities"),
        kind="opportunity",
        eyebrow=t("Index"),
        intro=t("What we could improve, highest value for the least effort first."),
        facets=_facets(ctx, rows),
        quadrant=points,
        diagrams=(quadrant_diagram(ctx, diagram_points),) if diagram_points else (),
        tables=(table,),
    )


def _order(opportunity: Opportunity) -> tuple[bool, int, str]:
    """Open ones first, then by value minus effort; unrated ones last."""
    is_closed = opportunity.status in _CLOSED
    rated = opportunity.value is not None and opportunity.effort is not None
    gain = (opportunity.value or 0) - (opportunity.effort or 0) if rated else _UNRATED
    return (is_closed, -gain, opportunity.id)


def _code(at: int) -> str:
    """`A1` to `A9`, `B1` to `B9` and so on: short enough for a point of the chart."""
    letter = ascii_uppercase[at // 9 % 26]
    return f"{letter}{at % 9 + 1}"


def _row(ctx: PageContext, at: int, opportunity: Opportunity) -> _Row:
    steps = uses_of(ctx.catalog, opportunity)
    places: list[tuple[Journey, Stage]] = [(use.journey, use.stage) for use in steps]
    for pain in addressed_pains(ctx.catalog, opportunity):
        places.append((pain.journey, pain.stage))
    personas = [ctx.catalog.title(Ref("persona", journey.persona)) for journey, _ in places]
    stages = [stage.title for _, stage in places]
    figures = figures_by_group(ctx.catalog, opportunity)
    return _Row(opportunity, _code(at), figures, tuple(personas), tuple(stages))


def _is_rated(opportunity: Opportunity) -> bool:
    return bool(opportunity.value and opportunity.effort)


def _point(ctx: PageContext, row: _Row) -> QuadrantPoint:
    """Value and effort, 1 to 5, as the middle of one of five rows and columns of the chart."""
    opportunity = row.opportunity
    x = ((opportunity.effort or 0) - 0.5) * 20
    y = 100 - ((opportunity.value or 0) - 0.5) * 20
    return QuadrantPoint(
        code=row.code,
        x=100 - x if ctx.rtl else x,
        y=y,
        link=link(ctx, opportunity.ref),
        tone=row.status,
    )


def _diagram_point(code: str, opportunity: Opportunity) -> tuple[str, float, float, str]:
    effort, value = float(opportunity.effort or 0), float(opportunity.value or 0)
    return (code, effort, value, str(opportunity.title))


def _table_row(ctx: PageContext, row: _Row) -> TableRow:
    opportunity = row.opportunity
    due = ctx.messages.date(opportunity.due) if opportunity.due else ""
    return TableRow(
        cells=(
            links(link(ctx, opportunity.ref, note=row.code)),
            text(row.code),
            text(word(ctx.t, row.status)),
            rating(ctx, opportunity.value),
            rating(ctx, opportunity.effort),
            count_by_group(ctx, row.figures, lambda figures: figures.pains),
            count_by_group(ctx, row.figures, lambda figures: figures.steps),
            text(row.owner),
            text(due),
        ),
        facets={
            "status": row.status,
            "owner": token(row.owner) if row.owner else "",
            "persona": tokens(row.personas),
            "stage": tokens(row.stages),
        },
    )


def _facets(ctx: PageContext, rows: list[_Row]) -> tuple[Facet, ...]:
    t = ctx.t
    statuses = {status: word(t, status) for status in OPPORTUNITY_STATUSES}
    return useful(
        facet("status", t("Status"), ([row.status] for row in rows), statuses),
        facet("owner", t("Owner"), ([row.owner] for row in rows)),
        facet("persona", t("Persona"), (row.personas for row in rows)),
        facet("stage", t("Stage"), (row.stages for row in rows)),
    )
