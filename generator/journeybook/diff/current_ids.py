"""A journey of the base revision that refers to other documents by their IDs in the head revision.

A renamed file is one change of its own; a step that refers to it has not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeybook.schema.documents import Fact, HasFacts, Journey, Step
from journeybook.schema.values import Emotion, MetricMove, Payload, Ref, References, Statement


def with_current_ids(journey: Journey, names: Mapping[Ref, Ref]) -> Journey:
    """The journey with the references of the head revision; `names` maps old ones to new ones."""
    if not names:
        return journey
    stages = []
    for stage in journey.stages:
        steps = tuple(replace(step, facts=_facts(step, names)) for step in stage.steps)
        stages.append(replace(stage, facts=_facts(stage, names), steps=steps))
    return replace(journey, stages=tuple(stages))


def names_unless_used(names: Mapping[Ref, Ref], facts: Iterable[Fact]) -> Mapping[Ref, Ref]:
    """The names without those of documents that these facts of the head revision still call by
    their old ID: such a reference has not changed."""
    if not names:
        return names
    from journeybook.catalog.references import in_fact  # late: a comparison rarely needs it

    used: set[Ref] = set()
    for fact in facts:
        used |= {reference.ref for reference in in_fact(fact, "", "")}
    return {before: after for before, after in names.items() if before not in used}


def with_current_refs(step: Step, names: Mapping[Ref, Ref]) -> Step:
    """A step of the base revision with the references of the head revision."""
    return replace(step, facts=_facts(step, names)) if names else step


def _facts(part: HasFacts, names: Mapping[Ref, Ref]) -> tuple[Fact, ...]:
    facts = []
    for fact in part.facts:
        evidence = tuple(names.get(ref, ref) for ref in fact.marks.evidence)
        marks = replace(fact.marks, evidence=evidence)
        facts.append(replace(fact, payload=_payload(fact.payload, names), marks=marks))
    return tuple(facts)


def _payload(payload: Payload, names: Mapping[Ref, Ref]) -> Payload:
    if isinstance(payload, References):
        return replace(payload, refs=tuple(names.get(ref, ref) for ref in payload.refs))
    if isinstance(payload, MetricMove):
        return replace(payload, ref=names.get(payload.ref, payload.ref))
    if isinstance(payload, Emotion | Statement) and payload.persona:
        person = Ref("persona", payload.persona)
        return replace(payload, persona=names.get(person, person).id)
    return payload
