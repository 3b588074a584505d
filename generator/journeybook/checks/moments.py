"""Rules about moments that matter (JB301, JB302, JB314).

They check moments of truth, severe pain points, and the opportunities that address them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import approved, finished, is_own
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.owners import owner_of
from journeybook.insight.pains import key, opportunities_by_pain
from journeybook.schema.documents import Fact, Opportunity
from journeybook.schema.values import Ref


@rule("JB301", "moment-without-answer", Severity.WARNING)
def moment_without_answer(catalog: Catalog, info: BuildInfo) -> Findings:
    """Moment of truth without an owner or opportunity.

    Why: moments of truth are where change matters most. Without an owner (of the step, its stage or
    the map) or an opportunity, nobody will act on this one.

    Bad:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Decision
        ### I try them on {#try}
        - moment of truth: they fit, or I leave
    Good:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Decision
        ### I try them on {#try}
        - moment of truth: they fit, or I leave
        - owner: shop team
    """
    hint = "add `owner:` or `opportunity:` to this step"
    for journey in filter(is_own, finished(catalog)):
        if "moment of truth" not in journey.step_keys:
            continue
        for stage in journey.stages:
            for step in stage.steps:
                moments = step.all("moment of truth")
                if not moments or owner_of(journey, stage, step) or step.refs("opportunity"):
                    continue
                where = f"the moment of truth in `{step.title}`"
                message = f"{where} has neither an owner nor an opportunity"
                for moment in moments:
                    yield moment.span, message, hint


@rule("JB302", "severe-pain-unanswered", Severity.WARNING)
def severe_pain_unanswered(catalog: Catalog, info: BuildInfo) -> Findings:
    """Severe pain point without an opportunity.

    Why: everyone agrees that a pain point marked `!high` in an approved map hurts. An opportunity
    addresses it if it lists the pain point under `solves:`, or if the step lists the opportunity.
    Dropped opportunities do not count.

    Bad:
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Decision
        ### I try them on {#try}
        - pain: My size is never there !high {#no-size}
    Good:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Decision
        ### I try them on {#try}
        - pain: My size is never there !high {#no-size}
        === content/opportunities/order-to-shop.md
        ---
        title: Order your size to the shop
        solves: [no-size]
        ---
    """
    solving = opportunities_by_pain(catalog)
    for journey in filter(is_own, approved(catalog)):
        for part in journey.parts():
            for pain in part.all("pain"):
                if pain.marks.severity != "high":
                    continue
                listed = _opportunities(part.refs("opportunity"), catalog)
                if _any_active(solving.get(key(journey, pain), ())) or _any_active(listed):
                    continue
                hint = _hint_to_solve(pain)
                yield pain.value_span, "no opportunity addresses this severe pain point", hint


def _opportunities(refs: Iterable[Ref], catalog: Catalog) -> Iterator[Opportunity]:
    for ref in refs:
        document = catalog.get(ref)
        if isinstance(document, Opportunity):
            yield document


def _any_active(opportunities: Iterable[Opportunity]) -> bool:
    return any(opportunity.status != "dropped" for opportunity in opportunities)


def _hint_to_solve(pain: Fact) -> str:
    if pain.marks.id:
        return f"add it to an opportunity: `solves: [{pain.marks.id}]`"
    return "give it an ID, `{#an-id}`, then add it to an opportunity: `solves: [an-id]`"


@rule("JB314", "done-but-still-hurts", Severity.INFO)
def done_but_still_hurts(catalog: Catalog, info: BuildInfo) -> Findings:
    """Opportunity done, but its pain point is still on the map.

    Why: either the map is out of date and the pain point can be removed, or the improvement did not
    work and more is needed.

    Bad:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        - pain: My size is never there {#no-size}
        === content/opportunities/order-to-shop.md
        ---
        title: Order your size to the shop
        status: done
        solves: [no-size]
        ---
    Good:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        - pain: My size is never there {#no-size}
        === content/opportunities/order-to-shop.md
        ---
        title: Order your size to the shop
        status: doing
        solves: [no-size]
        ---
    """
    hint = "remove the pain point from the map, or explain why the opportunity did not help"
    for opportunity in catalog.opportunities:
        if opportunity.status != "done":
            continue
        for ref in opportunity.solves:
            place = pain_of(ref, catalog)
            if place and place.journey.state == "current" and place.journey.status != "retired":
                path = place.journey.path
                message = f"this opportunity is done, but the pain point `{ref.id}` is still in"
                yield ref.span, f"{message} {path}", hint
