"""Views of the home page, plain pages, the page for unknown addresses, and redirects."""

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
from journeybook.schema.documents import Journey, Page
from journeybook.vocabulary import STATES

CHANGES = 8
"""How many of the latest changes the home page lists."""
STATUS_ORDER = {"approved": 0, "review": 1, "draft": 2, "retired": 3}


def home_view(ctx: PageContext) -> views.HomeView:
    """All journeys by persona, and the latest changes."""
    groups = _groups(ctx)
    cards: list[views.JourneyCard] = []
    for group in groups:
        cards += group.cards
    return views.HomeView(
        **frame(ctx),
        title=str(ctx.catalog.config.title),
        summary=str(ctx.catalog.config.description or ""),
        figures=_figures(ctx),
        facets=card_facets(ctx, tuple(cards)),
        groups=groups,
        changes=_changes(ctx),
    )


def _groups(ctx: PageContext) -> tuple[views.HomeGroup, ...]:
    """The journeys of each persona: personas in the site's language first, then those with the most
    journeys."""
    groups = []
    for persona in ctx.catalog.personas:
        related = ctx.catalog.journeys_with(persona.ref)
        own = [journey for journey in related if journey.persona == persona.id]
        if own:
            own.sort(key=_journey_order)
            group = views.HomeGroup(
                persona=link(ctx, persona.ref),
                role=role(ctx.t, str(persona.role or "")),
                cards=tuple(card(ctx, journey) for journey in own),
            )
            groups.append((bool(group.persona.lang), -len(own), persona.id, group))
    groups.sort(key=lambda entry: entry[:3])
    return tuple(group for *_, group in groups)


def _journey_order(journey: Journey) -> tuple[int, int, str]:
    """Approved maps first, then by state and id."""
    status = STATUS_ORDER.get(str(journey.status), len(STATUS_ORDER))
    return status, STATES.index(journey.state), journey.id


def _figures(ctx: PageContext) -> tuple[views.Figure, ...]:
    figures = []
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
            figures.append(views.Figure(label=label, value=ctx.messages.number(count), href=href))
    return tuple(figures)


def _changes(ctx: PageContext) -> tuple[views.Changed, ...]:
    """The documents that changed last, each once; of one day, journeys first."""
    by_path = {
        document.path: document for document in ctx.catalog.documents.values() if document.path
    }
    dated = []
    for path, change in ctx.site.info.last_change.items():
        document = by_path.get(path)
        if document:
            is_other = document.kind_name != "journey"
            dated.append((-change.date.toordinal(), is_other, path, change, document.ref))
    dated.sort(key=lambda entry: entry[:3])
    return tuple(changed(ctx, change, link(ctx, ref)) for *_, change, ref in dated[:CHANGES])


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
    """What a server shows for an unknown address."""
    base = frame(ctx)
    places = [views.Link(label=item.label, href=item.href) for item in base["menu"]]
    return views.MissingView(
        **base,
        title=ctx.t("Page not found"),
        summary=ctx.t("It may have been renamed. Look for it in the menu or in the lists below."),
        places=tuple(places),
    )


def redirect_view(ctx: PageContext) -> views.RedirectView:
    """A page at a former address that leads to the current one."""
    assert ctx.page.about is not None
    new = ctx.catalog.redirects[ctx.page.about]
    target = link(ctx, new)
    return views.RedirectView(
        **frame(ctx),
        title=target.label,
        summary=ctx.t("This page has moved."),
        target=target,
    )
