"""Rules about upkeep (JB201, JB203, JB206): is the map still true, and who answers for it?"""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import approved, finished
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.trust import stale_because


@rule("JB201", "stale-map", Severity.WARNING)
def stale_map(catalog: Catalog, info: BuildInfo) -> Findings:
    """Stale map.

    Why: customers change while a map stands still. A map is stale once its last review is longer
    ago than `review` in `site.yaml` allows (180 days when not said), or when a touchpoint or a
    piece of evidence that it uses has changed since the map was last reviewed or edited. Drafts and
    retired maps are left alone.

    Bad:
        ---
        title: I buy running shoes
        status: review
        reviewed: 2024-02-01
        ---
    Good:
        ---
        title: I buy running shoes
        status: review
        reviewed: 2026-10-02
        ---
    """
    for journey in finished(catalog):
        because = stale_because(journey, catalog, info)
        if because:
            hint = "check the map against reality, then set `reviewed:` to today's date"
            yield journey.place("reviewed"), f"this map may be out of date: {because}", hint


@rule("JB203", "unowned-map", Severity.WARNING)
def unowned_map(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map without an owner.

    Why: without an owner, nobody corrects the map or answers questions about it.

    Bad:
        ---
        title: I buy running shoes
        status: approved
        reviewed: 2026-10-02
        ---
    Good:
        ---
        title: I buy running shoes
        status: approved
        reviewed: 2026-10-02
        owner: shop team
        ---
    """
    for journey in approved(catalog):
        if not journey.owner:
            yield (
                journey.place("status"),
                "this approved map has no owner",
                "add `owner:` with the name of a team",
            )


@rule("JB206", "no-review-date", Severity.WARNING)
def no_review_date(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map without a review date.

    Why: without `reviewed:` nobody can tell whether the map is from last week or from three years
    ago, and the tool cannot remind you.

    Bad:
        ---
        title: I buy running shoes
        status: approved
        owner: shop team
        ---
    Good:
        ---
        title: I buy running shoes
        status: approved
        owner: shop team
        reviewed: 2026-10-02
        ---
    """
    for journey in approved(catalog):
        if journey.reviewed is None:
            hint = "add a line such as `reviewed: 2026-10-02`"
            yield (
                journey.place("status"),
                "this approved map has no review date",
                hint,
            )
