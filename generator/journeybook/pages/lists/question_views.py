"""The lists of moments of truth, pain points and open questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from journeybook.catalog.catalog import PainPlace, pains_of
from journeybook.insight.emotion import average
from journeybook.insight.map_groups import MapGroup, by_group, group_of
from journeybook.insight.owners import owner_of
from journeybook.insight.pains import key, steps_with
from journeybook.insight.trust import Trust, trust
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import group_label, word
from journeybook.pages.links import link, stage_link, step_link
from journeybook.pages.lists.cards import warning
from journeybook.pages.lists.tables import facet, feeling, links, text, token, tokens, useful
from journeybook.pages.marked_text import marked, severity_label
from journeybook.pages.views import Badge, Facet, IndexView, Table, TableCell, TableRow
from journeybook.schema.documents import Fact, Journey, Stage, Step
from journeybook.schema.values import Ref, Truth

_SEVERITY_ORDER = {"high": 0, "medium": 1, "low": 2, "": 3}
_UNRATED = 9
"""Sorts a moment without an emotion after all others."""


def moment_index(ctx: PageContext) -> IndexView:
    """Every moment of truth, lowest emotion first."""
    t = ctx.t
    moments = [
        _Moment(journey, stage, step, fact, average(step, journey))
        for journey in ctx.catalog.journeys
        for stage, step, fact in steps_with(journey, "moment of truth")
    ]
    moments.sort(key=_Moment.order)
    columns = (
        t("Why it matters"),
        t("Step"),
        t("Journey"),
        t("Stage"),
        t("Average emotion"),
        t("Kind"),
        t("Opportunities"),
        t("Owner"),
    )
    kinds = [[moment.kind] for moment in moments]
    stages = [[moment.stage.title] for moment in moments]
    kind_labels = {moment.kind: word(t, moment.kind) for moment in moments}
    groups = by_group(moments, lambda moment: moment.journey)
    return IndexView(
        **frame(ctx),
        title=t("Moments of truth"),
        kind="truth",
        eyebrow=t("Index"),
        intro=t("The moments that decide whether the customer stays, lowest emotion first."),
        facets=useful(
            facet("kind", t("Kind"), kinds, kind_labels),
            facet("stage", t("Stage"), stages),
        ),
        tables=tuple(
            _group_table(ctx, "moments", group, columns, tuple(_moment_rows(ctx, members)))
            for group, members in groups.items()
        ),
    )


def _group_table(
    ctx: PageContext,
    name: str,
    group: MapGroup,
    columns: tuple[str, ...],
    rows: tuple[TableRow, ...],
) -> Table:
    """The entries of one group of maps; the table of current maps needs no title."""
    if group is MapGroup.TODAY:
        return Table(id=f"{name}_", title="", columns=columns, rows=rows)
    title = group_label(ctx.t, group)
    return Table(id=f"{name}-{group}_", title=title, columns=columns, rows=rows)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment of truth, its place, and the average emotion of its step."""

    journey: Journey
    stage: Stage
    step: Step
    fact: Fact
    emotion: float | None

    @property
    def kind(self) -> str:
        payload = self.fact.payload
        return payload.kind if isinstance(payload, Truth) else ""

    def order(self) -> float:
        return _UNRATED if self.emotion is None else self.emotion


def _moment_rows(ctx: PageContext, moments: Sequence[_Moment]) -> Iterator[TableRow]:
    for moment in moments:
        yield _moment_row(ctx, moment)


def _moment_row(ctx: PageContext, moment: _Moment) -> TableRow:
    journey, stage, step = moment.journey, moment.stage, moment.step
    opportunities = [link(ctx, ref) for ref in step.refs("opportunity")]
    return TableRow(
        cells=(
            TableCell(marked=marked(ctx, journey, moment.fact)),
            links(step_link(ctx, journey, step)),
            links(link(ctx, journey.ref)),
            links(stage_link(ctx, journey, stage)),
            feeling(ctx, moment.emotion),
            text(word(ctx.t, moment.kind)),
            links(*opportunities),
            text(owner_of(journey, stage, step)),
        ),
        facets={
            "kind": token(moment.kind) if moment.kind else "",
            "stage": token(stage.title),
        },
    )


def pain_index(ctx: PageContext) -> IndexView:
    """Every pain point, most severe first, with its evidence and the opportunities that address
    it."""
    t = ctx.t
    rows: list[_PainRow] = []
    for journey in ctx.catalog.journeys:
        if journey.pains:
            make = partial(_pain_rows, ctx, journey)
            rows += ctx.cached_fragment("pains", journey.ref, make)
    rows.sort(key=lambda row: _SEVERITY_ORDER[row.severity])
    columns = (
        t("Pain point"),
        t("Step"),
        t("Journey"),
        t("Persona"),
        t("Stage"),
        t("Owner"),
        t("Addressed by"),
    )
    groups: dict[MapGroup, list[TableRow]] = {group: [] for group in MapGroup}
    for row in rows:
        groups[row.group].append(row.row)
    tables = tuple(
        _group_table(ctx, "pains", group, columns, tuple(members))
        for group, members in groups.items()
        if members
    )
    return IndexView(
        **frame(ctx),
        title=t("Pain points"),
        kind="pain",
        eyebrow=t("Index"),
        intro=t("What hurts customers, most severe first, and what we are doing about it."),
        facets=_pain_facets(ctx, rows),
        tables=tables,
    )


@dataclass(frozen=True, slots=True)
class _PainRow:
    """A pain point as a row, and the values its filters use."""

    row: TableRow
    severity: str
    persona: str
    stage: str
    owner: str
    tags: tuple[str, ...]
    answered: str
    group: MapGroup


def _pain_facets(ctx: PageContext, rows: list[_PainRow]) -> tuple[Facet, ...]:
    t = ctx.t
    severities = {name: severity_label(ctx, name) for name in ("low", "medium", "high")}
    answers = {"yes": t("Addressed"), "no": t("Not addressed yet")}
    return useful(
        facet("severity", t("Severity"), ([row.severity] for row in rows), severities),
        facet("answered", t("Opportunity"), ([row.answered] for row in rows), answers),
        facet("persona", t("Persona"), ([row.persona] for row in rows)),
        facet("stage", t("Stage"), ([row.stage] for row in rows)),
        facet("owner", t("Owner"), ([row.owner] for row in rows)),
        facet("tag", t("Tags"), (row.tags for row in rows)),
    )


def _pain_rows(ctx: PageContext, journey: Journey) -> tuple[_PainRow, ...]:
    return tuple(_pain_row(ctx, place) for place in pains_of(journey))


def _pain_row(ctx: PageContext, place: PainPlace) -> _PainRow:
    journey, stage, step, pain = place.journey, place.stage, place.step, place.pain
    opportunities = ctx.site.answers.get(key(journey, pain), ())
    refs = dict.fromkeys(opportunity.ref for opportunity in opportunities)
    answered = "yes" if refs else "no"
    persona_ref = Ref("persona", journey.persona)
    persona = ctx.catalog.title(persona_ref)
    owner = owner_of(journey, stage, step)
    where = step_link(ctx, journey, step) if step else stage_link(ctx, journey, stage)
    answer_links = [link(ctx, ref) for ref in refs]
    severity, tags = pain.marks.severity, pain.marks.tags
    row = TableRow(
        cells=(
            TableCell(marked=marked(ctx, journey, pain)),
            links(where),
            links(link(ctx, journey.ref)),
            links(link(ctx, persona_ref)),
            text(stage.title),
            text(owner),
            links(*answer_links),
        ),
        facets={
            "severity": token(severity) if severity else "",
            "persona": token(persona),
            "stage": token(stage.title),
            "owner": token(owner) if owner else "",
            "tag": tokens(tags),
            "answered": answered,
        },
    )
    return _PainRow(row, severity, persona, stage.title, owner, tags, answered, group_of(journey))


def question_index(ctx: PageContext) -> IndexView:
    """The question behind each map, what limits its reliability, and the things that no file
    describes yet."""
    t = ctx.t
    tables = [
        Table(
            id="questions_",
            title=t("Questions behind the maps"),
            columns=(
                t("Journey"),
                t("Why this map"),
                t("What is missing"),
                t("Owner"),
            ),
            rows=tuple(_question_rows(ctx)),
        )
    ]
    stubs = sorted(
        ctx.catalog.stubs,
        key=lambda ref: (ref.kind, ctx.sort_key(ctx.catalog.title(ref)), ref.id),
    )
    if stubs:
        tables.append(
            Table(
                id="stubs_",
                title=t("Mentioned, but not described yet"),
                columns=(t("Name"), t("Used by")),
                rows=tuple(_stub_row(ctx, ref) for ref in stubs),
            )
        )
    return IndexView(
        **frame(ctx),
        title=t("Open questions"),
        kind="question",
        eyebrow=t("Index"),
        intro=t("The question behind each map, and what limits its reliability."),
        tables=tuple(tables),
    )


def _question_rows(ctx: PageContext) -> list[TableRow]:
    rows = []
    for journey in ctx.catalog.journeys:
        if journey.status == "retired":
            continue
        gaps = _gaps(ctx, trust(journey, ctx.catalog, ctx.site.info))
        if not journey.question and not gaps:
            continue
        row = TableRow(
            cells=(
                links(link(ctx, journey.ref)),
                text(journey.question),
                TableCell(badges=gaps),
                text(journey.owner),
            ),
            facets={"status": str(journey.status)},
        )
        rows.append(row)
    return rows


def _gaps(ctx: PageContext, reliability: Trust) -> tuple[Badge, ...]:
    """Badges for what a map lacks."""
    t, tn = ctx.t, ctx.tn
    gaps = []
    if reliability.stale and reliability.stale_because:
        gaps.append(warning(t("Needs review"), "stale"))
    if reliability.assumed:
        gaps.append(warning(t("Assumption"), "question"))
    if not reliability.owner:
        gaps.append(warning(t("No owner"), "unowned"))
    if reliability.unmeasured:
        touchpoints = tn(
            "{count} touchpoint not measured",
            "{count} touchpoints not measured",
            reliability.unmeasured,
        )
        gaps.append(warning(touchpoints, "metric"))
    unsupported = reliability.claims - reliability.backed
    if unsupported and not reliability.assumed:
        claims = tn(
            "{count} claim without evidence",
            "{count} claims without evidence",
            unsupported,
        )
        gaps.append(Badge(label=claims, tone="quiet", icon="evidence"))
    return tuple(gaps)


def _stub_row(ctx: PageContext, ref: Ref) -> TableRow:
    users = dict.fromkeys(use.user for use in ctx.catalog.users(ref))
    user_links = [link(ctx, user) for user in users]
    return TableRow(cells=(links(link(ctx, ref)), links(*user_links)))
