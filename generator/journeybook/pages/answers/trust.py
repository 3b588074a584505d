"""How reliable the maps are: what is stale, assumed, unowned or unmeasured, and who can fix it."""

from __future__ import annotations

from journeybook.insight.trust import Trust
from journeybook.insight.trust_fixes import (
    Claim,
    OwnerFixes,
    TrustGaps,
    fixes_by_owner,
    trust_gaps,
    used_by,
)
from journeybook.pages.answers.cells import answer, figure
from journeybook.pages.answers.views import AnswerView, Section
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.pages.lists.cards import warning
from journeybook.pages.lists.tables import count, links, text
from journeybook.pages.marked_text import marked
from journeybook.pages.views import Badge, Figure, Table, TableCell, TableRow
from journeybook.schema.documents import Journey, Touchpoint
from journeybook.schema.values import Ref


def trust_view(ctx: PageContext) -> AnswerView:
    """What to fix by owner, map, touchpoint and claim."""
    gaps = trust_gaps(ctx.catalog, ctx.site.info)
    sections = [
        _owners(ctx, gaps),
        _maps(ctx, gaps),
        _unmeasured(ctx, gaps),
        _claims(ctx, gaps),
    ]
    return answer(
        ctx,
        figures=_figures(ctx, gaps),
        sections=tuple(section for section in sections if section),
    )


def _figures(ctx: PageContext, gaps: TrustGaps) -> tuple[Figure, ...]:
    t = ctx.t
    stale, assumed = gaps.count("stale"), gaps.count("assumed")
    unmeasured, unsupported = len(gaps.unmeasured), len(gaps.claims)
    claims = sum(reliability.claims for _, reliability in gaps.journeys)
    figures = [
        figure(ctx, t("Maps due for review"), stale, "warn", "#maps_"),
        figure(ctx, t("Maps based on assumptions"), assumed, "warn", "#maps_"),
        figure(ctx, t("Maps without an owner"), gaps.unowned, "warn", "#maps_"),
        figure(ctx, t("Unmeasured touchpoints"), unmeasured, "warn", "#unmeasured_"),
        figure(ctx, t("Claims without evidence"), unsupported, "warn", "#claims_"),
    ]
    if claims:
        share = ctx.messages.percent(1 - unsupported / claims)
        figures.append(Figure(label=t("Claims supported by evidence"), value=share))
    return tuple(figures)


def _owners(ctx: PageContext, gaps: TrustGaps) -> Section | None:
    t = ctx.t
    columns = (
        t("Owner"),
        t("Maps to review"),
        t("Maps lacking evidence"),
        t("Touchpoints to measure"),
        t("Unsupported claims"),
    )
    rows = tuple(_owner_row(ctx, owner, task) for owner, task in fixes_by_owner(gaps).items())
    empty = t("Nothing to fix.")
    return _section("owners_", t("Who can fix it"), columns, rows, empty)


def _owner_row(ctx: PageContext, owner: str, task: OwnerFixes) -> TableRow:
    stale = [link(ctx, journey.ref) for journey in task.stale]
    assumed = [link(ctx, journey.ref) for journey in task.assumed]
    unmeasured = [link(ctx, touchpoint.ref) for touchpoint in task.unmeasured]
    return TableRow(
        cells=(
            text(owner or ctx.t("No owner")),
            links(*stale),
            links(*assumed),
            links(*unmeasured),
            count(ctx, len(task.claims)),
        )
    )


def _maps(ctx: PageContext, gaps: TrustGaps) -> Section | None:
    """Every map, the one with the most gaps first."""
    t = ctx.t
    columns = (
        t("Journey"),
        t("What is missing"),
        t("Last review"),
        t("Claims with evidence"),
        t("Evidence"),
        t("Owner"),
        t("Last changed by"),
    )
    maps = [
        (journey, reliability, _badges(ctx, reliability)) for journey, reliability in gaps.journeys
    ]
    maps.sort(key=lambda item: -len(item[2]))
    rows = tuple(_map_row(ctx, *item) for item in maps)
    return _section("maps_", t("Map by map"), columns, rows)


def _map_row(
    ctx: PageContext,
    journey: Journey,
    reliability: Trust,
    badges: tuple[Badge, ...],
) -> TableRow:
    change = ctx.site.info.last_change.get(journey.path)
    reviewed = ctx.messages.date(journey.reviewed) if journey.reviewed else ctx.t("never")
    evidence = [link(ctx, ref) for ref in _evidence(journey)]
    return TableRow(
        cells=(
            links(link(ctx, journey.ref)),
            TableCell(badges=badges),
            TableCell(text=reviewed, sort=str(journey.reviewed or "0")),
            _share_of_claims(ctx, reliability),
            links(*evidence),
            text(reliability.owner),
            text(change.author if change else ""),
        )
    )


def _badges(ctx: PageContext, reliability: Trust) -> tuple[Badge, ...]:
    """What a map lacks."""
    t = ctx.t
    badges = []
    if reliability.stale:
        badges.append(warning(t("Needs review"), "stale", t("Review overdue")))
    if reliability.assumed:
        badges.append(warning(t("Assumption"), "question"))
    if not reliability.owner:
        badges.append(warning(t("No owner"), "unowned"))
    if reliability.unmeasured:
        touchpoints = ctx.tn(
            "{count} touchpoint not measured",
            "{count} touchpoints not measured",
            reliability.unmeasured,
        )
        badges.append(warning(touchpoints, "metric"))
    return tuple(badges)


def _share_of_claims(ctx: PageContext, reliability: Trust) -> TableCell:
    claims, backed = reliability.claims, reliability.backed
    if not claims:
        return TableCell()
    share = ctx.t("{backed} of {claims}", backed=backed, claims=claims)
    return TableCell(number=share, sort=f"{backed / claims:.3f}")


def _evidence(journey: Journey) -> dict[Ref, None]:
    """The evidence that a map, or a fact in it, cites."""
    refs = dict.fromkeys(journey.evidence)
    for part in journey.parts():
        for fact in part.facts:
            refs.update(dict.fromkeys(fact.marks.evidence))
    return refs


def _unmeasured(ctx: PageContext, gaps: TrustGaps) -> Section | None:
    t = ctx.t
    columns = (t("Touchpoint"), t("Journeys"), t("Owner"))
    rows = tuple(_touchpoint_row(ctx, touchpoint) for touchpoint in gaps.unmeasured)
    return _section("unmeasured_", t("Unmeasured touchpoints"), columns, rows)


def _touchpoint_row(ctx: PageContext, touchpoint: Touchpoint) -> TableRow:
    journeys = [link(ctx, journey.ref) for journey in used_by(touchpoint, ctx.catalog)]
    return TableRow(
        cells=(
            links(link(ctx, touchpoint.ref)),
            links(*journeys),
            text(touchpoint.owner),
        )
    )


def _claims(ctx: PageContext, gaps: TrustGaps) -> Section | None:
    t = ctx.t
    columns = (t("Claim"), t("Kind"), t("Owner"))
    rows = tuple(_claim_row(ctx, claim) for claim in gaps.claims)
    return _section("claims_", t("Claims without evidence"), columns, rows)


def _claim_row(ctx: PageContext, claim: Claim) -> TableRow:
    statement = marked(
        ctx,
        claim.journey,
        claim.fact,
        step=claim.step,
        stage=claim.stage,
        away=True,
    )
    return TableRow(
        cells=(
            TableCell(marked=statement),
            text(ctx.t(ctx.catalog.config.facts[claim.fact.key].title)),
            text(claim.owner),
        )
    )


def _section(
    identifier: str,
    title: str,
    columns: tuple[str, ...],
    rows: tuple[TableRow, ...],
    empty: str = "",
) -> Section | None:
    """A table with its title; without rows the sentence `empty`, else nothing."""
    if rows:
        table = Table(
            id="",
            title="",
            columns=columns,
            rows=rows,
        )
        return Section(id=identifier, title=title, table=table)
    return (
        Section(
            id=identifier,
            title=title,
            empty=empty,
        )
        if empty
        else None
    )
