"""How far to trust the maps: what is old, assumed, without an owner or not measured, and who could
mend it."""

from __future__ import annotations

from journeybook.insight.trust import Trust
from journeybook.insight.trust_fixes import Doubts, doubts, fixers, used_by
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import answer, figure
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.pages.lists.tables import count, links, text
from journeybook.pages.marked_text import marked
from journeybook.schema.documents import Journey


def trust_view(ctx: PageContext) -> shown.AnswerView:
    """Doubts by map, by owner, by claim, by touchpoint."""
    found = doubts(ctx.catalog, ctx.site.info)
    total = sum(known.claims for _, known in found.journeys)
    backed = ctx.messages.percent(1 - len(found.claims) / total) if total else ""
    figures = [
        figure(ctx, ctx.t("Maps due for review"), found.count("stale"), "warn", "#maps_"),
        figure(ctx, ctx.t("Maps based on assumptions"), found.count("assumed"), "warn", "#maps_"),
        figure(ctx, ctx.t("Maps without an owner"), found.unowned, "warn", "#maps_"),
        figure(
            ctx,
            ctx.t("Unmeasured touchpoints"),
            len(found.unmeasured),
            "warn",
            "#unmeasured_",
        ),
        figure(ctx, ctx.t("Claims without evidence"), len(found.claims), "warn", "#claims_"),
    ]
    if backed:
        figures.append(views.Figure(label=ctx.t("Claims supported by evidence"), value=backed))
    sections = [
        _owners(ctx, found),
        _maps(ctx, found),
        _unmeasured(ctx, found),
        _claims(ctx, found),
    ]
    return answer(
        ctx,
        figures=tuple(figures),
        sections=tuple(section for section in sections if section),
    )


def _owners(ctx: PageContext, found: Doubts) -> shown.Section | None:
    rows = tuple(
        views.TableRow(
            cells=(
                text(owner or ctx.t("No owner yet")),
                links(*(link(ctx, journey.ref) for journey in task.stale)),
                links(*(link(ctx, journey.ref) for journey in task.assumed)),
                links(*(link(ctx, touchpoint.ref) for touchpoint in task.unmeasured)),
                count(ctx, len(task.claims)),
            )
        )
        for owner, task in fixers(found).items()
    )
    columns = (
        ctx.t("Owner"),
        ctx.t("Maps to review"),
        ctx.t("Maps lacking evidence"),
        ctx.t("Touchpoints to measure"),
        ctx.t("Unsupported claims"),
    )
    return _section(
        "owners_",
        ctx.t("Who can fix it"),
        columns,
        rows,
        empty=ctx.t("Nothing to fix."),
    )


def _maps(ctx: PageContext, found: Doubts) -> shown.Section | None:
    rows = []
    for journey, known in sorted(found.journeys, key=lambda item: -len(_badges(ctx, item[1]))):
        change = ctx.site.info.last_change.get(journey.path)
        reviewed = ctx.messages.date(journey.reviewed) if journey.reviewed else ctx.t("never")
        of = (
            ctx.t("{backed} of {claims}", backed=known.backed, claims=known.claims)
            if known.claims
            else ""
        )
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, journey.ref)),
                    views.TableCell(badges=_badges(ctx, known)),
                    views.TableCell(text=reviewed, sort=str(journey.reviewed or "0")),
                    views.TableCell(
                        number=of, sort=f"{known.backed / known.claims:.3f}" if known.claims else ""
                    ),
                    links(*_evidence(ctx, journey)),
                    text(known.owner),
                    text(change.author if change else ""),
                )
            )
        )
    columns = (
        ctx.t("Journey"),
        ctx.t("What is missing"),
        ctx.t("Last review"),
        ctx.t("Claims with evidence"),
        ctx.t("Evidence"),
        ctx.t("Owner"),
        ctx.t("Last changed by"),
    )
    return _section("maps_", ctx.t("Map by map"), columns, tuple(rows))


def _badges(ctx: PageContext, known: Trust) -> tuple[views.Badge, ...]:
    made = []
    if known.stale:
        title = ctx.t("Review overdue")
        made.append(
            views.Badge(label=ctx.t("Needs review"), tone="warn", icon="stale", title=title)
        )
    if known.assumed:
        made.append(views.Badge(label=ctx.t("Assumption"), tone="warn", icon="question"))
    if not known.owner:
        made.append(views.Badge(label=ctx.t("No owner"), tone="warn", icon="unowned"))
    if known.unmeasured:
        label = ctx.tn(
            "{count} touchpoint not measured", "{count} touchpoints not measured", known.unmeasured
        )
        made.append(views.Badge(label=label, tone="warn", icon="metric"))
    return tuple(made)


def _evidence(ctx: PageContext, journey: Journey) -> tuple[views.Link, ...]:
    """Every piece that the map or one of its claims names."""
    refs = dict.fromkeys(journey.evidence)
    refs.update(
        dict.fromkeys(
            ref for part in journey.parts() for fact in part.facts for ref in fact.marks.evidence
        )
    )
    return tuple(link(ctx, ref) for ref in refs)


def _unmeasured(ctx: PageContext, found: Doubts) -> shown.Section | None:
    rows = tuple(
        views.TableRow(
            cells=(
                links(link(ctx, touchpoint.ref)),
                links(*(link(ctx, journey.ref) for journey in used_by(touchpoint, ctx.catalog))),
                text(touchpoint.owner),
            )
        )
        for touchpoint in found.unmeasured
    )
    columns = (ctx.t("Touchpoint"), ctx.t("Journeys"), ctx.t("Owner"))
    return _section("unmeasured_", ctx.t("Unmeasured touchpoints"), columns, rows)


def _claims(ctx: PageContext, found: Doubts) -> shown.Section | None:
    keys = ctx.catalog.config.facts
    rows = tuple(
        views.TableRow(
            cells=(
                views.TableCell(
                    marked=marked(
                        ctx,
                        claim.journey,
                        claim.fact,
                        step=claim.step,
                        stage=claim.stage,
                        away=True,
                    )
                ),
                text(ctx.t(keys[claim.fact.key].title)),
                text(claim.owner),
            )
        )
        for claim in found.claims
    )
    columns = (ctx.t("Claim"), ctx.t("Kind"), ctx.t("Owner"))
    return _section("claims_", ctx.t("Claims without evidence"), columns, rows)


def _section(
    identifier: str,
    title: str,
    columns: tuple[str, ...],
    rows: tuple[views.TableRow, ...],
    empty: str = "",
) -> shown.Section | None:
    if not rows:
        return shown.Section(id=identifier, title=title, empty=empty) if empty else None
    table = views.Table(id="", title="", columns=columns, rows=rows)
    return shown.Section(id=identifier, title=title, table=table)
