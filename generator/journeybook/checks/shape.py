"""Rules about the shape of a journey (JB303, JB304, JB311, JB312): its steps and its curve."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import finished, living
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.emotion import feelings
from journeybook.schema.documents import Journey

MANY_STEPS = 40


@rule("JB303", "empty-journey", Severity.WARNING)
def empty_journey(catalog: Catalog, info: BuildInfo) -> Findings:
    """Map without steps.

    Why: there is nothing to read, so there is nothing to agree to. A draft may be empty; a map in
    review may not.

    Bad:
        ---
        title: I buy running shoes
        status: review
        ---
    Good:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
    """
    for journey in finished(catalog):
        if not journey.steps and catalog.sources.get(journey.path):
            hint = "add a `## Stage` heading with a `### Step` below it"
            yield journey.place("title"), "this map has no steps", hint


@rule("JB304", "empty-stage", Severity.WARNING)
def empty_stage(catalog: Catalog, info: BuildInfo) -> Findings:
    """Stage without steps.

    Why: a stage with no steps is either unnecessary or unfinished.

    Bad:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
        ## Decision
    Good:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
        ## Decision
        ### I pay {#pay}
    """
    for journey in finished(catalog):
        for stage in journey.stages if journey.steps else ():
            if not stage.steps:
                hint = (
                    "add a `### Step` below it, or delete it; if the section is text rather "
                    "than a stage, add `{.notes}` to its heading"
                )
                yield stage.span, f"the stage `{stage.title}` has no steps", hint


@rule("JB311", "flat-emotion-curve", Severity.WARNING)
def flat_emotion_curve(catalog: Catalog, info: BuildInfo) -> Findings:
    """Flat emotion curve.

    Why: a flat curve hides where the journey hurts and where it delights. Vary it, or leave the
    feelings out.

    Bad:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
        - emotion: +1 fine
        ### I try them on {#try}
        - emotion: +1 fine
        ### I pay {#pay}
        - emotion: +1 fine
    Good:
        ---
        title: I buy running shoes
        status: review
        ---
        ## Awareness
        ### I look for shoes {#look}
        - emotion: 0 curious
        ### I try them on {#try}
        - emotion: +2 light
        ### I pay {#pay}
        - emotion: -1 shocked
    """
    for journey in finished(catalog):
        felt = _while_flat(journey)
        if len(felt) > 2:
            first = next(step for step in journey.steps if step.emotions)
            message = f"the emotion is {felt[0]:+d} in all {len(felt)} steps that have one"
            yield (
                first.span,
                message.replace("+0", "0"),
                "set the emotion of each step from your evidence, or leave the emotions out",
            )


def _while_flat(journey: Journey) -> list[int]:
    """The feelings of the journey's own persona where they are all the same; else nothing."""
    felt: list[int] = []
    for step in journey.steps:
        feeling = feelings(step, journey).get(journey.persona) if step.emotions else None
        if feeling and felt and feeling.value != felt[0]:
            return []
        felt += [feeling.value] if feeling else []
    return felt


@rule("JB312", "too-many-steps", Severity.WARNING)
def too_many_steps(catalog: Catalog, info: BuildInfo) -> Findings:
    """Map with more than 40 steps.

    Why: nobody reads a map of that width. Put details into a journey of their own that the step
    names with `zoom:`; and ask whether the customer really has to do all this.

    Bad:
        (a journey with 41 `###` headings)
    Good:
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        ### I pay {#pay}
    """
    for journey in living(catalog):
        if len(journey.steps) > MANY_STEPS:
            message = f"this map has {len(journey.steps)} steps; the limit is {MANY_STEPS}"
            yield (
                journey.place("title"),
                message,
                "move details to a separate journey and link it with `zoom:`",
            )
