"""The features that documents, stages and steps are matched by in another revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeybook.diff.contents import all_items, items_of
from journeybook.diff.current_ids import with_current_refs
from journeybook.diff.match import Features
from journeybook.insight.emotion import average, mean
from journeybook.schema.documents import AnyDocument, HasFacts, Journey, Stage, Step
from journeybook.schema.values import Ref, slug

Names = Mapping[Ref, Ref]
"""Documents of the base revision whose reference in the head revision is another one."""


def step_features(journey: Journey, names: Names) -> tuple[Features, ...]:
    """The features of every step, in file order, with the touchpoint IDs of the head revision."""
    last = max(len(journey.steps) - 1, 1)
    return tuple(_of_step(step, at / last, journey, names) for at, step in enumerate(journey.steps))


def stage_features(journey: Journey) -> tuple[Features, ...]:
    """The features of every stage. Its ID is from the registry or derived from its name."""
    last = max(len(journey.stages) - 1, 1)
    return tuple(_of_stage(stage, at / last) for at, stage in enumerate(journey.stages))


def document_features(
    documents: Sequence[AnyDocument], names: Names, renamed: Mapping[str, str]
) -> tuple[Features, ...]:
    """The features of documents of one kind. `renamed` maps paths of the head revision to their
    paths in the base, as git reports them."""
    return tuple(_of_document(document, names, renamed) for document in documents)


def _of_step(step: Step, position: float, journey: Journey, names: Names) -> Features:
    current = with_current_refs(step, names)
    return Features(
        id=step.id,
        title=step.title,
        slug=slug(step.title),
        explicit=step.explicit_id,
        touchpoints=_named(step, "touchpoint", names),
        pains=" ".join(fact.text for fact in step.all("pain")),
        position=position,
        channels=_named(step, "channel", names),
        emotion=average(step, journey),
        items=items_of(current),
        all_items=all_items(current),
    )


def _of_stage(stage: Stage, position: float) -> Features:
    return Features(
        id=stage.id,
        title=stage.title,
        slug=slug(stage.title),
        explicit=stage.registered or stage.explicit_id,
        touchpoints=frozenset(slug(step.title) for step in stage.steps),
        pains=" ".join(fact.text for step in stage.steps for fact in step.all("pain")),
        position=position,
    )


def _of_document(document: AnyDocument, names: Names, renamed: Mapping[str, str]) -> Features:
    features = Features(
        id=document.id,
        title=str(document.title),
        slug=slug(str(document.title)),
        names=tuple(_former_id(document, str(name)) for name in document.was),
        renamed=_id_of(renamed.get(document.path, "")),
    )
    return _with_steps(features, document, names) if isinstance(document, Journey) else features


def _former_id(document: AnyDocument, name: str) -> str:
    """An entry of `was` as an ID; a journey may leave out its persona."""
    if isinstance(document, Journey) and "/" not in name:
        return f"{document.persona}/{name}"
    return name


def _with_steps(features: Features, journey: Journey, names: Names) -> Features:
    steps = journey.steps
    return replace(
        features,
        touchpoints=frozenset[str]().union(*(_named(step, "touchpoint", names) for step in steps)),
        pains=" ".join(fact.text for fact in journey.pains)[:2000],
        channels=frozenset[str]().union(*(_named(step, "channel", names) for step in steps)),
        emotion=mean(value for step in steps if (value := average(step, journey)) is not None),
    )


def _id_of(path: str) -> str:
    """The ID of a file below `content/`: its path within the folder of its kind."""
    return path.removeprefix("content/").partition("/")[2].removesuffix(".md")


def _named(part: HasFacts, key: str, names: Names) -> frozenset[str]:
    return frozenset(names.get(ref, ref).id for ref in part.refs(key))
