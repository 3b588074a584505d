"""Rules about what a map rests on (JB202, JB204, JB205, JB207): evidence, real people, measured
contacts."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import approved, finished, is_ours
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.emotion import people
from journeybook.insight.trust import claims, is_measured
from journeybook.schema.documents import Journey
from journeybook.text import Span


@rule("JB202", "quotation-without-evidence", Severity.WARNING)
def quotation_without_evidence(catalog: Catalog, info: BuildInfo) -> Findings:
    """Quote without a source.

    Why: a quotation is the strongest thing on a map, so a reader must be able to ask who said it.
    Name the interview or survey behind it with `^`, or the evidence of the whole map with
    `evidence:` at its top. Drafts may still collect.

    Bad:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
        - says: "They all look the same."
    Good:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
        - says: "They all look the same." ^i01
        === content/evidence/i01.md
        ---
        title: Interview with a runner
        ---
    """
    for journey in finished(catalog):
        if journey.evidence:
            continue
        for step in journey.steps:
            for said in step.all("says"):
                if not said.marks.evidence:
                    hint = (
                        "end the line with `^` and the ID of the evidence, or use `thinks:` instead"
                    )
                    yield said.value_span, "this quote cites no evidence", hint


@rule("JB204", "assumed-persona", Severity.WARNING)
def assumed_persona(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map based on an assumed persona.

    Why: a persona with `basis: assumed` is a guess. That is a fine start for a draft, and a poor
    ground for decisions.

    Bad:
        === content/journeys/ben/buy.md
        ---
        title: I buy running shoes
        status: approved
        ---
        === content/personas/ben.md
        ---
        title: Ben
        basis: assumed
        ---
    Good:
        === content/journeys/ben/buy.md
        ---
        title: I buy running shoes
        status: approved
        ---
        === content/personas/ben.md
        ---
        title: Ben
        basis: real
        ---
    """
    for journey in approved(catalog):
        for name, span in _cast(journey).items():
            persona = catalog.persona(name)
            if persona and persona.basis == "assumed":
                hint = f"interview people like this, then set `basis: real` in {persona.path}"
                yield span, f"this approved map uses the assumed persona `{name}`", hint


def _cast(journey: Journey) -> dict[str, Span]:
    """Everyone in a journey, with the place that brings them in."""
    cast = {journey.persona: journey.place("title")}
    for name, _ in journey.committee:
        cast.setdefault(str(name), name.span)
    for step in journey.steps:
        for person in people(step, journey):
            cast.setdefault(person, step.span)
    return cast


@rule("JB205", "unmeasured-touchpoint", Severity.WARNING)
def unmeasured_touchpoint(catalog: Catalog, info: BuildInfo) -> Findings:
    """Moment of truth at an unmeasured touchpoint.

    Why: if a moment decides whether the customer stays, somebody should know how it goes: by
    analytics, a survey, calls, forms or an interview. Looked for in approved maps.

    Bad:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Decision
        ### I try them on {#try}
        - touchpoint: shop-floor
        - moment of truth: they fit, or I leave
        === content/touchpoints/shop-floor.md
        ---
        title: Shop floor
        ---
    Good:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Decision
        ### I try them on {#try}
        - touchpoint: shop-floor
        - moment of truth: they fit, or I leave
        === content/touchpoints/shop-floor.md
        ---
        title: Shop floor
        measure: survey
        ---
    """
    for journey in filter(is_ours, approved(catalog)):
        for step in journey.steps:
            for ref in step.refs("touchpoint") if step.all("moment of truth") else ():
                touchpoint = catalog.touchpoint(ref.id)
                if (
                    touchpoint
                    and touchpoint.ref not in catalog.stubs
                    and not is_measured(touchpoint)
                ):
                    message = f"the touchpoint `{ref.id}` has a moment of truth but is not measured"
                    yield ref.span, message, f"add a line `measure: …` to {touchpoint.path}"


@rule("JB207", "nothing-to-rest-on", Severity.WARNING)
def nothing_to_rest_on(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map without evidence.

    Why: do not decide without data. Pains, delights and moments of truth that nobody has seen or
    heard are assumptions; one interview is better than none.

    Bad:
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Awareness
        ### I look for shoes {#look}
        - pain: Too many to choose from
    Good:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        status: approved
        evidence: [i01]
        ---
        ## Awareness
        ### I look for shoes {#look}
        - pain: Too many to choose from
        === content/evidence/i01.md
        ---
        title: Interview with a runner
        ---
    """
    for journey in approved(catalog):
        made = claims(journey)
        if made and not journey.evidence and not any(claim.marks.evidence for claim in made):
            counted = (
                "its only claim cites"
                if len(made) == 1
                else f"none of its {len(made)} claims cites"
            )
            hint = (
                "add `evidence:` to the front matter, or end a claim with `^` and the ID of "
                "the evidence"
            )
            text = (
                f"this approved map has no evidence: {counted} "
                f"{'none' if len(made) == 1 else 'any'}"
            )
            yield journey.place("status"), text, hint
