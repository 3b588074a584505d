"""What journeys, stages and steps are recognised by in another revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeybook.diff.match import Features
from journeybook.insight.emotion import average, mean
from journeybook.schema.documents import AnyDocument, HasFacts, Journey, Stage, Step
from journeybook.schema.values import Ref, slug

Names = Mapping[Ref, Ref]
"""What a document of the base revision is called in the head revision, where that differs."""


def step_features(journey: Journey, names: Names) -> tuple[Features, ...]:
    """The traits of every step, in file order; ids of touchpoints as the head revision calls
    them."""
    last = max(len(journey.steps) - 1, 1)
    return tuple(_of_step(step, at / last, journey, names) for at, step in enumerate(journey.steps))


def stage_features(journey: Journey) -> tuple[Features, ...]:
    """The traits of every stage: its id is the registry's, or made of its name."""
    last = max(len(journey.stages) - 1, 1)
    return tuple(_of_stage(stage, at / last) for at, stage in enumerate(journey.stages))


def document_features(
    documents: Sequence[AnyDocument], names: Names, renamed: Mapping[str, str]
) -> tuple[Features, ...]:
    """The traits of documents of one kind. `renamed` maps paths of the head revision to what git
    says they were."""
    from_path = {
        path: renamed[path] for document in documents if (path := document.path) in renamed
    }
    return tuple(_of_document(document, names, from_path) for document in documents)


def _of_step(step: Step, position: float, journey: Journey, names: Names) -> Features:
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
    was = tuple(str(name) for name in document.was)
    is_journey = isinstance(document, Journey)
    found = Features(
        id=document.id,
        title=str(document.title),
        slug=slug(str(document.title)),
        names=tuple(
            f"{document.id.partition('/')[0]}/{name}" if is_journey and "/" not in name else name
            for name in was
        ),
        renamed=_id_of(renamed.get(document.path, "")),
    )
    return _with_steps(found, document, names) if isinstance(document, Journey) else found


def _with_steps(traits: Features, journey: Journey, names: Names) -> Features:
    steps = journey.steps
    return replace(
        traits,
        touchpoints=frozenset[str]().union(*(_named(step, "touchpoint", names) for step in steps)),
        pains=" ".join(fact.text for fact in journey.pains)[:2000],
        channels=frozenset[str]().union(*(_named(step, "channel", names) for step in steps)),
        emotion=mean(value for step in steps if (value := average(step, journey)) is not None),
    )


def _id_of(path: str) -> str:
    """The id that a path below `content/` stands for: everything below the folder of its kind."""
    return path.removeprefix("content/").partition("/")[2].removesuffix(".md")


def _named(part: HasFacts, key: str, names: Names) -> frozenset[str]:
    return frozenset(names.get(ref, ref).id for ref in part.refs(key))
