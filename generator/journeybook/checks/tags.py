"""A rule about tags of facts (JB208)."""

from __future__ import annotations

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.diagnostics import Severity, did_you_mean
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.documents import Fact


@rule("JB208", "tag-used-once", Severity.INFO)
def tag_used_once(catalog: Catalog, info: BuildInfo) -> Findings:
    """Tag that no other fact has.

    Why: the last word of a fact is a tag if it begins with `!`, and tags group facts. A tag used
    only once is most likely misspelt, or part of the sentence: then write `\\!now`.

    Bad:
        ---
        title: I buy running shoes
        ---
        ## Awareness
        ### I look for shoes {#look}
        - pain: We must act !now
    Good:
        ---
        title: I buy running shoes
        ---
        ## Awareness
        ### I look for shoes {#look}
        - pain: We must act \\!now
    """
    uses: dict[str, list[Fact]] = {}
    for journey in catalog.journeys:
        for part in journey.parts():
            for fact in part.facts:
                for tag in fact.marks.tags:
                    uses.setdefault(tag, []).append(fact)
    for tag, facts in uses.items():
        if len(facts) == 1:
            others = [other for other in uses if other != tag]
            hint = did_you_mean(tag, others) or f"if it is part of the text, write `\\!{tag}`"
            yield facts[0].span, f"the tag `!{tag}` is used only here", hint
