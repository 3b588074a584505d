"""Rules about the paths through a journey (JB305, JB306): every step has a way in and a way out."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import living
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.path import has_explicit_paths, steps_without_exit, unreachable
from journeybook.schema.documents import Journey, Step


@rule("JB305", "unreachable-step", Severity.WARNING)
def unreachable_step(catalog: Catalog, info: BuildInfo) -> Findings:
    """Unreachable step.

    Why: `next` replaces the default path to the step below. If it lists only an exit or a later
    step, the skipped steps can never be reached.

    Bad:
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        - next: exit "too dear"
        ### I pay {#pay}
    Good:
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        - next: pay "they fit" | exit "too dear"
        ### I pay {#pay}
    """
    for journey in living(catalog):
        for step, more in _unreachable_runs(journey):
            below = ""
            if more == 1:
                below = ", nor can the one below it"
            elif more > 1:
                below = f", nor can the {more} below it"
            hint = f'add it to `next` in an earlier step: `{step.id} "if …"`'
            yield step.span, f"the step `{step.title}` cannot be reached{below}", hint


def _unreachable_runs(journey: Journey) -> Iterator[tuple[Step, int]]:
    """The first step of each run of unreachable steps, and how many follow it.

    Nothing if a path names an unknown step: the unknown name is reported instead.
    """
    if not has_explicit_paths(journey) or _names_unknown_step(journey):
        return
    unreachable_ids = {step.id for step in unreachable(journey)}
    first, more = None, 0
    for step in journey.steps:
        if step.id not in unreachable_ids:
            if first is not None:
                yield first, more
            first = None
        elif first is None:
            first, more = step, 0
        else:
            more += 1
    if first is not None:
        yield first, more


def _names_unknown_step(journey: Journey) -> bool:
    ids = {step.id for step in journey.steps}
    for step in journey.steps:
        for branch in (*step.ways("next"), *step.ways("loop")):
            if not branch.is_exit and branch.step not in ids:
                return True
    return False


@rule("JB306", "dead-loop", Severity.WARNING)
def dead_loop(catalog: Catalog, info: BuildInfo) -> Findings:
    """Endless loop.

    Why: from here, no path leads to the end of the journey or to an exit. Add another `next` step
    or an `exit`. Journeys with `kind: customer` may loop forever; good ones do.

    Bad:
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        ### I think about it {#think}
        - next: try "once more"
    Good:
        ---
        title: I buy running shoes
        ---
        ## Decision
        ### I try them on {#try}
        ### I think about it {#think}
        - next: try "once more" | exit "bought elsewhere"
    """
    hint = 'add a step outside the loop to its `next`, or `exit "why"`'
    for journey in living(catalog):
        if (
            not has_explicit_paths(journey)
            or journey.kind == "customer"
            or _names_unknown_step(journey)
        ):
            continue
        for step in steps_without_exit(journey)[:1]:
            yield step.span, f"the steps from `{step.title}` form a loop with no exit", hint
