"""Rules about moments that matter (JB301, JB302, JB314): moments of truth, severe pains, and their
answers."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import pain_of
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import approved, finished, is_ours
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.owners import owner_of
from journeybook.insight.pains import answers, key
from journeybook.schema.documents import Opportunity
from journeybook.schema.values import Ref


@rule("JB301", "moment-without-answer", Severity.WARNING)
def moment_without_answer(catalog: Catalog, info: BuildInfo) -> Findings:
    """Moment of truth without an owner or opportunity.

    Why: moments of truth are the handles for change. One that has neither an owner (of the step,
    its stage or the map) nor an opportunity is a discovery that nobody will act on.

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
    for journey in filter(is_ours, finished(catalog)):
        for stage in journey.stages if "moment of truth" in journey.step_keys else ():
            for step in stage.steps:
                moments = step.all("moment of truth")
                owned = bool(moments) and (
                    owner_of(journey, stage, step) or step.refs("opportunity")
                )
                for moment in moments if not owned else ():
                    message = (
                        f"the moment of truth in `{step.title}` has neither an owner nor "
                        "an opportunity"
                    )
                    yield moment.span, message, "add `owner:` or `opportunity:` to this step"


@rule("JB302", "severe-pain-unanswered", Severity.WARNING)
def severe_pain_unanswered(catalog: Catalog, info: BuildInfo) -> Findings:
    """Severe pain point without an opportunity.

    Why: a pain marked `!high` in an approved map is agreed to hurt. An opportunity answers it when
    it names the pain under `solves:`, or when the step names the opportunity; a dropped opportunity
    answers nothing.

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
    solved = answers(catalog)
    for journey in filter(is_ours, approved(catalog)):
        for part in journey.parts():
            for pain in part.all("pain"):
                found = solved.get(key(journey, pain), ())
                if (
                    pain.marks.severity == "high"
                    and not _in_work(found)
                    and not _named(part.refs("opportunity"), catalog)
                ):
                    name = pain.marks.id or "an-id"
                    hint = f"add it to an opportunity: `solves: [{name}]`"
                    if not pain.marks.id:
                        hint = f"give it an ID, `{{#{name}}}`, then {hint}"
                    yield pain.value_span, "no opportunity addresses this severe pain point", hint


def _in_work(opportunities: tuple[Opportunity, ...]) -> bool:
    return any(opportunity.status != "dropped" for opportunity in opportunities)


def _named(refs: tuple[Ref, ...], catalog: Catalog) -> bool:
    found = (catalog.get(ref) for ref in refs)
    return _in_work(tuple(document for document in found if isinstance(document, Opportunity)))


@rule("JB314", "done-but-still-hurts", Severity.INFO)
def done_but_still_hurts(catalog: Catalog, info: BuildInfo) -> Findings:
    """Opportunity done, but its pain point is still on the map.

    Why: either the map is out of date and the pain can go, or the improvement did not work and
    there is more to do.

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
    for opportunity in catalog.opportunities:
        for ref in opportunity.solves if opportunity.status == "done" else ():
            place = pain_of(ref, catalog)
            if place and place.journey.state == "current" and place.journey.status != "retired":
                message = (
                    f"this opportunity is done, but the pain point `{ref.id}` is still in "
                    f"{place.journey.path}"
                )
                yield (
                    ref.span,
                    message,
                    (
                        "remove the pain point from the map, or explain why the opportunity did "
                        "not help"
                    ),
                )
