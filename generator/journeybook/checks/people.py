"""A rule about who feels what (JB307)."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import living
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.emotion import people
from journeybook.schema.documents import Fact, Journey, Step
from journeybook.schema.values import Emotion
from journeybook.text import Span


@rule("JB307", "emotion-of-whom", Severity.INFO)
def emotion_of_whom(catalog: Catalog, info: BuildInfo) -> Findings:
    """Emotion without a person in a step of several others.

    Why: an emotion without a name belongs to the persona of the map. If that persona takes no part
    in the step, it counts for everyone in it who has no emotion of their own, which is often not
    what was meant. Name the person.

    Bad:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### They decide without me {#decide}
        - who: ben, cleo
        - emotion: -1 unsure
    Good:
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### They decide without me {#decide}
        - who: ben, cleo
        - emotion ben: -1 unsure
    """
    for journey in living(catalog):
        for step in journey.steps:
            present = people(step, journey)
            if journey.persona in present or len(present) < 2:
                continue
            for fact in step.all("emotion"):
                if isinstance(fact.payload, Emotion) and not fact.payload.persona:
                    yield _finding(journey, step, fact, present)


def _finding(
    journey: Journey, step: Step, fact: Fact, present: Sequence[str]
) -> tuple[Span, str, str]:
    emotions = [emotion.persona for emotion in step.emotions]
    counts_for = [person for person in present if person not in emotions]
    named = ", ".join(f"`{person}`" for person in counts_for) or "no one"
    message = f"`{journey.persona}` is not in this step, so this emotion counts for {named}"
    person = counts_for[0] if counts_for else present[0]
    return fact.span, message, f"name the person: `- emotion {person}: …`"
