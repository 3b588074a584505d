"""Follow one step backwards through the history of a site: renames, moves and merges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import click

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change
from journeybook.diff.kinds import sentence_of
from journeybook.diff.single_document import read_single_document
from journeybook.diff.step_history import one_step_back, taken_from
from journeybook.effects.revisions import CommitInfo, Repository, Step
from journeybook.schema.documents import Journey
from journeybook.schema.read import Place
from journeybook.schema.site_config import SiteConfig

_JOURNEYS = "content/journeys/"


@dataclass(frozen=True)
class StepAt:
    """A step at one commit: the file of its journey, and its ID there."""

    commit: str
    path: str
    step: str


@dataclass(frozen=True)
class Entry:
    """One commit that touched the step, in lines; no lines if it did not change it."""

    when: datetime | None
    lines: tuple[str, ...]


def trace_step(
    repository: Repository, config: SiteConfig, journey: str, step: str, most: int
) -> tuple[Entry, ...]:
    """The history of a step, newest first, from at most so many commits.

    Raises a usage error if the last commit does not have the step, `CouldNotRead` if git fails.
    """
    start = StepAt(repository.commit("HEAD"), f"{_JOURNEYS}{journey}.md", step)
    history = _History(repository, config)
    history.check(start)
    entries: list[Entry] = []
    waiting, seen = [start], set[StepAt]()
    has_branches = False
    while waiting and most > 0:
        here = waiting.pop(0)
        for commit in repository.story(here.commit, here.path, most):
            now = StepAt(commit.commit, here.path, here.step)
            if now in seen:
                break
            seen.add(now)
            most -= 1
            entry, earlier = history.entry(commit, here)
            entries.append(entry)
            if len(earlier) == 1 and earlier[0].path == here.path and not commit.is_merge:
                here = earlier[0]
                continue
            has_branches = has_branches or len(earlier) > 1
            waiting = [*earlier, *waiting]
            break
    if has_branches:  # branches were followed one by one; show their commits together, by date
        entries.sort(key=_time, reverse=True)
    return tuple(entries)


def _time(entry: Entry) -> float:
    return entry.when.timestamp() if entry.when else 0.0


@dataclass(frozen=True)
class _Before:
    """A step in a parent of a commit, and what the commit changed. A new step has no `place`."""

    changes: tuple[Change, ...] = ()
    remarks: tuple[str, ...] = ()
    place: StepAt | None = None


@dataclass(frozen=True)
class _History:
    """The repository of a site, and the settings that its files are read with."""

    repository: Repository
    config: SiteConfig

    def check(self, start: StepAt) -> None:
        """A usage error if the step does not exist."""
        data = self.repository.file_at(start.commit, start.path)
        steps = self._read(start.path, data)[0].steps if data is not None else ()
        ids = [step.id for step in steps]
        if start.step not in ids:
            hint = (
                f"its steps are {', '.join(ids)}"
                if ids
                else "the last commit does not have this journey"
            )
            raise click.UsageError(
                f"`{start.path}` has no step `{start.step}`; {hint}",
                click.get_current_context(silent=True),
            )

    def entry(self, commit: CommitInfo, here: StepAt) -> tuple[Entry, tuple[StepAt, ...]]:
        """What a commit changed in a step, and where the step was before; nowhere if it is new.

        For a merge this is only what differs from all of its parents; everything else is shown with
        the branch that it came from.
        """
        data = self.repository.file_at(commit.commit, here.path)
        if data is None:
            parents = [step.parent for step in commit.steps if step.parent]
            return Entry(commit.when, ()), tuple(
                StepAt(parent, here.path, here.step) for parent in parents[:1]
            )
        after = self._read(here.path, data)
        parents_with_step: list[_Before] = []
        places: list[StepAt] = []
        for step in commit.steps:
            before = self._before(step, here, after)
            if before.place:
                parents_with_step.append(before)
                places.append(before.place)
        if not places:
            return Entry(commit.when, (_heading(commit), "  step first added")), ()
        for before, place in zip(parents_with_step, places, strict=True):
            if not before.changes and not before.remarks:
                return Entry(commit.when, ()), (place,)
        lines = _common_lines(parents_with_step)
        if lines:
            lines = (_heading(commit), *lines)
        return Entry(commit.when, lines), tuple(places)

    def _before(self, step: Step, here: StepAt, after: tuple[Journey, Catalog]) -> _Before:
        """The step in one parent: in the same file, or else in a journey that it was moved from."""
        path = step.before(here.path)
        data = self.repository.file_at(step.parent, path) if step.parent and path else None
        if data is not None:
            before = self._read(path, data)
            previous = one_step_back(before[0], after[0], here.step, (before[1], after[1]))
            if previous.step:
                remarks = []
                if previous.match.is_guess:
                    score = f"{previous.match.score:.2f}"
                    remarks.append(f"  (matched as the same step by similarity, {score})")
                if path != here.path:
                    remarks.append(f"  journey was then {path}")
                place = StepAt(step.parent, path, previous.step)
                return _Before(previous.changes, tuple(remarks), place)
        source = taken_from(tuple(self._other_journeys(step, path)), after[0], here.step)
        if source is None:
            return _Before()
        journey, step_id = source
        remark = f"  moved here from {journey.path}"
        return _Before((), (remark,), StepAt(step.parent, journey.path, step_id))

    def _other_journeys(self, step: Step, path: str) -> Iterator[Journey]:
        """The journeys that the commit also changed, as they were in this parent."""
        if not step.parent:
            return
        for old, _ in step.files:
            if old.startswith(_JOURNEYS) and old != path:
                data = self.repository.file_at(step.parent, old)
                if data is not None:
                    yield self._read(old, data)[0]

    def _read(self, path: str, data: bytes) -> tuple[Journey, Catalog]:
        """A journey of one revision, with a catalog that has nothing else."""
        place = Place("journey", path.removeprefix(_JOURNEYS).removesuffix(".md"))
        read = read_single_document(path, data, place, self.config)
        assert isinstance(read.document, Journey)
        return read.document, read.catalog


def _heading(commit: CommitInfo) -> str:
    revision = commit.commit[:10]
    if not commit.when:
        return revision
    return f"{commit.when:%Y-%m-%d} {revision} {commit.author}: {commit.subject}"


def _common_lines(parents: list[_Before]) -> tuple[str, ...]:
    """The changes and remarks that hold for every parent of a commit, in words."""
    first, *others = parents
    lines = []
    for change in first.changes:
        if all(_has_same_result(change, other.changes) for other in others):
            reason = f" ({change.reason})" if change.why else ""
            lines.append(f"  {sentence_of(change)}{reason}")
    for remark in first.remarks:
        if all(remark in other.remarks for other in others):
            lines.append(remark)
    return tuple(lines)


def _has_same_result(change: Change, changes: tuple[Change, ...]) -> bool:
    """Whether one of the changes led to the same, whatever the step was before."""
    return any(_result(other) == _result(change) for other in changes)


def _result(change: Change) -> tuple[object, ...]:
    return (change.code, change.element.what, change.element.id, change.new or change.old)
