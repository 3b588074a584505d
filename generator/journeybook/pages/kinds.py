"""One builder of views for each kind of page; adding a kind is one entry here, one function, one
template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journeybook.pages import home_and_misc_views, views
from journeybook.pages.answers.changes import changes_view
from journeybook.pages.answers.channel_flow import channel_flow_view
from journeybook.pages.answers.committees import committees_view
from journeybook.pages.answers.compare import compare_view
from journeybook.pages.answers.compare_index import compare_index_view
from journeybook.pages.answers.heat_map import heat_map_view
from journeybook.pages.answers.index import answers_view
from journeybook.pages.answers.markets import markets_view
from journeybook.pages.answers.trust import trust_view
from journeybook.pages.changes.comparison_view import compared_view, comparison_view
from journeybook.pages.context import PageContext
from journeybook.pages.lists import content_index, index_views, opportunity_index, question_views
from journeybook.pages.lists.entity_views import (
    channel_view,
    collateral_view,
    evidence_view,
    metric_view,
    opportunity_view,
    touchpoint_view,
)
from journeybook.pages.lists.persona_view import persona_view
from journeybook.pages.lists.stage_view import stage_view
from journeybook.pages.maps.journey_view import journey_view

_OF_DOCUMENTS: dict[str, Callable[[PageContext, Any], views.PageView]] = {
    "journey": journey_view,
    "persona": persona_view,
    "touchpoint": touchpoint_view,
    "channel": channel_view,
    "metric": metric_view,
    "opportunity": opportunity_view,
    "collateral": collateral_view,
    "evidence": evidence_view,
    "page": home_and_misc_views.page_view,
}
_OF_THE_SITE: dict[str, Callable[[PageContext], views.PageView]] = {
    "home": home_and_misc_views.home_view,
    "journey-index": index_views.journey_index,
    "persona-index": index_views.persona_index,
    "touchpoint-index": index_views.touchpoint_index,
    "channel-index": index_views.channel_index,
    "stage-index": index_views.stage_index,
    "metric-index": index_views.metric_index,
    "evidence-index": index_views.evidence_index,
    "moment-index": question_views.moment_index,
    "pain-index": question_views.pain_index,
    "opportunity-index": opportunity_index.opportunity_index,
    "collateral-index": content_index.collateral_index,
    "question-index": question_views.question_index,
    "answers": answers_view,
    "compare-index": compare_index_view,
    "compare": compare_view,
    "heat-map": heat_map_view,
    "committees": committees_view,
    "channel-flow": channel_flow_view,
    "markets": markets_view,
    "trust": trust_view,
    "changes": changes_view,
    "comparison": comparison_view,
    "compared": compared_view,
    "missing": home_and_misc_views.missing_view,
    "redirect": home_and_misc_views.redirect_view,
}


def view_of(ctx: PageContext) -> views.PageView:
    """The view of the page being made."""
    kind = ctx.page.kind
    if kind in _OF_THE_SITE:
        return _OF_THE_SITE[kind](ctx)
    if kind == "stage":
        entry = next(
            entry
            for entry in ctx.site.plan.stages
            if ctx.page.about and entry.id == ctx.page.about.id
        )
        return stage_view(ctx, entry)
    return _OF_DOCUMENTS[kind](ctx, ctx.document)
