"""Rules about the ways through a journey (JB305, JB306): every step can be reached, and left."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import living
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.path import has_ways, unreachable, without_way_out
from journeybook.schema.documents import Journey, Step


@rule("JB305", "unreachable-step", Severity.WARNING)
def unreachable_step(catalog: Catalog, info: BuildInfo) -> Findings:
    """Unreachable step.

    Why: `next` replaces the way to the step below. If it only names an exit or a later step, what
    is skipped can never be reached, which is hardly what was meant.

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
        for step, more in _runs(journey):
            below = (
                f", nor can the {more} below it"
                if more > 1
                else ", nor can the one below it"
                if more
                else ""
            )
            hint = f'add it to `next` in an earlier step: `{step.id} "if …"`'
            yield step.span, f"the step `{step.title}` cannot be reached{below}", hint


def _runs(journey: Journey) -> Iterator[tuple[Step, int]]:
    """The first of each run of unreachable steps, and how many follow it. Silent where a way is
    misspelt."""
    if not has_ways(journey) or _has_bad_ways(journey):
        return
    lost = {step.id for step in unreachable(journey)}
    first, more = None, 0
    for step in journey.steps:
        if step.id in lost and first is not None:
            more += 1
        elif step.id in lost:
            first, more = step, 0
        elif first is not None:
            yield first, more
            first = None
    if first is not None:
        yield first, more


def _has_bad_ways(journey: Journey) -> bool:
    known = {step.id for step in journey.steps}
    ways = (way for step in journey.steps for key in ("next", "loop") for way in step.ways(key))
    return any(not way.is_exit and way.step not in known for way in ways)


@rule("JB306", "dead-loop", Severity.WARNING)
def dead_loop(catalog: Catalog, info: BuildInfo) -> Findings:
    """Endless loop.

    Why: from here no way leads to the end of the journey or out of it. Add a way on, or an `exit`.
    A journey of `kind: customer` may go round for ever: a good one does.

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
    for journey in living(catalog):
        is_bound = has_ways(journey) and journey.kind != "customer" and not _has_bad_ways(journey)
        caught = without_way_out(journey) if is_bound else ()
        for step in caught[:1]:
            hint = 'add a step outside the loop to its `next`, or `exit "why"`'
            yield step.span, f"the steps from `{step.title}` form a loop with no exit", hint
