"""Rows of header facts: a label with texts or links."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.prose_html import markup


def row(
    ctx: PageContext,
    label: str,
    values: Iterable[str] = (),
    icon: str = "",
    path: str = "",
) -> views.FactRow:
    """A row of authors' texts (inline Markdown) from the file at `path`."""
    texts = tuple(markup(ctx, str(value), path) for value in values if value)
    return views.FactRow(
        label=label,
        values=texts,
        icon=icon,
    )


def plain_row(label: str, *values: str, icon: str = "") -> views.FactRow:
    """A row of plain words."""
    texts = tuple(Markup.escape(value) for value in values if value)
    return views.FactRow(
        label=label,
        values=texts,
        icon=icon,
    )


def link_row(label: str, links: Iterable[views.Link], icon: str = "") -> views.FactRow:
    """A row of links."""
    return views.FactRow(
        label=label,
        links=tuple(links),
        icon=icon,
    )


def filled(rows: Iterable[views.FactRow]) -> tuple[views.FactRow, ...]:
    """Only the rows that have a text or a link."""
    return tuple(row for row in rows if row.values or row.links)
