"""`journeybook log`: the history of a step, through moves and renames."""

from __future__ import annotations

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session


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
    metavar="NUMBER",
    help="Number of commits to search. Default: 200.",
)
def log(session: Session, step: str, most: int) -> Outcome:
    """Show the history of a step, newest first.

    Shows what changed, who changed it and when, and earlier titles. The history follows the step
    through renames, new IDs, moves between stages and journeys, and merged branches.
    """
    from journeybook.effects.disk import read_site
    from journeybook.effects.revisions import CouldNotRead, NotARevision, Repository
    from journeybook.text import visible
    from journeybook.workflow.load_site import config_of
    from journeybook.workflow.trace_step import trace_step

    journey, _, step_id = step.partition("#")
    if not step_id or journey.count("/") != 1:
        raise click.UsageError(
            "use the form persona/journey#step", click.get_current_context(silent=True)
        )
    root = session.root()
    repository = Repository(root)
    lines: list[str] = []
    try:
        with session.progress("reading the history"):
            config = config_of(read_site(root)[0].files)
            for one_commit in trace_step(repository, config, journey, step_id, most):
                lines += one_commit.lines
            if repository.is_shallow():
                lines.append(_SHALLOW)
    except (CouldNotRead, NotARevision) as fault:
        return Outcome("", f"journeybook log: {fault}\n", COULD_NOT_READ)
    return Outcome("".join(f"{visible(line)}\n" for line in lines))


_SHALLOW = (
    "the history may be incomplete because this clone is shallow; run `git fetch --unshallow`"
)


entry = log
