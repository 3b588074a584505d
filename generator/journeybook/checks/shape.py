"""Rules about the shape of a journey (JB303, JB304, JB311, JB312): its steps and its emotion curve.

A map in review needs steps and a curve; no map should be too wide to read.
"""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import finished, living
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.emotion import emotions_by_persona
from journeybook.schema.documents import Journey

MAX_STEPS = 40


@rule("JB303", "empty-journey", Severity.WARNING)
def empty_journey(catalog: Catalog, info: BuildInfo) -> Findings:
    """Map without steps.

    Why: an empty map gives reviewers nothing to read or approve. A draft may be empty; a map in
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
    hint = (
        "add a `### Step` below it, or delete it; if the section is text rather than a stage, "
        "add `{.notes}` to its heading"
    )
    for journey in finished(catalog):
        if not journey.steps:
            continue
        for stage in journey.stages:
            if not stage.steps:
                yield stage.span, f"the stage `{stage.title}` has no steps", hint


@rule("JB311", "flat-emotion-curve", Severity.WARNING)
def flat_emotion_curve(catalog: Catalog, info: BuildInfo) -> Findings:
    """Flat emotion curve.

    Why: a flat curve hides where the journey hurts and where it delights. Set the real highs and
    lows, or leave the emotions out.

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
    hint = "set the emotion of each step from your evidence, or leave the emotions out"
    for journey in finished(catalog):
        values = _values_if_flat(journey)
        if len(values) > 2:
            first = next(step for step in journey.steps if step.emotions)
            value = f"{values[0]:+d}".replace("+0", "0")
            message = f"the emotion is {value} in all {len(values)} steps that have one"
            yield first.span, message, hint


def _values_if_flat(journey: Journey) -> list[int]:
    """The emotion values of the journey's own persona if they are all the same, otherwise none."""
    values: list[int] = []
    for step in journey.steps:
        emotion = emotions_by_persona(step, journey).get(journey.persona) if step.emotions else None
        if emotion is None:
            continue
        if values and emotion.value != values[0]:
            return []
        values.append(emotion.value)
    return values


@rule("JB312", "too-many-steps", Severity.WARNING)
def too_many_steps(catalog: Catalog, info: BuildInfo) -> Findings:
    """Map with more than 40 steps.

    Why: a map this wide is hard to read. Move details to a separate journey and link it from the
    step with `zoom:`. Also ask whether the customer really has to do all this.

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
    hint = "move details to a separate journey and link it with `zoom:`"
    for journey in living(catalog):
        if len(journey.steps) > MAX_STEPS:
            message = f"this map has {len(journey.steps)} steps; the limit is {MAX_STEPS}"
            yield journey.place("title"), message, hint
