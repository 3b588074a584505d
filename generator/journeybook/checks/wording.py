"""Rules about words (JB4xx): the customer's voice, the customer's stages, names that last."""

from __future__ import annotations

import re

from journeybook.catalog.catalog import Catalog
from journeybook.checks.first_person import DEPARTMENTS, is_first_person
from journeybook.checks.rule import Findings, rule
from journeybook.checks.scope import approved, living
from journeybook.diagnostics import Severity
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.values import slug


@rule("JB401", "title-not-in-the-customers-voice", Severity.INFO)
def title_not_in_the_customers_voice(catalog: Catalog, info: BuildInfo) -> Findings:
    """Journey title not in the customer's voice.

    Why: a title such as `I choose shoes` keeps the map on the customer's side of the counter; `Sell
    shoes online` puts it on ours. Looked for in buyer and customer journeys whose language the tool
    knows; a question will do too.

    Bad:
        ---
        title: Sell running shoes online
        ---
    Good:
        ---
        title: I buy running shoes
        ---
    """
    for journey in living(catalog):
        is_written = journey.title.span == journey.places.get(
            "title"
        )  # not made from the name of a broken file
        is_customers = journey.kind in ("buyer", "customer")
        if (
            is_written
            and is_customers
            and is_first_person(journey.title, catalog.lang(journey)) is False
        ):
            hint = "write it as the customer would say it: `I …`"
            yield (
                journey.place("title"),
                f"the title `{journey.title}` is not in the customer's voice",
                hint,
            )


@rule("JB402", "stage-named-after-a-department", Severity.WARNING)
def stage_named_after_a_department(catalog: Catalog, info: BuildInfo) -> Findings:
    """Stage named after a department.

    Why: customers do not move the way our process wants. Stages named after departments end up
    measuring us instead of them. Name what the customer is about to do. A team belongs into
    `owner:`.

    Bad:
        ---
        title: I buy running shoes
        ---
        ## Sales department
        ### I pay {#pay}
    Good:
        ---
        title: I buy running shoes
        ---
        ## Decision
        - owner: sales department
        ### I pay {#pay}
    """
    hint = "name what the customer does there, and put the team in `owner:`"
    registry = catalog.config.stages
    for definition in registry.all:
        name = next(
            (n for n in (*(n for _, n in definition.name), definition.id) if _is_department(n)),
            None,
        )
        if name is not None and name.span.file:
            yield name.span, f"the stage `{name}` is named after a department", hint
    for journey in living(catalog):
        for stage in journey.stages:
            if (
                journey.kind in ("buyer", "customer")
                and not stage.registered
                and _is_department(stage.title)
            ):
                yield stage.span, f"the stage `{stage.title}` is named after a department", hint


_TEAM = re.compile(r"^(?:the|our)-|-(?:department|dept|team|phase|stage)$")


def _is_department(name: str) -> bool:
    return _TEAM.sub("", slug(name)) in DEPARTMENTS


@rule("JB403", "step-without-id", Severity.INFO)
def step_without_id(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map with steps without IDs.

    Why: without `{#id}` the address of a step comes from its title. As soon as somebody words the
    title better, links from elsewhere and remarks of reviewers lose their place.

    Bad:
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Decision
        ### I try them on
    Good:
        ---
        title: I buy running shoes
        status: approved
        ---
        ## Decision
        ### I try them on {#try}
    """
    for journey in approved(catalog):
        bare = [step for step in journey.steps if not step.explicit_id]
        if bare:
            more = f", and {len(bare) - 1} more" if len(bare) > 1 else ""
            hint = f"add an ID to the heading: `{{#{bare[0].id}}}`"
            yield bare[0].span, f"the step `{bare[0].title}` has no ID{more}", hint
