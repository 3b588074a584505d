"""`journeybook log`: the story of a step, through moves and renames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from journeybook.commands.options import command
from journeybook.commands.outcome import COULD_NOT_READ, Outcome
from journeybook.commands.session import Session

if TYPE_CHECKING:
    from journeybook.catalog.catalog import Catalog
    from journeybook.effects.revisions import Repository, Told
    from journeybook.schema.documents import Journey
    from journeybook.schema.site_config import SiteConfig


@command(
    "log",
    examples=(
        ("journeybook log ana/buy#demo", "everything that happened to a step"),
        ("journeybook log ana/buy#demo --most 20", "only in the newest commits"),
    ),
)
@click.argument("step", metavar="PERSONA/JOURNEY#STEP")
@click.option("--most", type=click.IntRange(1, 2000), default=200, show_default=True, help="Commits to look at.")
def log(session: Session, step: str, most: int) -> Outcome:
    """Tell the story of a step, newest first.

    What changed in it, by whom and when, and what it was called before. It is followed through new titles and ids,
    into other stages, and into the journey it came from.
    """
    from journeybook.commands.reading import config_of
    from journeybook.effects.disk import read_site
    from journeybook.effects.revisions import CouldNotRead, NotARevision, Repository
    from journeybook.text import visible

    journey, _, wanted = step.partition("#")
    if not wanted or journey.count("/") != 1:
        raise click.UsageError("name a step as persona/journey#step", click.get_current_context(silent=True))
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
        hint = f"; its steps are {known}" if known else "; there is no such journey in the last commit"
        raise click.UsageError(f"`{place.path}` has no step `{place.step}`{hint}", click.get_current_context(silent=True))
    at: _Place | None = place
    while at is not None and most > 0:
        here = at
        at = None
        for told in repository.story(here.commit, here.path, most):
            most -= 1
            lines, earlier = _back(repository, config, told, here)
            yield from lines
            if earlier is None:
                return
            if earlier.path != here.path:
                at = earlier
                break
            here = earlier
    if repository.is_shallow():
        yield "the story may go on: this clone is shallow; run `git fetch --unshallow`"


def _back(repository: Repository, config: SiteConfig, told: Told, place: _Place) -> tuple[list[str], _Place | None]:
    """What a commit did to a step, in lines, and where the step stood before it; None where it began here."""
    from journeybook.diff.story import one_step_back, taken_from

    new_data = repository.file_at(told.commit, place.path)
    old_path = next((old for old, new in told.files if new == place.path), "")
    old_data = repository.file_at(told.parent, old_path) if told.parent and old_path else None
    heading = f"{told.when:%Y-%m-%d} {told.commit[:10]} {told.author}: {told.subject}" if told.when else told.commit[:10]
    if new_data is None:
        return [], _Place(told.parent, place.path, place.step) if told.parent else None
    after, new_catalog = _read(place.path, new_data, config)
    before, old_catalog = _read(old_path, old_data, config) if old_data is not None else (None, new_catalog)
    if before is not None:
        found = one_step_back(before, after, place.step, (old_catalog, new_catalog))
        lines = [f"  {change.said()}{f' ({change.reason})' if change.why else ''}" for change in found.changes]
        if found.match.is_guess:
            lines.append(f"  (taken for the same step by likeness, {found.match.score:.2f})")
        if old_path != place.path:
            lines.append(f"  its journey was {old_path}")
        if found.step:
            return [heading, *lines] if lines else [], _Place(told.parent, old_path, found.step)
    others = tuple(
        _read(old, data, config)[0]
        for old, _ in told.files
        if old.startswith("content/journeys/") and old != old_path and told.parent
        if (data := repository.file_at(told.parent, old)) is not None
    )
    source = taken_from(others, after, place.step)
    if source is not None:
        return [heading, f"  it came from {source[0].path}"], _Place(told.parent, source[0].path, source[1])
    return [heading, "  the step begins here"], None


def _read(path: str, data: bytes, config: SiteConfig) -> tuple[Journey, Catalog]:
    """One journey of one revision, with a catalog that holds nothing else."""
    from journeybook.diff.reading import read_alone
    from journeybook.schema.documents import Journey
    from journeybook.schema.read import Place

    place = Place("journey", path.removeprefix("content/journeys/").removesuffix(".md"))
    read = read_alone(path, data, place, config)
    assert isinstance(read.document, Journey)
    return read.document, read.catalog


entry = log
