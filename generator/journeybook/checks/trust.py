"""Rules about upkeep (JB201, JB203, JB206): is the map still true, and who owns it?"""

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

    Why: customers change, and a map does not update itself. A map is stale when its last review is
    older than `review` in `site.yaml` allows (default: 180 days), or when a touchpoint or evidence
    it uses has changed since the map was last reviewed or edited. Drafts and retired maps are not
    checked.

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
    hint = "check the map against reality, then set `reviewed:` to today's date"
    for journey in finished(catalog):
        reason = stale_because(journey, catalog, info)
        if reason:
            yield journey.place("reviewed"), f"this map may be out of date: {reason}", hint


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
    hint = "add `owner:` with the name of a team"
    for journey in approved(catalog):
        if not journey.owner:
            yield journey.place("status"), "this approved map has no owner", hint


@rule("JB206", "no-review-date", Severity.WARNING)
def no_review_date(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map without a review date.

    Why: without `reviewed:`, readers cannot tell whether the map is a week or three years old, and
    journeybook cannot remind you to review it.

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
    hint = "add a line such as `reviewed: 2026-10-02`"
    for journey in approved(catalog):
        if journey.reviewed is None:
            yield journey.place("status"), "this approved map has no review date", hint
