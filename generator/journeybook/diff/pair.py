"""A journey in both revisions with its stages and steps paired, and the elements and places that
its changes refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from journeybook.diff.change import Element, How, Match
from journeybook.diff.current_ids import with_current_refs
from journeybook.diff.match import Pairing, match_elements
from journeybook.diff.match_features import Names, stage_features, step_features
from journeybook.diff.regrouped import as_one, merged_steps, split_steps
from journeybook.schema.documents import HasFacts, Journey, Stage, Step
from journeybook.schema.values import slug
from journeybook.text import Span


@dataclass(frozen=True)
class JourneyPair:
    """One journey before and after."""

    before: Journey
    after: Journey
    match: Match
    names: Names
    """Documents of the base revision whose reference in the head revision is another one."""

    @cached_property
    def stages(self) -> Pairing:
        return stage_pairs(self.before, self.after)

    @cached_property
    def steps(self) -> Pairing:
        return step_pairs(self.before, self.after, self.names)

    @cached_property
    def merged(self) -> dict[int, int]:
        """Each removed step that went into another one -> that step in the head revision."""
        if not self.steps.removed:
            return {}
        return merged_steps(self._current_steps, self.after.steps, self.steps)

    @cached_property
    def split_off(self) -> dict[int, int]:
        """Each new step that was part of another one -> that step in the base revision."""
        if not self.steps.added:
            return {}
        return split_steps(self._current_steps, self.after.steps, self.steps)

    @cached_property
    def _current_steps(self) -> tuple[Step, ...]:
        return tuple(with_current_refs(step, self.names) for step in self.before.steps)

    def belong_together(self, one: int, other: int) -> bool:
        """Whether two steps of both revisions are the same, or one was merged into the other or
        split off from it."""
        return (
            self.steps.forward.get(one) == other
            or self.merged.get(one) == other
            or self.split_off.get(other) == one
        )

    def old_whole(self, one: int) -> Step:
        """A step of the base revision with those that were merged into it since."""
        target = self.steps.forward[one]
        parts = [at for at, heir in self.merged.items() if heir == target]
        # Who is responsible for a step that was merged is no longer a question.
        return as_one(self.before.steps[one], [self.before.steps[at] for at in parts], ("owner",))

    def new_whole(self, other: int) -> Step:
        """A step of the head revision with those that were split off from it."""
        source = self.steps.backward[other]
        parts = [at for at, origin in self.split_off.items() if origin == source]
        return as_one(self.after.steps[other], [self.after.steps[at] for at in parts])

    @cached_property
    def step_ids(self) -> dict[str, str]:
        """ID of a step in the base revision -> its ID in the head revision."""
        return {
            self.before.steps[one].id: self.after.steps[other].id
            for one, other in self.steps.forward.items()
        }

    def lasting_id(self, at: int) -> str:
        """The ID of a step of the head revision in the base, or its own if the base lacks it."""
        old = self.steps.backward.get(at)
        return self.after.steps[at].id if old is None else self.before.steps[old].id

    @cached_property
    def old_stage(self) -> tuple[int, ...]:
        """For each step of the base revision the position of its stage."""
        return stage_positions(self.before)

    @cached_property
    def new_stage(self) -> tuple[int, ...]:
        return stage_positions(self.after)

    @property
    def element(self) -> Element:
        """The journey as a whole."""
        return journey_element(self.after)

    def of_step(self, at: int, what: str = "step", title: str = "") -> Element:
        """A step of the head revision, by position, or something below it."""
        return step_element(self.after, self.new_stage[at], self.after.steps[at], what, title)

    def of_old_step(self, at: int) -> Element:
        """A step that only the base revision has."""
        step = self.before.steps[at]
        stage = self.before.stages[self.old_stage[at]].title
        return Element("step", self.after.ref, step.id, step.title, stage)

    def near(self, at: int) -> Span:
        """A heading of the head revision close to the old place of a removed step."""
        for other in (*range(at - 1, -1, -1), *range(at + 1, len(self.before.steps))):
            if other in self.steps.forward:
                return self.after.steps[self.steps.forward[other]].span
        return self.after.place("title")

    def owner_of(self, part: HasFacts | None = None) -> str:
        """The team that should review a change of a step or stage, or of the journey without
        one."""
        return (part.owner if part else "") or str(self.after.owner or self.before.owner or "")


def journey_element(journey: Journey) -> Element:
    """A journey as a whole."""
    return Element("journey", journey.ref, title=str(journey.title))


def step_pairs(before: Journey, after: Journey, names: Names) -> Pairing:
    """The steps of two journeys, paired. Steps with the same IDs and titles in the same order are
    paired without comparing anything else."""
    old, new = before.steps, after.steps
    slugs = Counter(slug(step.title) for step in new if not step.explicit_id)
    if _identities(old) != _identities(new) or "" in slugs:
        return match_elements(step_features(before, names), step_features(after, {}))
    pairs = tuple((at, at, Match(_how(step, slugs))) for at, step in enumerate(new))
    return Pairing(pairs, (), ())


def stage_pairs(before: Journey, after: Journey) -> Pairing:
    """The stages of two journeys, paired."""
    old, new = before.stages, after.stages
    identities = [(stage.id, stage.title, _has_sure_id(stage)) for stage in new]
    is_same = identities == [(stage.id, stage.title, _has_sure_id(stage)) for stage in old]
    if not is_same or not all(map(_has_sure_id, new)):
        return match_elements(stage_features(before), stage_features(after))
    return Pairing(tuple((at, at, Match("id")) for at in range(len(new))), (), ())


def _identities(steps: Sequence[Step]) -> list[tuple[str, str, bool]]:
    return [(step.id, step.title, step.explicit_id) for step in steps]


def _how(step: Step, slugs: Mapping[str, int]) -> How:
    """What `match_elements` would give for a step with the same ID, title and place on the other
    side."""
    if step.explicit_id:
        return "id"
    return "title" if slugs[slug(step.title)] == 1 else "place"


def _has_sure_id(stage: Stage) -> bool:
    """Whether the ID of a stage is more than its title: from the registry, or written."""
    return stage.registered or stage.explicit_id


def stage_positions(journey: Journey) -> tuple[int, ...]:
    """For each step the position of its stage."""
    return tuple(at for at, stage in enumerate(journey.stages) for _ in stage.steps)


def step_element(
    journey: Journey, stage: int, step: Step, what: str = "step", title: str = ""
) -> Element:
    """A step, or a fact below it."""
    name = journey.stages[stage].title
    if what == "step":
        return Element("step", journey.ref, step.id, step.title, name)
    return Element(what, journey.ref, title=title or step.title, stage=name, step=step.id)


def stage_element(journey: Journey, stage: Stage, what: str = "stage") -> Element:
    """A stage, or a fact below it."""
    if what == "stage":
        return Element("stage", journey.ref, stage.id, stage.title)
    return Element(
        what, journey.ref, title=stage.title, stage=stage.title, step=f"stage_{stage.id}"
    )
