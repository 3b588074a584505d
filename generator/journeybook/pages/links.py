"""Links to documents, stages and steps, in the language of the page."""

from __future__ import annotations

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.schema.documents import Entity, Journey, Stage, Step
from journeybook.schema.values import Ref


def link(
    ctx: PageContext,
    ref: Ref,
    *,
    note: str = "",
    anchor: str = "",
) -> views.Link:
    """A link to the page about an entity or a stage; without an address if there is no such
    page."""
    target = ctx.catalog.redirects.get(ref, ref)
    page = ctx.site.plan.page_of(target)
    document = ctx.catalog.get(target)
    if document:
        label, lang = str(document.title), other_lang(ctx, document)
    else:
        label, lang = stage_title(ctx, ref.id) if ref.kind == "stage" else ref.id, ""
    href = ctx.href(page.url) if page else ""
    mark = ctx.site.comparison.mark(target) if ctx.site.comparison else ""
    return views.Link(
        label=label,
        href=f"{href}#{anchor}" if href and anchor else href,
        kind=ref.kind,
        missing=target in ctx.catalog.stubs,
        lang=lang,
        note=note,
        mark=mark,
        mark_label=_mark_label(ctx, mark),
    )


def _mark_label(ctx: PageContext, mark: str) -> str:
    if not mark:
        return ""
    return ctx.t("new") if mark == "new" else ctx.t("changed")


def stage_title(ctx: PageContext, identifier: str) -> str:
    """The title of a stage in the page's language, by its id."""
    entry = next((entry for entry in ctx.site.plan.stages if entry.id == identifier), None)
    if entry is None:
        return identifier
    return entry.definition.named(ctx.lang) if entry.definition else entry.title


def other_lang(ctx: PageContext, document: Entity) -> str:
    """The language of a document if it differs from the page's, else empty."""
    lang = ctx.catalog.lang(document)
    return "" if lang == ctx.lang or not document.path else lang


def stage_anchor(stage: Stage) -> str:
    """The anchor of a stage on its journey's page."""
    return f"stage_{stage.id}"


def stage_link(ctx: PageContext, journey: Journey, stage: Stage) -> views.Link:
    """A link to a stage of a journey, on this page or another."""
    href = _anchor_href(ctx, journey, stage_anchor(stage))
    lang = "" if ctx.page.about == journey.ref else other_lang(ctx, journey)
    return views.Link(
        label=stage.title,
        href=href,
        kind="stage",
        lang=lang,
    )


def step_link(ctx: PageContext, journey: Journey, step: Step) -> views.Link:
    """A link to a step of a journey, on this page or another."""
    href = _anchor_href(ctx, journey, step.id)
    if ctx.page.about == journey.ref:
        return views.Link(label=step.title, href=href)
    return views.Link(
        label=step.title,
        href=href,
        kind="step",
        lang=other_lang(ctx, journey),
    )


def _anchor_href(ctx: PageContext, journey: Journey, anchor: str) -> str:
    page = ctx.site.plan.page_of(journey.ref)
    if ctx.page.about == journey.ref:
        return f"#{anchor}"
    return f"{ctx.href(page.url)}#{anchor}" if page else ""
