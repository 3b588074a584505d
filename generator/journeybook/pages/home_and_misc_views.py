"""Home, plain pages, the page for missing pages, and redirects."""

from __future__ import annotations

from markupsafe import Markup

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.frame import changed, frame
from journeybook.pages.labels import role
from journeybook.pages.links import link
from journeybook.pages.lists.cards import card
from journeybook.pages.lists.index_views import card_facets
from journeybook.pages.prose_html import prose
from journeybook.prose.summary import first_sentence
from journeybook.schema.documents import Page
from journeybook.vocabulary import STATES

CHANGES = 8
# Personas in the site's own language first, then by how much is told of them; maps that are agreed
# come first.
STATUSES_FIRST = {"approved": 0, "review": 1, "draft": 2, "retired": 3}


def home_view(ctx: PageContext) -> views.HomeView:
    """All journeys by persona and market, and what changed last."""
    groups = []
    for persona in ctx.catalog.personas:
        own = [
            journey
            for journey in ctx.catalog.journeys_with(persona.ref)
            if journey.persona == persona.id
        ]
        if own:
            own.sort(
                key=lambda journey: (
                    STATUSES_FIRST.get(str(journey.status), 9),
                    STATES.index(journey.state),
                    journey.id,
                )
            )
            group = views.HomeGroup(
                persona=link(ctx, persona.ref),
                role=role(ctx.t, str(persona.role or "")),
                cards=tuple(card(ctx, journey) for journey in own),
            )
            groups.append((bool(group.persona.lang), -len(own), persona.id, group))
    ordered = tuple(group for *_, group in sorted(groups, key=lambda item: item[:3]))
    cards = tuple(made for group in ordered for made in group.cards)
    return views.HomeView(
        **frame(ctx),
        title=str(ctx.catalog.config.title),
        summary=str(ctx.catalog.config.description or ""),
        figures=_figures(ctx),
        facets=card_facets(ctx, cards),
        groups=ordered,
        changes=_changes(ctx),
    )


def _figures(ctx: PageContext) -> tuple[views.Figure, ...]:
    made = []
    for kind, label in (
        ("journey", ctx.t("Journeys")),
        ("persona", ctx.t("Personas")),
        ("touchpoint", ctx.t("Touchpoints")),
        ("opportunity", ctx.t("Opportunities")),
        ("evidence", ctx.t("Evidence")),
    ):
        count = sum(ref.kind == kind for ref in ctx.catalog.documents)
        index = ctx.site.plan.index(f"{kind}-index")
        if count:
            href = ctx.href(index.url) if index else ""
            made.append(views.Figure(label=label, value=ctx.messages.number(count), href=href))
    return tuple(made)


def _changes(ctx: PageContext) -> tuple[views.Changed, ...]:
    """The documents that changed last, each once."""
    by_path = {
        document.path: document for document in ctx.catalog.documents.values() if document.path
    }
    latest = sorted(
        ((change, path) for path, change in ctx.site.info.last_change.items() if path in by_path),
        key=lambda item: (
            -item[0].date.toordinal(),
            by_path[item[1]].kind_name != "journey",
            item[1],
        ),
    )
    return tuple(
        changed(ctx, change, link(ctx, by_path[path].ref)) for change, path in latest[:CHANGES]
    )


def page_view(ctx: PageContext, page: Page) -> views.ProseView:
    """A plain page."""
    rendered = prose(ctx, page.body, page.path, prefix="", level=2)
    return views.ProseView(
        **frame(ctx),
        title=str(page.title),
        kind="page",
        summary=first_sentence(page.body.text) if page.body else "",
        body=Markup(rendered.html),
        headings=rendered.headings,
    )


def missing_view(ctx: PageContext) -> views.MissingView:
    """What a server shows for an address that is not there."""
    return views.MissingView(
        **frame(ctx),
        title=ctx.t("Page not found"),
        summary=ctx.t("It may have been renamed. Look for it in the menu or in the lists below."),
        places=tuple(views.Link(label=item.label, href=item.href) for item in frame(ctx)["menu"]),
    )


def redirect_view(ctx: PageContext) -> views.RedirectView:
    """The old address of a renamed page."""
    assert ctx.page.about is not None
    new = ctx.catalog.redirects[ctx.page.about]
    target = link(ctx, new)
    return views.RedirectView(
        **frame(ctx),
        title=target.label,
        summary=ctx.t("This page has moved."),
        target=target,
    )
