"""Rules about the research behind a map (JB202, JB204, JB205, JB207).

They check for evidence, personas based on real people, and measured touchpoints.
"""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import approved, finished, is_own
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.emotion import people
from journeybook.insight.trust import claims, is_measured, needs_evidence
from journeybook.schema.documents import Journey
from journeybook.text import Span


@rule("JB202", "quotation-without-evidence", Severity.WARNING)
def quotation_without_evidence(catalog: Catalog, info: BuildInfo) -> Findings:
    """Quote without a source.

    Why: a quote is the strongest statement on a map, so readers must be able to see where it comes
    from. Cite the interview or survey with `^`, or cite evidence for the whole map with `evidence:`
    in the front matter. Drafts and future maps are not checked.

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
    hint = "end the line with `^` and the ID of the evidence, or use `thinks:` instead"
    for journey in filter(needs_evidence, finished(catalog)):
        if journey.evidence:
            continue
        for step in journey.steps:
            for quote in step.all("says"):
                if not quote.marks.evidence:
                    yield quote.value_span, "this quote cites no evidence", hint


@rule("JB204", "assumed-persona", Severity.WARNING)
def assumed_persona(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map based on an assumed persona.

    Why: a persona with `basis: assumed` is a guess. That is a good start for a draft, but a weak
    basis for decisions.

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
        for name, span in _personas_in(journey).items():
            persona = catalog.persona(name)
            if persona and persona.basis == "assumed":
                hint = f"interview people like this, then set `basis: real` in {persona.path}"
                yield span, f"this approved map uses the assumed persona `{name}`", hint


def _personas_in(journey: Journey) -> dict[str, Span]:
    """Every persona in a journey, with the place that first names it."""
    places = {journey.persona: journey.place("title")}
    for name, _ in journey.committee:
        places.setdefault(str(name), name.span)
    for step in journey.steps:
        for person in people(step, journey):
            places.setdefault(person, step.span)
    return places


@rule("JB205", "unmeasured-touchpoint", Severity.WARNING)
def unmeasured_touchpoint(catalog: Catalog, info: BuildInfo) -> Findings:
    """Moment of truth at an unmeasured touchpoint.

    Why: if a moment decides whether the customer stays, you need to know how well it works, from
    analytics, a survey, calls, forms or interviews. Checked in approved maps.

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
    for journey in filter(is_own, approved(catalog)):
        for step in journey.steps:
            if not step.all("moment of truth"):
                continue
            for ref in step.refs("touchpoint"):
                touchpoint = catalog.touchpoint(ref.id)
                if touchpoint is None or touchpoint.ref in catalog.stubs:
                    continue
                if not is_measured(touchpoint):
                    message = f"the touchpoint `{ref.id}` has a moment of truth but is not measured"
                    yield ref.span, message, f"add a line `measure: …` to {touchpoint.path}"


@rule("JB207", "nothing-to-rest-on", Severity.WARNING)
def approved_without_evidence(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map without evidence.

    Why: decisions need data. Pain points, delights and moments of truth without evidence are
    assumptions. One interview is better than none. Future maps are not checked.

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
    hint = "add `evidence:` to the front matter, or end a claim with `^` and the ID of the evidence"
    for journey in filter(needs_evidence, approved(catalog)):
        all_claims = claims(journey)
        if not all_claims or journey.evidence:
            continue
        if any(claim.marks.evidence for claim in all_claims):
            continue
        if len(all_claims) == 1:
            reason = "its only claim cites none"
        else:
            reason = f"none of its {len(all_claims)} claims cites any"
        yield journey.place("status"), f"this approved map has no evidence: {reason}", hint
