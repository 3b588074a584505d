"""The lists that answer questions: moments of truth, pains, opportunities, content, open
questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from journeybook.catalog.catalog import PainPlace, pains_of
from journeybook.catalog.link import pain_of
from journeybook.insight.emotion import average
from journeybook.insight.owners import owner_of
from journeybook.insight.pains import key, steps_with
from journeybook.insight.touchpoint_use import occurrences
from journeybook.insight.trust import trust
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.lists.entity_views import stage_page
from journeybook.pages.lists.tables import count, facet, feeling, links, text, token, useful
from journeybook.pages.maps.diagrams import quadrant_diagram
from journeybook.pages.marked_text import marked, severity_label
from journeybook.pages.scales import score
from journeybook.schema.documents import Journey, Opportunity
from journeybook.schema.values import Ref, Truth
from journeybook.vocabulary import OPPORTUNITY_STATUSES, ROLES

_WEIGHT = {"high": 0, "medium": 1, "low": 2, "": 3}


def moment_index(ctx: PageContext) -> views.IndexView:
    """Every moment of truth, the worst felt first."""
    rows, kinds = [], []
    found = [
        (average(step, journey), journey, stage, step, fact)
        for journey in ctx.catalog.journeys
        for stage, step, fact in steps_with(journey, "moment of truth")
    ]
    for felt, journey, stage, step, fact in sorted(
        found, key=lambda item: 9 if item[0] is None else item[0]
    ):
        kind = fact.payload.kind if isinstance(fact.payload, Truth) else ""
        kinds.append([kind])
        opportunities = tuple(link(ctx, ref) for ref in step.refs("opportunity"))
        owner = owner_of(journey, stage, step)
        rows.append(
            views.TableRow(
                cells=(
                    views.TableCell(marked=marked(ctx, journey, fact)),
                    links(step_link(ctx, journey, step)),
                    links(link(ctx, journey.ref)),
                    links(stage_link(ctx, journey, stage)),
                    feeling(ctx, felt),
                    text(word(ctx.t, kind)),
                    links(*opportunities),
                    text(owner),
                ),
                facets={"kind": token(kind) if kind else "", "stage": token(stage.title)},
            )
        )
    columns = (
        ctx.t("Why it matters"),
        ctx.t("Step"),
        ctx.t("Journey"),
        ctx.t("Stage"),
        ctx.t("Average emotion"),
        ctx.t("Kind"),
        ctx.t("Opportunities"),
        ctx.t("Owner"),
    )
    words = {kind: word(ctx.t, kind) for row in kinds for kind in row}
    stages = ([stage.title] for _, _, stage, _, _ in found)
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Moments of truth"),
        kind="truth",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("The moments that decide whether the customer stays, lowest emotion first."),
        facets=useful(
            facet("kind", ctx.t("Kind"), kinds, words), facet("stage", ctx.t("Stage"), stages)
        ),
        tables=(views.Table(id="moments_", title="", columns=columns, rows=tuple(rows)),),
    )


def pain_index(ctx: PageContext) -> views.IndexView:
    """Every pain, the severest first, with its evidence and what answers it."""
    found = [
        row
        for journey in ctx.catalog.journeys
        if journey.pains
        for row in ctx.cached_fragment("pains", journey.ref, partial(_pain_rows, ctx, journey))
    ]
    found.sort(key=lambda row: _WEIGHT[row.severity])
    columns = (
        ctx.t("Pain point"),
        ctx.t("Step"),
        ctx.t("Journey"),
        ctx.t("Persona"),
        ctx.t("Stage"),
        ctx.t("Owner"),
        ctx.t("Answered by"),
    )
    weights = {name: severity_label(ctx, name) for name in ("low", "medium", "high")}
    yes_no = {"yes": ctx.t("Answered"), "no": ctx.t("Not answered yet")}
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Pain points"),
        kind="pain",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("What hurts customers, most severe first, and what we are doing about it."),
        facets=useful(
            facet("severity", ctx.t("Severity"), ([row.severity] for row in found), weights),
            facet("answered", ctx.t("Answer"), ([row.answered] for row in found), yes_no),
            facet("persona", ctx.t("Persona"), ([row.persona] for row in found)),
            facet("stage", ctx.t("Stage"), ([row.stage] for row in found)),
            facet("owner", ctx.t("Owner"), ([row.owner] for row in found)),
            facet("tag", ctx.t("Tags"), (row.tags for row in found)),
        ),
        tables=(
            views.Table(
                id="pains_", title="", columns=columns, rows=tuple(row.shown for row in found)
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class _PainRow:
    """A pain as a row, and what it is filtered by."""

    shown: views.TableRow
    severity: str
    persona: str
    stage: str
    owner: str
    tags: tuple[str, ...]
    answered: str


def _pain_rows(ctx: PageContext, journey: Journey) -> tuple[_PainRow, ...]:
    return tuple(_pain_row(ctx, place) for place in pains_of(journey))


def _pain_row(ctx: PageContext, place: PainPlace) -> _PainRow:
    journey, step, pain = place.journey, place.step, place.pain
    refs = dict.fromkeys(o.ref for o in ctx.site.answers.get(key(journey, pain), ()))
    state = "yes" if refs else "no"
    persona = ctx.catalog.title(Ref("persona", journey.persona))
    owner = owner_of(journey, place.stage, step)
    where = step_link(ctx, journey, step) if step else stage_link(ctx, journey, place.stage)
    shown = views.TableRow(
        cells=(
            views.TableCell(marked=marked(ctx, journey, pain)),
            links(where),
            links(link(ctx, journey.ref)),
            links(link(ctx, Ref("persona", journey.persona))),
            text(place.stage.title),
            text(owner),
            links(*(link(ctx, ref) for ref in refs)),
        ),
        facets={
            "severity": token(pain.marks.severity) if pain.marks.severity else "",
            "persona": token(persona),
            "stage": token(place.stage.title),
            "owner": token(owner) if owner else "",
            "tag": " ".join(map(token, pain.marks.tags)),
            "answered": state,
        },
    )
    return _PainRow(
        shown, pain.marks.severity, persona, place.stage.title, owner, pain.marks.tags, state
    )


def opportunity_index(ctx: PageContext) -> views.IndexView:
    """Opportunities by value against effort, the most worth for the least effort first."""
    found = sorted(ctx.catalog.opportunities, key=_promise)
    codes = {
        o.id: f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at // 9 % 26]}{at % 9 + 1}"
        for at, o in enumerate(found)
    }
    rows, points, owners, personas, stages = [], [], [], [], []
    for opportunity in found:
        code, status = codes[opportunity.id], str(opportunity.status)
        used = occurrences(ctx.catalog, opportunity.ref, "opportunity")
        places = [(one.journey, one.stage) for one in used]
        places += [
            (place.journey, place.stage)
            for ref in opportunity.solves
            if (place := pain_of(ref, ctx.catalog))
        ]
        owners.append([str(opportunity.owner or "")])
        personas.append(
            [ctx.catalog.title(Ref("persona", journey.persona)) for journey, _ in places]
        )
        stages.append([stage.title for _, stage in places])
        if opportunity.value and opportunity.effort:
            x = (opportunity.effort - 0.5) * 20
            points.append(
                views.QuadrantPoint(
                    code=code,
                    x=100 - x if ctx.rtl else x,
                    y=100 - (opportunity.value - 0.5) * 20,
                    link=link(ctx, opportunity.ref),
                    tone=status,
                )
            )
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, opportunity.ref, note=code)),
                    text(code),
                    text(word(ctx.t, status)),
                    views.TableCell(score=score(ctx, opportunity.value))
                    if opportunity.value
                    else views.TableCell(),
                    views.TableCell(score=score(ctx, opportunity.effort))
                    if opportunity.effort
                    else views.TableCell(),
                    count(ctx, len(opportunity.solves)),
                    count(ctx, len(used)),
                    text(opportunity.owner),
                    text(ctx.messages.date(opportunity.due) if opportunity.due else ""),
                ),
                facets={
                    "status": status,
                    "owner": token(str(opportunity.owner)) if opportunity.owner else "",
                    "persona": " ".join(dict.fromkeys(map(token, personas[-1]))),
                    "stage": " ".join(dict.fromkeys(map(token, stages[-1]))),
                },
            )
        )
    columns = (
        ctx.t("Opportunity"),
        ctx.t("Code"),
        ctx.t("Status"),
        ctx.t("Value"),
        ctx.t("Effort"),
        ctx.t("Pain points it addresses"),
        ctx.t("Steps"),
        ctx.t("Owner"),
        ctx.t("Due"),
    )
    charted = tuple(
        (codes[o.id], float(o.effort), float(o.value), str(o.title))
        for o in found
        if o.value and o.effort
    )
    words = {status: word(ctx.t, status) for status in OPPORTUNITY_STATUSES}
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Opportunities"),
        kind="opportunity",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("What we could do better, by value and effort."),
        facets=useful(
            facet("status", ctx.t("Status"), ([str(o.status)] for o in found), words),
            facet("owner", ctx.t("Owner"), owners),
            facet("persona", ctx.t("Persona"), personas),
            facet("stage", ctx.t("Stage"), stages),
        ),
        quadrant=tuple(points),
        diagrams=(quadrant_diagram(ctx, charted),) if charted else (),
        tables=(views.Table(id="opportunities_", title="", columns=columns, rows=tuple(rows)),),
    )


def _promise(opportunity: Opportunity) -> tuple[bool, int, str]:
    """Open ones first, then by value less effort; unrated ones behind."""
    closed = opportunity.status in ("done", "dropped")
    rated = opportunity.value is not None and opportunity.effort is not None
    promise = (opportunity.value or 0) - (opportunity.effort or 0) if rated else -9
    return (closed, -promise, opportunity.id)


def collateral_index(ctx: PageContext) -> views.IndexView:
    """Content by stage, and for which roles; and the stages that have none for a role."""
    assets = ctx.catalog.collateral
    stages = list(ctx.site.plan.stages)
    tables = []
    roles = [role for role in ROLES if any(role in _roles(asset.audience) for asset in assets)]
    kinds = [[str(kind) for kind in asset.type] for asset in assets]
    names = {kind: word(ctx.t, kind) for row in kinds for kind in row}
    matrix = []
    for entry in stages:
        here = [
            asset
            for asset in assets
            if any(
                (d := ctx.catalog.config.stages.find(ref.id)) and str(d.id) == entry.id
                for ref in asset.stages
            )
        ]
        if not here:
            continue
        cells = [
            links(
                stage_page(ctx, entry.id)
                if entry.definition
                else views.Link(label=entry.title, kind="stage")
            )
        ]
        for role in roles:
            fitting = [
                asset for asset in here if role in _roles(asset.audience) or not asset.audience
            ]
            cells.append(
                links(*(link(ctx, asset.ref) for asset in fitting))
                if fitting
                else text(ctx.t("nothing yet"))
            )
        matrix.append(views.TableRow(cells=tuple(cells)))
    if roles:
        tables.append(
            views.Table(
                id="by-stage_",
                title=ctx.t("By stage and role"),
                columns=(ctx.t("Stage"), *(word(ctx.t, role) for role in roles)),
                rows=tuple(matrix),
                note=ctx.t(
                    "What each role can read, watch or use at each stage, and where content is "
                    "missing."
                ),
            )
        )
    rows = []
    for asset, kind in zip(assets, kinds, strict=True):
        audience = [
            word(ctx.t, str(who).lower())
            if str(who).lower() in ROLES
            else ctx.catalog.title(Ref("persona", str(who)))
            for who in asset.audience
        ]
        rows.append(
            views.TableRow(
                cells=(
                    links(link(ctx, asset.ref)),
                    text(", ".join(names[one] for one in kind)),
                    text(asset.aim),
                    links(*(stage_page(ctx, ref.id) for ref in asset.stages)),
                    text(", ".join(audience)),
                    count(ctx, len(occurrences(ctx.catalog, asset.ref, "content"))),
                ),
                facets={"type": " ".join(map(token, kind))},
            )
        )
    columns = (
        ctx.t("Content asset"),
        ctx.t("Type"),
        ctx.t("Purpose"),
        ctx.t("Stages"),
        ctx.t("Audience"),
        ctx.t("Steps"),
    )
    tables.append(
        views.Table(id="all_", title=ctx.t("All content"), columns=columns, rows=tuple(rows))
    )
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Content"),
        kind="collateral",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("What customers read, watch or use along the way."),
        facets=useful(facet("type", ctx.t("Type"), kinds, names)),
        tables=tuple(tables),
    )


def _roles(audience: tuple[str, ...]) -> set[str]:
    return {str(who).lower() for who in audience}


def question_index(ctx: PageContext) -> views.IndexView:
    """What the maps ask, and what keeps a reader from trusting them."""
    rows = []
    for journey in ctx.catalog.journeys:
        if journey.status == "retired":
            continue
        known = trust(journey, ctx.catalog, ctx.site.info)
        gaps = []
        if known.stale and known.stale_because:
            gaps.append(views.Badge(label=ctx.t("Needs review"), tone="warn", icon="stale"))
        if known.assumed:
            gaps.append(views.Badge(label=ctx.t("Assumption"), tone="warn", icon="question"))
        if not known.owner:
            gaps.append(views.Badge(label=ctx.t("No owner"), tone="warn", icon="unowned"))
        if known.unmeasured:
            label = ctx.tn(
                "{count} touchpoint not measured",
                "{count} touchpoints not measured",
                known.unmeasured,
            )
            gaps.append(views.Badge(label=label, tone="warn", icon="metric"))
        open_claims = known.claims - known.backed
        if open_claims and not known.assumed:
            label = ctx.tn(
                "{count} claim without evidence", "{count} claims without evidence", open_claims
            )
            gaps.append(views.Badge(label=label, tone="quiet", icon="evidence"))
        if journey.question or gaps:
            rows.append(
                views.TableRow(
                    cells=(
                        links(link(ctx, journey.ref)),
                        text(journey.question),
                        views.TableCell(badges=tuple(gaps)),
                        text(journey.owner),
                    ),
                    facets={"status": str(journey.status)},
                )
            )
    stubs = [
        views.TableRow(
            cells=(
                links(link(ctx, ref)),
                links(
                    *(
                        link(ctx, use)
                        for use in dict.fromkeys(use.user for use in ctx.catalog.users(ref))
                    )
                ),
            )
        )
        for ref in sorted(ctx.catalog.stubs, key=lambda ref: (ref.kind, ref.id))
    ]
    tables = [
        views.Table(
            id="questions_",
            title=ctx.t("Questions behind the maps"),
            columns=(
                ctx.t("Journey"),
                ctx.t("Why this map"),
                ctx.t("What is missing"),
                ctx.t("Owner"),
            ),
            rows=tuple(rows),
        )
    ]
    if stubs:
        tables.append(
            views.Table(
                id="stubs_",
                title=ctx.t("Mentioned, but not described yet"),
                columns=(ctx.t("What"), ctx.t("Used by")),
                rows=tuple(stubs),
            )
        )
    return views.IndexView(
        **frame(ctx),
        title=ctx.t("Open questions"),
        kind="question",
        eyebrow=ctx.t("Index"),
        intro=ctx.t("The question behind each map, and what limits its reliability."),
        tables=tuple(tables),
    )
