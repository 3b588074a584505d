"""Rules about wording (JB4xx): the customer's voice, the customer's stages, permanent step IDs."""

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

    Why: a title such as `I choose shoes` takes the customer's point of view; `Sell shoes online`
    takes the company's. Checked in buyer and customer journeys in languages journeybook supports.
    A question is fine too.

    Bad:
        ---
        title: Sell running shoes online
        ---
    Good:
        ---
        title: I buy running shoes
        ---
    """
    hint = "write it as the customer would say it: `I …`"
    for journey in living(catalog):
        if journey.kind not in _CUSTOMER_KINDS:
            continue
        # The title of a broken file is its file name, which no author wrote as a title.
        if journey.title.span != journey.places.get("title"):
            continue
        if is_first_person(journey.title, catalog.lang(journey)) is False:
            message = f"the title `{journey.title}` is not in the customer's voice"
            yield journey.place("title"), message, hint


@rule("JB402", "stage-named-after-a-department", Severity.WARNING)
def stage_named_after_a_department(catalog: Catalog, info: BuildInfo) -> Findings:
    """Stage named after a department.

    Why: customers do not follow your internal process. Stages named after departments measure the
    company, not the customer. Name what the customer does, and put the team in `owner:`.

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
    for definition in catalog.config.stages.all:
        names = [*(name for _, name in definition.name), definition.id]
        name = next(filter(_is_department, names), None)
        if name is not None and name.span.file:
            yield name.span, f"the stage `{name}` is named after a department", hint
    for journey in living(catalog):
        if journey.kind not in _CUSTOMER_KINDS:
            continue
        for stage in journey.stages:
            if not stage.registered and _is_department(stage.title):
                yield stage.span, f"the stage `{stage.title}` is named after a department", hint


_CUSTOMER_KINDS = ("buyer", "customer")
_TEAM = re.compile(r"^(?:the|our)-|-(?:department|dept|team|phase|stage)$")


def _is_department(name: str) -> bool:
    return _TEAM.sub("", slug(name)) in DEPARTMENTS


@rule("JB403", "step-without-id", Severity.INFO)
def step_without_id(catalog: Catalog, info: BuildInfo) -> Findings:
    """Approved map with steps without IDs.

    Why: without `{#id}`, the address of a step comes from its title. When the title changes, links
    and review comments no longer point to the step.

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
        without_id = [step for step in journey.steps if not step.explicit_id]
        if not without_id:
            continue
        first, *others = without_id
        more = f", and {len(others)} more" if others else ""
        hint = f"add an ID to the heading: `{{#{first.id}}}`"
        yield first.span, f"the step `{first.title}` has no ID{more}", hint
