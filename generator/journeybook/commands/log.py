"""`journeybook log`: the story of a step, through moves and renames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from datetime import datetime

    from journeybook.catalog.catalog import Catalog
    from journeybook.diff.change import Change
    from journeybook.effects.revisions import CommitInfo, Repository, Step
    from journeybook.schema.documents import Journey
    from journeybook.schema.site_config import SiteConfig


@command(
    "log",
    examples=(
        ("journeybook log ana/buy#demo", "the full history of a step"),
        ("journeybook log ana/buy#demo --most 20", "only the latest commits"),
    ),
)
@click.argument("step", metavar="PERSONA/JOURNEY#STEP")
@click.option(
    "--most",
    type=click.IntRange(1, 2000),
    default=200,
    show_default=True,
    help="Number of commits to search.",
)
def log(session: Session, step: str, most: int) -> Outcome:
    """Show the history of a step, newest first.

    What changed in it, by whom and when, and what it was called before. It is followed through new
    titles and ids, into other stages, into the journey it came from, and through merges into each
    branch that changed it.
    """
    from journeybook.effects.disk import read_site
    from journeybook.effects.revisions import CouldNotRead, NotARevision, Repository
    from journeybook.text import visible
    from journeybook.workflow.load_site import config_of

    journey, _, wanted = step.partition("#")
    if not wanted or journey.count("/") != 1:
        raise click.UsageError(
            "use the form persona/journey#step", click.get_current_context(silent=True)
        )
    root = session.root()
    repository = Repository(root)
    try:
        with session.progress("reading the history"):
            config = config_of(read_site(root)[0].files)
            start = _Place(repository.commit("HEAD"), f"content/journeys/{journey}.md", wanted)
            lines = tuple(_story(repository, config, start, most))
    except (CouldNotRead, NotARevision) as fault:
        return Outcome("", f"journeybook log: {fault}\n", COULD_NOT_READ)
    return Outcome("".join(f"{visible(line)}\n" for line in lines))


@dataclass(frozen=True)
class _Place:
    """Where a step stands: from which commit backwards, in which file, under which id."""

    commit: str
    path: str
    step: str


def _story(repository: Repository, config: SiteConfig, place: _Place, most: int) -> Iterator[str]:
    data = repository.file_at(place.commit, place.path)
    journey = _read(place.path, data, config)[0] if data is not None else None
    if journey is None or all(step.id != place.step for step in journey.steps):
        known = ", ".join(step.id for step in journey.steps) if journey else ""
        hint = f"; its steps are {known}" if known else "; the last commit has no such journey"
        raise click.UsageError(
            f"`{place.path}` has no step `{place.step}`{hint}",
            click.get_current_context(silent=True),
        )
    told: list[_Entry] = []
    waiting, done, branched = [place], set[tuple[str, str, str]](), False
    while waiting and most > 0:
        here = waiting.pop(0)
        for commit in repository.story(here.commit, here.path, most):
            if (commit.commit, here.path, here.step) in done:
                break
            done.add((commit.commit, here.path, here.step))
            most -= 1
            lines, earlier = _back(repository, config, commit, here)
            told.append(_Entry(commit.when, lines))
            if len(earlier) == 1 and earlier[0].path == here.path and not commit.is_merge:
                here = earlier[0]
                continue
            branched = branched or len(earlier) > 1
            waiting = [*earlier, *waiting]
            break
    if branched:  # each branch is a story of its own; they are told together, by date
        told.sort(key=lambda entry: entry.when.timestamp() if entry.when else 0.0, reverse=True)
    for entry in told:
        yield from entry.lines
    if repository.is_shallow():
        yield (
            "the history may be incomplete because this clone is shallow; run `git fetch "
            "--unshallow`"
        )


@dataclass(frozen=True)
class _Entry:
    """What one commit did to the step, in lines; none where it did nothing to it."""

    when: datetime | None
    lines: list[str]


@dataclass(frozen=True)
class _Back:
    """The step against one parent of a commit: what changed, and where it stood before; no place
    where it is new."""

    changes: tuple[Change, ...] = ()
    remarks: tuple[str, ...] = ()
    place: _Place | None = None


def _back(
    repository: Repository, config: SiteConfig, told: CommitInfo, place: _Place
) -> tuple[list[str], tuple[_Place, ...]]:
    """What a commit did to a step, in lines, and where the step stood before it; nowhere where it
    began here.

    A merge did only what it changed against all of its parents; the rest is told on the branch that
    it came from.
    """
    heading = (
        f"{told.when:%Y-%m-%d} {told.commit[:10]} {told.author}: {told.subject}"
        if told.when
        else told.commit[:10]
    )
    data = repository.file_at(told.commit, place.path)
    if data is None:
        return [], tuple(
            _Place(step.parent, place.path, place.step) for step in told.steps if step.parent
        )[:1]
    after = _read(place.path, data, config)
    found = [
        back
        for step in told.steps
        if (back := _against(repository, config, step, place, after)).place
    ]
    if not found:
        return [heading, "  step first added"], ()
    same = next((back for back in found if not back.changes and not back.remarks), None)
    if same is not None:
        assert same.place is not None
        return [], (same.place,)
    from journeybook.diff.kinds import sentence_of

    everywhere = set.intersection(*({_what(change) for change in back.changes} for back in found))
    lines = [
        f"  {sentence_of(change)}{f' ({change.reason})' if change.why else ''}"
        for change in found[0].changes
        if _what(change) in everywhere
    ]
    lines += [
        remark for remark in found[0].remarks if all(remark in back.remarks for back in found)
    ]
    return [heading, *lines] if lines else [], tuple(back.place for back in found if back.place)


def _what(change: Change) -> tuple[object, ...]:
    """What a change makes of the step, whatever it was before: the same against every parent where
    a merge made it."""
    return (change.code, change.element.what, change.element.id, change.new or change.old)


def _against(
    repository: Repository,
    config: SiteConfig,
    step: Step,
    place: _Place,
    after: tuple[Journey, Catalog],
) -> _Back:
    from journeybook.diff.step_history import one_step_back, taken_from

    path = step.before(place.path)
    data = repository.file_at(step.parent, path) if step.parent and path else None
    if data is not None:
        before = _read(path, data, config)
        found = one_step_back(before[0], after[0], place.step, (before[1], after[1]))
        remarks = (
            [f"  (matched as the same step by similarity, {found.match.score:.2f})"]
            if found.match.is_guess
            else []
        )
        remarks += [f"  journey was then {path}"] if path != place.path else []
        if found.step:
            return _Back(found.changes, tuple(remarks), _Place(step.parent, path, found.step))
    others = tuple(
        _read(old, data, config)[0]
        for old, _ in step.files
        if old.startswith("content/journeys/") and old != path and step.parent
        if (data := repository.file_at(step.parent, old)) is not None
    )
    source = taken_from(others, after[0], place.step)
    if source is None:
        return _Back()
    return _Back(
        (), (f"  moved here from {source[0].path}",), _Place(step.parent, source[0].path, source[1])
    )


def _read(path: str, data: bytes, config: SiteConfig) -> tuple[Journey, Catalog]:
    """One journey of one revision, with a catalog that holds nothing else."""
    from journeybook.diff.single_document import read_single_document
    from journeybook.schema.documents import Journey
    from journeybook.schema.read import Place

    place = Place("journey", path.removeprefix("content/journeys/").removesuffix(".md"))
    read = read_single_document(path, data, place, config)
    assert isinstance(read.document, Journey)
    return read.document, read.catalog


entry = log
