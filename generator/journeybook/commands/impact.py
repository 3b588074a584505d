"""`journeybook impact`: which journeys a change of the product's code touches."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import COULD_NOT_READ, Outcome
from journeybook.workflow.session import Session


@command(
    "impact",
    examples=(
        ("journeybook impact main", "what this branch affects"),
        ("journeybook impact v1..v2", "what changed between two releases"),
        ("journeybook impact main --code ../shop", "when the code is in another repository"),
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

    With each stands who owns it. REV is a revision (this branch since it left it), A..B or A...B.
    Touchpoints name the code behind them by patterns of paths: `code: [shop/checkout/**]`. Ends
    with 3 where something could not be read.
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
        with session.progress("looking for touchpoints"):
            base, head = commits_of(repository, (what,))
            assert head is not None
            paths = repository.changed_paths(base[1], head[1])
            catalog, _ = link(read_site(disk.read_site(root)[0].files)[0])
            found = impacts(catalog, paths)
    except NotARevision as wrong:
        raise click.UsageError(str(wrong), click.get_current_context(silent=True)) from wrong
    except CouldNotRead as fault:
        return Outcome("", f"journeybook impact: {fault}\n", COULD_NOT_READ)
    return Outcome(as_json(found, len(paths)) if form == "json" else as_text(found, len(paths)))


entry = impact
