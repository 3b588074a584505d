"""`journeybook impact`: list the journeys that a code change affects."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session


@command(
    "impact",
    examples=(
        ("journeybook impact main", "what the changes of this branch affect"),
        ("journeybook impact v1..v2", "what the changes between two releases affect"),
        ("journeybook impact main --code ../shop", "if the code is in another repository"),
    ),
)
@click.argument("what", metavar="REV")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format: text for people, JSON for programs.",
)
@click.option(
    "--code",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Folder in the repository that contains the code. Default: the site's repository.",
)
def impact(session: Session, what: str, form: str, code: Path | None) -> Outcome:
    """List the journeys, moments of truth and open pain points that a code change affects.

    Each entry shows its owner. REV is a revision (shows what this branch changed since it
    diverged), A..B or A...B. Touchpoints list the code behind them as path patterns:
    `code: [shop/checkout/**]`. Exit code: 3 if something could not be read.
    """
    from journeybook.catalog.link import link
    from journeybook.diff.code_impact import impacts
    from journeybook.effects import disk
    from journeybook.effects.revisions import CouldNotRead, NotARevision, Repository
    from journeybook.report.impact import as_json, as_text
    from journeybook.schema.read import read_site
    from journeybook.workflow.compare_revisions import commits_of

    root = session.root()
    repository = Repository(code or root)
    try:
        with session.progress("searching for touchpoints"):
            base, head = commits_of(repository, (what,))
            assert head is not None
            paths = repository.changed_paths(base.id, head.id)
            tree, _ = disk.read_site(root)
            documents, _ = read_site(tree.files)
            catalog, _ = link(documents)
            affected = impacts(catalog, paths)
    except NotARevision as unknown:
        raise click.UsageError(str(unknown), click.get_current_context(silent=True)) from unknown
    except CouldNotRead as fault:
        return Outcome("", f"journeybook impact: {fault}\n", COULD_NOT_READ)
    render = as_json if form == "json" else as_text
    return Outcome(render(affected, len(paths)))


entry = impact
