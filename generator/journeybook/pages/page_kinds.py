"""The kinds of pages, one row each: the one place to add a page.

A new kind needs a row here, the function that builds its view, and a template. The plan, the menu,
breadcrumbs, counts and the pages that tests visit follow from the row. `page_views.py` names the
row whose function or template is missing.

Rows are in the order of the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from journeybook.catalog.catalog import Catalog
from journeybook.insight import answers
from journeybook.insight.compare import preset_comparisons
from journeybook.insight.flow import is_used
from journeybook.insight.heat_map import has_heat
from journeybook.insight.map_groups import maps_of_today
from journeybook.pages.addresses import address, compare_address, stage_address
from journeybook.pages.page_kind import PageKind, PlannedPage, always, never
from journeybook.pages.stages import StageEntry, stage_entries
from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.values import Ref, file_id_fault

if TYPE_CHECKING:
    from journeybook.pages.context import PageContext

MOMENT = "moment of truth"


def _count_documents(kind: str) -> Callable[[Catalog], int]:
    cls = DOCUMENT_TYPES[kind]
    return lambda catalog: len(catalog.of_kind(cls))


def _count_stages(catalog: Catalog) -> int:
    return len({stage.id for journey in catalog.journeys for stage in journey.stages})


def _count_pains(catalog: Catalog) -> int:
    return sum(len(journey.pains) for journey in maps_of_today(catalog))


def _has_pains(catalog: Catalog) -> bool:
    return any(journey.pains for journey in catalog.journeys)


def _has_moments(catalog: Catalog) -> bool:
    return any(MOMENT in journey.step_keys for journey in catalog.journeys)


def _count_moments(catalog: Catalog) -> int:
    count = 0
    for journey in maps_of_today(catalog):
        if MOMENT in journey.step_keys:
            count += sum(len(step.all(MOMENT)) for step in journey.steps)
    return count


def _has_any_answer(catalog: Catalog) -> bool:
    return any(kind.question and kind.is_needed(catalog) for kind in PAGE_KINDS.values())


def _compare_pages(catalog: Catalog) -> Iterator[PlannedPage]:
    """The comparisons that `site.yaml` asks for."""
    for journeys in preset_comparisons(catalog):
        ids = tuple(journey.id for journey in journeys)
        yield PlannedPage("compare", compare_address(ids), beside=ids)


def _document_pages(kind: str, catalog: Catalog) -> Iterator[PlannedPage]:
    for document in catalog.of_kind(DOCUMENT_TYPES[kind]):
        yield PlannedPage(kind, address(document.ref), document.ref, document.path)


def _stage_pages(catalog: Catalog) -> Iterator[PlannedPage]:
    for stage in stage_entries(catalog):
        yield PlannedPage("stage", stage_address(stage.id), Ref("stage", stage.id))


def _redirect_pages(catalog: Catalog) -> Iterator[PlannedPage]:
    for old, new in catalog.redirects.items():
        if new in catalog.documents and not any(map(file_id_fault, old.id.split("/"))):
            source = catalog.documents[new].path
            yield PlannedPage("redirect", address(old), old, source, address(new))


def _no_pages(catalog: Catalog) -> tuple[PlannedPage, ...]:
    return ()


def _document(ctx: PageContext) -> object:
    return ctx.document


def _stage(ctx: PageContext) -> StageEntry:
    assert ctx.page.about is not None, "every page of a stage is about one"
    id = ctx.page.about.id
    return next(entry for entry in ctx.site.plan.stages if entry.id == id)


def _document_kind(name: str, view: str, template: str = "entity") -> PageKind:
    """A page for each document of a kind."""
    return PageKind(name, view, template, pages=partial(_document_pages, name), subject=_document)


def _changes_label(ctx: PageContext) -> str:
    """Beside a comparison with a revision, the history needs a name of its own."""
    return ctx.t("Changes by commit") if ctx.site.comparison else ctx.t("What changed")


_ROWS = (
    PageKind(
        "home",
        view="home_and_misc_views.home_view",
        template="home",
        url="index.html",
    ),
    PageKind(
        "journey-index",
        view="lists.index_views.journey_index",
        template="index",
        url="journeys/index.html",
        has_entries=always,
        count=_count_documents("journey"),
        label=lambda ctx: ctx.t("Journeys"),
        icon="journey",
        menu="main",
        menu_order=1,
    ),
    PageKind(
        "persona-index",
        view="lists.index_views.persona_index",
        template="index",
        url="personas/index.html",
        count=_count_documents("persona"),
        label=lambda ctx: ctx.t("Personas"),
        icon="persona",
        menu="main",
        menu_order=2,
    ),
    PageKind(
        "touchpoint-index",
        view="lists.index_views.touchpoint_index",
        template="index",
        url="touchpoints/index.html",
        count=_count_documents("touchpoint"),
        label=lambda ctx: ctx.t("Touchpoints"),
        icon="touchpoint",
        menu="main",
        menu_order=3,
    ),
    PageKind(
        "channel-index",
        view="lists.index_views.channel_index",
        template="index",
        url="channels/index.html",
        count=_count_documents("channel"),
        label=lambda ctx: ctx.t("Channels"),
        icon="channel",
        menu="main",
        menu_order=5,
    ),
    PageKind(
        "stage-index",
        view="lists.index_views.stage_index",
        template="index",
        url="stages/index.html",
        count=_count_stages,
        label=lambda ctx: ctx.t("Stages"),
        icon="stage",
        menu="main",
        menu_order=4,
    ),
    PageKind(
        "moment-index",
        view="lists.question_views.moment_index",
        template="index",
        url="moments-of-truth.html",
        has_entries=_has_moments,
        count=_count_moments,
        label=lambda ctx: ctx.t("Moments of truth"),
        icon="truth",
        menu="answers",
        menu_order=1,
    ),
    PageKind(
        "pain-index",
        view="lists.question_views.pain_index",
        template="index",
        url="pains.html",
        has_entries=_has_pains,
        count=_count_pains,
        label=lambda ctx: ctx.t("Pain points"),
        icon="pain",
        menu="answers",
        menu_order=2,
    ),
    PageKind(
        "opportunity-index",
        view="lists.opportunity_index.opportunity_index",
        template="index",
        url="opportunities/index.html",
        count=_count_documents("opportunity"),
        label=lambda ctx: ctx.t("Opportunities"),
        icon="opportunity",
        menu="answers",
        menu_order=3,
    ),
    PageKind(
        "collateral-index",
        view="lists.content_index.collateral_index",
        template="index",
        url="collateral/index.html",
        count=_count_documents("collateral"),
        label=lambda ctx: ctx.t("Content"),
        icon="collateral",
        menu="main",
        menu_order=6,
    ),
    PageKind(
        "metric-index",
        view="lists.index_views.metric_index",
        template="index",
        url="metrics/index.html",
        count=_count_documents("metric"),
        label=lambda ctx: ctx.t("Metrics"),
        icon="metric",
        menu="main",
        menu_order=7,
    ),
    PageKind(
        "evidence-index",
        view="lists.index_views.evidence_index",
        template="index",
        url="evidence/index.html",
        count=_count_documents("evidence"),
        label=lambda ctx: ctx.t("Evidence"),
        icon="evidence",
        menu="main",
        menu_order=8,
    ),
    PageKind(
        "question-index",
        view="lists.question_views.question_index",
        template="index",
        url="questions.html",
        has_entries=answers.has_journeys,
        label=lambda ctx: ctx.t("Open questions"),
        icon="question",
        menu="answers",
        menu_order=4,
    ),
    PageKind(
        "answers",
        view="answers.index.answers_view",
        template="answer",
        url="answers.html",
        has_entries=_has_any_answer,
        label=lambda ctx: ctx.t("All answers"),
        icon="answer",
        menu="answers",
        menu_order=99,
        section="answers",
    ),
    PageKind(
        "compare-index",
        view="answers.compare_index.compare_index_view",
        template="compare",
        url="compare/index.html",
        has_entries=answers.has_journeys_to_compare,
        label=lambda ctx: ctx.t("Compare journeys"),
        icon="journey",
        question=lambda ctx: ctx.t(
            "How do two journeys differ, and what is the gap to the future state?"
        ),
        menu="answers",
        menu_order=5,
        section="answers",
    ),
    PageKind(
        "heat-map",
        view="answers.heat_map.heat_map_view",
        template="answer",
        url="heat-map.html",
        has_entries=has_heat,
        label=lambda ctx: ctx.t("Heat map"),
        icon="emotion",
        question=lambda ctx: ctx.t("Where does it hurt, and which touchpoint do we fix first?"),
        menu="answers",
        menu_order=6,
        section="answers",
    ),
    PageKind(
        "committees",
        view="answers.committees.committees_view",
        template="answer",
        url="committees.html",
        has_entries=answers.has_committee,
        label=lambda ctx: ctx.t("Buying committees"),
        icon="persona",
        question=lambda ctx: ctx.t(
            "Who decides, when are they involved, what do they need, and what content do we "
            "have for them?"
        ),
        menu="answers",
        menu_order=7,
        section="answers",
    ),
    PageKind(
        "channel-flow",
        view="answers.channel_flow.channel_flow_view",
        template="answer",
        url="channel-flow.html",
        has_entries=is_used,
        label=lambda ctx: ctx.t("How channels connect"),
        icon="channel",
        question=lambda ctx: ctx.t(
            "How do customers move between channels, and where do we lose sight of them?"
        ),
        menu="answers",
        menu_order=8,
        section="answers",
    ),
    PageKind(
        "markets",
        view="answers.markets.markets_view",
        template="answer",
        url="b2b-b2c.html",
        has_entries=answers.has_both_markets,
        label=lambda ctx: ctx.t("B2B vs B2C"),
        icon="metric",
        question=lambda ctx: ctx.t(
            "How do B2B and B2C journeys differ across fourteen dimensions?"
        ),
        menu="answers",
        menu_order=9,
        section="answers",
    ),
    PageKind(
        "trust",
        view="answers.trust.trust_view",
        template="answer",
        url="trust.html",
        has_entries=answers.has_steps,
        label=lambda ctx: ctx.t("How reliable are these maps?"),
        icon="evidence",
        question=lambda ctx: ctx.t(
            "What is stale, assumed, unowned or unmeasured, and who can fix it?"
        ),
        menu="answers",
        menu_order=10,
        section="answers",
    ),
    PageKind(
        "changes",
        view="answers.changes.changes_view",
        template="answer",
        url="changes.html",
        has_entries=answers.has_documents,
        label=_changes_label,
        icon="edit",
        question=lambda ctx: ctx.t("What changed recently, who changed it, and why?"),
        menu="answers",
        menu_order=11,
        section="answers",
    ),
    PageKind(
        "compare",
        view="answers.compare.compare_view",
        template="answer",
        pages=_compare_pages,
        section="answers",
    ),
    _document_kind("channel", "lists.entity_views.channel_view"),
    _document_kind("collateral", "lists.entity_views.collateral_view"),
    _document_kind("evidence", "lists.entity_views.evidence_view"),
    _document_kind("journey", "maps.journey_view.journey_view", "journey"),
    _document_kind("metric", "lists.entity_views.metric_view"),
    _document_kind("opportunity", "lists.entity_views.opportunity_view"),
    _document_kind("page", "home_and_misc_views.page_view", "page"),
    _document_kind("persona", "lists.persona_view.persona_view"),
    _document_kind("touchpoint", "lists.entity_views.touchpoint_view"),
    PageKind(
        "stage",
        view="lists.stage_view.stage_view",
        template="entity",
        pages=_stage_pages,
        subject=_stage,
    ),
    PageKind(
        "missing",
        view="home_and_misc_views.missing_view",
        template="missing",
        url="404.html",
        is_content=False,
    ),
    PageKind(
        "redirect",
        view="home_and_misc_views.redirect_view",
        template="redirect",
        pages=_redirect_pages,
        is_content=False,
    ),
    PageKind(
        "comparison",
        view="changes.comparison_view.comparison_view",
        template="comparison",
        url="since/index.html",
        has_entries=never,
        section="comparison",
    ),
    PageKind(
        "compared",
        view="changes.comparison_view.compared_view",
        template="comparison",
        pages=_no_pages,
        section="comparison",
    ),
)

PAGE_KINDS: dict[str, PageKind] = {kind.name: kind for kind in _ROWS}
"""Name -> kind of page, in the order of the plan."""


def menu_kinds(part: str) -> list[PageKind]:
    """The kinds of pages in a part of the menu, in order."""
    kinds = [kind for kind in PAGE_KINDS.values() if kind.menu == part]
    return sorted(kinds, key=lambda kind: kind.menu_order)


def answer_kinds() -> list[PageKind]:
    """The kinds of pages that answer a question about all maps, in reading order."""
    return [kind for kind in PAGE_KINDS.values() if kind.question]
